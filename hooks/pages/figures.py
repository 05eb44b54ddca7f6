"""/curve/: the figures of the story as tables, each with its sources."""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses
from ..edition import Edition
from .page import GeneratedPage, Side
from .writer import Writer


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """One page for all series."""
    uri = addresses.index_uri("series")
    series = list(edition.archive.series.values())
    html = Writer(edition, uri).render("figures.jinja", series=series)
    side = tuple(Side(item.title, f"#{item.id}") for item in series)
    yield GeneratedPage(
        uri, "Figures", "Aid, trade, grain, debt and submarines: the figures of the Soviet–Albanian split, each with unit, source and doubt.", html,
        "data/series.yml", in_nav=True, side_title="Series", side=side,
    )  # fmt: skip
