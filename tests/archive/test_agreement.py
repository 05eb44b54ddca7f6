"""Agreement of two coders: values worked out by hand."""

from __future__ import annotations

import pytest

from hooks.archive.agreement import agreement, cohens_kappa, interval_alpha
from hooks.archive.coding import CodingBook, Weight
from hooks.archive.fields import Act


def acts(*codes: str) -> tuple[Act, ...]:
    return tuple(Act.model_validate({"from": "ussr", "to": "albania", "weis": code}) for code in codes)


def test_kappa_is_the_textbook_value() -> None:
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed 0.70, expected 0.50, kappa 0.40
    pairs = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    assert cohens_kappa(pairs) == pytest.approx(0.4)


def test_alpha_weighs_differences_by_their_square() -> None:
    # pairs (1,2) and (3,3): observed (1+0)/2 = 0.5; pooled 1,2,3,3: squared differences over ordered pairs 22, expected 22/12
    assert interval_alpha([(1, 2), (3, 3)]) == pytest.approx(1 - 0.5 / (22 / 12))


@pytest.mark.parametrize("pairs", [[(7.4, 7.4), (-5.6, -5.6)], []])
def test_perfect_agreement_is_one(pairs: list[tuple[float, float]]) -> None:
    assert interval_alpha(pairs) == 1.0


def test_units_are_events_and_directions_with_an_act() -> None:
    scale = {code: Weight(code=code, label=code, weight=weight) for code, weight in (("071", 7.4), ("193", -5.6), ("031", 1.0))}
    book = CodingBook(scale, {"a": {"one": acts("071"), "two": acts("193"), "three": acts("031")}, "b": {"one": acts("071"), "two": acts("031")}})
    found = agreement(book, ["one", "two", "three", "four"])
    assert (found.units, found.both, found.same) == (3, 2, 1)


def test_of_a_friendly_and_an_unfriendly_act_of_equal_weight_the_unfriendly_one_counts_in_every_build() -> None:
    for number in range(20):  # the order of a set differs from run to run, and with every pair of codes
        friendly, unfriendly = f"{number:03}", f"{number + 500:03}"
        scale = {code: Weight(code=code, label=code, weight=weight) for code, weight in ((friendly, 3.4), (unfriendly, -3.4), ("999", 1.0))}
        both = {"one": acts(friendly, unfriendly), "two": acts("999")}
        book = CodingBook(scale, {"a": both, "b": {"one": acts(unfriendly), "two": acts("999")}})
        assert agreement(book, ["one", "two"]).alpha == 1.0
