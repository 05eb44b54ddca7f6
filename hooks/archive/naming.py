"""What a record is called where it is named in a line."""

from __future__ import annotations

from .models import Body, Entity, Letter, Person, Place, Source
from .store import Archive


def title(record: Entity, archive: Archive) -> str:
    """The name of any record in plain text: a person's name, an event's title, "Nikita Khrushchev to Enver Hoxha"."""
    if isinstance(record, Person | Place | Body):
        return record.name
    if isinstance(record, Letter):
        return _letter_title(record, archive)
    return str(getattr(record, "title", record.id))


def listing(names: list[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def letter_in_brief(letter: Letter, archive: Archive) -> str:
    """A document named in a margin: "Khrushchev with Hoxha and others"."""
    return _letter_title(letter, archive, brief=True)


def _letter_title(letter: Letter, archive: Archive, brief: bool = False) -> str:
    if letter.title:
        return letter.title
    sender = _parties(letter.sender, letter.sender_as, archive, brief)
    recipient = _parties(letter.recipient, letter.recipient_as, archive, brief)
    if not recipient:
        return f"{sender}: {letter.kind}"
    return f"{sender} {'with' if letter.kind in TALKS else 'to'} {recipient}"


def _brief_name(record: Entity) -> str:
    if isinstance(record, Person):
        return record.sort.split(",")[0]
    return str((record.abbreviation if isinstance(record, Body) else None) or getattr(record, "name", record.id))


TALKS = ("memorandum of conversation", "minutes")
"""Kinds of document that record what several said: sender and recipient are the sides, not authors."""


def _parties(ids: tuple[str, ...], words: str | None, archive: Archive, brief: bool) -> str:
    """Sender or recipient for a title: two names at the most, in brief the family names or abbreviations; the words given
    for them only where there is no name."""
    names = [_brief_name(record) if brief else title(record, archive) for id in ids if (record := archive.get(id))]
    return f"{names[0]} and others" if len(names) > 2 else listing(names) or words or ""


def authors(source: Source) -> str:
    """Who wrote or edited a source, in a line; three at the most, then "and others". Empty where nobody is named."""
    people = source.author or source.editor
    names = [name.full for name in people]
    return f"{names[0]} and others" if len(names) > 3 else listing(names) if names else ""
