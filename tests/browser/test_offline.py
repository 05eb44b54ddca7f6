"""The zip as a reader uses it: unpacked into a folder and opened there, with no server."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from hooks.archive.imprint import read_imprint
from hooks.editions.book import Book
from hooks.editions.offline import write_offline
from tests.conftest import ROOT

NARROW, WIDE = {"viewport": {"width": 360, "height": 740}}, {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture(scope="session")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in the zip of the real site."""
    imprint, _ = read_imprint(ROOT / "CITATION.cff")
    assert imprint
    folder = tmp_path_factory.mktemp("offline")
    for name in ("one.zip", "two.zip"):
        write_offline(site, Book(imprint, "https://example.org/", ()), folder / name)
    assert (folder / "one.zip").read_bytes() == (folder / "two.zip").read_bytes()
    with ZipFile(folder / "one.zip") as archive:
        archive.extractall(folder)
    return folder / "tirana-moscow"


def test_every_link_of_every_page_names_a_file_in_the_folder(unpacked: Path) -> None:
    broken = []
    for path in sorted(unpacked.rglob("*.html")):
        for link in html.parse(str(path)).getroot().xpath("//@href | //@src"):
            parts = urlsplit(link)
            if parts.path.startswith("./editions/"):
                continue  # this site may offer some; `make editions` packs one that offers none
            if not parts.scheme and parts.path and not Path(posixpath.normpath(path.parent / unquote(parts.path))).is_file():
                broken.append((path.relative_to(unpacked).as_posix(), link))
    assert broken == []


@pytest.mark.parametrize("page", [NARROW, WIDE], indirect=True, ids=["360", "1440"])
def test_a_reader_gets_from_the_first_page_to_notes_and_events(page: Page, unpacked: Path) -> None:
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
    page.goto((unpacked / "index.html").as_uri())
    page.get_by_role("link", name="Read", exact=True).click()
    expect(page.locator("h1")).to_have_text("Introduction")
    expect(page.locator("#n1")).to_be_visible()
    hidden = page.locator(".note").evaluate_all("notes => notes.filter(note => !note.checkVisibility()).length")
    assert hidden == 0, "scripts do not run here, so that nothing may wait for them"
    page.locator("article a[href*='/events/']").first.click()
    expect(page.locator(".facts")).to_be_visible()
    page.get_by_role("link", name="This event in the timeline").click()
    expect(page.locator(".filters")).to_be_hidden()
    forbidden = ("origin 'null'", "ERR_FAILED")
    assert [text for text in troubles if not any(words in text for words in forbidden)] == []
