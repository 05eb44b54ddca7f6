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


def test_kappa_allows_for_coders_who_see_acts_unequally_often() -> None:
    # 45 yes/yes, 15 yes/no, 25 no/yes, 15 no/no: observed 0.60, expected 0.6 × 0.7 + 0.4 × 0.3 = 0.54
    pairs = [(True, True)] * 45 + [(True, False)] * 15 + [(False, True)] * 25 + [(False, False)] * 15
    assert cohens_kappa(pairs) == pytest.approx(0.06 / 0.46)


def test_kappa_of_coders_who_both_see_an_act_everywhere_is_one() -> None:
    assert cohens_kappa([(True, True)] * 3) == 1.0


def test_alpha_weighs_differences_by_their_square() -> None:
    # pairs (1,2) and (3,3): observed (1+0)/2 = 0.5; pooled 1,2,3,3: squared differences over ordered pairs 22, expected 22/12
    assert interval_alpha([(1, 2), (3, 3)]) == pytest.approx(1 - 0.5 / (22 / 12))


def test_alpha_of_a_single_difference_is_that_of_chance() -> None:
    assert interval_alpha([(1, 2)]) == 0.0


@pytest.mark.parametrize("pairs", [[(7.4, 7.4), (-5.6, -5.6)], [(1.0, 1.0), (1.0, 1.0)], []])
def test_perfect_agreement_is_one(pairs: list[tuple[float, float]]) -> None:
    assert interval_alpha(pairs) == 1.0


def weights(**weight: float) -> dict[str, Weight]:
    return {code[1:]: Weight(code=code[1:], label=code, weight=value) for code, value in weight.items()}


SCALE = weights(_071=7.4, _193=-5.6, _031=1.0)


def test_units_are_events_and_directions_with_an_act() -> None:
    """Event one and five: the same act; two: another; three and four: seen by one of the two only."""
    a = {"one": acts("071"), "two": acts("193"), "three": acts("031"), "five": acts("031")}
    b = {"one": acts("071"), "two": acts("031"), "four": acts("193"), "five": acts("031")}
    found = agreement(CodingBook(SCALE, {"a": a, "b": b}), ["one", "two", "three", "four", "five"])
    assert (found.units, found.both, found.same) == (5, 3, 2)
    # five events in ten directions: 3 yes/yes, 1 yes/no, 1 no/yes, 45 no/no; observed 0.96, expected 0.08² + 0.92² = 0.8528
    assert found.kappa == pytest.approx((0.96 - 0.8528) / (1 - 0.8528))


def test_what_one_does_to_the_other_is_no_act_of_the_other() -> None:
    back = tuple(act.model_copy(update={"from_": act.to, "to": act.from_}) for act in acts("071"))
    found = agreement(CodingBook(SCALE, {"a": {"one": acts("071")}, "b": {"one": back}}), ["one"])
    assert (found.units, found.both) == (2, 0)


def test_of_several_acts_of_an_event_the_strongest_counts() -> None:
    book = CodingBook(SCALE, {"a": {"one": acts("071", "031"), "two": acts("193")}, "b": {"one": acts("071"), "two": acts("193", "031")}})
    assert agreement(book, ["one", "two"]).alpha == 1.0


def test_of_a_friendly_and_an_unfriendly_act_of_equal_weight_the_unfriendly_one_counts_in_every_build() -> None:
    for number in range(20):  # the order of a set differs from run to run, and with every pair of codes
        friendly, unfriendly = f"{number:03}", f"{number + 500:03}"
        scale = {code: Weight(code=code, label=code, weight=weight) for code, weight in ((friendly, 3.4), (unfriendly, -3.4), ("999", 1.0))}
        both = {"one": acts(friendly, unfriendly), "two": acts("999")}
        book = CodingBook(scale, {"a": both, "b": {"one": acts(unfriendly), "two": acts("999")}})
        assert agreement(book, ["one", "two"]).alpha == 1.0
