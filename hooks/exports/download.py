"""A file to take away."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .columns import Table

Format = Literal["csv", "json", "bib", "ris", "xml"]
MEDIA_TYPES: Mapping[str, str] = {
    "csv": "text/csv",
    "json": "application/json",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "xml": "application/xml",
}


@dataclass(frozen=True)
class Weight:
    """How large a file is, and how to know whether it arrived whole."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Download:
    """One file under /data/."""

    name: str
    """Its name there: events.csv. A promise, like every address."""
    title: str
    description: str
    make: Callable[[], str]
    """Writes its text."""
    format: Format
    table: Table | None = None
    """For a CSV file, the table that it holds."""

    @property
    def mediatype(self) -> str:
        return MEDIA_TYPES[self.format]

    @property
    def content(self) -> bytes:
        """The file, made anew each time, for all of them together would fill the memory of a small machine; its weight is kept."""
        content = self.make().encode()
        self.__dict__["weight"] = Weight(len(content), hashlib.sha256(content).hexdigest())
        return content

    @cached_property
    def weight(self) -> Weight:
        """What the file weighs, for which it is made unless it was before."""
        self.content  # noqa: B018 (it keeps its weight)
        return self.__dict__["weight"]  # type: ignore[no-any-return]
