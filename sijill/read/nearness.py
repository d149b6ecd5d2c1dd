"""What places that are named together tell of each other: each name's candidates are weighed by how near they lie to the likely places of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sijill.knowledge.gazetteer import Candidate, PlaceKind

Floats = NDArray[np.float64]

ROUNDS = 4
REACH_KM = 400.0
TEXT_REACH = 400.0
"""Code points over which the say of a place named in passing falls to a third."""
LISTED_GAP = 8
"""Code points between two names of one list ("A, B and C")."""
_UNPULLED: frozenset[PlaceKind] = frozenset({"country", "water"})
"""Kinds that are named wherever they lie."""
LARGE, FROM_AFAR = 100_000, 0.4
"""A city of so many people is named from afar too: distance counts against it by this share only."""
_EXTENT_KM: dict[PlaceKind, float] = {"region": 90.0, "area": 110.0, "district": 25.0, "water": 80.0, "country": 300.0}


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a report with its candidates. `own`: each one's log-odds by itself, against none of them being meant; `spans`: where in the text it stands."""

    candidates: tuple[Candidate, ...]
    own: tuple[float, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Pull:
    """How strongly a company of names pulls: `weight` of full nearness. A place is expected to be as near as the others are among themselves,
    times `cohesion`: close company expects closeness, names from half the world none. `most`: the log-odds that nearness can speak against a
    place. `half_km`: the distance that sets how fast nearness falls."""

    weight: float
    cohesion: float
    most: float
    half_km: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """Beliefs over the candidates of each name (what is missing to 1 is the belief in none), each candidate's nearness to the others, 0–1, and how much there was to lean on, 0–1."""

    belief: tuple[Floats, ...]
    near: tuple[Floats, ...]
    leaned: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Company:
    """Who has a say about whom: candidates × candidates closeness, names × names weights, and the pull."""

    close: Floats
    says: Floats
    pull: Pull


@dataclass(frozen=True, slots=True)
class _Rows:
    """Candidates of all names as rows: the slice of each name, and the name of each row."""

    parts: Sequence[slice]
    owner: NDArray[np.int64]


def _distances(names: Sequence[Named]) -> Floats:
    """candidates × candidates, in km; an extended place is as near as its edge."""
    every = [c for n in names for c in n.candidates]
    lat, lon = np.radians([c.place.lat for c in every]), np.radians([c.place.lon for c in every])
    haversine = np.sin((lat[:, None] - lat) / 2) ** 2 + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    extent = np.array([_EXTENT_KM.get(c.place.kind, 0.0) for c in every])
    return np.asarray(np.maximum(0.0, 2 * 6371.0 * np.arcsin(np.sqrt(np.clip(haversine, 0, 1))) - extent[:, None] - extent), np.float64)


def _closeness(km: Floats, half_km: float) -> Floats:
    """1 where two lie together, 0 beyond reach."""
    return np.asarray(np.clip(1 - np.log1p(km / half_km) / np.log1p(REACH_KM / half_km), 0, 1), np.float64)


def _gap(a: Named, b: Named) -> int:
    return min(max(s[0] - t[1], t[0] - s[1], 0) for s in a.spans for t in b.spans)


def _says(names: Sequence[Named]) -> tuple[Floats, Floats]:
    """names × names, how much the second's place has to say about the first's: (anywhere in the text, in one list). Countries hardly speak, divisions half."""
    n = len(names)
    gaps = np.array([[_gap(a, b) for b in names] for a in names], np.float64).reshape(n, n)
    listed = gaps <= LISTED_GAP
    for _ in range(min(n, 4)):
        listed = (listed.astype(np.int32) @ listed.astype(np.int32)) > 0
    voice = np.array([0.2 if all(c.place.kind == "country" for c in x.candidates) else 0.5 if all(c.place.kind in _EXTENT_KM for c in x.candidates) else 1.0 for x in names])
    text, together = np.exp(-gaps / TEXT_REACH) * voice, listed * voice
    np.fill_diagonal(text, 0.0)
    np.fill_diagonal(together, 0.0)
    return text, together


def _beliefs(scores: Floats) -> Floats:
    """Softmax over the candidates and none of them, whose score is 0."""
    top = max(0.0, float(scores.max(initial=0.0)))
    raised = np.exp(scores - top)
    return np.asarray(raised / (raised.sum() + np.exp(-top)), np.float64)


def _gain(company: _Company, belief: Floats, rows: _Rows) -> tuple[Floats, Floats, Floats]:
    """(log-odds for each candidate, its nearness, how much there was to lean on for each name). A neighbour says as much as it is believed to be known."""
    parts, owner, pull = rows.parts, rows.owner, company.pull
    known = np.array([belief[p].sum() for p in parts])
    seen = np.stack([company.close[:, p] @ belief[p] for p in parts], axis=1)
    weight = company.says @ known
    near = np.einsum("cn,cn->c", seen, company.says[owner]) / np.maximum(weight, 1e-9)[owner]
    leaned = weight / (weight + 0.5)
    among = company.says @ np.array([belief[p] @ near[p] for p in parts]) / np.maximum(weight, 1e-9)
    gain = pull.weight * leaned[owner] * (near - pull.cohesion * among[owner])
    return np.maximum(-pull.most, gain), near, leaned


def _heeded(names: Sequence[Named]) -> tuple[Floats, Floats]:
    """For each candidate, the share of nearness that counts for it, and of distance that counts against it."""
    every = [c.place for n in names for c in n.candidates]
    pulled = np.array([p.kind not in _UNPULLED for p in every], np.float64)
    return pulled, pulled * np.array([FROM_AFAR if p.population >= LARGE else 1.0 for p in every])


def weigh(names: Sequence[Named], text: Pull, listed: Pull) -> Weighed:
    """Every name's candidates in the light of the others': of all names in the text, and of those in one list with it."""
    ends = np.cumsum([0, *(len(n.candidates) for n in names)])
    rows = _Rows([slice(a, b) for a, b in pairwise(ends.tolist())], np.repeat(np.arange(len(names)), np.diff(ends)))
    own = np.array([s for n in names for s in n.own], np.float64)
    if not len(own):
        return Weighed(tuple(own for _ in names), tuple(own for _ in names), tuple(0.0 for _ in names))
    km, says = _distances(names), _says(names)
    companies = [_Company(_closeness(km, pull.half_km), say, pull) for pull, say in zip((text, listed), says, strict=True)]
    pulled, against = _heeded(names)
    belief = np.concatenate([_beliefs(own[p]) for p in rows.parts])
    for _ in range(ROUNDS):
        found = [_gain(company, belief, rows) for company in companies]
        gain = np.sum([g for g, _, _ in found], axis=0)
        scores = own + np.where(gain < 0, against, pulled) * gain
        belief = np.concatenate([_beliefs(scores[p]) for p in rows.parts])
    _, near, leaned = found[0]
    return Weighed(tuple(belief[p] for p in rows.parts), tuple(near[p] for p in rows.parts), tuple(leaned.tolist()))
