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
_EXTENT_KM: dict[PlaceKind, float] = {"region": 90.0, "area": 110.0, "district": 25.0, "water": 80.0, "country": 300.0}


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a report with its candidates. `own`: each one's log-odds by itself, against none of them being meant; `spans`: where in the text it stands."""

    candidates: tuple[Candidate, ...]
    own: tuple[float, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Pull:
    """How strongly places named together pull: `weight` of full nearness; the nearness `indifferent` at which it speaks neither for nor against;
    `cohesion`: how far that point rises towards the nearness of the neighbours among themselves, so that a close list expects closeness;
    `half_km`: the distance that sets how fast nearness falls."""

    weight: float
    indifferent: float
    cohesion: float
    half_km: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """Beliefs over the candidates of each name (what is missing to 1 is the belief in none), each candidate's nearness to the others, 0–1, and how much there was to lean on, 0–1."""

    belief: tuple[Floats, ...]
    near: tuple[Floats, ...]
    leaned: tuple[float, ...]


def _closeness(names: Sequence[Named], half_km: float) -> Floats:
    """candidates × candidates: 1 where two lie together, 0 beyond reach; an extended place is as near as its edge."""
    every = [c for n in names for c in n.candidates]
    lat, lon = np.radians([c.place.lat for c in every]), np.radians([c.place.lon for c in every])
    haversine = np.sin((lat[:, None] - lat) / 2) ** 2 + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    km = 2 * 6371.0 * np.arcsin(np.sqrt(np.clip(haversine, 0, 1)))
    extent = np.array([_EXTENT_KM.get(c.place.kind, 0.0) for c in every])
    km = np.maximum(0.0, km - extent[:, None] - extent)
    return np.asarray(np.clip(1 - np.log1p(km / half_km) / np.log1p(REACH_KM / half_km), 0, 1), np.float64)


def _gap(a: Named, b: Named) -> int:
    return min(max(s[0] - t[1], t[0] - s[1], 0) for s in a.spans for t in b.spans)


def _weights(names: Sequence[Named]) -> Floats:
    """names × names: how much the second's place has to say about the first's. Members of one list speak up, countries hardly."""
    n = len(names)
    gaps = np.array([[_gap(a, b) for b in names] for a in names], np.float64).reshape(n, n)
    listed = gaps <= LISTED_GAP
    for _ in range(min(n, 4)):
        listed = (listed.astype(np.int32) @ listed.astype(np.int32)) > 0
    says = np.exp(-gaps / TEXT_REACH) * np.where(listed, 2.0, 1.0)
    says *= np.array([0.3 if all(c.place.kind == "country" for c in x.candidates) else 1.0 for x in names])
    np.fill_diagonal(says, 0.0)
    return says


def _beliefs(scores: Floats) -> Floats:
    """Softmax over the candidates and none of them, whose score is 0."""
    top = max(0.0, float(scores.max(initial=0.0)))
    raised = np.exp(scores - top)
    return np.asarray(raised / (raised.sum() + np.exp(-top)), np.float64)


def weigh(names: Sequence[Named], pull: Pull) -> Weighed:
    """Every name's candidates in the light of the others'. A neighbour says as much as it is believed to be known. Names without candidates get empty rows."""
    ends = np.cumsum([0, *(len(n.candidates) for n in names)])
    parts = [slice(a, b) for a, b in pairwise(ends.tolist())]
    own = np.array([s for n in names for s in n.own], np.float64)
    if not len(own):
        return Weighed(tuple(own for _ in names), tuple(own for _ in names), tuple(0.0 for _ in names))
    close, says = _closeness(names, pull.half_km), _weights(names)
    owner = np.repeat(np.arange(len(names)), np.diff(ends))
    belief = np.concatenate([_beliefs(own[p]) for p in parts])
    near, leaned = np.zeros(len(own)), np.zeros(len(names))
    for _ in range(ROUNDS):
        known = np.array([belief[p].sum() for p in parts])
        seen = np.stack([close[:, p] @ belief[p] for p in parts], axis=1)
        weight = says @ known
        near = np.einsum("cn,cn->c", seen, says[owner]) / np.maximum(weight, 1e-9)[owner]
        leaned = weight / (weight + 0.5)
        among = says @ np.array([belief[p] @ near[p] for p in parts]) / np.maximum(weight, 1e-9)
        expected = pull.indifferent + pull.cohesion * np.maximum(0.0, among - pull.indifferent)
        scores = own + pull.weight * leaned[owner] * (near - expected[owner])
        belief = np.concatenate([_beliefs(scores[p]) for p in parts])
    return Weighed(tuple(belief[p] for p in parts), tuple(near[p] for p in parts), tuple(leaned.tolist()))
