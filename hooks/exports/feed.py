"""Changes of the edition as an Atom feed (RFC 4287), one entry for each released version of CHANGELOG.md."""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from dataclasses import replace

from markdown import markdown

from ..archive.changes import UNRELEASED, Change
from ..archive.imprint import LICENCE, Imprint
from ..edition import Edition

_ATOM = "http://www.w3.org/2005/Atom"


def feed(edition: Edition) -> str:
    """The feed as text; empty where the edition has no day, which every feed must have."""
    imprint, address = edition.imprint, edition.address
    if not edition.last_day:
        return ""
    here = f"{address}feed.xml"
    root = etree.Element("feed", xmlns=_ATOM)
    _text(root, "title", f"Changes in {imprint.title}")
    _text(root, "id", here)
    etree.SubElement(root, "link", rel="self", type="application/atom+xml", href=here)
    etree.SubElement(root, "link", rel="alternate", type="text/html", href=address)
    _text(root, "updated", _moment(edition.last_day))
    for author in imprint.authors:
        _text(etree.SubElement(root, "author"), "name", author.csl.full)
    _text(root, "rights", f"CC BY 4.0, {LICENCE}")
    for change, day in released(edition.changes, imprint):
        _entry(etree.SubElement(root, "entry"), change, day, here, address)
    etree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def released(changes: Sequence[Change], imprint: Imprint) -> list[tuple[Change, datetime.date]]:
    """The sections that have a day. Before the first release what is there is the version of CITATION.cff, with its day."""
    found = [(change, change.day) for change in changes if change.day]
    if not found and imprint.released:
        day = imprint.released.latest
        found = [(replace(change, version=imprint.version), day) for change in changes if change.version == UNRELEASED]
    return found


def _entry(entry: etree.Element, change: Change, day: datetime.date, here: str, address: str) -> None:
    _text(entry, "title", f"Version {change.version}")
    _text(entry, "id", f"{here}#{change.version}")
    etree.SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    _text(entry, "updated", _moment(day))
    _text(entry, "content", markdown(change.text), type="html")


def _text(parent: etree.Element, tag: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, tag, attributes).text = text


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
