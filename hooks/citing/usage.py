"""What the prose uses: every citation and entity link, with its page and paragraph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ..archive.problems import Problem
from .markup import Markup


@dataclass(frozen=True)
class Mention:
    """A place in the prose."""

    page: str
    """Path under docs/: chapters/03-renewed-relations.md."""
    page_title: str
    paragraph: int
    """Number of the paragraph in its chapter; 0 where paragraphs are not numbered."""

    @property
    def anchor(self) -> str:
        return f"#p{self.paragraph}" if self.paragraph else ""


@dataclass
class Coverage:
    """How a page is borne out: its paragraphs, those that state a date or a figure, those of them with a note, the keys cited."""

    paragraphs: int = 0
    stating: int = 0
    stating_noted: int = 0
    keys: list[str] = field(default_factory=list)

    def count(self, states: bool, cited: bool) -> None:
        self.paragraphs += 1
        self.stating += states
        self.stating_noted += states and cited


@dataclass
class Usage:
    """Collected while pages are converted."""

    mentions: dict[str, dict[Mention, None]] = field(default_factory=lambda: defaultdict(dict))
    """Places by the id of what is cited or linked there, in order of reading, each once."""
    coverage: dict[str, Coverage] = field(default_factory=lambda: defaultdict(Coverage))
    numbered: dict[str, int] = field(default_factory=dict)
    """How many numbered paragraphs each chapter has."""
    markup: dict[str, Markup] = field(default_factory=dict)
    """Ids and links of each page."""
    problems: list[Problem] = field(default_factory=list)

    def add(self, id: str, mention: Mention) -> None:
        self.mentions[id][mention] = None

    def add_all(self, other: Usage) -> None:
        """Add what one more page uses."""
        for id, places in other.mentions.items():
            self.mentions[id] |= places
        self.coverage |= other.coverage
        self.numbered |= other.numbered
        self.markup |= other.markup
        self.problems += other.problems

    def of(self, id: str) -> list[Mention]:
        """The places where a record is cited or linked."""
        return list(self.mentions.get(id, ()))

    def on(self, page: str) -> list[str]:
        """The ids used on a page, in order of first use."""
        return [id for id, places in self.mentions.items() if any(place.page == page for place in places)]

    def forget(self, page: str) -> None:
        """Drop what an earlier conversion of the page left."""
        self.coverage.pop(page, None)
        for places in self.mentions.values():
            for place in [place for place in places if place.page == page]:
                del places[place]
