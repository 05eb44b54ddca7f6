"""A generated page, and the templates that make it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..archive.dates import MONTHS, Date, period
from ..archive.fields import Evidence
from ..archive.models import Entity
from ..archive.naming import title
from ..citing.usage import Mention
from ..citing.wording import SEEN, cited_line, emphasise, evidence_sentence
from ..edition import Edition
from . import addresses


@dataclass(frozen=True)
class Side:
    """A line of the navigation beside a page."""

    label: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class GeneratedPage:
    """A page that no Markdown file holds."""

    uri: str
    """Path as if it were a Markdown file under docs/: events/bucharest-meeting.md."""
    title: str
    """Plain text, for the window and for lists."""
    description: str
    """One sentence for search engines."""
    html: str
    """What stands in <main>, head included."""
    made_from: str
    """The file an editor opens to change it: data/events.yml."""
    in_nav: bool = False
    side_title: str = ""
    side: tuple[Side, ...] = field(default=())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(
        rich=lambda text: Markup(emphasise(text)), short=short_date, day=iso_day, shorten=shorten, striplinks=without_links, sentence=as_sentence
    )
    environment.globals.update(seen_words=SEEN, period=period)
    return environment


def as_sentence(text: str) -> Markup:
    """A remark set as a sentence of its own: capital, full stop, and italic where asterisks ask for it."""
    text = text[0].upper() + text[1:]
    return Markup(emphasise(text if text.endswith((".", "!", "?", "…", ".”")) else f"{text}."))


def without_links(html: str) -> Markup:
    """A bibliography entry whose addresses are text, for places where the whole entry is a link."""
    return Markup(re.sub(r"</?a\b[^>]*>", "", html))


def short_date(date: Date) -> str:
    """A date for narrow columns: months in three letters ("18–27 Jun 1960", "c. Apr 1956")."""
    return shorten(str(date))


def shorten(words: str) -> str:
    """Months in three letters, and less room about a dash."""
    for month in MONTHS[1:]:
        words = words.replace(month, month[:3])
    return words.replace(" – ", "\u2009–\u2009")


def iso_day(date: Date) -> str:
    """The value of a <time> element; empty where the date is no single day, month or year."""
    text = date.text.rstrip("?~%")
    return text if not date.is_interval and "X" not in text and not (date.start and date.start.month > 12) else ""


def clip(text: str, length: int = 155) -> str:
    """A text cut at a word so that it fits a description."""
    text = text.replace("*", "")
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


class Writer:
    """What a template may ask about an edition while one page is written: names, links, sentences of evidence."""

    def __init__(self, edition: Edition, uri: str):
        self.edition, self.archive, self.uri = edition, edition.archive, uri

    def href(self, kind: str, id: str) -> str:
        """Address of a record, from this page."""
        return addresses.record_link(kind, id, self.uri)

    def to(self, uri: str, anchor: str = "") -> str:
        """Address of another page, from this one."""
        return addresses.link(uri, self.uri, anchor)

    def name(self, id: str) -> Markup:
        """A record's name as a link to its page."""
        record = self.archive.get(id)
        kind = self.archive.kind_of(id)
        if record is None or kind is None:
            return Markup(escape(id))
        text = cited_line(id, self.archive) if kind == "sources" else escape(title(record, self.archive))
        return Markup(f'<a href="{escape(self.href(kind, id))}">{text}</a>')

    def title(self, record: Entity) -> str:
        return title(record, self.archive)

    def evidence(self, entry: Evidence) -> Markup:
        """One link of evidence in a sentence."""
        return Markup(
            evidence_sentence(
                self.archive, self.edition.label, self.href, key=entry.source, locator=entry.locator, via=entry.via, via_locator=entry.via_locator
            )
        )

    def mentions(self, id: str) -> list[tuple[str, list[Mention]]]:
        """Where the prose cites or links a record: pages in order, with their paragraphs."""
        pages: dict[str, list[Mention]] = {}
        for mention in sorted(self.edition.usage.of(id), key=lambda m: (m.page, m.paragraph)):
            pages.setdefault(mention.page, []).append(mention)
        return list(pages.items())

    def used_by(self, id: str, kind: str) -> list[Any]:
        """The records of a kind that refer to this one."""
        return [record for record in self.edition.appearances.get(id, ()) if self.archive.kind_of(record.id) == kind]

    def render(self, template: str, **values: Any) -> str:
        """Fill a template of hooks/pages/templates/ with this writer as `w`."""
        return _environment().get_template(template).render(w=self, **values)


def grouped(records: Iterable[Any], key: Callable[[Any], Any]) -> list[tuple[Any, list[Any]]]:
    """Records in runs of equal key, in the order given."""
    groups: dict[Any, list[Any]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return list(groups.items())


def lag(before: datetime.date, after: datetime.date) -> str:
    """The time between two days in words: "the same day", "four days", "3 months"."""
    days = (after - before).days
    if days == 0:
        return "the same day"
    if days < 60:
        return f"{days} day{'s' if days > 1 else ''}"
    return f"{round(days / 30.44)} months" if days < 700 else f"{round(days / 365.25)} years"
