"""Learns how much each sign of a pair of claims weighs in joining, and writes sijill/events/learned.py and counted_stems.py.

Usage: python -m training.join [--words ../shared/train/current_events/items.jsonl.gz]

Two logistic regressions (regression.py): pairs of claims inside a report, pairs of strands of two reports. Reports of one episode are compared
with each other and, as happenings that never are the same, with themselves moved in time and with reports of other episodes moved to the same
days. The gold claims teach what signs weigh, the reader's own claims of the same reports what they weigh in doubt. With --words the word weights are counted anew from reports of the same kind (98,000 items).
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from sijill.events import counted_stems, weights
from sijill.events.across import signs_across
from sijill.events.cluster import clusters
from sijill.events.inside import setting, signs_inside
from sijill.events.sketch import Sketch, sketch
from sijill.events.strand import Span, Strand, around, strand_of
from sijill.events.strands import one_toll
from sijill.events.wording import stems, weight
from sijill.knowledge import load_knowledge
from training.happenings import Marked, marked_claims, training_files, within_claims
from training.learned_file import Counted, Learned, stems_source, weights_source
from training.own import own_claims
from training.regression import Example, Table, fit
from training.retold import retold_claims
from training.stems import word_kinds, word_weights

HERE = Path(__file__).parent
EVENTS = HERE.parent / "sijill" / "events"
RIDGE_INSIDE = 1.5
RIDGE_ACROSS = 12.0
MOVED_WEIGHT = 0.15
MOVED_SHARE = 0.3
"""Share of pairs that are also taken with one side moved in time."""
BESIDE_WEIGHT = 0.3
BESIDE = 10
"""With how many strands of other conflicts, alike in kind, each strand is compared as if they were of the same days."""
WITHIN_WEIGHT = 0.25
"""How much a pair of a report of other sources than the episodes counts."""
UNMARKED = 0.2
"""How much two unmarked claims of different kinds count, as telling no one happening."""
EVEN = 5
"""Claims of a report from which on its pairs count less."""
SHIFTS = (2, 3, 5, 8, 16)
"""Days by which copies of an episode are moved."""
COMMON = 0.7
"""Words below this weight are of the trade and shared by happenings of a kind."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A strand with the happening that most of its claims tell."""

    strand: Strand
    happening: str | None


def by_report(marked: Iterable[Marked]) -> dict[str, list[Marked]]:
    """Claims by report, in text order."""
    reports: dict[str, list[Marked]] = defaultdict(list)
    for m in marked:
        reports[m.told.report].append(m)
    return {r: sorted(ms, key=lambda m: (m.told.claim.evidence.start, m.told.claim.evidence.end, m.told.claim.id)) for r, ms in reports.items()}


def _weight(one: str | None, other: str | None, neither: float = 0.0) -> float:
    """Pairs of two marked claims count in full, those of one half, those of none as told."""
    return (bool(one) + bool(other)) / 2 or neither


def inside_examples(marked: Iterable[Marked], counts: float = 1.0) -> list[Example]:
    """All pairs of claims of one report; in long reports each pair counts less, so that no report outweighs many."""
    out: list[Example] = []
    for claims in by_report(marked).values():
        sketches = [sketch(m.told) for m in claims]
        frame = setting(sketches)
        for i, j in combinations(range(len(claims)), 2):
            one, other = claims[i].happening, claims[j].happening
            neither = UNMARKED if sketches[i].group != sketches[j].group else 0.0
            if _weight(one, other, neither):
                weight = _weight(one, other, neither) * counts * min(1.0, EVEN / len(claims))
                doubt = sketches[i].doubt or sketches[j].doubt
                out.append(Example(tuple(signs_inside(sketches, frame, i, j)), one is not None and one == other, weight, doubt))
    return out


def _main(happenings: Sequence[str | None]) -> str | None:
    told = [h for h in happenings if h]
    return max(sorted(set(told)), key=told.count) if told else None


def _strand(claims: Sequence[Marked], sketches: Sequence[Sketch], chosen: Sequence[int]) -> Piece:
    return Piece(strand_of([sketches[k] for k in chosen], around(sketches)), _main([claims[k].happening for k in chosen]))


