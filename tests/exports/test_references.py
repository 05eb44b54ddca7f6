"""References to take away, read by other programs: rispy for RIS, pandoc for BibLaTeX."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pypandoc
import pytest
import rispy

from hooks.archive import dates
from hooks.archive.store import load_what_is_sound
from hooks.citing.references import csl_item
from hooks.exports.bibtex import bibtex
from hooks.exports.csl_json import csl_json, exchanged
from hooks.exports.ris import ris

DATA = Path(__file__).parents[2] / "data"
LETTER = {
    "id": "hoxha-letter",
    "type": "personal_communication",
    "genre": "letter",
    "author": [{"family": "Khrushchev", "given": "Nikita"}],
    "recipient": [{"family": "Hoxha", "given": "Enver"}, {"literal": "Central Committee of the PLA"}],
    "title": "100 % {plain} & simple_words #1",
    "issued": "1960-08-13~",
    "archive": "AQSH",
    "archive-place": "Tirana",
    "archive_location": "L.14/1, D.24",
}


@pytest.fixture(scope="module")
def items() -> dict[str, dict[str, Any]]:
    """The CSL record of every source, by key."""
    archive, _ = load_what_is_sound(DATA)
    return {source.id: csl_item(source) for source in archive.sources.values()}


def by_pandoc(text: str) -> dict[str, dict[str, Any]]:
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from=biblatex", "--to=csljson", "--fail-if-warnings"],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return {item["id"]: item for item in json.loads(done.stdout)}


def same(text: str) -> str:
    """Without the differences that are no loss: pandoc curls quotation marks and shortens the dash between pages."""
    return re.sub(r"[’‘']", "'", re.sub(r"[“”\"]", '"', text)).replace("–", "-")


def test_biblatex_keeps_every_field_of_every_source(items: dict[str, dict[str, Any]]) -> None:
    back = by_pandoc(bibtex(items.values()))
    assert back.keys() == items.keys()
    for key, item in items.items():
        read = back[key]
        everything = same(json.dumps(read, ensure_ascii=False))
        for field in item.keys() - {"id", "type", "language", "issued", "original-date", "accessed", "author", "editor", "translator"}:
            assert same(item[field]) in (same(str(read.get(field))) if field in ("title", "URL", "DOI") else everything), f"{key}: {field} is lost"
        for role in ("author", "editor", "translator"):
            assert item.get(role) == read.get(role), f"{key}: {role}"
        if item["type"] not in ("document", "speech", "periodical", "post-weblog"):  # BibLaTeX has no entry of these kinds
            assert item["type"] == read["type"], key


def test_biblatex_keeps_every_date(items: dict[str, dict[str, Any]]) -> None:
    back = by_pandoc(bibtex(items.values()))
    for key, item in items.items():
        for field in ("issued", "original-date", "accessed"):
            if field in item:
                date = dates.parse(item[field])
                points = (date.start, date.end) if date.is_interval else (date.start,)
                assert back[key][field]["date-parts"] == [[n for n in (p.year, p.month, p.day) if n] for p in points], f"{key}: {field}"


def test_ris_keeps_every_field_of_every_source(items: dict[str, dict[str, Any]]) -> None:
    records = {record["id"]: record for record in rispy.loads(ris(items.values()))}
    assert records.keys() == items.keys()
    for key, item in items.items():
        values = json.dumps(records[key], ensure_ascii=False)
        for field, value in item.items():
            if isinstance(value, list):
                for name in value:
                    assert (name.get("literal") or ", ".join(name[part] for part in ("family", "given") if part in name)) in values, f"{key}: {field}"
            elif field == "page":
                assert all(page in values for page in re.split("[-–]", value)), key
            elif field not in ("type", "issued", "original-date", "accessed", "URL"):
                assert json.dumps(value, ensure_ascii=False)[1:-1] in values, f"{key}: {field} is lost"
        assert "".join(records[key].get("urls", [])) == item.get("URL", "")
        assert records[key].get("year", "") == (str(dates.parse(item["issued"]).earliest.year) if "issued" in item else "")


@pytest.mark.parametrize(
    ("edtf", "in_ris", "in_csl"),
    [
        ("1960-08-13", "1960/08/13/", {"date-parts": [[1960, 8, 13]]}),
        ("1960-08", "1960/08//", {"date-parts": [[1960, 8]]}),
        ("1960", "1960///", {"date-parts": [[1960]]}),
        ("1960-22", "1960///summer 1960", {"date-parts": [[1960]], "season": 2}),
        ("1956-04~", "1956/04//c. April 1956", {"date-parts": [[1956, 4]], "circa": True}),
        ("1960-06-18/1960-06-27", "1960/06/18/18–27 June 1960", {"date-parts": [[1960, 6, 18], [1960, 6, 27]]}),
        ("196X", "1960///1960s", {"literal": "1960s"}),
        ("../1961-05", "1961/05//by May 1961", {"literal": "by May 1961"}),
    ],
)
def test_dates_that_figures_cannot_say_are_said_in_words(edtf: str, in_ris: str, in_csl: dict[str, Any]) -> None:
    assert f"DA  - {in_ris}\r\n" in ris([{"id": "a", "type": "book", "title": "A", "issued": edtf}])
    assert exchanged({"issued": edtf})["issued"] == in_csl


def test_a_letter_keeps_its_recipient_its_shelf_and_its_odd_signs() -> None:
    (record,) = rispy.loads(ris([LETTER]))
    assert record["type_of_reference"] == "PCOMM"
    assert record["secondary_authors"] == ["Hoxha, Enver", "Central Committee of the PLA"]
    assert (record["name_of_database"], record["title"]) == ("AQSH, Tirana", "100 % {plain} & simple_words #1")
    (read,) = by_pandoc(bibtex([LETTER])).values()
    assert (read["type"], read["genre"], read["title"]) == ("personal_communication", "letter", "100 % {plain} & simple_words #1")
    assert read["note"] == "To Enver Hoxha and Central Committee of the PLA. AQSH, Tirana, L.14/1, D.24"
    assert read["issued"] == {"circa": True, "date-parts": [[1960, 8, 13]]}


def test_csl_json_holds_every_source_with_dates_that_every_program_reads(items: dict[str, dict[str, Any]]) -> None:
    written = json.loads(csl_json(items.values()))
    assert [item["id"] for item in written] == list(items)
    assert {key for item in written for field in ("issued", "original-date", "accessed") for key in item.get(field, {})} == {
        "date-parts",
        "season",
        "circa",
    }
