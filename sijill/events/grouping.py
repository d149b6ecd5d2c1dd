"""Strands to groups, one for each happening: clusters by pair scores, then what was left over in a report is brought home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from sijill.events import weights
from sijill.events.cluster import Pair, clusters
from sijill.events.strand import Strand


def strand_groups(strands: Sequence[Strand], scores: Mapping[Pair, float], barred: AbstractSet[Pair], must: AbstractSet[Pair] = frozenset()) -> list[list[int]]:
    """Groups of numbers of strands. `scores` hold pairs of one report and of two; a strand alone that names no place goes with the strand
    of its report that it fits best, if nothing bars it."""
    groups = clusters(len(strands), scores, barred, must, unseen=weights.UNSEEN, threshold=weights.JOIN_AT)
    home = {n: number for number, group in enumerate(groups) for n in group}
    by_report: dict[str, list[int]] = {}
    for n, strand in enumerate(strands):
        by_report.setdefault(strand.report, []).append(n)
    for n, strand in enumerate(strands):
        if not strand.leans or len(groups[home[n]]) > 1 or len(by_report[strand.report]) == 1:
            continue
        near = [(scores[pair], -other) for other in by_report[strand.report] if (pair := (min(n, other), max(n, other))) in scores]
        if not near or max(near)[0] <= weights.BARRED_BELOW:
            continue
        target = home[-max(near)[1]]
        if not any((min(n, m), max(n, m)) in barred for m in groups[target]):
            groups[home[n]].remove(n)
            groups[target].append(n)
            home[n] = target
    return sorted(sorted(group) for group in groups if group)