def true_strands(marked: Iterable[Marked]) -> list[Piece]:
    """Strands as the marks have them; a claim without a mark is a strand of its own."""
    out: list[Piece] = []
    for claims in by_report(marked).values():
        groups: dict[str, list[int]] = defaultdict(list)
        for k, m in enumerate(claims):
            groups[m.happening or f"\x1f{k}"].append(k)
        sketches = [sketch(m.told) for m in claims]
        out += [_strand(claims, sketches, chosen) for chosen in groups.values()]
    return out


def found_strands(marked: Iterable[Marked], inside: Table) -> list[Piece]:
    """Strands as the weights learned so far have them, so that the second regression learns from the first one's mistakes."""
    out: list[Piece] = []
    for claims in by_report(marked).values():
        sketches = [sketch(m.told) for m in claims]
        frame = setting(sketches)
        scores = {
            (i, j): weights.log_odds(signs_inside(sketches, frame, i, j), inside.of(sketches[i].doubt or sketches[j].doubt))
            for i, j in combinations(range(len(claims)), 2)
        }  # fmt: skip
        groups = clusters([1.0] * len(claims), scores, must=one_toll(sketches), unseen=weights.UNSEEN, threshold=weights.STRAND_AT)
        out += [_strand(claims, sketches, chosen) for chosen in groups]
    return out


