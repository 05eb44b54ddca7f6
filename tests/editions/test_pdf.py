"""The PDF as it lies on the table: A4, numbered, with running heads, contents that tell the truth, and every note."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from lxml import html
from mkdocs.config.defaults import MkDocsConfig
from playwright.sync_api import Browser
from pypdf import PdfReader

from hooks.editions.book import Book
from hooks.editions.pdf import write_pdf
from hooks.pages.writer import Writer


@pytest.fixture(scope="module")
def pdf(config: MkDocsConfig, book: Book, folder: Path, chromium: Browser) -> PdfReader:
    write_pdf(Writer(config.extra["edition"], "index.md"), book, folder / "book.pdf", chromium)
    return PdfReader(folder / "book.pdf")


@pytest.fixture(scope="module")
def texts(pdf: PdfReader) -> list[str]:
    """The text of every page, without spaces, which depend on how letters are set."""
    return [bare(page.extract_text()) for page in pdf.pages]


@pytest.fixture(scope="module")
def starts(pdf: PdfReader, book: Book) -> dict[str, int]:
    """On which page each part begins."""
    return {part.id: (pdf.get_destination_page_number(pdf.named_destinations[f"/{part.id}"]) or 0) + 1 for part in book.parts}


def bare(text: str) -> str:
    text = text.replace("№", "Nr.")  # a ligature of one of the faces
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_every_page_is_a4_and_none_is_empty(pdf: PdfReader, texts: list[str]) -> None:
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pdf.pages} == {(595, 842)}
    assert [number for number, text in enumerate(texts, 1) if len(text) < 100 and number > 1] == []


def test_every_page_but_the_first_has_its_number_and_the_heads_of_book_and_chapter(texts: list[str], starts: dict[str, int], book: Book) -> None:
    titles = {starts[part.id]: bare(part.title) for part in book.parts}
    head = ""
    for number, text in enumerate(texts[1:], 2):
        head = titles.get(number, head)
        assert text.startswith(f"Tirana–Moscow{head}{number}"), f"page {number} lacks its running heads or its number"


def test_the_contents_give_the_page_on_which_each_part_begins(texts: list[str], starts: dict[str, int], book: Book) -> None:
    for part in book.parts:
        assert f"{bare(part.title)}{starts[part.id]}" in texts[1]
        assert bare(part.name) in texts[starts[part.id] - 1]


def test_bookmarks_lead_to_the_ten_chapters(pdf: PdfReader, starts: dict[str, int], book: Book) -> None:
    marks = {str(mark.title): (pdf.get_destination_page_number(mark) or 0) + 1 for mark in flat(pdf.outline)}
    for part in book.parts:
        assert marks[part.title] == starts[part.id]


def flat(outline: list[object]) -> list[object]:
    return [mark for item in outline for mark in (flat(item) if isinstance(item, list) else [item])]


def test_no_note_is_lost_or_cut_in_two(texts: list[str], book: Book) -> None:
    notes = [bare(note.text_content()) for part in book.parts for note in html.fromstring(part.html).cssselect(".note")]
    assert len(notes) > 300
    assert [note for note in notes if not any(note in text for text in texts)] == []


def test_links_within_the_book_arrive_and_the_file_can_be_read_aloud(pdf: PdfReader) -> None:
    places = pdf.named_destinations
    links = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    inner = [str(link["/Dest"]) for link in links if "/Dest" in link]
    assert len(inner) > 1000 and [place for place in inner if place not in places] == []
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"] and pdf.trailer["/Root"]["/Lang"] == "en"


def test_it_says_what_it_is_and_of_what_day(pdf: PdfReader, book: Book) -> None:
    said = pdf.metadata
    assert said and said.title == f"{book.title}. {book.subtitle}" and said.author == book.author
    assert said.creation_date and said.creation_date.date().isoformat() == book.day
