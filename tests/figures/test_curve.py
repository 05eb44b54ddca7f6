"""The curve: what a stem shows, and the remembered sum."""

from __future__ import annotations

import datetime

import pytest
from lxml import etree

from hooks.archive.coding import CodingBook, Weight
from hooks.archive.models import Event, Source
from hooks.archive.store import Archive
from hooks.exports.curve_csv import curve_csv
from hooks.figures.curve import Frame, draw, remembered, stems

DAY = datetime.date(1960, 1, 1)


def event(id: str, date: str, seen: str, *acts: tuple[str, str, str], public: str = "") -> Event:
    return Event.model_validate(
        {
            "id": id, "title": f"<{id}>", "kind": "meeting", "date": date, "date_basis": "x", "summary": "x",
            "statements": [{"text": "x", "evidence": [{"source": seen}]}],
            "public": {"date": public, "by": "press", "how": "x"} if public else None,
            "acts": [{"from": one, "to": two, "weis": code} for one, two, code in acts],
        }
    )  # fmt: skip


def source(id: str) -> Source:
    return Source.model_validate(
        {"id": id, "kind": "press", "seen": id, "via": "full" if id == "none" else None, "type": "book", "title": id, "language": "en"}
    )


EVENTS = [
    event("aid", "1960-01-01", "full", ("ussr", "albania", "071"), public="1960-03-01"),
    event("cut", "1960-06/1960-10", "none", ("ussr", "albania", "193"), ("albania", "ussr", "132")),
    event("loan", "1961-01-30", "excerpt", ("china", "albania", "071")),
]
SCALE = {code: Weight(code=code, label=code, weight=weight) for code, weight in (("071", 7.4), ("193", -5.6), ("132", -2.4))}
ARCHIVE = Archive(events={item.id: item for item in EVENTS}, sources={id: source(id) for id in ("full", "excerpt", "none")}, coding=CodingBook(SCALE))
FRAME = Frame("f", 880, datetime.date(1959, 1, 1), datetime.date(1962, 1, 1), unit=7)
HEADS = ((("ussr", "albania"), "Moscow toward Tirana"), (("albania", "ussr"), "Tirana toward Moscow"))


def drawn() -> etree._Element:
    return etree.fromstring(draw(stems(ARCHIVE, ("ussr", "albania")), HEADS, FRAME, "t", lambda id: f"../events/{id}/"))


def test_a_dyad_holds_its_acts_in_both_directions_and_no_others() -> None:
    assert [(stem.event.id, *stem.direction, stem.weight) for stem in stems(ARCHIVE, ("ussr", "albania"))] == [
        ("aid", "ussr", "albania", 7.4), ("cut", "albania", "ussr", -2.4), ("cut", "ussr", "albania", -5.6),
    ]  # fmt: skip


def test_the_public_clock_moves_an_act_and_leaves_out_what_has_no_date() -> None:
    assert [(stem.event.id, stem.middle) for stem in stems(ARCHIVE, ("ussr", "albania"), "public")] == [("aid", datetime.date(1960, 3, 1))]


def test_friendly_stems_point_up_hostile_ones_down_each_as_long_as_its_weight() -> None:
    paths = [path.get("d") for path in drawn().iterfind(".//{*}path[@class]") if path.get("class").startswith("stem")]
    lengths = [float(d.split()[-1].split("V")[1]) - float(d.split()[-1].split("V")[0]) for d in paths]
    assert [round(length / FRAME.unit, 1) for length in lengths] == [-7.4, 5.6, 2.4]


def test_what_we_did_not_see_is_hollow_and_what_is_uncertain_has_a_whisker() -> None:
    links = {link.get("href") + str(number): link for number, link in enumerate(drawn().iterfind(".//{*}a"))}
    hollow = {key: "unseen" in link.find("{*}circle").get("class") for key, link in links.items()}
    whisker = {key: any(path.get("class") == "whisker" for path in link.iterfind("{*}path")) for key, link in links.items()}
    assert hollow == whisker == {"../events/aid/0": False, "../events/cut/1": True, "../events/cut/2": True}


def test_titles_of_events_are_escaped_in_the_drawing() -> None:
    assert "<aid>" in (drawn().find(".//{*}a/{*}title").text or "")


@pytest.mark.parametrize(("months", "later", "share"), [(12, 365, 0.5), (6, 365, 0.25), (24, 731, 0.5)])
def test_an_act_weighs_half_after_its_half_life(months: int, later: int, share: float) -> None:
    aid = [stem for stem in stems(ARCHIVE, ("ussr", "albania")) if stem.event.id == "aid"]
    assert remembered(aid, DAY + datetime.timedelta(days=later), months) == pytest.approx(7.4 * share, rel=0.01)
    assert remembered(aid, DAY - datetime.timedelta(days=1), months) == 0


def test_the_table_to_take_away_holds_every_stem() -> None:
    acts = stems(ARCHIVE, ("ussr", "albania"))
    assert curve_csv(acts).split("\r\n")[:2] == ["event,date,from,to,weis,act,weight,seen", "aid,1960-01-01,ussr,albania,071,071,7.4,yes"]
    assert len(curve_csv(acts).strip().splitlines()) == 1 + len(acts)
