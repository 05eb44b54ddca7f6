"""Who publishes the edition, under which title, version and date: CITATION.cff, the one place where that is written."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from .composing import Document, compose
from .fields import EdtfDate, Name, Record, Text, Url
from .problems import Problem
from .reading import read_text
from .validating import mistakes, say

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of everything that this edition publishes."""


class Author(Record):
    """A person or body as the Citation File Format 1.2 names them."""

    name: Text | None = None
    family: Text | None = Field(None, alias="family-names")
    given: Text | None = Field(None, alias="given-names")

    @model_validator(mode="after")
    def _has_a_name(self) -> Author:
        if not (self.name or self.family):
            raise ValueError("has neither name nor family-names; give one of the two")
        return self

    @cached_property
    def csl(self) -> Name:
        return Name(family=self.family, given=self.given) if self.family else Name(literal=self.name)


class Imprint(Record):
    """What citations of the edition say of it; the other keys of the file are for other readers."""

    model_config = ConfigDict(extra="ignore")

    title: Text
    authors: tuple[Author, ...] = Field(min_length=1)
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    released: EdtfDate | None = Field(None, alias="date-released", description="Day on which the version was released; none before the first release")
    url: Url

    @cached_property
    def csl_authors(self) -> list[dict[str, str]]:
        """The authors as CSL-JSON names them."""
        return [author.csl.model_dump(exclude_none=True) for author in self.authors]

    @property
    def of_version(self) -> str:
        """The version in words: "version 0.1.0 of 22 November 2026"."""
        return f"version {self.version}" + (f" of {self.released}" if self.released else "")


NAMELESS = Imprint(title="–", authors=(Author(name="–"),), version="0.0.0", url="https://example.org/")
"""Stands where CITATION.cff cannot be read, so that everything else can still be checked."""


def read_imprint(path: Path) -> tuple[Imprint | None, list[Problem]]:
    """Read CITATION.cff; None where it cannot be read, with the problems that say why."""
    document = Document(path.name)
    text = read_text(path, document)
    if text is not None:
        compose(text, document)
    try:
        return (None if document.problems else TypeAdapter(Imprint).validate_python(document.data)), document.problems
    except ValidationError as error:
        for detail in mistakes(error):
            document.problem(detail["loc"], say(detail, Imprint))
    return None, document.problems
