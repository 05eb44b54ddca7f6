"""The Markdown extension: citations become notes beside their paragraph, entity links become links.

One instance serves a whole build. It is told which page comes next (`begin`), and remembers for each page what was
cited and linked, down to the paragraph, and what was wrong.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, ReferenceInlineProcessor
from markdown.treeprocessors import Treeprocessor

from ..archive.checks import seen_of
from ..archive.problems import Problem, did_you_mean
from ..archive.store import Archive
from .grammar import HOW, START, BadCitation, Citation, parse
from .notes import note_elements
from .usage import Mention, Usage

LINK_KINDS = {"person": "people", "event": "events", "letter": "letters", "place": "places", "source": "sources", "body": "bodies"}
"""Word before the colon in a link such as [Hysni Kapo][person:kapo], and the kind of record it names."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NO_MORE_THAN = 15  # characters of a wrong text quoted in a message are many; of a leftover few suffice


class Citing(Extension):
    """Citations and entity links for one archive."""

    def __init__(self, archive: Archive, labels: Callable[[str], str]):
        super().__init__()
        self.archive, self.labels = archive, labels
        self.usage = Usage()
        self.page = self.page_title = self.text = ""

    def begin(self, page: str, page_title: str, text: str) -> None:
        """Name the page that is converted next: its path under docs/, its title and its Markdown text (for line numbers)."""
        self.page, self.page_title, self.text = page, page_title, text
        self.usage.forget(page)

    @property
    def numbers_paragraphs(self) -> bool:
        """Paragraphs of chapters are numbered, so that they can be cited; those of other pages are not."""
        return self.page.startswith("chapters/")

    def href(self, kind: str, id: str) -> str:
        """Relative path to the Markdown file of a record's page: MkDocs turns it into an address and checks it."""
        return "../" * self.page.count("/") + f"{kind}/{id}.md"

    def problem(self, fragment: str, text: str) -> None:
        """Remember a mistake at the first line that holds the fragment."""
        lines = self.text.splitlines()
        line = next((number for number, content in enumerate(lines, 1) if fragment and fragment in content), 1)
        self.usage.problems.append(Problem(f"docs/{self.page}", line, "", text))

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        md.inlinePatterns.register(_CitationProcessor(self, md), "citation", 124)  # after links and pictures, whose texts it must not eat
        md.inlinePatterns.register(_EntityLinks(self, md), "entity", 172)  # before plain reference links
        md.treeprocessors.register(_Paragraphs(self, md), "citing", 15)  # after inline text, before MkDocs' links


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
            return "", m.start(0), m.end(0)
        unknown = False
        for key in (key for c in citations for key in (c.key, c.via) if key):
            unknown |= not self._is_known(key)
        if unknown or self._lacks_a_way(citations):
            return "", m.start(0), m.end(0)
        mark = etree.Element("a", {"class": "note-ref"})
        mark.set("data-cites", m["inner"])
        return mark, m.start(0), m.end(0)

    def _is_known(self, key: str) -> bool:
        archive = self.citing.archive
        if key in archive.sources or key in archive.letters:
            return True
        if key not in archive.broken:
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
            if target[2] not in self.citing.archive.broken:
                self._unknown(target, kind, list(known))
            return text, m.start(0), target.end()
        link = etree.Element("a", {"href": self.citing.href(kind or "", target[2]), "data-entity": target[2]})
        link.set("class", f"entity {target[1]}")
        link.text = text
        return link, m.start(0), target.end()

    def _unknown(self, target: re.Match[str], kind: str | None, known: list[str]) -> None:
        fragment = target.group(0)
        if kind is None:
            text = f'"{target[1]}:" is no kind of link; {did_you_mean(target[1], LINK_KINDS, "use " + ", ".join(LINK_KINDS))}'
        else:
            text = f'links to "{target[2]}", which is not among the {kind}; {did_you_mean(target[2], known, f"add it to data/{kind}.yml first")}'
        self.citing.problem(fragment, text)


