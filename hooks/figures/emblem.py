"""Two small pictures drawn from the curve that stand alone: the mark in a browser's tab, and the picture that goes with a link."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ..archive.coding import Direction
from .curve import Stem, remembered
from .opening import FIRST, LAST
from .svg import Calendar, line, num, points

_PAPER, _INK, _SOFT, _HAND = "#fbfaf7", "#1d1b18", "#8d867a", "#7a1f17"
"""Paper, ink, line and the editor's hand of hooks/theme/css/edition.css, which does not reach these pictures."""


def mark(acts: Sequence[Stem]) -> str:
    """The remembered sum of all acts from 1948 to 1961 as one falling line, on 32 pixels."""
    days = [FIRST + (LAST - FIRST) / 24 * step for step in range(25)]
    sums = [remembered(acts, day, 12) for day in days]
    calendar, high, low = Calendar(FIRST, LAST, 4, 28), max(sums), min(sums)
    at = [(calendar.x(day), 26 - (value - low) / (high - low or 1) * 20) for day, value in zip(days, sums, strict=True)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="{_PAPER}"/>'
        f'<polyline points="{points(at)}" fill="none" stroke="{_HAND}" stroke-width="3" stroke-linejoin="round"/></svg>'
    )


def picture(acts: Sequence[Stem], directions: Sequence[Direction]) -> str:
    """The stems of both directions, 1200 by 630 pixels, as networks show it beside a link."""
    calendar = Calendar(FIRST, LAST, 90, 1110)
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">', f'<rect width="1200" height="630" fill="{_PAPER}"/>']
    years = [datetime.date(year, 1, 1) for year in range(FIRST.year, LAST.year + 1)]
    parts += [f'<g stroke="#d9d4c9">{"".join(line("", calendar.x(day), 60, calendar.x(day), 570) for day in years)}</g>']
    for row, direction in enumerate(directions):
        zero = 190 + row * 255
        parts.append(f'<path d="M90 {zero}H1110" stroke="{_SOFT}" stroke-width="2"/>')
        parts += [_stem(act, calendar.x(act.middle), zero) for act in acts if act.direction == direction and FIRST <= act.middle < LAST]
    return "".join([*parts, "</svg>"])


def _stem(act: Stem, x: float, zero: float) -> str:
    y = zero - 12 * act.weight
    fill = _INK if act.seen else _PAPER
    return (
        f'<path d="M{num(x)} {zero}V{num(y)}" stroke="{_INK}" stroke-width="3"/>'
        f'<circle cx="{num(x)}" cy="{num(y)}" r="7" fill="{fill}" stroke="{_INK}" stroke-width="3"/>'
    )
