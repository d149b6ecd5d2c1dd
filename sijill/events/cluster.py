"""Clusters from pair scores: average linkage on log-odds, weighted, with pairs that must and pairs that cannot stand together.

Pairs without a score count as `unseen`. The outcome depends on the scores and the order of the nodes only, and never reaches beyond
what a chain of pairs above `threshold` links, so that parts of a graph can be clustered apart.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Pair = tuple[int, int]


@dataclass(slots=True)
class _Cluster:
    """Its members and what they weigh; to each scored neighbour the weighted sum of scores and the sum of weights; the clusters that it cannot stand with."""

    members: list[int]
    heft: float
    near: dict[int, tuple[float, float]] = field(default_factory=dict)
    barred: set[int] = field(default_factory=set)


class _Clustering:
    def __init__(self, hefts: Sequence[float], unseen: float, threshold: float) -> None:
        self.clusters: dict[int, _Cluster] = {n: _Cluster([n], heft) for n, heft in enumerate(hefts)}
        self.unseen = unseen
        self.threshold = threshold
        self.queue: list[tuple[float, int, int, int, int]] = []

    def add(self, pair: Pair, score: float) -> None:
        a, b = pair
        heft = self.clusters[a].heft * self.clusters[b].heft
        for one, other in ((a, b), (b, a)):
            self.clusters[one].near[other] = (score * heft, heft)

    def bar(self, pair: Pair) -> None:
        a, b = pair
        self.clusters[a].barred.add(b)
        self.clusters[b].barred.add(a)

    def _push(self, a: int, b: int) -> None:
        one, other = self.clusters[a], self.clusters[b]
        if b in one.barred:
            return
        total, seen = one.near[b]
        whole = one.heft * other.heft
        score = (total + (whole - seen) * self.unseen) / whole
        if score > self.threshold:
            first, second = min(a, b), max(a, b)
            heapq.heappush(self.queue, (-score, first, second, len(self.clusters[first].members), len(self.clusters[second].members)))

    def merge(self, a: int, b: int) -> None:
        """b goes into a; a keeps its number, the smaller of the two."""
        kept, gone = self.clusters[a], self.clusters.pop(b)
        kept.members += gone.members
        kept.heft += gone.heft
        kept.barred |= gone.barred
        kept.near.pop(b, None)
        for other in gone.barred:
            self.clusters[other].barred.discard(b)
            self.clusters[other].barred.add(a)
        for other, (total, weighed) in gone.near.items():
            if other == a:
                continue
            before, seen = kept.near.get(other, (0.0, 0.0))
            kept.near[other] = (before + total, seen + weighed)
            theirs = self.clusters[other].near
            theirs.pop(b)
            theirs[a] = kept.near[other]

    def run(self) -> None:
        for a, cluster in self.clusters.items():
            for b in cluster.near:
                if a < b:
                    self._push(a, b)
        while self.queue:
            _, a, b, size_a, size_b = heapq.heappop(self.queue)
            one, other = self.clusters.get(a), self.clusters.get(b)
            if one is None or other is None or len(one.members) != size_a or len(other.members) != size_b:
                continue
            self.merge(a, b)
            for c in self.clusters[a].near:
                self._push(a, c)


def _together(size: int, must: Iterable[Pair]) -> dict[int, int]:
    head = list(range(size))

    def find(n: int) -> int:
        while head[n] != n:
            head[n] = head[head[n]]
            n = head[n]
        return n

    for a, b in must:
        one, other = sorted((find(a), find(b)))
        head[other] = one
    return {n: find(n) for n in range(size)}


def clusters(
    hefts: Sequence[float], scores: Mapping[Pair, float], barred: Iterable[Pair] = (), must: Iterable[Pair] = (), *, unseen: float, threshold: float
) -> list[list[int]]:  # fmt: skip
    """Clusters of the nodes 0, 1 …, each sorted, ordered by first member.

    `hefts`: how much each node's scores count in a mean; `scores`: log-odds of pairs (a < b). `barred` pairs never stand together; `must` pairs always do, and win over `barred`.
    """
    size = len(hefts)
    work = _Clustering(hefts, unseen, threshold)
    for pair in sorted(scores):
        work.add(pair, scores[pair])
    home = _together(size, must)
    for pair in sorted(barred):
        if home[pair[0]] != home[pair[1]]:
            work.bar(pair)
    for n in range(size):
        if home[n] != n:
            work.merge(home[n], n)
    work.run()
    return sorted(sorted(cluster.members) for cluster in work.clusters.values())
