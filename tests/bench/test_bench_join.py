"""Joining at scale: claims a second from scratch, and one report added to many. Beside it the naive way, by place name, day and type."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

import pytest
from joining_world import world
from pytest_benchmark.fixture import BenchmarkFixture

from sijill.events import Joiner, join
from sijill.events.joining import by_report
from sijill.records import Told

CLAIMS = 10_000


@pytest.fixture(scope="module")
def told() -> tuple[Told, ...]:
    return tuple(world(CLAIMS))


def test_join_from_scratch(benchmark: BenchmarkFixture, told: tuple[Told, ...]) -> None:
    """1,000,000 claims in five minutes on two cores are 3,333 a second."""
    events = benchmark.pedantic(join, args=(told,), rounds=1)
    benchmark.extra_info["claims a second"] = round(CLAIMS / benchmark.stats.stats.median)
    assert CLAIMS / 10 < len(events) < CLAIMS


def test_join_by_name_day_and_type(benchmark: BenchmarkFixture, told: tuple[Told, ...]) -> None:
    """What one does without Sijill."""

    def naive() -> int:
        groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for t in told:
            place = t.claim.places[0].name if t.claim.places else t.claim.id
            groups[place, str(t.claim.when.start) if t.claim.when else "", t.claim.type].append(t.claim.id)
        return len(groups)

    assert benchmark.pedantic(naive, rounds=3) > 0


def test_add_one_report(benchmark: BenchmarkFixture, told: tuple[Told, ...]) -> None:
    """At most 200 ms."""
    joiner = Joiner()
    for claims in by_report(told):
        joiner.add(claims)
    joiner.events()
    last = max(t.published for t in told if t.published)
    fresh = [c for c in by_report(world(400, seed=2)) if c[0].published]
    moved = [[Told(t.claim, f"new{k}", last - timedelta(k % 5), t.outlet, f"new{k}") for t in c] for k, c in enumerate(fresh)]
    reports = iter(moved)

    def add() -> int:
        return sum(len(joiner.events_of(root)) for root in joiner.add(next(reports)))

    assert benchmark.pedantic(add, rounds=50) > 0
    assert benchmark.stats.stats.median < 0.2
