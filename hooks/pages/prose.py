"""What stands around the text of a Markdown page: openings and closings of chapters, the home page, plain pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from markupsafe import Markup

from ..archive.models import Person
from ..archive.store import fold
from ..citing.prose import ChapterFront, ProsePage
from ..edition import Edition
from ..figures.curve import stems
from ..figures.opening import FIRST, LAST, small_curve, strip
from .cite import block
from .curve import VIEWS, home_curve
from .writer import Writer

_PEOPLE_TO_KNOW = 10


def framed(edition: Edition, page: ProsePage, html: str) -> str:
    """The converted text of a page with its head before it, and behind it what follows from the data and how it is cited."""
    return _framed(edition, page, html) + block(edition, page.src_uri, page.title)


def _framed(edition: Edition, page: ProsePage, html: str) -> str:
    writer = Writer(edition, page.src_uri)
    body = Markup(html)
    if isinstance(page.front, ChapterFront):
        return writer.render("chapter.jinja", page=page, front=page.front, body=body, **_chapter(edition, page, page.front))
    if page.src_uri == "index.md":
        curve, people = home_curve(edition, page.src_uri), _people_to_know(edition)
        return writer.render("home.jinja", page=page, front=page.front, body=body, chapters=edition.chapters, curve=curve, people=people)
    return writer.render("prose.jinja", page=page, front=page.front, body=body)


def _people_to_know(edition: Edition) -> list[Person]:
    """Those who appear in most events."""
    events = Counter(id for event in edition.archive.events.values() for id in event.people)
    return [edition.archive.people[id] for id, _ in events.most_common(_PEOPLE_TO_KNOW)]


def description(page: ProsePage) -> str:
    """The page in a sentence, for search engines."""
    return page.front.summary.replace("*", "") if isinstance(page.front, ChapterFront) else page.front.description


def _chapter(edition: Edition, page: ProsePage, front: ChapterFront) -> Mapping[str, object]:
    places = [other.src_uri for other, _ in edition.chapters]
    here = places.index(page.src_uri)
    view = VIEWS[0]
    title = f"Acts between {view.name}, {FIRST.year} to {LAST.year - 1}; this chapter tells of {front.span}"
    return {
        "curve": Markup(small_curve(stems(edition.archive, view.dyad), [direction for direction, _ in view.heads], front.span, title)),
        "strip": Markup(strip(front.span)),
        "years": range(FIRST.year, LAST.year),
        "heads": [head for _, head in view.heads],
        "events": [edition.archive.events[id] for id in front.key_dates],
        "sources": _sources(edition, page),
        "before": edition.chapters[here - 1] if here else None,
        "after": edition.chapters[here + 1] if here + 1 < len(places) else None,
    }


def _sources(edition: Edition, page: ProsePage) -> list[str]:
    """Keys of the sources that a chapter cites, in the order of the bibliography; then its letters by date."""
    used = edition.usage.on(page.src_uri)
    cited = [id for id in used if id in edition.archive.sources]
    cited.sort(key=lambda id: fold(edition.references[id].label))
    return cited + [id for id in edition.archive.letters if id in used]
