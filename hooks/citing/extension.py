"""The Markdown extension: citations become notes beside their paragraph, entity links become links.

One instance serves a whole build. It is told which page comes next (`begin`), and remembers for each page what was
cited and linked, down to the paragraph, and what was wrong.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, ReferenceInlineProcessor

from .. import addresses
from ..archive.checks import seen_of
from ..archive.dates import Date
from ..archive.problems import Problem, did_you_mean
from ..archive.store import Archive
from ..archive.verdicts import word_of_event
from .grammar import HEADINGS, START, BadCitation, Citation, parse
from .paragraphs import Paragraphs
from .quotations import Quotations
from .tables import watch_tables
from .usage import Usage

NONE_MOVED: Mapping[int, int] = {}
LINK_KINDS = {
    "person": "people",
    "event": "events",
    "letter": "letters",
    "place": "places",
    "source": "sources",
    "body": "bodies",
    "correction": "corrections",
}
"""Word before the colon in a link such as [Hysni Kapo][person:kapo], and the kind of record it names."""


_STASHED = re.compile("\x02[^\x03]*\x03")
"""What Markdown puts in the place of a text that it has read already."""


class Citing(Extension):
    """Citations and entity links for one archive."""

    def __init__(self, archive: Archive, labels: Callable[[str], str]):
        super().__init__()
        self.archive, self.labels = archive, labels
        self.usage, self.quotations = Usage(), Quotations(archive)
        self.page = self.page_title = self.text = ""
        self.span: Date | None = None
        self.moved: Mapping[int, int] = {}

    def begin(self, page: str, page_title: str, text: str, moved: Mapping[int, int] = NONE_MOVED, span: Date | None = None) -> None:
        """Name the page that is converted next: its path under docs/, its title and its Markdown text (for line numbers).

        `moved` tells in which paragraph the text of paragraphs stands whose numbers the page no longer has; `span` is
        the time of which a chapter tells.
        """
        self.page, self.page_title, self.text, self.moved, self.span = page, page_title, text, moved, span
        self.usage.forget(page)
        self.quotations.found.clear()

    @property
    def numbers_paragraphs(self) -> bool:
        """Paragraphs of chapters are numbered, so that they can be cited; those of other pages are not."""
        return self.page.startswith("chapters/")

    def href(self, kind: str, id: str) -> str:
        """Relative path to the Markdown file of a record's page: MkDocs turns it into an address and checks it."""
        anchor = f"#{id}" if kind in addresses.ON_ONE_PAGE else ""
        return "../" * self.page.count("/") + addresses.page_uri(kind, id) + anchor

    def problem(self, fragment: str, text: str) -> None:
        """Remember a mistake at the first line where the fragment begins, as it is written or as it is read."""
        as_read = "\n".join(map(_as_read, self.text.split("\n")))
        found = (_line_of(wanted, text.lower()) for text in (self.text, as_read) for wanted in (fragment.lower(), fragment.lower()[:15]))
        line, text = next(filter(None, found), 1), _STASHED.sub("…", text)
        self.usage.problems.append(Problem(f"docs/{self.page}", line, "", text))

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        md.inlinePatterns.register(_CitationProcessor(self, md), "citation", 124)  # after links and pictures, whose texts it must not eat
        md.inlinePatterns.register(_EntityLinks(self, md), "entity", 172)  # before plain reference links
        md.treeprocessors.register(Paragraphs(self, md), "citing", 15)  # after inline text, before MkDocs' links
        watch_tables(md, self.problem)


def _as_read(line: str) -> str:
    """A line of Markdown without citations, targets of links and marks of emphasis."""
    return re.sub(r"[*_`]", "", re.sub(r"\[([^\]]*)\](?:\[[^\]]*\]|\([^)]*\))", r"\1", re.sub(START.pattern + r"[^\]]*\]?", "", line)))


def _line_of(fragment: str, text: str) -> int:
    """The line of a text on which a fragment begins, however it is broken into lines; 0 where it is not there."""
    found = re.search(r"[\s>]+".join(map(re.escape, fragment.split())), text) if fragment else None
    return text.count("\n", 0, found.start()) + 1 if found else 0


