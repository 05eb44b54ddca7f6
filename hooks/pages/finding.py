"""What readers may type to find a page, besides the words of its text: names in every spelling, dates, numbers of papers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Literal

from ..archive.dates import Date, Point
from ..archive.models import Body, Entity, Event, Letter, Person, Place, Source
from ..archive.naming import title
from ..archive.store import Archive, fold
from ..citing.prose import ChapterFront, PageFront
from ..citing.references import Reference

Kind = Literal["chapter", "event", "letter", "source", "person", "place", "body", "page"]

_LONGEST = 31
"""Of an interval with certain ends, so many days or months at the most are named one by one."""
_NUMBER = re.compile(r"\b([^\W\d_]{1,5})\. ?(\d[\w/]*)")
"""A numbered part of an archive reference: "D. 24", "L. 14/1"."""

_SIGNS = ".,;:!?()[]“”‘’'\"…–—·«»"


@dataclass(frozen=True)
class Finding:
    """The words under which a page is found, by how much they count; hooks/theme/js/search.js gives the weights."""

    kind: Kind
    names: tuple[str, ...] = ()
    """Names of a person, place or body in every spelling, numbers of a paper: whoever types one of them and nothing else is
    led here first."""
    heading: str = ""
    """Title of a chapter, an event or a document."""
    label: str = ""
    """Author and year of a source."""
    work: str = ""
    """Its title, and its authors by their full names."""
    who: str = ""
    """Names and spellings of those whom an event or a document concerns."""
    date: Date | None = None

    @property
    def fields(self) -> Mapping[str, str]:
        """The texts that are not empty, by the name of their field in the index.

        Days, kind and years stand in it as words that nobody types ("xd19600813", "xqletter", "xq1960"), which the search makes
        from what is typed and chosen. Pagefind has filters of its own, but with them two builds differ.
        """
        days, between = date_words(self.date) if self.date else ([], [])
        years = range(self.date.earliest.year, self.date.latest.year + 1) if self.date else ()
        fields = {
            "names": " | ".join(dict.fromkeys(self.names)),
            "heading": _words(self.heading),
            "label": _words(self.label),
            "work": _words(self.work),
            "who": _words(self.who),
            "date": str(self.date or ""),
            "days": " ".join(f"xd{day}" for day in days),
            "between": " ".join(f"xd{day}" for day in between),
            "facets": " ".join([f"xq{self.kind}", *(f"xq{year}" for year in years)]),
        }
        return {name: text for name, text in fields.items() if text}


def of_prose(front: ChapterFront | PageFront) -> Finding:
    """The words for a page of docs/."""
    if isinstance(front, ChapterFront):
        return Finding("chapter", heading=f"Chapter {front.number} {front.title}", date=front.span)
    return Finding("page", heading=front.title)


def of_source(source: Source, reference: Reference) -> Finding:
    """The words for a source: its short form where that names somebody, its title and authors."""
    authors = [name.full for name in (*source.author, *source.editor)]
    label = unescape(re.sub(r"<[^>]+>", "", reference.label)) if authors else ""
    return Finding("source", label=label, work=" ".join([source.title, *authors]), date=source.issued)


def of_event(event: Event, archive: Archive) -> Finding:
    """The words for an event: its title, and those who took part."""
    who = _concerned((*event.people, event.place, *event.bodies), archive)
    return Finding("event", heading=f"{event.title} {event.label or ''}", who=who, date=event.date)


def of_letter(letter: Letter, archive: Archive) -> Finding:
    """The words for a document: sender, recipient and kind, the number of the paper, and those whom it concerns."""
    paper = letter.archive or ""
    parts = [f"{name}.{number}" for name, number in _NUMBER.findall(paper)]
    parties = (letter.sender_as, letter.recipient_as)
    heading = " ".join(text for text in (title(letter, archive), *parties, letter.kind, paper) if text)
    who = _concerned((*letter.sender, *letter.recipient, *letter.people, letter.place), archive)
    return Finding("letter", tuple(parts), heading=heading, who=who, date=letter.date)


def of_entry(record: Person | Place | Body, by_family_name: bool = False) -> Finding:
    """The words for an entry of a register.

    `by_family_name` is for a person to whom the family name alone leads, rather than to others of that name.
    """
    names = [record.name, *(variant.name for variant in record.variants)]
    if isinstance(record, Body) and record.abbreviation:
        names.append(record.abbreviation)
    if isinstance(record, Person) and by_family_name:
        names += [family_name(record), *(variant.name.split()[-1] for variant in record.variants if "," in record.sort)]
    return Finding(_ENTRIES[type(record)], tuple(names))


_ENTRIES: Mapping[type[Entity], Kind] = {Person: "person", Place: "place", Body: "body"}


def foremost(people: Iterable[Person], appearances: Mapping[str, list[Entity]]) -> frozenset[str]:
    """Ids of the persons who are meant by their family name alone: of all who share it, the one who appears most."""
    first: dict[str, Person] = {}
    for person in people:
        name = whole(family_name(person))
        if name not in first or len(appearances.get(person.id, ())) > len(appearances.get(first[name].id, ())):
            first[name] = person
    return frozenset(person.id for person in first.values())


def family_name(person: Person) -> str:
    """What stands before the comma of the form under which somebody is filed, and without a comma the first word."""
    family, comma, _ = person.sort.partition(",")
    return family if comma else family.split()[0]


def whole(name: str) -> str:
    """A name as one word without accents, capitals, spaces and signs: "D. 24" is "d24", "Koçi Xoxe" is "kocixoxe"."""
    return re.sub(r"[\W_]", "", fold(name))


def date_words(date: Date) -> tuple[list[str], list[str]]:
    """The days, months or years at which a date stands, as far as it is known: "19600813", "196008", "1960"; and, for an
    interval with certain ends that is not too long, those in between."""
    ends = [point for point in (date.start, date.end) if point and not point.decade and point.month < 13]
    between = _between(date) if len(ends) == 2 and date.is_interval and not date.is_doubtful else []
    at = list(dict.fromkeys(_word(point) for point in ends))
    return at, [word for word in between if word not in at]


def _word(point: Point) -> str:
    return f"{point.year}" + (f"{point.month:02}" if point.month else "") + (f"{point.day:02}" if point.day else "")


def _between(date: Date) -> list[str]:
    assert date.start and date.end
    first, last = date.start.earliest, date.end.latest
    days = [first + datetime.timedelta(n) for n in range((last - first).days + 1)]
    form = "%Y%m%d" if date.start.day and date.end.day else "%Y%m" if date.start.month and date.end.month else "%Y"
    words = list(dict.fromkeys(day.strftime(form) for day in days))
    return words if len(words) <= _LONGEST else []


def _concerned(ids: Iterable[str | None], archive: Archive) -> str:
    """Names and spellings of persons, places and bodies.

    Of bodies only the variants of one word: the longer ones are made of words that every other text has.
    """
    return " ".join(name for id in ids if id for name in _spellings(archive.get(id)))


def _spellings(record: Entity | None) -> Iterator[str]:
    if isinstance(record, Person | Place | Body):
        yield record.name
        yield from (variant.name for variant in record.variants if not (isinstance(record, Body) and " " in variant.name))
    if isinstance(record, Body) and record.abbreviation:
        yield record.abbreviation


def _words(text: str) -> str:
    """Each word of a text once, without signs around it or a genitive: the index counts every form of a word anew."""
    words: dict[str, str] = {}
    for word in re.sub(r"[’'](s\b|(?!\w))", "", text).split():
        words.setdefault(whole(word), word.strip(_SIGNS))
    words.pop("", None)
    return " ".join(words.values())
