"""All generated pages, and whether the links of the prose and the listed addresses lead to them or to a file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urldefrag

from . import addresses
from .archive.problems import BadArchive, Problem, did_you_mean
from .citing.markup import Link
from .edition import Edition
from .pages import GeneratedPage, generated_pages
from .pages.redirects import moved_addresses
from .permanence import LIST, strays


def checked_pages(edition: Edition, root: Path) -> list[GeneratedPage]:
    """Every page that is made from data, for an edition read from a project. Raises BadArchive."""
    made = list(generated_pages(edition))
    by_uri, moved = {page.uri: page for page in made}, moved_addresses(edition)
    problems = [*_broken(edition, by_uri, root / "docs"), *_doubled(edition, by_uri), *strays(edition, root / LIST, made, set(moved))]
    if problems:
        raise BadArchive(problems)
    return made


def _doubled(edition: Edition, made: Mapping[str, GeneratedPage]) -> Iterator[Problem]:
    """A problem for each page of prose that stands, or once stood, where another page is."""
    written = {page.src_uri for page in edition.prose}
    for page in edition.prose:
        if page.src_uri in made:
            yield Problem(f"docs/{page.src_uri}", 1, "", f"stands where a page is made from {made[page.src_uri].made_from}; rename it")
        for old in page.front.formerly:
            if posixpath.join(posixpath.dirname(page.src_uri), f"{old}.md") in {*written, *made}:
                yield Problem(f"docs/{page.src_uri}", 1, "", f'formerly: "{old}" is the name of a page that exists; take it out')


def _broken(edition: Edition, made: Mapping[str, GeneratedPage], docs: Path) -> Iterator[Problem]:
    """A problem for each link that leads to no page, file or place; `made` are the generated pages by their paths."""
    files = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()} if docs.is_dir() else set()
    known, anchors = files | set(made), _Anchors(edition, made)
    for page in edition.prose:
        for link in edition.usage.markup[page.src_uri].links:
            if what := _mistake(link, page.src_uri, known, anchors):
                yield Problem(f"docs/{page.src_uri}", _line(link.address, page.text), "", what)


def _line(address: str, text: str) -> int:
    """The first line on which an address stands by itself, and not as a part of a longer one; 1 where it stands on none."""
    alone = re.compile(rf"(?<![\w./%#-]){re.escape(unquote(address))}(?![\w./%#-])")
    return next((number for number, line in enumerate(text.splitlines(), 1) if alone.search(unquote(line))), 1)


def _mistake(link: Link, src_uri: str, known: set[str], anchors: _Anchors) -> str:
    address, anchor = urldefrag(link.address)
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(src_uri), unquote(address))) if address else src_uri
    if uri not in known:
        near = {posixpath.relpath(other, posixpath.dirname(src_uri) or ".") for other in known}
        what = f'the picture "{link.address}" is not' if link.is_picture else f'links to "{link.address}", which is no page and no file'
        return f"{what} in docs/; {did_you_mean(address, near, 'give its path from this file')}"
    if anchor and not anchors.has(uri, unquote(anchor)):
        return f'links to "{link.address}", and that page has no place of this name; name one of its headings or paragraphs, or drop "#{anchor}"'
    return ""


class _Anchors:
    """The places of all pages that a link may name."""

    def __init__(self, edition: Edition, made: Mapping[str, GeneratedPage]):
        self._edition, self._made = edition, made
        self._html: dict[str, str] = {}

    def has(self, uri: str, anchor: str) -> bool:
        if any(uri == addresses.index_uri(kind) and anchor in getattr(self._edition.archive, kind) for kind in addresses.ON_ONE_PAGE):
            return True
        if uri in self._made:
            html = self._html.get(uri) or self._html.setdefault(uri, self._made[uri].html)
            return f'id="{anchor}"' in html
        return uri not in self._edition.usage.markup or anchor in self._edition.usage.markup[uri].ids
