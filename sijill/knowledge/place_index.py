"""The index of one place file: from a spelling to the forms that come near it, without reading the rest.

A form is one folded spelling of one place. It is found by itself, by its consonant frame (also with one consonant left out, so that
frames one letter apart meet) and by three-letter runs of its sound. All columns are numpy arrays that the file keeps as they are.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sijill.knowledge.folding import fold
from sijill.knowledge.sounds import Manner, consonants, sound

Array = NDArray[Any]
MANNERS: tuple[Manner, ...] = ("arabic", "slavic", "latin")
RUNS_READ = 20_000
"""Postings of three-letter runs that one query reads at most, the rarest runs first."""


def _hash(kind: str, text: str) -> int:
    return crc32(f"{kind}{text}".encode())


def _shorter(frame: str) -> Iterator[str]:
    """The frame, and the frame less each of its letters."""
    yield frame
    if len(frame) > 2:
        for k in range(len(frame)):
            if k == 0 or frame[k] != frame[k - 1]:
                yield frame[:k] + frame[k + 1 :]


def _runs(heard: str) -> set[str]:
    whole = f"^{heard.replace(' ', '')}$"
    return {whole[k : k + 3] for k in range(len(whole) - 2)} or {whole}


@dataclass(frozen=True, slots=True)
class Query:
    """A spelling to look for: folded, and as it sounds in each manner."""

    folded: str
    heard: tuple[str, ...]
    frames: tuple[str, ...]


def query(text: str) -> Query:
    """What is compared of a spelling."""
    heard = tuple(sound(text, manner) for manner in MANNERS)
    return Query(fold(text), heard, tuple(consonants(h) for h in heard))


class Pool:
    """Many short texts in one block of bytes."""

    def __init__(self, data: bytes, ends: Array) -> None:
        self._data = data
        self._ends = ends

    def __getitem__(self, n: int) -> str:
        return self._data[self._ends[n] : self._ends[n + 1]].decode()

    def many(self, numbers: Sequence[int]) -> list[str]:
        """The texts of those numbers."""
        data = self._data
        ends = self._ends
        starts, stops = ends[numbers].tolist(), ends[np.asarray(numbers) + 1].tolist()
        return [data[a:b].decode() for a, b in zip(starts, stops, strict=True)]


def _pool(texts: Sequence[str]) -> tuple[Array, Array]:
    parts = [t.encode() for t in texts]
    ends = np.zeros(len(parts) + 1, np.uint32)
    np.cumsum([len(p) for p in parts], out=ends[1:])
    return np.frombuffer(b"".join(parts), np.uint8), ends


class _Postings:
    """Pairs of key and form, gathered and then sorted by key."""

    def __init__(self) -> None:
        self._keys = array("I")
        self._forms = array("I")

    def add(self, key: int, form: int) -> None:
        self._keys.append(key)
        self._forms.append(form)

    def columns(self) -> tuple[Array, Array, Array]:
        """(sorted distinct keys, where each one's forms start, forms)."""
        keys, forms = np.frombuffer(self._keys, np.uint32), np.frombuffer(self._forms, np.uint32)
        order = np.lexsort((forms, keys))
        distinct, starts = np.unique(keys[order], return_index=True)
        return distinct, np.append(starts, len(keys)).astype(np.uint32), forms[order]


def build_index(spellings: Iterable[tuple[int, str, Manner]], fuzzy: bool) -> dict[str, Array]:
    """The columns for (place number, spelling, manner), to be stored and given to `PlaceIndex`.

    Without `fuzzy` a form is found by itself and its whole frame only; that keeps large lists of well-known places small.
    """
    texts: list[str] = []
    heard: list[str] = []
    places, manners, postings = array("I"), array("B"), _Postings()
    seen: set[tuple[int, str]] = set()
    for place, text, manner in spellings:
        folded = fold(text)
        if not folded or (place, folded) in seen:
            continue
        seen.add((place, folded))
        form, sounds = len(texts), sound(text, manner)
        texts.append(folded)
        heard.append(sounds)
        places.append(place)
        manners.append(MANNERS.index(manner))
        postings.add(_hash("=", folded), form)
        frame = consonants(sounds)
        for key in _shorter(frame) if fuzzy else (frame,):
            postings.add(_hash("~", key), form)
        for run in _runs(sounds) if fuzzy else ():
            postings.add(_hash("#", run), form)
    keys, starts, forms = postings.columns()
    (text, text_ends), (sounds_, sound_ends) = _pool(texts), _pool(heard)
    return {
        "keys": keys, "starts": starts, "forms": forms, "texts": text, "text_ends": text_ends, "sounds": sounds_, "sound_ends": sound_ends,
        "place": np.frombuffer(places, np.uint32), "manner": np.frombuffer(manners, np.uint8),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """Forms that a query reached, as columns of equal length, the most promising first; `shared`: how much of the rarer runs they share, 0–1."""

    forms: Array
    places: Array
    exact: Array
    shared: Array


class PlaceIndex:
    """Look-up in the columns of one file."""

    def __init__(self, columns: Mapping[str, Array]) -> None:
        self._keys, self._starts, self._forms = columns["keys"], columns["starts"], columns["forms"]
        self.texts = Pool(columns["texts"].tobytes(), columns["text_ends"])
        self.sounds = Pool(columns["sounds"].tobytes(), columns["sound_ends"])
        self._lengths = np.diff(columns["sound_ends"])
        self.place, self.manner = columns["place"], columns["manner"]
        self._used = tuple(sorted(set(np.unique(self.manner).tolist())))
        self.size = len(self.place)

    def _postings(self, keys: Sequence[int]) -> list[Array]:
        if not keys or not len(self._keys):
            return [self._forms[:0]] * len(keys)
        wanted = np.array(keys, np.uint32)
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        hit = (self._keys[at] == wanted).tolist()
        starts, ends = self._starts[at].tolist(), self._starts[at + 1].tolist()
        return [self._forms[a:b] if there else self._forms[:0] for a, b, there in zip(starts, ends, hit, strict=True)]

    def exact(self, folded: str) -> Array:
        """Forms that are that folded spelling."""
        return self._postings([_hash("=", folded)])[0]

    def same_frame(self, asked: Query) -> Array:
        """Forms with the same consonants in the same order."""
        found = self._postings([_hash("~", asked.frames[m]) for m in self._used])
        return np.unique(np.concatenate(found)) if found else self._forms[:0]

    def _by_runs(self, asked: Query) -> tuple[Array, Array]:
        """(forms, share of the query's runs by weight) from the rarest runs on."""
        runs = sorted({r for m in self._used for r in _runs(asked.heard[m])})
        found = [p for p in self._postings([_hash("#", r) for r in runs]) if len(p)]
        found.sort(key=len)
        weights = [math.log1p(self.size / len(p)) ** 2 for p in found]
        total, read, parts, amounts = sum(weights) or 1.0, 0, [], []
        for p, w in zip(found, weights, strict=True):
            if parts and read + len(p) > RUNS_READ:
                break
            read += len(p)
            parts.append(p)
            amounts.append(np.full(len(p), w / total))
        if not parts:
            return self._forms[:0], np.zeros(0)
        sums = np.bincount(np.concatenate(parts), weights=np.concatenate(amounts), minlength=self.size)
        forms = np.flatnonzero(sums)
        return forms, sums[forms]

    def near(self, asked: Query, limit: int, only: NDArray[np.bool_] | None = None) -> Found:
        """Up to `limit` forms that come near the query, exact ones always among them; of the places where `only` is true, if given."""
        exact = self.exact(asked.folded)
        frames = [np.unique(np.concatenate(self._postings([_hash("~", k) for m in self._used for k in _shorter(asked.frames[m])])))]
        by_run, shared = self._by_runs(asked)
        forms = np.unique(np.concatenate([exact, *frames, by_run]))
        share = np.zeros(len(forms))
        share[np.searchsorted(forms, by_run)] = shared
        asked_length = max(len(h) for h in asked.heard)
        promise = share * np.sqrt(np.minimum(1.0, (asked_length + 2) / (self._lengths[forms] + 2)))
        promise[np.searchsorted(forms, frames[0])] += 0.3
        promise[np.searchsorted(forms, self.same_frame(asked))] += 0.3
        is_exact = np.zeros(len(forms), bool)
        is_exact[np.searchsorted(forms, exact)] = True
        promise[is_exact] += 10
        if only is not None:
            promise[~only[self.place[forms]]] = -1
        order = np.argsort(-promise, kind="stable")[:limit]
        order = order[promise[order] >= 0]
        return Found(forms[order], self.place[forms[order]], is_exact[order], share[order])
