"""The opening of a chapter: a small curve of all years, and under it the strip of years that runs along while one reads."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from html import escape

from ..archive.coding import Direction
from ..archive.dates import Date
from .curve import Stem

FIRST, LAST = datetime.date(1948, 1, 1), datetime.date(1962, 1, 1)
"""The years of the edition's title: the strip begins with the first day and ends before the last."""
_DAYS = (LAST - FIRST).days
_HIGH, _LOW = 90, 100
"""Room above and below each axis, in tenths of a unit of weight."""


def day_number(day: datetime.date) -> int:
    """Days from the beginning of the strip; days outside fall on its ends."""
    return min(max((day - FIRST).days, 0), _DAYS)


def small_curve(acts: Sequence[Stem], directions: Sequence[Direction], span: Date, title: str) -> str:
    """The stems of both directions, one above the other, on a ground that shows the span of the chapter.

    One drawing fits every width: it is stretched, a day wide and a tenth of a unit of weight high, under lines that
    keep their thickness. It is a picture of the whole; single acts are on the page of the curve.
    """
    rows = [_row(acts, direction, number * (_HIGH + _LOW) + _HIGH) for number, direction in enumerate(directions)]
    height = len(rows) * (_HIGH + _LOW)
    head = f'<svg viewBox="0 0 {_DAYS} {height}" preserveAspectRatio="none" role="img" aria-label="{escape(title)}">'
    return f"{head}{_ground(span, height)}{''.join(rows)}</svg>"


def strip(span: Date) -> str:
    """The ground of the row of years: the span of the chapter, and a mark that the script moves as the reader goes on."""
    mark = f"M{day_number(span.earliest)} 0v9"
    return f'<svg viewBox="0 0 {_DAYS} 9" preserveAspectRatio="none">{_ground(span, 9)}<path class="here" d="{mark}"/></svg>'


def _ground(span: Date, height: int) -> str:
    start, end = day_number(span.earliest), day_number(span.latest)
    return f'<path class="band" d="M{start} 0H{end}V{height}H{start}z"/>'


def _row(acts: Sequence[Stem], direction: Direction, zero: int) -> str:
    paths = []
    for kind, seen in (("stem", True), ("stem unseen", False)):
        stems = [act for act in acts if act.direction == direction and act.seen == seen and FIRST <= act.middle < LAST]
        drawn = "".join(dict.fromkeys(f"M{day_number(act.middle)} {zero}v{round(-10 * act.weight)}" for act in stems))
        paths.append(f'<path class="{kind}" d="{drawn}"/>' if drawn else "")
    return f'<path class="axis" d="M0 {zero}H{_DAYS}"/>{"".join(paths)}'
