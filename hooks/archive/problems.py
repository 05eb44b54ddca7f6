"""What is wrong with the edition's files, said so that an editor can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from .characters import visible


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. Prints as ``file:line: id: what is wrong; what to do``."""

    file: str
    line: int
    id: str
    """Id of the record, or of the page, that holds the mistake; empty where there is none."""
    text: str

    def __str__(self) -> str:
        return visible(f"{self.file}:{self.line}: {self.id}: {self.text}" if self.id else f"{self.file}:{self.line}: {self.text}")


_SHOWN = 200


class BadArchive(Exception):
    """Raised once, after everything was looked at, with every problem found."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems))
        shown = list(map(str, self.problems[:_SHOWN]))
        if len(self.problems) > _SHOWN:
            shown.append(f"and {len(self.problems) - _SHOWN} more mistakes; mend these first")
        super().__init__("\n".join(shown))


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """The end of a message about an unknown word: the nearest known one, or else the given advice."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else otherwise
