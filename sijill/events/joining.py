"""Claims to events, report by report. Adding reports one after another gives the same events as all at once.

1. Each report's claims become strands. 2. A strand is compared with those that share a place or words within days. 3. Chains of likely
pairs make components; each is clustered by itself. 4. Judgements bind and bar. 5. Each cluster is fused to an event.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sijill.events import weights
from sijill.events.across import signs_across, worth_comparing
from sijill.events.blocking import Held, Index, held
from sijill.events.build import event_of
from sijill.events.cluster import Pair
from sijill.events.decide import in_force, judged_groups
from sijill.events.grouping import strand_groups
from sijill.events.strand import Strand
from sijill.events.strands import strands_of
from sijill.records import Event, Judgement, Told

BARRED = float("-inf")
COMPARED_WHOLE = 40
"""Components of at most so many strands are compared pair by pair; in larger ones pairs that blocking never met count as unseen."""


StrandName = tuple[str, int]
"""A report's id and the number of a strand among its strands: the same for as long as the report's claims are."""


def looked_for_by_words(strand: Strand, alone: bool) -> bool:
    """Whether words alone may bring it together with others: not a fragment beside other strands of its report."""
    return alone or not strand.is_fragment


class Joiner:
    """The claims seen so far, joined. Holds no claim's text but through the claims given to it."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._judgements = in_force(judgements)
        self._touching: dict[str, list[int]] = defaultdict(list)
        for number, judgement in enumerate(self._judgements):
            for subject in judgement.subjects:
                self._touching[subject].append(number)
        self._bound: dict[int, int] = {}
        self._index = Index()
        self._strands: list[Strand] = []
        self._by_words: list[bool] = []
        self._neighbours: list[array[int]] = []
        self._scores: list[array[float]] = []
        self._head: list[int] = []
        self._members: dict[int, list[int]] = {}
        self._events: dict[int, tuple[Event, ...]] = {}
        self._firsts: dict[str, int] = {}

    def add(self, told: Sequence[Told]) -> tuple[int, ...]:
        """Take in all claims of one report; gives the components that changed, for `events_of`. ValueError if the report is in already."""
        if not told:
            return ()
        report = told[0].report
        if report in self._firsts or any(t.report != report for t in told):
            raise ValueError(f"claims of report {report!r} are to be added once, and by themselves")
        found = strands_of(told)
        first = self._firsts[report] = len(self._strands)
        for strand in found.strands:
            self._take(strand, alone=len(found.strands) == 1)
        for (a, b), score in found.between:
            barred = score < (weights.BARRED_IN_DOUBT if found.strands[a].doubt or found.strands[b].doubt else weights.BARRED_BELOW)
            self._link(first + a, first + b, BARRED if barred else score)
            if not barred and (found.strands[a].leans or found.strands[b].leans):
                self._tie(first + a, first + b)
        roots = {self._find(n) for n in range(first, len(self._strands))}
        for root in roots:
            self._events.pop(root, None)
        return tuple(sorted(roots))

    def _take(self, strand: Strand, alone: bool) -> None:
        """Takes a strand in and compares it."""
        number = len(self._strands)
        self._strands.append(strand)
        self._neighbours.append(array("l"))
        self._scores.append(array("d"))
        self._head.append(number)
        self._members[number] = [number]
        by_words = looked_for_by_words(strand, alone)
        self._by_words.append(by_words)
        for other in self._index.near(strand, by_words):
            if self._strands[other].report != strand.report and worth_comparing(self._strands[other], strand):
                self._link(other, number, self._compare(*self._in_order(other, number)))
        self._index.add(strand, by_words)
        for subject in (t.claim.id for t in strand.told):
            for ruling in self._touching.get(subject, ()):
                self._tie(self._bound.setdefault(ruling, number), number)

    @staticmethod
    def _compare(one: Strand, other: Strand) -> float:
        return weights.across(signs_across(one, other), one.doubt or other.doubt)

    def _in_order(self, a: int, b: int) -> tuple[Strand, Strand]:
        one, other = self._strands[a], self._strands[b]
        return (one, other) if one.key <= other.key else (other, one)

    def _link(self, a: int, b: int, score: float) -> None:
        self._neighbours[a].append(b)
        self._scores[a].append(score)
        if score > weights.LINK_AT:
            self._tie(a, b)

    def _find(self, n: int) -> int:
        while self._head[n] != n:
            self._head[n] = self._head[self._head[n]]
            n = self._head[n]
        return n

    def _tie(self, a: int, b: int) -> None:
        one, other = self._find(a), self._find(b)
        if one == other:
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        self._head[other] = one
        self._members[one] += self._members.pop(other)
        self._events.pop(one, None)
        self._events.pop(other, None)

    def components(self) -> list[int]:
        """All components, for `events_of` and `held`."""
        return list(self._members)

    def held(self, component: int) -> list[tuple[StrandName, Held | None]]:
        """The strands of one component, with what others meet them under."""
        numbered = ((n, self._strands[n]) for n in self._members[self._find(component)])
        return sorted((((s.report, n - self._firsts[s.report]), held(s, self._by_words[n])) for n, s in numbered), key=lambda named: named[0])

    def events_of(self, component: int) -> tuple[Event, ...]:
        """The events of one component."""
        root = self._find(component)
        found = self._events.get(root)
        if found is None:
            found = tuple(event_of(told, self._rulings(told)) for told in self._groups(root))
            self._events[root] = found
        return found

    def _rulings(self, told: Sequence[Told]) -> tuple[Judgement, ...]:
        if not self._judgements:
            return ()
        numbers = {n for t in told for n in self._touching.get(t.claim.id, ())}
        return tuple(self._judgements[n] for n in sorted(numbers))

    def _groups(self, root: int) -> list[list[Told]]:
        nodes = sorted(self._members[root], key=lambda n: self._strands[n].key)
        strands = [self._strands[n] for n in nodes]
        rulings = self._rulings([t for s in strands for t in s.told])
        if len(strands) == 1 and not rulings:
            return [list(strands[0].told)]
        at = {n: k for k, n in enumerate(nodes)}
        scores: dict[Pair, float] = {}
        barred: set[Pair] = set()
        for n in nodes:
            for other, score in zip(self._neighbours[n], self._scores[n], strict=True):
                if other in at:
                    pair = (min(at[n], at[other]), max(at[n], at[other]))
                    if score == BARRED:
                        barred.add(pair)
                    else:
                        scores[pair] = score
        if len(strands) <= COMPARED_WHOLE:
            self._fill(strands, scores, barred)
        if rulings:
            return judged_groups(strands, scores, barred, rulings)
        return [[t for k in group for t in strands[k].told] for group in strand_groups(strands, scores, barred)]

    def _fill(self, strands: Sequence[Strand], scores: dict[Pair, float], barred: set[Pair]) -> None:
        """Scores for the pairs that blocking did not bring together, where they can be had cheaply."""
        for b in range(len(strands)):
            for a in range(b):
                if (a, b) not in scores and (a, b) not in barred and strands[a].report != strands[b].report:
                    scores[a, b] = self._compare(strands[a], strands[b])

    def events(self) -> tuple[Event, ...]:
        """All events, by the day they happened, then id; those without any day last."""
        found = [event for root in self.components() for event in self.events_of(root)]
        return tuple(sorted(found, key=lambda e: (e.when is None, e.when.start.toordinal() if e.when else 0, e.id)))


def by_report(told: Iterable[Told]) -> list[list[Told]]:
    """Claims by report, in the order in which reports were published; a claim given twice counts once."""
    reports: dict[str, dict[str, Told]] = {}
    for t in told:
        reports.setdefault(t.report, {}).setdefault(t.claim.id, t)
    groups = [list(claims.values()) for claims in reports.values()]
    return sorted(groups, key=lambda g: (g[0].published.toordinal() if g[0].published else 1 << 30, g[0].report))


def join(told: Sequence[Told], judgements: Sequence[Judgement] = (), previous: Sequence[Event] = ()) -> tuple[Event, ...]:
    """The events of all claims under the judgements. Pure; neither order nor batches matter.

    An event is named after its earliest claim; with the `previous` events given, one keeps its name for as long as most of its
    claims stay together, even where an earlier report comes in late.
    """
    from sijill.events.identity import keep_names

    joiner = Joiner(judgements)
    for claims in by_report(told):
        joiner.add(claims)
    return keep_names(joiner.events(), previous)
