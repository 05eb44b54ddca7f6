"""Archive to page text: one module for each kind of page, its templates beside it. Knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Iterator

from ..edition import Edition
from . import calendar, cite, corrections, curve, data, events, evidence, letters, registers, sources, timeline
from .page import GeneratedPage
from .redirects import redirects

__all__ = ["GeneratedPage", "generated_file", "generated_files", "generated_pages"]


def generated_files(edition: Edition) -> Iterator[tuple[str, str | bytes]]:
    """Every file that is made from data and is no page, as (path in the site, content)."""
    yield from curve.files(edition)
    yield from data.files(edition)
    yield from redirects(edition)


def generated_file(edition: Edition, name: str) -> str | bytes | None:
    """One of them by its path in the site, None where there is no such file; those before it are made too."""
    return next((content for uri, content in generated_files(edition) if uri == name), None)


def generated_pages(edition: Edition) -> Iterator[GeneratedPage]:
    """Every page that is made from data."""
    kinds = (timeline, calendar, events, letters, sources, registers, curve, corrections, evidence, data)
    yield from cite.with_citations(edition, [page for kind in kinds for page in kind.pages(edition)])
