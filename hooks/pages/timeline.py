"""/timeline/: every event by the day it happened, and /timeline/public/: by the day outsiders could know of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import addresses
from ..archive.models import Event
from ..edition import Edition
from .page import GeneratedPage, Side, grouped
from .writer import Writer

HAPPENED = addresses.index_uri("events")
PUBLIC = "timeline/public.md"


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """The complete list by either clock."""
    events = list(edition.archive.events.values())
    told = sum(bool(event.study) for event in events)
    yield _page(
        edition, HAPPENED, "Timeline", "Every event of the Soviet–Albanian split from 1946 to 1978, by year, each with its evidence.",
        grouped(events, lambda event: event.date.earliest.year), total=len(events), told=told, hidden=[],
    )  # fmt: skip
    known = sorted((event for event in events if event.public), key=_publicity)
    hidden = [event for event in events if not event.public]
    by_year = grouped(known, lambda event: event.public.date.earliest.year)
    yield _page(
        edition, PUBLIC, "Timeline by publication", "The events of the Soviet–Albanian split in the order in which outsiders could know of them.",
        by_year, total=len(events), told=told, hidden=hidden,
    )  # fmt: skip


def _publicity(event: Event) -> Any:
    assert event.public is not None
    return event.public.date.sort_key, event.date.sort_key


def _page(edition: Edition, uri: str, title: str, description: str, years: list[tuple[int, list[Event]]], **values: Any) -> GeneratedPage:
    html = Writer(edition, uri).render("timeline.jinja", years=years, by_publication=uri == PUBLIC, **values)
    side = tuple(Side(str(year), f"#y{year}") for year, _ in years)
    return GeneratedPage(uri, title, description, html, "data/events.yml", in_nav=uri == HAPPENED, side_title="Years", side=side)
