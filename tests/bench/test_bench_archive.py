"""An archive's cost, `make bench ARCHIVE=1` (a quarter of an hour): 100,000 sentences read, 1,000,000 claims joined, each beside a tenth of it."""

from __future__ import annotations

import gzip
import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from joining_world import world
from pytest_benchmark.fixture import BenchmarkFixture

from sijill.events import joined
from sijill.knowledge import Knowledge, load_knowledge
from sijill.read import read
from sijill.read.segment import sentences
from sijill.records import Report

ITEMS = Path(__file__).parents[3] / "shared/train/current_events/items.jsonl.gz"
LINEAR = 1.6
"""How much dearer a sentence or claim of ten times as many may be: the logarithm of a sort, fuller caches and memory."""

pytestmark = pytest.mark.skipif("ARCHIVE" not in os.environ, reason="a quarter of an hour: make bench ARCHIVE=1")
COST: dict[tuple[str, int], float] = {}
"""Processor seconds a unit, by what and how many, kept from one size for the next."""


def archive(size: int) -> list[Report]:
    """Current-events items of all categories, spread over all years, until they hold so many sentences."""
    with gzip.open(ITEMS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    spread = (rows[k * 7919 % len(rows)] for k in range(len(rows)))
    return list(_until(size, (Report(r["id"], r["text"], published=r["published"]) for r in spread)))


def _until(size: int, reports: Iterator[Report]) -> Iterator[Report]:
    held = 0
    for report in reports:
        if held >= size:
            return
        held += len(sentences(report))
        yield report


def peak() -> float:
    """Gigabytes that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform != "darwin" else 1024**3)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.skipif(not ITEMS.exists(), reason="no current-events items beside this project")
@pytest.mark.benchmark(group="an archive read", timer=time.process_time)
@pytest.mark.parametrize("size", [1_000, 10_000, 100_000])
def test_sentences(benchmark: BenchmarkFixture, knowledge: Knowledge, size: int, capsys: pytest.CaptureFixture[str]) -> None:
    reports = archive(size)
    claims = benchmark.pedantic(lambda: sum(len(read(r, knowledge).claims) for r in reports), rounds=1)
    COST["sentences", size] = benchmark.stats.stats.min / size
    with capsys.disabled():
        sys.stdout.write(f"\n    {size:,} sentences of {len(reports):,} items, {claims:,} claims: {1 / COST['sentences', size]:.0f} sentences a second; peak {peak():.2f} GB")
    assert COST["sentences", size] < LINEAR * COST.get(("sentences", size // 10), float("inf"))


@pytest.mark.benchmark(group="an archive joined", timer=time.process_time)
@pytest.mark.parametrize("size", [10_000, 100_000, 1_000_000])
def test_claims(benchmark: BenchmarkFixture, size: int, capsys: pytest.CaptureFixture[str]) -> None:
    told = tuple(islice(world(size), size))
    events = benchmark.pedantic(lambda: sum(len(c.events) for c in joined(told, ())), rounds=1)
    COST["claims", size] = benchmark.stats.stats.min / size
    with capsys.disabled():
        sys.stdout.write(f"\n    {size:,} claims, {events:,} events: {size * COST['claims', size]:.1f} s; peak {peak():.2f} GB")
    assert COST["claims", size] < LINEAR * COST.get(("claims", size // 10), float("inf"))
