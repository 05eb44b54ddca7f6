"""/timeline/: every event by the day it happened, and /timeline/public/: by the day outsiders could know of it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from .. import addresses
from ..archive.models import Event
from ..archive.naming import title as name_of
from ..archive.store import fold
from ..archive.verdicts import WORDS
from ..edition import Edition
from ..figures.overview import Row, draw
from ..figures.svg import Sheet
from .page import GeneratedPage, Side, grouped
from .writer import Writer

Filter = tuple[str, str, list[tuple[str, list[tuple[str, str]]]]]
"""Name in the address, label, and groups of choices: heading, then value and text of each."""

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
    writer, by_publication = Writer(edition, uri), uri == PUBLIC
    html = writer.later(
        "timeline.jinja", lambda: {"drawing": None if by_publication else _drawing(edition, writer), "filters": _filters(edition)},
        years=years, by_publication=by_publication, **values,
    )  # fmt: skip
    side = tuple(Side(str(year), f"#y{year}") for year, _ in years)
    return GeneratedPage(uri, title, description, html, "data/events.yml", in_nav=uri == HAPPENED, side_title="Years", side=side)


def _drawing(edition: Edition, writer: Writer) -> Markup:
    """The overview for wide and for narrow screens, whole and with the last two years enlarged; style sheets show one of each."""
    rows = _rows(edition, writer)
    drawn = []
    for name, first, title in (("all", 1948, "All events, 1948–1961"), ("late", 1960, "Events of 1960 and 1961")):
        for size, width in (("wide", 880), ("narrow", 340)):
            sheet = Sheet(f"{name}-{size}", width, datetime.date(first, 1, 1), datetime.date(1962, 1, 1))
            drawn.append(f'<div class="{size}-only">{draw(rows, sheet, title, lambda id: f"#{id}")}</div>')
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
