"""The coding of acts: the scale, two independent codings, and how their differences were settled. See docs/about/coding.md."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import Field

from .composing import Document
from .fields import Act, Record, Ref, Text
from .problems import Problem, did_you_mean
from .reading import read
from .validating import records

Direction = tuple[str, str]
"""Who acts, and to whom it is done."""

DYADS: tuple[Direction, ...] = (("ussr", "albania"), ("china", "albania"), ("yugoslavia", "albania"), ("ussr", "yugoslavia"), ("ussr", "china"))


class Weight(Record):
    """One code of the scale."""

    code: str = Field(pattern=r"^\d{3}$", description="Code of an act in the World Event/Interaction Survey")
    label: Text = Field(description="What acts of this code are, in our words")
    weight: float = Field(ge=-10, le=10, description="Weight on Goldstein’s scale of 1992: from −10, hostile, to 8.3, friendly")
    confirmed: bool = Field(False, description="Whether we met the meaning of the code in a source that we read")


class Coded(Record):
    """The acts of one event as one coder saw them."""

    event: Ref = Field(description="The event whose acts are coded")
    acts: tuple[Act, ...] = Field(min_length=1)


class Settled(Record):
    """Why the coding of an event on which the coders differed is what it is."""

    event: Ref = Field(description="The event on which the coders differed")
    why: Text = Field(description="Why the coding stands as it does")


@dataclass(frozen=True)
class CodingBook:
    """Everything under data/coding/."""

    scale: Mapping[str, Weight] = field(default_factory=dict)
    coders: Mapping[str, Mapping[str, tuple[Act, ...]]] = field(default_factory=dict)
    """For each coder the acts by event."""
    settled: Mapping[str, str] = field(default_factory=dict)


def load_coding(folder: Path, shown_as: str, final: Mapping[str, tuple[Act, ...]], broken: Collection[str] = ()) -> tuple[CodingBook, list[Problem]]:
    """Read the four files of data/coding/; `final` holds the acts that each event of data/events.yml carries.

    Problems are: codes that the scale lacks, events that do not exist, and differences that nobody settled. Events whose
    own record is `broken` are no further mistake.
    """
    documents = {name: read(folder / f"{name}.yml", f"{shown_as}/{name}.yml") for name in ("weis", "a", "b", "settled")}
    scale = _scale(documents["weis"])
    if documents["weis"].problems:
        scale = {}  # of a scale that is partly unreadable nobody can say which codes it lacks
    known = {*final, *broken}
    coders = {name: _coder(documents[name], scale, known) for name in ("a", "b")}
    book = CodingBook(scale, coders, _settled(documents["settled"], known))
    problems = [problem for document in documents.values() for problem in document.problems]
    return book, problems or _unsettled(book, final, f"{shown_as}/settled.yml")


def _scale(document: Document) -> dict[str, Weight]:
    scale: dict[str, Weight] = {}
    for number, weight in records(document, Weight):
        if weight.code in scale:
            document.problem((number, "code"), f'code "{weight.code}" is given twice; keep one of the two')
        scale[weight.code] = weight
    return scale


def no_such_code(code: str, scale: Collection[str]) -> str:
    """What an editor is told who gives a code that the scale lacks."""
    return f'weis: "{code}" is no code of data/coding/weis.yml; {did_you_mean(code, scale, "take one of its codes")}'


def _coder(document: Document, scale: Mapping[str, Weight], known: Collection[str]) -> dict[str, tuple[Act, ...]]:
    coded: dict[str, tuple[Act, ...]] = {}
    for number, item in records(document, Coded):
        _must_exist(document, number, item.event, known)
        if item.event in coded:
            document.problem((number, "event"), f'"{item.event}" is coded twice; put all its acts into one entry')
        for place, act in enumerate(item.acts):
            if scale and act.weis not in scale:
                document.problem((number, "acts", place, "weis"), no_such_code(act.weis, scale))
        coded[item.event] = item.acts
    return coded


def _settled(document: Document, known: Collection[str]) -> dict[str, str]:
    reasons = {}
    for number, item in records(document, Settled):
        _must_exist(document, number, item.event, known)
        if item.event in reasons:
            document.problem((number, "event"), f'"{item.event}" is settled twice; write one reason')
        reasons[item.event] = item.why
    return reasons


def _must_exist(document: Document, number: int, id: str, known: Collection[str]) -> None:
    if id not in known:
        document.problem((number, "event"), f'event: "{id}" is not among the events; {did_you_mean(id, known, "add it to data/events.yml first")}')


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
