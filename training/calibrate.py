"""Set the packaged model's threshold and scores: `python -m training.calibrate --shared ../shared --model sijill/knowledge/data/reader`.

Reads every held-out report with a low threshold, pairs the claims with gold, and writes into about.json
- the threshold at which facts F1 over the held-out reports is best, the lowest of equals (an analyst strikes out a draft sooner than
  finding what is missing),
- a curve from raw to the measured share of claims that are of the right type in the right clause (isotonic, by pooling neighbours).
`gold/dev.jsonl` plays no part.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from eval.gold import GoldReport, gold_report
from eval.scoring import merged, pairs, score, total
from sijill.knowledge import DATA, Knowledge, load_actors, load_gazetteer, load_terms
from sijill.knowledge.reader_model import Calibration, ReaderModel
from sijill.read import read
from sijill.records import Claim
from training.corpora import corpora

LOWEST = 0.1
THRESHOLDS = tuple(round(0.2 + 0.025 * k, 3) for k in range(25))
POOLED = 40
"""Claims in one step of the calibration curve, at least."""


def isotonic(raw: np.ndarray, right: np.ndarray) -> tuple[list[float], list[float]]:
    """Pool adjacent violators: (raw, share right) points of a rising curve, in steps of at least POOLED claims."""
    order = np.argsort(raw, kind="stable")
    steps = [[float(raw[part].mean()), float(right[part].mean()), len(part)] for part in np.array_split(order, max(2, len(order) // POOLED))]
    pooled: list[list[float]] = []
    for step in steps:
        pooled.append(step)
        while len(pooled) > 1 and pooled[-2][1] >= pooled[-1][1]:
            (a, b, n), (c, d, m) = pooled[-2:]
            pooled[-2:] = [[(a * n + c * m) / (n + m), (b * n + d * m) / (n + m), n + m]]
    return [round(p[0], 4) for p in pooled], [round(p[1], 4) for p in pooled]


def judged(gold: GoldReport, claims: list[Claim]) -> list[tuple[float, bool]]:
    """(raw score, right type in the right clause) of each claim read."""
    read_claims = merged(claims)
    right = {j for i, j in pairs(gold.claims, read_claims).items() if gold.claims[i].type == read_claims[j].type}
    return [(c.score, j in right) for j, c in enumerate(read_claims)]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    ask.add_argument("--model", type=Path, required=True)
    args = ask.parse_args()
    knowledge = Knowledge(load_actors(DATA), load_terms(DATA), load_gazetteer(DATA), ReaderModel(args.model))
    knowledge.model.calibration = Calibration(LOWEST, (0.0, 1.0), (0.0, 1.0))
    golds = [gold_report(row) for row in corpora(args.shared).held_out]
    found = [(g, list(read(g.report, knowledge).claims)) for g in golds]
    curve = {t: total(score(g, [c for c in claims if c.score >= t]) for g, claims in found)["facts"].f1 for t in THRESHOLDS}
    best = min(t for t in curve if curve[t] >= max(curve.values()))
    pairs_of = [p for g, claims in found for p in judged(g, claims)]
    raw, right = np.array([r for r, _ in pairs_of]), np.array([float(ok) for _, ok in pairs_of])
    points, shares = isotonic(raw, right)
    about = json.loads((args.model / "about.json").read_text(encoding="utf-8"))
    about |= {"threshold": best, "calibration": {"raw": [0.0, *points, 1.0], "right": [0.0, *shares, shares[-1]]}}
    (args.model / "about.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    print("facts F1 by threshold:", {t: round(f, 3) for t, f in curve.items()})
    print(f"threshold {best}; curve", list(zip(points, shares, strict=True)))
    settled = replace(Calibration(best, tuple(about["calibration"]["raw"]), tuple(about["calibration"]["right"])))
    for low in (0.3, 0.5, 0.7, 0.8, 0.9):
        inside = [ok for r, ok in pairs_of if r >= best and low <= settled.score(r) < low + 0.1]
        print(f"  scored {low:.1f}–{low + 0.1:.1f}: {len(inside)} claims, {np.mean(inside) if inside else float('nan'):.2f} right")


if __name__ == "__main__":
    main()
