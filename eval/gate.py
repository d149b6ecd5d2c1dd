"""The gate: `python -m eval.gate` (or `make eval`) scores every gold set at hand and fails below a floor of eval/floors.json.

    python -m eval.gate                 all sets, with floors
    python -m eval.gate --only examples --errors 20
    python -m eval.gate --raise-floors  write what was reached as new floors; a floor never goes down

Sets beside the project (../shared) are scored where they are and named as skipped where not. Exit code 1: below a floor.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.gold import GoldReport, gold_report, load
from eval.join_eval import evaluated
from eval.scoring import SLOTS, Tally, merged, pairs, score, total
from sijill.knowledge import Knowledge, load_knowledge
from sijill.read import read
from sijill.read.filter import may_tell
from sijill.read.segment import sentences
from sijill.records import Claim
from training.corpora import ITEM, PASSAGE, corpora

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
FLOORS = HERE / "floors.json"
SIZES = ("reports", "claims")
"""Measures that say which set the floors are of."""

LEEWAY = 0.002
"""Below a floor by less than this is rounding of another processor's arithmetic, not a loss."""

FEW, FEW_FACTS = 10, 300
"""In sets of fewer reports, and for slots of fewer gold facts, chance weighs more: there a floor gives way by one standard error of a share."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A named list of gold reports."""

    name: str
    reports: tuple[GoldReport, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """A set with its claims, its tallies by slot, and side measures by name (higher is better)."""

    gold: GoldSet
    claims: tuple[tuple[Claim, ...], ...]
    tallies: dict[str, Tally]
    measures: dict[str, float]


def gold_sets() -> Iterator[GoldSet]:
    """The project's own gold, then what is beside it. A set that is not there is left out."""
    yield GoldSet("examples", tuple(load(HERE / "gold" / "examples.jsonl")))
    for name in ("seed", "dev"):
        path = SHARED / "gold" / f"{name}.jsonl"
        if path.exists():
            yield GoldSet(name, tuple(load(path)))
    held = corpora(SHARED).held_out
    yield GoldSet("held-out reports", tuple(gold_report(r) for r in held if not r["id"].startswith((ITEM, PASSAGE))))
    for name, start in (("held-out passages", PASSAGE), ("held-out items", ITEM)):
        found = tuple(gold_report(r) for r in held if r["id"].startswith(start))
        if found:
            yield GoldSet(name, found)


def filter_recall(gold: GoldSet, knowledge: Knowledge) -> float:
    """Share of gold claims whose clause lies in a sentence that the filter lets through."""
    seen = kept = 0
    for one in gold.reports:
        text = one.report.text
        open_parts = [s for s in sentences(one.report) if may_tell(text[s.start : s.end], knowledge.model.filter)]
        for claim in one.claims:
            seen += 1
            kept += any(s.start < claim.evidence.end and claim.evidence.start < s.end for s in open_parts)
    return kept / seen if seen else 1.0


def measure(gold: GoldSet, knowledge: Knowledge) -> Scored:
    """Read a set and score it."""
    claims = tuple(read(g.report, knowledge).claims for g in gold.reports)
    tallies = total(score(g, c) for g, c in zip(gold.reports, claims, strict=True))
    silent = [len(c) for g, c in zip(gold.reports, claims, strict=True) if not g.claims]
    measures = {slot: t.f1 for slot, t in tallies.items()} | {"filter recall": filter_recall(gold, knowledge)}
    measures |= {"reports": float(len(gold.reports)), "claims": float(tallies["type"].gold)}
    if silent:
        measures["distractors kept silent"] = sum(n == 0 for n in silent) / len(silent)
    return Scored(gold, claims, tallies, measures)


def reliability(scored: Sequence[Scored]) -> Table:
    """Among claims of a score, how many are of the right type in the right clause."""
    table = Table("score", "claims", "right", title="calibration, all sets")
    judged = []
    for one in scored:
        for g, claims in zip(one.gold.reports, one.claims, strict=True):
            flat = merged(claims)
            right = {j for i, j in pairs(g.claims, flat).items() if g.claims[i].type == flat[j].type}
            judged += [(c.score, j in right) for j, c in enumerate(flat)]
    for low in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = 1.01 if low == 0.9 else 0.3 if low == 0.0 else low + 0.1
        inside = [ok for s, ok in judged if low <= s < high]
        if inside:
            table.add_row(f"{low:.1f}–{min(high, 1.0):.1f}", str(len(inside)), f"{sum(inside) / len(inside):.2f}")
    return table


def scores_table(scored: Sequence[Scored]) -> Table:
    """F1 by set and slot."""
    table = Table("set", "reports", "claims", "P", "R", "facts F1", *SLOTS, title="reading: F1 by slot")
    for one in scored:
        whole = one.tallies["facts"]
        row = [f"{one.tallies[s].f1:.3f}" for s in SLOTS]
        table.add_row(one.gold.name, str(len(one.gold.reports)), str(one.tallies["type"].gold), f"{whole.precision:.3f}", f"{whole.recall:.3f}", f"[bold]{whole.f1:.3f}", *row)
    return table


Measures = dict[str, dict[str, float]]
"""Measures by name, a set; higher is better."""


def joining() -> tuple[Measures, Measures]:
    """How claims are joined, cross-validated by episode, with its leeway: each reader's own claims tell other happenings."""
    report = evaluated()
    leeway = {"joining": {"not swallowed, own claims": 0.5 / math.sqrt(max(1, report.own.happenings))}}
    return {"joining": {
        "B³ F1": report.all.f1, "not swallowed": 1 - report.all.swallowed, "B³ F1, episodes": report.dev.f1, "not swallowed, episodes": 1 - report.dev.swallowed,
        "B³ F1, own claims": report.own.f1, "B³ F1, own claims of new reports": report.new.f1, "not swallowed, own claims": 1 - report.own.swallowed, "claims": float(report.all.claims),
    }}, leeway  # fmt: skip


def leeways(scored: Sequence[Scored]) -> Measures:
    """By how much a measure of a small set or slot may lie below its floor, by set and slot."""
    return {
        one.gold.name: {slot: 0.5 / math.sqrt(max(1, t.gold)) for slot, t in one.tallies.items() if len(one.gold.reports) < FEW or t.gold < FEW_FACTS}
        for one in scored
    }


def below(found: Measures, floors: Measures, leeway: Measures) -> list[str]:
    """What fell below its floor, in words. A set that reports joined or left has no floors yet."""
    return [
        f"{name}: {slot} {found[name].get(slot, 0.0):.3f} is below its floor {floor:.3f}"
        for name, slots in floors.items() if name in found and not changed(found[name], slots)
        for slot, floor in slots.items() if slot not in SIZES and found[name].get(slot, 0.0) < floor - leeway.get(name, {}).get(slot, LEEWAY)
    ]  # fmt: skip


def changed(found: dict[str, float], floors: dict[str, float]) -> bool:
    """Whether the floors are of another set: one with other numbers of reports or claims."""
    return any(floors.get(size) != found.get(size) for size in SIZES)


def raised(found: Measures, floors: Measures) -> Measures:
    """Floors that follow what was reached, never downwards; of a set that changed they begin anew."""
    out = {name: dict(slots) for name, slots in floors.items() if not changed(found.get(name, slots), slots)}
    for name, measures in found.items():
        mine = out.setdefault(name, {})
        for slot, value in measures.items():
            mine[slot] = value if slot in SIZES else max(mine.get(slot, 0.0), math.floor(value * 1000) / 1000)
    return out


def false_and_missed(one: Scored, most: int) -> Iterator[str]:
    """Errors in words, to look at."""
    for g, claims in zip(one.gold.reports, one.claims, strict=True):
        flat = merged(claims)
        found = pairs(g.claims, flat)
        wrong = [f"{g.report.id}: {g.claims[i].type} read as {flat[j].type}: {g.claims[i].evidence.text}" for i, j in found.items() if g.claims[i].type != flat[j].type]
        wrong += [f"{g.report.id}: missed {c.type}: {c.evidence.text}" for i, c in enumerate(g.claims) if i not in found]
        wrong += [f"{g.report.id}: false {c.type}: {c.evidence.quote}" for j, c in enumerate(flat) if j not in found.values()]
        yield from wrong[:most]


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--only", help="one set")
    ask.add_argument("--errors", type=int, default=0, help="print up to so many errors a report")
    ask.add_argument("--raise-floors", action="store_true")
    args = ask.parse_args()
    console, knowledge = Console(width=140), load_knowledge()
    scored = [measure(gold, knowledge) for gold in gold_sets() if args.only in (None, gold.name)]
    console.print(scores_table(scored))
    console.print(reliability(scored))
    for one in scored:
        extra = ", ".join(f"{k} {one.measures[k]:.4f}" for k in ("filter recall", "distractors kept silent") if k in one.measures)
        console.print(f"{one.gold.name}: {extra}", highlight=False)
        for line in false_and_missed(one, args.errors):
            console.print("  " + line[:200], highlight=False, markup=False)
    if not (SHARED / "gold").exists():
        console.print("skipped: seed, dev, held-out passages and items (the development corpora are not beside this project)")
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    found = {one.gold.name: one.measures for one in scored}
    leeway = leeways(scored)
    if args.only in (None, "joining"):
        joined, given = joining()
        found, leeway = found | joined, leeway | given
        console.print("joining: " + ", ".join(f"{k} {v:.3f}" for k, v in found["joining"].items()), highlight=False)
    lost = below(found, floors, leeway)
    for name in (n for n in found if n in floors and changed(found[n], floors[n])):
        console.print(f"{name}: another set than its floors are of; they begin anew with --raise-floors", highlight=False)
    for line in lost:
        print("below floor:", line, file=sys.stderr)
    if args.raise_floors:
        FLOORS.write_text(json.dumps(raised(found, floors), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
