"""The changelog, as pages and the feed take it: sections with their version, day and text."""

from __future__ import annotations

import datetime
from pathlib import Path

from hooks.archive.changes import read_changes
from hooks.archive.imprint import Author, Imprint
from hooks.archive.problems import BadArchive, Problem

TEXT = """# Changes

What stands before the first section is for those who read the file.

## Unreleased

- One thing.

- Another.

## 0.2.0, 5 January 2027

News.
## 0.1.0, 22 November 2026
"""


def test_sections_are_read_newest_first_with_their_days_and_text(tmp_path: Path) -> None:
    (tmp_path / "CHANGELOG.md").write_text(TEXT, encoding="utf-8")
    changes, problems = read_changes(tmp_path / "CHANGELOG.md")
    assert problems == []
    assert [(change.version, change.day, change.text) for change in changes] == [
        ("Unreleased", None, "- One thing.\n\n- Another.\n\n"),
        ("0.2.0", datetime.date(2027, 1, 5), "News.\n"),
        ("0.1.0", datetime.date(2026, 11, 22), ""),
    ]


def test_without_a_file_there_are_no_changes(tmp_path: Path) -> None:
    assert read_changes(tmp_path / "CHANGELOG.md") == ((), [])


def test_a_version_is_named_with_its_day_once_it_has_one() -> None:
    given = {"title": "T", "authors": (Author(name="N"),), "version": "0.1.0", "url": "https://example.org/"}
    assert Imprint.model_validate(given).of_version == "version 0.1.0"
    assert Imprint.model_validate({**given, "date-released": "2026-11-22"}).of_version == "version 0.1.0 of 22 November 2026"


def test_the_first_two_hundred_mistakes_are_shown_in_order_and_each_once() -> None:
    some = [Problem("a.yml", line, "", "wrong; mend") for line in range(200, 0, -1)]
    assert str(BadArchive(some)).splitlines() == [f"a.yml:{line}: wrong; mend" for line in range(1, 201)]
    more = str(BadArchive([*some, *some, Problem("b.yml", 1, "x", "wrong; mend"), Problem("b.yml", 1, "y", "wrong; mend")])).splitlines()
    assert len(more) == 201 and more[-1] == "and 2 more mistakes; mend these first"
