"""YAML files read so that nothing is guessed and every value knows its line.

Every scalar stays the string that was typed (no dates, numbers, yes/no), repeated keys and aliases are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem

MAX_BYTES = 40_000_000
"""About twice the size of 10,000 events; beyond it the file is not what it says."""


class _Loader(yaml.CSafeLoader):
    """Without resolvers 1960-08-13, no and 0123 stay text."""


_Loader.yaml_implicit_resolvers = {}


@dataclass
class Document:
    """A YAML file: its plain data, its node tree for looking up lines, and what was wrong on the way."""

    file: str
    """Path as shown to the editor, relative to the project."""
    data: Any = None
    root: yaml.Node | None = None
    problems: list[Problem] = field(default_factory=list)

    def line(self, loc: Sequence[int | str]) -> int:
        """Line of the value at a path such as (3, "evidence", 0, "source"); of its nearest parent where it is missing."""
        at = node = self.root
        for step in loc:
            hit = None
            if isinstance(node, yaml.MappingNode):
                hit = next(((key, value) for key, value in node.value if key.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                hit = (node.value[step], node.value[step])
            if hit:
                at, node = hit
        return at.start_mark.line + 1 if at else 1

    def problem(self, loc: Sequence[int | str], text: str) -> None:
        """Note what is wrong at a path; the id is that of the record which the path begins with, or of its event."""
        record = self.data[loc[0]] if loc and isinstance(self.data, list) and isinstance(loc[0], int) else None
        name = record.get("id", record.get("event", "")) if isinstance(record, dict) else ""
        self.problems.append(Problem(self.file, self.line(loc), name if isinstance(name, str) else "", text))


def read(path: Path, shown_as: str) -> Document:
    """Read one file that holds a list of records. Never raises for its contents: see ``problems`` of the result."""
    document = Document(shown_as)
    try:
        if path.stat().st_size > MAX_BYTES:
            document.problem((), f"is larger than {MAX_BYTES // 1_000_000} MB; split or mend it")
            return document
        compose(path.read_text(encoding="utf-8-sig"), document)
    except OSError as error:
        document.problem((), f"cannot be read ({error.strerror}); restore the file")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        document.problems.append(Problem(shown_as, line, "", "is not UTF-8; save the file in that encoding"))
    if not document.problems and not isinstance(document.data, list):
        found = "is empty" if document.root is None else "is not a list"
        document.problem((), f"{found}; begin each record with “- id: …”")
    return document


def compose(text: str, document: Document) -> None:
    """Read YAML text into a document; what is wrong goes to its problems."""
    try:
        document.root = yaml.compose(text, _Loader)
        document.data = _plain(document.root, document, set()) if document.root else None
    except yaml.YAMLError as error:
        document.problems.append(_syntax(error, document.file))
    except RecursionError:
        document.root = document.data = None
        document.problem((), "is nested too deeply to be read; mend the brackets or the indent")


def _syntax(error: yaml.YAMLError, file: str) -> Problem:
    """A syntax error in the words of the parser, at the line where it gave up."""
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    return Problem(
        file, mark.line + 1 if mark else 1, "", f"is not YAML here ({reason}); look at indent, colons and quotes on this line and the one before"
    )


def _plain(node: yaml.Node, document: Document, seen: set[int]) -> Any:
    """Nodes to dicts, lists and strings. An alias would show up as a node met twice."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if id(node) in seen:
        document.problems.append(Problem(document.file, node.start_mark.line + 1, "", "is used again by an alias (*name); write the value out"))
        return None
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, document, seen) for item in node.value]
    result: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            document.problems.append(Problem(document.file, key.start_mark.line + 1, "", "has a key that is not a word; mend the indent"))
        elif key.value in result:
            text = f'key "{key.value}" is given twice; keep one of the two'
            document.problems.append(Problem(document.file, key.start_mark.line + 1, str(result.get("id", "")), text))
        else:
            result[key.value] = _plain(value, document, seen)
    return result
