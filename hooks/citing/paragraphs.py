"""After the text of a page is read: paragraphs are numbered, notes set beside them, and uses remembered."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from .grammar import HEADINGS, HOW, START, Citation, parse
from .notes import note_elements
from .usage import Mention

if TYPE_CHECKING:
    from .extension import Citing


class Paragraphs(Treeprocessor):
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
        self._set_apart(block)
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

    def _set_apart(self, block: etree.Element) -> None:
        """Two marks without text between them would read as one number."""
        for parent in block.iter():
            for one, two in pairwise(parent):
                if one.get("data-cites") and two.get("data-cites") and not (one.tail or "").strip():
                    two.set("class", "note-ref next")

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
        fragment = re.split(r"[\n\x02\x03]", text)[0][:60].strip()
        if element.tag in HEADINGS:
            advice = "a heading cannot hold a citation; move it to the text below"
        elif element.tag in ("a", "img"):
            advice = "a link or picture cannot hold a citation; move it behind"
        else:
            advice = f"the citation cannot be read; {HOW}"
        self.citing.problem(fragment, f'"{fragment}": {advice}')
