"""Archive to page text: one module for each kind of page, its templates beside it. Knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Iterator

from ..edition import Edition
from . import calendar, corrections, curve, events, evidence, letters, registers, sources, timeline
from .page import GeneratedPage

__all__ = ["GeneratedPage", "generated_files", "generated_pages"]


def generated_files(edition: Edition) -> Iterator[tuple[str, str | bytes]]:
    """Every file that is made from data and is no page, as (path in the site, content)."""
    yield from curve.files(edition)


def generated_pages(edition: Edition) -> Iterator[GeneratedPage]:
    """Every page that is made from data."""
    for kind in (timeline, calendar, events, letters, sources, registers, curve, corrections, evidence):
        yield from kind.pages(edition)
