"""Lists that divide themselves: a long one leaves its page for pages of its own, so that none is heavier than readers can carry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from .. import addresses
from ..archive.dates import Date
from ..edition import Edition
from .page import GeneratedPage, Side, clip, grouped
from .wording import short_date
from .writer import Writer

_MOST = {"source": 400}
_MOST_OF_OTHERS = 300
"""Rows of a list on one page, so that it stays below 200 kB; a line of the timeline takes 550 bytes, a source 400."""


@dataclass(frozen=True, eq=False)
class Section:
    """A part of a list under a heading; with a slug that begins with a figure, its anchor begins with y: #y1960."""

    heading: str
    slug: str
    records: Sequence[Any]

    @property
    def anchor(self) -> str:
        return f"y{self.slug}" if self.slug[0].isdigit() else self.slug


@dataclass(frozen=True)
class Part:
    """A page that holds some rows of a section."""

    uri: str
    section: Section
    number: int
    count: int
    """How many pages the section has."""
    records: Sequence[Any]

    @property
    def title(self) -> str:
        return f"{self.section.heading} ({self.number} of {self.count})" if self.count > 1 else self.section.heading


@dataclass(frozen=True)
class Listing:
    """A list in sections, on the page of which it is part or, where it is long, on pages under that."""

    uri: str
    row: str
    """The macro of hooks/pages/templates/_rows.jinja that writes one row."""
    sections: Sequence[Section]
    label: Callable[[Any], str]
    """How a record is named where a page says from which to which it reaches."""

    @cached_property
    def parts(self) -> list[Part]:
        """The pages of their own, in order; none where the list stands on its page."""
        most = _MOST.get(self.row, _MOST_OF_OTHERS)
        if sum(len(section.records) for section in self.sections) <= most:
            return []
        folder = addresses.url(self.uri)
        found = []
        for section in self.sections:
            runs = [section.records[start : start + most] for start in range(0, len(section.records), most)]
            names = [f"{folder}{section.slug}{f'-{number}' if number > 1 else ''}.md" for number in range(1, len(runs) + 1)]
            found += [Part(uri, section, names.index(uri) + 1, len(runs), run) for uri, run in zip(names, runs, strict=True)]
        return found

    @cached_property
    def _sides(self) -> dict[tuple[str, Section | None], tuple[Side, ...]]:
        return {}

    @cached_property
    def _places(self) -> dict[str, str]:
        return {record.id: part.uri for part in self.parts for record in part.records}

    def link(self, id: str, from_uri: str) -> str:
        """Address of the row of a record, as seen from a page."""
        uri = self._places.get(id, self.uri)
        return f"#{id}" if uri == from_uri else addresses.link(uri, from_uri, f"#{id}")

    def span(self, part: Part) -> str:
        """From which record to which a part reaches."""
        first, last = self.label(part.records[0]), self.label(part.records[-1])
        return first if first == last else f"{first} to {last}"

    def side(self, from_uri: str, current: Section | None = None) -> tuple[Side, ...]:
        """The sections as lines of the navigation beside a page, one of them perhaps that of the page."""
        here = "" if from_uri == self.uri else addresses.link(self.uri, from_uri)
        # Pages of one depth and section share their lines: for each of 10,000 pages anew they would fill the memory.
        if (here, current) not in self._sides:
            self._sides[here, current] = tuple(Side(section.heading, f"{here}#{section.anchor}", section is current) for section in self.sections)
        return self._sides[here, current]

    def section_of(self, record: Any) -> Section:
        """The section in which a record stands."""
        return self._section[record.id]

    @cached_property
    def _section(self) -> dict[str, Section]:
        return {record.id: section for section in self.sections for record in section.records}


def by_year(records: Iterable[Any], date: Callable[[Any], Date] = lambda record: record.date) -> list[Section]:
    """A section for each year of a date, by which the records are in order."""
    return [Section(str(year), str(year), found) for year, found in grouped(records, lambda record: date(record).earliest.year)]


def by_date(record: Any) -> str:
    """The label of what has a date."""
    return short_date(record.date)


def thread(uri: str, row: str, heading: str, slug: str, records: Sequence[Any], label: Callable[[Any], str] = by_date) -> Listing:
    """A list of one section."""
    return Listing(uri, row, [Section(heading, slug, records)], label)


def part_pages(edition: Edition, listing: Listing, of: GeneratedPage) -> Iterator[GeneratedPage]:
    """The pages on which the parts of a list stand that is too long for its own page."""
    for number, part in enumerate(listing.parts):
        before = listing.parts[number - 1] if number else None
        after = listing.parts[number + 1] if number + 1 < len(listing.parts) else None
        html = Writer(edition, part.uri).later("part.jinja", listing=listing, part=part, of=of, before=before, after=after)
        title = f"{of.title}: {part.title}"
        yield replace(
            of, uri=part.uri, title=title, description=clip(f"{title}. {of.description}"), body=html, in_nav=False, citable=False, files=(),
            side=listing.side(part.uri, part.section), finding=None,
        )  # fmt: skip
