"""Where the links of a page lead once it is part of the book: to another place in it, or to the site on the web."""

from __future__ import annotations

import posixpath
from urllib.parse import urldefrag, urlsplit

from lxml import html

from .. import addresses
from ..edition import Edition

_NOT_IN_A_BOOK = "nav, .onward, .key-line, .onscreen, .cite, .endnotes"
"""Ways through the site, words on what a press opens, and lists of sources that the one at the end makes needless."""


class Links:
    """The places of one book."""

    def __init__(self, edition: Edition):
        self.site = edition.address
        self.places = {"curve/": "curve", "letters/": "letters", "sources/": "sources"}
        self.places |= {addresses.url(page.src_uri): f"chapter-{front.number}" for page, front in edition.chapters}
        self.places |= {addresses.url(addresses.page_uri("letters", id)): f"letter-{id}" for id in edition.archive.letters}
        self.places |= {addresses.url(addresses.page_uri("sources", id)): f"source-{id}" for id in edition.archive.sources}

    def settled(self, part: str, uri: str, text: str) -> str:
        """A part of the book as a section with this id, from the HTML of the page `uri` of the site.

        Ids within a chapter begin with that of the chapter, so that each stands once in the book.
        """
        section = html.fragment_fromstring(text, create_parent="section")
        section.set("id", part)
        section.set("class", "book-part")
        for element in section.cssselect(_NOT_IN_A_BOOK):
            element.drop_tree()
        own = {element.get("id") for element in section.iter("*") if element.get("id")} - {part}
        inner = {id: id if id.startswith(("letter-", "source-")) else f"{part}-{id}" for id in own}
        for element in section.iterdescendants("*"):
            for name in ("id", "aria-labelledby"):
                if element.get(name) in inner:
                    element.set(name, inner[element.get(name)])
            if element.get("href"):
                element.set("href", self._target(element.get("href"), part, uri, inner))
        return str(html.tostring(section, encoding="unicode"))

    def _target(self, href: str, part: str, uri: str, inner: dict[str, str]) -> str:
        if urlsplit(href).scheme:
            return href
        path, anchor = urldefrag(href)
        if not path:
            return f"#{inner.get(anchor, part)}"
        address = self._address(path, uri)
        place = self.places.get(address)
        if not place:
            return self.site + address + (f"#{anchor}" if anchor else "")
        return f"#{place}-{anchor}" if anchor and place.startswith("chapter-") else f"#{place}"

    @staticmethod
    def _address(path: str, uri: str) -> str:
        """Address, from the root of the site, of a relative link; in Markdown these lead from file to file."""
        if path.endswith(".md"):
            return addresses.url(posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)))
        address = posixpath.normpath(posixpath.join(addresses.url(uri), path))
        return "" if address == "." else f"{address}/" if path.endswith("/") else address
