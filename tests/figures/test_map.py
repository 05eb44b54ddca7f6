"""The maps: places lie where they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from hooks.archive.models import Place
from hooks.archive.outlines import Outline, load_outlines
from hooks.figures.map import ALBANIA, EURASIA, Pin, View, draw

SHEET = View("albania", ALBANIA, ((18.7, 39.45), (21.4, 42.8)), 500)
WORLD = View("wide", EURASIA, ((-10, 44), (0, 57), (104, 16), (129, 30)), 880)


def pin(name: str, latitude: float, longitude: float, events: int) -> Pin:
    return Pin(
        Place.model_validate({"id": name.lower(), "name": name, "country": "x", "latitude": latitude, "longitude": longitude, "summary": "x"}), events
    )


TIRANA, VLORE, MOSCOW = pin("Tirana", 41.33, 19.82, 35), pin("Vlore", 40.47, 19.49, 3), pin("Moscow", 55.75, 37.62, 38)


def test_a_degree_of_latitude_is_111_km_and_both_axes_share_a_scale() -> None:
    north, south = SHEET.place(20, 42), SHEET.place(20, 41)
    east, west = SHEET.place(20.5, 41), SHEET.place(19.5, 41)
    assert (south[1] - north[1]) / (east[0] - west[0]) == pytest.approx(111.07 / 84.14, rel=0.005)  # km for a degree at 41° N


def test_beijing_lies_to_the_right_of_moscow_and_moscow_above_tirana() -> None:
    beijing, moscow, tirana = WORLD.place(116.41, 39.9), WORLD.place(37.62, 55.75), WORLD.place(19.82, 41.33)
    assert beijing[0] > moscow[0] > tirana[0] and moscow[1] < tirana[1]
    assert all(WORLD.holds(*point) for point in (beijing, moscow, tirana))


def test_pins_open_their_places_grow_with_their_events_and_stay_on_the_sheet() -> None:
    svg = etree.fromstring(draw(SHEET, [], [VLORE, TIRANA, MOSCOW], "t", lambda id: f"{id}/"))
    radii = {link.get("href"): float(link.find("{*}circle").get("r")) for link in svg.iterfind("{*}a")}
    assert radii.keys() == {"tirana/", "vlore/"} and radii["tirana/"] > radii["vlore/"]


def test_lines_are_broken_where_they_leave_the_sheet() -> None:
    coast = Outline("albania", "coast", [[(19.0, 41.0), (19.5, 41.0), (30.0, 41.0), (20.0, 41.0)]])
    svg = etree.fromstring(draw(SHEET, [coast], [], "t", str))
    assert svg.find("{*}path").get("d").count("M") == 2


def test_a_spoilt_file_of_outlines_is_named(tmp_path: Path) -> None:
    file = tmp_path / "outlines.geojson"
    file.write_text('{"features":\n [}', encoding="utf-8")
    assert [str(problem) for problem in load_outlines(file, "data/map/outlines.geojson")[1]] == [
        "data/map/outlines.geojson:2: is not JSON here (Expecting value); restore the file from git"
    ]
