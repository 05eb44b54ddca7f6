"""Commands that write or print something for an editor."""

from __future__ import annotations

import re

import pytest

from hooks.__main__ import main
from hooks.archive.schema import schemas
from hooks.citing import forms
from hooks.citing.citeproc import PandocFailed
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


def test_a_sample_of_more_than_there_is_is_all_of_it(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(project.root)
    assert main(["sample", "--count", "1000"]) == 0
    assert capsys.readouterr().out.startswith("2 of 2 statements, seed 1\n")


def test_what_pandoc_cannot_write_is_said_in_its_words(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(*_: object) -> str:
        raise PandocFailed("Citeproc: it warns")

    monkeypatch.chdir(project.root)
    monkeypatch.setattr(forms, "pandoc", refuse)
    project.replace("CITATION.cff", "version: 0.1.0", "version: 0.1.1")
    assert main(["check"]) == 1
    said = "data:1: pandoc cannot write how a page or document is cited (Citeproc: it warns); mend the record that it names\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("command", "named"), [(["pages", "README.md"], "README.md"), (["finish", "no-site"], "no-site/"), (["schema"], "data/schema")]
)
def test_a_file_that_cannot_be_written_or_read_is_named(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str], named: str
) -> None:
    monkeypatch.chdir(project.root)
    project.write("README.md", "a file where a folder is wanted")
    project.write("data/schema", "the same")
    assert main(command) == 1
    said = capsys.readouterr().err
    assert re.match(rf"\S*{named}\S*: cannot be read or written \(.+\); make room or mend its rights, and call it again\n$", said), said


def test_a_day_that_is_none_is_refused_and_nothing_is_changed(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.root)
    assert main(["addresses"]) == 0
    before = project.read("CITATION.cff")
    assert main(["release", "0.2.0", "--day", "2027-02-29"]) == 1
    assert "February 2027 has 28 days; mend the day" in capsys.readouterr().err
    assert project.read("CITATION.cff") == before
