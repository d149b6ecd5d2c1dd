"""Control and its areas on a day: seconds for a thousand places, beside the same without areas."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

sys.path.insert(0, str(Path(__file__).parents[1] / "situation"))

from spoken import ARMY, REBELS, place, told

from sijill.situation import areas, control

DAY = date(2030, 1, 10)


def held(k: int, side: int):
    where = place(f"P{k}", lat=30 + k // side / 8, lon=30 + k % side / 8, precision=1)
    return told("capture", f"took P{k}", "2030-01-10", [(REBELS, ARMY)[k % 2]], [], [where], report=f"r-{k}")


def test_control_of_a_thousand_places(benchmark: BenchmarkFixture) -> None:
    claims = [held(k, 32) for k in range(1_000)]
    assert len(benchmark.pedantic(control, (claims, DAY), rounds=3)) == 1_000


def test_areas_of_a_thousand_places(benchmark: BenchmarkFixture) -> None:
    controls = control([held(k, 32) for k in range(1_000)], DAY)
    assert benchmark.pedantic(areas, (controls,), rounds=3)
