"""Full references and short labels, written by pandoc's citeproc (Chicago author-date, 18th edition) in one call."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tempfile
import xml.etree.ElementTree as etree
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc

from ..archive.dates import Date
from ..archive.fields import Name
from ..archive.models import Source
from ..archive.problems import BadArchive, Problem


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


def _csl_value(value: Any) -> Any:
    if isinstance(value, Date):
        # Of the signs of doubt citeproc prints "~" alone, as [1956?].
        return value.text.replace("%", "~").replace("?", "~").replace("-XX", "")
    if isinstance(value, tuple) and value and isinstance(value[0], Name):
        return [name.model_dump(exclude_none=True) for name in value]
    return value


def references(sources: Iterable[Source], cache_folder: Path | None = None) -> dict[str, Reference]:
    """Format every source, by key.

    The result is kept in the cache folder under a hash of pandoc's version and the data, so that a build that
    changes no source does not call pandoc. Raises BadArchive with pandoc's message where it warns.
    """
    items = json.dumps([csl_item(source) for source in sources], ensure_ascii=False, sort_keys=True)
    if items == "[]":
        return {}
    digest = hashlib.sha256(f"{_FORM}{_pandoc_version()}{items}".encode()).hexdigest()[:24]
    kept = cache_folder / f"references-{digest}.json" if cache_folder else None
    if kept and kept.exists():
        return {key: Reference(*pair) for key, pair in json.loads(kept.read_text(encoding="utf-8")).items()}
    written = _written(items)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in kept.parent.glob("references-*.json"):
            old.unlink()
        kept.write_text(json.dumps({key: [r.entry, r.label] for key, r in written.items()}, ensure_ascii=False), encoding="utf-8")
    return written


_FORM = "2"
"""To be raised when the reading of pandoc's answer changes."""


@cache
def _pandoc_version() -> str:
    return str(pypandoc.get_pandoc_version())


def _written(items: str) -> dict[str, Reference]:
    keys = [item["id"] for item in json.loads(items)]
    asked = "".join(f"::: {{#label-{key}}}\n[@{key}]\n:::\n\n" for key in keys)
    html = _pandoc(items, f"---\nnocite: '@*'\nlink-citations: false\n---\n\n{asked}")
    labels = dict(re.findall(r'<div id="label-([^"]+)">\s*<p>(?:<span[^>]*>)?\((.*?)\)(?:</span>)?</p>\s*</div>', html, re.S))
    entries = dict(re.findall(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>', html, re.S))
    return {key: Reference(_plain(entries[key]), _plain(labels[key])) for key in keys}


def _plain(html: str) -> str:
    """Without the spans in which pandoc wraps titles and notes; the result must be well-formed."""
    html = re.sub(r"</?span[^>]*>", "", html)
    etree.fromstring(f"<p>{html}</p>")
    return html


def _pandoc(items: str, text: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        bibliography = Path(folder) / "references.json"
        bibliography.write_text(items, encoding="utf-8")
        command = [
            pypandoc.get_pandoc_path(),
            "--from=markdown",
            "--to=html",
            "--citeproc",
            "--wrap=none",
            "--fail-if-warnings",
            f"--bibliography={bibliography}",
        ]
        done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            raise BadArchive(
                [Problem("data/sources.yml", 1, "", f"pandoc cannot format the references ({done.stderr.strip()}); mend the source that it names")]
            )
        return done.stdout
