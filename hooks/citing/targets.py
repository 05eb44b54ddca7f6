"""Where the links of the prose lead: whether the page or file is there, and the place on it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urldefrag

from .. import addresses
from ..archive.problems import Problem, did_you_mean
from .markup import Link, Markup
from .prose import ProsePage

HasPlace = Callable[[str, str], bool]
"""Whether a page, by its path as a Markdown file, has a place of that name."""


def files(docs: Path) -> set[str]:
    """The paths of all files under docs/."""
    return {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()} if docs.is_dir() else set()


def broken(pages: Sequence[ProsePage], markup: Mapping[str, Markup], known: Collection[str], has_place: HasPlace) -> Iterator[Problem]:
    """A problem for each link of the pages that leads to none of the known pages and files, or to no place on one."""
    for page, link in _links(pages, markup):
        yield from _judged(page, link, known, has_place)


def surely_broken(pages: Sequence[ProsePage], markup: Mapping[str, Markup], docs: Path) -> Iterator[Problem]:
    """Those of them that are known before any page is made from data: they lead to where only pages of prose and pictures stand."""
    there = files(docs)
    folders = {posixpath.dirname(page.src_uri) for page in pages} - {*addresses.WITH_PAGES, *addresses.INDEX.values(), *addresses.ON_ONE_PAGE}
    for page, link in _links(pages, markup):
        uri, _ = _target(link, page.src_uri)
        if uri in there or link.is_picture or posixpath.dirname(uri) in folders:
            yield from _judged(page, link, there, lambda uri, place: uri not in markup or place in markup[uri].ids)


def _links(pages: Sequence[ProsePage], markup: Mapping[str, Markup]) -> Iterator[tuple[ProsePage, Link]]:
    for page in pages:
        for link in markup[page.src_uri].links:
            yield page, link


def _target(link: Link, src_uri: str) -> tuple[str, str]:
    """The path to which a link leads, and the place on that page; empty where it names none."""
    address, place = urldefrag(link.address)
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(src_uri), unquote(address))) if address else src_uri
    return uri, unquote(place)


def _judged(page: ProsePage, link: Link, known: Collection[str], has_place: HasPlace) -> Iterator[Problem]:
    if what := _mistake(link, page.src_uri, known, has_place):
        yield Problem(f"docs/{page.src_uri}", _line(link.address, page.text), "", what)


def _mistake(link: Link, src_uri: str, known: Collection[str], has_place: HasPlace) -> str:
    uri, place = _target(link, src_uri)
    if uri not in known:
        near = {posixpath.relpath(other, posixpath.dirname(src_uri) or ".") for other in known}
        what = f'the picture "{link.address}" is not' if link.is_picture else f'links to "{link.address}", which is no page and no file'
        return f"{what} in docs/; {did_you_mean(urldefrag(link.address)[0], near, 'give its path from this file')}"
    if place and not has_place(uri, place):
        return f'links to "{link.address}", and that page has no place of this name; name one of its headings or paragraphs, or drop "#{place}"'
    return ""


def _line(address: str, text: str) -> int:
    """The first line on which an address stands by itself, and not as a part of a longer one; 1 where it stands on none."""
    alone = re.compile(rf"(?<![\w./%#-]){re.escape(unquote(address))}(?![\w./%#-])")
    return next((number for number, line in enumerate(text.splitlines(), 1) if alone.search(unquote(line))), 1)
