"""The rule behind the four words, as the method page states it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from hooks.archive.fields import Evidence
from hooks.archive.models import Letter, Person, Source
from hooks.archive.store import Archive
from hooks.archive.verdicts import STUDY, WORDS, was_read, word

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
    "thesis": "full",
    "found": "excerpt",
    "summary": "abstract",
}
AUTHORS = {"hoxha1": "Hoxha", "hoxha2": "Hoxha", "memoir": "Hoxha", "griffith": "Griffith", "skendi": "Skendi", STUDY: "Pilaca"}
SENDERS = {"letter1": "hoxha", "letter2": "hoxha", "letter3": "khrushchev", "broadcast1": "pla", "broadcast2": "pla", "unsigned": None}


def source(id: str) -> Source:
    author = ({"family": AUTHORS[id]},) if id in AUTHORS else ()
    via = STUDY if SEEN[id] == "none" or id == "found" else None
    return Source.model_validate(
        {"id": id, "kind": "scholarship", "seen": SEEN[id], "via": via, "type": "book", "title": id, "language": "en", "author": author}
    )


def letter(id: str) -> Letter:
    sender = {"sender": (SENDERS[id],)} if SENDERS[id] else {"sender_as": "nobody who is named"}
    return Letter.model_validate(
        {"id": id, "kind": "letter", "date": "1960", "summary": id, "seen": "excerpt", "evidence": ({"source": "wire"},), **sender}
    )


HOXHA = Person.model_validate({"id": "hoxha", "name": "Enver Hoxha", "sort": "Hoxha, Enver", "side": "albania", "summary": "x"})
ARCHIVE = Archive(sources={id: source(id) for id in SEEN}, letters={id: letter(id) for id in SENDERS}, people={"hoxha": HOXHA})


def entry(text: str) -> Evidence:
    """“griffith via study disputes” as an entry of evidence."""
    words = text.replace("study", STUDY).split()
    return Evidence(
        source=words[0], via=words[2] if "via" in words else None, stance=words[-1] if words[-1] in ("disputes", "mentions") else "supports"
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(("entries", "expected", "why"), GOLDEN, ids=[row[2] for row in GOLDEN])
def test_the_rule_gives_the_word_of_the_table(entries: list[str], expected: str, why: str) -> None:
    assert word(map(entry, entries), ARCHIVE) == expected


@pytest.mark.parametrize(
    ("entries", "read"),
    [
        (["griffith via study", "cia"], True),
        (["thesis"], True),
        (["study"], False),
        (["summary"], False),
        (["cia via study"], False),
        (["cia disputes"], False),
    ],
    ids=str,
)
def test_a_statement_is_borne_out_by_reading_only_where_a_work_that_supports_it_was_opened(entries: list[str], read: bool) -> None:
    assert was_read(map(entry, entries), ARCHIVE) is read


def test_the_method_page_explains_every_word() -> None:
    from tests.conftest import ROOT

    method = (ROOT / "docs/about/method.md").read_text(encoding="utf-8").lower()
    assert [name for name in WORDS if f"**{name}**" not in method] == []
