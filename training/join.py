"""Learns how much each sign of a pair of claims weighs in joining, and writes sijill/events/learned.py.

Usage: python -m training.join [--words ../shared/train/current_events/items.jsonl.gz]

Two logistic regressions (Newton's method, ridge penalty): pairs of claims inside a report, pairs of strands of two reports. Reports of
one episode are compared with each other and, as happenings that never are the same, with themselves moved in time and with reports of
other episodes moved to the same days. With --words the word weights are counted anew from reports of the same kind (98,000 items).
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np

from sijill.events import learned, weights
from sijill.events.across import signs_across
from sijill.events.cluster import clusters
from sijill.events.inside import setting, signs_inside
from sijill.events.sketch import Sketch, sketch
from sijill.events.strand import Span, Strand, strand_of
from sijill.events.wording import stems, weight
from training.happenings import Marked, marked_claims, training_files, within_claims
from training.retold import retold_claims

TARGET = Path(__file__).parent.parent / "sijill" / "events" / "learned.py"
RIDGE_INSIDE = 1.5
RIDGE_ACROSS = 12.0
MOVED_WEIGHT = 0.15
MOVED_SHARE = 0.3
"""Share of pairs that are also taken with one side moved in time."""
BESIDE_WEIGHT = 0.3
BESIDE_SHARE = 2.2
"""Share of pairs of two conflicts, alike in kind, that are taken as if of the same days, times the number of episodes."""
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
KEPT_BELOW = 0.85
"""Words of at least this weight are left out of the table; they weigh 1."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair's signs, whether it tells one happening, and how much it counts."""

    signs: tuple[str, ...]
    same: bool
    weight: float


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
                out.append(Example(tuple(signs_inside(sketches, frame, i, j)), one is not None and one == other, weight))
    return out


def fit(examples: Sequence[Example], ridge: float) -> dict[str, float]:
    """Weights by sign, and the bias; minimises log loss plus ridge/2 times the squared weights."""
    names = sorted({s for e in examples for s in e.signs} - set(weights.RULES))
    column = {name: k + 1 for k, name in enumerate(names)}
    x = np.zeros((len(examples), len(names) + 1))
    x[:, 0] = 1
    for row, e in enumerate(examples):
        for sign in e.signs:
            if sign in column:
                x[row, column[sign]] += 1
    y, w = np.array([float(e.same) for e in examples]), np.array([e.weight for e in examples])
    penalty = np.full(len(names) + 1, ridge)
    penalty[0] = 1e-3
    beta = np.zeros(len(names) + 1)
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -50, 50)))
        step = np.linalg.solve((x.T * (w * p * (1 - p))) @ x + np.diag(penalty), x.T @ (w * (y - p)) - penalty * beta)
        beta += step
        if np.abs(step).max() < 1e-7:
            break
    return {weights.BIAS: float(beta[0]), **{name: float(beta[k]) for name, k in column.items()}}


def _main(happenings: Sequence[str | None]) -> str | None:
    told = [h for h in happenings if h]
    return max(sorted(set(told)), key=told.count) if told else None


def _strand(claims: Sequence[Marked], sketches: Sequence[Sketch], chosen: Sequence[int]) -> Piece:
    around = tuple({(s.name, s.level): s for k in sketches for s in k.sites}.values())
    return Piece(strand_of([sketches[k] for k in chosen], around), _main([claims[k].happening for k in chosen]))


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


def found_strands(marked: Iterable[Marked], inside: dict[str, float]) -> list[Piece]:
    """Strands as the weights learned so far have them, so that the second regression learns from the first one's mistakes."""
    out: list[Piece] = []
    for claims in by_report(marked).values():
        sketches = [sketch(m.told) for m in claims]
        frame = setting(sketches)
        scores = {(i, j): weights.log_odds(signs_inside(sketches, frame, i, j), inside) for i, j in combinations(range(len(claims)), 2)}
        groups = clusters(len(claims), scores, unseen=weights.UNSEEN, threshold=weights.STRAND_AT)
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


