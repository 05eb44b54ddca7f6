"""The coding of acts: the scale, two independent codings, and how their differences were settled. See docs/about/coding.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import Field

from .fields import Act, Record, Ref, Text
from .problems import Problem, did_you_mean
from .reading import Document, read
from .validating import records

Direction = tuple[str, str]
"""Who acts, and to whom it is done."""

DYADS: tuple[Direction, ...] = (("ussr", "albania"), ("china", "albania"), ("yugoslavia", "albania"), ("ussr", "yugoslavia"), ("ussr", "china"))


class Weight(Record):
    """One code of the scale."""

    code: str = Field(pattern=r"^\d{3}$")
    label: Text
    weight: float = Field(ge=-10, le=10)
    confirmed: bool = Field(False, description="Whether we met the meaning of the code in a source that we read")


class Coded(Record):
    """The acts of one event as one coder saw them."""

    event: Ref
    acts: tuple[Act, ...] = Field(min_length=1)


class Settled(Record):
    """Why the coding of an event on which the coders differed is what it is."""

    event: Ref
    why: Text


@dataclass(frozen=True)
class CodingBook:
    """Everything under data/coding/."""

    scale: Mapping[str, Weight] = field(default_factory=dict)
    coders: Mapping[str, Mapping[str, tuple[Act, ...]]] = field(default_factory=dict)
    """For each coder the acts by event."""
    settled: Mapping[str, str] = field(default_factory=dict)


def load_coding(folder: Path, shown_as: str, final: Mapping[str, tuple[Act, ...]]) -> tuple[CodingBook, list[Problem]]:
    """Read the four files of data/coding/; `final` holds the acts that each event of data/events.yml carries.

    Problems are: codes that the scale lacks, events that do not exist, and differences that nobody settled.
    """
    documents = {name: read(folder / f"{name}.yml", f"{shown_as}/{name}.yml") for name in ("weis", "a", "b", "settled")}
    scale = {weight.code: weight for _, weight in records(documents["weis"], Weight)}
    coders = {name: _coder(documents[name], scale, final) for name in ("a", "b")}
    settled = {item.event: item.why for _, item in records(documents["settled"], Settled)}
    for number, item in records(documents["settled"], Settled):
        if item.event not in final:
            documents["settled"].problem((number, "event"), _unknown(item.event, final))
    book = CodingBook(scale, coders, settled)
    problems = [problem for document in documents.values() for problem in document.problems]
    return book, problems or _unsettled(book, final, f"{shown_as}/settled.yml")


def _coder(document: Document, scale: Mapping[str, Weight], final: Mapping[str, tuple[Act, ...]]) -> dict[str, tuple[Act, ...]]:
    coded: dict[str, tuple[Act, ...]] = {}
    for number, item in records(document, Coded):
        if item.event not in final:
            document.problem((number, "event"), _unknown(item.event, final))
        if item.event in coded:
            document.problem((number, "event"), f'"{item.event}" is coded twice; put all its acts into one entry')
        for place, act in enumerate(item.acts):
            if act.weis not in scale:
                document.problem((number, "acts", place, "weis"), f'"{act.weis}" is no code of data/coding/weis.yml; take one of its codes')
        coded[item.event] = item.acts
    return coded


def _unknown(id: str, final: Mapping[str, tuple[Act, ...]]) -> str:
    return f'event: "{id}" is not among the events; {did_you_mean(id, final, "add it to data/events.yml first")}'


def _unsettled(book: CodingBook, final: Mapping[str, tuple[Act, ...]], file: str) -> list[Problem]:
    """What both coders saw must stand in data/events.yml; where they differ somebody must say why it stands as it does."""
    problems = []
    for id, acts in final.items():
        one, two = (as_set(book.coders[name].get(id, ())) for name in ("a", "b"))
        if one == two and as_set(acts) != one and id not in book.settled:
            problems.append(Problem(file, 1, id, "both coders agree and data/events.yml differs; take their acts or settle it in a sentence"))
        elif one != two and id not in book.settled:
            problems.append(Problem(file, 1, id, "the coders differ and nobody settled it; add event and why"))
    return problems


def as_set(acts: tuple[Act, ...]) -> frozenset[tuple[str, str, str]]:
    """Acts without their order."""
    return frozenset((act.from_, act.to, act.weis) for act in acts)
