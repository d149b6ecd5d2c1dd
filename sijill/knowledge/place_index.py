"""The index of one place file: from a spelling to the forms that come near it, without reading the rest.

A form is one folded spelling, shared by all places that are called so. It is found by itself, by its consonant frame (also with one
consonant left out, so that frames one letter apart meet) and by three-letter runs of its sound. All columns are numpy arrays that the
file keeps as they are.
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

from sijill.knowledge.folding import fold, script
from sijill.knowledge.sounds import Manner, consonants, letters, sound

Array = NDArray[Any]
SCRIPTS = ("latin", "arabic", "cyrillic", "hebrew", "other", "none")
MANNERS: tuple[Manner, ...] = ("arabic", "slavic", "latin")
RUNS_READ, FRAMES_READ = 6_000, 3_000
"""Postings that one query reads at most of three-letter runs and of frames one letter apart, the rarest first."""
OFF, SAME, EXACT = 0.3, 0.3, 10.0
"""What a frame one letter apart, the same frame and the same spelling promise, beside the share of runs (at most 1)."""


PAIRS = 800
"""Pairs of form and place that one query goes on with at most."""


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
    """A spelling to look for: folded, and as it sounds and is spelled in each manner."""

    folded: str
    heard: tuple[str, ...]
    frames: tuple[str, ...]
    letters: tuple[str, ...]


def query(text: str) -> Query:
    """What is compared of a spelling."""
    heard = tuple(sound(text, manner) for manner in MANNERS)
    return Query(fold(text), heard, tuple(consonants(h) for h in heard), tuple(letters(text, m) for m in MANNERS))


class Pool:
    """Many short texts in one block of bytes."""

    def __init__(self, data: bytes, ends: Array) -> None:
        self._data = data
        self._ends = ends

    def __getitem__(self, n: int) -> str:
        return self._data[self._ends[n] : self._ends[n + 1]].decode()

    def many(self, numbers: Array) -> list[str]:
        """The texts of those numbers."""
        data = self._data
        starts, stops = self._ends[numbers].tolist(), self._ends[numbers + 1].tolist()
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


def _listed(pairs: tuple[Array, Array], size: int) -> tuple[Array, Array]:
    """(where each form's places start, places), from columns of form and place."""
    forms, places = pairs
    order = np.lexsort((places, forms))
    starts = np.searchsorted(forms[order], np.arange(size + 1)).astype(np.uint32)
    return starts, places[order]


def build_index(spellings: Iterable[tuple[int, str, Manner]], fuzzy: bool) -> dict[str, Array]:
    """The columns for (place number, spelling, manner), to be stored and given to `PlaceIndex`.

    Without `fuzzy` a form is found by itself and its whole frame only; that keeps large lists of well-known places small.
    """
    numbers: dict[tuple[str, Manner, str], int] = {}
    spelled: list[str] = []
    heard: list[str] = []
    frames: list[str] = []
    of_form, of_place, postings = array("I"), array("I"), _Postings()
    seen: set[tuple[int, int]] = set()
    for place, text, manner in spellings:
        folded = fold(text)
        if not folded:
            continue
        form = numbers.setdefault((folded, manner, letters(text, manner) if fuzzy else ""), len(numbers))
        if form == len(heard):
            spelled.append(letters(text, manner))
            heard.append(sound(text, manner))
            frames.append(consonants(heard[form]))
            postings.add(_hash("=", folded), form)
            for key in _shorter(frames[form]) if fuzzy else (frames[form],):
                postings.add(_hash("~", key), form)
            for run in _runs(heard[form]) if fuzzy else ():
                postings.add(_hash("#", run), form)
        if (form, place) not in seen:
            seen.add((form, place))
            of_form.append(form)
            of_place.append(place)
    keys, starts, forms = postings.columns()
    pools = [_pool(texts) for texts in ([t for t, _, _ in numbers], heard, frames, spelled)]
    place_starts, places = _listed((np.frombuffer(of_form, np.uint32), np.frombuffer(of_place, np.uint32)), len(numbers))
    return {
        "keys": keys, "starts": starts, "forms": forms, "texts": pools[0][0], "text_ends": pools[0][1], "sounds": pools[1][0], "sound_ends": pools[1][1],
        "frames": pools[2][0], "frame_ends": pools[2][1], "letters": pools[3][0], "letter_ends": pools[3][1], "places": places, "place_starts": place_starts,
        "fuzzy": np.array([fuzzy], np.uint8), "script": np.array([SCRIPTS.index(script(t)) for t, _, _ in numbers], np.uint8),
        "manner": np.array([MANNERS.index(m) for _, m, _ in numbers], np.uint8),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What a query reached: columns over forms, the most promising first, and pairs of form and place.

    `shared`: how much of the query's rarer runs the form shares, 0–1; `row`: for each pair, the row of its form; `places`: its place;
    `spelled`: how many forms that place has.
    """

    forms: Array
    exact: Array
    shared: Array
    row: Array
    places: Array
    spelled: Array


class PlaceIndex:
    """Look-up in the columns of one file."""

    def __init__(self, columns: Mapping[str, Array]) -> None:
        self._keys, self._starts, self._forms = columns["keys"], columns["starts"], columns["forms"]
        self.texts = Pool(columns["texts"].tobytes(), columns["text_ends"])
        self.sounds = Pool(columns["sounds"].tobytes(), columns["sound_ends"])
        self.frames = Pool(columns["frames"].tobytes(), columns["frame_ends"])
        self.letters = Pool(columns["letters"].tobytes(), columns["letter_ends"])
        self._lengths = np.diff(columns["sound_ends"])
        self.script = columns["script"]
        self.manner, self._places, self._place_starts = columns["manner"], columns["places"], columns["place_starts"]
        self._used = tuple(sorted(set(np.unique(self.manner).tolist())))
        self._spelled = np.bincount(self._places) if len(self._places) else np.zeros(1, np.int64)
        self.size = len(self.manner)
        self.runs_kept = len(self._keys) > 0 and bool(columns["fuzzy"][0])

    def _postings(self, keys: Sequence[int]) -> list[Array]:
        if not keys or not len(self._keys):
            return [self._forms[:0]] * len(keys)
        wanted = np.array(keys, np.uint32)
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        hit = (self._keys[at] == wanted).tolist()
        starts, ends = self._starts[at].tolist(), self._starts[at + 1].tolist()
        return [self._forms[a:b] if there else self._forms[:0] for a, b, there in zip(starts, ends, hit, strict=True)]

    def exact(self, folded: str) -> Array:
        """Forms that are that folded spelling (one for each manner)."""
        return self._postings([_hash("=", folded)])[0]

    def places_of(self, forms: Array) -> tuple[Array, Array]:
        """(row of the form, place) for all places of those forms."""
        starts, ends = self._place_starts[forms], self._place_starts[forms + 1]
        counts = (ends - starts).astype(np.int64)
        row = np.repeat(np.arange(len(forms)), counts)
        within = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
        return row, self._places[np.repeat(starts.astype(np.int64), counts) + within]

    def holders(self, forms: Array) -> Array:
        """How many places each form is a name of."""
        return np.asarray(self._place_starts[forms + 1] - self._place_starts[forms])

    def _within(self, postings: Iterable[Array], most: int) -> list[Array]:
        """The shortest lists first, as long as they are not more than `most` forms together (the first in any case)."""
        out: list[Array] = []
        read = 0
        for one in sorted((p for p in postings if len(p)), key=len):
            read += len(one)
            if out and read > most:
                break
            out.append(one)
        return out

    def _gathered(self, asked: Query) -> tuple[Array, Array, Array]:
        """(forms, promise, share of the query's runs) of all forms that any key of the query reaches."""
        exact = self.exact(asked.folded)
        same = self._postings([_hash("~", asked.frames[m]) for m in self._used])
        off = self._within(self._postings(sorted({_hash("~", k) for m in self._used for k in _shorter(asked.frames[m])})), FRAMES_READ)
        every = self._postings(sorted({_hash("#", r) for m in self._used for r in _runs(asked.heard[m])}))
        weigh = {id(p): math.log1p(self.size / len(p)) ** 2 for p in every if len(p)}
        total, runs = sum(weigh.values()) or 1.0, self._within(every, RUNS_READ)
        parts = [*runs, *off, *same, exact]
        worth = [*(weigh[id(p)] / total for p in runs), *(OFF for _ in off), *(SAME for _ in same), EXACT]
        lengths = [len(p) for p in parts]
        hits, gain = np.concatenate(parts), np.repeat(np.array(worth), lengths)
        order = np.argsort(hits, kind="stable")
        hits, gain = hits[order], gain[order]
        is_run = (np.arange(len(order)) < sum(lengths[: len(runs)]))[order] if runs else np.zeros(len(order), bool)
        starts = np.flatnonzero(np.append(True, hits[1:] != hits[:-1])) if len(hits) else np.zeros(0, np.int64)
        forms = hits[starts]
        if not len(forms):
            return forms, gain, gain
        share = np.add.reduceat(np.where(is_run, gain, 0.0), starts)
        return forms, np.add.reduceat(gain, starts) - share, share

    def _shared_runs(self, asked: Query, forms: Array) -> Array:
        """For a file without an index of runs: the plain share of the query's runs that each form has."""
        own = [_runs(heard) for heard in asked.heard]
        pairs = zip(self.sounds.many(forms), self.manner[forms].tolist(), strict=True)
        return np.array([len(own[m] & _runs(heard)) / len(own[m]) for heard, m in pairs], float)

    def near(self, asked: Query, limit: int, only: NDArray[np.bool_] | None = None) -> Found:
        """Up to `limit` forms that come near the query, exact ones always among them; of the places where `only` is true, if given."""
        forms, promise, share = self._gathered(asked)
        if only is not None:
            row, places = self.places_of(forms)
            kept = np.zeros(len(forms), bool)
            kept[row[only[places]]] = True
            forms, promise, share = forms[kept], promise[kept], share[kept]
        if not self.runs_kept:
            share = self._shared_runs(asked, forms)
        length = max(len(h) for h in asked.heard)
        promise = promise + share * np.sqrt(np.minimum(1.0, (length + 2) / (self._lengths[forms] + 2)))
        best = np.argpartition(-promise, limit)[:limit] if len(forms) > limit else np.arange(len(forms))
        order = best[np.lexsort((forms[best], -promise[best]))]
        return self._paired(forms[order], promise[order] >= EXACT, share[order], only)

    def _paired(self, forms: Array, exact: Array, share: Array, only: NDArray[np.bool_] | None) -> Found:
        row, places = self.places_of(forms)
        if only is not None:
            kept = only[places]
            row, places = row[kept], places[kept]
        row, places = row[:PAIRS], places[:PAIRS]
        return Found(forms, exact, share, row, places, self._spelled[places])
