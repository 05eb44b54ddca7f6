"""Tables that a historian can read: one event of the very small edition, row by row."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from hooks.__main__ import _open
from hooks.exports.columns import cell
from hooks.exports.downloads import downloads
from tests.conftest import EXAMPLE, ROOT


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    folder = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("tables") / "small")  # to open it leaves a .cache, which no other test expects
    shutil.copy(ROOT / "mkdocs.yml", folder)
    files = downloads(_open(folder)).files
    return {file.name: list(csv.DictReader(file.content.decode().splitlines())) for file in files if file.format == "csv"}


def test_an_event_is_one_row_with_its_dates_parties_and_word(tables: dict[str, list[dict[str, str]]]) -> None:
    row = next(row for row in tables["events.csv"] if row["id"] == "bucharest-meeting")
    assert {key: value for key, value in row.items() if value} == {
        "id": "bucharest-meeting",
        "title": "The parties meet at Bucharest; Kapo comes for Albania",
        "kind": "meeting",
        "date": "1960-06-24/1960-06-26",
        "study": "6",
        "chapter": "6",
        "public_date": "1961-06~",
        "public_earliest": "1961-06-01",
        "public_latest": "1961-06-30",
        "public_by": "leak",
        "public_how": "part of a transcript in the press",
        "place": "bucharest",
        "people": "kapo;khrushchev",
        "bodies": "pla",
        "letters": "1960-06-21-hoxha-kapo",
        "summary": "Communist parties met beside the Romanian party congress. Hysni Kapo would not join in condemning the Chinese.",
        "earliest": "1960-06-24",
        "latest": "1960-06-26",
        "word": "single source",
        "words": "single source",
        "address": "https://example.org/small/events/bucharest-meeting/",
    }


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("statements", ["bucharest-meeting|1|Kapo came in Hoxha's place.|single source"]),
        ("evidence", ["events|bucharest-meeting|statements.1|1|griffith1964||pilacanako2021|sect. 6|supports||"]),
        ("witnesses", ["bucharest-meeting|1|study|The study|pilacanako2021||Written sixty years later, from the works it cites.",
                       "bucharest-meeting|2|cia|CIA|cia1962||An American intelligence paper of 1962."]),
        ("accounts", ["bucharest-meeting|1|Who came|study|Kapo|false|", "bucharest-meeting|1|Who came|cia|A delegation|true|",
                      "bucharest-meeting|2|How long|study|From 18 to 27 June|false|"]),
        ("quotations", ["events|bucharest-meeting|record|1|always remain faithful to the Soviet Union||hoxha|pilacanako2021|sect. 8|sq||translation|"]),
    ],
)  # fmt: skip
def test_what_an_event_holds_several_of_stands_in_tables_of_its_own(tables: dict[str, list[dict[str, str]]], table: str, expected: list[str]) -> None:
    found = ["|".join(row.values()) for row in tables[f"{table}.csv"] if "bucharest-meeting" in row.values()]
    assert found == expected


def test_a_reply_and_a_doubtful_date_keep_their_signs(tables: dict[str, list[dict[str, str]]]) -> None:
    letter = next(row for row in tables["letters.csv"] if row["id"] == "1960-06-22-hoxha-kapo")
    assert (letter["replies_to"], letter["sender"], letter["recipient"]) == ("1960-06-21-hoxha-kapo", "hoxha", "kapo")
    plenum = next(row for row in tables["events.csv"] if row["id"] == "hoxha-plenum")
    assert (plenum["date"], plenum["earliest"], plenum["latest"]) == ("1960-07-11~", "1960-07-11", "1960-07-11")


@pytest.mark.parametrize(("value", "text"), [(None, ""), (True, "true"), (38, "38"), (4.2, "4.2"), (("a", "b"), "a;b"), ((6, 7), "6;7"), ((), "")])
def test_values_in_cells(value: object, text: str) -> None:
    assert cell(value) == text  # type: ignore[arg-type]


def test_an_open_end_is_no_day(tmp_path: Path) -> None:
    from hooks.archive.dates import parse
    from hooks.exports.columns import bounds

    first, last = bounds(of=parse)
    assert [(first.value(text), last.value(text)) for text in ("../1982", "1960-07-02/..", "1960-22")] == [
        (None, "1982-12-31"), ("1960-07-02", None), ("1960-06-01", "1960-08-31"),
    ]  # fmt: skip
