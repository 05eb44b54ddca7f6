"""Dates and texts from data/ as templates print them."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from ..archive.dates import MONTHS, Date
from ..citing.wording import emphasise


def rich(text: str) -> Markup:
    """A text escaped, with what stands between asterisks in italic."""
    return Markup(emphasise(text))


def as_sentence(text: str) -> Markup:
    """A remark set as a sentence of its own: capital, full stop, and italic where asterisks ask for it."""
    text = text[0].upper() + text[1:]
    return rich(text if text.endswith((".", "!", "?", "…", ".”")) else f"{text}.")


def without_links(html: str) -> Markup:
    """A bibliography entry whose addresses are text, for places where the whole entry is a link."""
    return Markup(re.sub(r"</?a\b[^>]*>", "", html))


def short_date(date: Date) -> str:
    """A date for narrow columns: months in three letters ("18–27 Jun 1960", "c. Apr 1956")."""
    return shorten(str(date))


@lru_cache(maxsize=5000)
def shorten(words: str) -> str:
    """Months in three letters, and less room about a dash."""
    for month in MONTHS[1:]:
        words = words.replace(month, month[:3])
    return words.replace(" – ", "\u2009–\u2009")


def iso_day(date: Date) -> str:
    """The value of a <time> element; empty where the date is no single day, month or year."""
    text = date.text.rstrip("?~%")
    return text if not date.is_interval and "X" not in text and not (date.start and date.start.month > 12) else ""


def lag(happened: Date, known: Date) -> str:
    """How long after it happened a thing became known: "at once", "4 days later", "about 7 months later".

    Where it is only known by when ("by 1963"), the time is the longest possible and says so.
    """
    days = (known.earliest - happened.latest).days
    exact = known.start is not None and all(date.start and date.start.day and not date.is_doubtful for date in (happened, known))
    if days <= 0:
        return "at once"
    if known.start is None:
        return f"at the latest {span(days)} later"
    if days < 60 and exact:
        return f"{days} day{'s' if days > 1 else ''} later"
    return f"about {span(days)} later"


def span(days: int) -> str:
    """A length of time in the unit that suits it."""
    if days < 50:
        return f"{max(1, round(days / 7))} week{'s' if days > 10 else ''}"
    if days < 700:
        return f"{round(days / 30.44)} months"
    return f"{round(days / 365.25)} years"
