"""/on-this-day/: what is known to the day, by the day of the year."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..archive.dates import MONTHS, Date
from ..archive.models import Event, Letter
from ..edition import Edition
from .division import Listing, Section, part_pages
from .page import GeneratedPage, grouped
from .writer import Writer

URI = "on-this-day/index.md"


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """Months, in them days, on each its events and documents by year."""
    records: list[Event | Letter] = [*edition.archive.events.values(), *edition.archive.letters.values()]
    certain = sorted((record for record in records if _is_a_day(record.date)), key=_in_the_year)
    months = [Section(MONTHS[month], MONTHS[month].lower(), found) for month, found in grouped(certain, lambda record: record.date.earliest.month)]
    listing = Listing(URI, "dated", months, lambda record: f"{record.date.earliest.day} {MONTHS[record.date.earliest.month]}")
    html = Writer(edition, URI).later("calendar.jinja", listing=listing, count=len(certain), days=_days)
    description = "What happened and what was written in the Soviet–Albanian split, by the day of the year."
    page = GeneratedPage(URI, "On this day", description, html, "data/events.yml", side_title="Months", side=listing.side(URI))
    yield page
    yield from part_pages(edition, listing, page)


def _days(month: Section) -> list[tuple[int, list[Event | Letter]]]:
    """The records of a month by day."""
    return grouped(month.records, lambda record: record.date.earliest.day)


def _is_a_day(date: Date) -> bool:
    return date.earliest == date.latest and not date.is_doubtful


def _in_the_year(record: Event | Letter) -> tuple[int, int, datetime.date, str]:
    day = record.date.earliest
    return day.month, day.day, day, record.id
