"""Records as tables, one row a record. What a record holds several of stands in the tables of `parts`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..archive.fields import Public
from ..archive.models import Body, Conflict, Correction, Event, Letter, Person, Place, Source
from ..edition import Edition
from .columns import Column, Table, bounds, given
from .derived import derived


def record_tables(edition: Edition) -> Iterator[Table]:
    """A table for each kind of record, the more told kinds first."""
    for make in (_events, _letters, _sources, _people, _places, _bodies, _corrections, _conflicts):
        yield make(edition)


def _records(edition: Edition, kind: str, description: str, *columns: Column, **refers: str) -> Table:
    things = tuple(getattr(edition.archive, kind).values())
    return Table(kind, kind.capitalize(), description, (*columns, *derived(edition, kind)), things, ("id",), refers)


def _public() -> tuple[Column, ...]:
    """When it became public, in columns of its own."""
    of: Callable[[Any], Any] = lambda record: record.public  # noqa: E731
    day: Callable[[Any], Any] = lambda record: record.public.date if record.public else None  # noqa: E731
    return (
        *given(Public, "date", of=of, prefix="public_"),
        *bounds("public_date", day, "public_"),
        *given(Public, "by", "how", of=of, prefix="public_"),
    )


def _events(edition: Edition) -> Table:
    return _records(
        edition,
        "events",
        "What happened on a date, from 1948 to 1978.",
        *given(Event, "id", "title", "kind", "label", "date", "date_basis", "study", "chapter"),
        *_public(),
        *given(Event, "place", "people", "bodies", "letters", "summary", "note", "formerly"),
        place="places",
    )


def _letters(edition: Edition) -> Table:
    return _records(
        edition,
        "letters",
        "Letters, notes, speeches, minutes and other documents of the quarrel.",
        *given(Letter, "id", "kind", "title", "date", "date_basis", "sender", "sender_as", "recipient", "recipient_as", "place", "language"),
        *given(Letter, "archive", "summary", "replies_to", "people", "study", "seen"),
        *_public(),
        *given(Letter, "note", "formerly"),
        place="places",
    )


def _sources(edition: Edition) -> Table:
    return _records(
        edition,
        "sources",
        "Works and records that are cited, and what this edition has seen of them. Their bibliographic fields are in the files of references.",
        *given(Source, "id", "kind", "seen", "via", "identified", "reliability", "would_settle", "archived", "note", "formerly"),
    )


def _people(edition: Edition) -> Table:
    return _records(
        edition,
        "people",
        "Those who act in the story or write about it.",
        *given(Person, "id", "name", "sort", "side", "born", "died", "summary", "note", "formerly"),
    )


def _places(edition: Edition) -> Table:
    return _records(
        edition, "places", "Places of the story.", *given(Place, "id", "name", "country", "latitude", "longitude", "summary", "note", "formerly")
    )


def _bodies(edition: Edition) -> Table:
    return _records(
        edition,
        "bodies",
        "Parties, states, organisations, archives and newspapers.",
        *given(Body, "id", "name", "abbreviation", "from_", "to", "summary", "note", "formerly"),
    )


def _corrections(edition: Edition) -> Table:
    return _records(
        edition,
        "corrections",
        "Where the study is wrong or vague, or proves right against a common error.",
        *given(Correction, "id", "study", "study_says", "finding", "verdict", "gravity", "event", "letter", "formerly"),
        event="events",
        letter="letters",
    )


def _conflicts(edition: Edition) -> Table:
    return _records(
        edition,
        "conflicts",
        "Questions that the sources answer differently and that nobody has settled.",
        *given(Conflict, "id", "title", "known", "settles", "events", "letters", "formerly"),
    )
