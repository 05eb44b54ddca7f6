"""What is computed for each record and stands in no data file: full address, first and last day, word, reference."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape

from .. import addresses
from ..archive.naming import authors, title
from ..archive.store import KINDS
from ..archive.verdicts import WORDS, word
from ..edition import Edition
from .columns import Column, bounds

_WORD = "How well it is borne out, by the rule of the method page"


@lru_cache(maxsize=len(KINDS))
def derived(edition: Edition, kind: str) -> tuple[Column, ...]:
    """The derived values of the records of a kind, in the order of their columns."""
    archive = edition.archive
    page = Column(
        "address", "Address in this edition", lambda record: addresses.public(edition.address, kind, record.id), required=True, derived=True
    )
    if kind == "events":
        words = cache(lambda id: tuple(word(statement.evidence, archive) for statement in archive.events[id].statements))
        word_of = Column("word", _WORD, lambda event: words(event.id)[0], enum=tuple(WORDS), required=True, derived=True)
        all_words = Column(
            "words", "The word of each statement in order; the first is that of the event",
            lambda event: words(event.id), enum=tuple(WORDS), many=True, required=True, derived=True,
        )  # fmt: skip
        return (*bounds(), word_of, all_words, page)
    if kind == "letters":
        name = Column("name", "What this edition calls it", lambda letter: title(letter, archive), required=True, derived=True)
        return (name, *bounds(), Column("word", _WORD, lambda letter: word(letter.evidence, archive), enum=tuple(WORDS), derived=True), page)
    if kind == "sources":
        reference = Column(
            "reference", "Full reference under the Chicago Manual of Style", lambda source: _text(edition.references[source.id].entry), derived=True
        )
        return (Column("names", "Authors or editors in a line", lambda source: authors(source) or None, derived=True), reference, page)
    return (page,)


def _text(html: str) -> str:
    """HTML that pandoc wrote as plain text."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())
