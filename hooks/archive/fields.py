"""What records are made of: checked texts, ids and dates, and the small records that stand inside larger ones."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema, model_validator

from . import dates
from .characters import composed, foreign, unwanted

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
MAX_ID = 80
"""Ids are names of files, which not every disk takes longer."""


def _date(value: Any) -> Any:
    return dates.parse(value) if isinstance(value, str) else value


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty; leave the key out where nothing is known")
    for _, what in unwanted(value):
        raise ValueError(what)
    return " ".join(composed(value).split())


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'\\]+", value):
        raise ValueError(f'"{value}" is not a web address; it must begin with http:// or https:// and hold no spaces or quotes')
    return value


def _slug(value: str) -> str:
    if not re.fullmatch(SLUG, value):
        raise ValueError(f'"{value}" is not an id{foreign(value)}; use small letters, figures and single hyphens')
    if len(value) > MAX_ID:
        raise ValueError(f"has {len(value)} characters; {MAX_ID} are the most")
    if value == "index":
        raise ValueError('"index" is the name of lists; choose another')
    return value


def is_id(value: Any) -> bool:
    """Whether a value can be the id of a record."""
    return isinstance(value, str) and len(value) <= MAX_ID and bool(re.fullmatch(SLUG, value))


Text = Annotated[str, AfterValidator(_text)]
Id = Annotated[str, AfterValidator(_slug), WithJsonSchema({"type": "string", "pattern": f"^{SLUG}$"})]
"""A readable slug that is never reused."""
Ref = Annotated[str, AfterValidator(_slug)]
"""The id of another record."""
Url = Annotated[str, AfterValidator(_web_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
EdtfDate = Annotated[
    dates.Date,
    BeforeValidator(_date),
    PlainSerializer(lambda date: date.text),
    WithJsonSchema({"type": "string", "examples": ["1960-08-13", "1960-06-18/1960-06-27", "1960-22", "1956-04~"]}),
]
Section = Annotated[int, Field(ge=1, le=10)]

Seen = Literal["full", "excerpt", "abstract", "catalogue", "none"]
Stance = Literal["supports", "disputes", "mentions"]


class _Keys(set[str]):
    """Keys that a record was given; a copy of the record gets a set of its own, to which pydantic may add."""

    def __copy__(self) -> set[str]:
        return set(self)


_SHARED: dict[frozenset[str], _Keys] = {}


class Record(BaseModel):
    """Ground of every class here: frozen, and closed to keys that are not named."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def model_post_init(self, _: Any) -> None:
        """Let records that were given the same keys share the set of them: one each takes a third of the memory of all records."""
        given = frozenset(self.__pydantic_fields_set__)
        object.__setattr__(self, "__pydantic_fields_set__", _SHARED.get(given) or _SHARED.setdefault(given, _Keys(given)))


class Evidence(Record):
    """One link from a statement to what bears it out, or against it."""

    source: Ref = Field(description="Key of a source, or id of a letter")
    locator: Text | None = Field(None, description="Where in the source: p. 79, ch. 5, headnote, sect. 3")
    via: Ref | None = Field(
        None, description="The work through which we know it; required where the source was not seen (the source's own `via` is used if it has one)"
    )
    via_locator: Text | None = Field(None, description="Where in that work")
    stance: Stance = Field("supports", description="Whether it bears the statement out, speaks against it, or only mentions the matter")
    checked: EdtfDate | None = Field(None, description="Day on which this link was last followed from here to the source")
    note: Text | None = Field(None, description="What it says that bears on the statement, in our own words")


class Link(Record):
    """An address outside this site."""

    url: Url = Field(description="Web address")
    label: Text | None = Field(None, description="What is found there")
    archived: Url | None = Field(None, description="Address of an archived copy")
    seen_on: EdtfDate | None = Field(None, description="Day on which the address was looked at")


class Quote(Record):
    """Exact words, with whose they are and in what language they were read."""

    text: Text = Field(description="The words as read, without quotation marks round them; in English where we have English")
    original: Text | None = Field(None, description="The words in the language in which we read them, where `text` is our translation")
    speaker: Ref | None = Field(None, description="Person or body whose words these are")
    source: Ref = Field(description="Where we read it: key of a source, or id of a letter")
    locator: Text | None = Field(None, description="Where in the source")
    language: Text = Field(description="Language in which it was first spoken or written: en, sq, ru, zh …")
    translator: Text | None = Field(None, description="Whose translation, where that is known")
    reading: Literal["original", "official translation", "translation", "this edition's translation", "translation of a translation"] = Field(
        description="How we read it"
    )
    note: Text | None = Field(None, description="A remark for readers")


class Public(Record):
    """When outsiders could first know of it, and how."""

    date: EdtfDate = Field(description="When outsiders could first know, in EDTF")
    by: Literal["public act", "press", "broadcast", "leak", "memoir", "scholarship", "party publication", "opened archive"] = Field(
        description="By what way it became public"
    )
    how: Text = Field(description="The same in words: what was published, said or opened, where")
    evidence: tuple[Evidence, ...] = Field((), description="What that date rests on")


class Statement(Record):
    """One thing that is asserted, with its own evidence."""

    text: Text = Field(description="What is asserted")
    evidence: tuple[Evidence, ...] = Field(min_length=1, description="What bears it out, or speaks against it")


class Act(Record):
    """One party does something to another, coded by the WEIS scheme."""

    from_: Ref = Field(alias="from", description="Who acts: id of a body")
    to: Ref = Field(description="To whom it is done: id of a body")
    weis: str = Field(pattern=r"^\d{3}$", description="Code of the act in the World Event/Interaction Survey")


class Name(Record):
    """A name under the CSL rules: family and given, or one literal for bodies."""

    family: Text | None = Field(None, description="Family name")
    given: Text | None = Field(None, description="Given name")
    literal: Text | None = Field(None, description="Name of a body, or of a person whose name has no parts")

    @model_validator(mode="after")
    def _one_form(self) -> Name:
        if bool(self.family) == bool(self.literal):
            raise ValueError("is no name of one form; give either family (and given) or literal")
        return self

    @property
    def full(self) -> str:
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


class Variant(Record):
    """Another spelling under which readers may look."""

    name: Text = Field(description="The other form of the name")
    language: Text | None = Field(None, description="Language of the form: sq, ru, zh, en …")


class Office(Record):
    """A post held, for as long as is known."""

    title: Text = Field(description="The post")
    body: Ref | None = Field(None, description="Party, state or organisation in which it was held")
    from_: EdtfDate | None = Field(None, alias="from", description="Since when, in EDTF")
    to: EdtfDate | None = Field(None, description="Until when, in EDTF")
    evidence: tuple[Evidence, ...] = Field((), description="What this entry rests on")
