"""The index: which paragraphs name whom."""

from __future__ import annotations

import pytest

from hooks.archive.models import Person, Place
from hooks.citing.names import named_again


def person(id: str, sort: str) -> Person:
    return Person.model_validate({"id": id, "name": id, "sort": sort, "side": "albania", "summary": "x"})


HOXHA, NEXHMIJE, MAO = person("hoxha", "Hoxha, Enver"), person("nexhmije", "Hoxha, Nexhmije"), person("mao", "Mao Zedong")
VLORE = Place.model_validate({"id": "vlore", "name": "Vlorë", "country": "Albania", "latitude": 40.5, "longitude": 19.5, "summary": "x"})
TEXTS = {1: "Enver Hoxha met Mao.", 2: "Hoxha’s reply came from Vlorë.", 3: "Maoism, the Hoxhaists."}


@pytest.mark.parametrize(
    ("linked", "found"),
    [
        ([HOXHA], [("hoxha", 1), ("hoxha", 2)]),
        ([MAO], [("mao", 1)]),
        ([VLORE], [("vlore", 2)]),
        ([HOXHA, NEXHMIJE], []),
    ],
    ids=["family name", "Chinese family name", "place", "two of a name"],
)
def test_a_paragraph_that_has_the_short_name_of_somebody_linked_mentions_them(linked: list[Person | Place], found: list[tuple[str, int]]) -> None:
    assert list(named_again(TEXTS, linked)) == found
