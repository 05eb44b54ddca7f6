"""The one place that knows where a page lives. Addresses are promises: see docs/about/decisions/."""

from __future__ import annotations

import posixpath
from functools import cache

INDEX = {"events": "timeline", "series": "curve", "conflicts": "evidence"}
"""Kinds whose list is not called like the kind."""


ON_ONE_PAGE = ("series", "corrections", "conflicts")
"""Kinds whose records have no page of their own and stand, each with an anchor, on the page of their kind."""

WITH_PAGES = ("sources", "events", "letters", "people", "places", "bodies")
"""Kinds whose records have a page each."""


def index_uri(kind: str) -> str:
    """Path of the list page of a kind, as a Markdown file under docs/: timeline/index.md."""
    return f"{INDEX.get(kind, kind)}/index.md"


def page_uri(kind: str, id: str) -> str:
    """Path of a record's page as a Markdown file under docs/: events/bucharest-meeting.md.

    Of the kinds in ON_ONE_PAGE, the page on which the record stands (see `record_link` for its anchor).
    """
    return index_uri(kind) if kind in ON_ONE_PAGE else f"{kind}/{id}.md"


def url(uri: str) -> str:
    """Address of a Markdown file's page, relative to the root of the site: events/bucharest-meeting/."""
    folder, name = posixpath.split(uri)
    if name == "index.md":
        return f"{folder}/" if folder else ""
    return f"{posixpath.splitext(uri)[0]}/"


def _relative(target: str, from_uri: str) -> str:
    there, here = _folders(target), _folders(from_uri)
    shared = 0
    while shared < min(len(there), len(here)) and there[shared] == here[shared]:
        shared += 1
    return "/".join([*[".."] * (len(here) - shared), *there[shared:], ""]) or "./"


@cache
def _folders(uri: str) -> list[str]:
    return url(uri).split("/")[:-1]


def link(target: str, from_uri: str, anchor: str = "") -> str:
    """Relative address of the page of one Markdown file as seen from the page of another, so that sub-paths work.

    >>> link("people/kapo.md", "events/bucharest-meeting.md")
    '../../people/kapo/'
    """
    return _relative(target, from_uri) + anchor


def record_link(kind: str, id: str, from_uri: str) -> str:
    """Relative address of a record as seen from a page."""
    return link(page_uri(kind, id), from_uri, f"#{id}" if kind in ON_ONE_PAGE else "")


def public(address: str, kind: str, id: str) -> str:
    """Full address of a record on a site that is published at `address`, for files that are read elsewhere."""
    return address + record_link(kind, id, "index.md")
