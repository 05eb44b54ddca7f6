"""The book as EPUB 3, written by pandoc: notes that pop up, drawings as pictures, documents and sources at its end."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import uuid
from datetime import UTC, datetime
from pathlib import Path

import pypandoc
from lxml import html

from ..edition import Edition
from .book import Book, Part
from .pictures import in_words, picture

HERE = Path(__file__).parent
RIGHTS = "Text and data: CC BY 4.0."


def write_epub(edition: Edition, book: Book, path: Path) -> None:
    """Write the book to a file. The same edition gives the same bytes: every date in it is that of the version.

    Raises subprocess.CalledProcessError where pandoc fails or warns.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = "".join(_chapter(edition, part, folder) for part in book.parts)
        (folder / "book.html").write_text(f'<!doctype html><html lang="en"><body>{text}</body></html>', encoding="utf-8")
        (folder / "about.json").write_text(json.dumps(_metadata(book)), encoding="utf-8")
        command = [
            pypandoc.get_pandoc_path(), "--from=html", "--to=epub3", "--standalone", "--fail-if-warnings", "--split-level=1", "--toc-depth=2",
            f"--css={HERE / 'epub.css'}", f"--lua-filter={HERE / 'notes.lua'}", "--metadata-file=about.json",
            f"--output={path.resolve()}", "book.html",
        ]  # fmt: skip
        noon = datetime.fromisoformat(book.day).replace(hour=12, tzinfo=UTC)
        subprocess.run(command, cwd=folder, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(int(noon.timestamp()))})


def _metadata(book: Book) -> dict[str, object]:
    return {
        "title": [{"type": "main", "text": book.title}, {"type": "subtitle", "text": book.subtitle}],
        "author": book.author,
        "date": book.day,
        "lang": "en",
        "identifier": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, book.address)}",
        "rights": f"{book.version}. {RIGHTS} {book.address}",
    }


def _chapter(edition: Edition, part: Part, folder: Path) -> str:
    """A part in the plain structure that pandoc divides into files: no boxes about headings, its notes at the end."""
    section = html.fragment_fromstring(part.html)
    for drawing in section.cssselect(_FOR_WIDE_PAGES):
        drawing.drop_tree()
    for svg in list(section.iterdescendants("svg")):
        _put_picture(edition, svg, part.id, folder)
    for number in section.cssselect(".pn"):
        number.drop_tree()
    for element in section.iterdescendants():
        for name in _FOR_BROWSERS:
            element.attrib.pop(name, None)
    _put_notes_last(section)
    for wrapper in section.cssselect("article, div.head, div.claim, div.notes, div.text, section section, div.narrow-only"):
        wrapper.drop_tag()
    _put_heading_first(section, part)
    for date in section.cssselect("ol.keydates b"):
        date.tail = " "
    for block in section.cssselect("ol[class], ul[class], p[class], p[id]"):
        _wrap(block)
    return "".join(html.tostring(child, encoding="unicode") for child in section)


_FOR_WIDE_PAGES = ".wide-only, .opening, .strip"
"""Of each drawing the form for telephones is taken; the small curves at the openings of chapters need the width of a page."""
_FOR_BROWSERS = ("role", "title", "tabindex", "aria-label", "aria-labelledby", "data-count", "rel")
"""Attributes without use in a book; the role of a mark would make pandoc look for a note of its own kind."""


def _put_picture(edition: Edition, svg: html.HtmlElement, part: str, folder: Path) -> None:
    name = f"{part}-{len(list(folder.glob('*.svg'))) + 1}.svg"
    (folder / name).write_bytes(picture(svg))
    image = html.Element("img", {"src": name, "alt": in_words(edition, svg)})
    image.tail = svg.tail
    svg.getparent().replace(svg, image)


def _put_notes_last(section: html.HtmlElement) -> None:
    notes = section.cssselect(".note")
    if notes:
        box = html.Element("div", {"class": "footnotes"})
        box.extend(notes)
        section.append(box)


def _put_heading_first(section: html.HtmlElement, part: Part) -> None:
    """The title with its number, for tables of contents; the dates of a chapter below it."""
    heading = section.find("h1")
    heading.text = part.title
    heading.set("id", part.id)
    section.insert(0, heading)
    for kicker in section.cssselect("p.kicker"):
        kicker.text = kicker.text_content().partition(" · ")[2]


def _wrap(block: html.HtmlElement) -> None:
    """Lists and paragraphs have neither class nor id for pandoc; boxes have."""
    box = html.Element("div", {name: value for name, value in block.attrib.items() if name in ("class", "id")})
    block.attrib.clear()
    box.tail, block.tail = block.tail, None
    block.getparent().replace(block, box)
    box.append(block)
