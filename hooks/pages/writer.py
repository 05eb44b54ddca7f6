"""What a template may ask about an edition while one page is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .. import addresses
from ..archive.dates import period
from ..archive.fields import Evidence
from ..archive.models import Answer, Entity, Event, Letter, Point, Witness
from ..archive.naming import title
from ..archive.store import KINDS
from ..archive.verdicts import WORDS, word
from ..citing.usage import Mention
from ..citing.wording import SEEN, cited_line, evidence_sentence
from ..edition import Edition
from . import wording

_STANCES = ("supports", "mentions", "disputes")


@cache
def environment() -> Environment:
    """Jinja for the templates of this folder. Only while an editor is at work are they read again when they have changed."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    environment.filters.update(
        rich=wording.rich,
        sentence=wording.as_sentence,
        short=wording.short_date,
        shorten=wording.shorten,
        day=wording.iso_day,
        striplinks=wording.without_links,
    )
    environment.globals.update(seen_words=SEEN, verdict_words=WORDS, period=period)
    return environment


class Writer:
    """Names, links and sentences of evidence, as seen from one page."""

    def __init__(self, edition: Edition, uri: str):
        self.edition, self.archive, self.uri = edition, edition.archive, uri

    def render(self, template: str, **values: Any) -> str:
        """Fill a template of hooks/pages/templates/ with this writer as `w`."""
        return environment().get_template(template).render(w=self, **values)

    def later(self, template: str, costly: Callable[[], dict[str, Any]] = dict, /, **values: Any) -> Callable[[], str]:
        """The same, when it is called; so are the `costly` values made. Of all pages an editor looks at one."""
        return lambda: self.render(template, **values, **costly())

    def href(self, kind: str, id: str) -> str:
        """Address of a record, from this page."""
        return addresses.record_link(kind, id, self.uri)

    def to(self, uri: str, anchor: str = "") -> str:
        """Address of another page, from this one."""
        return addresses.link(uri, self.uri, anchor)

    def title(self, record: Entity) -> str:
        return title(record, self.archive)

    def name(self, id: str) -> Markup:
        """A record's name as a link to its page."""
        record, kind = self.archive.get(id), self.archive.kind_of(id)
        if record is None or kind is None:
            return Markup(escape(id))
        text = cited_line(id, self.archive) if kind == "sources" else escape(title(record, self.archive))
        return Markup(f'<a href="{escape(self.href(kind, id))}">{text}</a>')

    def evidence(self, entry: Evidence) -> Markup:
        """One link of evidence in a sentence."""
        given = {"key": entry.source, "locator": entry.locator, "via": entry.via, "via_locator": entry.via_locator}
        return Markup(evidence_sentence(self.archive, self.edition.label, self.href, **given))  # type: ignore[arg-type]

    def ordered(self, entries: Iterable[Evidence]) -> list[Evidence]:
        """Evidence as readers meet it: what supports first and what disputes last, within each the newest-checked first."""
        newest = sorted(entries, key=lambda entry: entry.checked.latest.toordinal() if entry.checked else 0, reverse=True)
        return sorted(newest, key=lambda entry: _STANCES.index(entry.stance))

    def word(self, evidence: Iterable[Evidence]) -> str:
        """How well a statement with this evidence is borne out."""
        return word(evidence, self.archive)

    def lag(self, record: Event | Letter) -> str:
        """How long after it happened a thing became public."""
        return wording.lag(record.date, record.public.date) if record.public else ""

    def answer(self, point: Point, witness: str) -> Answer | None:
        """What a witness says on a point; None where silent."""
        return next((answer for answer in point.answers if answer.witness == witness), None)

    def seen_word(self, source: str, via: str | None) -> Markup:
        """Under a witness's name: how much of it we read, or through whom we know it."""
        if via:
            return Markup(f"through {self.edition.label(via)}")
        return Markup(SEEN[self._seen(source)].rstrip(".").lower())

    def silence(self, witness: Witness) -> str:
        """Why a column is empty: the witness says nothing, or we did not read so far."""
        return "says nothing" if self._seen(witness.source) == "full" and not witness.via else "not reached"

    def _seen(self, id: str) -> str:
        record = self.archive.sources.get(id) or self.archive.letters.get(id)
        return record.seen if record else "none"

    def mentions(self, id: str) -> list[tuple[str, list[Mention]]]:
        """Where the prose cites or links a record: pages in order, with their paragraphs."""
        pages: dict[str, list[Mention]] = {}
        for mention in sorted(self.edition.usage.of(id), key=lambda m: (m.page, m.paragraph)):
            pages.setdefault(mention.page, []).append(mention)
        return list(pages.items())

    def used_by(self, id: str, kind: str) -> list[Any]:
        """The records of a kind that refer to this one."""
        return [record for record in self.edition.appearances.get(id, ()) if isinstance(record, KINDS[kind])]
