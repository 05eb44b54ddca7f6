"""Addresses are promises: what was published stays or leads on, and a version is dated in one place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from lxml import html

from tests.conftest import ROOT, Project

CHAPTER = "chapters/06-a-re-emerging-crisis"
Mistakes = Callable[[], list[str]]


def leads_to(site: Path, address: str) -> tuple[str, html.HtmlElement] | None:
    """The page at an address, after the redirects that need no script; None where there is none."""
    for _ in range(3):
        file = site / address / "index.html"
        if not file.exists():
            return None
        page = html.parse(str(file)).getroot()
        refresh = page.xpath("//meta[@http-equiv='refresh']/@content")
        if not refresh:
            return address, page
        address = urljoin(f"/{address}", refresh[0].partition("url=")[2]).lstrip("/")
    return None


def test_every_published_address_exists_or_leads_on(site: Path) -> None:
    listed = (ROOT / "data/addresses.txt").read_text(encoding="utf-8").splitlines()
    assert len(listed) > 1000
    seen: dict[str, set[str] | None] = {}
    for entry in listed:
        address, _, anchor = entry.partition("#")
        if address not in seen:
            found = leads_to(site, address.strip("/") + "/" if address != "/" else "")
            seen[address] = set(found[1].xpath("//@id")) if found else None
        ids = seen[address]
        assert ids is not None, f"{address} was published and is gone; list it under formerly: of what took its place"
        assert not anchor or anchor in ids, f"{entry}: the anchor was published and is gone"


GONE = [
    ("events/old-meeting/", 'add "old-meeting" to formerly: of the record in data/events.yml that took its place'),
    ("corrections/#s6-old", 'add "s6-old" to formerly: of the record in data/corrections.yml that took its place'),
    ("chapters/05-old/", 'add "05-old" to formerly: in the front matter of the page in docs/chapters/ that took its place'),
    (f"{CHAPTER}/#p9", "the chapter has 2 paragraphs; say in its front matter which took its text, as in moved: {9: 2}"),
]


@pytest.mark.parametrize(("address", "mend"), GONE)
def test_what_was_published_and_is_gone_is_named_with_its_line_and_the_mend(project: Project, mistakes: Mistakes, address: str, mend: str) -> None:
    project.write("data/addresses.txt", f"/\nevents/bucharest-meeting/\n{CHAPTER}/#p2\ntimeline/\n{address}\n")
    assert mistakes() == [f"data/addresses.txt:5: {address} was published and is gone; {mend}"]


def test_what_cannot_be_read_is_not_called_gone(project: Project, mistakes: Mistakes) -> None:
    project.write("data/addresses.txt", "events/bucharest-meeting/\n")
    project.replace("data/events.yml", "  kind: meeting\n", "  kind: meting\n")
    assert all("gone" not in line for line in mistakes())


def test_renamed_records_chapters_and_paragraphs_lead_on(project: Project) -> None:
    project.replace("data/events.yml", "- id: bucharest-meeting\n", "- id: bucharest-meeting\n  formerly: [old-meeting]\n")
    project.replace("data/corrections.yml", "- id: s6-days-of-bucharest\n", "- id: s6-days-of-bucharest\n  formerly: [s6-old]\n")
    project.replace(f"docs/{CHAPTER}.md", "number: 6\n", "number: 6\nformerly: [05-old]\nmoved: {9: 2}\n")
    listed = ["events/old-meeting/", "corrections/#s6-old", "chapters/05-old/#p1", f"{CHAPTER}/#p9"]
    project.write("data/addresses.txt", "\n".join(listed) + "\n")
    done = project.run("mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    site = project.root / "site"
    for entry, new in zip(listed, ["events/bucharest-meeting/", "corrections/", f"{CHAPTER}/", f"{CHAPTER}/"], strict=True):
        address, _, anchor = entry.partition("#")
        found = leads_to(site, address)
        assert found and found[0] == new
        assert not anchor or found[1].xpath(f"//*[@id='{anchor}']"), entry
    moved = html.parse(str(site / "events/old-meeting/index.html")).getroot()
    assert moved.xpath("//link[@rel='canonical']/@href")[0].endswith("/events/bucharest-meeting/")
    assert moved.xpath("//a/@href") == ["../bucharest-meeting/"]


def test_the_version_is_the_same_wherever_it_is_written() -> None:
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert cff["version"] == tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def releasable(project: Project) -> None:
    project.write("pyproject.toml", '[project]\nversion = "0.1.0"\n')
    project.write("CHANGELOG.md", "# Changes\n\n## Unreleased\n\n- News.\n")
    assert project.run("hooks", "addresses").returncode == 0


def test_a_release_dates_the_version_for_pages_references_and_changes(project: Project) -> None:
    releasable(project)
    done = project.run("hooks", "release", "0.2.0", "--day", "2027-01-05")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^version: 0.2.0\ndate-released: 2027-01-05$", project.read("CITATION.cff"), re.M)
    assert 'version = "0.2.0"' in project.read("pyproject.toml")
    assert "\n## 0.2.0, 5 January 2027\n" in project.read("CHANGELOG.md")
    assert project.run("mkdocs", "build", "--strict").returncode == 0
    page = project.read("site/events/bucharest-meeting/index.html")
    assert "Cite this page, version 0.2.0 of 5 January 2027" in page and 'content="2027/01/05"' in page


REFUSED = [
    (
        ("docs/" + CHAPTER + ".md", "remain faithful”.", "remain faithful”.[@cia1962]\n\nA third paragraph.[@cia1962]"),
        "0.2.0",
        "data/addresses.txt is not up to date; call python -m hooks addresses",
    ),
    (("CHANGELOG.md", "## Unreleased\n", ""), "0.2.0", "CHANGELOG.md: has 0 lines “## Unreleased”; there must be one"),
    (("CHANGELOG.md", "News", "Older news"), "0.2", '"0.2" is not a version; write three numbers, as in 0.2.0'),
]


@pytest.mark.parametrize(("change", "version", "message"), REFUSED)
def test_a_release_is_refused_with_a_reason_and_changes_nothing(project: Project, change: tuple[str, str, str], version: str, message: str) -> None:
    releasable(project)
    project.replace(*change)
    before = {name: project.read(name) for name in ("CITATION.cff", "pyproject.toml", "CHANGELOG.md")}
    done = project.run("hooks", "release", version)
    assert done.returncode == 1 and done.stderr.startswith(message), done.stderr
    assert before == {name: project.read(name) for name in before}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("version: 0.1.0", "version: next", 'CITATION.cff:6: version: "next" does not have the right form'),
        ("version: 0.1.0\n", "", 'CITATION.cff:1: "version" is missing; add it'),
        ("date-released: 2026-11-22", "date-released: in autumn", 'CITATION.cff:7: date-released: "in autumn" is not a date'),
    ],
)
def test_a_mistake_in_the_imprint_is_named(project: Project, mistakes: Mistakes, old: str, new: str, message: str) -> None:
    project.replace("CITATION.cff", old, new)
    (line,) = mistakes()
    assert line.startswith(message)


def test_before_the_first_release_no_date_is_invented(project: Project) -> None:
    project.replace("CITATION.cff", "date-released: 2026-11-22\n", "")
    done = project.run("mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    page = project.read("site/events/bucharest-meeting/index.html")
    assert "Cite this page, version 0.1.0</summary>" in page and "citation_publication_date" not in page and '"datePublished"' not in page
