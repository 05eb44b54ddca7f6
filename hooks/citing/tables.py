"""Tables of which nothing is dropped: Markdown leaves out cells that stand beyond the last column of the head."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence

from markdown import Markdown
from markdown.extensions.tables import TableProcessor

Say = Callable[[str, str], None]
"""Takes a piece of the source by which its line may be found, and what is wrong there."""


class _WholeTables(TableProcessor):
    def __init__(self, usual: TableProcessor, say: Say):
        super().__init__(usual.parser, usual.config)  # type: ignore[attr-defined]
        self._say = say

    def _build_row(self, row: str, parent: etree.Element, align: Sequence[str | None]) -> None:
        if len(self._split_row(row)) > len(align):  # type: ignore[attr-defined]
            self._say(row, f"has more cells than the {len(align)} of the table's head; give the head as many, or write \\| for a stroke")
        super()._build_row(row, parent, align)  # type: ignore[misc]


def watch_tables(md: Markdown, say: Say) -> None:
    """Let the tables of a converter, if it makes any, say which rows are too long."""
    if "table" in md.parser.blockprocessors:
        usual = md.parser.blockprocessors["table"]
        assert isinstance(usual, TableProcessor)
        md.parser.blockprocessors.register(_WholeTables(usual, say), "table", 75)  # the place that Markdown gives it
