"""What documents, authors and records are called in a line: golden tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from hooks.archive.appearances import appearances
from hooks.archive.models import Body, Event, Letter, Person, Source
from hooks.archive.naming import authors, letter_in_brief, title
from hooks.archive.store import Archive

GOLDEN = yaml.safe_load((Path(__file__).parent / "naming.yml").read_text(encoding="utf-8"))
SAYS = ({"source": "wire"},)


def person(id: str, name: str, sort: str) -> Person:
    return Person.model_validate({"id": id, "name": name, "sort": sort, "side": "albania", "summary": "x"})


def letter(id: str = "one", **given: Any) -> Letter:
    lists = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
    return Letter.model_validate({"id": id, "date": "1960", "summary": "x", "seen": "full", "evidence": SAYS, **lists})


PEOPLE = [person("hoxha", "Enver Hoxha", "Hoxha, Enver"), person("kapo", "Hysni Kapo", "Kapo, Hysni"), person("mao", "Mao Zedong", "Mao Zedong")]
BODIES = [
    Body.model_validate({"id": "pla", "name": "Party of Labour of Albania", "abbreviation": "PLA", "summary": "x"}),
    Body.model_validate({"id": "zeri", "name": "Zëri i Popullit", "summary": "x"}),
]
ARCHIVE = Archive(people={one.id: one for one in PEOPLE}, bodies={one.id: one for one in BODIES})


@pytest.mark.parametrize(("given", "whole", "brief"), GOLDEN["titles"], ids=lambda value: value if isinstance(value, str) else "")
def test_a_document_is_called_by_its_title_or_by_its_parties(given: dict[str, Any], whole: str, brief: str) -> None:
    assert (title(letter(**given), ARCHIVE), letter_in_brief(letter(**given), ARCHIVE)) == (whole, brief)


@pytest.mark.parametrize(("given", "line"), GOLDEN["authors"])
def test_three_authors_are_named_and_more_are_counted_as_others(given: dict[str, list[str]], line: str) -> None:
    names = {key: tuple({"family": family, "given": "William"} for family in families) for key, families in given.items()}
    work = {"id": "w", "kind": "memoir", "seen": "full", "type": "book", "title": "T", "language": "en", **names}
    assert authors(Source.model_validate(work)) == line


def test_a_record_lists_all_that_refer_to_it_once_and_not_itself() -> None:
    act = {"from": "pla", "to": "zeri", "weis": "071"}
    event = {
        "id": "talk", "title": "A talk", "kind": "meeting", "date": "1960", "study": (6,), "chapter": 6, "summary": "x", "people": ("kapo", "hoxha"),
        "letters": ("one",), "acts": (act,), "statements": ({"text": "Kapo spoke.", "evidence": ({"source": "one"},)},),
    }  # fmt: skip
    letters = {
        "one": letter("one", kind="letter", sender=["hoxha"], recipient=["kapo"]),
        "two": letter("two", kind="letter", sender=["kapo"], recipient=["hoxha"], replies_to=["one"]),
    }
    archive = Archive(people=ARCHIVE.people, bodies=ARCHIVE.bodies, letters=letters, events={"talk": Event.model_validate(event)})
    found = {id: [record.id for record in records] for id, records in appearances(archive).items() if id != "wire"}
    assert found == {"hoxha": ["talk", "one", "two"], "kapo": ["talk", "one", "two"], "one": ["talk", "two"], "pla": ["talk"], "zeri": ["talk"]}
