"""Whether what stands between quotation marks in the prose is, to the letter, what somebody said or wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..archive.checks import parts
from ..archive.fields import Quote
from ..archive.store import KINDS, Archive

QUOTED = re.compile(r"“([^“”]+)”")
_EDGE = " ,.;:!?…"


class Quotations:
    """Every stored quotation and every title, as a heap of text in which a quoted string must be found."""

    def __init__(self, archive: Archive):
        self.texts = frozenset(map(_plain, _stored(archive)))
        self.found: set[str] = set()
        """Those in which quoted strings of the page that is converted now were found."""

    def unknown(self, text: str) -> list[str]:
        """The quoted strings of a text that are no part of one stored quotation or title."""
        return [quoted for quoted in QUOTED.findall(text) if not self._holds(quoted)]

    def _holds(self, quoted: str) -> bool:
        """Cuts marked by … divide a quotation; its pieces must follow each other in one stored text."""
        pieces = [piece for piece in (_plain(part).strip(_EDGE) for part in re.split(r"\[?…\]?", quoted)) if piece]
        # While this text is there, the quotation is: the page need not be read again for its sake.
        text = next((text for text in self.texts if _in_order(pieces, text)), None)
        self.found.update([text] if text is not None else [])
        return text is not None


def _in_order(pieces: list[str], text: str) -> bool:
    at = 0
    for piece in pieces:
        at = text.find(piece, at) + len(piece)
        if at < len(piece):
            return False
    return True


def _plain(text: str) -> str:
    """One kind of space and of inner quotation mark; nothing else is forgiven."""
    return " ".join(text.replace("‘", "'").replace("’", "'").split())


def _stored(archive: Archive) -> Iterator[str]:
    for kind in KINDS:
        for record in getattr(archive, kind).values():
            for part in parts(record, ()):
                if isinstance(part.value, Quote):
                    yield part.value.text
                    yield part.value.original or ""
    for source in archive.sources.values():
        yield from (source.title, source.title_short or "", source.container_title or "")
    for letter in archive.letters.values():
        yield letter.title or ""
    for correction in archive.corrections.values():
        yield correction.study_says
