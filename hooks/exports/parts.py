"""What records hold several of, as tables: statements, evidence, quotations, figures and the like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..archive.checks import parts
from ..archive.fields import Evidence, Link, Office, Quote, Record, Statement, Variant
from ..archive.models import Answer, Figure, Point, Published, Series, Witness
from ..archive.store import KINDS, Archive
from ..archive.verdicts import WORDS, word
from .columns import Column, Table, bounds, given


class Inner(NamedTuple):
    """A small record inside a larger one."""

    kind: str
    record: str
    part: str
    """statements.2, public; "record" where it belongs to the whole."""
    number: int
    value: Any


class Told(NamedTuple):
    """One answer of one witness in a table of rival accounts."""

    event: str
    number: int
    point: Point
    answer: Answer


def part_tables(archive: Archive) -> Iterator[Table]:
    """A table for each sort of part."""
    found = _inner(archive)
    yield _statements(archive, found[Statement])
    yield _of_any(
        "evidence", "What bears out a statement, a document or a finding, or speaks against it.", found[Evidence],
        *given(Evidence, "source", "locator", "via", "via_locator", "stance", "checked", "note", of=_value),
    )  # fmt: skip
    yield _of_any(
        "quotations", "Exact words. They belong to those who are quoted.", found[Quote],
        *given(Quote, "text", "original", "speaker", "source", "locator", "language", "translator", "reading", "note", of=_value),
    )  # fmt: skip
    yield _witnesses(found[Witness])
    yield _accounts(archive)
    yield _of_one(
        "printings", "letter", "letters", "Where documents are printed.", found[Published], *given(Published, "source", "locator", "text", of=_value)
    )
    yield _of_one(
        "offices",
        "person",
        "people",
        "Posts that people held.",
        found[Office],
        *given(Office, "title", "body", "from_", "to", of=_value),
        body="bodies",
    )
    yield _of_any("names", "Other forms of the names of people, places and bodies.", found[Variant], *given(Variant, "name", "language", of=_value))
    yield _of_any("links", "Addresses outside this site.", found[Link], *given(Link, "url", "label", "archived", "seen_on", of=_value))
    yield _series(archive, found[Figure])


def _inner(archive: Archive) -> Mapping[type[Record], list[Inner]]:
    """Every small record of the archive by its class, in one walk."""
    found: dict[type[Record], list[Inner]] = defaultdict(list)
    for kind in KINDS:
        for record in getattr(archive, kind).values():
            for part in parts(record, ()):
                if part.loc and isinstance(number := part.loc[-1], int):
                    place = ".".join(str(step + 1) if isinstance(step, int) else step for step in part.loc[:-2])
                    found[type(part.value)].append(Inner(kind, record.id, place or "record", number + 1, part.value))
    return found


def _value(row: Inner) -> Any:
    return row.value


NUMBER = Column("number", "Which of them, counted from 1", lambda row: row.number, "integer", required=True)


def _of_any(name: str, description: str, rows: list[Inner], *columns: Column) -> Table:
    """A table about parts of records of several kinds."""
    owner = (
        Column("kind", "Kind of the record to which it belongs", lambda row: row.kind, enum=tuple(KINDS), required=True),
        Column("record", "Id of that record", lambda row: row.record, required=True),
        Column("part", "Where in that record, such as statements.2; “record” for the whole of it", lambda row: row.part, required=True),
    )
    return Table(name, name.capitalize(), description, (*owner, NUMBER, *columns), tuple(rows), ("record", "part", "number"))


def _of_one(name: str, owner: str, kind: str, description: str, rows: list[Inner], *columns: Column, **refers: str) -> Table:
    """A table about parts of records of one kind."""
    first = Column(owner, f"Id of the {owner}", lambda row: row.record, required=True)
    return Table(name, name.capitalize(), description, (first, NUMBER, *columns), tuple(rows), (owner, "number"), {owner: kind, **refers})


def _statements(archive: Archive, rows: list[Inner]) -> Table:
    verdict = Column(
        "word", "How well it is borne out, by the rule of the method page", lambda row: word(row.value.evidence, archive),
        enum=tuple(WORDS), required=True, derived=True,
    )  # fmt: skip
    description = "What is asserted of an event, one thing a row. The first statement says that the event happened."
    return _of_one("statements", "event", "events", description, rows, *given(Statement, "text", of=_value), verdict)


def _witnesses(rows: list[Inner]) -> Table:
    columns = given(Witness, "id", "name", "source", "via", "about", of=_value)
    return _of_one("witnesses", "event", "events", "Who speaks in the rival accounts of an event, and with what interest.", rows, *columns)


def _accounts(archive: Archive) -> Table:
    rows = tuple(
        Told(event.id, number, point, answer)
        for event in archive.events.values()
        if event.accounts
        for number, point in enumerate(event.accounts.points, 1)
        for answer in point.answers
    )
    columns = (
        Column("event", "Id of the event", lambda row: row.event, required=True),
        NUMBER,
        *given(Point, "question", of=lambda row: row.point),
        *given(Answer, "witness", "text", "differs", "locator", of=lambda row: row.answer),
    )
    description = "Rival accounts: what each witness says on each question. A witness without a row says nothing on it."
    return Table("accounts", "Rival accounts", description, columns, rows, ("event", "number", "witness"), {"event": "events"})


def _series(archive: Archive, rows: list[Inner]) -> Table:
    columns = (
        Column("series", "Id of the series", lambda row: row.record, required=True),
        *given(Series, "title", "unit", of=lambda row: archive.series[row.record]),
        NUMBER,
        *given(Figure, "date", of=_value),
        *bounds(of=lambda row: row.value.date),
        Column("doubtful", "Whether the date is uncertain, approximate or open", lambda row: row.value.date.is_doubtful, "boolean", derived=True),
        *given(Figure, "value", "label", of=_value),
        Column("sources", "Who gives it; more in the table of evidence", lambda row: tuple(entry.source for entry in row.value.evidence), many=True),
        *given(Figure, "note", of=_value),
    )
    return Table(
        "series", "Series", "Figures with their unit: aid, trade, people, ships. One figure a row.", columns, tuple(rows), ("series", "number")
    )
