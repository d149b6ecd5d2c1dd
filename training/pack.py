"""Trained weights to the packaged model: `python -m training.pack WEIGHTS.pt --encoder DIR --out sijill/knowledge/data/reader`.

Linear layers become int8 (dynamic quantisation, one scale an output channel); the word embedding int8 with one scale a row.
Calibration is written by `training.calibrate` afterwards.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model import HIDDEN, Reader


class RowEmbedding(nn.Module):
    """An embedding table as int8 with a scale a row: a quarter of the size, errors below 1/250 of a row's range."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.table[ids].to(self.scale.dtype) * self.scale[ids]


class Events(nn.Module):
    """Graph 1: ids, shapes, target → hidden, event logits."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, shapes: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        return self.reader.events(ids, shapes, target, torch.ones_like(ids))


class Roles(nn.Module):
    """Graph 2: hidden, at, kind → role logits, modality and validity logits."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, hidden: Tensor, at: Tensor, kind: Tensor) -> tuple[Tensor, Tensor]:
        return self.reader.roles(hidden, torch.ones(hidden.shape[:2], dtype=torch.long), at, kind)


def export(module: nn.Module, inputs: dict[str, Tensor], outputs: list[str], path: Path) -> None:
    """One graph, any number of pieces, quantised."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        axes = {name: {1: "pieces"} for name, value in inputs.items() if value.ndim > 1}
        axes |= {name: {1: "pieces"} for name in outputs if name != "whole"}
        torch.onnx.export(module, tuple(inputs.values()), str(plain), input_names=list(inputs), output_names=outputs,
                          dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
        onnx.checker.check_model(str(plain))
        quantize_dynamic(str(plain), str(path), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"])


def pack(reader: Reader, encoder: Path, out: Path, name: str) -> None:
    """Write the two graphs, the tokenizer and an uncalibrated about.json into `out`; the reader's embedding is quantised in place."""
    reader.eval()
    reader.embedding.word = RowEmbedding(reader.embedding.word.weight.detach())  # type: ignore[assignment]
    out.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 20000, (1, 24))
    ones = torch.ones_like(ids)
    with torch.no_grad():
        export(Events(reader), {"ids": ids, "shapes": ones, "target": ones}, ["hidden", "events"], out / "events.onnx")
        hidden = torch.randn(1, 24, HIDDEN)
        export(Roles(reader), {"hidden": hidden, "at": torch.tensor([3]), "kind": torch.tensor([1])}, ["tags", "whole"], out / "roles.onnx")
    shutil.copyfile(encoder / "tokenizer.json", out / "tokenizer.json")
    about = {"name": name, "threshold": 0.3, "calibration": {"raw": [0.0, 1.0], "right": [0.0, 1.0]}}
    (out / "about.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("weights", type=Path)
    ask.add_argument("--encoder", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--name", default="compact-1")
    args = ask.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(args.weights, weights_only=True))
    pack(reader, args.encoder, args.out, args.name)
    print({p.name: p.stat().st_size for p in sorted(args.out.iterdir())})


if __name__ == "__main__":
    main()
