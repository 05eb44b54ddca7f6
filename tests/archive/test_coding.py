"""Mistakes in data/coding/ and what the editor is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hooks.archive.coding import load_coding
from hooks.archive.fields import Act
from tests.conftest import Project

WEIS = '- {code: "071", weight: 7.4, label: extend economic aid}\n- {code: "112", weight: -4.0, label: refuse}\n'
AID = "- event: loan\n  acts:\n    - {from: china, to: albania, weis: 071}\n".replace("071", '"071"')
FINAL = {"loan": (Act.model_validate({"from": "china", "to": "albania", "weis": "071"}),), "visit": ()}


def said(folder: Path, a: str = AID, b: str = AID, settled: str = "[]\n") -> list[str]:
    for name, text in {"weis": WEIS, "a": a, "b": b, "settled": settled}.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return [str(problem) for problem in load_coding(folder, "data/coding", FINAL)[1]]


def test_two_codings_that_agree_need_no_sentence(tmp_path: Path) -> None:
    assert said(tmp_path) == []


def test_a_difference_must_be_settled_in_a_sentence(tmp_path: Path) -> None:
    assert said(tmp_path, b="[]\n") == ["data/coding/settled.yml:1: loan: the coders differ and nobody settled it; add event and why"]
    assert said(tmp_path, b="[]\n", settled="- {event: loan, why: The loan was granted that day.}\n") == []


def test_events_that_leave_the_agreed_coding_are_named(tmp_path: Path) -> None:
    other = AID.replace("071", "112")
    assert said(tmp_path, a=other, b=other) == [
        "data/coding/settled.yml:1: loan: both coders agree and data/events.yml differs; take their acts or settle it in a sentence"
    ]
    assert said(tmp_path, a=other, b=other, settled="- {event: loan, why: Both had misread the treaty.}\n") == []


def test_unknown_events_and_codes_are_named_with_their_line(tmp_path: Path) -> None:
    assert said(tmp_path, a=AID + AID.replace("loan", "lona").replace("071", "999")) == [
        'data/coding/a.yml:4: lona: event: "lona" is not among the events; did you mean "loan"?',
        'data/coding/a.yml:6: lona: weis: "999" is no code of data/coding/weis.yml; take one of its codes',
    ]


def test_a_slip_in_the_scale_is_not_held_against_those_who_use_it(tmp_path: Path) -> None:
    spoilt = WEIS.replace("label: extend", "lable: extend")
    for name, text in {"weis": spoilt, "a": AID, "b": AID, "settled": "[]\n"}.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    assert [str(problem) for problem in load_coding(tmp_path, "data/coding", FINAL)[1]] == [
        'data/coding/weis.yml:1: "label" is missing; add it',
        'data/coding/weis.yml:1: unknown key "lable"; did you mean "label"?',
    ]


def test_an_event_that_cannot_be_read_is_no_mistake_of_the_coders(tmp_path: Path) -> None:
    said(tmp_path)
    assert load_coding(tmp_path, "data/coding", {"visit": ()}, broken={"loan"})[1] == []


def test_mistakes_in_events_and_in_codings_are_reported_together(project: Project, mistakes: Callable[[], list[str]]) -> None:
    for name, text in {"weis": WEIS, "a": "- {event: hoxha-plenum}\n", "b": "[]\n", "settled": "[]\n"}.items():
        project.write(f"data/coding/{name}.yml", text)
    project.replace("data/events.yml", "kind: speech", 'acts: [{from: pla, to: pla, weis: "017"}]\n  kind: speech')
    assert mistakes() == [
        'data/coding/a.yml:1: hoxha-plenum: "acts" is missing; add it',
        'data/events.yml:34: hoxha-plenum: weis: "017" is no code of data/coding/weis.yml; did you mean "071"?',
    ]
