"""A cross-validated estimate of the reader: `python -m training.folds --encoder DIR --out DIR`.

Every annotated report is read once by a reader that was trained without it, so that the figure hangs on no one held-out set. What tells of
the same happenings stays in one fold: the tellings of an episode, and the news of a month. The recipe is that of `training.train` with
few epochs, from the bare encoder; what the folds' readers reach on `gold/dev.jsonl` stands beside it, so that the shipped reader's figures
there can be read against it. The filter is the shipped one. A fold that is done is kept: the command goes on where it stopped.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from rich.console import Console
from rich.table import Table
from tokenizers import Tokenizer

from eval.gold import GoldReport, gold_report
from eval.scoring import SLOTS, Tally, score, total
from sijill.knowledge import DATA, Knowledge, load_actors, load_gazetteer, load_terms
from sijill.knowledge.reader_model import Calibration, ReaderModel
from sijill.read import read
from sijill.records import Claim
from training.augment import names, swapped
from training.calibrate import LOWEST, THRESHOLDS
from training.corpora import ITEM, PASSAGE, corpora, fold_of
from training.examples import Example, examples, load_gold
from training.model import pretrained
from training.pack import pack
from training.train import CHANGED, train

Found = list[tuple[GoldReport, list[Claim]]]


def kind(gold: GoldReport) -> str:
    """The sets that `make eval` tells apart."""
    return "items" if gold.report.id.startswith(ITEM) else "passages" if gold.report.id.startswith(PASSAGE) else "reports"


def tallies_at(found: Found, threshold: float) -> list[dict[str, Tally]]:
    """Tallies by slot, a report, of the claims at or above a threshold."""
    return [score(g, [c for c in claims if c.score >= threshold]) for g, claims in found]


def best_threshold(found: Found) -> float:
    """Where facts F1 is best."""
    return max(THRESHOLDS, key=lambda t: total(tallies_at(found, t))["facts"].f1)


def by_halves(found: Found) -> list[tuple[Found, float]]:
    """Each half of a fold with the threshold that is best on the other half: none is set on what it is measured on."""
    halves = found[::2], found[1::2]
    return [(halves[0], best_threshold(halves[1])), (halves[1], best_threshold(halves[0]))]


def figures(found: Found, dev: Found) -> dict[str, dict[str, float]]:
    """F1 by set and slot. The development set is read at the fold's own threshold."""
    tallies: dict[str, list[dict[str, Tally]]] = {"all": [], "items": [], "passages": [], "reports": []}
    for part, threshold in by_halves(found):
        for (gold, _), one in zip(part, tallies_at(part, threshold), strict=True):
            tallies["all"].append(one)
            tallies[kind(gold)].append(one)
    tallies["dev"] = tallies_at(dev, best_threshold(found))
    return {name: {slot: tally.f1 for slot, tally in total(ones).items()} for name, ones in tallies.items() if ones}


def read_all(model: Path, rows: Iterable[dict]) -> Found:
    """Gold beside all that the model proposes, also of low score."""
    knowledge = Knowledge(load_actors(DATA), load_terms(DATA), load_gazetteer(DATA), ReaderModel(model))
    knowledge.model.calibration = Calibration(LOWEST, (0.0, 1.0), (0.0, 1.0))
    return [(g, list(read(g.report, knowledge).claims)) for g in map(gold_report, rows)]


def fold(number: int, rows: Sequence[dict], args: argparse.Namespace) -> dict[str, dict[str, float]]:
    """Train without one fold, read it, score it."""
    out = args.out / f"fold{number}"
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    inside = [r for r in rows if fold_of(r, args.folds) != number]
    unseen = [r for r in rows if fold_of(r, args.folds) == number]
    pool, rng = names(inside), random.Random(args.seed)

    def fresh() -> list[Example]:
        return list(examples(tokenizer, (swapped(r, pool, rng) if rng.random() < CHANGED else r for r in inside)))

    reader = pretrained(args.encoder)
    train(reader, list(examples(tokenizer, inside)), fresh, list(examples(tokenizer, unseen[:500])), argparse.Namespace(epochs=args.epochs, out=out, seed=args.seed, rate=1.0))
    packed, dev = out / "packed", args.shared / "gold/dev.jsonl"
    pack(reader, args.encoder, packed, f"fold-{number}")
    shutil.copyfile(DATA / "reader/filter.json", packed / "filter.json")
    return figures(read_all(packed, unseen), read_all(packed, load_gold([dev]) if dev.exists() else ()))


def table(folds: Sequence[dict[str, dict[str, float]]], epochs: int) -> Table:
    """Mean over the folds, with the spread of the facts."""
    shown = Table("set", "facts F1", "± between folds", *SLOTS, title=f"cross-validated, {len(folds)} folds, {epochs} epochs each")
    for name in folds[0]:
        facts = [f[name]["facts"] for f in folds]
        spread = f"{statistics.stdev(facts):.3f}" if len(facts) > 1 else "–"
        shown.add_row(name, f"[bold]{statistics.mean(facts):.3f}", spread, *(f"{statistics.mean(f[name][s] for f in folds):.3f}" for s in SLOTS))
    return shown


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--encoder", type=Path, required=True, help="folder with all-MiniLM-L6-v2's model.safetensors and tokenizer.json")
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the training corpora")
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--folds", type=int, default=3)
    ask.add_argument("--epochs", type=int, default=2)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=2)
    args = ask.parse_args()
    torch.set_num_threads(args.threads)
    torch.use_deterministic_algorithms(True)
    corpus = corpora(args.shared)
    rows = [*corpus.train, *corpus.held_out]
    done = []
    for number in range(args.folds):
        kept = args.out / f"fold{number}.json"
        if not kept.exists():
            kept.write_text(json.dumps(fold(number, rows, args)), encoding="utf-8")
        done.append(json.loads(kept.read_text(encoding="utf-8")))
        Console(width=200).print(table(done, args.epochs))


if __name__ == "__main__":
    main()
