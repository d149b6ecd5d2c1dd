"""Train the reader's model: `python -m training.train --out DIR`. Two CPU cores, fixed seeds, under three hours.

1. Read the corpora and cut them into windows.   2. Train both branches together.   3. Average the last epochs' weights.
4. Score every held-out claim's event words and roles as a check on the run; the real measure is `make eval`.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F
from tqdm import tqdm

from sijill.records import CLAIM_TYPES, MODALITIES
from training.augment import names, swapped
from training.corpora import Corpus, corpora
from training.examples import Example, Labels, examples
from training.model import GROUPS, Reader, pretrained

BATCH = 12
ENCODER_RATE, HEAD_RATE, WARMUP = 8e-5, 6e-4, 0.06
INSIDE_WEIGHT = 0.25
"""Weight of "no event word" on a clause's other pieces: low, since several words of a clause may tell its type."""

CHANGED, HIDDEN_PIECES, MASK = 0.6, 0.05, 103
"""Share of reports that get other names in an epoch, and share of pieces hidden behind [MASK]: both against learning by heart."""

ROLE_WEIGHTS = {"actors": 1.0, "places": 1.0, "counts": 1.0, "claimant": 1.0, "evidence": 0.5}


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length (batch × pieces) and their claims, each with the row of its window."""

    ids: Tensor
    shapes: Tensor
    target: Tensor
    mask: Tensor
    claims: list[tuple[int, Labels]]


def collate(rows: Sequence[Example]) -> Batch:
    """One padded batch."""
    size = max(len(r.window.ids) for r in rows)

    def padded(values: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*v, *[0] * (size - len(v))] for v in values], dtype=torch.long)

    return Batch(
        padded([r.window.ids for r in rows]), padded([r.window.shapes for r in rows]), padded([r.window.target for r in rows]),
        padded([[1] * len(r.window.ids) for r in rows]), [(n, c) for n, r in enumerate(rows) for c in r.claims],
    )  # fmt: skip


def telling(rows: Sequence[Example]) -> Tensor:
    """types × vocabulary: how much likelier a piece is in clauses of a type than in all clauses (log ratio, smoothed, ≥ 0)."""
    seen = torch.zeros(len(CLAIM_TYPES), 30522)
    for row in rows:
        for claim in row.claims:
            for piece in {row.window.ids[k] for k in np.flatnonzero(claim.evidence)}:
                seen[claim.type, piece] += 1
    of_type = (seen + 0.02) / (seen.sum(1, keepdim=True) + 20)
    overall = (seen.sum(0) + 0.5) / (seen.sum() + 500)
    ratio = torch.log(of_type / overall).clamp(min=0)
    return ratio * (seen / (seen + 2)).clamp(max=1)


def padded_labels(values: Sequence[np.ndarray], size: int, fill: int) -> Tensor:
    return torch.stack([F.pad(torch.from_numpy(v), (0, size - len(v)), value=fill) for v in values])


def event_loss(logits: Tensor, batch: Batch, prior: Tensor, trust: float) -> tuple[Tensor, list[int]]:
    """Multiple-instance loss of the event head, and the piece chosen as event word for each claim."""
    gold = torch.zeros_like(logits)
    weight = (batch.target & batch.mask)[:, :, None].expand_as(logits).clone().to(logits.dtype)
    chosen: list[int] = []
    liking = torch.sigmoid(logits.detach().float())
    for row, claim in batch.claims:
        inside = torch.from_numpy(np.flatnonzero(claim.evidence))
        merit = liking[row, inside, claim.type] + trust * prior[claim.type, batch.ids[row, inside]]
        chosen.append(int(inside[int(merit.argmax())]))
        weight[row, inside, claim.type] *= INSIDE_WEIGHT
    for (row, claim), at in zip(batch.claims, chosen, strict=True):
        gold[row, at, claim.type] = 1.0
        weight[row, at, claim.type] = 2.0
    loss = F.binary_cross_entropy_with_logits(logits, gold, weight=weight, reduction="sum")
    return loss / max(1, len(batch.claims) + len(batch.ids)), chosen


def false_words(logits: Tensor, batch: Batch, rng: random.Random) -> list[tuple[int, int, int]]:
    """Up to one (row, piece, type) a window that the event head likes and gold does not know: what validity learns to refuse."""
    liking = torch.sigmoid(logits.detach().float()) * (batch.target & batch.mask)[:, :, None]
    for row, claim in batch.claims:
        liking[row, torch.from_numpy(np.flatnonzero(claim.evidence)), claim.type] = 0
    found = []
    for row in range(len(liking)):
        best = liking[row].flatten().topk(3)
        pick = rng.randrange(3)
        if best.values[pick] > 0.02 or rng.random() < 0.1:
            found.append((row, *divmod(int(best.indices[pick]), logits.shape[2])))
    return found


def role_loss(reader: Reader, shared: Tensor, batch: Batch, chosen: list[int], wrong: list[tuple[int, int, int]]) -> Tensor:
    """Loss of the conditioned branch over the gold claims and the refused event words."""
    rows = [row for row, _ in batch.claims] + [row for row, _, _ in wrong]
    if not rows:
        return shared.sum() * 0
    at = torch.tensor(chosen + [k for _, k, _ in wrong])
    kind = torch.tensor([c.type for _, c in batch.claims] + [t for _, _, t in wrong])
    tags, whole = reader.roles(shared[rows], batch.mask[rows], at, kind)
    valid = torch.tensor([1.0] * len(chosen) + [0.0] * len(wrong))
    loss = F.binary_cross_entropy_with_logits(whole[:, -1].float(), valid) * 1.5
    if not chosen:
        return loss
    n, size, claims = len(chosen), tags.shape[1], [c for _, c in batch.claims]
    real = batch.mask[rows[:n]].bool()
    loss = loss + F.cross_entropy(whole[:n, :-1].float(), torch.tensor([c.modality for c in claims]))
    start = 0
    for name, width in GROUPS.items():
        gold = padded_labels([getattr(c, name) for c in claims], size, 0).masked_fill(~real, -100)
        part = F.cross_entropy(tags[:n, :, start : start + width].float().transpose(1, 2), gold, reduction="sum", ignore_index=-100)
        loss = loss + ROLE_WEIGHTS[name] * part / n / 4
        start += width
    return loss


def batches(rows: Sequence[Example], rng: random.Random) -> Iterator[Batch]:
    """All rows once, in batches of like length, in random order. Windows without a claim come up half the time."""
    kept = [r for r in rows if r.claims or rng.random() < 0.5]
    rng.shuffle(kept)
    pools = [sorted(kept[k : k + 40 * BATCH], key=lambda r: len(r.window.ids)) for k in range(0, len(kept), 40 * BATCH)]
    cut = [pool[k : k + BATCH] for pool in pools for k in range(0, len(pool), BATCH)]
    rng.shuffle(cut)
    yield from map(collate, cut)


def optimiser(reader: Reader, rate: float = 1.0) -> torch.optim.Optimizer:
    """AdamW with a higher rate for what starts from nothing."""
    fresh = [p for name, p in reader.named_parameters() if name.split(".")[0] in {"event", "marker", "about", "role", "whole"} or "shape" in name]
    known = [p for p in reader.parameters() if not any(p is f for f in fresh)]
    return torch.optim.AdamW([{"params": known, "lr": rate * ENCODER_RATE}, {"params": fresh, "lr": rate * HEAD_RATE}], weight_decay=0.01)


def step(reader: Reader, batch: Batch, prior: Tensor, trust: float, rng: random.Random) -> Tensor:
    """The whole loss of one batch."""
    ids = torch.where((torch.rand(batch.ids.shape) < HIDDEN_PIECES) & (batch.ids > 999), MASK, batch.ids) if reader.training else batch.ids
    shared, logits = reader.events(ids, batch.shapes, batch.target, batch.mask)
    loss, chosen = event_loss(logits.float(), batch, prior, trust)
    return loss + role_loss(reader, shared, batch, chosen, false_words(logits, batch, rng))


@torch.no_grad()
def held_out_loss(reader: Reader, rows: Sequence[Example], prior: Tensor) -> float:
    """Mean loss over held-out windows, same sampling of refused words each time."""
    reader.eval()
    rng = random.Random(0)
    losses = [float(step(reader, collate(rows[k : k + BATCH]), prior, 0.3, rng)) for k in range(0, len(rows), BATCH)]
    reader.train()
    return sum(losses) / max(1, len(losses))


def train(reader: Reader, rows: list[Example], fresh: Callable[[], list[Example]], held: list[Example], args: argparse.Namespace) -> Reader:
    """Train in place on `fresh()` examples every epoch; save after each; return the reader with the last epochs' weights averaged."""
    epochs, out = args.epochs, args.out
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    prior, optim = telling(rows), optimiser(reader, args.rate)
    total = epochs * (sum(bool(r.claims) for r in rows) + sum(not r.claims for r in rows) // 2) // BATCH
    plan = torch.optim.lr_scheduler.LambdaLR(optim, lambda n: min((n + 1) / (WARMUP * total), max(0.02, (total - n) / total)))
    averaged, averages, done = None, 0, 0
    reader.train()
    for epoch in range(epochs):
        began, losses = time.time(), []
        for batch in tqdm(batches(fresh(), rng), total=total // epochs, desc=f"epoch {epoch + 1}/{epochs}", mininterval=20):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = step(reader, batch, prior, max(0.1, 1 - done / (0.3 * total)), rng)
            optim.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optim.step()
            plan.step()
            done += 1
            losses.append(float(loss.detach()))
        print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.3f}, held out {held_out_loss(reader, held, prior):.3f}, {time.time() - began:.0f} s", flush=True)
        torch.save(reader.state_dict(), out / "last.pt")
        if epoch >= epochs - 3:
            state = {k: v.clone() for k, v in reader.state_dict().items()}
            averaged = state if averaged is None else {k: averaged[k] + (state[k] - averaged[k]) / (averages + 1) for k in state}
            averages += 1
    reader.load_state_dict(averaged or reader.state_dict())
    return reader


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--encoder", type=Path, required=True, help="folder with all-MiniLM-L6-v2's model.safetensors and tokenizer.json")
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the training corpora")
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--epochs", type=int, default=12)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--start", type=Path, help="weights to go on from, when texts were added after a run")
    ask.add_argument("--rate", type=float, default=1.0, help="factor on all learning rates; with --start, where the earlier run's schedule stood")
    ask.add_argument("--limit", type=int, help="only so many reports, to try the recipe")
    args = ask.parse_args()
    torch.set_num_threads(args.threads)
    torch.use_deterministic_algorithms(True)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    corpus: Corpus = corpora(args.shared)
    reports = corpus.train[: args.limit]
    rows = list(examples(tokenizer, reports))
    held = list(examples(tokenizer, corpus.held_out[: args.limit]))
    tally = Counter(CLAIM_TYPES[c.type] for r in rows for c in r.claims)
    print(f"{len(corpus.train)} reports, {len(rows)} windows, {sum(tally.values())} claims; held out {len(held)} windows; "
          f"{hashlib.sha256(repr([r.report for r in rows]).encode()).hexdigest()[:12]}; {len(MODALITIES)} modalities; {dict(tally.most_common(6))}", flush=True)  # fmt: skip
    pool, rng = names(reports), random.Random(args.seed)

    def fresh() -> list[Example]:
        return list(examples(tokenizer, (swapped(r, pool, rng) if rng.random() < CHANGED else r for r in reports)))

    reader = pretrained(args.encoder)
    if args.start:
        reader.load_state_dict(torch.load(args.start, weights_only=True))
    reader = train(reader, rows, fresh, held, args)
    torch.save(reader.state_dict(), args.out / "reader.pt")


if __name__ == "__main__":
    main()
