"""Works, documents and evidence in words: golden tables that can be checked by eye."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from hooks.archive.models import Letter, Person, Source
from hooks.archive.store import Archive
from hooks.citing.wording import cited_line, emphasise, evidence_sentence

GOLDEN = yaml.safe_load((Path(__file__).parent / "wording.yml").read_text(encoding="utf-8"))
PEOPLE = {
    id: Person.model_validate({"id": id, "name": id, "sort": f"{id.capitalize()}, X", "side": "albania", "summary": "x"}) for id in ("hoxha", "kapo")
}


def source(**given: Any) -> Source:
    fields = {"id": "work", "kind": "scholarship", "seen": "full", "type": "book", "title": "T", "language": "en", **given}
    return Source.model_validate({**fields, "author": tuple({"literal": name} for name in given.get("author", ()))})


@pytest.mark.parametrize(("given", "line"), GOLDEN["works"], ids=lambda value: value if isinstance(value, str) else "")
def test_a_work_is_named_in_a_line(given: dict[str, Any], line: str) -> None:
    assert cited_line("work", Archive(sources={"work": source(**given)})) == line


@pytest.mark.parametrize(("given", "line"), GOLDEN["documents"], ids=lambda value: value if isinstance(value, str) else "")
def test_a_document_is_named_in_a_line(given: dict[str, Any], line: str) -> None:
    fields = {"date": "1960-06-21", "sender": ["hoxha"], "recipient": ["kapo"], "summary": "x", "seen": "full", **given}
    lists = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    letter = Letter.model_validate({"id": "one", "evidence": ({"source": "work"},), **lists})
    assert cited_line("one", Archive(letters={"one": letter}, people=PEOPLE)) == line


@pytest.mark.parametrize(("text", "shown"), GOLDEN["emphasis"])
def test_asterisks_in_data_set_italic_and_nothing_else_is_markup(text: str, shown: str) -> None:
    assert emphasise(text) == shown


@pytest.mark.parametrize(("seen", "cited", "sentence"), GOLDEN["evidence"])
def test_evidence_says_who_where_through_whom_and_whether_it_was_seen(seen: str, cited: dict[str, Any], sentence: str) -> None:
    archive = Archive(sources={"work": source(seen=seen, via="way", author=["W"]), "way": source(id="way"), "other": source(id="other")})
    written = evidence_sentence(archive, lambda id: f"{{{id}}}", lambda kind, id: f"/{kind}/{id}/", key="work", **cited)
    tree = html.fragment_fromstring(written, create_parent="p")
    assert tree.text_content() == sentence
    assert [link.get("href") for link in tree.iter("a")] == [
        f"/sources/{id}/" for id in ["work", "other" if "{other}" in sentence else "way"][: len(list(tree.iter("a")))]
    ]
