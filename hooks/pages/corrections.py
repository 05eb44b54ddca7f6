"""/corrections/: where the study is wrong or vague, or proves right; by section, by verdict and by gravity."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..archive.models import Correction
from ..edition import Edition
from .page import GeneratedPage, Side, grouped
from .writer import Writer

_MADE_FROM = "data/corrections.yml"
VERDICTS = {
    "wrong": "Wrong: the evidence is against it",
    "imprecise": "Imprecise: right in part",
    "unconfirmed": "Unconfirmed: nothing was found either way, or the witnesses differ",
    "confirmed": "Confirmed: the study is right where others err",
}
GRAVITIES = {"fact": "Facts", "detail": "Details", "wording": "Wording"}


@dataclass(frozen=True)
class Order:
    """One way to read the ledger."""

    uri: str
    name: str
    heading: Callable[[Correction], str]
    keys: tuple[str, ...]


def _section(correction: Correction) -> str:
    return f"Section {correction.study}" if correction.study else "Abstract"


ORDERS = (
    Order("corrections/index.md", "by section", _section, ("Abstract", *(f"Section {n}" for n in range(1, 11)))),
    Order("corrections/by-verdict.md", "by verdict", lambda correction: VERDICTS[correction.verdict], tuple(VERDICTS.values())),
    Order("corrections/by-gravity.md", "by gravity", lambda correction: GRAVITIES[correction.gravity], tuple(GRAVITIES.values())),
)


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """The ledger in full by section, and two shorter lists of the same entries in other orders."""
    corrections = list(edition.archive.corrections.values())
    counts = {verdict: sum(correction.verdict == verdict for correction in corrections) for verdict in VERDICTS}
    for order in ORDERS:
        found = dict(grouped(corrections, order.heading))
        groups = [(heading, _slug(heading), found[heading]) for heading in order.keys if heading in found]
        html = Writer(edition, order.uri).later("corrections.jinja", groups=groups, order=order, orders=ORDERS, counts=counts, total=len(corrections))
        side = tuple(Side(heading, f"#{slug}") for heading, slug, _ in groups)
        yield _page(order, html, side)


def _page(order: Order, html: Callable[[], str], side: tuple[Side, ...]) -> GeneratedPage:
    first = order is ORDERS[0]
    return GeneratedPage(
        order.uri, "Corrections" if first else f"Corrections {order.name}",
        f"Where the study that this edition follows is wrong or vague, and what the evidence shows, {order.name}.", html, _MADE_FROM,
        in_nav=first, side_title="Corrections", side=side,
    )  # fmt: skip


def _slug(heading: str) -> str:
    return heading.split(":")[0].lower().replace(" ", "-")


def of_record(edition: Edition, id: str) -> list[Any]:
    """The corrections that concern an event or a letter."""
    return [other for other in edition.appearances.get(id, ()) if isinstance(other, Correction) and id in (other.event, other.letter)]
