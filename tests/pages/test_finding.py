"""The words under which pages are found."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from hooks.archive.dates import parse
from hooks.archive.models import Body, Event, Letter, Person
from hooks.archive.store import Archive
from hooks.citing.prose import ChapterFront, PageFront
from hooks.pages import finding

GOLDEN = yaml.safe_load((Path(__file__).parent / "finding.yml").read_text(encoding="utf-8"))
HOXHA = Person.model_validate(
    {
        "id": "hoxha", "name": "Enver Hoxha", "sort": "Hoxha, Enver", "side": "albania", "summary": "Leader",
        "variants": [{"name": "Hodja"}, {"name": "Энвер Ходжа", "language": "ru"}],
    }
)  # fmt: skip
KAPO = Person.model_validate({"id": "kapo", "name": "Hysni Kapo", "sort": "Kapo, Hysni", "side": "albania", "summary": "Envoy"})
PLA = Body.model_validate(
    {
        "id": "pla", "name": "Party of Labour of Albania", "abbreviation": "PLA", "summary": "Party",
        "variants": [{"name": "PPSH"}, {"name": "Albanian Labour Party"}],
    }
)  # fmt: skip
ARCHIVE = Archive(people={"hoxha": HOXHA, "kapo": KAPO}, bodies={"pla": PLA})


@pytest.mark.parametrize(("typed", "days", "between"), GOLDEN["dates"])
def test_a_date_is_found_by_its_days_as_far_as_they_are_known(typed: str, days: list[int], between: list[int]) -> None:
    assert finding.date_words(parse(typed)) == ([str(day) for day in days], [str(day) for day in between])


@pytest.mark.parametrize(("archive", "numbers"), GOLDEN["numbers"])
def test_a_document_is_found_by_the_numbers_of_its_paper(archive: str, numbers: list[str]) -> None:
    assert finding.of_letter(_letter(archive=archive), ARCHIVE).names == tuple(numbers)


@pytest.mark.parametrize(("name", "word"), GOLDEN["whole"])
def test_spellings_are_compared_without_accents_capitals_and_signs(name: str, word: str) -> None:
    assert finding.whole(name) == word


def test_a_family_name_alone_means_the_one_who_appears_most() -> None:
    people = [SimpleNamespace(id=id, sort=sort) for id, sort, _, _ in GOLDEN["foremost"]]
    appearances = {id: [None] * count for id, _, count, _ in GOLDEN["foremost"]}
    assert finding.foremost(people, appearances) == {id for id, _, _, first in GOLDEN["foremost"] if first}  # type: ignore[arg-type]


def test_an_entry_is_found_by_every_spelling_and_the_foremost_by_the_family_name_in_each() -> None:
    assert finding.of_entry(HOXHA).names == ("Enver Hoxha", "Hodja", "Энвер Ходжа")
    assert finding.of_entry(HOXHA, by_family_name=True).fields["names"] == "Enver Hoxha | Hodja | Энвер Ходжа | Hoxha | Ходжа"
    assert finding.of_entry(PLA).fields == {"names": "Party of Labour of Albania | PPSH | Albanian Labour Party | PLA", "facets": "xqbody"}


def test_a_document_is_found_by_sender_recipient_day_and_the_spellings_of_those_concerned() -> None:
    assert finding.of_letter(_letter(archive="AQSH, D. 24"), ARCHIVE).fields == {
        "names": "D.24",
        "heading": "Enver Hoxha to Hysni Kapo radiogram AQSH D 24",
        "who": "Enver Hoxha Hodja Энвер Ходжа Hysni Kapo",
        "date": "21 June 1960",
        "days": "xd19600621",
        "facets": "xqletter xq1960",
    }


def test_an_event_is_found_by_those_who_took_part_and_of_bodies_by_their_short_names() -> None:
    event = Event.model_validate(
        {
            "id": "x", "title": "Hoxha’s plenum meets", "kind": "meeting", "date": "1960-12-31/1961-01-01", "people": ["hoxha"], "bodies": ["pla"],
            "summary": "S.", "statements": [{"text": "T.", "evidence": [{"source": "s"}]}],
        }
    )  # fmt: skip
    assert finding.of_event(event, ARCHIVE).fields == {
        "heading": "Hoxha plenum meets",
        "who": "Enver Hoxha Hodja Энвер Ходжа Party of Labour Albania PPSH PLA",
        "date": "31 December 1960 – 1 January 1961",
        "days": "xd19601231 xd19610101",
        "facets": "xqevent xq1960 xq1961",
    }


def test_chapters_have_the_years_that_they_tell_and_other_pages_none() -> None:
    chapter = ChapterFront.model_validate({"title": "Crisis", "number": 6, "span": "1959-10/1960-06", "summary": "S.", "key_dates": []})
    assert finding.of_prose(chapter).fields["facets"] == "xqchapter xq1959 xq1960"
    assert finding.of_prose(PageFront(title="Method", description="D.")).fields == {"heading": "Method", "facets": "xqpage"}


def _letter(archive: str) -> Letter:
    return Letter.model_validate(
        {
            "id": "x", "kind": "radiogram", "date": "1960-06-21", "sender": ["hoxha"], "recipient": ["kapo"], "archive": archive, "summary": "S.",
            "seen": "none", "evidence": [{"source": "s"}],
        }
    )  # fmt: skip
