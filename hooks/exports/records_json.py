"""Records as JSON, whole, as data/ has them, each with what is derived of it; and the schemas that describe them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..archive.schema import schema_of
from ..edition import Edition
from .columns import Column, Table
from .derived import derived


def records_json(edition: Edition, kind: str) -> str:
    """A JSON list, one record a line: the fields under the names of data/, absent ones left out, and an object `derived`."""
    columns = derived(edition, kind)
    records = getattr(edition.archive, kind).values()
    return _lines(record.model_dump(mode="json", by_alias=True, exclude_none=True) | {"derived": _object(columns, record)} for record in records)


def rows_json(table: Table) -> str:
    """A JSON list of the rows of a table."""
    return _lines(_object(table.columns, thing) for thing in table.things)


def schema_json(edition: Edition, kind: str) -> str:
    """The JSON Schema of a file of records: that of the data file, and the derived values."""
    schema = json.loads(schema_of(kind))
    record = schema["$defs"][schema["items"]["$ref"].rpartition("/")[2]]
    record["properties"]["derived"] = {
        "type": "object",
        "description": "What is computed from the data",
        "properties": {column.name: _property(column) for column in derived(edition, kind)},
        "required": [column.name for column in derived(edition, kind) if column.required],
        "additionalProperties": False,
    }
    record["required"] = [*record["required"], "derived"]
    return json.dumps(schema | {"title": f"{kind}.json"}, ensure_ascii=False, indent=1) + "\n"


def _object(columns: Iterable[Column], thing: Any) -> dict[str, Any]:
    return {column.name: value for column in columns if (value := column.value(thing)) is not None}


def _property(column: Column) -> dict[str, Any]:
    one: dict[str, Any] = {"type": column.type, **({"enum": list(column.enum)} if column.enum else {})}
    if column.type == "date":
        one = {"type": "string", "format": "date"}
    return {"description": column.description, **({"type": "array", "items": one} if column.many else one)}


def _lines(objects: Iterable[Any]) -> str:
    """One object a line, so that versions can be compared line by line and nothing is indented at a cost."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in objects)
    return f"[\n{lines}\n]\n" if lines else "[]\n"
