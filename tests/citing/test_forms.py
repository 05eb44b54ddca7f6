"""References in several styles: each item by itself, pandoc called only for what is new, and nothing lost with a file."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest

from hooks.citing import forms
from hooks.citing.citeproc import PandocFailed
from hooks.citing.forms import Form, Forms

ONE: dict[str, Any] = {
    "id": "one",
    "type": "entry-encyclopedia",
    "author": [{"literal": "The editors"}],
    "title": "One thing",
    "issued": "2026-11-22",
}
TWO = {**ONE, "id": "two", "title": "Another"}
CHAPTER = {**ONE, "id": "ch", "type": "chapter", "title": "A Re-emerging Crisis", "container-title": "Book", "URL": "https://example.org/"}


def written(folder: Path | None, *items: dict[str, Any]) -> list[dict[str, Form]]:
    """The forms of items, in their order."""
    kept = Forms(folder)
    kept.write(items)
    return [kept.of(item) for item in items]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The titles of which pandoc was asked, call by call; it refuses to answer."""
    calls: list[list[str]] = []

    def refuse(items: list[Any], *_: object) -> str:
        calls.append([item["title"] for item in items])
        raise PandocFailed("not needed")

    monkeypatch.setattr(forms, "pandoc", refuse)
    return calls


def test_pages_of_one_year_get_no_letters_and_no_dashes() -> None:
    found = written(None, ONE, TWO)
    assert all(item["apa"].entry.startswith("The editors. (2026). ") for item in found)
    assert all(form.entry.startswith("The editors. ") for item in found for form in item.values())


def test_a_chapter_keeps_its_capitals_and_has_room_for_a_paragraph() -> None:
    form = written(None, CHAPTER)[0]["chicago-notes-bibliography"]
    assert "“A Re-emerging Crisis,”" in form.cited and ", para. 0, " in form.cited
    assert "para." not in form.entry


def test_a_paper_that_a_style_does_not_list_has_no_entry() -> None:
    paper = {"id": "paper", "type": "document", "title": "[Note]", "author": [{"family": "Hoxha", "given": "Enver"}], "issued": "1960-08-13"}
    form = written(None, paper)[0]["chicago-notes-bibliography"]
    assert form.entry == "" and form.cited.startswith("Enver Hoxha, “[Note],”")


def test_whatever_else_pandoc_is_asked_an_item_is_written_alike() -> None:
    chapter = {**CHAPTER, "author": ONE["author"]}
    together = written(None, ONE, {**ONE, "id": "same"}, TWO, chapter)
    assert [written(None, item)[0] for item in (ONE, TWO, chapter)] == [together[0], together[2], together[3]]
    assert together[3]["modern-language-association"].cited == "(The editors, “A Re-emerging Crisis,” par. 0)"


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Path, list[dict[str, Form]]]:
    """A folder in which the forms of two items are kept, and those."""
    folder = tmp_path / ".cache"
    return folder, written(folder, ONE, TWO)


def test_of_what_was_written_pandoc_is_not_asked_again(kept: tuple[Path, list[dict[str, Form]]], asked: list[list[str]]) -> None:
    folder, found = kept
    assert written(folder, TWO, ONE) == found[::-1] and asked == []
    with pytest.raises(PandocFailed):
        written(folder, ONE, {**TWO, "title": "Changed"})
    assert asked and all(titles == ["Changed"] for titles in asked)


def test_once_all_are_written_no_page_waits_for_pandoc(request: pytest.FixtureRequest) -> None:
    pages = Forms()
    pages.write([ONE, TWO])
    asked = request.getfixturevalue("asked")
    assert [pages.of(item)["apa"].entry for item in (ONE, TWO)] != ["", ""] and asked == []


def test_who_cannot_wait_is_let_go_until_a_form_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    may_answer, pandoc, pages = threading.Event(), forms.pandoc, Forms()
    monkeypatch.setattr(forms, "pandoc", lambda *asked: may_answer.wait(60) and pandoc(*asked))
    pages.write([ONE, TWO], meanwhile=True)
    threading.Timer(0.2, may_answer.set).start()
    assert [pages.of(item) for item in (ONE, TWO)] == written(None, ONE, TWO)


def test_what_went_wrong_meanwhile_is_said_to_who_asks(asked: list[list[str]]) -> None:
    pages = Forms()
    pages.write([ONE], meanwhile=True)
    with pytest.raises(PandocFailed, match="not needed"):
        pages.of(ONE)


def test_a_file_that_is_not_whole_is_begun_anew(kept: tuple[Path, list[dict[str, Form]]]) -> None:
    folder, found = kept
    file = folder / "forms.sqlite"
    whole = file.read_bytes()
    for damaged in (b"", whole[:5000], b"no forms at all" * 1000, whole[:4096] + b"\xff" * (len(whole) - 4096)):
        file.write_bytes(damaged)
        assert written(folder, ONE, TWO) == found


def test_a_build_still_finds_what_another_has_dropped_meanwhile(kept: tuple[Path, list[dict[str, Form]]]) -> None:
    folder, found = kept
    one = Forms(folder)
    one.write([ONE, TWO])
    Forms(folder).write([ONE, {**TWO, "title": "Changed by another"}])
    assert [one.of(ONE), one.of(TWO)] == found


def test_what_no_page_needs_any_more_is_dropped(kept: tuple[Path, list[dict[str, Form]]], monkeypatch: pytest.MonkeyPatch) -> None:
    folder, _ = kept
    written(folder, ONE, {**TWO, "title": "Changed"})
    monkeypatch.setattr(forms, "pandoc", lambda *_: pytest.fail("asked"))
    written(folder, ONE)
    with pytest.raises(pytest.fail.Exception):
        written(folder, TWO)


def test_a_disk_that_takes_no_more_is_named(kept: tuple[Path, list[dict[str, Form]]]) -> None:
    folder, _ = kept
    with sqlite3.connect(folder / "forms.sqlite") as base:
        base.execute("CREATE TRIGGER full BEFORE INSERT ON forms BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END")
    with pytest.raises(OSError) as caught:
        written(folder, {**TWO, "title": "Changed"})
    assert (caught.value.strerror, caught.value.filename) == ("database or disk is full", str(folder / "forms.sqlite"))


def test_a_file_that_cannot_be_opened_is_named_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "forms.sqlite").mkdir()
    with pytest.raises(OSError) as caught:
        written(tmp_path, ONE)
    assert (caught.value.strerror, caught.value.filename) == ("unable to open database file", str(tmp_path / "forms.sqlite"))
    assert (tmp_path / "forms.sqlite").is_dir()