def _retold(strand: Strand, keep: frozenset[str]) -> Strand:
    """The strand as if it told another happening of its kind: other figures, and of its words only the common ones and `keep`."""
    words = frozenset(w for w in strand.words if weight(w) < COMMON or w in keep)
    figures = frozenset((measure, n + max(2, n // 3)) for measure, n in strand.figures)
    return replace(strand, words=words, heft=sum(map(weight, words)), quotes=frozenset(), figures=figures, dead=tuple(n + max(2, n // 3) for n in strand.dead))


def _moved(strand: Strand, days: int) -> Strand:
    span = strand.span and Span(strand.span.start + days, strand.span.end + days, strand.span.said)
    moved = tuple((a + days, b + days) for a, b in strand.days)
    return replace(strand, span=span, days=moved, published=strand.published and strand.published + days)


def _later(strand: Strand, days: int) -> Strand:
    """The strand as a like happening at the same place some days later."""
    names = frozenset(w for s in strand.sites for w in stems(s.name))
    return _moved(_retold(strand, names), days)


def _beside(one: Strand, other: Strand, days: int) -> Strand:
    """A strand of another conflict as if it had happened that many days after the first, and been told as long after as it was."""
    if one.span is None or other.span is None:
        return other
    return _moved(other, one.span.start - other.span.start + days)


def turned(name: str) -> str:
    """Another name of the same shape: each letter eleven on in the alphabet."""
    return "".join(chr((ord(c) - base + 11) % 26 + base) if base else c for c in name for base in [ord("a") if "a" <= c <= "z" else ord("A") if "A" <= c <= "Z" else 0])


class Memo:
    """Signs of pairs of strands, worked out once: what a recipe finds in one fold it mostly finds in the next."""

    def __init__(self) -> None:
        self._signs: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}

    def signs(self, one: Strand, other: Strand) -> tuple[str, ...]:
        """The signs of two strands as they were told."""
        key = tuple(t.claim.id for t in one.told), tuple(t.claim.id for t in other.told)
        if key not in self._signs:
            self._signs[key] = tuple(signs_across(one, other))
        return self._signs[key]


def across_examples(pieces: Sequence[Piece], episodes: dict[str, str], memo: Memo) -> list[Example]:
    """Pairs of strands of two reports of one episode."""
    by_episode: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        by_episode[episodes[piece.strand.report]].append(piece)
    out: list[Example] = []
    for _, found in sorted(by_episode.items()):
        for a, b in combinations(found, 2):
            counts = _weight(a.happening, b.happening)
            if a.strand.report != b.strand.report and counts:
                same = a.happening is not None and a.happening == b.happening
                out.append(Example(memo.signs(a.strand, b.strand), same, counts, a.strand.doubt or b.strand.doubt))
    return out


def _moved_examples(pieces: Sequence[Piece], chance: random.Random) -> Iterator[Example]:
    """Pairs of an episode, one of the two moved in time."""
    for a, b in combinations(pieces, 2):
        counts = _weight(a.happening, b.happening)
        if a.strand.report != b.strand.report and counts and chance.random() < MOVED_SHARE:
            yield Example(tuple(signs_across(a.strand, _later(b.strand, chance.choice(SHIFTS)))), False, counts * MOVED_WEIGHT)


def near_misses(pieces: Sequence[Piece], episodes: dict[str, str], seed: int = 7) -> list[Example]:
    """Pairs that are two happenings: of one episode, one of the two moved in time; of two conflicts, as if on the same days."""
    out: list[Example] = []
    chance = random.Random(seed)
    by_episode: dict[str, list[Piece]] = defaultdict(list)
    by_group: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        by_episode[episodes[piece.strand.report]].append(piece)
        by_group[piece.strand.group].append(piece)
    for _, found in sorted(by_episode.items()):
        out += _moved_examples(found, chance)
    for a in pieces:
        for b in chance.choices(by_group[a.strand.group], k=BESIDE):
            counts = _weight(a.happening, b.happening) if episodes[a.strand.report] != episodes[b.strand.report] else 0.0
            if counts:
                other = _beside(a.strand, b.strand, chance.choice((0, 0, 0, 1, 2)))
                out.append(Example(tuple(signs_across(a.strand, other)), False, counts * BESIDE_WEIGHT))
    return out


def learn(marked: Sequence[Marked], within: Sequence[Marked] = (), own: Sequence[Marked] = (), memo: Memo | None = None) -> Learned:
    """The weights from marked gold claims, from reports marked for themselves alone, and from the reader's `own` claims of the former's
    reports; the same marks give the same weights. A `memo` that several calls share saves work."""
    memo = memo or Memo()
    inside = fit(inside_examples(marked) + inside_examples(within, WITHIN_WEIGHT) + inside_examples(own), RIDGE_INSIDE)
    episodes = {m.told.report: m.episode for m in (*marked, *own)}
    gold, read = (found_strands(claims, inside) + true_strands(claims) for claims in (marked, own))
    examples = [e for pieces in (gold, read) for e in (*across_examples(pieces, episodes, memo), *near_misses(pieces, episodes))]
    across = fit(examples, RIDGE_ACROSS)
    return Learned(inside, Table(across.sure | weights.RULES, across.doubt | weights.RULES))


def _known_words() -> dict[float, list[str]]:
    levels: dict[float, list[str]] = defaultdict(list)
    for word, level in sorted(counted_stems.WORD_WEIGHT.items()):
        levels[level].append(word)
    return dict(sorted(levels.items()))


def main() -> None:
    """Learn from all marked reports and write both modules."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=Path, help="items.jsonl.gz to count words in; without it the word table stays as it is")
    args = parser.parse_args()
    marked, own = marked_claims(training_files()) + retold_claims(), own_claims(load_knowledge()).loose
    within = within_claims()
    found = learn(marked, within, own)
    episodes, happenings = {m.episode for m in marked}, {m.happening for m in marked if m.happening}
    said = (
        f"From {len(marked)} claims of {len(happenings)} happenings in {len(episodes)} episodes, {len(own)} claims that the reader found in\n"
        f"their reports, and {len(within)} claims marked report by report."
    )
    kinds = word_kinds(p for p in sorted((HERE / "corpus").glob("*.jsonl")) if p not in training_files())
    counted = Counted(word_weights(args.words) if args.words else _known_words(), kinds)
    (EVENTS / "counted_stems.py").write_text(stems_source(counted, "In public news items and in gold clauses."), encoding="utf-8")
    (EVENTS / "learned.py").write_text(weights_source(found, said), encoding="utf-8")
    print(f"{said} {len(found.inside.sure)} and {len(found.across.sure)} weights, each sure and in doubt")


if __name__ == "__main__":
    main()