class _Paragraphs(Treeprocessor):
    """Numbers paragraphs and notes, sets each block's notes right after it, and records what was used where."""

    def __init__(self, citing: Citing, md: Markdown):
        super().__init__(md)
        self.citing = citing

    def run(self, root: etree.Element) -> None:
        self.notes = self.paragraphs = 0
        self.named: set[str] = set()
        self._leftovers(root)
        for place, block in enumerate(list(root)):
            anchor = self._number(block)
            marks = [element for element in block.iter("a") if element.get("data-cites")]
            self._remember(block, anchor)
            if marks:
                root[place] = self._with_notes(block, marks)

    def _number(self, block: etree.Element) -> str:
        """Give a paragraph of a chapter its number and anchor; returns the anchor, or "" for other blocks."""
        if block.tag != "p" or not self.citing.numbers_paragraphs:
            return ""
        self.paragraphs += 1
        anchor = f"p{self.paragraphs}"
        block.set("id", anchor)
        number = etree.Element("a", {"class": "pn", "href": f"#{anchor}", "aria-label": f"Paragraph {self.paragraphs}"})
        number.text, number.tail, block.text = str(self.paragraphs), block.text, None
        block.insert(0, number)
        return anchor

    def _remember(self, block: etree.Element, anchor: str) -> None:
        mention = Mention(self.citing.page, self.citing.page_title, self.paragraphs if anchor else 0)
        for element in block.iter("a"):
            entity = element.attrib.pop("data-entity", None)
            ids = [entity] if entity else []
            for citation in self._citations(element):
                ids += [citation.key, citation.via] if citation.via else [citation.key]
            for id in ids:
                self.citing.usage.add(id, mention)

    def _citations(self, element: etree.Element) -> tuple[Citation, ...]:
        inner = element.get("data-cites")
        return parse(inner) if inner else ()

    def _with_notes(self, block: etree.Element, marks: list[etree.Element]) -> etree.Element:
        """The block and its notes in one box, so that they can stand side by side."""
        box = etree.Element("div", {"class": "claim"})
        notes = etree.Element("div", {"class": "notes", "role": "group", "aria-label": f"Notes from {self.notes + 1}"})
        for mark in marks:
            self.notes += 1
            citations = self._citations(mark)
            del mark.attrib["data-cites"]
            mark.attrib.update({"id": f"r{self.notes}", "href": f"#n{self.notes}", "role": "doc-noteref", "aria-label": f"Note {self.notes}"})
            mark.text = str(self.notes)
            notes.append(note_elements(self.notes, citations, self.citing.archive, self.citing.labels, self.citing.href, self.named))
        block.tail, box.tail = None, block.tail
        box.append(block)
        box.append(notes)
        return box

    def _leftovers(self, root: etree.Element) -> None:
        """A citation that was not read must never be printed as text."""
        for element in root.iter():
            if element.tag in ("code", "pre") or not isinstance(element.tag, str):
                texts: tuple[Any, ...] = (element.tail,)
            else:
                texts = (element.text, element.tail, element.get("alt"), element.get("title"))
            for text in texts:
                found = START.search(text) if isinstance(text, str) else None
                if found and isinstance(text, str):
                    self._leftover(element, text[found.start() :])

    def _leftover(self, element: etree.Element, text: str) -> None:
        fragment = re.split(r"[\n\x02\x03]", text)[0]
        if element.tag in HEADINGS:
            advice = "a heading cannot hold a citation; move it to the text below"
        elif element.tag in ("a", "img"):
            advice = "a link or picture cannot hold a citation; move it behind"
        else:
            advice = f"the citation cannot be read; {HOW}"
        self.citing.problem(fragment[:60].rstrip() if len(fragment) > _NO_MORE_THAN else fragment, f'"{fragment[:60].strip()}": {advice}')
