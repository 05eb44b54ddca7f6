"""Addresses are promises: data/addresses.txt lists what was published, and nothing on it may vanish without leading on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import addresses
from .archive.composing import Document
from .archive.problems import Problem, did_you_mean
from .archive.reading import read_text

if TYPE_CHECKING:
    from .edition import Edition
    from .pages import GeneratedPage

LIST = "data/addresses.txt"
HOME = "/"
"""How the first page stands in the list."""


def published(edition: Edition, made: Sequence[GeneratedPage]) -> list[str]:
    """Every address that can be cited now, relative to the root of the site, in order: pages, paragraphs, records on shared pages."""
    found = {addresses.url(page.uri) for page in made if page.citable} | {addresses.url(page.src_uri) for page in edition.prose}
    for page, _ in edition.chapters:
        found |= {f"{addresses.url(page.src_uri)}#p{number + 1}" for number in range(edition.usage.numbered[page.src_uri])}
    for kind in addresses.ON_ONE_PAGE:
        found |= {f"{addresses.url(addresses.index_uri(kind))}#{id}" for id in getattr(edition.archive, kind)}
    return sorted((address or HOME for address in found), key=_naturally)


def _naturally(address: str) -> list[object]:
    """Orders p2 before p10."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(?<=#p)(\d+)$", address)]


def read_list(file: Path) -> tuple[list[str], list[Problem]]:
    """The addresses of the list, none where there is no list; and what is wrong with the file."""
    document = Document(LIST)
    text = read_text(file, document) if file.exists() else ""
    return (text or "").splitlines(), document.problems


def strays(edition: Edition, file: Path, made: Sequence[GeneratedPage], moved: Collection[str]) -> Iterator[Problem]:
    """A problem for each line that is no address of the site, now or before: `moved` are those that lead on."""
    known = {entry.partition("#")[0] for entry in published(edition, made)} | set(moved)
    for line, entry in enumerate(read_list(file)[0], 1):
        address, _, anchor = entry.partition("#")
        if address not in known or (anchor and address.startswith("chapters/") and not re.fullmatch(r"p[1-9][0-9]*", anchor)):
            mend = did_you_mean(address, known, "restore the line from git, or lead its address on by formerly:")
            yield Problem(LIST, line, "", f'"{entry}" is no address of this site; {mend}')


def gone(edition: Edition, file: Path, known: Sequence[Problem]) -> Iterator[Problem]:
    """A problem for each listed record, chapter or paragraph that is no more and that nothing has taken the place of.

    `known` are the problems found before: what cannot be read is not gone.
    """
    prose_is_sound = not any(problem.file.startswith("docs/") for problem in known)
    listed, problems = read_list(file)
    yield from problems
    for line, address in enumerate(listed, 1):
        path, _, anchor = address.partition("#")
        mend = _record(edition, path, anchor) or (_prose(edition, path, anchor) if prose_is_sound else "")
        if mend:
            yield Problem(LIST, line, "", f"{address} was published and is gone; {mend}")


def _record(edition: Edition, path: str, anchor: str) -> str:
    kind, _, rest = path.partition("/")
    id = rest.rstrip("/")
    if kind not in addresses.WITH_PAGES:
        shared = (kind for kind in addresses.ON_ONE_PAGE if anchor and addresses.url(addresses.index_uri(kind)) == path)
        kind, id = next(shared, ""), anchor
    if not kind or not id or kind in edition.archive.unread or id in edition.archive.broken:
        return ""
    records = getattr(edition.archive, kind)
    if id in records or any(id in record.formerly for record in records.values()):
        return ""
    return f'add "{id}" to formerly: of the record in data/{kind}.yml that took its place'


def _prose(edition: Edition, path: str, anchor: str) -> str:
    folder, _, name = path.rstrip("/").rpartition("/")
    if folder not in {page.src_uri.rpartition("/")[0] for page in edition.prose} or not folder:
        return ""
    neighbours = [page for page in edition.prose if page.src_uri.startswith(f"{folder}/")]
    pages = [page for page in neighbours if addresses.url(page.src_uri) == path or name in page.front.formerly]
    if not pages:
        return f'add "{name}" to formerly: in the front matter of the page in docs/{folder}/ that took its place'
    count, number = edition.usage.numbered.get(pages[0].src_uri, 0), int(anchor[1:] if re.fullmatch(r"p[0-9]{1,6}", anchor) else 0)
    if pages[0].moved.get(number, number) <= count:
        return ""
    return f"the chapter has {count} paragraphs; say in its front matter which took its text, as in moved: {{{number}: {count}}}"
