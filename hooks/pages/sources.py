"""/sources/ and /sources/<key>/: the bibliography, and for each source what was seen of it and where it is used."""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses
from ..archive.models import Source
from ..archive.store import fold
from ..edition import Edition
from . import finding
from .page import GeneratedPage, Side, clip, grouped
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
    kinds = [(kind, [source for source in sources if source.kind == kind]) for kind in KINDS]
    uri = addresses.index_uri("sources")
    counts = dict(grouped(sources, lambda source: source.seen))
    html = Writer(edition, uri).later("sources.jinja", kinds=[pair for pair in kinds if pair[1]], headings=KINDS, sources=sources, counts=counts)
    side = tuple(Side(KINDS[kind], f"#{kind}") for kind, found in kinds if found)
    yield GeneratedPage(
        uri, "Sources", "Everything this edition cites, by kind, with how much of each was seen.", html, _MADE_FROM,
        in_nav=True, side_title="Kinds of source", side=side,
    )  # fmt: skip
    known_through = dict(grouped(edition.archive.sources.values(), lambda source: source.via))
    for source in sources:
        yield _page(edition, source, known_through.get(source.id, []))


def in_order(edition: Edition) -> list[Source]:
    """All sources in the order in which a bibliography files them."""
    return sorted(edition.archive.sources.values(), key=lambda source: fold(_bare(edition.references[source.id].entry)))


def _page(edition: Edition, source: Source, known_through: list[Source]) -> GeneratedPage:
    uri = addresses.page_uri("sources", source.id)
    writer = Writer(edition, uri)
    reference = edition.references[source.id]
    html = writer.later("source.jinja", source=source, reference=reference, kind=KINDS[source.kind], known_through=known_through)
    title = f"{source.title} [{source.id}]"  # titles such as “Central Intelligence Bulletin” recur
    index = addresses.index_uri("sources")
    side = tuple(Side(heading, addresses.link(index, uri, f"#{kind}"), kind == source.kind) for kind, heading in KINDS.items())
    return GeneratedPage(
        uri, title, clip(f"{_bare(reference.entry)} Where this edition uses it, and how much of it was seen."), html, _MADE_FROM,
        side_title="Sources", side=side, finding=finding.of_source(source, reference),
    )  # fmt: skip


def _bare(html: str) -> str:
    """The text of an entry without markup and opening punctuation, for sorting and describing."""
    import re
    from html import unescape

    return unescape(re.sub(r"<[^>]+>", "", html)).lstrip("“[‘ ")
