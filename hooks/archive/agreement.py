"""How far two coders agree: percent, Cohen's kappa and Krippendorff's alpha."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import variance

from .coding import DYADS, CodingBook
from .fields import Act


@dataclass(frozen=True)
class Agreement:
    """Agreement of the two codings of a book."""

    units: int
    """Event and direction pairs in which at least one coder saw an act."""
    both: int
    """Of these, pairs in which both saw one."""
    same: int
    """Of these, pairs in which both chose the same code or codes."""
    kappa: float
    """Cohen's kappa on whether an event holds an act, over all events and directions."""
    alpha: float
    """Krippendorff's alpha on the weights where both saw an act, as interval data."""


def agreement(book: CodingBook, events: Sequence[str]) -> Agreement:
    """Compare the coders over all events and the ten directions of the five dyads."""
    directions = [*DYADS, *((two, one) for one, two in DYADS)]
    pairs = [(_codes(book, "a", id, way), _codes(book, "b", id, way)) for id, way in product(events, directions)]
    seen = [(one, two) for one, two in pairs if one or two]
    both = [(one, two) for one, two in seen if one and two]
    weights = [(_strongest(book, one), _strongest(book, two)) for one, two in both]
    return Agreement(
        len(seen),
        len(both),
        sum(one == two for one, two in both),
        cohens_kappa([(bool(one), bool(two)) for one, two in pairs]),
        interval_alpha(weights),
    )


def cohens_kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Agreement on a yes or no beyond chance (Cohen, Educational and Psychological Measurement 20, 1960). 1 is perfect, 0 is chance."""
    count = len(pairs)
    observed = sum(one == two for one, two in pairs) / count
    yes = (sum(one for one, _ in pairs) / count, sum(two for _, two in pairs) / count)
    expected = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def interval_alpha(pairs: Sequence[tuple[float, float]]) -> float:
    """Krippendorff's alpha for two coders and interval data without gaps: 1 − observed ÷ expected squared difference.

    Both differences are means over pairs of values, the expected one over all pairs that can be drawn from the pooled
    values (Krippendorff, Content Analysis, 2004, ch. 11), which is twice their variance.
    """
    values = [value for pair in pairs for value in pair]
    if len(values) < 2:
        return 1.0
    observed = sum((one - two) ** 2 for one, two in pairs) / len(pairs)
    expected = 2 * variance(values)
    return 1.0 if expected == 0 else 1 - observed / expected


def _codes(book: CodingBook, coder: str, id: str, way: tuple[str, str]) -> frozenset[str]:
    acts: tuple[Act, ...] = _acts(book.coders[coder], id)
    return frozenset(act.weis for act in acts if (act.from_, act.to) == way)


def _acts(coded: Mapping[str, tuple[Act, ...]], id: str) -> tuple[Act, ...]:
    return coded.get(id, ())


def _strongest(book: CodingBook, codes: frozenset[str]) -> float:
    """The weight farthest from nought; of two equally far the unfriendly one, for a set has no order that lasts."""
    return min((book.scale[code].weight for code in codes), key=lambda weight: (-abs(weight), weight))
