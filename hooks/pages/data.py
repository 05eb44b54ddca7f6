"""/data/: the files to take away, each described, and the feed of changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..edition import Edition
from ..exports.cmif import KINDS
from ..exports.downloads import downloads
from ..exports.feed import feed
from ..exports.package import meaning
from .finding import Finding
from .page import GeneratedPage
from .writer import Writer

URI = "data/index.md"


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """One page, which lies in the folder of the files."""
    html = Writer(edition, URI).later("data.jinja", lambda: _values(edition), address=edition.address, meaning=meaning, feed=edition.last_day)
    description = "The records of this edition as files: CSV, JSON, BibTeX, RIS, CSL-JSON, TEI (CMIF) and a data package, with every field described."
    yield GeneratedPage(URI, "Data", description, html, "hooks/pages/templates/data.jinja", in_nav=True, finding=Finding("page", heading="Downloads"))


def _values(edition: Edition) -> dict[str, Any]:
    files, letters = downloads(edition), edition.archive.letters.values()
    unaddressed = sum(letter.kind in KINDS for letter in letters) - sum(entry.count for entry in files.letters)
    return {"files": files, "documents": len(letters), "unaddressed": unaddressed}


def files(edition: Edition) -> Iterator[tuple[str, str | bytes]]:
    """Every file as (path in the site, content)."""
    for file in downloads(edition).files:
        yield f"data/{file.name}", file.content
    if text := feed(edition):
        yield "feed.xml", text
