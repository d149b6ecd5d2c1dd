"""Cells, bands and the error near the line."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from math import cos, radians

import pytest
from spoken import ARMY, REBELS, place, told

from sijill.situation import areas, areas_geojson, control
from sijill.situation.areas import BAND_KM, CAP_KM

DAY = date(2030, 1, 10)


def held(name: str, who: tuple, lat: float, lon: float, precision: int = 1):
    return told("capture", f"took {name}", "2030-01-10", [who], [], [place(name, lat, lon, precision=precision)], report=f"r-{name}")


def km2(ring: list) -> float:
    """Area of a small ring on the plane through its first corner."""
    lat0 = ring[0][1]
    flat = [((lon - ring[0][0]) * 111.195 * cos(radians(lat0)), (lat - lat0) * 111.195) for lon, lat in ring]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(flat)) / 2


def cells(claims, kind):
    return [f for f in json.loads(areas_geojson(control(claims, DAY)))["features"] if f["properties"].get("kind") == kind]


def test_a_lone_place_has_a_capped_cell_counter_clockwise_and_closed() -> None:
    (cell,) = cells([held("Mill", REBELS, 36.0, 37.0)], "cell")
    ring = cell["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]
    assert 0.93 * 3.1416 * CAP_KM**2 < km2(ring) < 3.1416 * CAP_KM**2
    assert cell["properties"]["basis"] == "inferred"
    assert cell["properties"]["holder"] == "Northern Front"


def test_two_sides_meet_in_a_contested_band_of_the_stated_width() -> None:
    claims = [held("Mill", REBELS, 36.0, 37.0), held("Ford", ARMY, 36.2, 37.0)]
    bands = cells(claims, "band")
    assert len(bands) == 2
    assert all(b["properties"]["state"] == "contested" and b["properties"]["between"] == ["Military forces of Qara", "Northern Front"] for b in bands)
    lats = [lat for b in bands for _, lat in b["geometry"]["coordinates"][0]]
    assert (max(lats) - min(lats)) * 111.195 == pytest.approx(BAND_KM, abs=0.05)
    assert not cells([claims[0], held("Ford", REBELS, 36.2, 37.0)], "band")


def test_cells_do_not_overlap_and_fill_what_one_alone_would() -> None:
    grid = [held(f"P{r}{c}", (REBELS, ARMY)[(r + c) % 3 == 0], 36 + r / 20, 37 + c / 20) for r in range(7) for c in range(7)]
    found = cells(grid, "cell") + cells(grid, "band")
    middle = [f for f in found if f["properties"]["place"] == "P33"]
    spacing = 111.195 / 20
    assert sum(km2(f["geometry"]["coordinates"][0]) for f in middle) == pytest.approx(spacing * spacing * cos(radians(36.15)), rel=0.01)


def test_unknown_contested_coincident_and_wide_places() -> None:
    may = told("capture", "may have taken Weir", "2030-01-10", [REBELS], [], [place("Weir", 36.0, 38.5)], modality="possible")
    twins = [held("Twin A", REBELS, 40.0, 37.0), held("Twin B", ARMY, 40.0, 37.0)]
    wide = held("District", ARMY, 45.0, 37.0, precision=3)
    nowhere = told("capture", "took Barracks 46", "2030-01-10", [REBELS], [], [place("Barracks 46")])
    found = areas(control([may, *twins, wide, nowhere], DAY))
    shapes = {f.properties.place: f.properties.state for f in found.features if f.properties.basis == "inferred"}
    assert shapes == {"Weir": "unknown", "Twin A, Twin B": "contested"}
    assert [u.name for u in found.unlocated] == ["Barracks 46"]
    assert [u.name for u in found.unshaped] == ["District"]


def test_the_error_near_the_line_is_counted() -> None:
    line = [held(f"N{k}", REBELS, 36.1, 37 + k / 10) for k in range(5)] + [held(f"S{k}", ARMY, 36.0, 37 + k / 10) for k in range(5)]
    wrong = areas(control([*line, held("Island", REBELS, 35.95, 37.0)], DAY)).line_error
    assert wrong.places == wrong.near_places == 11
    assert wrong.right < 11
    far = areas(control([held("A", REBELS, 36, 37), held("B", REBELS, 36.1, 37), held("C", ARMY, 38, 37), held("D", ARMY, 38.1, 37)], DAY)).line_error
    assert (far.places, far.right, far.near_places) == (4, 4, 0)


def test_nothing_gives_an_empty_map() -> None:
    assert json.loads(areas_geojson(()))["features"] == []
