"""YAML text composed so that nothing is guessed and every value knows its line.

Every scalar stays the string that was typed (no dates, numbers, yes/no); repeated keys, aliases and tags are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from sys import intern
from typing import Any

import yaml

from .problems import Problem

MAX_DEPTH = 50
"""Brackets and indents that may stand inside one another; records need eight."""
MAX_KEYS = 200
"""Keys of one record, or of one set of keys inside it; records have thirty."""
MANY = 10_000
"""Mistakes of one file after which no more are looked for."""
_PIECE = 200_000
"""Characters of a long list that are composed together: the tree of nodes takes forty times the room of its text."""


class _Loader(yaml.CSafeLoader):
    """Without resolvers 1960-08-13, no and 0123 stay text."""


_Loader.yaml_implicit_resolvers = {}
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map")}
"""Kinds of value that YAML itself finds; others were written with a tag such as !!binary."""


@dataclass(frozen=True)
class _Piece:
    """A part of a file."""

    text: str
    first_line: int
    """Lines before it."""
    first_record: int
    """Records before it."""


@dataclass
class Document:
    """A YAML file: its plain data, its text for looking up lines, and what was wrong on the way."""

    file: str
    """Path as shown to the editor, relative to the project."""
    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    pieces: Sequence[_Piece] = ()

    def line(self, loc: Sequence[int | str]) -> int:
        """Line of the value at a path such as (3, "evidence", 0, "source"); of its nearest parent where it is missing."""
        number = loc[0] if loc and isinstance(loc[0], int) else 0
        piece = next((piece for piece in reversed(self.pieces) if piece.first_record <= number), None)
        at = node = _tree(piece.text) if piece else None
        for step in loc:
            hit = None
            if isinstance(node, yaml.MappingNode):
                hit = next(((key, value) for key, value in node.value if key.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and piece:
                place = step - piece.first_record if step is loc[0] else step
                hit = (node.value[place], node.value[place]) if place < len(node.value) else None
            if hit:
                at, node = hit
        return piece.first_line + at.start_mark.line + 1 if piece and at else 1

    def problem(self, loc: Sequence[int | str], text: str) -> None:
        """Note what is wrong at a path; the id is that of the record which the path begins with, or of its event."""
        record = self.data[loc[0]] if loc and isinstance(self.data, list) and isinstance(loc[0], int) else None
        name = record.get("id", record.get("event", "")) if isinstance(record, dict) else ""
        self.problems.append(Problem(self.file, self.line(loc), name if isinstance(name, str) else "", text))


def compose(text: str, document: Document) -> None:
    """Read YAML text into a document; what is wrong goes to its problems."""
    try:
        line = _too_deep(text)
        if line:
            document.problems.append(Problem(document.file, line, "", "is nested too deeply to be read; mend the brackets or the indent"))
        elif not _compose_list(_pieces(text), document):
            document.pieces = [_Piece(text, 0, 0)]
            document.data = _read(text, document, 0)
    except yaml.YAMLError as error:
        document.problems.append(syntax_mistake(error, document.file, text))


_RECORD = re.compile(r"(?m)^- ")
_OTHER_THAN_RECORDS = re.compile(r"(?m)^(---|\.\.\.|%)")


def _pieces(text: str) -> list[str]:
    """A text cut before some of the records of its list; in one piece where it is short or holds more than a list."""
    cuts = [0]
    for found in () if _OTHER_THAN_RECORDS.search(text) else _RECORD.finditer(text):
        if found.start() - cuts[-1] >= _PIECE:
            cuts.append(found.start())
    return [text[start:end] for start, end in pairwise([*cuts, len(text)])]


def _compose_list(texts: Sequence[str], document: Document) -> bool:
    """Read a list piece by piece. False where that cannot be, and the whole must tell what is wrong: a quote may be open at a cut."""
    pieces: list[_Piece] = []
    data: list[Any] = []
    line, before = 0, len(document.problems)
    if len(texts) == 1:
        return False
    for text in texts:
        try:
            plain = _read(text, document, line)
        except yaml.YAMLError:
            plain = None
        if not isinstance(plain, list):
            del document.problems[before:]
            return False
        pieces.append(_Piece(text, line, len(data)))
        data += plain
        line += text.count("\n")
    document.pieces, document.data = pieces, data
    return True


@lru_cache(maxsize=1)
def _tree(text: str) -> yaml.Node | None:
    """The nodes of a text, kept while lines are looked up in it."""
    return yaml.compose(text, _Loader)


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


def syntax_mistake(error: yaml.YAMLError, file: str, text: str) -> Problem:
    """A syntax error in the words of the parser, at the line where it gave up; that may be the one after the last."""
    mark = getattr(error, "problem_mark", None)
    line = min(mark.line, text.rstrip("\n").count("\n")) + 1 if mark else 1
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    return Problem(file, line, "", f"is not YAML here ({reason}); look at indent, colons and quotes on this line and the one before")


def _read(text: str, document: Document, first_line: int) -> Any:
    """The plain data of a text that begins after so many lines of the document."""

    def note(node: yaml.Node, what: str, id: str = "") -> None:
        if len(document.problems) < MANY:
            document.problems.append(Problem(document.file, first_line + node.start_mark.line + 1, id, what))

    root = _tree(text)
    return _plain(root, note, set()) if root else None


def _plain(node: yaml.Node, note: Callable[..., None], seen: set[int]) -> Any:
    """Nodes to dicts, lists and strings. An alias would show up as a node met twice."""
    if id(node) in seen:
        return note(node, "is used again by an alias (*name); write the value out")
    seen.add(id(node))
    if node.tag not in _PLAIN_TAGS:
        note(node, f'has the tag "{node.tag}"; delete it')
    if isinstance(node, yaml.ScalarNode):
        return intern(node.value)  # the same ids, dates and words come again and again
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, note, seen) for item in node.value]
    result: dict[str, Any] = {}
    if len(node.value) > MAX_KEYS:
        note(node, f"has {len(node.value)} keys, and no record has more than {MAX_KEYS}; mend the indent, or begin new records with “- ”")
        return result
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            note(key, "has a key that is not a word; mend the indent")
        elif key.value in result:
            note(key, f'key "{key.value}" is given twice; keep one of the two', str(result.get("id", "")))
        else:
            result[intern(key.value)] = _plain(value, note, seen)
    return result
