"""How fast reports are read, on one core, from raw text to claims: `make bench`.

The sample is mixed news: current-events items of all categories and years where ../shared is, else the project's own annotated reports
(which are all about conflicts, hence slower a sentence). The alternative in the same run is the same reader without its filter: every
sentence is shown to the model. Time is of the processor, not of the clock, so a busy machine changes little.
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from sijill.knowledge import Knowledge, load_knowledge
from sijill.read import compact, read
from sijill.read.segment import sentences
from sijill.read.tag import Proposal
from sijill.records import Report, Sentence, Skip

ROOT = Path(__file__).parents[2]
ITEMS = ROOT.parent / "shared/train/current_events/items.jsonl.gz"
EVERY, MOST = 163, 600
MEGABYTES = 600
"""Peak memory that reading may take."""

Say = Callable[[str], None]
Proposed = tuple[tuple[Proposal, ...], tuple[Skip, ...]]


def mixed_news() -> tuple[str, list[Report]]:
    """What the sample is, and its reports."""
    if ITEMS.exists():
        with gzip.open(ITEMS, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in islice(lines, 0, None, EVERY)]
        return "current-events items of all categories", [Report(r["id"], r["text"], published=r["published"]) for r in rows[:MOST]]
    paths = sorted((ROOT / "training/corpus").glob("*.jsonl"))
    rows = [json.loads(line) for p in paths for line in islice(p.open(encoding="utf-8"), 0, 40, 10)]
    return "the project's own reports of conflicts", [Report(r["id"], r["text"], published=r.get("published")) for r in rows]


@pytest.fixture
def knowledge() -> Knowledge:
    """Loaded anew for each benchmark, so that none is served from what another looked up; the parts that load late are loaded."""
    loaded = load_knowledge()
    read(Report("w", "Russian warplanes bombed a village.\n\nLes forces armées ont repris le village hier soir."), loaded)
    return loaded


@pytest.fixture(scope="module")
def sample() -> tuple[str, list[Report]]:
    return mixed_news()


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    def shown(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n    {line}")

    return shown


def seconds(benchmark: BenchmarkFixture, work: Callable[[], object]) -> float:
    """Processor seconds of the work done once: a second round would find its place names remembered."""
    benchmark.pedantic(work, rounds=1)
    return float(benchmark.stats.stats.min)


RATES: dict[str, float] = {}
"""Sentences a second by way of reading, kept from one benchmark for the next to compare with."""


def every_sentence(knowledge: Knowledge) -> Callable[[Report, Sequence[Sentence], Sequence[bool]], Proposed]:
    """The reader without its filter."""
    propose = compact(knowledge)
    return lambda report, parts, wanted: propose(report, parts, [p.kind != "heading" for p in parts])


@pytest.mark.benchmark(group="mixed news, all reports", timer=time.process_time)
def test_the_reader_that_ships(benchmark: BenchmarkFixture, knowledge: Knowledge, sample: tuple[str, list[Report]], say: Say) -> None:
    name, reports = sample
    n = sum(len(sentences(r)) for r in reports)
    RATES["ships"] = n / seconds(benchmark, lambda: [read(r, knowledge) for r in reports])
    say(f"{len(reports)} {name}, {n} sentences: {RATES['ships']:.0f} sentences a second on one core")


@pytest.mark.benchmark(group="mixed news, all reports", timer=time.process_time)
def test_the_alternative_that_shows_the_model_every_sentence(benchmark: BenchmarkFixture, knowledge: Knowledge, sample: tuple[str, list[Report]], say: Say) -> None:
    _, reports = sample
    n = sum(len(sentences(r)) for r in reports)
    plain = every_sentence(knowledge)
    rate = n / seconds(benchmark, lambda: [read(r, knowledge, plain) for r in reports])
    say(f"without the filter: {rate:.0f} sentences a second" + (f"; the reader that ships is {RATES['ships'] / rate:.2f} times as fast" if RATES else ""))
    assert RATES.get("ships", rate) > 0.9 * rate


@pytest.mark.benchmark(group="what reads without the model", timer=time.process_time)
def test_everything_but_the_model(benchmark: BenchmarkFixture, knowledge: Knowledge, sample: tuple[str, list[Report]], say: Say) -> None:
    _, reports = sample
    n = sum(len(sentences(r)) for r in reports)

    def nothing(report: Report, parts: Sequence[Sentence], wanted: Sequence[bool]) -> Proposed:
        return (), ()

    spent = seconds(benchmark, lambda: [read(r, knowledge, nothing) for r in reports])
    say(f"sentences, languages, context and filter alone: {n / spent:.0f} sentences a second")


@pytest.mark.benchmark(group="one report ten times as long", timer=time.process_time)
@pytest.mark.parametrize("size", [100, 1_000])
def test_one_long_report(benchmark: BenchmarkFixture, knowledge: Knowledge, sample: tuple[str, list[Report]], size: int, say: Say) -> None:
    lines = [r.text[s.start : s.end] for r in sample[1] for s in sentences(r)]
    text = "\n".join(lines[k * 7 % len(lines)] for k in range(size))
    spent = seconds(benchmark, lambda: read(Report("long", text, published="2024-12-04"), knowledge))
    RATES[f"long {size}"] = size / spent
    say(f"one report of {size:,} sentences: {size / spent:.0f} sentences a second")
    assert size == 100 or RATES["long 1000"] > 0.6 * RATES.get("long 100", 0.0)


@pytest.mark.benchmark(group="one report ten times as long, without the model", timer=time.process_time)
@pytest.mark.parametrize("size", [1_000, 10_000])
def test_the_frame_of_one_long_report(benchmark: BenchmarkFixture, knowledge: Knowledge, size: int, say: Say) -> None:
    text = "".join(f"“Fighters of the group shelled Village {k % 97},” said witness number {k}. " for k in range(size // 2)) + "The army denied it. " * (size // 2)

    def nothing(report: Report, parts: Sequence[Sentence], wanted: Sequence[bool]) -> Proposed:
        return (), ()

    spent = seconds(benchmark, lambda: read(Report("long", text), knowledge, nothing))
    RATES[f"frame {size}"] = size / spent
    say(f"one report of {size:,} sentences, without the model: {size / spent:,.0f} sentences a second")
    assert size == 1_000 or RATES["frame 10000"] > 0.6 * RATES.get("frame 1000", 0.0)


FRESH = """
import resource, sys, time
start = time.process_time()
from sijill.knowledge import load_knowledge
imported = time.process_time()
knowledge = load_knowledge()
loaded = time.process_time()
from sijill.read import read
from sijill.records import Report
for text in sys.stdin.read().split("\\x1e"):
    read(Report("r", text), knowledge)
print(imported - start, loaded - imported, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.benchmark(group="a process of its own", timer=time.perf_counter)
def test_loading_and_memory(benchmark: BenchmarkFixture, knowledge: Knowledge, sample: tuple[str, list[Report]], say: Say) -> None:
    texts = "\x1e".join(r.text for r in sample[1][:200])

    def run() -> list[float]:
        done = subprocess.run([sys.executable, "-c", FRESH], input=texts, check=True, capture_output=True, text=True, encoding="utf-8")
        return [float(x) for x in done.stdout.split()]

    imported, loaded, peak = benchmark.pedantic(run, rounds=1)
    megabytes = peak / (1024 if sys.platform != "darwin" else 1024**2)
    mine = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    say(f"a fresh process: imports {imported:.2f} s, knowledge {loaded:.2f} s, peak memory {megabytes:.0f} MB after 200 reports ({mine:.0f} MB in this one)")
    assert loaded < 1.0
    assert megabytes <= MEGABYTES
