"""References as BibLaTeX, from CSL-JSON items. Field and entry names are those of the biblatex manual, sections 2.1 and 2.2.

Pandoc writes BibLaTeX too, and leaves out archive, recipient, genre and the date of the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

Item = Mapping[str, Any]

_ENTRIES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "book": "book", "chapter": "incollection",
    "dataset": "dataset", "entry": "inreference", "entry-encyclopedia": "inreference", "manuscript": "unpublished", "motion_picture": "movie",
    "pamphlet": "booklet", "periodical": "periodical", "personal_communication": "letter", "post-weblog": "online", "report": "report",
    "thesis": "thesis", "webpage": "online",
}  # fmt: skip
_LANGUAGES = {
    "de": "german", "en": "english", "fr": "french", "hu": "hungarian", "it": "italian", "pl": "polish", "pt": "portuguese", "ru": "russian",
    "sq": "albanian", "sr": "serbian", "zh": "chinese",
}  # fmt: skip
_IN_SERIES = ("book", "booklet", "incollection")
"""Entries whose `number` is that of a series."""
_SAME = {
    "publisher-place": "location", "volume": "volume", "edition": "edition", "chapter-number": "chapter", "version": "version",
    "ISBN": "isbn", "ISSN": "issn",
}  # fmt: skip
_SPECIAL = str.maketrans(
    {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "{}$&%#_"}}
)


def bibtex(items: Iterable[Item]) -> str:
    """A .bib file in UTF-8, one entry for each item, keyed by its id; where a paper lies is told in `note`, which every style prints."""
    return "\n".join(map(_entry, items))


def _entry(item: Item) -> str:
    entry = "incollection" if item["type"] == "document" and "container-title" in item else _ENTRIES.get(item["type"], "misc")
    fields = {**_names(item), **_titles(item, entry), **_dates(item), **_plain(item, entry), "note": _note(item, entry)}
    lines = [f"  {name} = {{{text}}},\n" for name, text in fields.items() if text]
    lines += [f"  {name} = {{{item[key]}}},\n" for key, name in (("DOI", "doi"), ("URL", "url")) if key in item]
    return f"@{entry}{{{item['id']},\n{''.join(lines)}}}\n"


def _names(item: Item) -> dict[str, str]:
    return {role: " and ".join(map(_name, item[role])) for role in ("author", "editor", "translator") if role in item}


def _name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return f"{{{_tex(name['literal'])}}}"
    return ", ".join(_tex(name[part]) for part in ("family", "given") if part in name)


def _titles(item: Item, entry: str) -> dict[str, str]:
    """Titles in braces of their own: no style may change their capitals."""
    whole, part, container = item.get("title"), item.get("volume-title"), item.get("container-title")
    titles = {"maintitle": whole, "title": part} if part and whole else {"title": whole} if whole else {}
    if container and entry != "online":
        titles["journaltitle" if entry in ("article", "misc") else "booktitle"] = container
    short = {"title-short": "shorttitle", "container-title-short": "shortjournal", "collection-title": "series"}
    titles |= {name: item[key] for key, name in short.items() if key in item}
    return {name: f"{{{_tex(text)}}}" for name, text in titles.items()}


def _dates(item: Item) -> dict[str, str]:
    """Dates as they are: biblatex reads EDTF."""
    names = {"issued": "date", "original-date": "origdate", "accessed": "urldate"}
    return {names[key]: str(item[key]) for key in names if key in item}


def _plain(item: Item, entry: str) -> dict[str, str]:
    fields = {name: _tex(str(item[key])) for key, name in _SAME.items() if key in item}
    fields["langid"] = _LANGUAGES.get(item.get("language", ""), "")
    fields["pages"] = re.sub(r"(?<=\d)[-–](?=\d)", "--", _tex(item.get("page", "")))
    fields["type"] = _tex(item.get("genre", "") or ("speech" if item["type"] == "speech" else ""))
    if item["type"] in ("article-magazine", "article-newspaper"):
        fields["entrysubtype"] = item["type"].removeprefix("article-")
    numbers = [item[key] for key in ("issue", "number") if key in item]
    if entry not in _IN_SERIES:  # see _note
        fields["number"] = _tex(", ".join(numbers))
    if entry == "online":
        fields["organization"] = " and ".join(_tex(item[key]) for key in ("container-title", "publisher") if key in item)
    elif "publisher" in item:
        role = {"report": "institution", "thesis": "institution", "misc": "organization", "movie": "organization", "letter": "organization"}
        fields[role.get(entry, "publisher")] = _tex(item["publisher"])
    return fields


def _note(item: Item, entry: str) -> str:
    place = ", ".join(item[key] for key in ("archive", "archive-place", "archive_location") if key in item)
    to = " and ".join(name.get("literal") or f"{name.get('given', '')} {name['family']}".strip() for name in item.get("recipient", ()))
    number = item.get("number", "") if entry in _IN_SERIES else ""
    parts = (f"To {to}" if to else "", number, item.get("medium", ""), place, item.get("note", ""))
    return _tex(". ".join(part for part in parts if part))


def _tex(text: str) -> str:
    return text.translate(_SPECIAL)
