"""What a record is called where it is named in a line."""

from __future__ import annotations

from collections.abc import Iterable

from .models import Body, Entity, Letter, Person, Place, Source
from .store import Archive


def title(record: Entity, archive: Archive) -> str:
    """The name of any record in plain text: a person's name, an event's title, "Nikita Khrushchev to Enver Hoxha"."""
    if isinstance(record, Person | Place | Body):
        return record.name
    if isinstance(record, Letter):
        return _letter_title(record, archive)
    return str(getattr(record, "title", record.id))


def parties(ids: Iterable[str], words: str | None, archive: Archive) -> str:
    """Senders or recipients in a line: the words given for them, else their names."""
    return words or listing([title(record, archive) for id in ids if (record := archive.get(id))])


def listing(names: list[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _letter_title(letter: Letter, archive: Archive) -> str:
    if letter.title:
        return letter.title
    sender = parties(letter.sender, letter.sender_as, archive)
    recipient = parties(letter.recipient, letter.recipient_as, archive)
    return f"{sender} to {recipient}" if recipient else f"{sender}: {letter.kind}"


def authors(source: Source) -> str:
    """Who wrote or edited a source, in a line; three at the most, then "and others". Empty where nobody is named."""
    people = source.author or source.editor
    names = [name.full for name in people]
    return f"{names[0]} and others" if len(names) > 3 else listing(names) if names else ""
