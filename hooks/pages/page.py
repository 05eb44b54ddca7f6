"""A generated page, and the small tools with which every kind of page is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeVar

from .finding import Finding

T = TypeVar("T")


@dataclass(frozen=True)
class Side:
    """A line of the navigation beside a page."""

    label: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class GeneratedPage:
    """A page that no Markdown file holds."""

    uri: str
    """Path as if it were a Markdown file under docs/: events/bucharest-meeting.md."""
    title: str
    """Plain text, for the window and for lists."""
    description: str
    """One sentence for search engines."""
    body: str | Callable[[], str]
    """What stands in <main>, head included; or what writes it when it is asked for."""
    made_from: str
    """The file an editor opens to change it: data/events.yml."""
    in_nav: bool = False
    side_title: str = ""
    side: tuple[Side, ...] = field(default=())
    citable: bool = True
    """Whether its address is promised; pages of forms are none to be cited."""
    files: tuple[str, ...] = ()
    """Paths in the site of the tables that the page offers."""
    for_head: str | Callable[[], str] = ""
    """What stands in <head> for programs: see hooks/pages/cite.py."""
    finding: Finding | None = None
    """What the search finds it by; a page without it, such as a list of others, is left out of the index."""

    @property
    def html(self) -> str:
        """What stands in <main>; written anew each time, for all of it together would fill the memory of a small machine."""
        return self.body if isinstance(self.body, str) else self.body()

    @property
    def head(self) -> str:
        """What stands in <head>; written anew each time too."""
        return self.for_head if isinstance(self.for_head, str) else self.for_head()


def clip(text: str, length: int = 155) -> str:
    """A text cut at a word so that it fits a description."""
    text = text.replace("*", "")
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def grouped(records: Iterable[Any], key: Callable[[Any], Any]) -> list[tuple[Any, list[Any]]]:
    """Records by equal key, the keys in the order in which they first occur."""
    groups: dict[Any, list[Any]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return list(groups.items())


def with_neighbours(records: Sequence[T]) -> Iterator[tuple[T | None, T, T | None]]:
    """Each record between the one before and the one after it in the same order; None at the ends."""
    padded: list[T | None] = [None, *records, None]
    for (before, record), (_, after) in pairwise(pairwise(padded)):
        assert record is not None
        yield before, record, after
