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


def _letter_title(letter: Letter, archive: Archive) -> str:
    if letter.title:
        return letter.title
    sender = _briefly(letter.sender, letter.sender_as, archive)
    recipient = _briefly(letter.recipient, letter.recipient_as, archive)
    if not recipient:
        return f"{sender}: {letter.kind}"
    return f"{sender} {'with' if letter.kind in _TALKS else 'to'} {recipient}"


_TALKS = ("memorandum of conversation", "minutes")


def _briefly(ids: tuple[str, ...], words: str | None, archive: Archive) -> str:
    """Sender or recipient for a title: two names at the most; the words given for them only where there is no name."""
    names = [title(record, archive) for id in ids if (record := archive.get(id))]
    return f"{names[0]} and others" if len(names) > 2 else listing(names) or words or ""


def authors(source: Source) -> str:
    """Who wrote or edited a source, in a line; three at the most, then "and others". Empty where nobody is named."""
    people = source.author or source.editor
    names = [name.full for name in people]
    return f"{names[0]} and others" if len(names) > 3 else listing(names) if names else ""
