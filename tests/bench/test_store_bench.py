"""What the store costs: reports taken in, claims read back, where twice as many should take twice as long; one more report joined to all, which should not."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from joining_world import FIRST, place_names

from sijill.pipeline import rebuild_events, update_events
from sijill.records import Claim, Count, Evidence, Mention, Place, Reading, Report, When, claim_id
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


REPORTS_A_DAY = 300


def densely_told(number: int) -> Iterator[tuple[Report, Reading]]:
    """Reports of one shelling each, as many a day as of a large war, at places by popularity."""
    chance = random.Random(1)
    names = place_names(5_000, chance)
    popular = [1 / (k + 20) for k in range(len(names))]
    for n in range(number):
        place, dead = chance.choices(names, popular)[0], chance.randint(1, 40)
        text = f"Shells fell on the {chance.choice(('market', 'clinic', 'bakery', 'ferry'))} of {place} and killed {dead} people, the mayor of {chance.choice(names)} said."
        at = {words: Mention(words, text.index(words), text.index(words) + len(words)) for words in ("Shells", place, str(dead))}
        day, id_, end = FIRST + timedelta(n // REPORTS_A_DAY), f"r{n:07}", text.index(",")
        claim = Claim(
            claim_id(id_, "shelling", "asserted", 0, end, 0), "shelling", Evidence(0, end, text[:end]), (), (),
            (Place(place, None, None, None, None, (), "at", at[place]),), When(day, day + timedelta(1), "day", at["Shells"]),
            (Count("killed", None, "unknown", "person", dead, dead, dead, "exact", at[str(dead)]),), None, "asserted", 0.9, "made up",
        )  # fmt: skip
        yield Report(id_, text, published=day.isoformat()), Reading(id_, (claim,), ())


@pytest.mark.benchmark(group="one more report", timer=time.process_time)
@pytest.mark.parametrize("number", [2_500, 10_000])
def test_joining_one_more_report(benchmark: Any, tmp_path: Path, number: int) -> None:
    """Beside it, in `extra_info`, what making all anew takes."""
    told = list(densely_told(number + 20))
    with open_store(str(tmp_path / "a.sqlite")) as store:
        list(store.add_many(told[:number]))
        began = time.process_time()
        rebuild_events(store)
        benchmark.extra_info["all anew, s"] = round(time.process_time() - began, 2)
        late = iter(told[number:])

        def one_more() -> None:
            store.add(*next(late))
            update_events(store)

        benchmark.pedantic(one_more, rounds=20)
    assert benchmark.stats.stats.median * 10 < benchmark.extra_info["all anew, s"]
