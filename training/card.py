"""The measured half of the model card: `python -m training.card > docs/model-card-scores.md`.

Scores of the packaged model by set and slot, and by type on the held-out reports and items, in Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator

from eval.gate import Scored, gold_sets, measure
from eval.scoring import SLOTS, Tally, merged, pairs
from sijill.knowledge import load_knowledge
from sijill.records import CLAIM_TYPES


def by_type(scored: list[Scored]) -> dict[str, Tally]:
    """Claims of each type: read in the right clause with the right type, read, in gold."""
    out = dict.fromkeys(CLAIM_TYPES, Tally())
    for one in scored:
        for gold, claims in zip(one.gold.reports, one.claims, strict=True):
            flat = merged(claims)
            found = pairs(gold.claims, flat)
            for c in flat:
                out[c.type] += Tally(0, 1, 0)
            for i, g in enumerate(gold.claims):
                hit = i in found and flat[found[i]].type == g.type
                out[g.type] += Tally(int(hit), 0, 1)  # type: ignore[index]
    return out


def lines() -> Iterator[str]:
    """The tables."""
    knowledge = load_knowledge()
    scored = [measure(gold, knowledge) for gold in gold_sets()]
    yield "| set | reports | claims | P | R | facts F1 | " + " | ".join(SLOTS) + " |"
    yield "| --- " * (6 + len(SLOTS)) + "|"
    for one in scored:
        whole = one.tallies["facts"]
        cells = [one.gold.name, str(len(one.gold.reports)), str(one.tallies["type"].gold), *(f"{x:.3f}" for x in (whole.precision, whole.recall, whole.f1))]
        yield "| " + " | ".join([*cells, *(f"{one.tallies[s].f1:.3f}" for s in SLOTS)]) + " |"
    yield ""
    yield "| type (all sets but the seed) | gold | P | R | F1 |"
    yield "| --- | --- | --- | --- | --- |"
    for kind, t in sorted(by_type([s for s in scored if s.gold.name != "seed"]).items(), key=lambda kv: -kv[1].gold):
        yield f"| {kind} | {t.gold} | {t.precision:.2f} | {t.recall:.2f} | {t.f1:.2f} |"


if __name__ == "__main__":
    print("\n".join(lines()))
