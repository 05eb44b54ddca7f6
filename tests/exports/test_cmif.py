"""The index of letters: valid, and read as a historian would read it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

from hooks.archive.dates import parse
from hooks.archive.models import Letter, Person
from hooks.archive.store import Archive, load
from hooks.exports.cmif import correspondence, dated, is_correspondence
from tests.conftest import ROOT

TEI = {"t": "http://www.tei-c.org/ns/1.0"}

DATES = {
    "1960-08-13": "when=1960-08-13",
    "1960-08": "when=1960-08",
    "1960": "when=1960",
    "1960-08-XX": "when=1960-08",
    "1948-03-17?": "when=1948-03-17 cert=low",
    "1948-01~": "when=1948-01 cert=medium",
    "1960%": "when=1960 cert=low",
    "1960-22": "notBefore=1960-06-01 notAfter=1960-08-31",
    "196X": "notBefore=1960-01-01 notAfter=1969-12-31",
    "1961-11/1961-12": "notBefore=1961-11 notAfter=1961-12",
    "1960-08-27?/1960-08-29~": "notBefore=1960-08-27 notAfter=1960-08-29 cert=low",
    "../1982": "notAfter=1982",
    "1960-07-02/..": "notBefore=1960-07-02",
}


@pytest.fixture(scope="module")
def archive() -> Archive:
    return load(ROOT / "data")


@pytest.fixture(scope="module")
def index(site: Path) -> etree._ElementTree:
    return etree.parse(site / "data/letters.cmif.xml")


@pytest.mark.parametrize("edtf", DATES)
def test_a_date_of_a_letter_becomes_a_date_of_tei(edtf: str) -> None:
    assert " ".join(f"{name}={value}" for name, value in dated(parse(edtf)).items()) == DATES[edtf]


def test_a_letter_reads_as_sent_from_where_when_and_to_whom(archive: Archive) -> None:
    letter = archive.letters["1961-03-22-grechko-albania"]
    element = correspondence(letter, archive, "https://example.org/", "e")
    lines = [f"{part.tag} {' '.join(part.attrib.values())} {part.text or ''}".rstrip() for action in element for part in (action, *action)]
    assert lines == [
        "correspAction sent",
        "persName  Andrei Grechko",
        "date 1961-03-22 low",
        "correspAction received",
        "persName  Beqir Balluku",
    ]
    assert element.get("ref") == "https://example.org/letters/1961-03-22-grechko-albania/"


def test_a_party_without_an_entry_is_named_in_words(archive: Archive) -> None:
    element = correspondence(archive.letters["1961-11-20-albania-embassy-letter"], archive, "https://example.org/", "e")
    assert [name.text for name in element.iter("orgName")] == ["Albania", "the embassies of the countries of the bloc"]


def test_only_a_link_to_an_authority_file_becomes_a_reference() -> None:
    def person(*urls: str) -> Person:
        return Person.model_validate(
            {"id": "kapo", "name": "K", "sort": "K", "side": "albania", "summary": "x", "links": [{"url": url} for url in urls]}
        )

    letter = Letter.model_validate(
        {
            "id": "x",
            "kind": "letter",
            "date": "1960",
            "sender": ["kapo"],
            "recipient": ["kapo"],
            "summary": "x",
            "seen": "none",
            "evidence": [{"source": "s"}],
        }
    )
    for known, ref in (
        (person("https://example.org/kapo", "https://viaf.org/viaf/1"), "https://viaf.org/viaf/1"),
        (person("https://viaf.example/1"), None),
    ):
        element = correspondence(letter, Archive(people={"kapo": known}), "https://example.org/", "e")
        assert [name.get("ref") for name in element.iter("persName")] == [ref, ref]


def test_the_index_keeps_the_rules_of_the_format(index: etree._ElementTree) -> None:
    etree.RelaxNG(etree.parse(Path(__file__).parent / "cmif.rng")).assertValid(index)
    bibls = set(index.xpath("//t:bibl/@xml:id", namespaces=TEI))
    for letter in index.iterfind(".//{*}correspDesc"):
        assert letter.get("source")[1:] in bibls, "every letter points at the edition"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('type="received"', 'type="transmitted"'),
        ("<orgName>", "<orgName>Moscow, <persName>Khrushchev</persName>"),
        ('when="1948-01"', 'when="January 1948"'),
        ('when="1948-01"', 'when="1948-01" notBefore="1947"'),
        ('type="online"', ""),
        ("licenses/by/4.0/", "licenses/by-nc/4.0/"),
    ],
)
def test_the_statement_of_the_rules_refuses_what_the_format_refuses(index: etree._ElementTree, old: str, new: str) -> None:
    text = etree.tostring(index, encoding="unicode")
    assert old in text
    assert not etree.RelaxNG(etree.parse(Path(__file__).parent / "cmif.rng")).validate(etree.fromstring(text.replace(old, new, 1)))


@pytest.mark.skipif("TEI_SCHEMA" not in os.environ, reason="set TEI_SCHEMA to a copy of cmi-customization.rng or tei_all.rng")
def test_the_index_is_valid_under_the_schema_of_the_tei(index: etree._ElementTree) -> None:
    etree.RelaxNG(etree.parse(os.environ["TEI_SCHEMA"])).assertValid(index)


def test_it_holds_every_letter_that_was_sent_to_somebody_and_nothing_else(index: etree._ElementTree, archive: Archive, site: Path) -> None:
    keys = index.xpath("//t:correspDesc/@key", namespaces=TEI)
    assert keys == [letter.id for letter in archive.letters.values() if is_correspondence(letter)]
    assert {archive.letters[key].kind for key in keys} <= {"letter", "note", "radiogram", "telegram"}
    address = index.findtext(".//{*}idno").removesuffix("data/letters.cmif.xml")
    for ref in index.xpath("//t:correspDesc/@ref", namespaces=TEI):
        assert (site / ref.removeprefix(address) / "index.html").is_file(), f"{ref} leads nowhere"
