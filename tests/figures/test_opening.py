"""The opening of a chapter: the curve and the strip of years share one calendar."""

from __future__ import annotations

import datetime
import re

import pytest
from lxml import etree

from hooks.archive.dates import parse
from hooks.figures.curve import stems
from hooks.figures.opening import day_number, small_curve, strip

from .test_curve import ARCHIVE

DIRECTIONS = (("ussr", "albania"), ("albania", "ussr"))


@pytest.mark.parametrize(("day", "number"), [("1948-01-01", 0), ("1949-01-01", 366), ("1961-12-31", 5113), ("1978-07-01", 5114), ("1946-01-01", 0)])
def test_days_are_counted_from_the_first_of_1948_and_others_fall_on_the_ends(day: str, number: int) -> None:
    assert day_number(datetime.date.fromisoformat(day)) == number


def test_stems_point_as_in_the_large_curve_and_unread_ones_are_dotted() -> None:
    svg = etree.fromstring(small_curve(stems(ARCHIVE, DIRECTIONS[0]), DIRECTIONS, parse("1960"), "t"))
    drawn = [(path.get("class"), re.findall(r"M(\d+) (\d+)v(-?\d+)", path.get("d"))) for path in svg if path.get("class").startswith("stem")]
    middle = str(day_number(datetime.date(1960, 8, 16)))
    assert drawn == [
        ("stem", [(str(day_number(datetime.date(1960, 1, 1))), "90", "-74")]),
        ("stem unseen", [(middle, "90", "56")]),
        ("stem unseen", [(middle, "280", "24")]),
    ]


def test_the_span_of_the_chapter_is_the_ground_of_both() -> None:
    for svg in (small_curve([], DIRECTIONS, parse("1960-01/1961-12"), "t"), strip(parse("1960-01/1961-12"))):
        ground = etree.fromstring(svg).find("path[@class='band']").get("d")
        assert ground.startswith(f"M{day_number(datetime.date(1960, 1, 1))} 0H5113")
