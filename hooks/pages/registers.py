"""/people/, /places/ and /bodies/: the registers, with a page for every entry and everything it appears in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .. import addresses
from ..archive.models import Letter
from ..edition import Edition
from . import finding
from .division import Listing, Section, part_pages, thread
from .maps import maps
from .page import GeneratedPage, clip, grouped
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
        uri = addresses.index_uri(register.kind)
        listing = Listing(uri, "entry", _sections(edition, register), lambda record: getattr(record, "sort", record.name))
        index = _index(edition, register, listing)
        yield index
        yield from part_pages(edition, listing, index)
        for record in getattr(edition.archive, register.kind).values():
            yield from _page(edition, register, record, listing, foremost)


def _sections(edition: Edition, register: Register) -> list[Section]:
    found = dict(grouped(getattr(edition.archive, register.kind).values(), register.group))
    order = [name for name in SIDES.values() if name in found] if register.kind == "people" else sorted(found)
    return [Section(name, name.lower().replace(" ", "-"), found[name]) for name in order]


def _index(edition: Edition, register: Register, listing: Listing) -> GeneratedPage:
    writer = Writer(edition, listing.uri)
    has_maps = register.kind == "places" and edition.archive.outlines
    html = writer.later("register.jinja", lambda: {"maps": maps(edition, writer) if has_maps else []}, register=register, listing=listing)
    return GeneratedPage(
        listing.uri, register.title, register.description, html, f"data/{register.kind}.yml",
        in_nav=True, side_title=register.title, side=listing.side(listing.uri),
    )  # fmt: skip


def _page(edition: Edition, register: Register, record: Any, listing: Listing, foremost: frozenset[str]) -> Iterator[GeneratedPage]:
    """The page of an entry, and those of its long lists."""
    uri, section = addresses.page_uri(register.kind, record.id), listing.section_of(record)
    writer = Writer(edition, uri)
    threads = [thread(uri, "event", "Events", "events", writer.used_by(record.id, "events")), *_letters(writer, register, record)]
    members = thread(uri, "name", "People", "members", writer.used_by(record.id, "people"), writer.title)
    html = writer.later(
        "entry.jinja", register=register, record=record, heading=section.heading,
        threads=threads, members=members, all=listing.link(record.id, uri),
    )  # fmt: skip
    page = GeneratedPage(
        uri, record.name, clip(f"{record.name}: {record.summary}"), html, f"data/{register.kind}.yml",
        side_title=register.title, side=listing.side(uri, section), finding=finding.of_entry(record, record.id in foremost),
    )  # fmt: skip
    yield page
    for long in (*threads, members):
        yield from part_pages(edition, long, page)


def _letters(writer: Writer, register: Register, record: Any) -> list[Listing]:
    """The letters of an entry by its part in them."""
    letters: list[Letter] = writer.used_by(record.id, "letters")
    sent = "Written or spoken" if register.kind == "people" else "Letters and documents from here"
    return [
        thread(writer.uri, "letter", sent, "sent", [letter for letter in letters if record.id in letter.sender]),
        thread(writer.uri, "letter", "Received", "received", [x for x in letters if record.id in x.recipient and record.id not in x.sender]),
        thread(writer.uri, "letter", "Concerned in", "concerned", [x for x in letters if record.id not in (*x.sender, *x.recipient)]),
    ]
