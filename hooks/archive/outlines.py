"""Coasts and borders of data/map/outlines.geojson, for the maps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .composing import Document
from .problems import Problem
from .reading import read_text

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
    document = Document(shown_as)
    text = read_text(file, document)
    if text is None:
        return (), document.problems
    try:
        features = json.loads(text)["features"]
        return tuple(map(_outline, features)), document.problems
    except json.JSONDecodeError as error:
        return (), [Problem(shown_as, error.lineno, "", f"is not JSON here ({error.msg}); restore the file from git")]
    except RecursionError:
        return (), [Problem(shown_as, 1, "", "is nested too deeply to be read; restore the file from git")]
    except (KeyError, TypeError, ValueError):
        return (), [Problem(shown_as, 1, "", "lacks features with properties map and kind; restore the file from git")]


def _outline(feature: Any) -> Outline:
    """One feature; raises KeyError, TypeError or ValueError where it is none of ours."""
    map, kind = feature["properties"]["map"], feature["properties"]["kind"]
    if map not in ("albania", "wide") or kind not in ("coast", "border"):
        raise ValueError(map, kind)
    return Outline(map, kind, [[(float(x), float(y)) for x, y in line] for line in feature["geometry"]["coordinates"]])
