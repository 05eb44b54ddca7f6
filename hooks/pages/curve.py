"""/curve/: the curve of relations for each pair of states and either clock, and the series of figures."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup
from resvg_py import svg_to_bytes

from ..archive.agreement import agreement
from ..archive.coding import DYADS, Direction
from ..archive.models import Series
from ..archive.store import Archive
from ..archive.verdicts import was_read
from ..edition import Edition
from ..exports.curve_csv import curve_csv
from ..figures.bars import bar
from ..figures.curve import Clock, Frame, Stem, draw, foremost, is_crowded, stems
from ..figures.emblem import mark, picture
from .finding import Finding
from .page import GeneratedPage, Side
from .writer import Writer

SIDES = {"ussr": "Moscow", "albania": "Tirana", "china": "Beijing", "yugoslavia": "Belgrade"}
"""The sides of the curve by their capitals, as the drawing heads its panels."""
CLOCKS: dict[Clock, str] = {"happened": "when it happened", "public": "when it became public"}
WHOLE = datetime.date(1948, 1, 1), datetime.date(1962, 1, 1)
LATE = datetime.date(1960, 1, 1), datetime.date(1962, 1, 1)


@dataclass(frozen=True)
class View:
    """One pair of states by one clock."""

    dyad: Direction
    clock: Clock

    @property
    def uri(self) -> str:
        if self.dyad == DYADS[0]:
            return "curve/index.md" if self.clock == "happened" else "curve/public.md"
        return f"curve/{'-'.join(self.dyad)}{'-public' if self.clock == 'public' else ''}.md"

    @property
    def csv_uri(self) -> str:
        return f"curve/{'-'.join(self.dyad)}-{self.clock}.csv"

    @property
    def name(self) -> str:
        return " and ".join(SIDES[side] for side in self.dyad)

    @property
    def heads(self) -> tuple[tuple[Direction, str], tuple[Direction, str]]:
        one, two = self.dyad
        return ((one, two), f"{SIDES[one]} toward {SIDES[two]}"), ((two, one), f"{SIDES[two]} toward {SIDES[one]}")


VIEWS = tuple(View(dyad, clock) for dyad in DYADS for clock in CLOCKS)


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """A page for each pair and clock; the first also holds the series."""
    ids = list(edition.archive.events)
    agreed = agreement(edition.archive.coding, ids) if edition.archive.coding.coders else None
    for view in VIEWS:
        acts = stems(edition.archive, view.dyad, view.clock)
        writer = Writer(edition, view.uri)
        first = view is VIEWS[0]
        series = list(edition.archive.series.values()) if first else []
        html = writer.later(
            "curve.jinja", partial(_costly, view, acts, writer, series), view=view, views=VIEWS,
            clocks=CLOCKS, sides=SIDES, acts=foremost(acts), count=len(acts), crowded=is_crowded(acts),
            series=series, agreed=agreed, csv=_csv_link(view),
        )  # fmt: skip
        side: tuple[Side, ...] = (Side("The drawing", "#drawing"), Side("What it cannot show", "#limits"), Side("The same in numbers", "#numbers"))
        side += tuple(Side(item.title, f"#{item.id}") for item in series)
        title = "Curve" if first else f"Curve: {view.name}, {CLOCKS[view.clock]}"
        description = f"What {view.name} did to each other, act by act, 1948–1961, {CLOCKS[view.clock]}: a drawing, a table and a file."
        finding = Finding("page", heading="The curve of relations") if first else None
        yield GeneratedPage(
            view.uri, title, description, html, "data/events.yml",
            in_nav=first, side_title="Curve", side=side, files=(view.csv_uri,), finding=finding,
        )  # fmt: skip


def _costly(view: View, acts: list[Stem], writer: Writer, series: list[Series]) -> dict[str, Any]:
    figures = [("1948 to 1961", _drawings(view, acts, writer, "whole", WHOLE))]
    if view.dyad == DYADS[0]:
        figures.append(("1960 and 1961, enlarged", _drawings(view, acts, writer, "late", LATE)))
    return {"figures": figures, "bars": {item.id: _bars(item, writer.archive) for item in series}}


def files(edition: Edition) -> Iterator[tuple[str, str | bytes]]:
    """The table behind each drawing and the pictures made from the first of them, as (path in the site, content)."""
    first = stems(edition.archive, VIEWS[0].dyad)
    yield "img/mark.svg", mark(first)
    yield "img/social.png", svg_to_bytes(svg_string=picture(first, [direction for direction, _ in VIEWS[0].heads]), skip_system_fonts=True)
    for view in VIEWS:
        yield view.csv_uri, curve_csv(stems(edition.archive, view.dyad, view.clock))


def home_curve(edition: Edition, uri: str) -> Markup:
    """The main curve without labels of months, for the home page."""
    view = VIEWS[0]
    return _drawings(view, stems(edition.archive, view.dyad), Writer(edition, uri), "home", WHOLE)


def _bars(series: Series, archive: Archive) -> list[Markup]:
    """A bar for each figure of a series whose figures may be compared; none for others."""
    most = max(figure.value for figure in series.figures)
    return [Markup(bar(figure.value, most, was_read(figure.evidence, archive))) for figure in series.figures] if series.comparable else []


def _csv_link(view: View) -> str:
    """From a page of the curve to its file, which lies beside the folder of the page."""
    return view.csv_uri.removeprefix("curve/") if view.uri == "curve/index.md" else f"../{view.csv_uri.removeprefix('curve/')}"


def _frames(name: str, span: tuple[datetime.date, datetime.date]) -> tuple[Frame, Frame]:
    """The layouts of a drawing for wide and for narrow screens."""
    if name == "late":
        late = Frame("late-wide", 880, *span, unit=12, months=True, reach=(5, 10))
        return late, replace(late, name="late-narrow", width=340, unit=11)
    wide = Frame("home-wide", 580, *span, unit=5.4, every=2) if name == "home" else Frame("whole-wide", 880, *span)
    return wide, Frame(f"{name}-narrow", 340, *span, unit=6, every=3)


def _drawings(view: View, acts: list[Stem], writer: Writer, name: str, span: tuple[datetime.date, datetime.date]) -> Markup:
    """The drawing twice, for wide and for narrow screens; style sheets show one of them."""
    href: Callable[[str], str] = lambda id: writer.href("events", id)  # noqa: E731
    title = f"Acts between {view.name}, {CLOCKS[view.clock]}, {span[0].year}–{span[1].year - 1}"
    drawn = [(frame, draw(acts, view.heads, frame, title, href)) for frame in _frames(name, span)]
    return Markup("".join(f'<div class="{"wide-only" if frame.is_wide else "narrow-only"}">{svg}</div>' for frame, svg in drawn))
