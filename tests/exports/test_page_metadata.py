"""What the head of each page tells Zotero, search engines and networks, read by parsers as they would."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rispy
from lxml import html

from tests.exports.test_references import by_pandoc

BASE = "https://tirana-moscow.github.io/tirana-moscow/"
EDITION = "Tirana–Moscow. The Soviet–Albanian split, 1948–1961: a documentary history"
CHAPTER, EVENT, LETTER = "chapters/06-a-re-emerging-crisis/", "events/kapo-at-bucharest/", "letters/1960-11-12-hoxha-khrushchev/"
THING = {"name", "description", "url", "sameAs", "alternateName"}
WORK = THING | {
    "author",
    "creator",
    "version",
    "inLanguage",
    "license",
    "datePublished",
    "dateCreated",
    "isPartOf",
    "about",
    "position",
    "temporalCoverage",
}
PROPERTIES = {
    "Book": WORK,
    "Chapter": WORK,
    "WebPage": WORK,
    "CreativeWork": WORK,
    "Dataset": WORK | {"distribution"},
    "DataDownload": WORK | {"contentUrl", "encodingFormat"},
    "ArchiveComponent": WORK | {"holdingArchive", "itemLocation"},
    "Message": WORK | {"sender", "recipient"},
    "Event": THING | {"startDate", "endDate", "location"},
    "Person": THING | {"birthDate", "deathDate"},
    "Place": THING | {"geo"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Organization": THING | {"foundingDate", "dissolutionDate"},
    "ArchiveOrganization": THING,
}
"""Types of schema.org that the pages use, and those of their properties that we give."""
KIND_OF_PAGE = {
    "": "Book", "chapters/": "Chapter", "events/": "Event", "people/": "Person", "places/": "Place", "bodies/": "Organization", "sources/": "CreativeWork",
    "letters/": "ArchiveComponent", "curve/": "Dataset", "about/": "WebPage",
}  # fmt: skip


@pytest.fixture(scope="session")
def heads(site: Path) -> dict[str, html.HtmlElement]:
    """The head of every page that can be cited, by its address."""
    pages = {
        path.relative_to(site).as_posix().removesuffix("index.html"): html.parse(str(path)).getroot() for path in sorted(site.rglob("index.html"))
    }
    return {address: page for address, page in pages.items() if not page.xpath("//meta[@name='robots']")}


def metas(page: html.HtmlElement) -> dict[str, str]:
    return {meta.get("name") or meta.get("property") or "": meta.get("content") or "" for meta in page.xpath("//head/meta")}


def node(page: html.HtmlElement) -> dict[str, Any]:
    (script,) = page.xpath("//script[@type='application/ld+json']/text()")
    found = json.loads(script)
    assert found.pop("@context") == "https://schema.org"
    return dict(found)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(item)
    if isinstance(value, dict):
        yield value


def records(page: html.HtmlElement) -> tuple[list[str], list[str], list[str]]:
    """BibTeX, RIS and CSL-JSON as they stand on a page, one of each for each thing that can be cited."""
    texts = [pre.text_content() for pre in page.xpath("//*[contains(@class, 'cite')]//pre")]
    return texts[0::3], texts[1::3], texts[2::3]


def test_a_chapter_is_saved_as_a_chapter_of_this_edition(heads: dict[str, html.HtmlElement]) -> None:
    found = metas(heads[CHAPTER])
    assert {name: found[name] for name in found if name.startswith("citation_")} == {
        "citation_title": "A Re-emerging Crisis",
        "citation_author": "The editors of Tirana–Moscow",
        "citation_publication_date": found["citation_publication_date"],
        "citation_inbook_title": EDITION,
        "citation_language": "en",
        "citation_public_url": BASE + CHAPTER,
    }
    assert re.fullmatch(r"\d{4}/\d\d/\d\d", found["citation_publication_date"])


def test_head_and_forms_of_each_page_come_from_one_record(heads: dict[str, html.HtmlElement]) -> None:
    for address, page in heads.items():
        found = metas(page)
        assert found["citation_public_url"] == found["og:url"] == node(page)["url"] == BASE + address
        assert found["citation_title"] == found["og:title"]
        assert found["og:image"] == BASE + "img/social.png"
        if not address.startswith("chapters/"):
            (item,) = json.loads(records(page)[2][-1])
            assert (item["title"], item["URL"], item["author"][0]["literal"]) == (found["citation_title"], BASE + address, found["citation_author"])
            assert "/".join(f"{part:02}" for part in item["issued"]["date-parts"][0]) == found["citation_publication_date"]


def test_every_page_ends_with_its_version_and_how_to_cite_it(heads: dict[str, html.HtmlElement]) -> None:
    for address, page in heads.items():
        (cite,) = page.xpath("//main/*[contains(@class, 'cite')]")
        assert re.search(r"version \d+\.\d+\.\d+ of \d+ \w+ \d{4}", cite.text_content()), address


def test_other_programs_read_the_records_on_the_pages(heads: dict[str, html.HtmlElement], site: Path) -> None:
    bib, ris, keys = [], [], []
    for page in [*heads.values(), html.parse(str(site / CHAPTER / "cite/index.html")).getroot()]:
        texts = records(page)
        bib += texts[0]
        ris += texts[1]
        keys += [item["id"] for text in texts[2] for item in json.loads(text)]
    assert len(keys) == len(set(keys)) > 1000
    assert list(by_pandoc("\n".join(bib))) == keys
    assert [record["id"] for record in rispy.loads("".join(ris).replace("\n", "\r\n"))] == keys


def test_schema_org_has_every_type_and_property_that_is_used(heads: dict[str, html.HtmlElement]) -> None:
    for address, page in heads.items():
        for found in nodes(node(page)):
            types = [found["@type"]] if isinstance(found["@type"], str) else found["@type"]
            allowed = {name for kind in types for name in PROPERTIES[kind]} | {"@type"}
            assert found.keys() <= allowed, f"{address}: {found.keys() - allowed} of {types}"
            for name, value in found.items():
                if name.endswith("Date") or name.startswith("date"):
                    assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value), f"{address}: {name}: {value}"


@pytest.mark.parametrize("start", KIND_OF_PAGE)
def test_each_kind_of_page_is_of_its_type(heads: dict[str, html.HtmlElement], start: str) -> None:
    lists = {"people/", "places/", "bodies/", "sources/", "letters/"}
    pages = [page for address, page in heads.items() if (address.startswith(start) and address not in lists if start else address == "")]
    assert pages
    for page in pages:
        types = node(page)["@type"]
        assert KIND_OF_PAGE[start] in ([types] if isinstance(types, str) else types)


def test_an_event_has_its_place_and_only_the_dates_that_are_sure(heads: dict[str, html.HtmlElement]) -> None:
    meeting = node(heads["events/moscow-talk/"])
    assert (meeting["startDate"], meeting["endDate"], meeting["location"]["name"]) == ("1960-11-12", "1960-11-12", "Moscow")
    assert "startDate" not in node(heads[EVENT])  # “on some day between 24 and 26 June”


def test_a_letter_names_both_sides_its_archive_and_its_shelf(heads: dict[str, html.HtmlElement]) -> None:
    found = node(heads["letters/1960-06-21-hoxha-kapo/"])
    assert found["@type"] == ["ArchiveComponent", "Message"]
    assert ([side["name"] for side in found["sender"]], [side["name"] for side in found["recipient"]]) == (["Enver Hoxha"], ["Hysni Kapo"])
    talk = node(heads[LETTER])
    assert talk["@type"] == "ArchiveComponent" and talk["itemLocation"] and talk["holdingArchive"]["name"] == "Central State Archive (AQSH)"


def test_a_letter_cites_the_document_in_its_archive_and_the_page(heads: dict[str, html.HtmlElement]) -> None:
    document, page = (json.loads(text)[0] for text in records(heads[LETTER])[2])
    assert document["id"] == LETTER.split("/")[1] and document["archive"].startswith("Central State Archive, Tirana, ")
    assert page["URL"] == BASE + LETTER


def test_a_source_offers_the_reference_to_the_work_itself(heads: dict[str, html.HtmlElement]) -> None:
    work, page = (json.loads(text)[0] for text in records(heads["sources/griffith1964/"])[2])
    assert (work["id"], work["type"]) == ("griffith1964", "book")
    assert page["title"] == f"Source: {work['title']}"


def test_pages_of_forms_are_not_to_be_found_or_cited(site: Path) -> None:
    page = html.parse(str(site / CHAPTER / "cite/index.html")).getroot()
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not page.xpath("//meta[starts-with(@name, 'citation_')]")
