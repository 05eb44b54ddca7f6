"""Dating a version: its number and day go to CITATION.cff, pyproject.toml and the head of CHANGELOG.md."""

from __future__ import annotations

import re
from pathlib import Path

from .archive.dates import BadDate, parse
from .archive.writing import write_whole

_CHANGES = (
    ("CITATION.cff", "version: …", "version: {version}"),
    ("CITATION.cff", "date-released: …", "date-released: {day}"),
    ("pyproject.toml", 'version = "…"', 'version = "{version}"'),
    ("CHANGELOG.md", "## Unreleased", "## {version}, {words}"),
)
"""File, the line to replace, of which there must be one, and what takes its place; … stands for anything."""


class CannotRelease(Exception):
    """What stands in the way, said to the editor; nothing was changed."""


def release(project: Path, version: str, day: str) -> None:
    """Write a version and its day (ISO 8601) into the three files. Raises CannotRelease before anything is changed."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise CannotRelease(f'"{version}" is not a version; write three numbers, as in 0.2.0')
    try:
        words = str(parse(day))
    except BadDate as error:
        raise CannotRelease(str(error)) from None
    texts: dict[str, str] = {}
    for file, wanted, form in _CHANGES:
        text = texts.get(file) or (project / file).read_text(encoding="utf-8")
        pattern = f"^{re.escape(wanted).replace('…', '.*')}$"
        texts[file], count = re.subn(pattern, form.format(version=version, day=day, words=words), text, flags=re.M)
        if count != 1:
            raise CannotRelease(f"{file}: has {count} lines “{wanted}”; there must be one")
    for file, text in texts.items():
        write_whole(project / file, text)
