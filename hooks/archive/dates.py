"""Dates as historians need them: a strict subset of EDTF (ISO 8601-2), read, ordered and put in words.

Accepted, and nothing else:

    1960-08-13   1960-08   1960   1960-21 … 1960-24 (spring, summer, autumn, winter)
    1960-08-XX (a day in the month)   196X (a year in the decade)
    any of these followed by ? (uncertain), ~ (approximate) or % (both)
    A/B  an interval with both ends given;  ../B  not after;  A/..  not before

The meaning of seasons follows EDTF level 1; winter is counted with the year in which it begins.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

Qualifier = Literal["", "?", "~", "%"]

ALLOWED = "1960-08-13, 1960-08, 1960, 1960-22 (summer), 1960-08-XX, 196X, each with ? ~ or % if doubtful, or two of them as 1960-06-18/1960-06-27"

MONTHS = tuple(calendar.month_name)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
_POINT = re.compile(r"(?P<year>\d{3}[\dX])(?:-(?P<month>\d\d)(?:-(?P<day>\d\d|XX))?)?(?P<qualifier>[?~%]?)", re.ASCII)


class BadDate(ValueError):
    """A string that is not a date of the accepted subset; its text says what is wrong and what is allowed."""


@dataclass(frozen=True)
class Point:
    """One end of a date: a day, month, season, year or decade, with its qualifier."""

    year: int
    """The year; of a decade its first year."""
    month: int
    """1–12 a month, 21–24 a season, 0 none."""
    day: int
    """1–31, or 0 where the day is not given."""
    qualifier: Qualifier
    decade: bool
    unknown_day: bool
    """Written YYYY-MM-XX: some single day of the month."""

    @property
    def iso(self) -> str:
        """The day, month or year as ISO 8601 has it, without its doubt; empty for seasons and decades, which that norm does not know."""
        if self.decade or self.month in SEASONS:
            return ""
        return "-".join([f"{self.year:04}", *(f"{number:02}" for number in (self.month, self.day) if number)])

    @cached_property
    def earliest(self) -> datetime.date:
        """The first day that this can mean."""
        return datetime.date(self.year, _FIRST_MONTH.get(self.month, self.month or 1), self.day or 1)

    @cached_property
    def latest(self) -> datetime.date:
        """The last day that this can mean."""
        if self.decade or not self.month:
            return datetime.date(self.year + (9 if self.decade else 0), 12, 31)
        if self.month in SEASONS:
            last = _FIRST_MONTH[self.month] + 2
            year, month = self.year + last // 13, (last - 1) % 12 + 1
        else:
            year, month = self.year, self.month
        return datetime.date(year, month, self.day or calendar.monthrange(year, month)[1])


@dataclass(frozen=True)
class Date:
    """A date or interval. Sorts by what it can mean: earliest day first, then latest."""

    text: str
    start: Point | None
    """None where the interval is open before."""
    end: Point | None
    """Equal to start for a single date; None where the interval is open after."""

    @cached_property
    def earliest(self) -> datetime.date:
        """First possible day; of an interval open before, that of its known end."""
        return (self.start or self.end).earliest  # type: ignore[union-attr]

    @cached_property
    def latest(self) -> datetime.date:
        """Last possible day; of an interval open after, that of its known start."""
        return (self.end or self.start).latest  # type: ignore[union-attr]

    @property
    def sort_key(self) -> tuple[datetime.date, datetime.date, str]:
        """Orders dates of unequal precision the same way on every machine."""
        return self.earliest, self.latest, self.text

    @property
    def is_doubtful(self) -> bool:
        """True where the string itself admits doubt (a qualifier, X, or an open end): a reason is then required."""
        return any(p is None or p.qualifier or p.decade or p.unknown_day for p in (self.start, self.end))

    @property
    def is_interval(self) -> bool:
        return self.start is not self.end and self.start != self.end

    @cached_property
    def in_words(self) -> str:
        """As `humanise` puts it."""
        return humanise(self)

    def __str__(self) -> str:
        return self.in_words


def _point(text: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise BadDate(f'"{text}" is not a date; allowed: {ALLOWED}')
    year, month, day = found["year"], int(found["month"] or 0), found["day"] or ""
    decade = year.endswith("X")
    if (decade and month) or (month in SEASONS and day) or (found["month"] and month not in (*range(1, 13), *SEASONS)):
        raise BadDate(f'"{text}" is not a date; allowed: {ALLOWED}')
    number = int(year.replace("X", "0"))
    if not number:
        raise BadDate(f'"{text}": there is no year 0; give the year in four figures')
    if day.isdigit() and not 1 <= int(day) <= calendar.monthrange(number, month)[1]:
        raise BadDate(f'"{text}": {MONTHS[month]} {number} has {calendar.monthrange(number, month)[1]} days; mend the day')
    if number == datetime.MAXYEAR:
        raise BadDate(f'"{text}" lies at the end of the calendar; mend the year')
    return Point(number, month, int(day) if day.isdigit() else 0, found["qualifier"], decade, day == "XX")  # type: ignore[arg-type]


@cache
def parse(text: str) -> Date:
    """Read one EDTF string of the subset.

    Raises BadDate for anything else, for days that the month does not have and for intervals that run backwards.
    """
    first, slash, last = text.partition("/")
    if slash and not (first and last):
        raise BadDate(f'"{text}" lacks an end; write .. for an end that is not known')
    if not slash:
        point = _point(text)
        return Date(text, point, point)
    if first == last == "..":
        raise BadDate(f'"{text}" says nothing; give at least one end')
    date = Date(text, None if first == ".." else _point(first), None if last == ".." else _point(last))
    if date.start and date.end and (date.start.earliest > date.end.earliest or date.start.latest > date.end.latest):
        raise BadDate(f'"{text}" runs backwards; write the earlier date first')
    return date


def _words(point: Point, with_month: bool = True, with_year: bool = True) -> str:
    if point.decade:
        return f"{point.year}s"
    name = SEASONS.get(point.month) or (MONTHS[point.month] if point.month else "")
    parts = [
        str(point.day) if point.day else "",
        name if with_month else "",
        str(point.year) if with_year or not point.month else "",
    ]
    return " ".join(part for part in parts if part)


def _mark(words: str, qualifier: str) -> str:
    if qualifier in ("~", "%"):
        words = f"c. {words}"
    return f"{words} (?)" if qualifier in ("?", "%") else words


def period(start: Date | None, end: Date | None) -> str:
    """Words for a time between two dates of which either may be unknown: "1941–1985", "from 1947", "until 1 August 1953"."""
    if start and end:
        return str(start) if start == end else humanise(Date(f"{start.text}/{end.text}", start.start, end.end))
    return f"from {start}" if start else f"until {end}" if end else ""


def humanise(date: Date) -> str:
    """The date as a person writes it in British English: "18–27 June 1960", "summer 1960", "c. April 1956".

    Uncertain dates end in "(?)", approximate ones begin with "c."; both signs once for an interval whose ends agree.
    """
    start, end = date.start, date.end
    if start is None or end is None:
        point = start or end
        assert point is not None
        return _mark(f"{'from' if start else 'by'} {_words(point)}", point.qualifier)
    if not date.is_interval:
        return _mark(_words(start), start.qualifier)
    same_year = start.year == end.year and not start.decade and not end.decade
    same_month = same_year and start.month == end.month and bool(start.day and end.day)
    # Doubt that differs between the ends must stay with its end, so nothing is shared then.
    if start.qualifier != end.qualifier:
        return f"{_mark(_words(start), start.qualifier)} – {_mark(_words(end), end.qualifier)}"
    left, right = _words(start, with_month=not same_month, with_year=not same_year), _words(end)
    tight = same_month or (" " not in left and " " not in right) or (same_year and not start.day and not end.day)
    return _mark(f"{left}–{right}" if tight else f"{left} – {right}", start.qualifier)
