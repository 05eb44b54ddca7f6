"""Pages that have moved: under each address that a page had before, a small page that leads on."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from .. import addresses
from ..archive.naming import title
from ..edition import Edition
from .writer import Writer


def redirects(edition: Edition) -> Iterator[tuple[str, str]]:
    """For each former id or file name that had a page of its own, (path in the site, text of the page)."""
    for old, new, name in _moves(edition):
        href = addresses.link(new, old)
        script = posixpath.relpath("js/moved.js", addresses.url(old))
        yield (
            f"{addresses.url(old)}index.html",
            Writer(edition, old).render("redirect.jinja", name=name, href=href, address=edition.address + addresses.url(new), script=script),
        )


def moved_addresses(edition: Edition) -> set[str]:
    """The addresses that lead on."""
    return {addresses.url(old) for old, _, _ in _moves(edition)}


def _moves(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Old and new page, as Markdown files under docs/, and the name."""
    for kind in addresses.WITH_PAGES:
        for record in getattr(edition.archive, kind).values():
            for old in record.formerly:
                yield addresses.page_uri(kind, old), addresses.page_uri(kind, record.id), title(record, edition.archive)
    for page in edition.prose:
        for old in page.front.formerly:
            yield posixpath.join(posixpath.dirname(page.src_uri), f"{old}.md"), page.src_uri, page.title
