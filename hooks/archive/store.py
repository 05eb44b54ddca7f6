"""The archive: every record of data/, checked, by kind and by id."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from . import models
from .coding import CodingBook, load_coding
from .composing import Document
from .fields import is_id
from .outlines import Outline, load_outlines
from .problems import BadArchive, Problem
from .reading import read
from .validating import records

KINDS: Mapping[str, type[models.Entity]] = {
    "sources": models.Source,
    "events": models.Event,
    "letters": models.Letter,
    "people": models.Person,
    "places": models.Place,
    "bodies": models.Body,
    "series": models.Series,
    "corrections": models.Correction,
    "conflicts": models.Conflict,
}
"""Name of the file (without .yml), which is also the folder of the pages, and the class of its records."""


@dataclass(frozen=True, eq=False)
class Archive:
    """All records, each kind in the order in which its pages list it."""

    sources: Mapping[str, models.Source] = field(default_factory=dict)
    events: Mapping[str, models.Event] = field(default_factory=dict)
    letters: Mapping[str, models.Letter] = field(default_factory=dict)
    people: Mapping[str, models.Person] = field(default_factory=dict)
    places: Mapping[str, models.Place] = field(default_factory=dict)
    bodies: Mapping[str, models.Body] = field(default_factory=dict)
    series: Mapping[str, models.Series] = field(default_factory=dict)
    corrections: Mapping[str, models.Correction] = field(default_factory=dict)
    conflicts: Mapping[str, models.Conflict] = field(default_factory=dict)
    coding: CodingBook = field(default_factory=CodingBook)
    outlines: tuple[Outline, ...] = ()
    broken: frozenset[str] = frozenset()
    """Ids of records that stand in the files and could not be read: to name them is no further mistake."""
    unread: frozenset[str] = frozenset()
    """Kinds of whose ids nothing can be said: the file could not be read, or a record in it has no id that is one."""

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        return {id: kind for kind in KINDS for id in getattr(self, kind)}

    def kind_of(self, id: str) -> str | None:
        """The kind to which an id belongs (ids are unique across kinds), or None."""
        return self._kinds.get(id)

    def get(self, id: str) -> models.Entity | None:
        """The record of any kind with this id, or None."""
        kind = self.kind_of(id)
        return getattr(self, kind)[id] if kind else None


_GRAVITY = ("fact", "detail", "wording")
_VERDICTS = ("wrong", "imprecise", "unconfirmed", "confirmed")

_IN_ORDER = {
    "events": lambda event: (*event.date.sort_key, event.id),
    "letters": lambda letter: (*letter.date.sort_key, letter.id),
    "people": lambda person: (fold(person.sort), person.id),
    "places": lambda place: (fold(place.name), place.id),
    "bodies": lambda body: (fold(body.name), body.id),
    "corrections": lambda correction: (correction.study, _GRAVITY.index(correction.gravity), _VERDICTS.index(correction.verdict), correction.id),
}


def fold(name: str) -> str:
    """A name as it is sorted: without accents and capitals (ç with c, ë with e)."""
    import unicodedata

    return "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char))


def load(folder: Path) -> Archive:
    """Read and check the whole of data/.

    Raises BadArchive with every problem of every file; returns an archive only where there is none.
    """
    archive, problems = load_what_is_sound(folder)
    if problems:
        raise BadArchive(problems)
    return archive


Kept = dict[Path, tuple[bytes, Document, list[tuple[int, Any]]]]
"""Files as they were read before: their bytes, and what was made of them."""


def load_what_is_sound(folder: Path, kept: Kept | None = None) -> tuple[Archive, list[Problem]]:
    """The records that could be read, and every problem; for callers that have more to check before they report.

    Files that are still as in `kept` are not read again.
    """
    from .checks import check  # the checks work on an Archive, so they come after it

    with quiet_collector():
        both = {kind: _read(folder / f"{kind}.yml", f"{folder.name}/{kind}.yml", model, kept) for kind, model in KINDS.items()}
        documents, found = {kind: pair[0] for kind, pair in both.items()}, {kind: pair[1] for kind, pair in both.items()}
        archive, more = _with_folders(_archive(found, documents), folder)
        check(archive, documents, {kind: {record.id: number for number, record in pairs} for kind, pairs in found.items()})
    problems: list[Problem] = [problem for document in documents.values() for problem in document.problems]
    return archive, problems + more


def _read(path: Path, shown_as: str, model: type[models.Entity], kept: Kept | None) -> tuple[Document, list[tuple[int, models.Entity]]]:
    content = path.read_bytes() if kept is not None and path.is_file() else b""
    if kept and path in kept and kept[path][0] == content:
        _, document, pairs = kept[path]
    else:
        document = read(path, shown_as)
        pairs = records(document, model)
        if kept is not None:
            kept[path] = content, document, pairs
    return replace(document, problems=list(document.problems)), pairs


def _with_folders(archive: Archive, folder: Path) -> tuple[Archive, list[Problem]]:
    """The archive with what stands in folders of its own under data/, where there are any, and their problems."""
    problems: list[Problem] = []
    if (folder / "coding").is_dir() and "events" not in archive.unread:
        final = {id: event.acts for id, event in archive.events.items()}
        book, found = load_coding(folder / "coding", f"{folder.name}/coding", final, archive.broken)
        archive, problems = replace(archive, coding=book), found
    if (folder / "map").is_dir():
        outlines, found = load_outlines(folder / "map/outlines.geojson", f"{folder.name}/map/outlines.geojson")
        archive, problems = replace(archive, outlines=outlines), problems + found
    return archive, problems


def _archive(found: Mapping[str, list[tuple[int, models.Entity]]], documents: Mapping[str, Document]) -> Archive:
    """Records by id in reading order; an id that was given before, in any file, is a problem."""
    first: dict[str, tuple[Document, int]] = {}
    kinds: dict[str, dict[str, models.Entity]] = {}
    for kind, pairs in found.items():
        for number, record in pairs:
            for id in (record.id, *record.formerly):
                if id in first:
                    other, place = first[id]
                    where = f"{other.file}:{other.line((place, 'id'))}"
                    documents[kind].problem((number, "id"), f'id "{id}" is already used at {where}; choose another')
                first[id] = documents[kind], number
        ordered = sorted((record for _, record in pairs), key=_IN_ORDER.get(kind, lambda record: record.id))
        kinds[kind] = {record.id: record for record in ordered}
    unread = frozenset(kind for kind, document in documents.items() if not _names_are_known(document.data))
    return Archive(**kinds, broken=_broken(found, documents), unread=unread)  # type: ignore[arg-type]


def _names_are_known(data: Any) -> bool:
    """Whether every record of a file can be told by its id, even one that is wrong otherwise."""
    return isinstance(data, list) and all(isinstance(item, dict) and is_id(item.get("id")) for item in data)


def _broken(found: Mapping[str, list[tuple[int, models.Entity]]], documents: Mapping[str, Document]) -> frozenset[str]:
    sound = {record.id for pairs in found.values() for _, record in pairs}
    items = [item for document in documents.values() if isinstance(document.data, list) for item in document.data]
    return frozenset(id for item in items if isinstance(item, dict) and isinstance(id := item.get("id"), str)) - sound


@contextmanager
def quiet_collector() -> Iterator[None]:
    """Reading makes many objects and little rubbish: a collector that looks for some takes longer than YAML does."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
