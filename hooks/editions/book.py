"""The book in its parts, as HTML: what EPUB and PDF are both made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import html
from markdown import Markdown

from ..archive.imprint import Imprint
from ..edition import Edition
from ..pages import curve, registers
from ..pages.page import GeneratedPage, grouped
from ..pages.prose import framed
from ..pages.sources import KINDS, in_order
from ..pages.writer import Writer
from .links import Links


@dataclass(frozen=True)
class Part:
    """A chapter, or what stands before and after the chapters."""

    id: str
    """Its anchor in the book: chapter-6."""
    name: str
    html: str
    """A <section> with this id and one <h1>; its links lead to places in the book or to the web."""
    number: int | None = None
    """Of a chapter."""

    @property
    def title(self) -> str:
        """Its name, with the number where it has one."""
        return f"{self.number} {self.name}" if self.number else self.name


@dataclass(frozen=True)
class Book:
    """What the title page says, and the parts in their order."""

    imprint: Imprint
    address: str
    """Of the site, ending in a slash."""
    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        return self.imprint.title.partition(". ")[0]

    @property
    def subtitle(self) -> str:
        return self.imprint.title.partition(". ")[2]

    @property
    def author(self) -> str:
        return " and ".join(author.name or f"{author.given} {author.family}" for author in self.imprint.authors)

    @property
    def version(self) -> str:
        """As in "Version 0.1.0 of 22 November 2026"."""
        return f"V{self.imprint.of_version[1:]}"

    @property
    def day(self) -> str:
        """The day of the version, as in 2026-11-22: no other date is in the book."""
        assert self.imprint.released, "a book without a day is not made"
        return self.imprint.released.earliest.isoformat()


def make_book(edition: Edition, converter: Callable[[], Markdown]) -> Book:
    """The book: how to read it, the maps, the chapters, the curve, the documents, the sources.

    `converter` makes the Markdown object of the site, with the citing extension in it.
    """
    links = Links(edition)
    numbers = {f"chapter-{front.number}": front.number for _, front in edition.chapters}
    texts = [*_before(edition), *_chapters(edition, converter), *_after(edition)]
    return Book(
        edition.imprint, edition.address, tuple(Part(id, name, links.settled(id, uri, text), numbers.get(id)) for id, name, uri, text in texts)
    )


_Text = tuple[str, str, str, str]
"""Of a part: its anchor, its name, the page from which its links start, and what it says."""


def _before(edition: Edition) -> Iterator[_Text]:
    yield "reading", "How to read the evidence", "index.md", Writer(edition, "index.md").render("book/reading.jinja")
    if edition.archive.outlines:
        yield "places", "The places", "places/index.md", _pieces(registers.pages(edition), "places/index.md", "The places", "figure.drawing")


def _chapters(edition: Edition, converter: Callable[[], Markdown]) -> Iterator[_Text]:
    for page, front in edition.chapters:
        edition.citing.begin(page.src_uri, page.title, page.text, page.moved)
        yield f"chapter-{front.number}", front.title, page.src_uri, framed(edition, page, converter().convert(page.body))


def _after(edition: Edition) -> Iterator[_Text]:
    writer = Writer(edition, "index.md")
    name = "The curve of relations"
    yield "curve", name, "curve/index.md", _pieces(curve.pages(edition), "curve/index.md", name, "div.text", "#drawing", "#limits")
    years = grouped(edition.archive.letters.values(), lambda letter: letter.date.earliest.year)
    yield "letters", "Letters and documents", "index.md", writer.render("book/letters.jinja", years=years)
    kinds = sorted(grouped(in_order(edition), lambda source: source.kind), key=lambda pair: list(KINDS).index(pair[0]))
    yield "sources", "Sources", "index.md", writer.render("book/sources.jinja", kinds=kinds, headings=KINDS)


def _pieces(pages: Iterable[GeneratedPage], uri: str, name: str, *wanted: str) -> str:
    """Of a page of the site what the selectors name, in its order, under a heading."""
    tree = html.fragment_fromstring(next(page.html for page in pages if page.uri == uri), create_parent="div")
    pieces = tree.cssselect(", ".join(wanted))
    outer = [piece for piece in pieces if not any(other in piece.iterancestors() for other in pieces)]
    return f'<div class="head"><h1>{name}</h1></div>' + "".join(html.tostring(piece, encoding="unicode", with_tail=False) for piece in outer)
