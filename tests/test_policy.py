"""What a page may load and run is said in the page, and no page needs an exception."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from lxml import html

from hooks.policy import with_policy

PAGE = '<head>\n<meta charset="utf-8">\n<script>one()</script><script src="a.js"></script><script type="application/ld+json">{}</script></head>'


def test_the_scripts_of_a_page_are_allowed_by_their_hashes_and_no_others() -> None:
    policy = html.fromstring(with_policy(PAGE)).xpath("//meta[@http-equiv]/@content")[0]
    digest = base64.b64encode(hashlib.sha256(b"one()").digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in policy
    assert "unsafe" not in policy and "http" not in policy


@pytest.fixture(scope="module")
def pages(site: Path) -> list[tuple[str, html.HtmlElement]]:
    return [(str(path.relative_to(site)), html.parse(str(path)).getroot()) for path in sorted(site.rglob("*.html"))]


def test_every_page_has_its_policy_before_anything_that_loads(pages: list[tuple[str, html.HtmlElement]]) -> None:
    late = [name for name, page in pages if page.xpath("name(//head/*[2])") != "meta" or not page.xpath("//head/*[2]/@http-equiv")]
    assert late == []


def test_no_page_has_styles_or_handlers_of_its_own(pages: list[tuple[str, html.HtmlElement]]) -> None:
    found = [(name, page.xpath("//*[@style or @*[starts-with(name(), 'on')]][1]")) for name, page in pages]
    assert [name for name, elements in found if elements] == []


def test_links_lead_to_pages_of_the_web_or_of_this_site_only(pages: list[tuple[str, html.HtmlElement]]) -> None:
    schemes = {link.split(":", 1)[0] for _, page in pages for link in page.xpath("//@href") if ":" in link.split("/")[0]}
    assert schemes <= {"http", "https", "mailto"}
