"""What changed from version to version: the sections of CHANGELOG.md."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from pathlib import Path

from .composing import Document
from .problems import Problem
from .reading import read_text

_HEADING = re.compile(r"## (?P<version>[^,]+)(?:, (?P<day>.+))?")
UNRELEASED = "Unreleased"


@dataclass(frozen=True)
class Change:
    """One section of the changelog."""

    version: str
    day: datetime.date | None
    """None for what is not released yet."""
    text: str
    """Markdown."""


def read_changes(path: Path) -> tuple[tuple[Change, ...], list[Problem]]:
    """The sections of a changelog, newest first as in the file, and days that are none. Without a file there are no changes."""
    changes: list[Change] = []
    document = Document(path.name)
    text = read_text(path, document) if path.exists() else ""
    problems = document.problems
    for number, line in enumerate((text or "").splitlines(), 1):
        heading = _HEADING.fullmatch(line)
        if heading:
            changes.append(Change(heading["version"], _day(heading["day"], path.name, number, problems), ""))
        elif changes:
            changes[-1] = replace(changes[-1], text=f"{changes[-1].text}{line}\n".lstrip("\n"))
    return tuple(changes), problems


def _day(words: str | None, file: str, line: int, problems: list[Problem]) -> datetime.date | None:
    """A day in words, 22 November 2026; without one the section is not released."""
    try:
        return datetime.datetime.strptime(words, "%d %B %Y").date() if words else None
    except ValueError:
        problems.append(Problem(file, line, "", f'"{words}" is not a day; write the heading as “## 0.2.0, 22 November 2026”'))
        return None
