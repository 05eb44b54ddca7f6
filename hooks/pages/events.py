"""/events/<id>/: one event, with its evidence, documents and neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses
from ..edition import Edition
from . import finding, timeline
from .corrections import of_record
from .page import GeneratedPage, clip, with_neighbours
from .writer import Writer

WORKS = "data/events.yml"


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """A page for every event, in order of date; each leads to its line in the timeline."""
    events, listing = list(edition.archive.events.values()), timeline.by_day(edition)
    for before, event, after in with_neighbours(events):
        uri = addresses.page_uri("events", event.id)
        writer = Writer(edition, uri)
        letters = sorted((edition.archive.letters[id] for id in event.letters), key=lambda letter: letter.date.sort_key)
        corrections, all = of_record(edition, event.id), listing.link(event.id, uri)
        html = writer.later("event.jinja", event=event, letters=letters, corrections=corrections, before=before, after=after, all=all)
        yield GeneratedPage(
            uri, f"{event.title}, {event.date}", clip(event.summary), html, WORKS,
            side_title="Events by year", side=listing.side(uri, listing.section_of(event)), finding=finding.of_event(event, edition.archive),
        )  # fmt: skip
