"""Commands that write or print something for an editor."""

from __future__ import annotations

import pytest

from hooks.__main__ import main
from hooks.archive.schema import schemas
from tests.conftest import Project


def test_schemas_are_written_where_editors_programs_look_for_them(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)
    assert main(["schema"]) == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in (project.root / "data/schema").iterdir()} == schemas()


def test_a_sample_is_the_same_for_the_same_seed_and_shows_the_evidence(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.root)
    said = [(main(["sample", "--seed", "7", "--count", "2"]), capsys.readouterr().out) for _ in range(2)]
    assert said[0] == said[1] and said[0][0] == 0
    assert said[0][1].startswith("2 of 2 statements, seed 7\n")
    assert "bucharest-meeting, statement 1: Kapo came in Hoxha's place. [single source]" in said[0][1]
    assert '  - {"source": "cia1962", "stance": "disputes"} \n' in said[0][1]


def test_a_day_that_is_none_is_refused_and_nothing_is_changed(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.root)
    assert main(["addresses"]) == 0
    before = project.read("CITATION.cff")
    assert main(["release", "0.2.0", "--day", "2027-02-29"]) == 1
    assert "February 2027 has 28 days; mend the day" in capsys.readouterr().err
    assert project.read("CITATION.cff") == before
