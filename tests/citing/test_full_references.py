"""References that pandoc writes: kept as long as no source changes, and refused where pandoc warns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hooks.archive.dates import parse
from hooks.archive.models import Source
from hooks.archive.problems import BadArchive
from hooks.citing import references as module
from hooks.citing.citeproc import PandocFailed, pandoc
from hooks.citing.references import csl_date, csl_item, references

WORK = Source.model_validate(
    {"id": "work", "kind": "memoir", "seen": "full", "note": "Ours", "type": "book", "title": "T", "language": "en", "issued": "1963?"}
)


def refuse(*_: Any) -> str:
    raise PandocFailed("Citeproc: it warns")


@pytest.mark.parametrize(
    ("typed", "csl"),
    [("1963", "1963"), ("1956-04?", "1956-04~"), ("1961%", "1961~"), ("1961~", "1961~"), ("1960-08-XX", "1960-08"), ("1960/1961?", "1960/1961~")],
)
def test_doubt_in_a_date_is_kept_as_citeproc_prints_it(typed: str, csl: str) -> None:
    assert csl_date(parse(typed)) == csl


def test_pandoc_gets_what_csl_knows_and_nothing_of_ours() -> None:
    assert csl_item(WORK) == {"id": "work", "type": "book", "title": "T", "language": "en", "issued": "1963~"}


def test_names_go_to_pandoc_in_their_parts_and_fields_under_their_csl_names() -> None:
    given = {"author": [{"family": "Hoxha", "given": "Enver"}], "editor": [{"literal": "The editors"}, {"family": "Kapo"}], "container-title": "C"}
    item = csl_item(Source.model_validate({**WORK.model_dump(by_alias=True, exclude_none=True), **given}))
    assert {key: item[key] for key in given} == given


def test_references_are_written_once_and_again_when_a_source_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = references([WORK], tmp_path)
    assert "<em>T</em>" in first["work"].entry
    (kept,) = tmp_path.iterdir()
    changed = WORK.model_copy(update={"title": "Changed"})
    with monkeypatch.context() as patched:
        patched.setattr(module, "pandoc", refuse)
        assert references([WORK], tmp_path) == first and references([]) == {}
        with pytest.raises(BadArchive) as error:
            references([changed], tmp_path)
        assert str(error.value) == "data/sources.yml:1: pandoc cannot format the references (Citeproc: it warns); mend the source that it names"
        kept.write_text(json.dumps({"another": ["x", "y"]}), encoding="utf-8")
        with pytest.raises(BadArchive):
            references([WORK], tmp_path)
    assert "Changed" in references([changed], tmp_path)["work"].entry
    assert [path.name for path in tmp_path.iterdir()] != [kept.name] and len(list(tmp_path.iterdir())) == 1


def test_what_pandoc_warns_of_is_a_mistake_in_its_words() -> None:
    with pytest.raises(PandocFailed, match="nowhere"):
        pandoc([], "[@nowhere]")
