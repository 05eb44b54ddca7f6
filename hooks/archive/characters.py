"""Characters that nobody types on purpose: they cannot be seen, turn text round, or stand for something that was lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but for tabs and ends of lines
    "\u200b\u2028\u2029\u2060-\u2065\ufeff"  # spaces and ends of lines without width
    "\u202a-\u202e\u2066-\u206f"  # what turns the direction of the text after it
    "\ufff0-\uffff"  # replacement character, anchors
    "\ue000-\uf8ff\U000e0000-\U0010ffff]"  # private use, tags
)
_LOST = "\ufffd"


def composed(text: str) -> str:
    """The text in Unicode's composed form (NFC), in which é is one character however it was typed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def unwanted(text: str) -> Iterator[tuple[int, str]]:
    """The place of each such character, and what an editor is told of it."""
    for found in _UNWANTED.finditer(text):
        mend = "a character was lost here, type it again" if found[0] == _LOST else "delete it"
        yield found.start(), f"holds {_named(found[0])}; {mend}"


def foreign(text: str) -> str:
    """The first character beyond ASCII, which may look like one of it, as the end of a sentence; empty where there is none."""
    return next((f", for it holds {_named(char)}" for char in text if not char.isascii()), "")


def visible(text: str) -> str:
    """A text in one line, with the numbers of the characters that cannot be seen."""
    return text if text.isprintable() else "".join(char if char.isprintable() else f"‹U+{ord(char):04X}›" for char in text)


def _named(char: str) -> str:
    name = unicodedata.name(char, "control character" if char < "\xa0" else "no character").lower()
    return f"U+{ord(char):04X} ({name})"


def without_unwanted(text: str) -> str:
    return _UNWANTED.sub("", text)
