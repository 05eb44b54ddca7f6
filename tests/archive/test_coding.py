"""Mistakes in data/coding/ and what the editor is told."""

from __future__ import annotations

from pathlib import Path

from hooks.archive.coding import load_coding
from hooks.archive.fields import Act

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


def test_unknown_events_and_codes_are_named_with_their_line(tmp_path: Path) -> None:
    assert said(tmp_path, a=AID + AID.replace("loan", "lona").replace("071", "999")) == [
        'data/coding/a.yml:4: event: "lona" is not among the events; did you mean "loan"?',
        'data/coding/a.yml:6: "999" is no code of data/coding/weis.yml; take one of its codes',
    ]
