"""The coding of acts as tables: the two codings and what was settled, why, and the scale. See docs/about/coding.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..archive.coding import Settled, Weight
from ..archive.fields import Act
from ..archive.store import Archive
from .columns import Column, Table, given, plain
from .parts import NUMBER


class Coding(NamedTuple):
    """One act of one of the two codings, or as it was settled."""

    event: str
    coding: str
    number: int
    act: Act


def coding_tables(archive: Archive) -> Iterator[Table]:
    """The acts, the settled differences, and the scale."""
    yield _codings(archive)
    yield _settled(archive)
    description = "Codes of acts with the weights by which the curve is drawn."
    columns = tuple(given(Weight, "code", "label", "weight", "confirmed"))
    yield Table("weis", "Scale of acts", description, columns, tuple(archive.coding.scale.values()), ("code",))


def _codings(archive: Archive) -> Table:
    scale = archive.coding.scale
    columns = (
        Column("event", "Id of the event", lambda row: row.event, required=True),
        Column(
            "coding",
            "Which coding: a or b, made separately; settled, as the curve has it",
            lambda row: row.coding,
            enum=("a", "b", "settled"),
            required=True,
        ),
        NUMBER,
        *given(Act, "from_", "to", "weis", of=lambda row: row.act),
        Column("weight", "Weight of that code", lambda row: plain(scale[row.act.weis].weight), "number", required=True, derived=True),
    )
    description = "Acts of one state or party towards another, as two coders saw them and as the differences were settled."
    return Table(
        "codings", "Codings", description, columns, tuple(_coded(archive)), ("event", "coding", "number"),
        {"event": "events", "from": "bodies", "to": "bodies", "weis": "weis"},
    )  # fmt: skip


def _settled(archive: Archive) -> Table:
    things = tuple(Settled(event=event, why=why) for event, why in archive.coding.settled.items())
    description = "Events on which the two codings differ, and why the coding is what it is."
    return Table("settled", "Settled differences", description, tuple(given(Settled, "event", "why")), things, ("event",), {"event": "events"})


def _coded(archive: Archive) -> Iterator[Coding]:
    for event in archive.events.values():
        codings = {name: coder.get(event.id, ()) for name, coder in archive.coding.coders.items()}
        for name, acts in {**codings, "settled": event.acts}.items():
            for number, act in enumerate(acts, 1):
                yield Coding(event.id, name, number, act)
