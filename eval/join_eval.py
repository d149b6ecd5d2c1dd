"""How well claims are joined: B³ by episodes held out of training, among near-misses, with calibration of the pair scores.

Usage: python -m eval.join_eval [--json]

Five folds by episode over training/corpus/happenings*.jsonl and training/retold; `dev` counts the former alone. B³,
swallowed and scattered are counted as ../shared/eval/join.py counts them. `crowded` adds to every held-out episode two copies that are
other happenings: the same places nine days later, and the same days at places of other names. `own`: the claims that the packaged reader
finds in all those reports, which is what users join; `own, new` those of reports that it never saw in training (training/retold and the
episodes from e10 on), `own, e10+` those of the latter alone. `calibration`: share of pairs of strands
that are one happening among those with a chance in each tenth.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations

from sijill.events import join, learned, weights
from sijill.events.across import signs_across
from sijill.events.names import place_words
from sijill.events.wording import stem
from sijill.events.wording import weight as word_weight
from sijill.knowledge import load_knowledge
from sijill.records import Count, Evidence, Mention, Place, Told
from training.happenings import Marked, marked_claims, training_files, within_claims
from training.join import COMMON, Memo, found_strands, learn, turned
from training.learned_file import Learned
from training.own import OwnClaims, own_claims, unseen
from training.retold import retold_claims

FOLDS = 5
DEV = re.compile(r"hd-")
LATER = 9


@dataclass(frozen=True, slots=True)
class Score:
    """B³ over claims with a happening; swallowed: share of happenings lost in an event of another; scattered: mean events a happening."""

    claims: int
    happenings: int
    precision: float
    recall: float
    f1: float
    swallowed: float
    scattered: float


def b_cubed(pairs: Sequence[tuple[str, str]]) -> Score:
    """The score of (happening, event) pairs, one a claim."""
    happenings: dict[str, list[str]] = defaultdict(list)
    events: dict[str, list[str]] = defaultdict(list)
    for happening, event in pairs:
        happenings[happening].append(event)
        events[event].append(happening)
    precision = sum(events[e].count(h) / len(events[e]) for h, e in pairs) / max(1, len(pairs))
    recall = sum(happenings[h].count(e) / len(happenings[h]) for h, e in pairs) / max(1, len(pairs))
    swallowed = 0
    for happening, found in happenings.items():
        home = Counter(found).most_common(1)[0][0]
        owner, most = Counter(events[home]).most_common(1)[0]
        swallowed += owner != happening and most > events[home].count(happening)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    scattered = sum(len(set(found)) for found in happenings.values()) / max(1, len(happenings))
    return Score(len(pairs), len(happenings), round(precision, 4), round(recall, 4), round(f1, 4), round(swallowed / max(1, len(happenings)), 4), round(scattered, 3))


@contextmanager
def weighed(found: Learned) -> Iterator[None]:
    """The package joins with these weights inside the block."""
    tables = learned.INSIDE, learned.INSIDE_DOUBT, learned.ACROSS, learned.ACROSS_DOUBT
    kept = [dict(table) for table in tables]

    def fill(values: Sequence[Mapping[str, float]]) -> None:
        for table, new in zip(tables, values, strict=True):
            table.clear()
            table.update(new)

    fill((found.inside.sure, found.inside.doubt, found.across.sure, found.across.doubt))
    try:
        yield
    finally:
        fill(kept)


def fold_of(episode: str) -> int:
    """Episodes are dealt to folds by their number, each file's for itself."""
    return int(re.sub(r"\D", "", episode) or 0) % FOLDS


def joined(marked: Sequence[Marked]) -> list[tuple[str, str]]:
    """(happening, event) of each marked claim."""
    home = {(ref.report, ref.claim): event.id for event in join([m.told for m in marked]) for ref in event.claims}
    return [(m.happening, home[m.told.report, m.told.claim.id]) for m in marked if m.happening]


def _renamed(text: str, names: frozenset[str]) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: turned(m[0]) if m[0] in names else m[0], text)


def _reworded(text: str, kept: frozenset[str]) -> str:
    """The text with its rare words turned into others, but for those kept."""
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if m[0] in kept or word_weight(stem(m[0])) < COMMON or len(m[0]) < 4 else turned(m[0]), text)


