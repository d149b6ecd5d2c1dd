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
from sijill.knowledge.place_index import SCRIPTS, Found, PlaceIndex, Query

Floats = NDArray[np.float32]

_BEST = (
    "folded", "sound", "frame", "coarse", "words", "start", "same_sound", "same_frame", "shorter", "longer", "vowels", "letters", "runs", "exact", "same_script",
)  # fmt: skip
"""Taken over all forms of a place that were found, each at its best: the Latin form may tell the vowels, the Arabic one the letters."""
FEATURES = (*_BEST, "below_best", "below_letters", "length", "frame_length", "people", "namesakes", "forms_hit", "spelled", "arabic_world", "slavic_world")
MANY_SPELLINGS = 15
"""Beyond so many the number of a place's spellings tells nothing more."""
MANY_PEOPLE = 100_000
"""The same for people."""
_COARSE = str.maketrans({**dict.fromkeys("qxgk", "k"), **dict.fromkeys("td", "t"), **dict.fromkeys("szSjJCc", "s"), **dict.fromkeys("bfvp", "b"), **dict.fromkeys("iueo", "a"), "h": "", " ": ""})
_VOWELS_ONLY = str.maketrans("eo", "au", "bcdfghjklmnpqrstvwxzSJCX ")


def _ratios(scorer: Any, one: str, many: list[str], scale: float = 100) -> Floats:
    return np.asarray(process.cdist([one], many, scorer=scorer, dtype=np.float32)[0] / np.float32(scale), np.float32)


def _by_sound(asked: Query, manner: int, heard: list[str], frames: list[str], letters: list[str]) -> Floats:
    """forms × the columns of _BEST from "sound" to "letters", for forms of one manner."""
    own, whole = asked.heard[manner], asked.heard[manner].replace(" ", "")
    joined = [h.replace(" ", "") for h in heard]
    lengths = np.array([len(h) for h in joined], np.float32)
    columns = [
        _ratios(fuzz.ratio, whole, joined), _ratios(fuzz.ratio, asked.frames[manner], frames),
        _ratios(fuzz.ratio, own.translate(_COARSE), [h.translate(_COARSE) for h in heard]), _ratios(fuzz.token_set_ratio, own, heard),
        _ratios(JaroWinkler.similarity, whole, joined, 1), [h == whole for h in joined], [f == asked.frames[manner] for f in frames],
        np.minimum(0, lengths - len(whole)) / 8, np.minimum(0, len(whole) - lengths) / 8,
        _ratios(fuzz.ratio, own.translate(_VOWELS_ONLY), [h.translate(_VOWELS_ONLY) for h in heard]), _ratios(fuzz.ratio, asked.letters[manner], letters),
    ]  # fmt: skip
    return np.array(columns, np.float32).T


def _of_forms(asked: Query, found: Found, index: PlaceIndex) -> Floats:
    """forms × _BEST."""
    texts, heard, frames, letters = (pool.many(found.forms) for pool in (index.texts, index.sounds, index.frames, index.letters))
    out = np.zeros((len(texts), len(_BEST)), np.float32)
    out[:, 0] = _ratios(fuzz.ratio, asked.folded, texts)
    manners = index.manner[found.forms]
    for manner in set(manners.tolist()):
        some = np.flatnonzero(manners == manner)
        rows = some.tolist()
        out[some, 1:12] = _by_sound(asked, manner, *([column[k] for k in rows] for column in (heard, frames, letters)))
    same_script = index.script[found.forms] == SCRIPTS.index(script(asked.folded))
    out[:, 12:15] = np.array([found.shared, found.exact, same_script]).T
    return out


@dataclass(frozen=True, slots=True)
class Compared:
    """One row a place: its number, the form of it that promised most, whether a form is the query itself, and places × FEATURES."""

    places: NDArray[Any]
    form: NDArray[Any]
    exact: NDArray[np.bool_]
    table: Floats

    @property
    def namesakes(self) -> Floats:
        """How many places share that form."""
        return np.asarray(np.exp2(self.table[:, FEATURES.index("namesakes")] * 6), np.float32)

    @property
    def plain_latin(self) -> NDArray[np.bool_]:
        """Whether the place's country is neither of the Arabic nor of the Slavic world."""
        return np.asarray(self.table[:, -2:].sum(axis=1) == 0)


def compare(asked: Query, found: Found, index: PlaceIndex, population: NDArray[Any]) -> Compared:
    """All that the re-ranker weighs."""
    if not len(found.places):
        return Compared(found.places, found.forms[:0], np.zeros(0, bool), np.zeros((0, len(FEATURES)), np.float32))
    of_forms = _of_forms(asked, found, index)
    order = np.argsort(found.places, kind="stable")
    places, starts, hits = np.unique(found.places[order], return_index=True, return_counts=True)
    first = found.row[order][starts]
    best = np.maximum.reduceat(of_forms[found.row[order]], starts)
    table = np.zeros((len(places), len(FEATURES)), np.float32)
    n = len(_BEST)
    table[:, :n] = best
    table[:, n] = best[:, 1].max() - best[:, 1]
    table[:, n + 1] = best[:, 11].max() - best[:, 11]
    table[:, n + 2] = len(asked.folded) / 16
    table[:, n + 3] = len(asked.frames[0]) / 8
    table[:, n + 4] = np.log10(np.minimum(population[places], MANY_PEOPLE) + 1.0) / 5
    table[:, n + 5] = np.log2(index.holders(found.forms[first])) / 6
    table[:, n + 6] = np.minimum(hits, 8) / 8
    table[:, n + 7] = np.log2(np.minimum(found.spelled[order][starts], MANY_SPELLINGS) + 1) / 6
    manner = index.manner[found.forms[first]]
    table[:, n + 8], table[:, n + 9] = manner == 0, manner == 1
    return Compared(places, found.forms[first], best[:, 13] > 0, table)


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
        mean, scale, first, bias, second = (np.array(stored[key], np.float32) for key in ("mean", "scale", "first", "first_bias", "second"))
        return NameRanker(mean, scale, first, bias, second, float(stored["second_bias"]))
    except (OSError, KeyError, TypeError, ValueError) as wrong:
        raise KnowledgeError(f"{path.name}: cannot be used: {wrong}", "reinstall sijill") from None
