"""Small tools for drawings: a scale of days, numbers without waste, labels that do not collide."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True)
class Calendar:
    """A stretch of days laid along a line."""

    first: datetime.date
    last: datetime.date
    left: float
    right: float

    def x(self, day: datetime.date) -> float:
        """Place of a day; days outside the stretch fall on its ends."""
        inside = min(max(day, self.first), self.last)
        return self.left + (inside - self.first).days / (self.last - self.first).days * (self.right - self.left)

    def holds(self, day: datetime.date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Sheet:
    """Size and stretch of a drawing; its name makes the ids in it unique on a page."""

    name: str
    width: float
    first: datetime.date
    last: datetime.date

    @property
    def is_wide(self) -> bool:
        return self.width > 500


def num(value: float) -> str:
    """A coordinate with one decimal at the most."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if abs(value) >= 0.05 else "0"


def points(pairs: list[tuple[float, float]]) -> str:
    return " ".join(f"{num(x)},{num(y)}" for x, y in pairs)


def signed(value: float) -> str:
    """A weight as readers see it: +7.4, −2.2, 0."""
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{abs(value):g}"


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line of a class."""
    return f'<line class="{kind}" x1="{num(x1)}" y1="{num(y1)}" x2="{num(x2)}" y2="{num(y2)}"/>'


@dataclass
class Labels:
    """Names set beside their marks, each at the first of some places where it touches nothing set before."""

    width: float
    top: float
    bottom: float
    size: float = 13
    _taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def keep_clear(self, x: float, y: float, reach: float = 3, end: float | None = None) -> None:
        """Reserve the room of a mark, or of a bar that goes on to its end."""
        self._taken.append((x - reach, y - reach, (x if end is None else end) + reach, y + reach))

    def place(self, text: str, x: float, y: float, up: bool, radius: float = 3) -> str:
        """The text as an SVG element beside a mark of this radius, or nothing where no place is free."""
        long = len(text) * self.size * 0.5
        away = -(radius + 5) if up else self.size + radius
        spots = [("middle", x, y + away), ("start", x + radius + 4, y + 4), ("end", x - radius - 4, y + 4)]
        spots += [(anchor, at, y + away * step) for step in (2.4, 3.6) for anchor, at in (("start", x - 4), ("middle", x), ("end", x + 4))]
        for anchor, at, base in spots:
            left = at - {"start": 0, "middle": long / 2, "end": long}[anchor]
            box = (left, base - self.size + 2, left + long, base + 2)
            inside = left > 0 and box[2] < self.width and self.top < box[1] and box[3] < self.bottom
            if inside and not any(_touch(box, other) for other in self._taken):
                self._taken.append(box)
                return f'<text class="label" text-anchor="{anchor}" x="{num(at)}" y="{num(base)}">{escape(text)}</text>'
        return ""


def _touch(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
