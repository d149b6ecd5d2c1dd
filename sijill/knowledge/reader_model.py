"""The packaged model: two small ONNX graphs and a tokenizer, run on one CPU thread.

`events` reads a window once; `roles` is asked about one event word of it. Windows are run one at a time: dynamic quantisation scales
by the whole input, so only so does an answer not depend on what else is read with it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as state
from tokenizers import Tokenizer

from sijill.errors import KnowledgeError

Floats = NDArray[np.float32]
_RUNTIME = (state.Fail, state.InvalidArgument, state.InvalidGraph, state.InvalidProtobuf, state.NoModel, state.NoSuchFile, state.NotImplemented, state.RuntimeException)
"""What onnxruntime raises for a file that is missing or no model; they have no base of their own."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How raw outputs become scores: the threshold a claim must reach, and a curve from raw to measured share of right claims."""

    threshold: float
    raw: tuple[float, ...]
    right: tuple[float, ...]

    def score(self, raw: float) -> float:
        """The calibrated score of a raw one (linear between the measured points)."""
        return round(float(np.interp(raw, self.raw, self.right)), 3)


@dataclass(frozen=True, slots=True)
class SentenceFilter:
    """A linear model over the words of a sentence: read it if bias and weights reach the threshold."""

    bias: float
    threshold: float
    weights: dict[str, float]


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _tokenizer(path: Path) -> Tokenizer:
    """The tokenizer. The form is looked at first, since the library answers a broken file with a bare Exception."""
    text = path.read_text(encoding="utf-8")
    model = json.loads(text)["model"]
    if model["type"] != "WordPiece" or "[UNK]" not in model["vocab"]:
        raise ValueError(f"{path.name} holds no WordPiece vocabulary")
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _told(wrong: Exception) -> str:
    """One line of what went wrong."""
    return f"{wrong} is not in it" if isinstance(wrong, KeyError) else " ".join(str(wrong).split())


class ReaderModel:
    """Loaded once, then asked window by window. All arrays run over the pieces of one window."""

    def __init__(self, folder: Path) -> None:
        try:
            self._events, self._roles = (_session(folder / name) for name in ("events.onnx", "roles.onnx"))
            self.tokenizer: Any = _tokenizer(folder / "tokenizer.json")
            about, front = (json.loads((folder / name).read_text(encoding="utf-8")) for name in ("about.json", "filter.json"))
            self.name = str(about["name"])
            self.calibration = Calibration(float(about["threshold"]), tuple(about["calibration"]["raw"]), tuple(about["calibration"]["right"]))
            weights = dict(front["weights"])
            self.filter = SentenceFilter(float(weights.pop("")), float(front["threshold"]), weights)
        except (OSError, ValueError, KeyError, TypeError, *_RUNTIME) as wrong:
            raise KnowledgeError(f"the reader's model in {folder.name}/ cannot be loaded: {_told(wrong)}", "reinstall sijill") from None

    def events(self, ids: tuple[int, ...], shapes: tuple[int, ...], target: tuple[int, ...]) -> tuple[Floats, Floats]:
        """(hidden states for `roles`, pieces × types probabilities of being an event word)."""
        feed = {name: np.asarray([values], dtype=np.int64) for name, values in (("ids", ids), ("shapes", shapes), ("target", target))}
        hidden, logits = self._events.run(None, feed)
        return hidden, _sigmoid(logits[0])

    def roles(self, hidden: Floats, at: int, kind: int) -> tuple[Floats, Floats]:
        """(pieces × role logits, modality and validity logits) around the event word at piece `at`, read as type `kind`."""
        feed = {"hidden": hidden, "at": np.asarray([at], dtype=np.int64), "kind": np.asarray([kind], dtype=np.int64)}
        tags, whole = self._roles.run(None, feed)
        return tags[0], whole[0]


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(x, -30, 30))), dtype=np.float32)
