"""What the prose uses and what is wrong in it, learned by converting every page once before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown import Markdown

from ..archive.models import Entity, Person, Place
from ..archive.problems import Problem, did_you_mean
from ..archive.store import Archive
from .extension import Citing
from .markup import examined
from .names import short_name
from .prose import ChapterFront, ProsePage
from .usage import Usage


@dataclass(frozen=True)
class Surveyed:
    """What a page of prose uses, and what of the archive that rests on."""

    usage: Usage
    records: Mapping[str, tuple[object, ...]]
    """Ids that the page names, and what was asked of their records."""
    quoted_from: Collection[str]
    """The stored texts in which its quotations were found."""
    all_sound: bool
    """Whether nothing was wrong, in the page or in data/: what is wrong, and what is near to it, any record can change."""

    def holds(self, citing: Citing) -> bool:
        """Whether the same would be learned again."""
        archive = citing.archive
        return (
            self.all_sound
            and citing.quotations.texts.issuperset(self.quoted_from)
            and all(_asked(archive.get(id)) == answer for id, answer in self.records.items())
        )


Kept = dict[tuple[str, str], Surveyed]
"""What was learned before, by the path of a page and its text."""


def survey(pages: Sequence[ProsePage], citing: Citing, converter: Callable[[], Markdown], kept: Kept) -> list[Problem]:
    """Convert every page once to learn what it cites and links, and what is wrong, before anything is written.

    `converter` makes the Markdown object that the site uses, with `citing` among its extensions. What the pages use
    is then in `citing.usage`; returned are the problems. A page is not converted again while what `kept` has of it holds.
    """
    whole, markdown = Usage(), converter()
    for page in pages:
        key = page.src_uri, page.text
        if key not in kept or not kept[key].holds(citing):
            kept[key] = _survey(page, citing, markdown.reset())
        whole.add_all(kept[key].usage)
    for old in kept.keys() - {(page.src_uri, page.text) for page in pages}:
        del kept[old]
    citing.usage = whole
    return whole.problems


def _survey(page: ProsePage, citing: Citing, markdown: Markdown) -> Surveyed:
    citing.usage = usage = Usage()
    citing.begin(page.src_uri, page.title, page.text, page.moved, page.span)
    found = examined(markdown.convert(page.body))
    usage.markup[page.src_uri] = found
    for fragment, what in found.mistakes:
        citing.problem(fragment, what)
    named = set(usage.mentions)
    if isinstance(page.front, ChapterFront):
        named.update(page.front.key_dates)
        for fragment, what in (*_key_dates(page.front, citing.archive), *_moved(page.front, usage.numbered[page.src_uri])):
            citing.problem(fragment, what)
    all_sound = not usage.problems and not citing.archive.broken and not citing.archive.unread
    return Surveyed(usage, {id: _asked(citing.archive.get(id)) for id in named}, set(citing.quotations.found), all_sound)


def _asked(record: Entity | None) -> tuple[object, ...]:
    """All of a record that what is learned depends on: whether notes may name it, the way they lead, and its name in texts."""
    name = short_name(record) if isinstance(record, Person | Place) else ""
    return type(record), getattr(record, "seen", None), getattr(record, "via", None), name


def _moved(front: ChapterFront, count: int) -> Iterator[tuple[str, str]]:
    for old, new in front.moved.items():
        if not 1 <= new <= count < old:
            yield "moved:", f"moved: {old}: {new} does not lead from a paragraph that is gone to one of the {count} that are there; mend the numbers"


def _key_dates(front: ChapterFront, archive: Archive) -> Iterator[tuple[str, str]]:
    for id in front.key_dates:
        if id not in archive.events and id not in archive.broken and "events" not in archive.unread:
            yield id, f'key_dates: "{id}" is not among the events; {did_you_mean(id, archive.events, "add it to data/events.yml first")}'
