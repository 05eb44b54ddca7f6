"""The pages made from data: escaped, linked, and leading to where a record is used."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from hooks import addresses
from tests.conftest import Project


def built(project: Project) -> Path:
    done = project.run("mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return project.root / "site"


def page(site: Path, address: str) -> html.HtmlElement:
    return html.parse(str(site / address / "index.html")).getroot()


@pytest.mark.parametrize(
    ("target", "seen_from", "expected"),
    [
        ("people/kapo.md", "events/bucharest-meeting.md", "../../people/kapo/"),
        ("timeline/index.md", "events/bucharest-meeting.md", "../../timeline/"),
        ("index.md", "events/bucharest-meeting.md", "../../"),
        ("timeline/index.md", "index.md", "timeline/"),
        ("events/a.md", "events/a.md", "./"),
        ("events/b.md", "events/a.md", "../b/"),
    ],
)
def test_links_are_relative_so_that_the_site_works_under_any_path(target: str, seen_from: str, expected: str) -> None:
    assert addresses.link(target, seen_from) == expected


def test_markup_in_data_is_shown_as_text(project: Project) -> None:
    evil = '<script>alert(1)</script> & "quotes" <img src=x onerror=alert(1)>'
    project.replace("data/events.yml", "title: The parties meet at Bucharest; Kapo comes for Albania", f"title: '{evil}'")
    project.replace("data/events.yml", "summary: Communist parties met", f"summary: '{evil}'\n  note: Communist parties met")
    project.replace("data/people.yml", "name: Hysni Kapo", f"name: '{evil}'")
    project.replace("data/sources.yml", "title: Albania and the Sino-Soviet Rift", f"title: '{evil}'")
    for path in built(project).rglob("*.html"):
        tree = html.parse(str(path)).getroot()
        assert not tree.xpath("//main//script | //*[@onerror] | //main//img"), path
        if path.parent.name in ("bucharest-meeting", "kapo"):
            assert tree.xpath("//h1")[0].text_content() == evil


def test_a_source_page_lists_every_use_down_to_the_paragraph(project: Project) -> None:
    tree = page(built(project), "sources/griffith1964")
    links = tree.xpath("//main//a/@href")
    for use in ("../../chapters/06-a-re-emerging-crisis/#p1", "../../chapters/06-a-re-emerging-crisis/#p2", "../../events/bucharest-meeting/"):
        assert use in links
    assert "Not seen by this edition." in tree.xpath("//dl")[0].text_content()


def test_of_what_stands_in_a_list_of_a_chapter_the_chapter_is_named_and_no_paragraph(project: Project) -> None:
    chapter, mark = "docs/chapters/06-a-re-emerging-crisis.md", "[†][correction:s6-days-of-bucharest]"
    project.replace(chapter, mark, "")
    project.write(chapter, project.read(chapter) + f"\n- It lasted longer.{mark}\n- [He][person:khrushchev] came.\n")
    site = built(project)
    concerns = page(site, "corrections").xpath("//a[contains(@href, 'chapters/06')][starts-with(., 'chapter')]")
    assert [(link.text, link.get("href")) for link in concerns] == [("chapter 6", "../chapters/06-a-re-emerging-crisis/")]
    told = page(site, "people/khrushchev").xpath("//*[@id='told-in']//li")
    assert [li.text_content() for li in told] == ["Chapter 6The crisis comes back"]
    (line,) = page(site, "people").xpath("//*[@id='khrushchev']//*[@class='places']")
    assert line.text_content().strip() == "6"


def test_a_person_page_lists_letters_sent_and_received_events_and_chapters(project: Project) -> None:
    tree = page(built(project), "people/kapo")
    parts = {section.get("id"): [li.text_content() for li in section.xpath(".//li")] for section in tree.xpath("//section[@class='part']")}
    assert len(parts["received"]) == 2 and "sent" not in parts
    assert len(parts["events"]) == 2 and len(parts["told-in"]) == 1


def test_a_letter_page_shows_the_exchange_to_which_it_belongs(project: Project) -> None:
    tree = page(built(project), "letters/1960-06-21-hoxha-kapo")
    assert [li.get("aria-current") for li in tree.xpath("//section[@id='exchange']//li")] == ["true", None]


def test_an_uncertain_date_looks_uncertain_and_gives_its_reason(project: Project) -> None:
    site = built(project)
    assert page(site, "timeline").xpath("//*[@id='hoxha-plenum']/*[contains(@class, 'doubt')]")[0].text_content() == "c. 11 Jul 1960"
    assert "The day is lost in the scan of the study." in page(site, "events/hoxha-plenum").xpath("//dl")[0].text_content()


def test_events_of_the_study_and_those_added_are_told_apart(project: Project) -> None:
    project.replace("data/events.yml", "  study: [7]\n", "")
    tree = page(built(project), "timeline")
    assert [li.get("id") for li in tree.xpath("//ol[@class='events']/li[.//*[@class='added']]")] == ["hoxha-plenum"]
