"""Bars: as long as their figures, from zero."""

from __future__ import annotations

import pytest
from lxml import etree

from hooks.figures.bars import bar


@pytest.mark.parametrize(("value", "most", "width"), [(21.6, 21.6, "100%"), (4.2, 21.6, "19.4%"), (0, 12, "0%"), (0, 0, "0%")])
def test_a_bar_is_as_long_as_its_share_of_the_greatest(value: float, most: float, width: str) -> None:
    assert etree.fromstring(bar(value, most, seen=True)).find("rect").get("width") == width


def test_what_we_did_not_read_is_hollow() -> None:
    classes = [etree.fromstring(bar(1, 2, seen)).find("rect").get("class") for seen in (True, False)]
    assert classes == ["bar", "bar unseen"]
