"""Evidence said in a sentence: who says so, where, through whom, and whether this edition saw it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from ..archive.models import Letter, Source
from ..archive.naming import authors, letter_in_brief
from ..archive.store import Archive

Href = Callable[[str, str], str]
"""Address of a record's page as seen from the page being written: (kind, id) → href."""

SEEN = {
    "full": "Read in full.",
    "excerpt": "Read in excerpt.",
    "abstract": "Only an abstract or summary seen.",
    "catalogue": "Only a catalogue entry or headline seen.",
    "none": "Not seen by this edition.",
}
"""What `seen` means, as readers read it."""

BRIEFLY_SEEN = {"full": "read in full", "excerpt": "excerpt", "abstract": "abstract only", "catalogue": "title only", "none": "not seen"}
"""The same where a work is named again."""

_WHOLE = {"book", "report", "thesis", "pamphlet", "periodical", "motion_picture", "dataset"}
"""CSL types whose title stands alone, in italic; the titles of others stand in quotation marks."""


def emphasise(text: str) -> str:
    """Escape a text from data/ and set what stands between asterisks in italic: the one piece of markup allowed there."""
    return re.sub(r"\*(\S(?:[^*]*\S)?)\*", r"<i>\1</i>", escape(text, quote=False))


def source_line(source: Source) -> str:
    """A source named in a line, as HTML: William E. Griffith, <i>Albania and the Sino-Soviet Rift</i> (1963).

    Short titles are used where the data have them: the line stands in margins, and leads to the full reference.
    """
    title = escape(source.title_short or source.title)
    parts = [escape(authors(source)), _titled(source, title)]
    if source.container_title_short:
        parts += [escape(source.container_title_short), escape(source.number or "")]
    elif source.container_title:
        parts.append(f"<i>{escape(source.container_title)}</i>")
    date = _date(source)
    line = ", ".join(part for part in parts if part).replace("”,", ",”")
    if not date:
        return line
    return f"{line} ({date})" if source.type in _WHOLE else f"{line}, {date}".replace("”,", ",”")


def _titled(source: Source, title: str) -> str:
    """A title in italic where it stands alone, else in quotation marks; a title that we supplied keeps its brackets only."""
    if source.type in _WHOLE:
        return f"<i>{title}</i>"
    return title if title.startswith("[") else f"“{title}”"


def _date(source: Source) -> str:
    """When a source appeared, with doubt as bibliographers mark it: 1992?"""
    return escape(str(source.issued).replace(" (?)", "?")) if source.issued else ""


def letter_line(letter: Letter, archive: Archive) -> str:
    """A document named in a line: Khrushchev to Hoxha, letter, 13 August 1960."""
    talk = letter.kind == "memorandum of conversation"
    kind = "" if letter.title is None and (talk or not (letter.recipient or letter.recipient_as)) else f", {letter.kind}"
    return f"{escape(letter_in_brief(letter, archive))}{kind}, {escape(str(letter.date))}"


def cited_line(id: str, archive: Archive) -> str:
    """A source or letter named in a line, as HTML."""
    if id in archive.letters:
        return letter_line(archive.letters[id], archive)
    return source_line(archive.sources[id])


def evidence_sentence(
    archive: Archive,
    labels: Callable[[str], str],
    href: Href,
    *,
    key: str,
    locator: str | None = "",
    via: str | None = "",
    via_locator: str | None = "",
    prefix: str = "",
    short: bool = False,
) -> str:
    """One link of evidence as HTML: who says so, where, through whom, seen or not.

    `labels` gives the short form of a source's name, used for the source itself where `short` (it was named in full
    before); `via` defaults to the source's own.
    """
    record = archive.sources.get(key) or archive.letters[key]
    kind = "sources" if key in archive.sources else "letters"
    line = f'<a href="{escape(href(kind, key))}">{labels(key) if short else cited_line(key, archive)}</a>'
    line = f"{prefix.capitalize()} {line}" if prefix else line
    if locator:
        line += f", {escape(locator)}"
    way = via or (record.via if isinstance(record, Source) else None)
    if way and way != key and (via or record.seen == "none"):
        way_kind = "sources" if way in archive.sources else "letters"
        line += f', as given in <a href="{escape(href(way_kind, way))}">{labels(way)}</a>'
        if via_locator:
            line += f", {escape(via_locator)}"
    if short:
        return f'{line} <span class="seen">({BRIEFLY_SEEN[record.seen]})</span>.'
    return f'{line}{"" if re.sub("<[^>]+>", "", line).endswith(".") else "."} <span class="seen">{SEEN[record.seen]}</span>'
