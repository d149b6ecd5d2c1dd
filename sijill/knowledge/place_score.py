"""How well a spelling fits a form of a place file: what is compared, and the small network that weighs it.

The network is trained on spellings held out from gazetteers (training/places.py) and kept in data/name_ranker.json: two layers, run in
numpy. Its output is the log-odds that the form's place is the one meant, before anything but the name is known.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from sijill.errors import KnowledgeError
from sijill.knowledge.folding import script
from sijill.knowledge.place_index import Found, PlaceIndex, Query
from sijill.knowledge.sounds import consonants

Floats = NDArray[np.float32]

FEATURES = (
    "folded", "sound", "frame", "coarse", "words", "start", "runs", "exact", "same_sound", "same_frame", "shorter", "longer",
    "other_script", "length", "frame_length", "people", "namesakes", "forms_hit",
)  # fmt: skip
_COARSE = str.maketrans({**dict.fromkeys("qxgk", "k"), **dict.fromkeys("td", "t"), **dict.fromkeys("szSjJCc", "s"), **dict.fromkeys("bfvp", "b"), **dict.fromkeys("iueo", "a"), "h": "", " ": ""})


def _ratios(scorer: Any, one: str, many: list[str], scale: float = 100) -> Floats:
    return np.asarray(process.cdist([one], many, scorer=scorer, dtype=np.float32)[0] / np.float32(scale), np.float32)


def _by_manner(asked: Query, manners: NDArray[Any], heard: list[str], out: Floats) -> None:
    """The columns that compare sounds, each form by the table of its own manner."""
    for manner in np.unique(manners).tolist():
        rows = np.flatnonzero(manners == manner)
        own, frame = asked.heard[manner], asked.frames[manner]
        some = [heard[k] for k in rows.tolist()]
        joined, frames = [h.replace(" ", "") for h in some], [consonants(h) for h in some]
        whole = own.replace(" ", "")
        out[rows, 1] = _ratios(fuzz.ratio, whole, joined)
        out[rows, 2] = _ratios(fuzz.ratio, frame, frames)
        out[rows, 3] = _ratios(fuzz.ratio, own.translate(_COARSE), [h.translate(_COARSE) for h in some])
        out[rows, 4] = _ratios(fuzz.token_set_ratio, own, some)
        out[rows, 5] = _ratios(JaroWinkler.similarity, whole, joined, 1)
        out[rows, 8] = [h == whole for h in joined]
        out[rows, 9] = [f == frame for f in frames]
        lengths = np.array([len(h) for h in joined], np.float32)
        out[rows, 10] = np.maximum(0, len(whole) - lengths) / 8
        out[rows, 11] = np.maximum(0, lengths - len(whole)) / 8
        out[rows, 14] = len(frame) / 8


def features(asked: Query, found: Found, index: PlaceIndex, population: NDArray[Any]) -> Floats:
    """forms × FEATURES, all roughly within 0–1."""
    forms = found.forms
    texts, heard = index.texts.many(forms), index.sounds.many(forms)
    out = np.zeros((len(forms), len(FEATURES)), np.float32)
    out[:, 0] = _ratios(fuzz.ratio, asked.folded, texts)
    _by_manner(asked, index.manner[forms], heard, out)
    out[:, 6] = found.shared
    out[:, 7] = found.exact
    own_script = script(asked.folded)
    out[:, 12] = [script(t) != own_script for t in texts]
    out[:, 13] = len(asked.folded) / 16
    out[:, 15] = np.log10(population[found.places] + 1.0) / 7
    _, group, counts = np.unique(np.array(texts), return_inverse=True, return_counts=True)
    out[:, 16] = np.log2(counts[group]) / 6
    _, place, hits = np.unique(found.places, return_inverse=True, return_counts=True)
    out[:, 17] = np.minimum(hits[place], 8) / 8
    return out


@dataclass(frozen=True)
class NameRanker:
    """The network. Layers: features → hidden (tanh) → 1."""

    mean: Floats
    scale: Floats
    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: float

    @cached_property
    def _scaled(self) -> tuple[Floats, Floats]:
        weights = (self.first / self.scale[:, None]).astype(np.float32)
        return weights, (self.first_bias - (self.mean / self.scale) @ self.first).astype(np.float32)

    def __call__(self, table: Floats) -> Floats:
        """Log-odds, one a row."""
        weights, bias = self._scaled
        return np.asarray(np.tanh(table @ weights + bias) @ self.second + np.float32(self.second_bias), np.float32)


def load_ranker(path: Path) -> NameRanker:
    """The weights. KnowledgeError if the file is missing, broken, or for other features."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if tuple(stored["features"]) != FEATURES:
            raise ValueError("made for other features")
        arrays = [np.array(stored[key], np.float32) for key in ("mean", "scale", "first", "first_bias", "second")]
        return NameRanker(*arrays, float(stored["second_bias"]))
    except (OSError, KeyError, TypeError, ValueError) as wrong:
        raise KnowledgeError(f"{path.name}: cannot be used: {wrong}", "reinstall sijill") from None


def fits(asked: Query, found: Found, index: PlaceIndex) -> Floats:
    """0–1 for each form found; 1 only for an exact one."""
    table = features(asked, found, index, np.zeros(int(index.place.max(initial=0)) + 1))
    plain = 0.4 * table[:, 1] + 0.3 * table[:, 2] + 0.3 * np.maximum(table[:, 0], table[:, 1])
    return np.asarray(np.where(found.exact, 1.0, np.minimum(plain, 0.97)), np.float32)
