"""Words between quotation marks are compared with what is stored, letter by letter: a golden table."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from hooks.archive.models import Correction, Event, Letter, Source
from hooks.archive.store import Archive
from hooks.citing.quotations import Quotations

GOLDEN = yaml.safe_load((Path(__file__).parent / "quotations.yml").read_text(encoding="utf-8"))
SAYS = {"source": "stalin"}
WORDS = "The Soviet side said: ‘Albania’s wheat is not our affair’, and left."
ARCHIVE = Archive(
    events={
        "talk": Event.model_validate(
            {
                "id": "talk", "title": "A talk", "kind": "meeting", "date": "1960", "study": (6,), "chapter": 6, "summary": "x",
                "statements": ({"text": "x", "evidence": (SAYS,)},),
                "quotes": ({"text": WORDS, "original": "Gruri i Shqipërisë nuk është puna jonë", "source": "stalin", "language": "sq", "reading": "translation"},),
            }
        )
    },
    sources={
        "stalin": Source.model_validate(
            {"id": "stalin", "kind": "memoir", "seen": "full", "type": "chapter", "title": "With Stalin: Memoirs", "title-short": "Old Joe",
             "container-title": "Collected Works", "language": "en"}
        )
    },
    letters={
        "all": Letter.model_validate(
            {"id": "all", "kind": "letter", "title": "Letter to all members", "date": "1960", "sender_as": "x", "summary": "x", "seen": "full", "evidence": (SAYS,)}
        )
    },
    corrections={
        "days": Correction.model_validate(
            {"id": "days", "study": 6, "study_says": "held between the 18 and 27 of June", "finding": "x", "verdict": "imprecise", "gravity": "detail",
             "evidence": (SAYS,)}
        )
    },
)  # fmt: skip


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: f"{row[0]}: {row[1]}")
def test_quoted_words_are_stored_to_the_letter(row: list[object]) -> None:
    _, quoted, stored, *_ = [*row, True]
    text = f"They said “{quoted}” that day, “Collected Works” and no more."
    assert Quotations(ARCHIVE).unknown(text) == ([] if stored else [quoted])


def test_every_quotation_of_a_text_is_looked_up() -> None:
    assert Quotations(ARCHIVE).unknown("“one” and “Collected Works” and “two”") == ["one", "two"]
