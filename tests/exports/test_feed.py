"""The feed of changes: what a feed reader gets, and when an entry counts as new."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from lxml import etree

from hooks.archive.changes import read_changes
from hooks.archive.imprint import Imprint
from hooks.exports.feed import released
from tests.conftest import Project

CHANGELOG = """# Changes

What readers notice.

## {first}

- A map.

## 0.1.0, 22 November 2026

- Ten *chapters*.
"""
ATOM = "{http://www.w3.org/2005/Atom}"
IMPRINT = Imprint.model_validate(
    {"title": "T", "authors": [{"name": "We"}], "version": "0.1.0", "date-released": "2026-11-22", "url": "https://example.org/"}
)


def sections(tmp_path: Path, text: str) -> list[tuple[str, str, str]]:
    path = tmp_path / "CHANGELOG.md"
    path.write_text(text, encoding="utf-8")
    changes, problems = read_changes(path)
    assert not problems
    return [(change.version, day.isoformat(), change.text.strip()) for change, day in released(changes, IMPRINT)]


def test_every_released_version_is_an_entry_and_what_is_not_released_is_none(tmp_path: Path) -> None:
    assert sections(tmp_path, CHANGELOG.format(first="0.2.0, 1 March 2027")) == [
        ("0.2.0", "2027-03-01", "- A map."),
        ("0.1.0", "2026-11-22", "- Ten *chapters*."),
    ]
    assert sections(tmp_path, CHANGELOG.format(first="Unreleased")) == [("0.1.0", "2026-11-22", "- Ten *chapters*.")]


def test_before_the_first_release_what_is_there_is_the_version_being_made(tmp_path: Path) -> None:
    assert sections(tmp_path, "# Changes\n\n## Unreleased\n\n- Ten chapters.\n") == [("0.1.0", "2026-11-22", "- Ten chapters.")]


def test_a_day_that_is_none_is_named_with_its_line(project: Project) -> None:
    project.write("CHANGELOG.md", CHANGELOG.format(first="0.2.0, 31 Novembre 2026"))
    done = project.run("hooks", "check")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stderr.splitlines() == ['CHANGELOG.md:5: "31 Novembre 2026" is not a day; write the heading as “## 0.2.0, 22 November 2026”']


@pytest.fixture(scope="module")
def feed(site: Path) -> etree._Element:
    return etree.parse(site / "feed.xml").getroot()


def test_feed_and_entries_have_what_rfc_4287_demands(feed: etree._Element) -> None:
    assert feed.tag == f"{ATOM}feed"
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) > 1 and all(id and id.startswith("https://") for id in ids)
    for part in (feed, *feed.iter(f"{ATOM}entry")):
        assert all(len(part.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated"))
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    days = [element.text or "" for element in feed.iter(f"{ATOM}updated")]
    assert all(datetime.datetime.strptime(day, "%Y-%m-%dT%H:%M:%SZ") for day in days) and days[0] == max(days)
    links = {link.get("rel"): link.get("href") for link in feed.iterfind(f"{ATOM}link")}
    assert links["self"] == feed.findtext(f"{ATOM}id") == f"{links['alternate']}feed.xml"


def test_the_text_of_an_entry_is_html_that_can_be_read(feed: etree._Element) -> None:
    for content in feed.iter(f"{ATOM}content"):
        assert content.get("type") == "html"
        assert etree.fromstring(f"<div>{content.text}</div>").findall(".//li")


def test_every_page_tells_feed_readers_where_it_is(site: Path) -> None:
    from lxml import html

    for address, expected in (("index.html", "feed.xml"), ("events/bucharest-meeting/index.html", "../../feed.xml")):
        assert html.parse(str(site / address)).xpath("//link[@type='application/atom+xml']/@href") == [expected]
