"""The files under /data/ as others read them: csv, json with its schema, frictionless, pandoc, rispy."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pypandoc
import pytest
import rispy
from lxml import html

from hooks.archive.schema import schemas
from hooks.archive.store import KINDS, Archive, load
from tests.conftest import ROOT

COUNTS: dict[str, Callable[[Archive], int]] = {
    **{kind: lambda archive, kind=kind: len(getattr(archive, kind)) for kind in KINDS if kind != "series"},
    "series": lambda archive: sum(len(series.figures) for series in archive.series.values()),
    "statements": lambda archive: sum(len(event.statements) for event in archive.events.values()),
    "quotations": lambda archive: sum(len(record.quotes) for kind in ("events", "letters", "sources") for record in getattr(archive, kind).values()),
    "printings": lambda archive: sum(len(letter.published) for letter in archive.letters.values()),
    "offices": lambda archive: sum(len(person.offices) for person in archive.people.values()),
    "names": lambda archive: sum(len(record.variants) for kind in ("people", "places", "bodies") for record in getattr(archive, kind).values()),
    "links": lambda archive: sum(len(record.links) for kind in ("sources", "letters", "people", "places", "bodies") for record in getattr(archive, kind).values()),
    "witnesses": lambda archive: sum(len(event.accounts.witnesses) for event in archive.events.values() if event.accounts),
    "accounts": lambda archive: sum(len(point.answers) for event in archive.events.values() if event.accounts for point in event.accounts.points),
    "codings": lambda archive: sum(len(acts) for coder in archive.coding.coders.values() for acts in coder.values()) + sum(len(event.acts) for event in archive.events.values()),
    "settled": lambda archive: len(archive.coding.settled),
    "weis": lambda archive: len(archive.coding.scale),
}  # fmt: skip


@pytest.fixture(scope="module")
def archive() -> Archive:
    return load(ROOT / "data")


@pytest.fixture(scope="module")
def data(site: Path) -> Path:
    return site / "data"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.mark.parametrize("name", COUNTS)
def test_a_table_has_a_row_for_everything_and_every_row_its_cells(data: Path, archive: Archive, name: str) -> None:
    found = rows(data / f"{name}.csv")
    assert len(found) == COUNTS[name](archive)
    assert all(None not in row and None not in row.values() for row in found), "every row has as many cells as the head"


def test_evidence_of_every_place_in_the_data_is_in_the_table(data: Path) -> None:
    found = rows(data / "evidence.csv")
    typed = sum((ROOT / "data" / f"{kind}.yml").read_text(encoding="utf-8").count("{source:") for kind in KINDS)
    printed = sum(1 for row in rows(data / "printings.csv") if row["source"])
    assert len({(row["record"], row["part"], row["number"]) for row in found}) == len(found) > 1000
    assert len(found) + printed >= typed, "what stands in braces in the data files is evidence or a place of printing"


def test_no_cell_can_be_taken_for_a_formula(data: Path) -> None:
    number = re.compile(r"-?\d+(\.\d+)?")
    cells = [(path.name, cell) for path in data.glob("*.csv") for row in rows(path) for cell in row.values()]
    assert [found for found in cells if found[1].startswith(("=", "+", "-", "@", "\t", "\r")) and not number.fullmatch(found[1])] == []


def test_the_package_is_valid_with_every_key_type_and_reference(data: Path) -> None:
    report = frictionless.validate(str(data / "datapackage.json"))
    assert report.valid, report.flatten(["name", "message"])
    assert report.stats["warnings"] == 0


def test_the_package_names_every_file_with_its_size_and_checksum(data: Path) -> None:
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-4.0"]
    resources = {resource["path"]: resource for resource in package["resources"]}
    files = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()} - {"index.html", "datapackage.json"}
    assert resources.keys() == files
    for name, resource in resources.items():
        content = (data / name).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}"), name


@pytest.mark.parametrize(("checksums", "error"), [(True, "hash-count"), (False, "foreign-key")])
def test_a_changed_file_and_an_id_that_leads_nowhere_are_found(data: Path, tmp_path: Path, checksums: bool, error: str) -> None:
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [resource for resource in package["resources"] if resource["path"] in ("events.csv", "places.csv")]
    for resource in package["resources"]:
        (tmp_path / resource["path"]).write_bytes((data / resource["path"]).read_bytes().replace(b",bucharest,", b",bucuresti,"))
        if not checksums:
            del resource["hash"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert error in {found[0] for found in report.flatten(["type"])}


@pytest.mark.parametrize("kind", KINDS)
def test_records_as_json_are_those_of_the_data_and_keep_their_schemas(data: Path, archive: Archive, kind: str) -> None:
    records = json.loads((data / f"{kind}.json").read_text(encoding="utf-8"))
    assert [record["id"] for record in records] == list(getattr(archive, kind))
    published = json.loads((data / f"schema/{kind}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(published, format_checker=jsonschema.FormatChecker()).validate(records)
    bare = [{key: value for key, value in record.items() if key != "derived"} for record in records]
    jsonschema.Draft202012Validator(json.loads(schemas()[f"{kind}.json"])).validate(bare)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_json_is_described(data: Path, kind: str) -> None:
    schema = json.loads((data / f"schema/{kind}.json").read_text(encoding="utf-8"))
    bare = [
        f"{name}.{field}" for name, part in schema["$defs"].items() for field, info in part.get("properties", {}).items() if "description" not in info
    ]
    assert bare == []


@pytest.mark.parametrize("name", ["codings", "settled", "weis"])
def test_a_table_as_json_has_the_rows_of_the_csv(data: Path, name: str) -> None:
    found = json.loads((data / f"{name}.json").read_text(encoding="utf-8"))
    as_text = [{key: str(value).lower() if isinstance(value, bool) else str(value) for key, value in row.items()} for row in found]
    assert as_text == [{key: value for key, value in row.items() if value} for row in rows(data / f"{name}.csv")]


def test_every_address_leads_to_the_record(data: Path, site: Path) -> None:
    base = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))["homepage"]
    for path in data.glob("*.csv"):
        for row in rows(path):
            if "address" in row:
                page, _, anchor = row["address"].removeprefix(base).partition("#")
                assert (site / page / "index.html").is_file(), row["address"]
                assert not anchor or anchor == row["id"]


@pytest.mark.parametrize(("name", "format"), [("sources.csl.json", "csljson"), ("sources.bib", "biblatex"), ("sources.ris", "ris")])
def test_pandoc_reads_every_reference(data: Path, archive: Archive, name: str, format: str) -> None:
    command = [pypandoc.get_pandoc_path(), f"--from={format}", "--to=csljson", "--fail-if-warnings", str(data / name)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert {item["id"] for item in json.loads(done.stdout)} == set(archive.sources)


def test_rispy_reads_every_reference(data: Path, archive: Archive) -> None:
    with (data / "sources.ris").open(encoding="utf-8", newline="") as file:
        assert {item["id"] for item in rispy.load(file)} == set(archive.sources)


def table_of(page: Any, name: str) -> list[str]:
    return [str(code.text) for code in page.xpath(f"//table[caption[text()='Fields of {name}']]//td[1]/code")]


def test_the_page_describes_every_file_and_every_field(data: Path) -> None:
    page = html.parse(str(data / "index.html")).getroot()
    linked = {link for link in page.xpath("//section[@class='file']//a/@href") if not link.startswith("..")}
    assert linked == {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()} - {"index.html"}
    for path in data.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert table_of(page, path.name) == next(csv.reader(file)), path.name
    assert all(cell.text_content().strip() for cell in page.xpath("//section[@class='file']//td"))


def test_the_page_says_how_many_rows_and_how_large(data: Path) -> None:
    page = html.parse(str(data / "index.html")).getroot()
    for section in page.xpath("//section[@class='file'][.//table]"):
        name = section.xpath(".//a/@href")[0]
        text = section.text_content()
        assert f"{len(rows(data / name)):,} rows" in text, name
        assert f"({max(1, round((data / name).stat().st_size / 1000))}\N{NO-BREAK SPACE}kB)" in text, name
