"""Average linkage with pairs that must and cannot stand together."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.events.cluster import clusters


def test_likely_pairs_join_and_unlikely_ones_stay() -> None:
    assert clusters([1.0] * 3, {(0, 1): 2.0, (1, 2): -3.0}, unseen=-1.0, threshold=0.0) == [[0, 1], [2]]


def test_a_chain_breaks_where_its_ends_do_not_fit() -> None:
    assert clusters([1.0] * 3, {(0, 1): 2.0, (1, 2): 1.0, (0, 2): -5.0}, unseen=-1.0, threshold=0.0) == [[0, 1], [2]]


def test_barred_pairs_never_meet_even_through_others() -> None:
    scores = {(0, 1): 5.0, (1, 2): 5.0, (0, 2): 5.0}
    found = clusters([1.0] * 3, scores, barred=[(0, 2)], unseen=-1.0, threshold=0.0)
    assert not any({0, 2} <= set(group) for group in found)


def test_must_wins_over_barred_and_over_scores() -> None:
    assert clusters([1.0] * 2, {(0, 1): -9.0}, barred=[(0, 1)], must=[(0, 1)], unseen=-1.0, threshold=0.0) == [[0, 1]]


def test_must_chains() -> None:
    assert clusters([1.0] * 4, {}, must=[(2, 3), (0, 2)], unseen=-1.0, threshold=0.0) == [[0, 2, 3], [1]]


def test_no_nodes_and_no_scores() -> None:
    assert clusters([1.0] * 0, {}, unseen=-1.0, threshold=0.0) == []
    assert clusters([1.0] * 2, {}, unseen=-1.0, threshold=0.0) == [[0], [1]]


def naive(size: int, scores: dict[tuple[int, int], float], unseen: float, threshold: float) -> list[list[int]]:
    """The same, as it would be written without care for speed."""
    groups = [[n] for n in range(size)]
    while True:
        best = None
        for a, b in combinations(range(len(groups)), 2):
            pairs = [(min(x, y), max(x, y)) for x in groups[a] for y in groups[b]]
            if not any(p in scores for p in pairs):
                continue
            score = sum(scores.get(p, unseen) for p in pairs) / len(pairs)
            key = (-score, min(groups[a]), min(groups[b]))
            if score > threshold and (best is None or key < best[0]):
                best = (key, a, b)
        if best is None:
            return sorted(sorted(g) for g in groups)
        groups[best[1]] += groups.pop(best[2])


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 7), st.data())
def test_it_is_average_linkage(size: int, data: st.DataObject) -> None:
    values = st.integers(-40, 40).map(lambda n: n / 8)
    scores = {p: data.draw(values) for p in combinations(range(size), 2) if data.draw(st.booleans())}
    assert clusters([1.0] * size, scores, unseen=-1.0, threshold=0.0) == naive(size, scores, -1.0, 0.0)


@pytest.mark.parametrize("size", [300])
def test_a_large_part_stays_quick(size: int) -> None:
    scores = {(a, b): 1.0 if a % 10 == b % 10 else -2.0 for a, b in combinations(range(size), 2)}
    assert len(clusters([1.0] * size, scores, unseen=-1.0, threshold=0.0)) == 10
