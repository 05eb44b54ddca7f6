"""Files of the edition read as text: of bounded size, in UTF-8, with composed characters; data files further as YAML."""

from __future__ import annotations

import stat
from pathlib import Path

from .characters import composed, unwanted, without_unwanted
from .composing import Document, compose
from .problems import Problem

MAX_BYTES = 30_000_000
"""About the size of 10,000 events; beyond it the file is not what it says."""


def read_text(path: Path, document: Document, limit: int = MAX_BYTES) -> str | None:
    """The text of a file: UTF-8 with or without a mark at its head, lines ended in any way, composed characters (NFC).

    What is wrong with it goes to the problems of the document; None where nothing could be read.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            document.problem((), "is not a file; put the file in its place")
        elif found.st_size > limit:
            document.problem((), f"is larger than {limit / 1_000_000:g} MB; split or mend it")
        else:
            return _whole(_as_meant(path.read_bytes().decode("utf-8-sig"), document), document)
    except OSError as error:
        document.problem((), f"cannot be read ({error.strerror}); restore the file")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        document.problems.append(Problem(document.file, line, "", "is not UTF-8; save the file in that encoding"))
    return None


def _as_meant(text: str, document: Document) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for place, what in unwanted(text):
        document.problems.append(Problem(document.file, text.count("\n", 0, place) + 1, "", what))
        if len(document.problems) == _ENOUGH:
            break
    return composed(without_unwanted(text))


def _whole(text: str, document: Document) -> str:
    """The text; a problem where its last line has no end, for so ends what was cut off."""
    if text and not text.endswith("\n"):
        what = "ends in the middle of a line, as a file that was cut off; see whether its end is there, and end the line"
        document.problems.append(Problem(document.file, text.count("\n") + 1, "", what))
    return text


_ENOUGH = 20
"""After so many characters that should not be there, more would tell nothing new."""


def read(path: Path, shown_as: str) -> Document:
    """Read one file that holds a list of records. Never raises for its contents: see ``problems`` of the result."""
    document = Document(shown_as)
    text = read_text(path, document)
    if text is not None:
        compose(text, document)
    if not document.problems and not isinstance(document.data, list):
        found = "is empty" if document.data is None else "is not a list"
        document.problem((), f"{found}; begin each record with “- id: …”")
    return document
