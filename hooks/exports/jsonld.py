"""What a page is about, in the terms of schema.org, for search engines and collectors of data. A field that is not known is left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from .. import addresses
from ..archive.dates import Date, Point
from ..archive.imprint import LICENCE
from ..archive.models import Body, Entity, Event, Letter, Person, Place, Source
from ..archive.naming import TALKS, title
from ..edition import Edition
from .download import MEDIA_TYPES
from .page_items import record_on

Node = dict[str, Any]


def jsonld(edition: Edition, uri: str, item: Mapping[str, Any], description: str, files: tuple[str, ...] = ()) -> str:
    """The script element of a page, from its CSL-JSON item and its record; `files` are tables that it offers, by their paths."""
    record = record_on(uri, edition.archive)
    node = _of_record(edition, record, description) if record else _of_page(edition, uri, item, description, files)
    whole = {"@context": "https://schema.org", **node, "url": item["URL"]}
    text = json.dumps({key: value for key, value in whole.items() if value}, ensure_ascii=False, separators=(",", ":"))
    return f'<script type="application/ld+json">{text.replace("<", chr(92) + "u003c")}</script>\n'


def _of_page(edition: Edition, uri: str, item: Mapping[str, Any], description: str, files: tuple[str, ...]) -> Node:
    if uri == "index.md":
        return {**_edition(edition), "description": description}
    node = {"@type": "WebPage", "name": item["title"], "description": description.replace("*", ""), "isPartOf": _part_of(edition)}
    front = next((front for page, front in edition.chapters if page.src_uri == uri), None)
    if front:
        events = [edition.archive.events[id] for id in front.key_dates]
        about = [{"@type": "Event", "name": event.title, "url": edition.address + addresses.url(f"events/{event.id}.md")} for event in events]
        return {**_published(edition), **node, "@type": "Chapter", "position": front.number, "about": about, "temporalCoverage": _span(front.span)}
    if uri.startswith(("curve/", "data/")):
        downloads = [
            {"@type": "DataDownload", "contentUrl": edition.address + file, "encodingFormat": MEDIA_TYPES[file.rpartition(".")[2]]} for file in files
        ]
        return {**_published(edition), **node, "@type": "Dataset", "creator": _authors(edition), "distribution": downloads}
    return node


def _part_of(edition: Edition) -> Node:
    return {"@type": "Book", "name": edition.imprint.title, "url": edition.address}


def _edition(edition: Edition) -> Node:
    return {**_published(edition), **_part_of(edition)}


def _published(edition: Edition) -> Node:
    released = edition.imprint.released
    node = {"author": _authors(edition), "version": edition.imprint.version, "inLanguage": "en", "license": LICENCE}
    return {**node, "datePublished": released.text} if released else node


def _authors(edition: Edition) -> list[Node]:
    names = [author.csl for author in edition.imprint.authors]
    return [{"@type": "Person" if name.family else "Organization", "name": name.full} for name in names]


def _of_record(edition: Edition, record: Entity, description: str) -> Node:
    for model, write in _WRITERS.items():
        if isinstance(record, model):
            return {**write(edition, record), "description": getattr(record, "summary", description).replace("*", "")}
    raise TypeError(f"{type(record).__name__} has no page")


def _event(edition: Edition, event: Event) -> Node:
    place = edition.archive.places.get(event.place or "")
    lasted = not (event.date.is_interval and event.date_basis)  # an interval with a reason may mean a day between its ends
    return {
        "@type": "Event",
        "name": event.title,
        "startDate": _iso(event.date.start) if lasted else None,
        "endDate": _iso(event.date.end) if lasted else None,
        "location": {"@type": "Place", "name": place.name, "url": edition.address + addresses.url(f"places/{place.id}.md")} if place else None,
    }


def _person(edition: Edition, person: Person) -> Node:
    return {"@type": "Person", "name": person.name, **_variants(person), "birthDate": _day(person.born), "deathDate": _day(person.died)}


def _place(edition: Edition, place: Place) -> Node:
    geo = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return {"@type": "Place", "name": place.name, **_variants(place), "geo": geo}


def _body(edition: Edition, body: Body) -> Node:
    return {"@type": "Organization", "name": body.name, **_variants(body), "foundingDate": _day(body.from_), "dissolutionDate": _day(body.to)}


def _source(edition: Edition, source: Source) -> Node:
    node = {"@type": "CreativeWork", "name": source.title, "inLanguage": source.language if source.language != "und" else None}
    authors = [{"@type": "Person" if name.family else "Organization", "name": name.full} for name in source.author]
    return {**node, "author": authors, "datePublished": _day(source.issued), "sameAs": source.url, "archivedAt": source.archived}


def _letter(edition: Edition, letter: Letter) -> Node:
    """A component of an archive; one that somebody sent to somebody is a message too."""
    archive = edition.archive
    parties = {side: [_party(edition, id) for id in getattr(letter, side) if archive.get(id)] for side in ("sender", "recipient")}
    sent = letter.kind not in TALKS and parties["sender"] and parties["recipient"]
    holders = [source.archive for printed in letter.published if (source := archive.sources.get(printed.source or "")) and source.archive]
    return {
        "@type": ["ArchiveComponent", "Message"] if sent else "ArchiveComponent",
        "name": f"{title(letter, archive)}, {letter.date}",
        "dateCreated": _day(letter.date),
        **(parties if sent else {"about": parties["sender"] + parties["recipient"]} if letter.kind in TALKS else {"creator": parties["sender"]}),
        "itemLocation": letter.archive,
        "holdingArchive": {"@type": "ArchiveOrganization", "name": holders[0]} if letter.archive and holders else None,
    }


def _party(edition: Edition, id: str) -> Node:
    kind = edition.archive.kind_of(id)
    record = edition.archive.get(id)
    name = getattr(record, "name", id)
    return {"@type": "Person" if kind == "people" else "Organization", "name": name, "url": edition.address + addresses.url(f"{kind}/{id}.md")}


_WRITERS: Mapping[type[Entity], Callable[[Edition, Any], Node]] = {
    Event: _event,
    Person: _person,
    Place: _place,
    Body: _body,
    Source: _source,
    Letter: _letter,
}


def _variants(record: Person | Place | Body) -> Node:
    return {"alternateName": [variant.name for variant in record.variants]}


def _iso(point: Point | None) -> str | None:
    """A day, month or year of ISO 8601; None where the date is doubtful, or a season or decade."""
    return None if point is None or point.qualifier or point.unknown_day else point.iso or None


def _day(date: Date | None) -> str | None:
    return _iso(date.start) if date and not date.is_interval else None


def _span(date: Date) -> str | None:
    ends = _iso(date.start), _iso(date.end)
    return "/".join(end for end in ends if end) if all(ends) else None
