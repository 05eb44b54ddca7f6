"""A list that is too long for its page stands on pages of its own, and nothing of it is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from lxml import html
from markdown import Markdown

from hooks import addresses
from hooks.edition import Edition, open_edition
from hooks.pages import GeneratedPage, division, generated_pages
from tests.conftest import ROOT

LISTS = {
    "timeline/index.md": "events",
    "letters/index.md": "letters",
    "sources/index.md": "sources",
    "people/index.md": "people",
    "places/index.md": "places",
    "bodies/index.md": "bodies",
}


@pytest.fixture(scope="module")
def divided() -> Iterator[tuple[Edition, dict[str, GeneratedPage]]]:
    """The edition and its pages, with so few lines allowed on a page that all lists are too long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(division, "_MOST", {})
        patch.setattr(division, "_MOST_OF_OTHERS", 20)
        edition = open_edition(ROOT, lambda citing: Markdown(extensions=["attr_list", "def_list", "tables", "footnotes", "toc", citing]))
        yield edition, {page.uri: page for page in generated_pages(edition)}


def lines(pages: dict[str, GeneratedPage], uri: str) -> Counter[str]:
    """The records that have a line on a page or on the pages under it."""
    under = re.compile(re.escape(uri.removesuffix("index.md")) + r"[^/]+\.md")
    found: Counter[str] = Counter()
    for other, page in pages.items():
        if other == uri or (under.fullmatch(other) and not page.citable):
            found.update(re.findall(r'<li id="([^"]+)"', page.html))
    return found


@pytest.mark.parametrize("uri", LISTS)
def test_every_record_has_one_line(divided: tuple[Edition, dict[str, GeneratedPage]], uri: str) -> None:
    edition, pages = divided
    assert lines(pages, uri) == Counter(getattr(edition.archive, LISTS[uri]).keys())


@pytest.mark.parametrize("uri", ["events", "letters", "sources", "people", "bodies"])
def test_a_record_leads_to_its_line_wherever_that_is(divided: tuple[Edition, dict[str, GeneratedPage]], uri: str) -> None:
    _, pages = divided
    by_address = {f"/{addresses.url(uri)}": page for uri, page in pages.items()}
    for other, page in [pair for pair in pages.items() if re.fullmatch(rf"{uri}/(?!index)[^/]+\.md", pair[0]) and pair[1].citable][::20]:
        (href,) = {link.get("href") for link in html.fromstring(page.html).cssselect("#neighbours li:last-child a, article > .onward a")}
        address, _, id = urljoin(f"/{addresses.url(other)}", href).partition("#")
        page = by_address[address]
        assert f'<li id="{id}"' in page.html, (other, href)


def test_readers_walk_from_part_to_part(divided: tuple[Edition, dict[str, GeneratedPage]]) -> None:
    _, pages = divided
    part = next(page for uri, page in pages.items() if uri.startswith("timeline/1960"))
    links = [link.text_content() for link in html.fromstring(part.html).cssselect(".onward a")]
    assert links[0].startswith("Before: ") and links[1].startswith("Next: ") and links[-1] == "All of Timeline"
