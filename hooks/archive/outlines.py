"""Coasts and borders of data/map/outlines.geojson, for the maps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .problems import Problem

Line = Sequence[tuple[float, float]]
"""Points as longitude and latitude in degrees."""


@dataclass(frozen=True)
class Outline:
    """The lines of one kind on one map."""

    map: str
    """albania or wide."""
    kind: str
    """coast or border."""
    lines: Sequence[Line]


def load_outlines(file: Path, shown_as: str) -> tuple[tuple[Outline, ...], list[Problem]]:
    """Read the GeoJSON file; where it is not what it should be the outlines are empty and one problem says so."""
    try:
        features = json.loads(file.read_text(encoding="utf-8"))["features"]
        return tuple(Outline(f["properties"]["map"], f["properties"]["kind"], f["geometry"]["coordinates"]) for f in features), []
    except json.JSONDecodeError as error:
        return (), [Problem(shown_as, error.lineno, "", f"is not JSON here ({error.msg}); restore the file from git")]
    except (KeyError, TypeError):
        return (), [Problem(shown_as, 1, "", "lacks features with properties map and kind; restore the file from git")]
