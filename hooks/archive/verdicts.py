"""One word for how well a statement is borne out: corroborated, single source, disputed or unverified.

The rule, as readers find it in docs/about/method.md:

1. Evidence is counted by witness. Whoever is known only through another work counts as that work; one author counts
   once, however often he speaks; the study and the works known only through it are one witness.
2. Disputed: somebody says otherwise. One exception: where two witnesses whom we have read agree against the study
   alone, the study's difference is a correction and no dispute.
3. Unverified: nobody is left but the study speaking for itself, or titles and headlines.
4. Single source: one witness. Corroborated: two or more, of whom this edition has read at least one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from .fields import Evidence
from .models import Event
from .store import Archive

Word = Literal["corroborated", "single source", "disputed", "unverified"]

WORDS: dict[Word, str] = {
    "corroborated": "Two or more witnesses say so, and we have read at least one of them.",
    "single source": "One witness says so.",
    "disputed": "Somebody whom we cite says otherwise.",
    "unverified": "Nobody but the study says so, or we have seen no more than a title.",
}
"""Each word with its meaning, in the order of the legend."""

STUDY = "pilacanako2021"


def word(evidence: Iterable[Evidence], archive: Archive) -> Word:
    """The word that a statement with this evidence earns."""
    entries = list(evidence)
    against = {_witness(entry, archive) for entry in entries if entry.stance == "disputes"}
    supporting = [entry for entry in entries if entry.stance == "supports"]
    witnesses = {_witness(entry, archive) for entry in supporting if not _is_weak(entry, archive)}
    read = {_witness(entry, archive) for entry in supporting if _is_read(entry, archive)}
    if against - {STUDY} or (against and len(read - {STUDY}) < 2):
        return "disputed"
    if not witnesses:
        return "unverified"
    return "corroborated" if len(witnesses) > 1 and read else "single source"


def word_of_event(event: Event, archive: Archive) -> Word:
    """The word of an event is that of its first statement, which says that it happened."""
    return word(event.statements[0].evidence, archive)


def was_read(evidence: Iterable[Evidence], archive: Archive) -> bool:
    """Whether this edition read, in full or in part, a source other than the study that supports a statement."""
    return any(entry.stance == "supports" and _is_read(entry, archive) for entry in evidence)


def _witness(entry: Evidence, archive: Archive) -> str:
    """Who speaks: the work through which it is known, else the author, else the source itself."""
    source = archive.sources.get(entry.source)
    via = entry.via or (source.via if source and source.seen == "none" else None)
    if via:
        return via if via == STUDY else _author(via, archive)
    return _author(entry.source, archive)


def _author(id: str, archive: Archive) -> str:
    """One name for all that the same person wrote or said: the id of a person, a family name, or the work's own key."""
    source, letter = archive.sources.get(id), archive.letters.get(id)
    if letter and letter.sender:
        person = archive.people.get(letter.sender[0])
        return person.sort.split(",")[0].casefold() if person else letter.sender[0]
    if source and source.id != STUDY and source.author and source.author[0].family:
        return source.author[0].family.casefold()
    return id


def _seen(entry: Evidence, archive: Archive) -> str:
    record = archive.sources.get(entry.source) or archive.letters.get(entry.source)
    return record.seen if record else "none"


def _is_read(entry: Evidence, archive: Archive) -> bool:
    """Whether we read the witness in full or in part, and not through another."""
    return not entry.via and _seen(entry, archive) in ("full", "excerpt") and entry.source != STUDY


def _is_weak(entry: Evidence, archive: Archive) -> bool:
    """The study's own word without a source, or no more than a title."""
    return (entry.source == STUDY and not entry.via) or (_seen(entry, archive) == "catalogue" and not entry.via)
