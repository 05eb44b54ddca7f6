"""/events/<id>/: one event, with its evidence, documents and neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses
from ..edition import Edition
from . import finding
from .corrections import of_record
from .page import GeneratedPage, Side, clip, with_neighbours
from .writer import Writer

WORKS = "data/events.yml"


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """A page for every event, in order of date."""
    events = list(edition.archive.events.values())
    years = sorted({event.date.earliest.year for event in events})
    for before, event, after in with_neighbours(events):
        uri = addresses.page_uri("events", event.id)
        writer = Writer(edition, uri)
        letters = sorted((edition.archive.letters[id] for id in event.letters), key=lambda letter: letter.date.sort_key)
        corrections = of_record(edition, event.id)
        html = writer.later("event.jinja", event=event, letters=letters, corrections=corrections, before=before, after=after)
        side = tuple(
            Side(str(year), addresses.link(addresses.index_uri("events"), uri, f"#y{year}"), year == event.date.earliest.year) for year in years
        )
        yield GeneratedPage(
            uri, f"{event.title}, {event.date}", clip(event.summary), html, WORKS,
            side_title="Events by year", side=side, finding=finding.of_event(event, edition.archive),
        )  # fmt: skip