def across_examples(pieces: Sequence[Piece], episodes: dict[str, str], seed: int = 7) -> list[Example]:
    """Pairs of strands of two reports of one episode, and near misses: one of the pair moved in time, strands of two conflicts on the same days."""
    out: list[Example] = []
    chance = random.Random(seed)
    beside = BESIDE_SHARE / max(1, len(set(episodes.values())))
    for a, b in combinations(pieces, 2):
        one, other = a.strand, b.strand
        counts = _weight(a.happening, b.happening)
        if one.report == other.report or not counts:
            continue
        if episodes[one.report] == episodes[other.report]:
            out.append(Example(tuple(signs_across(one, other)), a.happening is not None and a.happening == b.happening, counts))
            if chance.random() < MOVED_SHARE:
                out.append(Example(tuple(signs_across(one, _later(other, chance.choice(SHIFTS)))), False, counts * MOVED_WEIGHT))
        elif one.group == other.group and chance.random() < beside:
            out.append(Example(tuple(signs_across(one, _beside(one, other, chance.choice((0, 0, 0, 1, 2))))), False, counts * BESIDE_WEIGHT))
    return out


@dataclass(frozen=True, slots=True)
class Learned:
    """Both regressions."""

    inside: dict[str, float]
    across: dict[str, float]


def learn(marked: Sequence[Marked], within: Sequence[Marked] = ()) -> Learned:
    """The weights from marked claims, and from reports marked for themselves alone; the same marks give the same weights."""
    inside = fit(inside_examples(marked) + inside_examples(within, WITHIN_WEIGHT), RIDGE_INSIDE)
    pieces = found_strands(marked, inside) + true_strands(marked)
    episodes = {m.told.report: m.episode for m in marked}
    return Learned(inside, fit(across_examples(pieces, episodes), RIDGE_ACROSS) | weights.RULES)


def word_weights(path: Path) -> dict[float, list[str]]:
    """Common stems by weight: log(n / reports with it) / 8, rounded to a tenth, at most 1."""
    held: Counter[str] = Counter()
    reports = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            held.update(stems(json.loads(line)["text"]))
            reports += 1
    levels: dict[float, list[str]] = defaultdict(list)
    for word, count in sorted(held.items()):
        level = round(math.log(reports / count) / 8, 1)
        if level < KEPT_BELOW and word.isascii():
            levels[max(level, 0.2)].append(word)
    return dict(sorted(levels.items()))


def _wrapped(words: Iterable[str], width: int = 140) -> list[str]:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] += ("" if not lines[-1] else " ") + word
    return lines


def _table(name: str, values: dict[str, float]) -> list[str]:
    items = [f'"{sign}": {value:.3f},' for sign, value in sorted(values.items()) if abs(value) >= 0.0005]
    return [f"{name}: Final[dict[str, float]] = {{", *(f"    {line}" for line in _wrapped(items)), "}"]


def source(found: Learned, words: dict[float, list[str]], said: str) -> str:
    """The text of sijill/events/learned.py."""
    lines = [f'"""Numbers learned by training/join.py, never written by hand. {said}"""', "", "from __future__ import annotations", "", "from typing import Final", ""]
    lines += ["_WORDS: Final[dict[float, str]] = {"]
    for level, listed in words.items():
        lines += [f"    {level}: (", *(f'        "{line} "' for line in _wrapped(listed)), "    ),"]
    lines += ["}", '"""Common stems by how much sharing one tells; counted in public news items. Others weigh 1."""', ""]
    lines += ["WORD_WEIGHT: Final[dict[str, float]] = {word: level for level, listed in _WORDS.items() for word in listed.split()}", ""]
    lines += [*_table("INSIDE", found.inside), '"""Log-odds weights of signs between claims of one report."""', ""]
    lines += [*_table("ACROSS", found.across), '"""Log-odds weights of signs between strands of two reports."""']
    return "\n".join(lines) + "\n"


def _known_words() -> dict[float, list[str]]:
    levels: dict[float, list[str]] = defaultdict(list)
    for word, level in sorted(learned.WORD_WEIGHT.items()):
        levels[level].append(word)
    return dict(sorted(levels.items()))


def main() -> None:
    """Learn from all marked reports and write the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=Path, help="items.jsonl.gz to count words in; without it the word table stays as it is")
    args = parser.parse_args()
    marked = marked_claims(training_files()) + retold_claims()
    within = within_claims()
    found = learn(marked, within)
    episodes, happenings = {m.episode for m in marked}, {m.happening for m in marked if m.happening}
    said = f"From {len(marked)} claims of {len(happenings)} happenings in {len(episodes)} episodes, and {len(within)} claims marked report by report."
    TARGET.write_text(source(found, word_weights(args.words) if args.words else _known_words(), said), encoding="utf-8")
    print(f"{TARGET.name}: {said} {len(found.inside)} and {len(found.across)} weights")


if __name__ == "__main__":
    main()
