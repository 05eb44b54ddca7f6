"""A file to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .columns import Table

Format = Literal["csv", "json", "bib", "ris", "xml"]
MEDIA_TYPES: dict[Format, str] = {
    "csv": "text/csv",
    "json": "application/json",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "xml": "application/xml",
}


@dataclass(frozen=True)
class Download:
    """One file under /data/."""

    name: str
    """Its name there: events.csv. A promise, like every address."""
    title: str
    description: str
    text: str
    format: Format
    table: Table | None = None
    """For a CSV file, the table that it holds."""

    @property
    def mediatype(self) -> str:
        return MEDIA_TYPES[self.format]

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.text.encode())
