"""Where a record is used by other records: the inverse of every reference in data/."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from .checks import parts, referring
from .fields import Act, Record
from .models import Entity
from .store import KINDS, Archive


@lru_cache(maxsize=1)
def appearances(archive: Archive) -> Mapping[str, list[Entity]]:
    """For each id the records that refer to it, kind by kind in the order of the archive, each once."""
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    for kind in KINDS:
        for record in getattr(archive, kind).values():
            for part in parts(record, ()):
                for id in _named(part.value):
                    if id != record.id:
                        found[id][record.id] = record
    return {id: list(records.values()) for id, records in found.items()}


def _named(value: Record) -> list[str]:
    ids: list[str] = []
    for field in referring(type(value)):
        given = getattr(value, field)
        ids.extend(given if isinstance(given, tuple) else (given,) if isinstance(given, str) else ())
    if isinstance(value, Act):
        ids += [value.from_, value.to]
    return ids
