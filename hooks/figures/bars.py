"""Figures of one series side by side: bars from zero, one in each row of their table."""

from __future__ import annotations

from .svg import num

_THICK = 7


def bar(value: float, most: float, seen: bool) -> str:
    """A bar as SVG for a value between nothing and the greatest of the series, which takes the whole width.

    Hollow where we did not read a source for the figure. The table beside it has the number, so the bar says nothing aloud.
    """
    kind = "" if seen else " unseen"
    share = num(100 * value / most) if most else "0"
    return (
        f'<svg class="fig measure" width="100%" height="{_THICK}" aria-hidden="true">'
        f'<rect class="bar{kind}" width="{share}%" height="{_THICK}"/></svg>'
    )
