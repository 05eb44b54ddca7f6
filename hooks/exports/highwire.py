"""What the head of a page says of it to Zotero (Highwire Press tags) and to networks that show links (Open Graph)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any


def meta_tags(item: Mapping[str, Any], description: str) -> str:
    """The tags of a page, one a line, from its CSL-JSON item."""
    named = "".join(f'<meta name="{name}" content="{escape(text)}">\n' for name, text in _highwire(item))
    return named + "".join(f'<meta property="og:{name}" content="{escape(text)}">\n' for name, text in _open_graph(item, description))


def _highwire(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "citation_title", item["title"]
    for name in item["author"]:
        yield "citation_author", name.get("literal") or ", ".join(name[part] for part in ("family", "given") if part in name)
    if "issued" in item:
        yield "citation_publication_date", item["issued"].replace("-", "/")
    if item["type"] == "chapter":
        yield "citation_inbook_title", item["container-title"]
    yield "citation_language", item["language"]
    yield "citation_public_url", item["URL"]


def _open_graph(item: Mapping[str, Any], description: str) -> Iterator[tuple[str, str]]:
    yield "title", item["title"]
    yield "type", "website" if item["type"] == "book" else "article"
    yield "url", item["URL"]
    if item["type"] != "chapter" and "container-title" in item:  # a chapter names its book above
        yield "site_name", item["container-title"]
    yield "description", description.replace("*", "")
