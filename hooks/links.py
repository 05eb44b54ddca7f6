"""All generated pages, and whether the links of the prose and the listed addresses lead to them or to a file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path

from . import addresses
from .archive.problems import BadArchive, Problem
from .citing.targets import broken, files
from .edition import Edition
from .pages import GeneratedPage, generated_pages
from .pages.redirects import moved_addresses
from .permanence import LIST, strays


def checked_pages(edition: Edition, root: Path) -> list[GeneratedPage]:
    """Every page that is made from data, for an edition read from a project. Raises BadArchive."""
    made = list(generated_pages(edition))
    by_uri, moved = {page.uri: page for page in made}, moved_addresses(edition)
    known, places = files(root / "docs") | set(by_uri), _Places(edition, by_uri)
    problems = [
        *broken(edition.prose, edition.usage.markup, known, places.has),
        *_doubled(edition, by_uri),
        *strays(edition, root / LIST, made, set(moved)),
    ]
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


class _Places:
    """The places on all pages that a link may name."""

    def __init__(self, edition: Edition, made: Mapping[str, GeneratedPage]):
        self._edition, self._made = edition, made
        self._html: dict[str, str] = {}

    def has(self, uri: str, place: str) -> bool:
        if any(uri == addresses.index_uri(kind) and place in getattr(self._edition.archive, kind) for kind in addresses.ON_ONE_PAGE):
            return True
        if uri in self._made:
            if any(line.href == f"#{place}" for line in self._made[uri].side):
                return True  # a page has what it lists; to write it takes long
            html = self._html.get(uri) or self._html.setdefault(uri, self._made[uri].html)
            return f'id="{place}"' in html
        return uri not in self._edition.usage.markup or place in self._edition.usage.markup[uri].ids
