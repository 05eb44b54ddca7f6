"""The rule behind the four words, as the method page states it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from hooks.archive.fields import Evidence
from hooks.archive.models import Source
from hooks.archive.store import Archive
from hooks.archive.verdicts import STUDY, WORDS, word

GOLDEN = yaml.load((Path(__file__).parent / "verdicts.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
SEEN = {
    STUDY: "full",
    "griffith": "none",
    "hoxha1": "none",
    "hoxha2": "none",
    "cia": "excerpt",
    "skendi": "excerpt",
    "memoir": "excerpt",
    "contents": "catalogue",
}
AUTHORS = {"hoxha1": "Hoxha", "hoxha2": "Hoxha", "memoir": "Hoxha", "griffith": "Griffith", "skendi": "Skendi"}


def source(id: str) -> Source:
    author = ({"family": AUTHORS[id]},) if id in AUTHORS else ()
    via = STUDY if SEEN[id] == "none" else None
    return Source.model_validate(
        {"id": id, "kind": "scholarship", "seen": SEEN[id], "via": via, "type": "book", "title": id, "language": "en", "author": author}
    )


ARCHIVE = Archive(sources={id: source(id) for id in SEEN})


def entry(text: str) -> Evidence:
    """“griffith via study disputes” as an entry of evidence."""
    words = text.replace("study", STUDY).split()
    return Evidence(
        source=words[0], via=words[2] if "via" in words else None, stance=words[-1] if words[-1] in ("disputes", "mentions") else "supports"
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(("entries", "expected", "why"), GOLDEN, ids=[row[2] for row in GOLDEN])
def test_the_rule_gives_the_word_of_the_table(entries: list[str], expected: str, why: str) -> None:
    assert word(map(entry, entries), ARCHIVE) == expected


def test_the_method_page_explains_every_word() -> None:
    from tests.conftest import ROOT

    method = (ROOT / "docs/about/method.md").read_text(encoding="utf-8").lower()
    assert [name for name in WORDS if f"**{name}**" not in method] == []
