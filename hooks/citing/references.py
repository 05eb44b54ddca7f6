"""Full references and short labels, written by pandoc's citeproc (Chicago author-date, 18th edition) in one call."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..archive.dates import Date
from ..archive.fields import Name
from ..archive.models import Source
from ..archive.problems import BadArchive, Problem
from ..archive.writing import write_whole
from .citeproc import PandocFailed, digest, pandoc, plain, read_entries


@dataclass(frozen=True)
class Reference:
    """How one source is printed. Both are HTML that pandoc wrote from escaped data."""

    entry: str
    """The entry of the bibliography."""
    label: str
    """Short form: Pilaca and Nako 2021."""


def csl_item(source: Source) -> dict[str, Any]:
    """The CSL-JSON record of a source: its CSL fields only, under their CSL names, dates as EDTF."""
    item: dict[str, Any] = {"id": source.id}
    for name, field in type(source).model_fields.items():
        value = getattr(source, name)
        if isinstance(field.json_schema_extra, dict) and field.json_schema_extra.get("csl") and value:
            item[field.alias or name] = _csl_value(value)
    return item


def csl_date(date: Date) -> str:
    """A date as EDTF for citeproc, which of the signs of doubt prints "~" alone, as [1956?]."""
    return date.text.replace("%", "~").replace("?", "~").replace("-XX", "")


def _csl_value(value: Any) -> Any:
    if isinstance(value, Date):
        return csl_date(value)
    if isinstance(value, tuple) and value and isinstance(value[0], Name):
        return [name.model_dump(exclude_none=True) for name in value]
    return value


def references(sources: Iterable[Source], cache_folder: Path | None = None) -> dict[str, Reference]:
    """Format every source, by key.

    The result is kept in the cache folder under a hash of pandoc's version and the data, so that a build that
    changes no source does not call pandoc. Raises BadArchive with pandoc's message where it warns.
    """
    items = [csl_item(source) for source in sources]
    if not items:
        return {}
    kept = cache_folder / f"references-{digest(_FORM, items)}.json" if cache_folder else None
    known = _read_kept(kept) if kept else {}
    if known.keys() == {item["id"] for item in items}:
        return {key: Reference(*pair) for key, pair in known.items()}
    written = _written(items)
    if kept:
        for old in kept.parent.glob("references-*.json"):
            old.unlink(missing_ok=True)
        write_whole(kept, json.dumps({key: [r.entry, r.label] for key, r in written.items()}, ensure_ascii=False))
    return written


def _read_kept(file: Path) -> dict[str, list[str]]:
    """What was kept: pairs of texts by name; nothing where there is no file, or one that is not whole."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return {name: [str(one), str(two)] for name, (one, two) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


_FORM = "2"
"""To be raised when the reading of pandoc's answer changes."""


def _written(items: list[dict[str, Any]]) -> dict[str, Reference]:
    keys = [item["id"] for item in items]
    try:
        html = pandoc(items, "".join(f"::: {{#label-{key}}}\n[@{key}]\n:::\n\n" for key in keys))
    except PandocFailed as error:
        text = f"pandoc cannot format the references ({error}); mend the source that it names"
        raise BadArchive([Problem("data/sources.yml", 1, "", text)]) from None
    labels = dict(re.findall(r'<div id="label-([^"]+)">\s*<p>(?:<span[^>]*>)?\((.*?)\)(?:</span>)?</p>\s*</div>', html, re.S))
    entries = read_entries(html)
    return {key: Reference(plain(entries[key]), plain(labels[key])) for key in keys}
