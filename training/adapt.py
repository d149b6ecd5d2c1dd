"""Adapt the encoder to how conflicts are reported: `python -m training.adapt --encoder DIR --shared ../shared --out DIR`.

The encoder that the reader starts from was last trained to compare whole sentences, so its upper layers have lost detail about single
words. Here it learns again to fill in masked words, on 98,000 items of the current-events pages (CC BY-SA 4.0) and on this project's own
reports, before `training.train --start`. Items of the held-out years and whole held-out reports stay out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from sijill.read.windows import CLS, SEP, SHAPES, piece_shapes
from training.corpora import HELD_YEARS, corpora
from training.model import HIDDEN, Reader, pretrained

MASK, VOCABULARY = 103, 30522
SIZE, BATCH, MASKED = 128, 16, 0.15
RATE, WARMUP, SEED = 3e-4, 0.06, 3


class Filler(nn.Module):
    """Hidden states to the masked word, by the embedding table itself."""

    def __init__(self) -> None:
        super().__init__()
        self.dense = nn.Linear(HIDDEN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN)
        self.bias = nn.Parameter(torch.zeros(VOCABULARY))

    def forward(self, x: Tensor, table: Tensor) -> Tensor:
        return F.linear(self.norm(F.gelu(self.dense(x))), table, self.bias)


def texts(shared: Path) -> list[str]:
    """All texts to learn from."""
    with gzip.open(shared / "train/current_events/items.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [r for r in map(json.loads, lines) if str(r["published"])[:4] not in HELD_YEARS]
    return [r["text"] for r in rows] + [r["text"] for r in corpora(shared).train if not r["id"].startswith("wce-")]


def blocks(tokenizer: Tokenizer, found: list[str], rng: random.Random) -> tuple[Tensor, Tensor]:
    """(ids, shapes), blocks × SIZE: texts in random order, one after another, each begun anew after a separator."""
    rng.shuffle(found)
    ids, shapes = [], []
    for text, coded in zip(found, tokenizer.encode_batch(found, add_special_tokens=False), strict=True):
        ids += [*coded.ids, SEP]
        shapes += [*piece_shapes(text, coded.offsets), 0]
    whole = len(ids) // (SIZE - 1) * (SIZE - 1)
    rows, forms = torch.tensor(ids[:whole]).view(-1, SIZE - 1), torch.tensor(shapes[:whole]).view(-1, SIZE - 1)
    first = torch.full((len(rows), 1), CLS)
    return torch.cat([first, rows], 1), torch.cat([torch.zeros_like(first), forms], 1)


def masked(ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """(ids with words hidden, shapes likewise, which were hidden). A hidden word's shape stays in half of the cases."""
    hide = (torch.rand(ids.shape) < MASKED) & (ids > 999)
    roll = torch.rand(ids.shape)
    shown = torch.where(hide & (roll < 0.8), MASK, ids)
    shown = torch.where(hide & (roll >= 0.9), torch.randint(1000, VOCABULARY, ids.shape), shown)
    return shown, torch.where(hide & (torch.rand(ids.shape) < 0.5), 0, shapes), hide


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--encoder", type=Path, required=True)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--steps", type=int, default=2_400)
    args = ask.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    ids, shapes = blocks(tokenizer, texts(args.shared), random.Random(SEED))
    assert int(shapes.max()) < SHAPES
    reader, filler = pretrained(args.encoder), Filler()
    learnt = [*reader.embedding.parameters(), *reader.shared.parameters(), *reader.top.parameters(), *filler.parameters()]
    optim = torch.optim.AdamW(learnt, lr=RATE, weight_decay=0.01)
    plan = torch.optim.lr_scheduler.LambdaLR(optim, lambda n: min((n + 1) / (WARMUP * args.steps), (args.steps - n) / args.steps))
    order, began, losses = torch.randperm(len(ids)), time.time(), []
    reader.train()
    for n in range(args.steps):
        pick = order[torch.arange(n * BATCH, (n + 1) * BATCH) % len(order)]
        shown, forms, hide = masked(ids[pick], shapes[pick])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = F.cross_entropy(filler(hidden_states(reader, shown, forms)[hide], reader.embedding.word.weight).float(), ids[pick][hide])
        optim.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optim.step()
        plan.step()
        losses.append(float(loss.detach()))
        if (n + 1) % 100 == 0:
            print(f"{n + 1}/{args.steps}: loss {sum(losses[-100:]) / 100:.3f}, {time.time() - began:.0f} s", flush=True)
            torch.save(reader.state_dict(), args.out / "adapted.pt")
    reader.conditioned.load_state_dict(reader.top.state_dict())
    torch.save(reader.state_dict(), args.out / "adapted.pt")


def hidden_states(reader: Reader, ids: Tensor, shapes: Tensor) -> Tensor:
    """The encoder's last layer, all pieces as targets."""
    x, bias = reader.embedding(ids, shapes, torch.ones_like(ids)), torch.zeros(len(ids), 1, 1, ids.shape[1])
    for layer in [*reader.shared, *reader.top]:
        x = layer(x, bias)
    return x


if __name__ == "__main__":
    main()
