"""Archive to page text: one module for each kind of page, its templates beside it. Knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Iterator

from ..edition import Edition
from . import corrections, events, evidence, figures, letters, registers, sources, timeline
from .page import GeneratedPage

__all__ = ["GeneratedPage", "generated_pages"]


def generated_pages(edition: Edition) -> Iterator[GeneratedPage]:
    """Every page that is made from data."""
    for kind in (timeline, events, letters, sources, registers, figures, corrections, evidence):
        yield from kind.pages(edition)
