"""The overview of the timeline: one mark for each event, as certain as its date."""

from __future__ import annotations

import datetime

import pytest
from lxml import etree

from hooks.archive.models import Event
from hooks.figures.overview import Row, draw
from hooks.figures.svg import Labels, Sheet

FIRST, LAST = datetime.date(1960, 1, 1), datetime.date(1962, 1, 1)


def event(id: str, date: str) -> Event:
    statement = {"text": "x", "evidence": [{"source": "s"}]}
    return Event.model_validate(
        {"id": id, "title": f"<{id}>", "kind": "meeting", "date": date, "date_basis": "x", "summary": "x", "statements": [statement]}
    )


def drawn(*dates: str) -> list[etree._Element]:
    row = Row(6, "A & B", "../chapters/6/", (FIRST, LAST), [event(f"e{number}", date) for number, date in enumerate(dates)])
    svg = etree.fromstring(draw([row], Sheet("s", 880, FIRST, LAST), "t", lambda id: f"#{id}"))
    return [link for link in svg.iterfind("{*}a") if link.get("href", "").startswith("#")]


@pytest.mark.parametrize(
    ("date", "shapes"),
    [
        ("1960-06-24", ["head"]),
        ("1960-06-24~", ["head unseen"]),
        ("1960-06/1960-10", ["bar"]),
        ("1960-06?/1960-10", ["whisker", "head unseen"]),
        ("1961", ["whisker", "head"]),
    ],
)
def test_a_day_is_a_point_a_duration_a_bar_and_an_unknown_day_a_line_with_stops(date: str, shapes: list[str]) -> None:
    (mark,) = drawn(date)
    assert [shape.get("class") for shape in mark if shape.get("class")] == shapes


def test_marks_of_the_same_day_do_not_cover_one_another() -> None:
    heights = [mark.find("{*}circle").get("cy") for mark in drawn("1960-06-24", "1960-06-24", "1960-06-24")]
    assert len(set(heights)) == 3


def test_events_outside_the_stretch_are_left_out() -> None:
    assert [mark.get("href") for mark in drawn("1960-06-24", "1968-09-13")] == ["#e0"]


def test_names_that_find_no_free_place_are_left_out() -> None:
    labels = Labels(100, 0, 30)
    assert labels.place("first", 50, 30, True)
    assert labels.place("a long second name", 50, 30, True) == ""
