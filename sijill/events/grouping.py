"""Strands to groups, one for each happening: clusters by pair scores, then what was left over is brought home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from sijill.events import weights
from sijill.events.cluster import Pair, clusters
from sijill.events.strand import Strand


class _Groups:
    """Groups of numbers of strands, in which single ones move."""

    def __init__(self, groups: list[list[int]], barred: AbstractSet[Pair]) -> None:
        self.groups = groups
        self.home = {n: number for number, group in enumerate(groups) for n in group}
        self.barred = barred

    def alone(self, n: int) -> bool:
        return len(self.groups[self.home[n]]) == 1

    def move(self, n: int, target: int) -> None:
        """Into another group, unless it stands no longer alone or something bars it."""
        if not self.alone(n) or any((min(n, m), max(n, m)) in self.barred for m in self.groups[target]):
            return
        self.groups[self.home[n]].remove(n)
        self.groups[target].append(n)
        self.home[n] = target


def heft(strand: Strand) -> float:
    """How much its scores count in a mean. What a reader found in doubt and without a place says little about what it belongs to, so that
    it should not keep apart the others that do."""
    if not strand.doubt or not strand.leans:
        return 1.0
    return weights.FRAGMENT if strand.is_fragment else weights.LEANING


def _within_report(strands: Sequence[Strand], scores: Mapping[Pair, float], held: _Groups) -> None:
    """A strand alone that names no place goes with the strand of its report that it fits best."""
    by_report: dict[str, list[int]] = {}
    for n, strand in enumerate(strands):
        by_report.setdefault(strand.report, []).append(n)
    for n, strand in enumerate(strands):
        if not strand.leans or not held.alone(n):
            continue
        near = [(scores[pair], -other) for other in by_report[strand.report] if (pair := (min(n, other), max(n, other))) in scores]
        if near and max(near)[0] > weights.BARRED_BELOW:
            held.move(n, held.home[-max(near)[1]])


def _to_its_like(size: int, scores: Mapping[Pair, float], held: _Groups) -> None:
    """A strand alone goes to the event that holds its likest strand, if that is likely the same and no other event is nearly as near."""
    best: list[dict[int, float]] = [{} for _ in range(size)]
    for (a, b), score in scores.items():
        for n, other in ((a, b), (b, a)):
            target = held.home[other]
            if held.alone(n) and not held.alone(other):
                best[n][target] = max(best[n].get(target, weights.UNSEEN), score)
    wanted: list[tuple[float, int, int]] = []
    for n, found in enumerate(best):
        ranked = sorted(((score, -target) for target, score in found.items()), reverse=True)
        if ranked and ranked[0][0] > weights.ADOPT_AT and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= weights.ADOPT_BEFORE):
            wanted.append((-ranked[0][0], n, -ranked[0][1]))
    for _, n, target in sorted(wanted):
        held.move(n, target)


def strand_groups(strands: Sequence[Strand], scores: Mapping[Pair, float], barred: AbstractSet[Pair], must: AbstractSet[Pair] = frozenset()) -> list[list[int]]:
    """Groups of numbers of strands. `scores` hold pairs of one report and of two; what stands alone is brought home if nothing bars it."""
    held = _Groups(clusters([heft(s) for s in strands], scores, barred, must, unseen=weights.UNSEEN, threshold=weights.JOIN_AT), barred)
    _within_report(strands, scores, held)
    _to_its_like(len(strands), scores, held)
    return sorted(sorted(group) for group in held.groups if group)
