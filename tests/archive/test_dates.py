"""Dates read, ordered and put in words."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hooks.archive.dates import BadDate, parse, period

GOLDEN = yaml.load((Path(__file__).parent / "dates.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize(("typed", "shown", "earliest", "latest"), GOLDEN)
def test_a_date_is_shown_the_way_a_person_writes_it(typed: str, shown: str, earliest: str, latest: str) -> None:
    date = parse(typed)
    assert (str(date), str(date.earliest), str(date.latest)) == (shown, earliest, latest)


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("1959-02-29", "February 1959 has 28 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("1960-06-31", "June 1960 has 30 days"),
        ("1960-06-00", "June 1960 has 30 days"),
        ("0000", "there is no year 0"),
        ("1961/1955", "runs backwards"),
        ("1960-08-14/1960-08-01", "runs backwards"),
        ("../..", "says nothing"),
        ("1960/", "lacks an end; write .. for an end that is not known"),
        ("/1960", "lacks an end; write .. for an end that is not known"),
        ("1960-13", "is not a date; allowed: 1960-08-13"),
        ("1960-20", "is not a date"),
        ("1960-22-03", "is not a date"),
        ("196X-05", "is not a date"),
        ("60-08-13", "is not a date"),
        ("13 August 1960", "is not a date"),
        (" 1960", "is not a date"),
        ("1960-8-13", "is not a date"),
        ("1960-08-13T22:00", "is not a date"),
        ("１９６０", "is not a date"),
        ("1960/1961/1962", "is not a date"),
        ("", "is not a date"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(typed: str, what: str) -> None:
    with pytest.raises(BadDate, match=what):
        parse(typed)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("1941", "1985", "1941–1985"),
        ("1941", "1941", "1941"),
        ("1947", None, "from 1947"),
        (None, "1953-08-01", "until 1 August 1953"),
        (None, None, ""),
    ],
)
def test_an_office_is_held_for_a_period_in_words(start: str | None, end: str | None, words: str) -> None:
    assert period(parse(start) if start else None, parse(end) if end else None) == words


def test_doubt_is_admitted_by_signs_and_open_ends_only() -> None:
    doubtful = [row[0] for row in GOLDEN if parse(row[0]).is_doubtful]
    assert doubtful == [row[0] for row in GOLDEN if any(sign in row[0] for sign in "?~%X.")]


days = st.dates(datetime.date(1900, 1, 1), datetime.date(1999, 12, 31))


@given(days, days)
def test_an_interval_of_days_holds_exactly_those_days(one: datetime.date, two: datetime.date) -> None:
    first, last = sorted((one, two))
    date = parse(f"{first}/{last}")
    assert (date.earliest, date.latest) == (first, last)


@given(st.lists(days, min_size=2, max_size=8))
def test_certain_days_sort_as_the_calendar_does(some: list[datetime.date]) -> None:
    assert [parse(str(day)).earliest for day in sorted(some)] == [
        date.earliest for date in sorted((parse(str(d)) for d in some), key=lambda d: d.sort_key)
    ]


@given(st.text(max_size=25))
def test_no_text_makes_the_reader_fail_otherwise(text: str) -> None:
    try:
        parse(text)
    except BadDate as error:
        assert str(error)


_CALENDAR = st.integers(1, 9998)
_SIGNS = st.sampled_from(["", "?", "~", "%"])
_POINTS = st.one_of(
    st.dates(datetime.date(1, 1, 1), datetime.date(9998, 12, 31)).map(str),
    st.builds("{:04}-{:02}".format, _CALENDAR, st.one_of(st.integers(1, 12), st.integers(21, 24))),
    st.builds("{:04}".format, _CALENDAR),
    st.builds("{:04}-{:02}-XX".format, _CALENDAR, st.integers(1, 12)),
    st.builds("{:03}X".format, st.integers(1, 998)),
).flatmap(lambda point: _SIGNS.map(lambda sign: point + sign))
"""Every point of the subset."""


@given(_POINTS, st.one_of(_POINTS, st.sampled_from(["..", ""])), st.booleans())
def test_every_date_of_the_subset_is_kept_as_it_was_typed_and_put_in_words(one: str, two: str, turned: bool) -> None:
    typed = "/".join((two, one) if turned else (one, two)) if two else one
    try:
        date = parse(typed)
    except BadDate as error:
        assert "runs backwards" in str(error)
        return
    again = parse(date.text)
    assert date.text == typed and again == date and again.sort_key == date.sort_key
    assert date.earliest <= date.latest and str(date) and period(date, None) and period(None, date) and period(date, date) == str(date)
    assert any(sign in typed for sign in "?~%X.") == date.is_doubtful
