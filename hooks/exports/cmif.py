"""Letters in the Correspondence Metadata Interchange Format (CMIF 1.1), which indexes such as correspSearch gather.

CMIF is a strict part of TEI: https://github.com/TEI-Correspondence-SIG/CMIF. It knows letters only, each with a sender
and somebody who receives it.
"""

from __future__ import annotations

import datetime
import uuid
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from urllib.parse import urlsplit

from .. import addresses
from ..archive.dates import Date
from ..archive.imprint import LICENCE, Imprint
from ..archive.models import Letter, Person, Place
from ..archive.store import Archive

KINDS = ("letter", "note", "radiogram", "telegram")
"""Kinds of document that are sent. Speeches, minutes, statements and the rest are no correspondence."""

AUTHORITIES = ("viaf.org", "d-nb.info", "id.loc.gov", "data.bnf.fr", "id.ndl.go.jp", "sws.geonames.org", "www.geonames.org")
"""Hosts of the authority files that the documentation of CMIF names; only links to these become references."""

_TEI = "http://www.tei-c.org/ns/1.0"


def is_correspondence(letter: Letter) -> bool:
    """Whether a document is a letter in the sense of CMIF: of a kind that is sent, and with a recipient."""
    return letter.kind in KINDS and bool(letter.recipient or letter.recipient_as)


def cmif(archive: Archive, imprint: Imprint, address: str, day: datetime.date) -> str:
    """The index of letters as TEI. `day` is that of the last change."""
    tei = etree.Element("TEI", xmlns=_TEI)
    header = etree.SubElement(tei, "teiHeader")
    edition = f"edition-{uuid.uuid5(uuid.NAMESPACE_URL, address)}"
    _file(etree.SubElement(header, "fileDesc"), imprint, address, day, edition)
    profile = etree.SubElement(header, "profileDesc")
    for letter in filter(is_correspondence, archive.letters.values()):
        profile.append(correspondence(letter, archive, address, edition))
    etree.SubElement(etree.SubElement(etree.SubElement(tei, "text"), "body"), "p")
    etree.indent(tei)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(tei, encoding="unicode")}\n'


def _file(description: etree.Element, imprint: Imprint, address: str, day: datetime.date, edition: str) -> None:
    titles = etree.SubElement(description, "titleStmt")
    etree.SubElement(titles, "title").text = f"Letters in {imprint.title}"
    authors = [author.csl.full for author in imprint.authors]
    for author in authors:
        etree.SubElement(titles, "editor").text = author
    publication = etree.SubElement(description, "publicationStmt")
    for author in authors:
        etree.SubElement(etree.SubElement(publication, "publisher"), "ref", target=address).text = author
    etree.SubElement(publication, "idno", type="url").text = f"{address}data/letters.cmif.xml"
    etree.SubElement(publication, "date", when=day.isoformat())
    licence = etree.SubElement(etree.SubElement(publication, "availability"), "licence", target=LICENCE)
    licence.text = "This file is licensed under the terms of the Creative Commons License CC-BY 4.0"
    work = etree.SubElement(etree.SubElement(description, "sourceDesc"), "bibl", {"type": "online", "xml:id": edition})
    work.text = f"{imprint.title}. {', '.join(authors)}. "
    etree.SubElement(work, "ref", target=address).text = address


def correspondence(letter: Letter, archive: Archive, address: str, edition: str) -> etree.Element:
    """The correspDesc of one letter: who sent it, from where, when; who received it."""
    ref = addresses.public(address, "letters", letter.id)
    element = etree.Element("correspDesc", key=letter.id, ref=ref, source=f"#{edition}")
    sent = etree.SubElement(element, "correspAction", type="sent")
    sent.extend(_names(letter.sender, letter.sender_as, archive))
    if letter.place:
        place = archive.places[letter.place]
        sent.append(_named("placeName", place.name, place))
    etree.SubElement(sent, "date", dated(letter.date))
    etree.SubElement(element, "correspAction", type="received").extend(_names(letter.recipient, letter.recipient_as, archive))
    return element


def _names(ids: tuple[str, ...], words: str | None, archive: Archive) -> Iterator[etree.Element]:
    """Parties by their names; where there is none, the words given for them."""
    for id in ids:
        person = archive.people.get(id)
        yield _named("persName", person.name, person) if person else _named("orgName", archive.bodies[id].name)
    if not ids and words:
        yield _named("orgName", words)


def _named(tag: str, name: str, record: Person | Place | None = None) -> etree.Element:
    element = etree.Element(tag)
    element.text = name
    known = [link.url for link in record.links if urlsplit(link.url).netloc in AUTHORITIES] if record else []
    if known:
        element.set("ref", known[0])
    return element


def dated(date: Date) -> dict[str, str]:
    """Attributes of a TEI date. A letter is written at one time: an interval is that in which it was."""
    marks = {point.qualifier for point in (date.start, date.end) if point and point.qualifier}
    certainty = {"cert": "low" if marks - {"~"} else "medium"} if marks else {}
    if date.start and not date.is_interval and date.start.iso:
        return {"when": date.start.iso, **certainty}
    first = {"notBefore": date.start.iso or date.start.earliest.isoformat()} if date.start else {}
    last = {"notAfter": date.end.iso or date.end.latest.isoformat()} if date.end else {}
    return {**first, **last, **certainty}
