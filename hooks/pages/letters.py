"""/letters/ and /letters/<id>/: the documents, with archive reference, quotations and replies."""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses
from ..archive.models import Letter
from ..edition import Edition
from . import finding
from .corrections import of_record
from .division import Listing, by_date, by_year, part_pages
from .page import GeneratedPage, clip, with_neighbours
from .writer import Writer


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """The list by year, then a page for every document."""
    letters = list(edition.archive.letters.values())
    uri = addresses.index_uri("letters")
    listing = Listing(uri, "document", by_year(letters), by_date)
    index = GeneratedPage(
        uri, "Letters", "Letters, notes, speeches and minutes of the Soviet–Albanian split, with archive references.",
        Writer(edition, uri).later("letters.jinja", listing=listing, letters=letters), "data/letters.yml",
        in_nav=True, side_title="Years", side=listing.side(uri),
    )  # fmt: skip
    yield index
    yield from part_pages(edition, listing, index)
    for neighbours in with_neighbours(letters):
        yield _page(edition, neighbours, listing)


def _page(edition: Edition, neighbours: tuple[Letter | None, Letter, Letter | None], listing: Listing) -> GeneratedPage:
    before, letter, after = neighbours
    uri = addresses.page_uri("letters", letter.id)
    writer = Writer(edition, uri)
    html = writer.later(
        "letter.jinja", lambda: {"exchange": _exchange(edition, letter), "corrections": of_record(edition, letter.id)},
        letter=letter, before=before, after=after, all=listing.link(letter.id, uri),
    )  # fmt: skip
    name = f"{writer.title(letter)}, {letter.date}"
    return GeneratedPage(
        uri, name, clip(f"{letter.kind.capitalize()}. {letter.summary}"), html, "data/letters.yml",
        side_title="Letters by year", side=listing.side(uri, listing.section_of(letter)), finding=finding.of_letter(letter, edition.archive),
    )  # fmt: skip


def _exchange(edition: Edition, letter: Letter) -> list[Letter]:
    """The letter among those that it answers and that answer it, followed as far as they go; empty where it stands alone."""
    letters, found, open_ids = edition.archive.letters, {letter.id}, [letter.id]
    while open_ids:
        id = open_ids.pop()
        answers = [other.id for other in edition.appearances.get(id, ()) if isinstance(other, Letter) and id in other.replies_to]
        new = {*answers, *letters[id].replies_to} - found
        found |= new
        open_ids += sorted(new)
    return sorted((letters[id] for id in found), key=lambda other: (other.date.sort_key, other.id)) if len(found) > 1 else []
