"""The claims of one report to strands: repeats in headline, lead and later paragraphs, and clauses that lean on others, come together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sijill.events import weights
from sijill.events.cluster import Pair, clusters
from sijill.events.figures import PEOPLE
from sijill.events.inside import another_to_come, setting, signs_inside
from sijill.events.sketch import Sketch, sketch
from sijill.events.strand import Strand, around, strand_of
from sijill.records import Told

NEVER = float("-inf")
REACH = 40
"""Claims farther apart than this in a report are not compared; strands of long reports then meet as those of two reports do."""


@dataclass(frozen=True, slots=True)
class ReportStrands:
    """A report's strands, in text order, and the mean log-odds between the claims of each two that were compared, minus infinity where they are barred."""

    strands: tuple[Strand, ...]
    between: tuple[tuple[Pair, float], ...]


def in_text_order(told: Sequence[Told]) -> list[Told]:
    """Claims by where their words stand."""
    return sorted(told, key=lambda t: (t.claim.evidence.start, t.claim.evidence.end, t.claim.id))


def strands_of(told: Sequence[Told]) -> ReportStrands:
    """The strands of one report's claims. Pure: the order given does not matter."""
    sketches = [sketch(t) for t in in_text_order(told)]
    report = around(sketches)
    if len(sketches) == 1:
        return ReportStrands((strand_of(sketches, report),), ())
    frame = setting(sketches)
    scores: dict[Pair, float] = {}
    barred: set[Pair] = set()
    for j in range(len(sketches)):
        for i in range(max(0, j - REACH), j):
            signs, doubt = signs_inside(sketches, frame, i, j), sketches[i].doubt or sketches[j].doubt
            scores[i, j] = weights.inside(signs, doubt)
            if doubt and another_to_come(signs):
                barred.add((i, j))
    must = [*one_toll(sketches), *told_again(sketches, scores)]
    groups = clusters([1.0] * len(sketches), scores, barred, must, unseen=weights.UNSEEN, threshold=weights.STRAND_AT)
    strands = tuple(strand_of([sketches[k] for k in group], report) for group in groups)
    return ReportStrands(strands, tuple(_between(groups, scores, barred)))


def one_toll(sketches: Sequence[Sketch]) -> list[Pair]:
    """Pairs of claims that rest on the same words for their dead, injured or taken: "nine were killed in air strikes and shelling" is one toll."""
    pairs: list[Pair] = []
    first: dict[tuple[str, int, int], int] = {}
    for k, each in enumerate(sketches):
        for count in each.claim.counts:
            if count.measure in PEOPLE and count.unit == "person" and each.claim.modality == "asserted":
                at = first.setdefault((count.measure, count.mention.start, count.mention.end), k)
                if at != k:
                    pairs.append((at, k))
    return pairs


def told_again(sketches: Sequence[Sketch], scores: Mapping[Pair, float]) -> list[Pair]:
    """Claims of one type and the same toll that are likelier one happening than not, each with the next: headline, lead and what follows tell a
    toll again, and the report's other claims, which they resemble little, do not keep them apart."""
    pairs: list[Pair] = []
    for i, earlier in enumerate(sketches):
        toll = _toll(earlier)
        later = (j for j in range(i + 1, min(len(sketches), i + REACH)) if sketches[j].claim.type == earlier.claim.type and _toll(sketches[j]) == toll)
        pairs += [(i, j) for j in later if toll and scores.get((i, j), 0.0) > 0][:1]
    return pairs


def _toll(sketch: Sketch) -> frozenset[tuple[str, int]]:
    """The people killed, injured or taken that a claim counts."""
    return frozenset((c.measure, c.best) for c in sketch.claim.counts if c.measure in PEOPLE and c.unit == "person" and c.best)


def _between(groups: list[list[int]], scores: Mapping[Pair, float], barred: AbstractSet[Pair]) -> list[tuple[Pair, float]]:
    home = {k: number for number, group in enumerate(groups) for k in group}
    sums: dict[Pair, list[float]] = {}
    for (i, j), score in scores.items():
        pair = (min(home[i], home[j]), max(home[i], home[j]))
        if pair[0] != pair[1]:
            sums.setdefault(pair, []).append(NEVER if (i, j) in barred else score)
    return [(pair, sum(found) / len(found)) for pair, found in sorted(sums.items())]
