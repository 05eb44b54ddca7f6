"""What the YAML files may say: one frozen class for each kind of record, unknown keys forbidden.

The descriptions below are also the help that editors see, by way of the JSON Schemas in data/schema/.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from .fields import Act, EdtfDate, Evidence, Id, Link, Name, Office, Public, Quote, Record, Ref, Section, Seen, Statement, Text, Url, Variant


class Entity(Record):
    """What every record with a page of its own has."""

    id: Id = Field(description="A readable name, never used twice; the page has it in its address")
    formerly: tuple[Id, ...] = Field((), description="Ids that the page had before; their addresses lead here")


def csl(name: str) -> Any:
    """An optional text field that is passed to pandoc under its CSL name."""
    return Field(None, alias=name, description=f"The CSL variable {name}", json_schema_extra={"csl": True})


SourceKind = Literal["archive", "official", "memoir", "press", "intelligence", "scholarship", "reference"]


class Source(Entity):
    """A work or record that is cited: CSL variables, and what this edition knows of it."""

    kind: SourceKind = Field(description="Kind of source, under which the bibliography lists it")
    seen: Seen = Field(description="How much of it this edition has seen")
    via: Ref | None = Field(None, description="For a source not seen: the work through which we know it")
    reliability: Text | None = Field(None, description="A sentence for readers who wonder how far to trust it")
    would_settle: Text | None = Field(None, description="For a source not seen: what reading it would settle")
    identified: Literal["certain", "probable", "unidentified"] = Field("certain", description="How sure we are which work is meant")
    note: Text | None = Field(None, description="A remark for readers")
    links: tuple[Link, ...] = Field((), description="Addresses outside this site")
    quotes: tuple[Quote, ...] = Field((), description="Exact words that belong to it")

    type: Literal[
        "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "document", "manuscript", "motion_picture",
        "pamphlet", "periodical", "post-weblog", "report", "speech", "thesis", "webpage", "entry-encyclopedia", "broadcast", "dataset",
    ] = Field(description="Type of the work, as CSL has it", json_schema_extra={"csl": True})  # fmt: skip
    title: Text = Field(description="Title; in square brackets where it is supplied", json_schema_extra={"csl": True})
    language: str = Field(pattern=r"^[a-z]{2,3}$", description="Language of the title: en, sq, ru …", json_schema_extra={"csl": True})
    author: tuple[Name, ...] = Field((), description="Who wrote it", json_schema_extra={"csl": True})
    editor: tuple[Name, ...] = Field((), description="Who edited it", json_schema_extra={"csl": True})
    translator: tuple[Name, ...] = Field((), description="Who translated it", json_schema_extra={"csl": True})
    issued: EdtfDate | None = Field(None, description="When it appeared or was written, in EDTF", json_schema_extra={"csl": True})
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
    archived: Url | None = Field(None, description="Address of an archived copy of what stands under its URL; the day we looked at it is `accessed`")


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

    witness: Ref = Field(description="Short name of the witness")
    text: Text = Field(description="What the witness says")
    differs: bool = Field(False, description="yes where it contradicts another column")
    locator: Text | None = Field(None, description="Where the witness says so")


class Point(Record):
    """One row of a table of rival accounts: a question, and who answers it how."""

    question: Text = Field(description="What the witnesses are asked")
    answers: tuple[Answer, ...] = Field(min_length=1, description="A witness who says nothing is left out")


class Accounts(Record):
    """The same meeting as different witnesses tell it."""

    witnesses: tuple[Witness, ...] = Field(min_length=2, description="Who speaks, in the order of the columns")
    points: tuple[Point, ...] = Field(min_length=1, description="The questions, in the order of the rows")
    note: Text | None = Field(None, description="A remark for readers")


class Event(Entity):
    """Something that happened on a date."""

    title: Text = Field(description="A short sentence in the present tense: who does what")
    kind: EventKind = Field(description="What sort of thing happened")
    label: Text | None = Field(None, description="A name of three words at the most, for the turning points that drawings name")
    date: EdtfDate = Field(description="When it happened, in EDTF")
    date_basis: Text | None = Field(None, description="Why this date: required where it is uncertain, approximate or disputed; readers see it")
    study: tuple[Section, ...] = Field((), description="Sections of the study that tell it; none = added by this edition")
    chapter: Section | None = Field(None, description="The chapter to which it belongs")
    public: Public | None = Field(None, description="When outsiders could first know of it; none = not known to us")
    place: Ref | None = Field(None, description="Where it happened")
    people: tuple[Ref, ...] = Field((), description="People who took part or are concerned")
    bodies: tuple[Ref, ...] = Field((), description="Parties, states and organisations that took part or are concerned")
    letters: tuple[Ref, ...] = Field((), description="Documents that belong to it")
    summary: Text = Field(description="What happened, in a few sentences of our own")
    statements: tuple[Statement, ...] = Field(min_length=1, description="What is asserted of it; the first says that it happened")
    accounts: Accounts | None = Field(None, description="Rival accounts, where witnesses differ")
    acts: tuple[Act, ...] = Field((), description="What one party did to another, as settled after two codings")
    quotes: tuple[Quote, ...] = Field((), description="Exact words that belong to it")
    note: Text | None = Field(None, description="A remark for readers")


LetterKind = Literal[
    "letter", "note", "radiogram", "telegram", "speech", "statement", "minutes", "memorandum of conversation", "memorandum",
    "communiqué", "agreement", "resolution", "press article", "diary entry", "report",
]  # fmt: skip


class Published(Record):
    """Where a document is printed: in a source of ours, or as a plain reference."""

    source: Ref | None = Field(None, description="Key of the source in which it is printed")
    locator: Text | None = Field(None, description="Where in that source")
    text: Text | None = Field(None, description="The place of printing in words, where it is not one of our sources")

    @model_validator(mode="after")
    def _something(self) -> Published:
        if not (self.source or self.text):
            raise ValueError("does not say where it is printed; give source or text")
        return self


class Letter(Entity):
    """A letter, note, speech, record of talks or other document of the quarrel."""

    kind: LetterKind = Field(description="What sort of document it is")
    title: Text | None = Field(
        None, description="Only where the document has a title of its own, or where sender and recipient do not tell it from another"
    )
    date: EdtfDate = Field(description="When it was written, sent or spoken, in EDTF")
    date_basis: Text | None = Field(None, description="Why this date: required where it is uncertain, approximate or disputed")
    sender: tuple[Ref, ...] = Field((), description="People and bodies it comes from")
    sender_as: Text | None = Field(None, description="Sender in words, where ids do not say it all")
    recipient: tuple[Ref, ...] = Field((), description="People and bodies it goes to; of talks, the other side")
    recipient_as: Text | None = Field(None, description="Recipient in words, where ids do not say it all")
    place: Ref | None = Field(None, description="Where it was written, sent or spoken")
    language: Text | None = Field(None, description="Language of the original: sq, ru, zh, en …")
    archive: Text | None = Field(None, description="Archive reference as printed where we saw it")
    published: tuple[Published, ...] = Field((), description="Where it is printed")
    links: tuple[Link, ...] = Field((), description="Addresses outside this site")
    summary: Text = Field(description="What it says, in our own words")
    quotes: tuple[Quote, ...] = Field((), description="Exact words that belong to it")
    replies_to: tuple[Ref, ...] = Field((), description="Documents that it answers")
    people: tuple[Ref, ...] = Field((), description="People concerned besides sender and recipient")
    study: tuple[Section, ...] = Field((), description="Sections of the study that mention it; none = added by this edition")
    seen: Seen = Field(description="How much of its text this edition has seen")
    evidence: tuple[Evidence, ...] = Field(min_length=1, description="How we know of it")
    public: Public | None = Field(None, description="When outsiders could first read it; none = not known to us")
    note: Text | None = Field(None, description="A remark for readers")

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
    variants: tuple[Variant, ...] = Field((), description="Other spellings under which readers may look")
    side: Side = Field(description="The side on which the person stood")
    born: EdtfDate | None = Field(None, description="Date of birth, in EDTF")
    died: EdtfDate | None = Field(None, description="Date of death, in EDTF")
    summary: Text = Field(description="Who this is, in a sentence")
    offices: tuple[Office, ...] = Field((), description="Posts held")
    evidence: tuple[Evidence, ...] = Field((), description="What this entry rests on")
    links: tuple[Link, ...] = Field((), description="Addresses outside this site")
    note: Text | None = Field(None, description="A remark for readers")


class Place(Entity):
    """A place of the story."""

    name: Text = Field(description="Preferred form of the name")
    variants: tuple[Variant, ...] = Field((), description="Other spellings under which readers may look")
    country: Text = Field(description="Country in which it lies today")
    latitude: float = Field(ge=-90, le=90, description="Degrees north, rounded; good for a pin on a map")
    longitude: float = Field(ge=-180, le=180, description="Degrees east, rounded")
    summary: Text = Field(description="What the place is in the story")
    evidence: tuple[Evidence, ...] = Field((), description="What this entry rests on")
    links: tuple[Link, ...] = Field((), description="Addresses outside this site")
    note: Text | None = Field(None, description="A remark for readers")


class Body(Entity):
    """A party, state, organisation, archive or newspaper."""

    name: Text = Field(description="Preferred form of the name")
    abbreviation: Text | None = Field(None, description="Initials by which it is known")
    variants: tuple[Variant, ...] = Field((), description="Other spellings under which readers may look")
    from_: EdtfDate | None = Field(None, alias="from", description="When it began, in EDTF")
    to: EdtfDate | None = Field(None, description="When it ended, in EDTF")
    summary: Text = Field(description="What it is")
    evidence: tuple[Evidence, ...] = Field((), description="What this entry rests on")
    links: tuple[Link, ...] = Field((), description="Addresses outside this site")
    note: Text | None = Field(None, description="A remark for readers")


class Figure(Record):
    """One figure of a series."""

    date: EdtfDate = Field(description="Day, year or period to which it belongs, in EDTF")
    value: float = Field(allow_inf_nan=False, description="The figure, in the unit of its series")
    label: Text | None = Field(None, description="What this figure is, where the series holds unlike ones")
    evidence: tuple[Evidence, ...] = Field(min_length=1, description="Who gives it")
    note: Text | None = Field(None, description="A remark for readers")


class Series(Entity):
    """Figures of one kind, with their unit."""

    title: Text = Field(description="What is counted")
    unit: Text = Field(description="Unit of the figures")
    study: tuple[Section, ...] = Field((), description="Sections of the study that give figures of it")
    summary: Text = Field(description="What the figures show, and how far")
    figures: tuple[Figure, ...] = Field(min_length=1, description="The figures")
    comparable: bool = Field(False, description="Whether the figures, three or more, measure the same thing and may be drawn side by side")
    note: Text | None = Field(None, description="A remark for readers")

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
    verdict: Literal["wrong", "imprecise", "unconfirmed", "confirmed"] = Field(description="What we find the study to be")
    gravity: Literal["fact", "detail", "wording"] = Field(description="Whether a fact is at stake, a detail of one, or a choice of words")
    evidence: tuple[Evidence, ...] = Field(min_length=1, description="What the finding rests on")
    event: Ref | None = Field(None, description="The event concerned")
    letter: Ref | None = Field(None, description="The document concerned")

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
    evidence: tuple[Evidence, ...] = Field(min_length=1, description="Who says what")
    events: tuple[Ref, ...] = Field((), description="The events concerned")
    letters: tuple[Ref, ...] = Field((), description="The documents concerned")
