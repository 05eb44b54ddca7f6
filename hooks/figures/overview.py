"""The overview of the timeline: a row for each chapter, a mark for each event, and how many fell in each quarter."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from ..archive.dates import Date
from ..archive.models import Event
from .svg import Calendar, Labels, Sheet, line, num

_HEAD, _LANE, _RADIUS, _BARS = 18, 7, 2.6, 26
"""Pixels: room for the name of a row, height of a lane of marks, half a mark, height of the tallest bar of a quarter."""


MOST_MARKS = 220
"""Of more events only the turning points have marks: a drawing of all would be heavier than a page may be, and a blot."""


@dataclass(frozen=True)
class Row:
    """A chapter with its events."""

    number: int
    title: str
    href: str
    span: tuple[datetime.date, datetime.date]
    """First and last day of which the chapter tells."""
    events: Sequence[Event]


@dataclass(frozen=True)
class _Mark:
    event: Event
    start: float
    end: float
    lane: int


def draw(rows: Sequence[Row], sheet: Sheet, title: str, href: Callable[[str], str]) -> str:
    """The overview as SVG. A point is a day, a bar a time that an event took, a line with stops the time within which its day lies.

    `href` gives the address to which the mark of an event leads.
    """
    calendar = Calendar(sheet.first, sheet.last, 8, sheet.width - 8)
    crowded = is_crowded(rows, sheet)
    y, body = 22.0 + _BARS + 8, [_quarters([event for row in rows for event in row.events], calendar, 22.0 + _BARS)]
    for row in rows:
        marks = _lanes([event for event in row.events if _falls_within(event.date, sheet) and (event.label or not crowded)], calendar)
        if not marks:
            continue
        height = _HEAD + (1 + max(mark.lane for mark in marks)) * _LANE + 5
        body += [_ground(row, calendar, y, height), *(_drawn(mark, y, href) for mark in marks)]
        body += _names(marks, y, height, sheet) if sheet.is_wide else []
        y += height + 4
    name = f"{sheet.name}-t"
    head = (
        f'<svg class="fig" viewBox="0 0 {num(sheet.width)} {num(y)}" role="group" aria-labelledby="{name}"><title id="{name}">{escape(title)}</title>'
    )
    return head + _years(calendar, sheet, y) + "".join(body) + "</svg>"


def is_crowded(rows: Sequence[Row], sheet: Sheet) -> bool:
    """Whether there are too many events for a mark each."""
    return sum(_falls_within(event.date, sheet) for row in rows for event in row.events) > MOST_MARKS


def _falls_within(date: Date, sheet: Sheet) -> bool:
    return date.latest >= sheet.first and date.earliest <= sheet.last


def _lanes(events: Sequence[Event], calendar: Calendar) -> list[_Mark]:
    """Marks in the highest lane where they touch none before them."""
    ends: list[float] = []
    marks = []
    for event in sorted(events, key=lambda event: event.date.sort_key):
        start, end = calendar.x(event.date.earliest), calendar.x(event.date.latest)
        lane = next((lane for lane, taken in enumerate(ends) if start - _RADIUS > taken + 1), len(ends))
        ends[lane : lane + 1] = [end + _RADIUS]
        marks.append(_Mark(event, start, end, lane))
    return marks


def _drawn(mark: _Mark, y: float, href: Callable[[str], str]) -> str:
    date, middle = mark.event.date, (mark.start + mark.end) / 2
    at = y + _HEAD + 3 + mark.lane * _LANE
    long = mark.end - mark.start > 2 * _RADIUS
    if long and date.is_interval and not date.is_doubtful:
        shape = f'<path class="bar" d="M{num(mark.start)} {num(at)}H{num(mark.end)}"/>'
    else:
        stops = f'<path class="whisker" d="M{num(mark.start)} {num(at - 3)}v6m0-3H{num(mark.end)}m0-3v6"/>' if long else ""
        shape = f'{stops}<circle class="head{" unseen" if date.is_doubtful else ""}" cx="{num(middle)}" cy="{num(at)}" r="{_RADIUS}"/>'
    return f'<a href="{escape(href(mark.event.id))}"><title>{escape(f"{date}: {mark.event.title}")}</title>{shape}</a>'


def _names(marks: Sequence[_Mark], y: float, height: float, sheet: Sheet) -> list[str]:
    """Names of turning points, to the left of their marks where there is room."""
    labels = Labels(sheet.width, y + _HEAD - 8, y + height + 4, size=12)
    places = [((mark.start + mark.end) / 2, y + _HEAD + 3 + mark.lane * _LANE) for mark in marks]
    for mark, (_, at) in zip(marks, places, strict=True):
        labels.keep_clear(mark.start, at, end=mark.end)
    return [labels.place(mark.event.label or "", x, at, True) for mark, (x, at) in zip(marks, places, strict=True) if mark.event.label]


def _ground(row: Row, calendar: Calendar, y: float, height: float) -> str:
    start, end = calendar.x(row.span[0]), calendar.x(row.span[1])
    band = f'<rect class="band" x="{num(start)}" y="{num(y)}" width="{num(end - start)}" height="{num(height)}"/>' if end > start else ""
    return f'{band}<a href="{escape(row.href)}"><text class="row" x="8" y="{num(y + 13)}">{row.number} {escape(row.title)}</text></a>'


def _quarters(events: Sequence[Event], calendar: Calendar, foot: float) -> str:
    """How many events began in each quarter, as bars; those known to the year only are left out, for they have no quarter."""
    begun = [event.date.earliest for event in events if (event.date.latest - event.date.earliest).days < 364]
    counts = Counter((day.year, (day.month - 1) // 3) for day in begun if calendar.holds(day))
    unit = _BARS / max(counts.values(), default=1)
    bars = []
    for (year, quarter), count in sorted(counts.items()):
        first = datetime.date(year, 3 * quarter + 1, 1)
        left, right = calendar.x(first), calendar.x(first + datetime.timedelta(days=91))
        bars.append(f"M{num(left)} {num(foot)}v-{num(count * unit)}H{num(right - 1)}v{num(count * unit)}z")
    return f'<path class="density" d="{"".join(bars)}"/>'


def _years(calendar: Calendar, sheet: Sheet, bottom: float) -> str:
    parts = []
    for year in range(sheet.first.year, sheet.last.year + 1):
        x = calendar.x(datetime.date(year, 1, 1))
        parts.append(line("grid", x, 16, x, bottom))
        if year < sheet.last.year and (sheet.is_wide or year % 3 == 0 or sheet.last.year - sheet.first.year < 4):
            parts.append(f'<text class="tick" x="{num(x + 3)}" y="13">{year}</text>')
    return "".join(parts)
