"""The Markdown pages of docs/: their front matter, checked, and their text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field, TypeAdapter, ValidationError

from ..archive.composing import Document, compose
from ..archive.dates import Date
from ..archive.fields import EdtfDate, Id, Record, Ref, Text
from ..archive.problems import Problem
from ..archive.reading import read_text
from ..archive.validating import mistakes, say

MAX_BYTES = 500_000
"""Of a Markdown file; a chapter has 20,000."""
MAX_BRACKETS = 300
"""Opening brackets in one paragraph, of which most have ten: Markdown takes time by their square."""
_A_LINK = "is a symbolic link, of which MkDocs may lose its way; put the file itself here"
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.S)


class Front(Record):
    """Front matter of any page."""

    title: Text
    formerly: tuple[Id, ...] = Field((), description="Names, without .md, that the file had before in its folder; their addresses lead here")


class PageFront(Front):
    """Front matter of a page that is no chapter."""

    description: Text = Field(description="One sentence for search engines and lists of pages")


class ChapterFront(Front):
    """Front matter of a chapter."""

    number: int = Field(ge=1, le=10)
    span: EdtfDate = Field(description="First and last date that the chapter tells")
    summary: Text = Field(description="What the chapter tells, in one sentence; it opens the chapter")
    key_dates: tuple[Ref, ...] = Field(description="Ids of the four to seven events in the strip of dates, in order")
    moved: dict[int, int] = Field({}, description="Numbers of published paragraphs that are no more, each with the paragraph that took its text")


@dataclass(frozen=True)
class ProsePage:
    """A page of docs/."""

    src_uri: str
    """Path under docs/, always with /."""
    front: PageFront | ChapterFront
    text: str
    """The whole file, front matter included: line numbers count from its top."""
    body: str

    @property
    def title(self) -> str:
        return self.front.title

    @property
    def moved(self) -> Mapping[int, int]:
        return self.front.moved if isinstance(self.front, ChapterFront) else {}

    @property
    def span(self) -> Date | None:
        """The time of which a chapter tells."""
        return self.front.span if isinstance(self.front, ChapterFront) else None


def read_prose(folder: Path) -> tuple[list[ProsePage], list[Problem]]:
    """Read every Markdown file under docs/, in the order of their paths; front matter is checked."""
    pages: list[ProsePage] = []
    problems = [Problem(f"{folder.name}/{path.relative_to(folder).as_posix()}", 1, "", _A_LINK) for path in folder.rglob("*") if path.is_symlink()]
    for path in sorted(path for path in folder.rglob("*.md") if not path.is_symlink()):
        uri = path.relative_to(folder).as_posix()
        document = Document(f"{folder.name}/{uri}")
        page = _page(path, uri, document)
        pages += [page] if page else []
        problems += document.problems
    return pages, problems


def _page(path: Path, uri: str, document: Document) -> ProsePage | None:
    text = read_text(path, document, MAX_BYTES)
    if text is None:
        return None
    for paragraph in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        if (count := paragraph[0].count("[")) > MAX_BRACKETS:
            line = text.count("\n", 0, paragraph.start()) + 1
            document.problems.append(
                Problem(document.file, line, "", f"has {count} brackets in one paragraph, and {MAX_BRACKETS} are the most; divide it")
            )
            return None
    found = _FRONT.match(text)
    if not found:
        document.problem((), "has no front matter; begin the file with --- title: … ---")
        return None
    if not text[found.end() :].strip():
        document.problem((), "has no text below its front matter; write it, or take the file away")
        return None
    compose("\n" + found[1], document)  # the newline stands for the first ---, so that lines agree
    model: Any = ChapterFront if uri.startswith("chapters/") else PageFront
    if not isinstance(document.data, dict):
        if not document.problems:
            document.problem((), "has a front matter without keys; write lines such as “title: …”")
        return None
    try:
        front = TypeAdapter(model).validate_python(document.data)
    except ValidationError as error:
        for detail in mistakes(error):
            document.problem(detail["loc"], say(detail, model))
        return None
    return ProsePage(uri, front, text, text[found.end() :])