class _CitationProcessor(InlineProcessor):
    """[@key, p. 79] → a mark that carries what it cites until its paragraph is known."""

    ANCESTOR_EXCLUDES = ("a", *HEADINGS)

    def __init__(self, citing: Citing, md: Markdown):
        super().__init__(START.pattern + r"(?P<inner>[^\[\]]*)\]", md)
        self.citing = citing

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | str | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802
        try:
            citations = parse(m["inner"])
        except BadCitation as error:
            self.citing.problem(m.group(0).split("\n")[0], str(error))
            return etree.Element("a", {"data-failed": "citation"}), m.start(0), m.end(0)
        unknown = False
        for key in (key for c in citations for key in (c.key, c.via) if key):
            unknown |= not self._is_known(key)
        if unknown or self._lacks_a_way(citations):
            return etree.Element("a", {"data-failed": "citation"}), m.start(0), m.end(0)
        mark = etree.Element("a", {"class": "note-ref"})
        mark.set("data-cites", m["inner"])
        return mark, m.start(0), m.end(0)

    def _is_known(self, key: str) -> bool:
        archive = self.citing.archive
        if key in archive.sources or key in archive.letters:
            return True
        if key not in archive.broken and not archive.unread.intersection(("sources", "letters")):
            near = did_you_mean(key, [*archive.sources, *archive.letters], "add it to data/sources.yml first")
            self.citing.problem(f"@{key}", f'cites "{key}", which is no source and no letter; {near}')
        return False

    def _lacks_a_way(self, citations: tuple[Citation, ...]) -> bool:
        """Whether a via leads through a work that was not seen, or to itself."""
        for citation in citations:
            if citation.via and (citation.via == citation.key or seen_of(citation.via, self.citing.archive) == "none"):
                what = "leads to itself" if citation.via == citation.key else f'leads through "{citation.via}", which was not seen'
                self.citing.problem(f"@{citation.via}", f'"via" {what}; name a work that this edition has seen')
                return True
        return False


class _EntityLinks(ReferenceInlineProcessor):
    """[Hysni Kapo][person:kapo] → a link to the record's page."""

    def __init__(self, citing: Citing, md: Markdown):
        super().__init__(r"\[", md)
        self.citing = citing

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | str | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802
        text, index, handled = self.getText(data, m.end(0))
        if not handled:
            return None, None, None
        target = re.compile(r"\[([a-z]+):([^\[\]\s]*)\]").match(data, index)
        if not target:
            return None, None, None
        kind = LINK_KINDS.get(target[1])
        known = getattr(self.citing.archive, kind) if kind else {}
        if target[2] not in known:
            if target[2] not in self.citing.archive.broken and kind not in self.citing.archive.unread:
                self._unknown(target, kind, list(known))
            return text, m.start(0), target.end()
        return self._element(text, target[1], target[2]), m.start(0), target.end()

    def _element(self, text: str, word: str, id: str) -> etree.Element:
        """The link; of a correction the mark, whose note the paragraph receives later."""
        if word == "correction":
            link = etree.Element("a", {"class": "note-ref dagger", "data-corrects": id})
        else:
            link = etree.Element("a", {"href": self.citing.href(LINK_KINDS[word], id), "data-entity": id})
        if word == "event":
            event = self.citing.archive.events[id]
            link.set("title", f"{event.title}, {event.date} ({word_of_event(event, self.citing.archive)})")
        link.text = "†" if word == "correction" else text
        return link

    def _unknown(self, target: re.Match[str], kind: str | None, known: list[str]) -> None:
        fragment = target.group(0)
        if kind is None:
            text = f'"{target[1]}:" is no kind of link; {did_you_mean(target[1], LINK_KINDS, "use " + ", ".join(LINK_KINDS))}'
        else:
            text = f'links to "{target[2]}", which is not among the {kind}; {did_you_mean(target[2], known, f"add it to data/{kind}.yml first")}'
        self.citing.problem(fragment, text)
