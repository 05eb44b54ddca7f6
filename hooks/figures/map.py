"""The two maps: Albania, and the wider one from London to Beijing. Outlines and pins, projected while the site is built."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from pyproj import Transformer

from ..archive.models import Place
from ..archive.outlines import Line, Outline
from .svg import Labels, num


@dataclass(frozen=True)
class View:
    """What a map shows and how the globe is laid flat for it."""

    name: str
    """As in data/map/outlines.geojson."""
    projection: str
    """In the words of PROJ."""
    reach: tuple[tuple[float, float], ...]
    """Points, as longitude and latitude, of which the outermost lie on the edges of the sheet."""
    width: float

    @cached_property
    def _flat(self) -> Transformer:
        return Transformer.from_crs("EPSG:4326", self.projection, always_xy=True)

    @cached_property
    def _edges(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top in metres of the projection."""
        x, y = zip(*(self._flat.transform(*point) for point in self.reach), strict=True)
        return min(x), min(y), max(x), max(y)

    @cached_property
    def _scale(self) -> float:
        """Pixels for a metre."""
        left, _, right, _ = self._edges
        return self.width / (right - left)

    @cached_property
    def height(self) -> float:
        _, bottom, _, top = self._edges
        return (top - bottom) * self._scale

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """A point of the globe in pixels from the upper left."""
        left, _, _, top = self._edges
        x, y = self._flat.transform(longitude, latitude)
        return (x - left) * self._scale, (top - y) * self._scale

    def holds(self, x: float, y: float) -> bool:
        return 0 <= x <= self.width and 0 <= y <= self.height


ALBANIA = "+proj=tmerc +lon_0=20 +lat_0=41 +ellps=WGS84"
EURASIA = "+proj=laea +lon_0=60 +lat_0=45 +ellps=WGS84"
"""Transverse Mercator keeps shapes on a small sheet; Lambert's azimuthal projection keeps areas on a large one (Snyder 1987)."""


@dataclass(frozen=True)
class Pin:
    """A place, and in how many events it appears."""

    place: Place
    events: int


def draw(view: View, outlines: Iterable[Outline], pins: Sequence[Pin], title: str, href: Callable[[str], str]) -> str:
    """The map as SVG. The area of a pin grows with its events; names are set where they touch nothing, the busiest places first."""
    id = f"map-{view.name}-{num(view.width)}"
    parts = [f'<svg class="fig map {view.name}" viewBox="0 0 {num(view.width)} {num(view.height)}" role="group" aria-labelledby="{id}">']
    parts.append(f'<title id="{id}">{escape(title)}</title>')
    parts += [f'<path class="{outline.kind}" d="{_path(outline.lines, view)}"/>' for outline in outlines if outline.map == view.name]
    labels = Labels(view.width, 2, view.height - 2)
    shown = [(pin, *view.place(pin.place.longitude, pin.place.latitude)) for pin in sorted(pins, key=lambda pin: -pin.events)]
    shown = [(pin, x, y) for pin, x, y in shown if view.holds(x, y)]
    for pin, x, y in shown:
        labels.keep_clear(x, y, _radius(pin))
    for pin, x, y in shown:
        said = f"{pin.place.name}: {pin.events or 'no'} event{'' if pin.events == 1 else 's'}"
        dot = f'<circle class="head" cx="{num(x)}" cy="{num(y)}" r="{num(_radius(pin))}"/>'
        parts.append(
            f'<a href="{escape(href(pin.place.id))}"><title>{escape(said)}</title>{dot}{labels.place(pin.place.name, x, y, True, _radius(pin))}</a>'
        )
    return "".join([*parts, "</svg>"])


def _radius(pin: Pin) -> float:
    return 2.2 + 0.75 * math.sqrt(pin.events)


def _path(lines: Iterable[Line], view: View) -> str:
    """The lines within the sheet; a line that leaves it is broken there."""
    parts = []
    for line in lines:
        pen = False
        for x, y in (view.place(*point) for point in line):
            inside = -20 <= x <= view.width + 20 and -20 <= y <= view.height + 20
            if inside:
                parts.append(f"{'L' if pen else 'M'}{num(x)} {num(y)}")
            pen = inside
    return "".join(parts)
