"""The reader's model in torch: one MiniLM encoder, one head that finds event words, one that reads the roles around each.

    pieces ─ layers 1–3 ─┬─ layers 4–6  ─ event head: 32 types × piece (sigmoid)
                         └─ layers 4'–6' with a marker on one event word ─ roles of every piece, modality, validity

The second branch starts as a copy of the first and is told which word and type it is asked about, so that two claims of one sentence
are read apart. The event word itself is latent: of a gold clause's pieces the one that the model already likes best (helped, early
on, by how telling each piece is for the type in the training corpus) is taught, its clause-mates are left nearly free.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from sijill.read.labels import ACTOR_TAGS, CLAIMANT_TAGS, COUNT_TAGS, PLACE_TAGS
from sijill.read.windows import SHAPES
from sijill.records import CLAIM_TYPES, MODALITIES

HIDDEN, HEADS, INNER, LAYERS, SHARED = 384, 12, 1536, 6, 3
GROUPS = {"actors": len(ACTOR_TAGS), "places": len(PLACE_TAGS), "counts": len(COUNT_TAGS), "claimant": len(CLAIMANT_TAGS), "evidence": 2}
ROLE_WIDTH = sum(GROUPS.values())


class Layer(nn.Module):
    """One BERT layer (post-norm), written out so that its graph exports to few ONNX operators."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x: batch × pieces × HIDDEN; bias: batch × 1 × 1 × pieces, 0 on real pieces and very negative on padding."""
        batch, size, _ = x.shape
        q, k, v = self.qkv(x).view(batch, size, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        if self.training:  # the fused kernel; written out below for export
            mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        else:
            mixed = torch.softmax(q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5 + bias, -1) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, size, HIDDEN)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Embedding(nn.Module):
    """Pieces, positions, target/context and word shape, summed."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)
        self.context = nn.Embedding(2, HIDDEN)
        self.shape = nn.Embedding(SHAPES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        nn.init.zeros_(self.shape.weight)

    def forward(self, ids: Tensor, shapes: Tensor, target: Tensor) -> Tensor:
        where = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(where)[None] + self.context(1 - target) + self.shape(shapes)
        return self.drop(self.norm(x))


class Reader(nn.Module):
    """`events` and `roles` are the two graphs that are exported."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.embedding = Embedding(dropout)
        self.shared = nn.ModuleList(Layer(dropout) for _ in range(SHARED))
        self.top = nn.ModuleList(Layer(dropout) for _ in range(LAYERS - SHARED))
        self.conditioned = nn.ModuleList(Layer(dropout) for _ in range(LAYERS - SHARED))
        self.event = nn.Linear(HIDDEN, len(CLAIM_TYPES))
        self.marker = nn.Embedding(len(CLAIM_TYPES), HIDDEN)
        self.about = nn.Embedding(len(CLAIM_TYPES), HIDDEN)
        self.role = nn.Linear(HIDDEN, ROLE_WIDTH)
        self.whole = nn.Sequential(nn.Linear(2 * HIDDEN, HIDDEN), nn.Tanh(), nn.Dropout(dropout), nn.Linear(HIDDEN, len(MODALITIES) + 1))
        nn.init.normal_(self.marker.weight, std=0.3)
        nn.init.normal_(self.about.weight, std=0.05)
        nn.init.constant_(self.event.bias, -4.0)

    def events(self, ids: Tensor, shapes: Tensor, target: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """(batch × pieces × HIDDEN after the shared layers, batch × pieces × types logits)."""
        bias = (1.0 - mask[:, None, None, :].to(self.event.weight.dtype)) * -1e4
        x = self.embedding(ids, shapes, target)
        for layer in self.shared:
            x = layer(x, bias)
        y = x
        for layer in self.top:
            y = layer(y, bias)
        return x, self.event(y)

    def roles(self, shared: Tensor, mask: Tensor, at: Tensor, kind: Tensor) -> tuple[Tensor, Tensor]:
        """For one event word each row: (rows × pieces × ROLE_WIDTH, rows × (modalities + validity)) logits. `at` and `kind`: rows."""
        bias = (1.0 - mask[:, None, None, :].to(self.event.weight.dtype)) * -1e4
        spot = (torch.arange(shared.shape[1], device=shared.device)[None] == at[:, None]).to(shared.dtype)[:, :, None]
        x = shared + spot * self.marker(kind)[:, None] + self.about(kind)[:, None]
        for layer in self.conditioned:
            x = layer(x, bias)
        real = mask.to(x.dtype)[:, :, None]
        pooled = torch.cat([(x * spot).sum(1), (x * real).sum(1) / real.sum(1)], -1)
        return self.role(x), self.whole(pooled)


def pretrained(directory: Path) -> Reader:
    """A Reader whose encoder carries the weights of all-MiniLM-L6-v2 (Apache-2.0), both branches alike."""
    old = load_file(str(directory / "model.safetensors"))
    reader = Reader()
    new = reader.state_dict()

    def put(name: str, value: Tensor) -> None:
        assert new[name].shape == value.shape, name
        new[name].copy_(value)

    for ours, theirs in (("word", "word_embeddings"), ("position", "position_embeddings"), ("norm", "LayerNorm")):
        put(f"embedding.{ours}.weight", old[f"embeddings.{theirs}.weight"])
    put("embedding.norm.bias", old["embeddings.LayerNorm.bias"])
    put("embedding.context.weight", old["embeddings.token_type_embeddings.weight"][:1].repeat(2, 1))
    for n in range(LAYERS):
        base = f"encoder.layer.{n}."
        homes = [f"shared.{n}."] if n < SHARED else [f"top.{n - SHARED}.", f"conditioned.{n - SHARED}."]
        for home in homes:
            for end in ("weight", "bias"):
                put(home + f"qkv.{end}", torch.cat([old[f"{base}attention.self.{part}.{end}"] for part in ("query", "key", "value")]))
                put(home + f"out.{end}", old[f"{base}attention.output.dense.{end}"])
                put(home + f"norm1.{end}", old[f"{base}attention.output.LayerNorm.{end}"])
                put(home + f"up.{end}", old[f"{base}intermediate.dense.{end}"])
                put(home + f"down.{end}", old[f"{base}output.dense.{end}"])
                put(home + f"norm2.{end}", old[f"{base}output.LayerNorm.{end}"])
    return reader
