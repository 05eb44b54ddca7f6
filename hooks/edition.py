"""The whole edition, read and checked: what every page, drawing and export is made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path

from markdown import Markdown

from .archive.appearances import appearances
from .archive.models import Entity
from .archive.naming import letter_in_brief
from .archive.problems import BadArchive
from .archive.store import Archive, load_what_is_sound
from .citing.extension import Citing
from .citing.prose import ChapterFront, ProsePage, read_prose, survey
from .citing.references import Reference, references
from .citing.usage import Usage
from .exports.ready import ReadyFile

MakeMarkdown = Callable[[Citing], Markdown]


@dataclass(frozen=True)
class Edition:
    """Data and prose, and what each uses of the other."""

    archive: Archive
    prose: Sequence[ProsePage]
    references: Mapping[str, Reference]
    citing: Citing
    """The Markdown extension of this build; its usage tells where records are cited."""
    ready: Sequence[ReadyFile] = ()
    """What `make editions` has made, to be offered on the home page."""

    @property
    def usage(self) -> Usage:
        return self.citing.usage

    @cached_property
    def appearances(self) -> Mapping[str, list[Entity]]:
        """For each id, the records that refer to it."""
        return appearances(self.archive)

    @cached_property
    def chapters(self) -> list[tuple[ProsePage, ChapterFront]]:
        """The chapters in order of their numbers."""
        pages = [(page, page.front) for page in self.prose if isinstance(page.front, ChapterFront)]
        return sorted(pages, key=lambda pair: pair[1].number)

    def page(self, src_uri: str) -> ProsePage:
        """The Markdown page with this path under docs/."""
        return next(page for page in self.prose if page.src_uri == src_uri)

    def label(self, id: str) -> str:
        """Short HTML name of a source or letter: Pilaca and Nako 2021."""
        if id in self.references:
            return self.references[id].label
        letter = self.archive.letters.get(id)
        return escape(f"{letter_in_brief(letter, self.archive)}, {letter.date}") if letter else ""


def open_edition(root: Path, make_markdown: MakeMarkdown) -> Edition:
    """Read data/ and docs/ of a project and check the one against the other.

    `make_markdown` builds the converter of the site around the citing extension. Raises BadArchive with every problem
    of data and prose at once.
    """
    archive, problems = load_what_is_sound(root / "data")
    prose, more = read_prose(root / "docs")
    problems += more
    formatted: dict[str, Reference] = {}
    citing = Citing(archive, lambda id: edition.label(id))
    edition = Edition(archive, prose, formatted, citing)
    problems += survey(prose, citing, lambda: make_markdown(citing))
    if problems:
        raise BadArchive(problems)
    formatted.update(references(archive.sources.values(), root / ".cache"))
    return edition
