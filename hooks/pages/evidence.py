"""/evidence/: coverage by chapter, the two clocks, sources known but not seen, and conflicts still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from .. import addresses
from ..archive.models import Event
from ..archive.verdicts import WORDS, word
from ..citing.prose import ChapterFront, ProsePage
from ..citing.usage import Coverage
from ..edition import Edition
from .division import part_pages, thread
from .finding import Finding
from .page import GeneratedPage, Side
from .sources import KINDS
from .wording import span
from .writer import Writer

PARTS = {"coverage": "Chapters and their notes", "clocks": "What was secret in 1960", "not-seen": "Known but not seen", "conflicts": "Still open"}
_SOON = 7  # days: a congress reported within the week was no secret


@dataclass(frozen=True)
class Row:
    """One chapter in the table of coverage."""

    page: ProsePage
    front: ChapterFront
    coverage: Coverage
    kinds: Counter[str]
    """Works cited in its notes, by kind of source; "document" for our own documents."""
    words: Counter[str]
    """Statements of the chapter's events, by verdict."""


@dataclass(frozen=True)
class Secret:
    """A decisive event, and how long it was kept from outsiders."""

    event: Event
    days: int | None
    """Days until it became public; None where that is not known."""

    @property
    def is_secret(self) -> bool:
        return self.days is None or self.days > _SOON


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """One page of registers."""
    uri = addresses.index_uri("conflicts")
    archive = edition.archive
    unseen = [source for source in archive.sources.values() if source.seen == "none"]
    letters = [letter for letter in archive.letters.values() if letter.seen == "none"]
    secrets = decisive_events(edition, 1960)
    writer = Writer(edition, uri)
    not_seen = [
        thread(uri, "unseen", PARTS["not-seen"], "not-seen", unseen, writer.title),
        thread(uri, "unseen_document", "Documents not seen", "documents-not-seen", letters),
    ]
    html = writer.later(
        "evidence.jinja", lambda: {"rows": coverage(edition)},
        parts=PARTS, kinds=[*KINDS, "document"], words=list(WORDS), not_seen=not_seen, secrets=secrets,
        summary=_summary(secrets), conflicts=list(archive.conflicts.values()),
    )  # fmt: skip
    side = tuple(Side(heading, f"#{slug}") for slug, heading in PARTS.items())
    description = "Which paragraphs carry notes, what was secret and for how long, which sources nobody here has seen, and which questions are open."
    page = GeneratedPage(
        uri, "Evidence", description, html, "data/conflicts.yml",
        in_nav=True, side_title="Evidence", side=side, finding=Finding("page", heading="Evidence"),
    )  # fmt: skip
    yield page
    for listing in not_seen:
        yield from part_pages(edition, listing, page)


def coverage(edition: Edition) -> list[Row]:
    """For each chapter its paragraphs and notes, and the verdicts of the statements of its events."""
    rows = []
    for page, front in edition.chapters:
        found = edition.usage.coverage[page.src_uri]
        kinds = Counter(edition.archive.sources[key].kind if key in edition.archive.sources else "document" for key in found.keys)
        events = [event for event in edition.archive.events.values() if event.chapter == front.number]
        words = Counter(word(statement.evidence, edition.archive) for event in events for statement in event.statements)
        rows.append(Row(page, front, found, kinds, Counter({str(name): count for name, count in words.items()})))
    return rows


def decisive_events(edition: Edition, year: int) -> list[Secret]:
    """The events of a year that stand in the strips of key dates, with the time that each stayed secret."""
    ids = dict.fromkeys(id for _, front in edition.chapters for id in front.key_dates)
    events = sorted((edition.archive.events[id] for id in ids), key=lambda event: event.date.sort_key)
    return [
        Secret(event, max(0, (event.public.date.earliest - event.date.latest).days) if event.public else None)
        for event in events
        if event.date.earliest.year == year
    ]


def _summary(secrets: list[Secret]) -> str:
    """How many of the decisive events were secret, and for how long, in a sentence."""
    kept = [secret for secret in secrets if secret.is_secret]
    known = [secret.days for secret in kept if secret.days is not None]
    sentence = f"Of the {len(secrets)} events of 1960 in the strips of key dates, {len(kept)} were kept from outsiders for more than a week"
    if known:
        times = span(min(known)), span(max(known)), span(round(median(known)))
        sentence += "; where we know how long, the shortest time was {}, the longest {} and the middle one {}".format(*times)
    unknown = len(kept) - len(known)
    return sentence + (f". Of {unknown} we do not know when they came out." if unknown else ".")
