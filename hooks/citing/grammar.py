"""Pandoc's citation syntax, as far as this edition uses it, read strictly.

[@griffith1964, p. 79]
[@cia1962; @hoxha1986, ch. 5]
[@griffith1964; via @pilacanako2021, sect. 3]    the way by which we know what stands before it
[see @mehilli2017, p. 79]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

START = re.compile(r"\[(?=(?:(?:see|see also|compare|but see) )?@|via @)")
"""Where a citation begins. What begins so and cannot be read is a mistake, never text."""

_ITEM = re.compile(
    r"(?:(?P<prefix>see|see also|compare|but see|via) )?@(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)(?:, (?P<locator>[^@;\[\]]*[^@;\[\]\s.,]\.?))?"
)

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
"""Where no citation may stand: it would leak into anchors and lists of contents."""

HOW = "write [@key], [@key, p. 79] or [@one; @two, pp. 4–5]"


class BadCitation(ValueError):
    """The text between the brackets is not a citation; the message says what to write."""


@dataclass(frozen=True)
class Citation:
    """One work cited at one place."""

    key: str
    locator: str = ""
    prefix: str = ""
    """see, see also, compare, but see; empty for plain evidence."""
    via: str = ""
    """Key of the work through which it is known, where the note says so."""
    via_locator: str = ""


def parse(inner: str) -> tuple[Citation, ...]:
    """Read what stands between the brackets.

    Raises BadCitation where it does not follow the grammar, or where "via" has nothing before it.
    """
    citations: list[Citation] = []
    for item in inner.split(";"):
        found = _ITEM.fullmatch(" ".join(item.split()))
        if not found:
            raise BadCitation(f'"{item.strip()}" is not a citation; {HOW}')
        key, locator, prefix = found["key"], found["locator"] or "", found["prefix"] or ""
        if prefix != "via":
            citations.append(Citation(key, locator, prefix))
        elif not citations:
            raise BadCitation(f'"via @{key}" has nothing before it; name the work first, as in [@one; via @{key}]')
        else:
            citations = [c if c.via else Citation(c.key, c.locator, c.prefix, key, locator) for c in citations]
    return tuple(citations)
