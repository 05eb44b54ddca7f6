"""What the ten chapters owe to their readers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from hooks.citing.grammar import START, parse
from tests.conftest import ROOT

CHAPTERS = sorted((ROOT / "docs/chapters").glob("*.md"))
ROWS = [line.split("\t") for line in (Path(__file__).parent / "citing/study-citations.tsv").read_text(encoding="utf-8").splitlines()[1:]]
CITATION = re.compile(START.pattern + r"(?P<inner>[^\[\]]*)\]")
STATES_A_DATE_OR_FIGURE = re.compile(r"\d")


def test_there_is_a_chapter_for_each_section_of_the_study() -> None:
    assert [path.name[:2] for path in CHAPTERS] == [f"{number:02}" for number in range(1, 11)]


def through_the_study(path: Path) -> set[tuple[str, str]]:
    """Keys and locators of the works that a chapter names through the study."""
    found = [citation for match in CITATION.finditer(path.read_text(encoding="utf-8")) for citation in parse(match["inner"])]
    return {(citation.key, citation.locator) for citation in found if citation.via == "pilacanako2021"}


@pytest.mark.parametrize(("row", "section", "key", "pages"), ROWS, ids=[f"{row[0]} {row[2]}" for row in ROWS])
def test_every_work_the_study_leans_on_is_named_in_the_chapter_of_that_section(row: str, section: str, key: str, pages: str) -> None:
    named = through_the_study(CHAPTERS[int(section) - 1])
    assert key in {name for name, _ in named}
    if pages:
        assert any(pages in locator.replace("–", "-") for name, locator in named if name == key), f"{key}: the study gives {pages}"


@pytest.fixture(scope="module")
def built(site: Path) -> dict[str, html.HtmlElement]:
    return {path.parent.name: html.parse(str(path)).getroot() for path in sorted((site / "chapters").glob("*/index.html"))}


def test_every_paragraph_that_states_a_date_or_a_figure_carries_a_note(built: dict[str, html.HtmlElement]) -> None:
    bare = [
        f"{name} {p.get('id')}: {p.text_content()[:70]}"
        for name, page in built.items()
        for p in page.xpath("//article//p[@id]")
        if STATES_A_DATE_OR_FIGURE.search("".join(p.xpath("text() | *[not(contains(@class, 'pn') or contains(@class, 'note-ref'))]//text()")))
        and not p.xpath(".//a[contains(@class, 'note-ref')]")
    ]
    assert bare == []


def test_a_chapter_opens_with_its_summary_and_dates_and_ends_with_its_sources_and_neighbours(built: dict[str, html.HtmlElement]) -> None:
    names = list(built)
    for place, (name, page) in enumerate(built.items()):
        assert page.xpath("//p[@class='dek']")[0].text_content().strip()
        assert 4 <= len(page.xpath("//ol[@class='keydates']/li")) <= 7, name
        assert page.xpath("//section[contains(@class, 'endnotes')]//li")
        turn = page.xpath("//nav[@class='turn']//a/@href")
        if place:
            assert turn[0] == f"../{names[place - 1]}/"
        if place + 1 < len(names):
            assert turn[1] == f"../{names[place + 1]}/"


def test_chapters_are_as_long_as_promised(built: dict[str, html.HtmlElement]) -> None:
    for name, page in built.items():
        words = sum(len(p.text_content().split()) for p in page.xpath("//article//p[not(ancestor::div[@class='notes'])] | //article//blockquote"))
        low, high = (850, 1700) if name[:2] in ("01", "10") else (1200, 2600)
        assert low <= words <= high, f"{name}: {words} words"
