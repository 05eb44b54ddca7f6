"""After the text of a page is read: paragraphs are numbered, notes set beside them, and uses remembered."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from .grammar import HEADINGS, HOW, START, Citation, parse
from .names import named_again
from .notes import correction_element, note_elements
from .usage import Mention

if TYPE_CHECKING:
    from .extension import Citing


_NO_TEXT = re.compile(r"\x02[^\x03]*\x03|" + START.pattern + r"\S*")
"""Markdown's own marks, and citations that could not be read: their figures state nothing."""


class Paragraphs(Treeprocessor):
    """Numbers paragraphs and notes, sets each block's notes right after it, and records what was used where."""

    def __init__(self, citing: Citing, md: Markdown):
        super().__init__(md)
        self.citing = citing

    def run(self, root: etree.Element) -> None:
        self.notes = self.paragraphs = self.corrections = 0
        self.named: set[str] = set()
        texts: dict[int, str] = {}
        self._leftovers(root)
        for place, block in enumerate(list(root)):
            marks = [element for element in block.iter("a") if _is_mark(element)]
            self._examine(block, marks)
            text = "".join(block.itertext())  # before the number of the paragraph, which would stand at its first word
            anchor = self._number(block)
            self._remember(block, anchor)
            if anchor:
                texts[self.paragraphs] = text
            if marks:
                root[place] = self._with_notes(block, marks)
        self._name_again(texts)
        self.citing.usage.numbered[self.citing.page] = self.paragraphs

    def _examine(self, block: etree.Element, marks: list[etree.Element]) -> None:
        """What the text of a chapter owes: a note where it states a date or a figure, and quotations that somebody stored."""
        if block.tag in HEADINGS or not self.citing.numbers_paragraphs:
            return
        text = _NO_TEXT.sub("", "".join(block.itertext())).replace("†", "")
        for link in block.iter("a"):
            if link.get("class") == "footnote-ref":
                text = text.replace(link.text or "", "", 1)  # the number of a footnote is no figure
        cited = any(link.get("data-cites") or link.get("data-failed") for link in block.iter("a"))
        if block.tag not in ("pre", "hr"):
            self.citing.usage.coverage[self.citing.page].count(states=bool(re.search(r"\d", text)), cited=cited)
        if re.search(r"\d", text) and not cited:
            fragment = _in_one_line(text)[:60]
            self.citing.problem(fragment[:30], f'"{fragment}…": states a date or a figure without a note; add the citation that bears it out')
        if self.citing.archive.unread or self.citing.archive.broken:
            return  # the words may stand in what cannot be read
        for quoted in map(_in_one_line, self.citing.quotations.unknown(text)):
            self.citing.problem(quoted[:40], f"“{quoted}” is no stored quotation, to the letter; mend it, or add it under quotes: in data/")

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
        for old in (old for old, new in self.citing.moved.items() if new == self.paragraphs):
            block.insert(0, etree.Element("span", {"id": f"p{old}"}))
        return anchor

    def _remember(self, block: etree.Element, anchor: str) -> None:
        mention = Mention(self.citing.page, self.citing.page_title, self.paragraphs if anchor else 0)
        used: list[str] = []
        for element in block.iter("a"):
            ids = [id for id in (element.attrib.pop("data-entity", None), element.get("data-corrects")) if id]
            for citation in self._citations(element):
                ids += [citation.key, citation.via] if citation.via else [citation.key]
                self.citing.usage.coverage[self.citing.page].keys.append(citation.key)
            used += ids
        for id in used:
            self.citing.usage.add(id, mention)
        if anchor:
            self._date(block, used)

    def _name_again(self, texts: dict[int, str]) -> None:
        usage, archive = self.citing.usage, self.citing.archive
        linked = [record for id in usage.on(self.citing.page) if (record := archive.people.get(id) or archive.places.get(id))]
        for id, number in named_again(texts, linked):
            usage.add(id, Mention(self.citing.page, self.citing.page_title, number))

    def _date(self, block: etree.Element, ids: list[str]) -> None:
        """The day of the first event of the chapter's time that a paragraph links: the strip of years shows it while the paragraph is read."""
        days = (event.date.earliest for id in ids if (event := self.citing.archive.events.get(id)))
        span = self.citing.span
        day = next((day for day in days if span and span.earliest <= day <= span.latest), None)
        if day:
            block.set("data-at", day.isoformat())

    def _citations(self, element: etree.Element) -> tuple[Citation, ...]:
        inner = element.get("data-cites")
        return parse(inner) if inner else ()

    def _with_notes(self, block: etree.Element, marks: list[etree.Element]) -> etree.Element:
        """The block and its notes in one box, so that they can stand side by side."""
        box = etree.Element("div", {"class": "claim"})
        notes = etree.Element("div", {"class": "notes", "role": "group", "aria-label": "Notes"})
        self._set_apart(block)
        for mark in marks:
            notes.append(self._correction(mark) if mark.get("data-corrects") else self._note(mark))
        block.tail, box.tail = None, block.tail
        box.append(block)
        box.append(notes)
        return box

    def _note(self, mark: etree.Element) -> etree.Element:
        self.notes += 1
        citations = self._citations(mark)
        del mark.attrib["data-cites"]
        mark.attrib.update({"id": f"r{self.notes}", "href": f"#n{self.notes}", "role": "doc-noteref"})
        mark.text = str(self.notes)
        return note_elements(self.notes, citations, self.citing.archive, self.citing.labels, self.citing.href, self.named)

    def _correction(self, mark: etree.Element) -> etree.Element:
        self.corrections += 1
        number, correction = self.corrections, self.citing.archive.corrections[mark.attrib.pop("data-corrects")]
        mark.attrib.update({"id": f"c{number}", "href": f"#k{number}", "role": "doc-noteref", "aria-label": f"Correction to the study {number}"})
        return correction_element(number, correction, self.citing.href)

    def _set_apart(self, block: etree.Element) -> None:
        """Two marks without text between them would read as one number."""
        for parent in block.iter():
            for one, two in pairwise(parent):
                if _is_mark(one) and _is_mark(two) and not (one.tail or "").strip():
                    two.set("class", f"{two.get('class')} next")

    def _leftovers(self, root: etree.Element) -> None:
        """A citation that was not read must never be printed as text."""
        for element in root.iter():
            if element.tag in ("code", "pre") or not isinstance(element.tag, str):
                texts: tuple[Any, ...] = (element.tail,)
            else:
                opening = "[" if element.tag == "a" and not _is_mark(element) else ""  # of [@key](address), which reads as a link
                texts = (opening + (element.text or ""), element.tail, element.get("alt"), element.get("title"))
            for text in texts:
                if isinstance(text, str) and (found := START.search(text)):
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


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _is_mark(element: etree.Element) -> bool:
    """Whether a note will stand beside the text for this element."""
    return bool(element.get("data-cites") or element.get("data-corrects"))
