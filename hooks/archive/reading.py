"""YAML files read so that nothing is guessed and every value knows its line.

Every scalar stays the string that was typed (no dates, numbers, yes/no); repeated keys, aliases and tags are refused.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .characters import composed, unwanted, without_unwanted
from .problems import Problem

MAX_BYTES = 30_000_000
"""About the size of 10,000 events; beyond it the file is not what it says."""
MAX_DEPTH = 50
"""Brackets and indents that may stand inside one another; records need eight."""
MAX_KEYS = 200
"""Keys of one record, or of one set of keys inside it; records have thirty."""
MANY = 10_000
"""Mistakes of one file after which no more are looked for."""


class _Loader(yaml.CSafeLoader):
    """Without resolvers 1960-08-13, no and 0123 stay text."""


_Loader.yaml_implicit_resolvers = {}
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map")}
"""Kinds of value that YAML itself finds; others were written with a tag such as !!binary."""


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


def read_text(path: Path, document: Document, limit: int = MAX_BYTES) -> str | None:
    """The text of a file: UTF-8 with or without a mark at its head, lines ended in any way, composed characters (NFC).

    What is wrong with it goes to the problems of the document; None where nothing could be read.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            document.problem((), "is not a file; put the file in its place")
        elif found.st_size > limit:
            document.problem((), f"is larger than {limit / 1_000_000:g} MB; split or mend it")
        else:
            return _whole(_as_meant(path.read_bytes().decode("utf-8-sig"), document), document)
    except OSError as error:
        document.problem((), f"cannot be read ({error.strerror}); restore the file")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        document.problems.append(Problem(document.file, line, "", "is not UTF-8; save the file in that encoding"))
    return None


def _as_meant(text: str, document: Document) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for place, what in unwanted(text):
        document.problems.append(Problem(document.file, text.count("\n", 0, place) + 1, "", what))
        if len(document.problems) == _ENOUGH:
            break
    return composed(without_unwanted(text))


def _whole(text: str, document: Document) -> str:
    """The text; a problem where its last line has no end, for so ends what was cut off."""
    if text and not text.endswith("\n"):
        what = "ends in the middle of a line, as a file that was cut off; see whether its end is there, and end the line"
        document.problems.append(Problem(document.file, text.count("\n") + 1, "", what))
    return text


_ENOUGH = 20
"""After so many characters that should not be there, more would tell nothing new."""


def read(path: Path, shown_as: str) -> Document:
    """Read one file that holds a list of records. Never raises for its contents: see ``problems`` of the result."""
    document = Document(shown_as)
    text = read_text(path, document)
    if text is not None:
        compose(text, document)
    if not document.problems and not isinstance(document.data, list):
        found = "is empty" if document.root is None else "is not a list"
        document.problem((), f"{found}; begin each record with “- id: …”")
    return document


def compose(text: str, document: Document) -> None:
    """Read YAML text into a document; what is wrong goes to its problems."""
    try:
        line = _too_deep(text)
        if line:
            document.problems.append(Problem(document.file, line, "", "is nested too deeply to be read; mend the brackets or the indent"))
            return
        document.root = yaml.compose(text, _Loader)
        document.data = _plain(document.root, document, set()) if document.root else None
    except yaml.YAMLError as error:
        document.problems.append(_syntax(error, document.file, text))


_OPENING_OR_CLOSING = re.compile(r"[\[\]{}]")
_DEEP_LINE = re.compile(rf"(?m)^[ ?:-]{{{MAX_DEPTH},}}")


def _too_deep(text: str) -> int:
    """Line at which too many levels are open, or 0. Composing would follow them until the stack ends, and Python with it."""
    depth = deepest = 0
    for found in _OPENING_OR_CLOSING.finditer(text):
        depth += 1 if found[0] in "[{" else -1
        deepest = max(deepest, depth)
    if deepest < MAX_DEPTH and not _DEEP_LINE.search(text):
        return 0  # the quick look counts brackets in texts too; only where it finds many is the parser asked
    depth = 0
    for event in yaml.parse(text, _Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return event.start_mark.line + 1 if event.start_mark else 1
    return 0


def _syntax(error: yaml.YAMLError, file: str, text: str) -> Problem:
    """A syntax error in the words of the parser, at the line where it gave up; that may be the one after the last."""
    mark = getattr(error, "problem_mark", None)
    line = min(mark.line, text.rstrip("\n").count("\n")) + 1 if mark else 1
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    return Problem(file, line, "", f"is not YAML here ({reason}); look at indent, colons and quotes on this line and the one before")


def _plain(node: yaml.Node, document: Document, seen: set[int]) -> Any:
    """Nodes to dicts, lists and strings. An alias would show up as a node met twice."""
    if id(node) in seen:
        _note(document, node, "is used again by an alias (*name); write the value out")
        return None
    seen.add(id(node))
    if node.tag not in _PLAIN_TAGS:
        _note(document, node, f'has the tag "{node.tag}"; delete it')
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, document, seen) for item in node.value]
    result: dict[str, Any] = {}
    if len(node.value) > MAX_KEYS:
        _note(document, node, f"has {len(node.value)} keys, and no record has more than {MAX_KEYS}; mend the indent, or begin new records with “- ”")
        return result
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            _note(document, key, "has a key that is not a word; mend the indent")
        elif key.value in result:
            _note(document, key, f'key "{key.value}" is given twice; keep one of the two', str(result.get("id", "")))
        else:
            result[key.value] = _plain(value, document, seen)
    return result


def _note(document: Document, node: yaml.Node, text: str, id: str = "") -> None:
    if len(document.problems) < MANY:
        document.problems.append(Problem(document.file, node.start_mark.line + 1, id, text))
