"""What no single record can know: whether the ids it uses exist, and whether its evidence reaches something seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from .coding import no_such_code
from .composing import Document
from .fields import Act, Evidence, Office, Quote, Record
from .models import Accounts, Entity, Event, Letter, Person, Source
from .problems import did_you_mean
from .store import Archive

Loc = tuple[int | str, ...]
Finding = tuple[Loc, str]
"""Path inside a record, and what is wrong there."""

REFERS_TO: Mapping[str, tuple[str, ...]] = {
    "source": ("sources", "letters"),
    "via": ("sources", "letters"),
    "place": ("places",),
    "people": ("people",),
    "bodies": ("bodies",),
    "body": ("bodies",),
    "letters": ("letters",),
    "letter": ("letters",),
    "event": ("events",),
    "events": ("events",),
    "replies_to": ("letters",),
    "sender": ("people", "bodies"),
    "recipient": ("people", "bodies"),
    "speaker": ("people", "bodies"),
}
"""Field and the kinds among which its ids must be found."""


def check(archive: Archive, documents: Mapping[str, Document], places: Mapping[str, Mapping[str, int]]) -> None:
    """Look at every record in the light of the others; findings are added to the problems of its document."""
    known = {field: _ids(archive, kinds) for field, kinds in REFERS_TO.items() if not archive.unread.intersection(kinds)}
    for kind, numbers in places.items():
        for id, number in numbers.items():
            record: Entity = getattr(archive, kind)[id]
            for loc, text in _findings(record, archive, known):
                documents[kind].problem((number, *loc), text)


def _ids(archive: Archive, kinds: tuple[str, ...]) -> set[str]:
    return {id for kind in kinds for id in getattr(archive, kind)} | archive.broken


def _findings(record: Entity, archive: Archive, known: Mapping[str, set[str]]) -> Iterator[Finding]:
    yield from _dates(record)
    if isinstance(record, Event) and record.accounts:
        yield from _accounts(record.accounts)
    if isinstance(record, Person):
        yield from _offices(record)
    if isinstance(record, Source):
        yield from _source(record, archive)
    if isinstance(record, Letter):
        yield from _letter(record, archive)
    for part in parts(record, ()):
        yield from _references(part, archive, known)
        if isinstance(part.value, Evidence | Quote):
            yield from _chain(part, record, archive)
        if isinstance(part.value, Office) and part.value.from_ and part.value.to and part.value.to.latest < part.value.from_.earliest:
            yield (*part.loc, "to"), "the office ends before it begins; mend one of the two dates"


@dataclass(frozen=True)
class Part:
    loc: Loc
    value: Record


def parts(value: Any, loc: Loc) -> Iterator[Part]:
    """A record and every record inside it, with the path to each."""
    if isinstance(value, Record):
        yield Part(loc, value)
        for name, key in _holders(type(value)):
            yield from parts(getattr(value, name), (*loc, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from parts(item, (*loc, number))


@cache
def _holders(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a class in which records may stand, with their names in the data."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items() if _holds_records(field.annotation))


@cache
def referring(model: type[Record]) -> tuple[str, ...]:
    """The fields of a class in which ids stand."""
    return tuple(name for name in REFERS_TO if name in model.model_fields)


def _holds_records(annotation: Any) -> bool:
    return issubclass(annotation, Record) if isinstance(annotation, type) else any(map(_holds_records, get_args(annotation)))


def _references(part: Part, archive: Archive, known: Mapping[str, set[str]]) -> Iterator[Finding]:
    """Ids that do not exist."""
    for name in referring(type(part.value)):
        if (allowed := known.get(name)) is None:
            continue
        given = getattr(part.value, name)
        for number, id in enumerate(given if isinstance(given, tuple) else (given,)):
            if isinstance(id, str) and id not in allowed:
                kinds = " or ".join(REFERS_TO[name])
                loc = (*part.loc, name, number) if isinstance(given, tuple) else (*part.loc, name)
                yield loc, f'{name}: "{id}" is not among the {kinds}; {did_you_mean(id, allowed, f"add it to data/{REFERS_TO[name][0]}.yml first")}'
    if isinstance(part.value, Act):
        if archive.coding.scale and part.value.weis not in archive.coding.scale:
            yield (*part.loc, "weis"), no_such_code(part.value.weis, archive.coding.scale)
        for key, id in (("from", part.value.from_), ("to", part.value.to)):
            if id not in archive.bodies and id not in archive.broken and "bodies" not in archive.unread:
                yield (
                    (*part.loc, key),
                    f'{key}: "{id}" is not among the bodies; {did_you_mean(id, archive.bodies, "add it to data/bodies.yml first")}',
                )


def seen_of(id: str, archive: Archive) -> str:
    """How much was seen of a source or letter; "none" for an id that does not exist."""
    record = archive.sources.get(id) or archive.letters.get(id)
    return record.seen if record else "none"


def _chain(part: Part, record: Entity, archive: Archive) -> Iterator[Finding]:
    """Evidence must reach something that this edition has seen."""
    evidence = part.value
    assert isinstance(evidence, Evidence | Quote)
    source = archive.sources.get(evidence.source)
    via = getattr(evidence, "via", None) or (source.via if source else None)
    if evidence.source == record.id and not isinstance(record, Source):
        yield (*part.loc, "source"), "the document is named as evidence for itself; name the work through which it is known"
    elif source and source.seen == "none" and not via:
        yield (*part.loc, "source"), f'"{source.id}" was not seen by this edition; add via: the work through which it is known'
    elif via == evidence.source:
        yield (*part.loc, "via"), f'"{via}" is named as the way to itself; name the work through which it is known'
    elif isinstance(evidence, Evidence) and evidence.via and evidence.via in archive.sources and seen_of(evidence.via, archive) == "none":
        yield (*part.loc, "via"), f'"{evidence.via}" was not seen either; name the work that this edition has seen'


def _source(source: Source, archive: Archive) -> Iterator[Finding]:
    if _goes_round(source, archive):
        yield ("via",), "the works through which it is known lead back to itself; name one that this edition has seen"
        return
    if source.via and seen_of(source.via, archive) == "none" and source.via in archive.sources:
        yield ("via",), f'"{source.via}" was not seen either; name the work that this edition has seen'
    if source.seen == "none" and not source.via:
        yield ("seen",), "a source that was not seen stands without via:; add the work through which it is known"


def _goes_round(source: Source, archive: Archive) -> bool:
    passed, way = {source.id}, source.via
    while way:
        if way in passed:
            return True
        passed.add(way)
        way = archive.sources[way].via if way in archive.sources else None
    return False


def _letter(letter: Letter, archive: Archive) -> Iterator[Finding]:
    if letter.id in letter.replies_to:
        yield ("replies_to",), "the letter replies to itself; name the letter that it answers"
        return
    for number, id in enumerate(letter.replies_to):
        other = archive.letters.get(id)
        if other and letter.date.latest < other.date.earliest:
            yield (
                ("replies_to", number),
                f'"{id}" is dated {other.date}, after this letter; mend one of the two dates, or name the letter that it answers',
            )
        elif other and letter.id in other.replies_to:
            yield ("replies_to", number), f'"{id}" is said to answer this letter; keep one of the two'


def _accounts(accounts: Accounts) -> Iterator[Finding]:
    """Every answer must belong to a column, and every column must say something."""
    names = [witness.id for witness in accounts.witnesses]
    heard: set[str] = set()
    for row, point in enumerate(accounts.points):
        for number, answer in enumerate(point.answers):
            loc = ("accounts", "points", row, "answers", number, "witness")
            if answer.witness not in names:
                yield loc, f'"{answer.witness}" is not among the witnesses; {did_you_mean(answer.witness, names, "use " + ", ".join(names))}'
            heard.add(answer.witness)
    for number, name in enumerate(names):
        if name not in heard:
            yield ("accounts", "witnesses", number, "id"), f'the witness "{name}" answers nothing; add an answer or leave the witness out'


def _offices(person: Person) -> Iterator[Finding]:
    """Nobody holds an office before birth or after death."""
    for number, office in enumerate(person.offices):
        for key, date in (("from", office.from_), ("to", office.to)):
            if date and person.born and date.latest < person.born.earliest:
                yield ("offices", number, key), f"{date} lies before the birth of {person.name}; mend one of the two dates"
            if date and person.died and date.earliest > person.died.latest:
                yield ("offices", number, key), f"{date} lies after the death of {person.name}; mend one of the two dates"


def _dates(record: Entity) -> Iterator[Finding]:
    date = getattr(record, "date", None)
    if date is not None and date.is_doubtful and not getattr(record, "date_basis", None):
        yield ("date",), f'"{date.text}" is an uncertain date; add date_basis: the reason for it'
    public = getattr(record, "public", None)
    if date is not None and public is not None and public.date.latest < date.earliest:
        yield ("public", "date"), f"it became public on {public.date}, before it happened; mend one of the two dates"
    for first, last, what in (("born", "died", "the life"), ("from_", "to", "the period")):
        start, end = getattr(record, first, None), getattr(record, last, None)
        if start is not None and end is not None and end.latest < start.earliest:
            yield (last,), f"{what} ends before it begins; mend one of the two dates"
