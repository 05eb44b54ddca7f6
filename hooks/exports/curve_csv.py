"""The numbers of a curve as CSV: one act a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from ..figures.curve import Stem

FIELDS = ("event", "date", "from", "to", "weis", "act", "weight", "seen")
"""Columns: id of the event, its EDTF date by the clock of the file, the two sides, code, label and weight, and whether we read a source."""


def curve_csv(acts: Iterable[Stem]) -> str:
    """The table as text with a head line; lines end in CRLF, as RFC 4180 has them."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(FIELDS)
    for act in acts:
        writer.writerow([act.event.id, act.date.text, *act.direction, act.code, act.label, f"{act.weight:g}", "yes" if act.seen else "no"])
    return out.getvalue()
