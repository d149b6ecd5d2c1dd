"""What the store costs: reports taken in, claims read back; twice as many should take twice as long."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from sijill.store import open_store

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from shelling import pair


@pytest.mark.parametrize("number", [2_500, 5_000, 10_000])
def test_taking_in_reports(benchmark: Any, tmp_path: Path, number: int) -> None:
    pairs = [pair(n) for n in range(number)]
    runs = iter(range(100))

    def add() -> None:
        with open_store(str(tmp_path / f"{next(runs)}.sqlite")) as store:
            assert sum(outcome == "added" for outcome in store.add_many(pairs)) == number

    benchmark.pedantic(add, rounds=3)


@pytest.mark.parametrize("number", [2_500, 10_000])
def test_reading_claims_back(benchmark: Any, tmp_path: Path, number: int) -> None:
    with open_store(str(tmp_path / "a.sqlite")) as store:
        list(store.add_many(pair(n) for n in range(number)))
        told = benchmark.pedantic(store.told, rounds=3)
    assert len(told) == 2 * number
