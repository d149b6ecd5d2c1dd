"""Train the filter in front of the reader: `python -m training.filter --shared ../shared --out sijill/knowledge/data/reader/filter.json`.

A linear model over words: does this sentence hold a claim? Sentences of the annotated reports teach both answers; items of quiet
categories of the current-events pages (sport, arts, business, science) are further negatives. The threshold is set where, in three-fold
cross-validation over reports, all but three in two thousand sentences with a claim pass.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from sijill.read.filter import words_of
from sijill.read.segment import sentences
from sijill.records import Report
from training.corpora import corpora
from training.examples import find_quote

QUIET = ("Sport", "Arts and culture", "Business", "Science", "Health")
QUIET_ITEMS = 12_000
RARE, EPOCHS, RATE, SHRINK, SEED = 3, 12, 0.15, 3e-6, 7
POSITIVE_WEIGHT = 6.0
"""A lost claim costs more than a sentence read in vain."""

LOST_ALLOWED = 0.0015
FOLDS = 3

Row = tuple[list[str], bool]


def annotated(reports: Iterable[dict]) -> Iterator[Row]:
    """Each sentence with whether a claim's clause touches it."""
    for row in reports:
        spots = [s for c in row["claims"] if (s := find_quote(row["text"], c["evidence"]))]
        for part in sentences(Report(row["id"], row["text"])):
            yield words_of(row["text"][part.start : part.end]), any(s["start"] < part.end and part.start < s["end"] for s in spots)


def quiet(shared: Path) -> Iterator[Row]:
    """Sentences of items in categories without conflict, evenly over the years."""
    path = shared / "train/current_events/items.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        items = [r for r in map(json.loads, lines) if str(r.get("category") or "").startswith(QUIET)]
    for row in items[:: max(1, len(items) // QUIET_ITEMS)]:
        yield from ((words_of(row["text"][p.start : p.end]), False) for p in sentences(Report(row["id"], row["text"])))


def fit(rows: list[Row]) -> dict[str, float]:
    """Word weights by logistic regression (AdaGrad); the empty string holds the bias."""
    tally = Counter(w for words, _ in rows for w in set(words))
    vocabulary = {w: k + 1 for k, w in enumerate(sorted(w for w, n in tally.items() if n >= RARE))}
    weights, squares = np.zeros(len(vocabulary) + 1), np.full(len(vocabulary) + 1, 1e-8)
    coded = [(np.array([0, *sorted({vocabulary[w] for w in words if w in vocabulary})]), told) for words, told in rows]
    rng = np.random.default_rng(SEED)
    for _ in range(EPOCHS):
        for k in rng.permutation(len(coded)):
            at, told = coded[k]
            wrong = 1 / (1 + np.exp(-weights[at].sum())) - told
            slope = wrong * (POSITIVE_WEIGHT if told else 1.0) + SHRINK * weights[at]
            squares[at] += slope**2
            weights[at] -= RATE * slope / np.sqrt(squares[at])
    return {"": float(weights[0]), **{w: float(weights[k]) for w, k in vocabulary.items()}}


def score(weights: dict[str, float], words: list[str]) -> float:
    """The weight of one sentence."""
    return weights[""] + sum(weights.get(w, 0.0) for w in set(words))


def crossed_threshold(reports: list[dict], silent: list[Row]) -> float:
    """The score that all but LOST_ALLOWED of telling sentences reach under models that did not see them."""
    telling = []
    for fold in range(FOLDS):
        weights = fit([*annotated(r for n, r in enumerate(reports) if n % FOLDS != fold), *(r for n, r in enumerate(silent) if n % FOLDS != fold)])
        telling += [score(weights, words) for words, told in annotated(r for n, r in enumerate(reports) if n % FOLDS == fold) if told]
    return float(np.quantile(telling, LOST_ALLOWED))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    corpus = corpora(args.shared)
    silent = list(quiet(args.shared))
    threshold = crossed_threshold(corpus.train, silent)
    weights = fit([*annotated(corpus.train), *silent])
    held = [(score(weights, words), told) for words, told in annotated(corpus.held_out)]
    telling = np.array([s for s, told in held if told])
    hushed = np.array([score(weights, words) for words, _ in silent])
    kept = {w: round(v, 2) for w, v in weights.items() if w == "" or abs(v) >= 0.05}
    args.out.write_text(json.dumps({"threshold": round(threshold, 2), "weights": kept}, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(kept)} words; held out: {np.mean(telling >= threshold):.4f} of {len(telling)} telling sentences pass, "
          f"{np.mean([s >= threshold for s, told in held if not told]):.3f} of the others; {np.mean(hushed >= threshold):.3f} of quiet items")  # fmt: skip


if __name__ == "__main__":
    main()
