"""From plain data to checked records: pydantic finds the mistakes, this module says them in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError

from .characters import foreign
from .composing import MANY, Document
from .fields import Record
from .problems import did_you_mean

E = TypeVar("E", bound=Record)


@cache
def _adapter(model: type[E]) -> TypeAdapter[E]:
    return TypeAdapter(model)


def records(document: Document, model: type[E]) -> list[tuple[int, E]]:
    """The sound records of a document with their place in it; what is wrong with the others goes to its problems."""
    sound = []
    for number, item in enumerate(document.data if isinstance(document.data, list) else ()):
        if len(document.problems) >= MANY:
            break
        try:
            sound.append((number, _adapter(model).validate_python(item)))
        except ValidationError as error:
            for detail in mistakes(error):
                document.problem((number, *detail["loc"]), say(detail, model))
    return sound


def mistakes(error: ValidationError) -> list[dict[str, Any]]:
    """The mistakes that pydantic found, without those that only follow from others: a list is short because its items are wrong."""
    details: list[dict[str, Any]] = [dict(detail) for detail in error.errors(include_url=False)]
    return [detail for detail in details if detail["type"] != "too_short" or len(detail["input"]) < detail["ctx"]["min_length"]]


def say(error: Mapping[str, Any], model: type[Record]) -> str:
    """One mistake that pydantic found, as “what is wrong; what to do”."""
    kind, given = error["type"], error.get("input")
    context: Mapping[str, Any] = error.get("ctx") or {}
    key = next((step for step in reversed(error["loc"]) if isinstance(step, str) and step != "[key]"), "")
    if kind == "extra_forbidden":
        known = _keys(model, error["loc"][:-1])
        return f'unknown key "{key}"{foreign(key)}; {did_you_mean(key, known, "allowed: " + ", ".join(known))}'
    if kind == "missing":
        return f'"{key}" is missing; add it'
    if kind == "literal_error":
        return f'{key}: "{given}" is not allowed; use {_QUOTES.sub("", context["expected"])}'
    if kind == "too_short":
        return f"{key}: is empty or too short; give at least {context['min_length']}"
    if kind == "value_error":
        return f"{key}: {context['error']}" if key else str(context["error"])
    if kind in _ADVICE:
        return f"{key or 'the record'}: {_ADVICE[kind].format(given=given, **context)}"
    return f"{key}: {error['msg']}; see CONTRIBUTING.md for what goes here"


_ADVICE = {
    "string_type": "is not text; write it as one text, with >- where it is long",
    "string_pattern_mismatch": '"{given}" does not have the right form; it must match {pattern}',
    "tuple_type": "is not a list; write [one, two] or lines that begin with “- ”",
    "model_type": "is not a set of keys; write “key: value” lines",
    "model_attributes_type": "is not a set of keys; write “key: value” lines",
    "int_parsing": '"{given}" is not a whole number; write figures only',
    "float_parsing": '"{given}" is not a number; write figures with a point, without spaces',
    "finite_number": '"{given}" is not a number; write figures with a point, without spaces',
    "greater_than_equal": '"{given}" is too small; the least is {ge:g}',
    "less_than_equal": '"{given}" is too large; the most is {le:g}',
    "dataclass_type": "is not a date; write it as text",
    "bool_parsing": '"{given}" is neither true nor false; write one of the two',
    "dict_type": "is not a set of keys; write “key: value” lines",
}
_QUOTES = re.compile(r"(?<!\w)'|'(?!\w)|\"")
"""Round words, and no apostrophes in them."""


def _keys(model: Any, loc: tuple[int | str, ...]) -> list[str]:
    """The keys allowed at a path inside a record, under the names that editors write."""
    for step in loc:
        if isinstance(step, int):
            continue
        model = _model_in(next(field.annotation for name, field in model.model_fields.items() if step in (name, field.alias)))
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[Record] | None:
    """The record class inside an annotation such as tuple[Evidence, ...] or Public | None."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
