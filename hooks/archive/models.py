"""What the YAML files may say: one frozen class for each kind of record, unknown keys forbidden.

The descriptions below are also the help that editors see, by way of the JSON Schemas in data/schema/.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from .fields import Act, EdtfDate, Evidence, Id, Link, Name, Office, Public, Quote, Record, Ref, Section, Seen, Statement, Text, Url, Variant


class Entity(Record):
    """What every record with a page of its own has."""

    id: Id
    formerly: tuple[Id, ...] = Field((), description="Ids that the page had before; their addresses lead here")


def csl(name: str) -> Any:
    """An optional text field that is passed to pandoc under its CSL name."""
    return Field(None, alias=name, json_schema_extra={"csl": True})


SourceKind = Literal["archive", "official", "memoir", "press", "intelligence", "scholarship", "reference"]


class Source(Entity):
    """A work or record that is cited: CSL variables, and what this edition knows of it."""

    kind: SourceKind
    seen: Seen = Field(description="How much of it this edition has seen")
    via: Ref | None = Field(None, description="For a source not seen: the work through which we know it")
    reliability: Text | None = Field(None, description="A sentence for readers who wonder how far to trust it")
    would_settle: Text | None = Field(None, description="For a source not seen: what reading it would settle")
    identified: Literal["certain", "probable", "unidentified"] = Field("certain", description="How sure we are which work is meant")
    note: Text | None = None
    links: tuple[Link, ...] = ()
    quotes: tuple[Quote, ...] = ()

    type: Literal[
        "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "document", "manuscript", "motion_picture",
        "pamphlet", "periodical", "post-weblog", "report", "speech", "thesis", "webpage", "entry-encyclopedia", "broadcast", "dataset",
    ] = Field(json_schema_extra={"csl": True})  # fmt: skip
    title: Text = Field(json_schema_extra={"csl": True})
    language: str = Field(pattern=r"^[a-z]{2,3}$", description="Language of the title: en, sq, ru …", json_schema_extra={"csl": True})
    author: tuple[Name, ...] = Field((), json_schema_extra={"csl": True})
    editor: tuple[Name, ...] = Field((), json_schema_extra={"csl": True})
    translator: tuple[Name, ...] = Field((), json_schema_extra={"csl": True})
    issued: EdtfDate | None = Field(None, json_schema_extra={"csl": True})
    original_date: EdtfDate | None = csl("original-date")
    accessed: EdtfDate | None = csl("accessed")
    title_short: Text | None = csl("title-short")
    container_title: Text | None = csl("container-title")
    container_title_short: Text | None = csl("container-title-short")
    collection_title: Text | None = csl("collection-title")
    volume_title: Text | None = csl("volume-title")
    publisher: Text | None = csl("publisher")
    publisher_place: Text | None = csl("publisher-place")
    volume: Text | None = csl("volume")
    issue: Text | None = csl("issue")
    number: Text | None = csl("number")
    page: Text | None = csl("page")
    edition: Text | None = csl("edition")
    genre: Text | None = csl("genre")
    medium: Text | None = csl("medium")
    archive: Text | None = csl("archive")
    archive_location: Text | None = csl("archive_location")
    archive_place: Text | None = csl("archive-place")
    doi: Text | None = csl("DOI")
    isbn: Text | None = csl("ISBN")
    issn: Text | None = csl("ISSN")
    url: Url | None = csl("URL")


EventKind = Literal["meeting", "speech", "letter", "agreement", "visit", "purge", "economy", "military", "diplomacy", "publication", "war"]


class Witness(Record):
    """One column of a table of rival accounts: who speaks, and with what interest."""

    id: Id = Field(description="Short name used in the answers below")
    name: Text = Field(description="Head of the column: Albanian record; Soviet minutes; Hoxha’s memoirs")
    source: Ref = Field(description="Key of the source, or id of the letter, in which the witness speaks")
    via: Ref | None = Field(None, description="The work through which we know it")
    about: Text = Field(description="Who this is, when it was written, with what interest")


class Answer(Record):
    """What one witness says on one point."""

    witness: Ref
    text: Text
    differs: bool = Field(False, description="yes where it contradicts another column")
    locator: Text | None = None


class Point(Record):
    """One row of a table of rival accounts: a question, and who answers it how."""

    question: Text
    answers: tuple[Answer, ...] = Field(min_length=1)


class Accounts(Record):
    """The same meeting as different witnesses tell it."""

    witnesses: tuple[Witness, ...] = Field(min_length=2)
    points: tuple[Point, ...] = Field(min_length=1)
    note: Text | None = None


class Event(Entity):
    """Something that happened on a date."""

    title: Text = Field(description="A short sentence in the present tense: who does what")
    kind: EventKind
    label: Text | None = Field(None, description="A name of three words at the most, for the turning points that drawings name")
    date: EdtfDate
    date_basis: Text | None = Field(None, description="Why this date: required where it is uncertain, approximate or disputed; readers see it")
    study: tuple[Section, ...] = Field((), description="Sections of the study that tell it; none = added by this edition")
    chapter: Section | None = Field(None, description="The chapter to which it belongs")
    public: Public | None = None
    place: Ref | None = None
    people: tuple[Ref, ...] = ()
    bodies: tuple[Ref, ...] = ()
    letters: tuple[Ref, ...] = Field((), description="Documents that belong to it")
    summary: Text
    statements: tuple[Statement, ...] = Field(min_length=1)
    accounts: Accounts | None = Field(None, description="Rival accounts, where witnesses differ")
    acts: tuple[Act, ...] = ()
    quotes: tuple[Quote, ...] = ()
    note: Text | None = None


LetterKind = Literal[
    "letter", "note", "radiogram", "telegram", "speech", "statement", "minutes", "memorandum of conversation", "memorandum",
    "communiqué", "agreement", "resolution", "press article", "diary entry", "report",
]  # fmt: skip


class Published(Record):
    """Where a document is printed: in a source of ours, or as a plain reference."""

    source: Ref | None = None
    locator: Text | None = None
    text: Text | None = Field(None, description="The place of printing in words, where it is not one of our sources")

    @model_validator(mode="after")
    def _something(self) -> Published:
        if not (self.source or self.text):
            raise ValueError("give source or text")
        return self


class Letter(Entity):
    """A letter, note, speech, record of talks or other document of the quarrel."""

    kind: LetterKind
    title: Text | None = Field(
        None, description="Only where the document has a title of its own, or where sender and recipient do not tell it from another"
    )
    date: EdtfDate
    date_basis: Text | None = Field(None, description="Why this date: required where it is uncertain, approximate or disputed")
    sender: tuple[Ref, ...] = Field((), description="People and bodies it comes from")
    sender_as: Text | None = Field(None, description="Sender in words, where ids do not say it all")
    recipient: tuple[Ref, ...] = ()
    recipient_as: Text | None = None
    place: Ref | None = None
    language: Text | None = Field(None, description="Language of the original: sq, ru, zh, en …")
    archive: Text | None = Field(None, description="Archive reference as printed where we saw it")
    published: tuple[Published, ...] = ()
    links: tuple[Link, ...] = ()
    summary: Text
    quotes: tuple[Quote, ...] = ()
    replies_to: tuple[Ref, ...] = ()
    people: tuple[Ref, ...] = Field((), description="People concerned besides sender and recipient")
    study: tuple[Section, ...] = Field((), description="Sections of the study that mention it; none = added by this edition")
    seen: Seen
    evidence: tuple[Evidence, ...] = Field(min_length=1, description="How we know of it")
    public: Public | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _somebody_wrote_it(self) -> Letter:
        if not (self.sender or self.sender_as):
            raise ValueError("has no sender; give sender (ids) or sender_as (words)")
        return self


Side = Literal["albania", "soviet union", "china", "yugoslavia", "eastern europe", "the west", "elsewhere"]


class Person(Entity):
    """Somebody who acts in the story, or who writes about it."""

    name: Text = Field(description="Preferred form, given name first")
    sort: Text = Field(description="Form under which it is filed: Hoxha, Enver")
    variants: tuple[Variant, ...] = ()
    side: Side
    born: EdtfDate | None = None
    died: EdtfDate | None = None
    summary: Text = Field(description="Who this is, in a sentence")
    offices: tuple[Office, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Link, ...] = ()
    note: Text | None = None


class Place(Entity):
    """A place of the story."""

    name: Text
    variants: tuple[Variant, ...] = ()
    country: Text = Field(description="Country in which it lies today")
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    summary: Text
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Link, ...] = ()
    note: Text | None = None


class Body(Entity):
    """A party, state, organisation, archive or newspaper."""

    name: Text
    abbreviation: Text | None = None
    variants: tuple[Variant, ...] = ()
    from_: EdtfDate | None = Field(None, alias="from")
    to: EdtfDate | None = None
    summary: Text
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Link, ...] = ()
    note: Text | None = None


class Figure(Record):
    """One figure of a series."""

    date: EdtfDate
    value: float = Field(allow_inf_nan=False)
    label: Text | None = Field(None, description="What this figure is, where the series holds unlike ones")
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    note: Text | None = None


class Series(Entity):
    """Figures of one kind, with their unit."""

    title: Text
    unit: Text
    study: tuple[Section, ...] = ()
    summary: Text
    figures: tuple[Figure, ...] = Field(min_length=1)
    comparable: bool = Field(False, description="Whether the figures, three or more, measure the same thing and may be drawn side by side")
    note: Text | None = None

    @model_validator(mode="after")
    def _enough_to_draw(self) -> Series:
        if self.comparable and (len(self.figures) < 3 or any(figure.value < 0 for figure in self.figures)):
            raise ValueError("comparable: a drawing needs three figures or more, none below zero; drop it")
        return self


class Correction(Entity):
    """Where the study, or an earlier state of this edition, is wrong or vague, or proves right against a common error."""

    study: int = Field(ge=0, le=10, description="Section of the study; 0 is its abstract")
    study_says: Text = Field(description="The study's words, at most 25 of them, to the letter")
    finding: Text = Field(description="What the evidence shows, courteously and exactly")
    verdict: Literal["wrong", "imprecise", "unconfirmed", "confirmed"]
    gravity: Literal["fact", "detail", "wording"] = Field(description="Whether a fact is at stake, a detail of one, or a choice of words")
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    event: Ref | None = None
    letter: Ref | None = None

    @field_validator("study_says")
    @classmethod
    def _short(cls, text: str) -> str:
        if len(text.split()) > 25:
            raise ValueError(f"quotes {len(text.split())} words of the study; 25 are the most, cut it with …")
        return text


class Conflict(Entity):
    """A question that the sources answer differently and that nobody has settled."""

    title: Text = Field(description="The question")
    known: Text = Field(description="What is known, and who says what")
    settles: Text = Field(description="What would settle it")
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    events: tuple[Ref, ...] = ()
    letters: tuple[Ref, ...] = ()
