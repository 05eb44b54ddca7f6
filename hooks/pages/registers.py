"""/people/, /places/ and /bodies/: the registers, with a page for every entry and everything it appears in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .. import addresses
from ..archive.models import Letter
from ..edition import Edition
from . import finding
from .maps import maps
from .page import GeneratedPage, Side, clip, grouped
from .writer import Writer

SIDES = {
    "albania": "Albania",
    "soviet union": "Soviet Union",
    "china": "China",
    "yugoslavia": "Yugoslavia",
    "eastern europe": "Eastern Europe",
    "the west": "The West",
    "elsewhere": "Elsewhere",
}


@dataclass(frozen=True)
class Register:
    """What differs from one register to the next."""

    kind: str
    title: str
    dek: str
    description: str
    group: Any
    """Heading under which an entry of the list stands."""


REGISTERS = (
    Register(
        "people", "People", "Who acts in the story and who tells it, under every spelling we met.",
        "The people of the Soviet–Albanian split, with name variants, offices and every appearance.", lambda person: SIDES[person.side],
    ),
    Register(
        "places", "Places", "Where it happened, with the names a place has had.",
        "The places of the Soviet–Albanian split, with variants, coordinates and every appearance.", lambda place: place.country,
    ),
    Register(
        "bodies", "Bodies", "Parties, states, organisations, newspapers and archives.",
        "Parties, states, organisations, newspapers and archives of the Soviet–Albanian split.", lambda body: body.name[0].upper(),
    ),
)  # fmt: skip


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """For each register its list, then a page for every entry."""
    foremost = finding.foremost(edition.archive.people.values(), edition.appearances)
    for register in REGISTERS:
        groups = _groups(edition, register)
        yield _index(edition, register, groups)
        for record in getattr(edition.archive, register.kind).values():
            yield _page(edition, register, record, [heading for heading, _ in groups], foremost)


def _groups(edition: Edition, register: Register) -> list[tuple[str, list[Any]]]:
    found = dict(grouped(getattr(edition.archive, register.kind).values(), register.group))
    order = [name for name in SIDES.values() if name in found] if register.kind == "people" else sorted(found)
    return [(name, found[name]) for name in order]


def _slug(heading: str) -> str:
    return heading.lower().replace(" ", "-")


def _index(edition: Edition, register: Register, found: list[tuple[str, list[Any]]]) -> GeneratedPage:
    uri = addresses.index_uri(register.kind)
    groups = [(heading, _slug(heading), records) for heading, records in found]
    writer = Writer(edition, uri)
    has_maps = register.kind == "places" and edition.archive.outlines
    html = writer.later("register.jinja", lambda: {"maps": maps(edition, writer) if has_maps else []}, register=register, groups=groups)
    side = tuple(Side(heading, f"#{slug}") for heading, slug, _ in groups)
    return GeneratedPage(
        uri, register.title, register.description, html, f"data/{register.kind}.yml", in_nav=True, side_title=register.title, side=side
    )


def _page(edition: Edition, register: Register, record: Any, headings: list[str], foremost: frozenset[str]) -> GeneratedPage:
    uri = addresses.page_uri(register.kind, record.id)
    html = Writer(edition, uri).later(
        "entry.jinja", lambda: _letters(edition, record), register=register, record=record, heading=register.group(record)
    )
    index = addresses.index_uri(register.kind)
    side = tuple(Side(heading, addresses.link(index, uri, f"#{_slug(heading)}"), heading == register.group(record)) for heading in headings)
    return GeneratedPage(
        uri, record.name, clip(f"{record.name}: {record.summary}"), html, f"data/{register.kind}.yml",
        side_title=register.title, side=side, finding=finding.of_entry(record, record.id in foremost),
    )  # fmt: skip


def _letters(edition: Edition, record: Any) -> dict[str, list[Letter]]:
    """The letters of an entry by its part in them."""
    letters = [other for other in edition.appearances.get(record.id, ()) if isinstance(other, Letter)]
    return {
        "sent": [letter for letter in letters if record.id in letter.sender],
        "received": [letter for letter in letters if record.id in letter.recipient and record.id not in letter.sender],
        "concerned": [letter for letter in letters if record.id not in (*letter.sender, *letter.recipient)],
    }
