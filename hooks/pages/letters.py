"""/letters/ and /letters/<id>/: the documents, with archive reference, quotations and replies."""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses
from ..archive.models import Letter
from ..edition import Edition
from . import finding
from .corrections import of_record
from .page import GeneratedPage, Side, clip, grouped, with_neighbours
from .writer import Writer


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """The list by year, then a page for every document."""
    letters = list(edition.archive.letters.values())
    years = grouped(letters, lambda letter: letter.date.earliest.year)
    uri = addresses.index_uri("letters")
    html = Writer(edition, uri).later("letters.jinja", years=years, letters=letters)
    side = tuple(Side(str(year), f"#y{year}") for year, _ in years)
    yield GeneratedPage(
        uri, "Letters", "Letters, notes, speeches and minutes of the Soviet–Albanian split, with archive references.",
        html, "data/letters.yml", in_nav=True, side_title="Years", side=side,
    )  # fmt: skip
    for neighbours in with_neighbours(letters):
        yield _page(edition, neighbours, [year for year, _ in years])


def _page(edition: Edition, neighbours: tuple[Letter | None, Letter, Letter | None], years: list[int]) -> GeneratedPage:
    before, letter, after = neighbours
    uri = addresses.page_uri("letters", letter.id)
    writer = Writer(edition, uri)
    html = writer.later(
        "letter.jinja", lambda: {"exchange": _exchange(edition, letter), "corrections": of_record(edition, letter.id)},
        letter=letter, before=before, after=after,
    )  # fmt: skip
    index = addresses.index_uri("letters")
    side = tuple(Side(str(year), addresses.link(index, uri, f"#y{year}"), year == letter.date.earliest.year) for year in years)
    name = f"{writer.title(letter)}, {letter.date}"
    return GeneratedPage(
        uri, name, clip(f"{letter.kind.capitalize()}. {letter.summary}"), html, "data/letters.yml",
        side_title="Letters by year", side=side, finding=finding.of_letter(letter, edition.archive),
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
    return [other for other in letters.values() if other.id in found] if len(found) > 1 else []
