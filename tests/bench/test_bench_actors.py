"""How many phrases for actors are found a second, beside a plain look-up of the whole phrase among all aliases."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from sijill.knowledge import DATA, load_actors

sys.path.insert(0, str(Path(__file__).parents[1] / "knowledge"))

from test_actors import PHRASES


@pytest.mark.benchmark(group="phrases for actors")
def test_phrases(benchmark: BenchmarkFixture) -> None:
    actors = load_actors(DATA)
    phrases = [(words, countries.split()) for words, countries, _ in PHRASES] * 40
    benchmark.pedantic(lambda: [actors.find(words, countries) for words, countries in phrases], rounds=5)
    benchmark.extra_info["phrases a second"] = round(len(phrases) / benchmark.stats.stats.median)


@pytest.mark.benchmark(group="phrases for actors")
def test_the_alternative_that_looks_whole_phrases_up(benchmark: BenchmarkFixture) -> None:
    aliases = {words.casefold() for words, _, _ in PHRASES}
    phrases = [words for words, _, _ in PHRASES] * 40
    assert benchmark.pedantic(lambda: sum(words.casefold() in aliases for words in phrases), rounds=5) == len(phrases)
