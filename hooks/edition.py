"""The whole edition, read and checked: what every page, drawing and export is made from."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path

from markdown import Markdown

from .archive.appearances import appearances
from .archive.changes import Change, read_changes
from .archive.imprint import NAMELESS, Imprint, read_imprint
from .archive.models import Entity
from .archive.naming import letter_in_brief
from .archive.problems import BadArchive, Problem
from .archive.store import Archive, load_what_is_sound
from .archive.store import Kept as KeptFiles
from .citing.extension import Citing
from .citing.forms import Forms
from .citing.prose import ChapterFront, ProsePage, read_prose
from .citing.references import Reference, references
from .citing.survey import Kept as KeptPages
from .citing.survey import survey
from .citing.targets import surely_broken
from .citing.usage import Usage
from .exports.ready import ReadyFile
from .permanence import LIST, gone

MakeMarkdown = Callable[[Citing], Markdown]


@dataclass(frozen=True, eq=False)
class Edition:
    """Data and prose, and what each uses of the other. One edition equals no other, so that what is made of it can be kept by it."""

    archive: Archive
    prose: Sequence[ProsePage]
    references: Mapping[str, Reference]
    citing: Citing
    """The Markdown extension of this build; its usage tells where records are cited."""
    imprint: Imprint
    address: str
    """Where the site is published, ending in a slash."""
    changes: Sequence[Change]
    """What changed from version to version, newest first."""
    forms: Forms
    """How each page and document is cited; written by hooks/pages/cite.py before any page is."""
    ready: Sequence[ReadyFile] = ()
    """What `make editions` has made, to be offered on the home page."""
    is_hurried: bool = False
    """Whether somebody waits to see one page of it, and the rest may still be in the making."""

    @property
    def usage(self) -> Usage:
        return self.citing.usage

    @property
    def last_day(self) -> datetime.date | None:
        """Day of the newest version, all that a build without a clock knows of time; None before the first."""
        days = [change.day for change in self.changes] + [self.imprint.released.latest if self.imprint.released else None]
        return max((day for day in days if day), default=None)

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


@dataclass
class Kept:
    """What is read again only when it has changed, for one who builds the same edition many times."""

    contents: Mapping[Path, bytes] = field(default_factory=dict)
    """Of all files of data/, when they were last read."""
    files: KeptFiles = field(default_factory=dict)
    data: tuple[Archive, list[Problem]] = field(default_factory=lambda: (Archive(), []))
    pages: KeptPages = field(default_factory=dict)

    def read(self, folder: Path) -> tuple[Archive, list[Problem]]:
        """As load_what_is_sound; the same archive where no file has changed."""
        contents = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        if contents != self.contents:
            self.data, self.contents = load_what_is_sound(folder, self.files), contents
        return self.data[0], list(self.data[1])


def open_edition(root: Path, make_markdown: MakeMarkdown, address: str | None = None, kept: Kept | None = None) -> Edition:
    """Read data/, docs/, CITATION.cff and CHANGELOG.md of a project and check the one against the other.

    `make_markdown` builds the converter of the site around the citing extension; `address` is where the site is
    published, if not where CITATION.cff says; `kept` remembers from call to call. Raises BadArchive with every problem at once.
    """
    archive, problems = kept.read(root / "data") if kept else load_what_is_sound(root / "data")
    prose, more = read_prose(root / "docs")
    imprint, worse = read_imprint(root / "CITATION.cff")
    changes, worst = read_changes(root / "CHANGELOG.md")
    problems += more + worse + worst
    formatted: dict[str, Reference] = {}
    cache = root / ".cache"
    citing = Citing(archive, lambda id: edition.label(id))
    imprint = imprint or NAMELESS
    edition = Edition(archive, prose, formatted, citing, imprint, (address or imprint.url).rstrip("/") + "/", changes, Forms(cache))
    problems += survey(prose, citing, lambda: make_markdown(citing), kept.pages if kept else {})
    problems += list(gone(edition, root / LIST, problems))
    if problems:
        raise BadArchive([*problems, *surely_broken(prose, citing.usage.markup, root / "docs")])
    formatted.update(references(archive.sources.values(), cache))
    return edition
