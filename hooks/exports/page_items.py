"""What is cited here, as CSL-JSON items: each page of this edition, and each archive document."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .. import addresses
from ..archive.models import Entity, Letter, Person, Source
from ..archive.naming import TALKS, listing, title
from ..archive.store import Archive
from ..citing.prose import ChapterFront
from ..citing.references import csl_date
from ..edition import Edition

Item = dict[str, Any]

_MAIL = ("letter", "note", "radiogram", "telegram")


def record_on(uri: str, archive: Archive) -> Entity | None:
    """The record whose page this is; None for a list or a page of prose."""
    kind, _, rest = uri.partition("/")
    return getattr(archive, kind, {}).get(rest.removesuffix(".md")) if kind in addresses.WITH_PAGES else None


@lru_cache(maxsize=1)  # the foot of a page and its head ask one after the other
def page_item(edition: Edition, uri: str, name: str) -> Item:
    """A page of this edition: a chapter, an entry, the whole edition (its first page), or a web page.

    Authors, version and date come from CITATION.cff; there is no date before the first release.
    """
    imprint = edition.imprint
    chapter = next((front for page, front in edition.chapters if page.src_uri == uri), None) if uri.startswith("chapters/") else None
    path = addresses.url(uri)
    item: Item = {"id": "-".join(["tirana-moscow", *path.strip("/").split("/")]).strip("-"), "type": _type(edition, uri, chapter)}
    item["author"] = imprint.csl_authors
    source = record_on(uri, edition.archive)
    if isinstance(source, Source):
        name = f"Source: {source.title}"  # its page, not the work
    item["title"] = name if path else imprint.title
    if path:
        item["container-title"] = imprint.title
    if chapter:
        item["chapter-number"] = str(chapter.number)
    item |= {"version": imprint.version, "language": "en", "URL": edition.address + path}
    return item | ({"issued": imprint.released.text} if imprint.released else {})


def _type(edition: Edition, uri: str, chapter: ChapterFront | None) -> str:
    if uri == "index.md":
        return "book"
    return "chapter" if chapter else "entry-encyclopedia" if record_on(uri, edition.archive) else "webpage"


def document_item(letter: Letter, archive: Archive) -> Item:
    """An archive document by its archive reference; a title that it does not have itself is supplied in brackets."""
    item: Item = {"id": letter.id, "type": _document_type(letter), "language": "en"}
    if letter.kind not in TALKS:  # those who talked did not write the record
        item["author"] = _parties(letter.sender, letter.sender_as, archive)
    if item["type"] == "personal_communication":
        item |= {"genre": letter.kind, "recipient": _parties(letter.recipient, letter.recipient_as, archive)}
    elif letter.title:
        item |= {"title": letter.title, "genre": letter.kind}
    else:
        addressed = letter.recipient or letter.recipient_as
        item["title"] = f"[{letter.kind.capitalize()}{f': {title(letter, archive)}' if addressed else ''}]"
    item["issued"] = csl_date(letter.date)
    return item | ({"archive": letter.archive} if letter.archive else {})


def _document_type(letter: Letter) -> str:
    # Styles leave personal communications out of bibliographies unless they lie in an archive.
    if letter.kind in _MAIL and letter.archive and not letter.title and (letter.recipient or letter.recipient_as):
        return "personal_communication"
    return "speech" if letter.kind == "speech" else "document"


def _parties(ids: tuple[str, ...], words: str | None, archive: Archive) -> list[dict[str, str]]:
    records = [record for id in ids if (record := archive.get(id))]
    if not records:
        return [{"literal": words or listing(list(ids))}]
    return [_name(record) for record in records]


def _name(record: Entity) -> dict[str, str]:
    if isinstance(record, Person) and ", " in record.sort:
        family, given = record.sort.split(", ", 1)
        return {"family": family, "given": given}
    return {"literal": record.name if isinstance(record, Person) else str(getattr(record, "name", record.id))}
