"""The built site read as a crawler reads it: every address and anchor exists, everything can be reached."""

from __future__ import annotations

import gzip
import json
import os
import posixpath
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from lxml import html

from tests.conftest import ROOT

BASE = "https://tirana-moscow.github.io/tirana-moscow/"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page by its address relative to the root of the site."""
    return {path.relative_to(site).as_posix().removesuffix("index.html"): html.parse(str(path)).getroot() for path in sorted(site.rglob("*.html"))}


def targets(address: str, page: html.HtmlElement) -> list[tuple[str, str]]:
    """Internal links of a page as (address, anchor)."""
    found = []
    for link in page.iter("a", "link", "script", "img"):
        href = link.get("href") or link.get("src") or ""
        parts = urlsplit(href)
        if href and not parts.scheme and not parts.netloc:
            path, anchor = urldefrag(href)
            folder = address if address.endswith("/") or not address else posixpath.dirname(address)
            full = posixpath.normpath(posixpath.join("/", folder, unquote(path))) if path else f"/{address}".rstrip("/")
            found.append((full.lstrip("/"), unquote(anchor)))
    return found


def as_page(target: str, pages: dict[str, html.HtmlElement]) -> str | None:
    return next((name for name in (target, f"{target}/", "" if target == "." else None) if name in pages), None)


def test_no_link_leads_nowhere(pages: dict[str, html.HtmlElement], site: Path) -> None:
    ids = {address: {element.get("id") for element in page.iter() if element.get("id")} for address, page in pages.items()}
    broken = []
    for address, page in pages.items():
        if address == "404.html":
            continue
        for target, anchor in targets(address, page):
            name = as_page(target, pages)
            if name is None and not (site / target).is_file():
                broken.append(f"{address}: {target} is no page")
            elif name is not None and anchor and anchor not in ids[name]:
                broken.append(f"{address}: {name} has no #{anchor}")
    assert broken == []


def test_every_page_can_be_reached_from_the_first(pages: dict[str, html.HtmlElement]) -> None:
    reached, open_pages = {""}, [""]
    while open_pages:
        for target, _ in targets(here := open_pages.pop(), pages[here]):
            name = as_page(target, pages)
            if name is not None and name not in reached:
                reached.add(name)
                open_pages.append(name)
    assert sorted(set(pages) - reached - {"404.html"}) == []


def test_every_page_leads_onward_from_its_text(pages: dict[str, html.HtmlElement]) -> None:
    ends = [address for address, page in pages.items() if not page.xpath("//main//a[@href and not(starts-with(@href, '#'))]")]
    assert ends == []


def test_every_page_has_title_description_canonical_and_one_heading(pages: dict[str, html.HtmlElement]) -> None:
    for address, page in pages.items():
        assert len(page.xpath("//h1")) == 1, address
        assert page.xpath("//title")[0].text.strip(), address
        description = page.xpath("//meta[@name='description']/@content")[0]
        assert 10 <= len(description) <= 320, (address, description)
        if address != "404.html":
            assert page.xpath("//link[@rel='canonical']/@href") == [BASE + address]


def test_titles_are_all_different(pages: dict[str, html.HtmlElement]) -> None:
    titles = Counter(page.xpath("//title")[0].text for page in pages.values())
    assert [title for title, count in titles.items() if count > 1] == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, html.HtmlElement]) -> None:
    for address, page in pages.items():
        ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
        assert [id for id, count in ids.items() if count > 1] == [], address


def test_generated_pages_can_be_revised_where_they_are_made(pages: dict[str, html.HtmlElement]) -> None:
    edit = pages["events/bucharest-meeting/"].xpath("//footer//a[contains(text(), 'Revise')]/@href")
    assert edit == ["https://github.com/tirana-moscow/tirana-moscow/edit/main/data/events.yml"]


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, html.HtmlElement]) -> None:
    for address, page in pages.items():
        loaded = page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //iframe/@src")
        assert [url for url in loaded if "//" in url] == [], address


def test_lists_that_repeat_other_pages_are_left_out_of_the_search(pages: dict[str, html.HtmlElement], site: Path) -> None:
    fragments = [json.loads(gzip.decompress(path.read_bytes())[12:]) for path in site.glob("pagefind/fragment/*")]
    left_out = set(pages) - {fragment["url"].lstrip("/") for fragment in fragments}
    lists = {"", "404.html", "timeline/", "timeline/public/", "on-this-day/", "letters/", "people/", "places/", "bodies/", "sources/"}
    assert {address for address in left_out if not address.startswith(("curve/", "corrections/")) and not address.endswith("/cite/")} == lists
    assert "curve/" not in left_out


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    # Another order of sets than that of the first build, so that nothing can hang on it unseen.
    subprocess.run(build, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "7"}, check=True, capture_output=True)
    files = [path.relative_to(site) for path in site.rglob("*") if path.is_file() and not path.name.startswith("sitemap")]
    assert any(file.parts[0] == "pagefind" for file in files)
    assert [file for file in files if (site / file).read_bytes() != (tmp_path / file).read_bytes()] == []


@pytest.mark.parametrize(("kind", "first_to_last"), [("events", "prev"), ("letters", "prev"), ("events", "next"), ("letters", "next")])
def test_from_neighbour_to_neighbour_a_reader_meets_every_event_and_every_letter(
    pages: dict[str, html.HtmlElement], kind: str, first_to_last: str
) -> None:
    all_of_them = {address for address in pages if address.startswith(f"{kind}/") and address != f"{kind}/"}
    here = next(address for address in all_of_them if not pages[address].cssselect(f"a[rel={'next' if first_to_last == 'prev' else 'prev'}]"))
    met = [here]
    while link := pages[here].cssselect(f"#neighbours a[rel={first_to_last}]"):
        here = posixpath.normpath(posixpath.join("/", here, link[0].get("href"))).lstrip("/") + "/"
        met.append(here)
    assert sorted(met) == sorted(all_of_them)
