"""The search, as a reader uses it: what is found first, by keyboard, at what cost, and where it cannot work."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response, expect

from .test_reading import NARROW, WIDE, narrow, plain, wide

CHAPTER = "chapters/06-a-re-emerging-crisis/"
QUERIES = yaml.load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
Find = Callable[[str], None]


@pytest.fixture(scope="module")
def searching(chromium: Browser, address: str) -> Iterator[Page]:
    """One page with the dialog open, for all the queries of the table."""
    page = chromium.new_context().new_page()
    open_search(page, address)
    yield page
    page.context.close()


def open_search(page: Page, address: str, where: str = "about/") -> None:
    page.goto(address + where)
    expect(page.get_by_role("button", name="Search")).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()


def ask(page: Page, query: str) -> None:
    """Type a query and wait for its answer."""
    page.get_by_role("combobox").fill("")
    expect(page.get_by_role("option")).to_have_count(0)
    page.get_by_role("combobox").fill(query)
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(re.compile(r"pages?$|^Nothing"), timeout=20_000)


def first(page: Page, kind: str | None = None) -> str:
    results = page.get_by_role("group", name=kind, exact=True) if kind else page
    return results.get_by_role("option").first.get_attribute("href") or ""


KINDS = {"chapter": "Chapters", "event": "Events", "letter": "Letters", "source": "Sources"}


@pytest.mark.parametrize("row", QUERIES, ids=lambda row: row[0])
def test_what_a_historian_types_finds_the_page_that_is_meant_first(searching: Page, address: str, row: list[str]) -> None:
    ask(searching, row[0])
    assert f"http://{address.split('/')[2]}{first(searching, KINDS[row[2]] if len(row) > 2 else None)}" == address + row[1]


def test_there_are_at_least_forty_queries() -> None:
    assert len(QUERIES) >= 40


@wide
def test_the_keyboard_opens_moves_follows_and_closes(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    expect(page.get_by_role("button", name="Search")).to_be_visible()
    page.keyboard.press("/")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("button", name="Search").press("Enter")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Search")).to_be_focused()

    page.keyboard.press("/")
    field.press_sequentially("warsaw committee vukmanovic tempo")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "?")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    target = page.get_by_role("group", name="Chapters").get_by_role("option").first
    while target.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/chapters/[^#]+#p\d+$"))
    expect(page.locator("p:target")).to_be_in_viewport()
    expect(page.get_by_role("dialog")).to_be_hidden()


@wide
def test_a_slash_in_a_field_is_a_slash(page: Page, address: str) -> None:
    page.goto(address + "timeline/")
    expect(page.get_by_role("button", name="Search")).to_be_visible()
    page.get_by_label("Words").press_sequentially("1/2")
    expect(page.get_by_label("Words")).to_have_value("1/2")
    expect(page.get_by_role("dialog")).to_have_count(0)


@wide
def test_results_are_counted_and_chosen_by_kind_and_year_and_stay_while_the_page_does(page: Page, address: str) -> None:
    open_search(page, address)
    ask(page, "hoxha")
    kinds, status = page.get_by_role("group", name="Kind"), page.get_by_role("dialog").get_by_role("status")
    letters = int(re.findall(r"\d+", kinds.get_by_role("button", name=re.compile("Letters")).inner_text())[0])
    assert letters > 20
    kinds.get_by_role("button", name=re.compile("Letters")).click()
    expect(page.get_by_role("option")).to_have_count(20)
    page.get_by_role("button", name="Show more").click()
    expect(page.get_by_role("option")).to_have_count(min(40, letters))
    kinds.get_by_role("button", name=re.compile("All")).click()
    whole = status.inner_text()
    page.get_by_label("Year").fill("1960")
    expect(status).not_to_have_text(whole)
    expect(kinds.get_by_role("button", name=re.compile("People"))).to_have_count(0)
    for date in page.get_by_role("group", name="Events", exact=True).locator(".when").all_inner_texts():
        assert "1960" in date
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_have_value("hoxha")
    expect(page.get_by_role("option").first).to_be_visible()


@wide
def test_words_that_are_nowhere_are_said_to_be_nowhere(page: Page, address: str) -> None:
    open_search(page, address)
    ask(page, "qqqq")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("Nothing was found")


@wide
def test_the_index_costs_nothing_before_110_kb_at_the_opening_and_40_at_the_first_query(page: Page, address: str) -> None:
    got: list[Response] = []
    page.on("response", lambda response: got.append(response))
    page.goto(address + CHAPTER)
    page.wait_for_load_state("networkidle")
    assert [response.url for response in got if "/pagefind/" in response.url or "search" in response.url] == []
    got.clear()
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.wait_for_timeout(1000)  # the worker goes on loading after the page is at rest
    assert any("wasm" in response.url for response in got)
    assert on_the_wire(got) <= 110_000
    got.clear()
    ask(page, "Khrushchev Hoxha 13 August 1960")
    page.wait_for_load_state("networkidle")
    assert 5_000 < on_the_wire(got) <= 40_000


def on_the_wire(responses: list[Response]) -> int:
    """Bytes as a host sends them: gzipped, where that helps."""
    bodies = [response.body() for response in responses]
    return sum(min(len(body), len(gzip.compress(body, 6))) for body in bodies)


@pytest.mark.parametrize(
    "page",
    [NARROW, WIDE, {**NARROW, "color_scheme": "dark"}, {**WIDE, "color_scheme": "dark"}],
    indirect=True,
    ids=["360", "1440", "360 dark", "1440 dark"],
)
def test_the_dialog_fits_and_breaks_no_rule_of_access(page: Page, address: str) -> None:
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    open_search(page, address)
    ask(page, "submarines")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    box = page.get_by_role("dialog").bounding_box()
    assert box and page.viewport_size and box["width"] <= page.viewport_size["width"] and box["height"] <= page.viewport_size["height"]
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth")
    assert not troubles


@narrow
def test_on_a_phone_the_search_fills_the_screen(page: Page, address: str) -> None:
    open_search(page, address)
    assert page.get_by_role("dialog").bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}


@wide
def test_a_missed_address_offers_to_search_for_its_words(page: Page, address: str) -> None:
    page.goto(address + "letters/1960-06-21-hoxha-kappo/")
    page.get_by_role("button", name="Search for “1960-06-21 hoxha kappo”").click()
    expect(page.get_by_role("combobox")).to_have_value("1960-06-21 hoxha kappo")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("with “1960-06-21 hoxha”; none has all the words")
    expect(page.locator("[role=option][href*='/letters/1960-06-21-hoxha-kapo/']")).to_be_visible()


@plain
def test_without_javascript_there_is_no_button_that_does_nothing(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("button", name="Search")).to_have_count(0)


@wide
def test_opened_from_a_folder_the_pages_say_that_they_cannot_search(page: Page, site: Path, address: str) -> None:
    page.goto((site / "about/index.html").as_uri())
    expect(page.get_by_text("Browsers allow no search in pages opened from a folder")).to_be_visible()
    expect(page.get_by_role("button", name="Search")).to_be_hidden()
    page.goto(address + "about/")
    expect(page.get_by_text("Browsers allow no search in pages opened from a folder")).to_be_hidden()


@wide
def test_an_index_that_cannot_be_read_is_admitted(page: Page, address: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    open_search(page, address)
    page.get_by_role("combobox").fill("hoxha")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("cannot be read")
