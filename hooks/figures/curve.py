"""The curve of relations: each act a stem, in two panels for the two directions, over the remembered sum of earlier acts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Literal

from ..archive.coding import Direction
from ..archive.dates import MONTHS, Date
from ..archive.models import Event
from ..archive.store import Archive
from ..archive.verdicts import was_read
from .svg import Calendar, Labels, Sheet, line, num, points, signed

Clock = Literal["happened", "public"]
MOST_STEMS = 150
"""Of more acts only the weightiest of each turning point is drawn as a stem; the remembered sum shows the others."""
HALF_LIVES = (6, 12, 24)
"""Months after which an act weighs half, for the band and, the middle one, the line."""
_MONTH = 365.25 / 12
_STOCK_PER_WEIGHT = 8
"""The remembered sum is drawn smaller than the stems: this many of its units take the room of one unit of weight."""


@dataclass(frozen=True)
class Stem:
    """One act."""

    event: Event
    direction: Direction
    code: str
    label: str
    weight: float
    date: Date
    """When it happened, or when it became public."""
    seen: bool
    """Whether this edition read, in full or in part, a source that supports its event."""

    @cached_property
    def middle(self) -> datetime.date:
        """The day at which the stem stands."""
        return self.date.earliest + (self.date.latest - self.date.earliest) / 2


def stems(archive: Archive, dyad: Direction, clock: Clock = "happened") -> list[Stem]:
    """The acts of a dyad in both directions, in order of the clock; those with no known day of publication are left out of the second."""
    ways = (dyad, dyad[::-1])
    found = [
        Stem(
            event,
            (act.from_, act.to),
            act.weis,
            archive.coding.scale[act.weis].label,
            archive.coding.scale[act.weis].weight,
            date,
            any(was_read(statement.evidence, archive) for statement in event.statements),
        )
        for event in archive.events.values()
        for act in event.acts
        if (act.from_, act.to) in ways and (date := event.date if clock == "happened" else event.public.date if event.public else None)
    ]
    return sorted(found, key=lambda stem: (stem.middle, stem.event.id, stem.code))


def remembered(acts: Iterable[Stem], day: datetime.date, months: int) -> float:
    """The sum of the acts up to a day, each losing half its weight every so many months."""
    return sum(act.weight * 2 ** (-(day - act.middle).days / (months * _MONTH)) for act in acts if act.middle <= day)


def _remembered_on(acts: Sequence[Stem], days: Sequence[datetime.date], months: int) -> list[float]:
    """The same for many days in order, each from the one before it: the acts are in order of their middles."""
    sums, total, before, number = [], 0.0, days[0], 0
    for day in days:
        total *= 2 ** (-(day - before).days / (months * _MONTH))
        while number < len(acts) and acts[number].middle <= day:
            total += acts[number].weight * 2 ** (-(day - acts[number].middle).days / (months * _MONTH))
            number += 1
        sums.append(total)
        before = day
    return sums


@dataclass(frozen=True)
class Frame(Sheet):
    """How the panels of a drawing are laid out."""

    unit: float = 7
    """Pixels for one unit of weight."""
    every: int = 1
    """Which years are named."""
    months: bool = False
    reach: tuple[float, float] = (9, 10)
    """Highest and lowest weight for which there is room."""


def draw(acts: Sequence[Stem], heads: Sequence[tuple[Direction, str]], frame: Frame, title: str, href: Callable[[str], str]) -> str:
    """The drawing as SVG: a panel for each direction with its head, one above the other on the same calendar.

    Stems link to their events; `href` gives the address of an event's page.
    """
    left, right = (36, 34) if frame.is_wide else (26, 26)
    calendar = Calendar(frame.first, frame.last, left, frame.width - right)
    panel, gap, top = sum(frame.reach) * frame.unit, 62, 24
    height = top + 2 * panel + gap
    name = f"{frame.name}-t"
    parts = [f'<svg class="fig" viewBox="0 0 {num(frame.width)} {num(height)}" role="group" aria-labelledby="{name}">']
    parts.append(f'<title id="{name}">{escape(title)}</title>')
    named = _named(acts)
    for number, (direction, head) in enumerate(heads):
        zero = top + number * (panel + gap) + frame.reach[0] * frame.unit
        own, shown = ([act for act in some if act.direction == direction] for some in (acts, foremost(acts)))
        parts += _panel(own, shown, named, head, zero, frame, calendar, href)
        if number == 0:
            parts += _years(frame, calendar, zero + frame.reach[1] * frame.unit + 18)
    return "".join([*parts, "</svg>"])


def _panel(
    acts: Sequence[Stem],
    shown: Sequence[Stem],
    named: Sequence[Stem],
    head: str,
    zero: float,
    frame: Frame,
    calendar: Calendar,
    href: Callable[[str], str],
) -> list[str]:
    """One direction: the remembered sum of its acts, and those of them that are shown as stems."""
    high, low = zero - frame.reach[0] * frame.unit, zero + frame.reach[1] * frame.unit
    parts = [f'<text class="panel" x="0" y="{num(high - 9)}">{escape(head)}</text>', _stock(acts, zero, frame, calendar)]
    for day in _marks(frame):
        parts.append(line("grid" if day.month == 1 else "grid fine", calendar.x(day), high, calendar.x(day), low))
    for weight in (-8, -4, 0, 4, 8):
        if -frame.reach[1] <= weight <= frame.reach[0]:
            y = num(zero - weight * frame.unit + 4)
            parts.append(f'<text class="tick" x="{num(calendar.left - 6)}" y="{y}" text-anchor="end">{signed(weight)}</text>')
    parts.append(line("axis", calendar.left, zero, calendar.right, zero))
    inside = [act for act in shown if calendar.holds(act.middle)]
    labels = Labels(frame.width, high - 6, low + 4)
    for act in inside:
        labels.keep_clear(calendar.x(act.middle), zero - act.weight * frame.unit)
    parts += [_stem(act, zero, frame, calendar, href) for act in inside]
    ordered = sorted((act for act in inside if act in named), key=lambda act: -abs(act.weight))
    return parts + [labels.place(act.event.label or "", calendar.x(act.middle), zero - act.weight * frame.unit, act.weight > 0) for act in ordered]


def is_crowded(acts: Sequence[Stem]) -> bool:
    """Whether there are too many acts for a stem each."""
    return len(acts) > MOST_STEMS


def foremost(acts: Sequence[Stem]) -> Sequence[Stem]:
    """The acts that have a stem of their own: all, or where these are too many the weightiest of each turning point."""
    return _named(acts) if is_crowded(acts) else acts


def _named(acts: Iterable[Stem]) -> list[Stem]:
    """The weightiest act of each turning point: its name is set there and nowhere else."""
    weightiest: dict[str, Stem] = {}
    for act in acts:
        if act.event.label and abs(act.weight) > abs(getattr(weightiest.get(act.event.id), "weight", 0)):
            weightiest[act.event.id] = act
    return list(weightiest.values())


def _stock(acts: Sequence[Stem], zero: float, frame: Frame, calendar: Calendar) -> str:
    """The remembered sum: a band between the shortest and the longest memory, and a line for the middle one."""
    step = max(4, (frame.last - frame.first).days // (150 if frame.is_wide else 70))
    days = [frame.first + datetime.timedelta(days=day) for day in range(0, (frame.last - frame.first).days + 1, step)]
    scale = frame.unit / _STOCK_PER_WEIGHT
    sums = list(zip(*(_remembered_on(acts, days, months) for months in HALF_LIVES), strict=True))
    upper = [(calendar.x(day), zero - max(values) * scale) for day, values in zip(days, sums, strict=True)]
    lower = [(calendar.x(day), zero - min(values) * scale) for day, values in zip(days, sums, strict=True)]
    middle = [(calendar.x(day), zero - values[1] * scale) for day, values in zip(days, sums, strict=True)]
    return f'<polygon class="band" points="{points(upper + lower[::-1])}"/><polyline class="stock" points="{points(middle)}"/>'


def _stem(act: Stem, zero: float, frame: Frame, calendar: Calendar, href: Callable[[str], str]) -> str:
    x, y = calendar.x(act.middle), zero - act.weight * frame.unit
    hollow = "" if act.seen else " unseen"
    said = f"{act.date}: {act.event.title} ({act.label} {signed(act.weight)}{'' if act.seen else ', not seen by us'})"
    start, end = calendar.x(act.date.earliest), calendar.x(act.date.latest)
    doubt = ""
    if end - start > 7:
        doubt = f'<path class="whisker" d="M{num(start)} {num(y - 3)}v6m0-3H{num(end)}m0-3v6"/>'
    radius = 3.3 if frame.is_wide else 2.6
    return (
        f'<a href="{escape(href(act.event.id))}"><title>{escape(said)}</title>{doubt}'
        f'<path class="stem{hollow}" d="M{num(x)} {num(zero)}V{num(y)}"/><circle class="head{hollow}" cx="{num(x)}" cy="{num(y)}" r="{radius}"/></a>'
    )


def _marks(frame: Frame) -> list[datetime.date]:
    months = range(1, 13) if frame.months else (1,)
    days = [datetime.date(year, month, 1) for year in range(frame.first.year, frame.last.year + 1) for month in months]
    return [day for day in days if frame.first <= day <= frame.last]


def _years(frame: Frame, calendar: Calendar, y: float) -> list[str]:
    """The names of years and months between the panels."""
    parts = []
    for day in _marks(frame):
        if day >= frame.last:
            continue
        x = num(calendar.x(day) + 3)
        if frame.months:
            if frame.is_wide or day.month % 3 == 1:
                parts.append(f'<text class="tick" x="{x}" y="{num(y)}">{MONTHS[day.month][:3]}</text>')
            if day.month == 1:
                parts.append(f'<text class="tick year" x="{x}" y="{num(y + 15)}">{day.year}</text>')
        elif (day.year - frame.first.year) % frame.every == 0:
            parts.append(f'<text class="tick" x="{x}" y="{num(y)}">{day.year}</text>')
    return parts
