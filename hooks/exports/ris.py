"""References as RIS, the exchange format of reference managers, from CSL-JSON items.

Tags follow the Reference Manager specification (2011) as Zotero and EndNote read it. Pandoc reads RIS and cannot write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..archive import dates

Item = Mapping[str, Any]

_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK", "broadcast": "MULTI", "chapter": "CHAP",
    "dataset": "DATA", "entry": "ENCYC", "entry-encyclopedia": "ENCYC", "manuscript": "MANSCPT", "motion_picture": "MPCT", "pamphlet": "PAMP",
    "periodical": "JFULL", "personal_communication": "PCOMM", "post-weblog": "BLOG", "report": "RPRT", "speech": "SLIDE", "thesis": "THES",
    "webpage": "ELEC",
}  # fmt: skip
_NAMES = {"author": "AU", "editor": "ED", "translator": "A4", "recipient": "A2"}
_TEXTS = {
    "title": "TI", "title-short": "ST", "volume-title": "C3", "container-title": "T2", "container-title-short": "J2", "collection-title": "T3",
    "publisher": "PB", "publisher-place": "CY", "volume": "VL", "issue": "IS", "number": "M1", "chapter-number": "SE", "edition": "ET",
    "version": "ET", "genre": "M3", "ISBN": "SN", "ISSN": "SN", "archive_location": "AV", "language": "LA", "DOI": "DO", "URL": "UR",
    "medium": "N1", "note": "N1",
}  # fmt: skip


def ris(items: Iterable[Item]) -> str:
    """A .ris file in UTF-8, one record for each item; lines end in CRLF, as the specification has them."""
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in _lines(item))


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(item["type"], "GEN")
    yield "ID", item["id"]
    for role, tag in _NAMES.items():
        for name in item.get(role, ()):
            yield tag, name.get("literal") or ", ".join(name[part] for part in ("family", "given") if part in name)
    for key, tag in _TEXTS.items():
        if key in item:
            yield tag, str(item[key])
    if "archive" in item or "archive-place" in item:
        yield "DB", ", ".join(item[key] for key in ("archive", "archive-place") if key in item)
    if "page" in item:
        first, _, last = re.sub("–", "-", item["page"]).partition("-")
        yield "SP", first
        if last:
            yield "EP", last
    yield from _dates(item)
    yield "ER", ""


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    if "issued" in item:
        yield "PY", f"{dates.parse(item['issued']).earliest.year}"
        yield "DA", _date(item["issued"])
    if "accessed" in item:
        yield "Y2", _date(item["accessed"])
    if "original-date" in item:
        yield "OP", str(dates.parse(item["original-date"]))


def _date(edtf: str) -> str:
    """YYYY/MM/DD/other: what the figures cannot say (about, summer, a span) stands in words behind them."""
    date = dates.parse(edtf)
    point = date.start or date.end
    assert point is not None
    month = point.month if point.month <= 12 else 0
    other = str(date) if date.is_doubtful or date.is_interval or point.month > 12 else ""
    return f"{point.year}/{f'{month:02}' if month else ''}/{f'{point.day:02}' if point.day else ''}/{other}"
