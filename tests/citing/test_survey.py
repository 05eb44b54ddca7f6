"""What is remembered of a page while records change: never anything else than reading it anew would tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from markdown import Markdown

from hooks.archive.models import Entity
from hooks.archive.store import KINDS, Archive, load
from hooks.citing.extension import Citing
from hooks.citing.prose import ChapterFront, ProsePage, read_prose
from hooks.citing.survey import Kept, survey
from tests.conftest import EXAMPLE

ARCHIVE, (PAGES, _) = load(EXAMPLE / "data"), read_prose(EXAMPLE / "docs")
_FRONT = {"title": "T", "number": 7, "span": "1960", "summary": "S.", "key_dates": ["hoxha-plenum"]}
_TEXT = "[Hysni Kapo][person:kapo] and [Nikita Khrushchev][person:khrushchev] met.\n\nKapo left.\n\nKhrushchev did not."
PAGES.append(ProsePage("chapters/more.md", ChapterFront.model_validate(_FRONT), _TEXT, _TEXT))


def learned(archive: Archive, kept: Kept, pages: list[ProsePage] = PAGES) -> list[Any]:
    """What a survey of the prose finds with these records."""
    citing = Citing(archive, lambda id: id)
    problems = survey(pages, citing, lambda: Markdown(extensions=["attr_list", "tables", "footnotes", "toc", "md_in_html", citing]), kept)
    usage = citing.usage
    return [[(id, *places) for id, places in usage.mentions.items()], usage.coverage, usage.numbered, usage.markup, problems]


def changed(kind: str, field: str) -> Iterator[Archive]:
    """The archive, in which each record of a kind has in one field what the next one has; then, in which none has anything there."""
    records = list(getattr(ARCHIVE, kind).values())
    of_the_next = [getattr(record, field) for record in [*records[1:], *records[:1]]]
    nothing = [] if KINDS[kind].model_fields[field].is_required() else [[KINDS[kind].model_fields[field].get_default()] * len(records)]
    for values in (of_the_next, *nothing):
        given = {record.id: record.model_copy(update={field: value}) for record, value in zip(records, values, strict=True)}
        if all(_can_be_read(record) for record in given.values()):
            yield replace(ARCHIVE, **{kind: given})


def _can_be_read(record: Entity) -> bool:
    try:
        return bool(type(record).model_validate(record.model_dump(by_alias=True)))
    except ValueError:
        return False


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_changes_in_records_of_a_kind(kind: str) -> None:
    before: Kept = {}
    learned(ARCHIVE, before)
    for field in KINDS[kind].model_fields.keys() - {"id", "formerly"}:
        for archive in changed(kind, field):
            assert learned(archive, dict(before)) == learned(archive, {}), field


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("how", ["gone", "cannot be read", "its file cannot be read"])
def test_when_a_record_is_no_more(kind: str, how: str) -> None:
    records = getattr(ARCHIVE, kind)
    for id in records:
        before: Kept = {}
        learned(ARCHIVE, before)
        less = replace(
            ARCHIVE,
            **{kind: {other: record for other, record in records.items() if other != id}},
            broken=frozenset({id} if how == "cannot be read" else ()),
            unread=frozenset({kind} if how == "its file cannot be read" else ()),
        )
        assert learned(less, before) == learned(less, {})
        assert learned(ARCHIVE, before) == learned(ARCHIVE, {}), "once it is there again"


def test_a_page_that_nothing_concerns_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: Kept = {}
    learned(ARCHIVE, kept)
    read: list[str] = []
    convert = Markdown.convert
    monkeypatch.setattr(Markdown, "convert", lambda self, text: read.append(text) or convert(self, text))
    id, event = next(iter(ARCHIVE.events.items()))
    learned(replace(ARCHIVE, events={**ARCHIVE.events, id: event.model_copy(update={"summary": "Told otherwise."})}), kept)
    assert read == []
    new = replace(PAGES[0], text=PAGES[0].text + "\nMore.\n")
    learned(ARCHIVE, kept, [new, *PAGES[1:]])
    assert read == [new.body] and set(kept) == {(page.src_uri, page.text) for page in [new, *PAGES[1:]]}
