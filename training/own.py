"""The reader's own claims of the marked reports: what users join, with its wrong types, missed places and clauses cut short.

Each takes the happening of the gold claim that its words tell. The reader never saw the texts of training/retold nor the episodes from
corpora.HELD_EPISODE on; it reads the earlier episodes better than other text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sijill.knowledge import Knowledge
from sijill.read import read
from sijill.records import Claim, Evidence, Mention, Report, Told
from training.corpora import HELD_EPISODE
from training.happenings import Marked, marked_claims, marked_reports, training_files
from training.retold import retold_claims, retold_reports

PAIRED = 0.3
"""Share of the shorter clause that a gold and a read claim must have in common to be of one clause."""


@dataclass(frozen=True, slots=True)
class OwnClaims:
    """`strict`: each gold claim's best read claim alone is marked, as the measure beside the project pairs them; `loose`: every read claim that
    tells of a gold clause is, to learn from. Both hold all claims of all reports, in the same order."""

    strict: tuple[Marked, ...]
    loose: tuple[Marked, ...]


def unseen(marked: Marked) -> bool:
    """Whether the reader never saw the report's text in training."""
    return marked.told.report.startswith("rt-") or marked.episode >= HELD_EPISODE


def _overlap(a: Evidence | Mention, b: Evidence | Mention) -> float:
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / max(1, min(a.end - a.start, b.end - b.start))


def _likeness(gold: Claim, own: Claim) -> float:
    """How well a read claim gives a gold one of the same clause: its type first, then how many of its values, then the clause."""
    clause = _overlap(gold.evidence, own.evidence)
    if gold.type != own.type:
        return clause
    day = gold.when and own.when and (gold.when.start, gold.when.end) == (own.when.start, own.when.end)
    counts = sum(any((c.measure, c.best) == (o.measure, o.best) for o in own.counts) for c in gold.counts)
    mentions = (
        ([p.mention for p in gold.places], [p.mention for p in own.places]), ([a.mention for a in gold.by], [a.mention for a in own.by]),
        ([a.mention for a in gold.to], [a.mention for a in own.to]),
    )  # fmt: skip
    found = sum(any(_overlap(m, o) >= 0.5 for o in theirs) for ours, theirs in mentions for m in ours)
    return 10 + found + counts + bool(day) + clause


def pairs(gold: Sequence[Claim], own: Sequence[Claim]) -> tuple[dict[int, int], dict[int, int]]:
    """Read → gold index, one to one, best first; and each read claim's best gold claim, whoever else has it."""
    ranked = sorted(
        ((_likeness(g, c), i, j) for i, g in enumerate(gold) for j, c in enumerate(own) if _overlap(g.evidence, c.evidence) >= PAIRED), reverse=True
    )  # fmt: skip
    strict: dict[int, int] = {}
    loose: dict[int, int] = {}
    for _, i, j in ranked:
        loose.setdefault(j, i)
        if j not in strict and i not in strict.values():
            strict[j] = i
    return strict, loose


def _own_of(report: Report, gold: Sequence[Marked], knowledge: Knowledge) -> tuple[list[Marked], list[Marked]]:
    claims = read(report, knowledge).claims
    told = [Told(c, report.id, report.day, report.outlet, gold[0].told.origin) for c in claims]

    def marked(of: Mapping[int, int]) -> list[Marked]:
        return [Marked(t, gold[of[j]].happening if j in of else None, gold[0].episode) for j, t in enumerate(told)]

    strict, loose = pairs([m.told.claim for m in gold], claims)
    return marked(strict), marked(loose)


def own_claims(knowledge: Knowledge) -> OwnClaims:
    """The claims that the packaged reader finds in every report of which gold claims are marked with happenings."""
    gold: dict[str, list[Marked]] = defaultdict(list)
    for m in marked_claims(training_files()) + retold_claims():
        gold[m.told.report].append(m)
    strict: list[Marked] = []
    loose: list[Marked] = []
    for report in (*marked_reports(training_files()), *retold_reports()):
        if report.id in gold:
            one, other = _own_of(report, gold[report.id], knowledge)
            strict += one
            loose += other
    return OwnClaims(tuple(strict), tuple(loose))
