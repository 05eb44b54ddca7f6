"""What Markdown became, looked at before it is published: elements, attributes and links that a page of prose may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        "a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p "
        "pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var",
    )
)
"""What Markdown makes, and what stands beside it in running text."""

_LINKS = ("href", "src", "cite")
_NAMES = re.compile(r"aria-[a-z]+|data-[a-z]+|abbr|align|alt|class|colspan|dir|height|id|lang|open|role|rowspan|scope|start|tabindex|title|width")
"""Attributes that neither run nor load nor style anything."""
_IGNORED_IN_ADDRESSES = re.compile(r"[\x00-\x20]")


@dataclass(frozen=True)
class Link:
    """A link or picture in the text of a page."""

    address: str
    is_picture: bool = False


@dataclass
class Markup:
    """What the HTML of a page holds."""

    ids: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    """Those that lead to this site."""
    mistakes: list[tuple[str, str]] = field(default_factory=list)
    """For each, a piece of the source by which its line may be found, and what to say."""


def examined(html: str) -> Markup:
    """Elements, attributes and links of the HTML that Markdown made of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Markup()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self._wrong(f"<{tag}", f"<{tag}> is no part of prose; write it in Markdown, or as text between `…`")
            return
        for name, value in attrs:
            if name in _LINKS:
                self._link(tag, value or "")
            elif not _NAMES.fullmatch(name):
                self._wrong(name, f'the attribute "{name}" of <{tag}> may run or style something; delete it')
            elif name == "id" and value:
                self.found.ids.add(value)

    handle_startendtag = handle_starttag

    def handle_comment(self, data: str) -> None:
        self._wrong("<!--", "a comment would be published with the page; delete it")

    def handle_decl(self, decl: str) -> None:
        self._wrong(f"<!{decl[:10]}", f"<!{decl[:20]}> is no part of prose; delete it")

    def unknown_decl(self, data: str) -> None:
        self._wrong("<![", f"<![{data[:20]}]> is no part of prose; delete it")

    def handle_pi(self, data: str) -> None:
        self._wrong(f"<?{data[:10]}", f"<?{data[:20]}> is no part of prose; delete it")

    def _link(self, tag: str, address: str) -> None:
        for fragment, what in mistakes_of(address, tag == "img"):
            self._wrong(fragment, what)
            return
        if not urlsplit(address).scheme:
            self.found.links.append(Link(address, tag == "img"))

    def _wrong(self, fragment: str, what: str) -> None:
        self.found.mistakes.append((fragment, what))


def mistakes_of(address: str, is_picture: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with the form of an address: it must be a web address, one for mail, or a path inside docs/."""
    plain = _IGNORED_IN_ADDRESSES.sub("", address)  # browsers ignore them too
    try:
        parts = urlsplit(plain)
        scheme, host = parts.scheme.lower(), parts.hostname
    except ValueError:
        yield address[:30], f'"{address}" is not an address; mend it'
        return
    if not plain:
        yield "]()", "leads nowhere, for its address is empty; give one"
    elif is_picture and (scheme or host):
        yield address[:30], f'the picture "{_short(address)}" lies elsewhere; put it into docs/ and give its path from this file'
    elif (scheme in ("http", "https") and host) or (scheme == "mailto" and "@" in parts.path):
        return
    elif scheme or host or plain.startswith(("/", "\\")):
        mend = "begin it with https:// or mailto:, or give a path from this file"
        yield address[:30], f'"{_short(address)}" leads neither to the web nor to a file here; {mend}'


def _short(address: str) -> str:
    return address if len(address) <= 60 else f"{address[:59]}…"
