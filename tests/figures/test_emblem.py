"""The mark and the picture that stand for the edition elsewhere: drawn from the acts, the same at every build."""

from __future__ import annotations

from lxml import etree
from resvg_py import svg_to_bytes

from hooks.figures.curve import stems
from hooks.figures.emblem import mark, picture

from .test_curve import ARCHIVE

DIRECTIONS = (("ussr", "albania"), ("albania", "ussr"))
ACTS = stems(ARCHIVE, DIRECTIONS[0])


def test_the_mark_ends_lower_than_it_stood_before_the_quarrel() -> None:
    heights = [float(pair.split(",")[1]) for pair in etree.fromstring(mark(ACTS)).find("{*}polyline").get("points").split()]
    assert heights[-1] > min(heights) + 10


def test_an_edition_without_acts_has_a_mark_and_a_picture() -> None:
    assert etree.fromstring(mark([])) is not None
    assert etree.fromstring(picture([], DIRECTIONS)).findall("{*}circle") == []


def test_the_picture_has_a_head_for_each_act_and_becomes_a_png_of_the_size_that_networks_ask_for() -> None:
    svg = picture(ACTS, DIRECTIONS)
    assert len(etree.fromstring(svg).findall("{*}circle")) == len(ACTS)
    png = svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) == (1200, 630)
