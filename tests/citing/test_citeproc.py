"""References in several styles: each item by itself, and pandoc called only for what is new."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hooks.citing import citeproc
from hooks.citing.citeproc import PandocFailed, formatted

ONE: dict[str, Any] = {
    "id": "one",
    "type": "entry-encyclopedia",
    "author": [{"literal": "The editors"}],
    "title": "One thing",
    "issued": "2026-11-22",
}
TWO = {**ONE, "id": "two", "title": "Another"}
CHAPTER = {**ONE, "id": "ch", "type": "chapter", "title": "A Re-emerging Crisis", "container-title": "Book", "URL": "https://example.org/"}


def test_pages_of_one_year_get_no_letters_and_no_dashes(tmp_path: Path) -> None:
    forms = formatted([ONE, TWO], tmp_path)
    assert all(item["apa"].entry.startswith("The editors. (2026). ") for item in forms.values())
    assert all(form.entry.startswith("The editors. ") for item in forms.values() for form in item.values())


def test_a_chapter_keeps_its_capitals_and_has_room_for_a_paragraph(tmp_path: Path) -> None:
    form = formatted([CHAPTER], tmp_path)["ch"]["chicago-notes-bibliography"]
    assert "“A Re-emerging Crisis,”" in form.cited and ", para. 0, " in form.cited
    assert "para." not in form.entry


def test_what_was_written_is_not_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = formatted([ONE, TWO], tmp_path)
    asked: list[int] = []

    def refuse(items: list[Any], *_: object) -> str:
        asked.append(len(items))
        raise PandocFailed("not needed")

    monkeypatch.setattr(citeproc, "pandoc", refuse)
    assert formatted([TWO, ONE], tmp_path) == first and asked == []
    with pytest.raises(PandocFailed):
        formatted([ONE, {**TWO, "title": "Changed"}], tmp_path)
    assert set(asked) == {1}


def test_a_paper_that_a_style_does_not_list_has_no_entry(tmp_path: Path) -> None:
    paper = {"id": "paper", "type": "document", "title": "[Note]", "author": [{"family": "Hoxha", "given": "Enver"}], "issued": "1960-08-13"}
    form = formatted([paper], tmp_path)["paper"]["chicago-notes-bibliography"]
    assert form.entry == "" and form.cited.startswith("Enver Hoxha, “[Note],”")
