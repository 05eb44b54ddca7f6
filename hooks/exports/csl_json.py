"""References as CSL-JSON for other programs: dates in parts, which all of them read, where pandoc and we use EDTF."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..archive import dates

Item = Mapping[str, Any]

_DATES = ("issued", "original-date", "accessed")


def csl_json(items: Iterable[Item]) -> str:
    """A JSON list with one item a line, valid under the CSL-JSON schema 1.0."""
    return "[\n" + ",\n".join(json.dumps(exchanged(item), ensure_ascii=False) for item in items) + "\n]\n"


def exchanged(item: Item) -> dict[str, Any]:
    """The item with its EDTF dates as date-parts, season and circa."""
    return {key: _date(value) if key in _DATES else value for key, value in item.items()}


def _date(edtf: str) -> dict[str, Any]:
    date = dates.parse(edtf)
    points = [point for point in ((date.start, date.end) if date.is_interval else (date.start,)) if point]
    if len(points) < (2 if date.is_interval else 1) or any(point.decade for point in points):
        return {"literal": str(date)}
    parts = [[number for number in (point.year, point.month if point.month <= 12 else 0, point.day) if number] for point in points]
    found: dict[str, Any] = {"date-parts": parts}
    if len(points) == 1 and points[0].month > 12:
        found["season"] = points[0].month - 20
    if any(point.qualifier for point in points):
        found["circa"] = True
    return found
