"""JSON Schemas of the YAML files, for editors that complete keys and mark mistakes while one types."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from .store import KINDS
from .writing import write_whole


def schemas() -> dict[str, str]:
    """The text of each schema by file name. The files under data/schema/ must be equal to it."""
    return {f"{kind}.json": schema_of(kind) for kind in KINDS}


@cache
def schema_of(kind: str) -> str:
    """The text of the schema of one kind of record."""
    model: Any = KINDS[kind]
    schema = TypeAdapter(list[model]).json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"data/{kind}.yml", **schema}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write(folder: Path) -> None:
    """Write the schemas to a folder, which is made where it is missing."""
    for name, text in schemas().items():
        write_whole(folder / name, text)
