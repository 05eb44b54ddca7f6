"""All files under /data/, made once for an edition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from ..citing.references import csl_item
from ..edition import Edition
from .bibtex import bibtex
from .cmif import cmif, is_correspondence
from .codings import coding_tables
from .columns import Table, table_csv
from .csl_json import csl_json
from .download import Download, Format
from .package import package
from .parts import part_tables
from .records_json import records_json, rows_json, schema_json
from .ris import ris
from .tables import record_tables


@dataclass(frozen=True)
class Entry:
    """What is described together: the same things in one or more formats."""

    slug: str
    title: str
    description: str
    count: int
    """How many things it holds: rows, letters, references, files."""
    files: tuple[Download, ...]
    table: Table | None = None


@dataclass(frozen=True)
class Downloads:
    """The entries by the part of the page on which they stand."""

    records: tuple[Entry, ...]
    parts: tuple[Entry, ...]
    codings: tuple[Entry, ...]
    references: tuple[Entry, ...]
    letters: tuple[Entry, ...]
    whole: tuple[Entry, ...]

    @property
    def files(self) -> Iterator[Download]:
        for entries in (self.records, self.parts, self.codings, self.references, self.letters, self.whole):
            for entry in entries:
                yield from entry.files


@lru_cache(maxsize=1)
def downloads(edition: Edition) -> Downloads:
    """Every file of an edition. The page that describes them and the site that holds them ask for the same ones."""
    parts = {table.name: table for table in part_tables(edition.archive)}
    records = tuple(_with_records(edition, table) for table in (*record_tables(edition), parts.pop("series")))
    codings = tuple(_entry(table, _csv(table), _json(table)) for table in coding_tables(edition.archive))
    rest = tuple(_entry(table, _csv(table)) for table in parts.values())
    references, letters = (_references(edition),), tuple(_letters(edition))
    files = [file for entries in (records, rest, codings, references, letters) for entry in entries for file in entry.files]
    described = partial(package, files, edition.imprint, edition.address)
    description = "All these files with their fields, licence, size and checksum, for programs that read Frictionless."
    whole = _described("package", "Data package", description, len(files), ("datapackage.json", "json", described))
    return Downloads(records, rest, codings, references, letters, (whole,))


def _json(table: Table) -> Download:
    return Download(f"{table.name}.json", table.title, table.description, partial(rows_json, table), "json")


def _csv(table: Table) -> Download:
    return Download(f"{table.name}.csv", table.title, table.description, partial(table_csv, table), "csv", table)


def _entry(table: Table, *files: Download) -> Entry:
    return Entry(table.name, table.title, table.description, len(table.things), files, table)


def _described(slug: str, title: str, description: str, count: int, *files: tuple[str, Format, Callable[[], str]]) -> Entry:
    return Entry(slug, title, description, count, tuple(Download(name, title, description, make, format) for name, format, make in files))


def _with_records(edition: Edition, table: Table) -> Entry:
    """A kind of record as a table, and as JSON with everything that the records hold."""
    kind = table.name
    return _entry(
        table,
        _csv(table),
        Download(f"{kind}.json", table.title, f"{table.description} Whole records.", partial(records_json, edition, kind), "json"),
        Download(f"schema/{kind}.json", f"{table.title}: schema", f"JSON Schema of {kind}.json.", partial(schema_json, edition, kind), "json"),
    )


def _references(edition: Edition) -> Entry:
    items = [csl_item(source) for source in edition.archive.sources.values()]
    return _described(
        "references", "References", "Every source that is cited, for reference managers and for pandoc.", len(items),
        ("sources.csl.json", "json", partial(csl_json, items)),
        ("sources.bib", "bib", partial(bibtex, items)),
        ("sources.ris", "ris", partial(ris, items)),
    )  # fmt: skip


def _letters(edition: Edition) -> Iterator[Entry]:
    """The index of letters; none where the edition does not say of what day it is, which the format asks for."""
    if day := edition.last_day:
        count = sum(map(is_correspondence, edition.archive.letters.values()))
        make = partial(cmif, edition.archive, edition.imprint, edition.address, day)
        description = "Sender, recipient, place and day of what was sent, in the Correspondence Metadata Interchange Format (CMIF), a part of TEI."
        yield _described("cmif", "Index of letters", description, count, ("letters.cmif.xml", "xml", make))
