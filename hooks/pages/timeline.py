"""/timeline/: every event by the day it happened, and /timeline/public/: by the day outsiders could know of it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from .. import addresses
from ..archive.models import Event
from ..archive.naming import title as name_of
from ..archive.store import fold
from ..archive.verdicts import WORDS
from ..edition import Edition
from ..figures.overview import Row, draw, is_crowded
from ..figures.svg import Sheet
from .division import Listing, by_date, by_year, part_pages, thread
from .page import GeneratedPage, grouped
from .wording import short_date
from .writer import Writer

Filter = tuple[str, str, list[tuple[str, list[tuple[str, str]]]]]
"""Name in the address, label, and groups of choices: heading, then value and text of each."""

HAPPENED = addresses.index_uri("events")
PUBLIC = "timeline/public.md"


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """The complete list by either clock."""
    events = list(edition.archive.events.values())
    yield from _pages(
        edition, by_day(edition), thread(HAPPENED, "event", "", "unknown", []),
        "Timeline", "Every event of the Soviet–Albanian split from 1946 to 1978, by year, each with its evidence.",
    )  # fmt: skip
    known = by_year(sorted((event for event in events if event.public), key=_publicity), lambda event: event.public.date)
    listing = Listing(PUBLIC, "published", known, lambda event: short_date(event.public.date))
    yield from _pages(
        edition, listing, thread(PUBLIC, "event", "Not known when", "unknown", [event for event in events if not event.public]),
        "Timeline by publication", "The events of the Soviet–Albanian split in the order in which outsiders could know of them.",
    )  # fmt: skip


def by_day(edition: Edition) -> Listing:
    """All events in order of the day on which they happened."""
    return Listing(HAPPENED, "happened", by_year(edition.archive.events.values()), by_date)


def _publicity(event: Event) -> Any:
    assert event.public is not None
    return event.public.date.sort_key, event.date.sort_key


def _pages(edition: Edition, listing: Listing, hidden: Listing, title: str, description: str) -> Iterator[GeneratedPage]:
    """The page of a list, and those of its parts; `hidden` are the events that the list leaves out."""
    uri, events = listing.uri, edition.archive.events.values()
    html = Writer(edition, uri).later(
        "timeline.jinja", partial(_costly, edition, listing), listing=listing, hidden=hidden, by_publication=uri == PUBLIC,
        total=len(events), told=sum(bool(event.study) for event in events), shown=sum(len(section.records) for section in listing.sections),
    )  # fmt: skip
    page = GeneratedPage(uri, title, description, html, "data/events.yml", in_nav=uri == HAPPENED, side_title="Years", side=listing.side(uri))
    yield page
    yield from part_pages(edition, listing, page)
    yield from part_pages(edition, hidden, page)


def _costly(edition: Edition, listing: Listing) -> dict[str, Any]:
    rows = _rows(edition, Writer(edition, listing.uri))
    return {
        "drawing": _drawing(rows, listing) if listing.uri == HAPPENED else None,
        "crowded": any(is_crowded(rows, sheet) for sheet, _ in _SHEETS),
        "filters": _filters(edition),
    }


_SHEETS = [
    (Sheet(f"{name}-{size}", width, datetime.date(first, 1, 1), datetime.date(1962, 1, 1)), title)
    for name, first, title in (("all", 1948, "All events, 1948–1961"), ("late", 1960, "Events of 1960 and 1961"))
    for size, width in (("wide", 880), ("narrow", 340))
]
"""The overview for wide and for narrow screens, whole and with the last two years enlarged, with its titles; style sheets show one of each."""


def _drawing(rows: list[Row], listing: Listing) -> Markup:
    drawn = []
    for sheet, title in _SHEETS:
        svg = draw(rows, sheet, title, lambda id: listing.link(id, listing.uri))
        drawn.append(f'<div class="{"wide" if sheet.is_wide else "narrow"}-only">{svg}</div>')
    return Markup("".join(drawn))


def _rows(edition: Edition, writer: Writer) -> list[Row]:
    by_chapter = dict(grouped(edition.archive.events.values(), lambda event: event.chapter))
    return [
        Row(front.number, front.title, writer.to(page.src_uri), (front.span.earliest, front.span.latest), by_chapter[front.number])
        for page, front in edition.chapters
        if front.number in by_chapter
    ]


def _filters(edition: Edition) -> list[Filter]:
    """What readers may choose among: only what some event has, and of persons and bodies those that several events share."""
    events = list(edition.archive.events.values())
    chapters = [(str(front.number), f"{front.number} {front.title}") for _, front in edition.chapters]
    return [
        ("who", "Who", [("States, parties and others", _often(edition, events, "bodies")), ("People", _often(edition, events, "people"))]),
        ("kind", "What", [("", [(kind, kind) for kind in sorted({event.kind for event in events})])]),
        ("at", "Where", [("", _named(edition, {event.place for event in events if event.place}))]),
        ("chapter", "Chapter", [("", chapters)]),
        ("certainty", "Certainty", [("", [(word, word) for word in WORDS])]),
        ("told", "Told by", [("", [("study", "the study"), ("edition", "this edition only")])]),
    ]


def _often(edition: Edition, events: list[Event], field: str) -> list[tuple[str, str]]:
    counts = Counter(id for event in events for id in getattr(event, field))
    return _named(edition, {id for id, count in counts.items() if count > 2})


def _named(edition: Edition, ids: set[str]) -> list[tuple[str, str]]:
    records = [record for id in ids if (record := edition.archive.get(id))]
    return sorted(((record.id, name_of(record, edition.archive)) for record in records), key=lambda pair: fold(pair[1]))
