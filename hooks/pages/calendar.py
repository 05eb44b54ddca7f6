"""/on-this-day/: what is known to the day, by the day of the year."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..archive.dates import MONTHS, Date
from ..archive.models import Event, Letter
from ..edition import Edition
from .page import GeneratedPage, Side, grouped
from .writer import Writer

URI = "on-this-day/index.md"


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """One page: months, in them days, on each its events and documents by year."""
    records: list[Event | Letter] = [*edition.archive.events.values(), *edition.archive.letters.values()]
    certain = sorted((record for record in records if _is_a_day(record.date)), key=_in_the_year)
    months = [
        (MONTHS[month], grouped(found, lambda record: record.date.earliest.day))
        for month, found in grouped(certain, lambda record: record.date.earliest.month)
    ]
    writer = Writer(edition, URI)
    html = writer.later("calendar.jinja", months=months, count=len(certain), kind_of=edition.archive.kind_of)
    side = tuple(Side(month, f"#{month.lower()}") for month, _ in months)
    description = "What happened and what was written in the Soviet–Albanian split, by the day of the year."
    yield GeneratedPage(URI, "On this day", description, html, "data/events.yml", side_title="Months", side=side)


def _is_a_day(date: Date) -> bool:
    return date.earliest == date.latest and not date.is_doubtful


def _in_the_year(record: Event | Letter) -> tuple[int, int, datetime.date, str]:
    day = record.date.earliest
    return day.month, day.day, day, record.id
