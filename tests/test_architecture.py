"""docs/about/architecture.md says what each module is for and which way data flows; the code must agree."""

from __future__ import annotations

import ast
import html
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for path in (ROOT / "hooks").rglob("*.py") if path.name != "__init__.py")
PAGE = html.unescape((ROOT / "docs/about/architecture.md").read_text(encoding="utf-8"))

MAY_USE = {
    "archive": set(),
    "citing": {"archive", "addresses"},
    "figures": {"archive"},
    "exports": {"archive", "citing", "figures", "addresses", "edition"},
    "pages": {"archive", "citing", "figures", "exports", "addresses", "edition"},
    "editions": {"archive", "figures", "exports", "pages", "addresses", "edition"},
}
"""Which rooms and modules each room may import: data flow one way."""


def sentence(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]


def test_the_page_has_the_sentence_of_every_module_and_names_no_other() -> None:
    expected = {f"`{path.relative_to(ROOT / 'hooks')}` | {sentence(path)}" for path in MODULES}
    assert {line.strip("| ") for line in PAGE.splitlines() if re.match(r"\| `.*\.py`", line)} == expected


@pytest.mark.parametrize("room", MAY_USE)
def test_data_flow_one_way(room: str) -> None:
    against = []
    for path in (path for path in MODULES if path.parent.name == room):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == 2:
                names = [node.module.split(".")[0]] if node.module else [alias.name for alias in node.names]
                against += [f"{path.name} imports {name}" for name in names if name not in MAY_USE[room] | {room}]
    assert against == []


def test_only_the_rooms_that_talk_to_it_know_mkdocs() -> None:
    knowing = [str(path.relative_to(ROOT)) for path in MODULES if re.search(r"^(from|import) mkdocs", path.read_text(encoding="utf-8"), re.M)]
    assert knowing == ["hooks/building.py", "hooks/editions/making.py", "hooks/handed.py", "hooks/site.py"]
