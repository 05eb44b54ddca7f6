"""/sources/ and /sources/<key>/: the bibliography, and for each source what was seen of it and where it is used."""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses
from ..archive.models import Source
from ..archive.store import fold
from ..edition import Edition
from . import finding
from .division import Listing, Section, part_pages, thread
from .page import GeneratedPage, clip, grouped
from .writer import Writer

KINDS = {
    "archive": "Archival records",
    "official": "Official publications and party documents",
    "memoir": "Memoirs",
    "press": "Newspapers, magazines and broadcasts",
    "intelligence": "Intelligence papers",
    "scholarship": "Scholarship",
    "reference": "Works of reference",
}
"""Kinds of source in the order of the bibliography, with their headings."""

_MADE_FROM = "data/sources.yml"


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """The bibliography by kind, then a page for every source."""
    sources = in_order(edition)
    by_kind = dict(grouped(sources, lambda source: source.kind))
    uri = addresses.index_uri("sources")
    counts = dict(grouped(sources, lambda source: source.seen))
    sections = [Section(heading, kind, by_kind[kind]) for kind, heading in KINDS.items() if kind in by_kind]
    listing = Listing(uri, "source", sections, lambda source: _bare(edition.references[source.id].label))
    index = GeneratedPage(
        uri, "Sources", "Everything this edition cites, by kind, with how much of each was seen.",
        Writer(edition, uri).later("sources.jinja", listing=listing, sources=sources, counts=counts), _MADE_FROM,
        in_nav=True, side_title="Kinds of source", side=listing.side(uri),
    )  # fmt: skip
    yield index
    yield from part_pages(edition, listing, index)
    known_through = dict(grouped(edition.archive.sources.values(), lambda source: source.via))
    for source in sources:
        yield from _page(edition, source, known_through.get(source.id, []), listing)


def in_order(edition: Edition) -> list[Source]:
    """All sources in the order in which a bibliography files them."""
    return sorted(edition.archive.sources.values(), key=lambda source: fold(_bare(edition.references[source.id].entry)))


def _page(edition: Edition, source: Source, known_through: list[Source], listing: Listing) -> Iterator[GeneratedPage]:
    """The page of a source, and those of its long lists."""
    uri = addresses.page_uri("sources", source.id)
    writer = Writer(edition, uri)
    reference = edition.references[source.id]
    threads = [
        thread(uri, "event", "Events for which it is evidence", "events", writer.used_by(source.id, "events")),
        thread(uri, "letter", "Documents known or printed through it", "letters", writer.used_by(source.id, "letters")),
    ]
    entries = [record for kind in ("people", "places", "bodies", "series") for record in writer.used_by(source.id, kind)]
    others = thread(uri, "name", "Entries that rest on it", "entries", entries, writer.title)
    through = thread(uri, "name", "Works known only through it", "known-through", known_through, listing.label)
    html = writer.later(
        "source.jinja", source=source, reference=reference, kind=KINDS[source.kind],
        threads=threads, others=others, known_through=through, all=listing.link(source.id, uri),
    )  # fmt: skip
    title = f"{source.title} [{source.id}]"  # titles such as “Central Intelligence Bulletin” recur
    page = GeneratedPage(
        uri, title, clip(f"{_bare(reference.entry)} Where this edition uses it, and how much of it was seen."), html, _MADE_FROM,
        side_title="Sources", side=listing.side(uri, listing.section_of(source)), finding=finding.of_source(source, reference),
    )  # fmt: skip
    yield page
    for long in (*threads, others, through):
        yield from part_pages(edition, long, page)


def _bare(html: str) -> str:
    """The text of an entry without markup and opening punctuation, for sorting and describing."""
    import re
    from html import unescape

    return unescape(re.sub(r"<[^>]+>", "", html)).lstrip("“[‘ ")