def _more(count: Count) -> Count:
    def up(n: int | None) -> int | None:
        return n and n + max(2, n // 3)

    return replace(count, low=up(count.low), best=up(count.best), high=up(count.high))


def _names(marked: Sequence[Marked]) -> frozenset[str]:
    return frozenset(w for m in marked for p in m.told.claim.places for n, _ in place_words(p.mention.text).names for w in re.findall(r"[^\W\d_]+", n))


def copied(marked: Sequence[Marked], days: int, rename: bool, mark: str) -> list[Marked]:
    """The claims as other happenings of their kind: other figures, other rare words, `days` later, at places of other names where wanted."""
    names = _names(marked)
    other = names if rename else frozenset[str]()
    by = timedelta(days=days)
    out = []
    for m in marked:
        claim, told = m.told.claim, m.told

        def place(p: Place) -> Place:
            mention = Mention(_renamed(p.mention.text, other), p.mention.start, p.mention.end)
            return replace(p, name=_renamed(p.name, other), mention=mention)

        when = claim.when and replace(claim.when, start=claim.when.start and claim.when.start + by, end=claim.when.end and claim.when.end + by)
        evidence = Evidence(claim.evidence.start, claim.evidence.end, _reworded(_renamed(claim.evidence.quote, other), names))
        moved = replace(claim, id=f"{claim.id}{mark}", evidence=evidence, when=when, places=tuple(place(p) for p in claim.places), counts=tuple(_more(c) for c in claim.counts))
        again = Told(moved, told.report + mark, told.published and told.published + by, told.outlet and told.outlet + mark, told.origin + mark)
        out.append(Marked(again, m.happening and m.happening + mark, m.episode))
    return out


def calibration(marked: Sequence[Marked], found: Learned) -> list[tuple[float, bool]]:
    """(chance, one happening?) of pairs of strands of two reports of one episode."""
    episodes = {m.told.report: m.episode for m in marked}
    out = []
    for a, b in combinations(found_strands(marked, found.inside), 2):
        if a.strand.report != b.strand.report and episodes[a.strand.report] == episodes[b.strand.report] and (a.happening or b.happening):
            odds = weights.log_odds(signs_across(a.strand, b.strand), found.across.of(a.strand.doubt or b.strand.doubt))
            out.append((weights.chance(odds), a.happening is not None and a.happening == b.happening))
    return out


def reliability(pairs: Sequence[tuple[float, bool]]) -> list[tuple[str, int, float, float]]:
    """Tenths of chance: label, pairs, mean chance, share that is one happening."""
    rows = []
    for tenth in range(10):
        inside = [(c, same) for c, same in pairs if min(9, int(c * 10)) == tenth]
        if inside:
            rows.append((f"{tenth / 10:.1f}–{(tenth + 1) / 10:.1f}", len(inside), round(sum(c for c, _ in inside) / len(inside), 3), round(sum(s for _, s in inside) / len(inside), 3)))
    return rows


@dataclass(frozen=True, slots=True)
class Report:
    """The whole evaluation."""

    all: Score
    dev: Score
    crowded: Score
    own: Score
    new: Score
    late: Score
    calibration: list[tuple[str, int, float, float]]


def _of_folds(marked: Iterable[Marked], fold: int, held: bool) -> list[Marked]:
    return [m for m in marked if (fold_of(m.episode) == fold) == held]


def evaluate(marked: Sequence[Marked], within: Sequence[Marked], own: OwnClaims) -> Report:
    """Cross-validated scores."""
    scored: dict[str, list[tuple[str, str]]] = defaultdict(list)
    pairs: list[tuple[float, bool]] = []
    memo = Memo()
    for fold in range(FOLDS):
        found = learn(_of_folds(marked, fold, held=False), within, _of_folds(own.loose, fold, held=False), memo)
        held, read = _of_folds(marked, fold, held=True), _of_folds(own.strict, fold, held=True)
        dev = [m for m in held if DEV.match(m.told.report)]
        with weighed(found):
            scored["all"] += joined(held)
            scored["dev"] += joined(dev)
            scored["crowded"] += joined([*dev, *copied(dev, LATER, False, "+l"), *copied(dev, 0, True, "+e")])
            events = joined(read)
        told = [m for m in read if m.happening]
        scored["own"] += events
        scored["new"] += [pair for m, pair in zip(told, events, strict=True) if unseen(m)]
        scored["late"] += [pair for m, pair in zip(told, events, strict=True) if unseen(m) and DEV.match(m.told.report)]
        pairs += calibration(dev, found)
    return Report(*(b_cubed(scored[name]) for name in ("all", "dev", "crowded", "own", "new", "late")), reliability(pairs))


def evaluated() -> Report:
    """The evaluation of all marked reports, with the packaged reader."""
    return evaluate(marked_claims(training_files()) + retold_claims(), within_claims(), own_claims(load_knowledge()))


def _named(report: Report) -> dict[str, Score]:
    return {"all": report.all, "dev": report.dev, "crowded": report.crowded, "own": report.own, "own, new": report.new, "own, e10+": report.late}


def lines(report: Report) -> Iterator[str]:
    """The evaluation as a table."""
    for name, score in _named(report).items():
        yield (
            f"{name:9} B³ P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}  swallowed {score.swallowed:.3f}  scattered {score.scattered:.2f}"
            f"  ({score.claims} claims, {score.happenings} happenings)"
        )
    for label, count, chance, share in report.calibration:
        yield f"chance {label}: {count} pairs, mean {chance:.3f}, one happening {share:.3f}"


def as_plain(report: Report) -> Mapping[str, object]:
    """For JSON."""
    return {name: {f: getattr(score, f) for f in Score.__slots__} for name, score in _named(report).items()} | {"calibration": report.calibration}


def main() -> None:
    """Print the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    report = evaluated()
    print(json.dumps(as_plain(report)) if args.json else "\n".join(lines(report)))


if __name__ == "__main__":
    main()
