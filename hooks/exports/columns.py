"""Tables to take away: each column is named, described and filled in one place.

The head of a CSV file, the schema of the data package and the documentation on /data/ are all made from the columns.
Descriptions are those of the models wherever the models have the field.
"""

from __future__ import annotations

import csv
import io
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from ..archive.dates import Date

Value = str | int | float | bool | None | tuple[str, ...] | tuple[int, ...]
Type = Literal["string", "integer", "number", "boolean", "date"]
"""Types of Frictionless Table Schema that we use."""

SEPARATOR = ";"


@dataclass(frozen=True)
class Column:
    """One column, or one derived value of a record."""

    name: str
    description: str
    value: Callable[[Any], Value]
    """From the thing that a row is about to what stands in the cell."""
    type: Type = "string"
    enum: tuple[str, ...] = ()
    required: bool = False
    many: bool = False
    """Whether a cell may hold several values."""
    derived: bool = False
    """Whether the value is computed and stands in no data file."""


@dataclass(frozen=True)
class Table:
    """A file of rows, each about one thing."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    things: Sequence[Any]
    key: tuple[str, ...]
    """Columns that tell the rows from each other."""
    refers: Mapping[str, str] = field(default_factory=dict)
    """Column and the table in whose key column its value must be found."""


def given(model: type[BaseModel], *names: str, of: Callable[[Any], Any] = lambda thing: thing, prefix: str = "") -> Iterator[Column]:
    """Columns for fields of a model, described as the model does; `of` leads from the row's thing to the record (or None)."""
    for name in names:
        info = model.model_fields[name]
        kind, many, enum = _kind(info.annotation)
        assert info.description, f"{model.__name__}.{name} has no description"

        def value(thing: Any, name: str = name) -> Value:
            record = of(thing)
            return plain(getattr(record, name)) if record is not None else None

        required = info.is_required() and not prefix
        yield Column(prefix + (info.alias or name), info.description, value, kind, enum, required, many)


def bounds(name: str = "date", of: Callable[[Any], Date | None] = lambda thing: thing.date, prefix: str = "") -> Iterator[Column]:
    """Two columns with the first and the last day that a date can mean, for programs that do not read EDTF."""
    yield Column(
        f"{prefix}earliest", f"First day that {name} can mean; empty where that is open",
        lambda thing: date.earliest.isoformat() if (date := of(thing)) and date.start else None, "date", derived=True,
    )  # fmt: skip
    yield Column(
        f"{prefix}latest", f"Last day that {name} can mean; empty where that is open",
        lambda thing: date.latest.isoformat() if (date := of(thing)) and date.end else None, "date", derived=True,
    )  # fmt: skip


def _kind(annotation: Any) -> tuple[Type, bool, tuple[str, ...]]:
    """Type, whether there may be several, and the allowed words, from the annotation of a field."""
    inner = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) in (Union, types.UnionType):
        return _kind(inner[0])
    if get_origin(annotation) is tuple:
        return "string", True, ()
    if get_origin(annotation) is Literal:
        return "string", False, tuple(inner)
    if hasattr(annotation, "__metadata__"):
        return _kind(inner[0])
    numbers: Mapping[Any, Type] = {bool: "boolean", int: "integer", float: "number"}
    return numbers.get(annotation, "string"), False, ()


def plain(value: Any) -> Value:
    """A value of a record as it goes into files: dates as EDTF, whole numbers without a point."""
    if isinstance(value, Date):
        return value.text
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value  # type: ignore[no-any-return]


def cell(value: Value) -> str:
    """A value as text of a CSV cell: nothing is empty, several are separated by semicolons."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return SEPARATOR.join(map(str, value))
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def table_csv(table: Table) -> str:
    """The table with a head line, comma-separated, lines ended by CRLF as RFC 4180 has them."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    values = [column.value for column in table.columns]
    writer.writerows([cell(value(thing)) for value in values] for thing in table.things)
    return out.getvalue()
