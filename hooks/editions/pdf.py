"""The book as PDF for A4, printed by Chromium from the paper styles of the site, with page numbers and running heads."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from lxml import html
from playwright.sync_api import Browser
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from ..pages.writer import Writer
from .book import Book
from .pictures import STYLES

HERE = Path(__file__).parent


def write_pdf(writer: Writer, book: Book, path: Path, browser: Browser) -> None:
    """Print the book to a file, with a Chromium.

    It is printed twice: browsers cannot count the pages of a table of contents, so that the second printing gets the
    numbers of the first. Raises RuntimeError where the two differ.
    """
    with tempfile.TemporaryDirectory() as name:
        printed, source = Path(name) / "book.pdf", Path(name) / "book.html"
        page = browser.new_page(java_script_enabled=False)
        page.set_default_timeout(180_000)
        pages: dict[str, int] = {}
        for _ in range(2):
            before = pages
            source.write_text(_document(writer, book, before), encoding="utf-8")
            page.goto(source.as_uri())
            page.pdf(path=printed, prefer_css_page_size=True, tagged=True, outline=True)
            pages = _pages(printed, book)
        page.close()
        if pages != before:
            raise RuntimeError("the contents of the PDF changed the numbers of its pages")
        _finish(printed, book, path)


def _document(writer: Writer, book: Book, pages: Mapping[str, int]) -> str:
    heads = "".join(
        f"#{part.id} {{ page: {part.id}; }} @page {part.id} {{ @top-right {{ content: {_quoted(part.title)}; }} }}\n" for part in book.parts
    )
    styles = "".join(f'<link rel="stylesheet" href="{file.as_uri()}">' for file in (*STYLES, HERE / "book.css"))
    opening = writer.render("book/opening.jinja", book=book, pages=pages)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(book.title)}</title>{styles}<style>{heads}</style></head>'
        f"<body>{opening}{''.join(part.html for part in book.parts)}</body></html>"
    )


def _quoted(text: str) -> str:
    """A string of CSS."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _pages(path: Path, book: Book) -> dict[str, int]:
    """On which page each part begins, as the links of the table of contents have it."""
    reader = PdfReader(path)
    found = {name.removeprefix("/"): reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    return {part.id: (found[part.id] or 0) + 1 for part in book.parts}


def _finish(printed: Path, book: Book, path: Path) -> None:
    """Say in the file what it is, and of what day."""
    writer = PdfWriter(clone_from=printed)
    _name_bookmarks(writer.root_object["/Outlines"], _headings(book))
    day = f"D:{book.day.replace('-', '')}120000Z"
    writer.add_metadata(
        {"/Title": f"{book.title}. {book.subtitle}", "/Author": book.author, "/Subject": book.address, "/CreationDate": day, "/ModDate": day}
    )
    writer.write(path)


def _headings(book: Book) -> dict[str, str]:
    """Every heading by its letters alone: chapters with their numbers, and spaces where a line was broken, which Chromium loses."""
    headings = [heading.text_content() for part in book.parts for heading in html.fragment_fromstring(part.html).cssselect("h2, h3")]
    return {"".join(text.split()): text for text in headings} | {"".join(part.name.split()): part.title for part in book.parts}


def _name_bookmarks(outline: Any, names: Mapping[str, str]) -> None:
    """Set the titles right of all bookmarks below one."""
    mark = outline.get("/First")
    while mark:
        mark = mark.get_object()
        title = str(mark["/Title"])
        mark[NameObject("/Title")] = TextStringObject(names.get("".join(title.split()), title))
        _name_bookmarks(mark, names)
        mark = mark.get("/Next")
