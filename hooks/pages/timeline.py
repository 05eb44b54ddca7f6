"""/timeline/: every event by year."""

from __future__ import annotations

from collections.abc import Iterator

from ..edition import Edition
from . import addresses
from .page import GeneratedPage, Side, Writer, grouped


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """The complete list on one page."""
    events = list(edition.archive.events.values())
    years = grouped(events, lambda event: event.date.earliest.year)
    uri = addresses.index_uri("events")
    html = Writer(edition, uri).render("timeline.jinja", years=years, events=events, told=sum(bool(event.study) for event in events))
    side = tuple(Side(str(year), f"#y{year}") for year, _ in years)
    yield GeneratedPage(
        uri, "Timeline", "Every event of the Soviet–Albanian split from 1946 to 1978, by year, each with its evidence.", html, "data/events.yml",
        in_nav=True, side_title="Years", side=side,
    )  # fmt: skip
