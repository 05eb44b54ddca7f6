"""The maps on /places/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..edition import Edition
from ..figures.map import ALBANIA, EURASIA, Pin, View, draw
from .writer import Writer


@dataclass(frozen=True)
class _Sheet:
    heading: str
    outlines: str
    projection: str
    reach: tuple[tuple[float, float], ...]
    """Points that lie on the edges."""
    wide: float
    """Width in pixels on wide screens."""


_HOME = _Sheet("Albania", "albania", ALBANIA, ((18.7, 39.45), (21.4, 42.8)), 560)
_WORLD = _Sheet("From London to Beijing", "wide", EURASIA, ((-10, 44), (0, 57), (104, 16), (129, 30)), 880)
_NARROW = 340
_MOST_PINS = 150
"""Of more places only the busiest have a pin."""


def maps(edition: Edition, writer: Writer) -> list[tuple[str, Markup]]:
    """Heading and drawing of each map, Albania first; on the wider one Albania is its busiest place alone."""
    events = Counter(event.place for event in edition.archive.events.values())
    busiest = sorted(edition.archive.places.values(), key=lambda place: -events[place.id])[:_MOST_PINS]
    pins = [Pin(place, events[place.id]) for place in edition.archive.places.values() if place in busiest]
    home = [pin for pin in pins if pin.place.country == "Albania"]
    world = [pin for pin in pins if pin not in home] + sorted(home, key=lambda pin: pin.events)[-1:]
    return [(sheet.heading, _drawn(edition, writer, sheet, shown)) for sheet, shown in ((_HOME, home), (_WORLD, world))]


def _drawn(edition: Edition, writer: Writer, sheet: _Sheet, pins: Sequence[Pin]) -> Markup:
    """For wide and for narrow screens; style sheets show one of the two."""
    drawn = []
    for size, width in (("wide", sheet.wide), ("narrow", _NARROW)):
        view = View(sheet.outlines, sheet.projection, sheet.reach, width)
        svg = draw(view, edition.archive.outlines, pins, f"Map: {sheet.heading}", lambda id: writer.href("places", id))
        drawn.append(f'<div class="{size}-only">{svg}</div>')
    return Markup("".join(drawn))
