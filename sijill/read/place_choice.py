"""Which place each name of a report means: candidates weighed by fit, kind, country and nearness, all names together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sijill.knowledge.folding import fold
from sijill.knowledge.gazetteer import Candidate, Gazetteer, PlaceKind
from sijill.knowledge.place_record import EXTENDED
from sijill.read.nearness import Named, Pull, weigh
from sijill.read.place_words import Lies, Name, PlaceWords, place_words

CANDIDATES = 12
TEXT_KM, LIST_KM = 12.0, 6.0
"""Distances over which nearness falls: of names somewhere in a text, and in one list."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much, in log-odds, found by training/place_reports.py on reports made of gazetteers; `foreign_alias`, set by hand, keeps
    a village "Bala" from being Basel, which some language calls so. `sure`, `shift`: from belief to measured chance."""

    fit: float = 0.75
    kinds: float = 0.45
    people: float = 0.42
    kind_said: float = 4.7
    kind_denied: float = -2.2
    bare_division: float = -3.5
    first_country: float = 0.8
    named_country: float = 0.4
    other_country: float = -0.8
    foreign_alias: float = -4.0
    pull: float = 9.0
    cohesion: float = 0.76
    listed_pull: float = 3.0
    listed_cohesion: float = 0.92
    most: float = 2.8
    sure: float = 0.8
    shift: float = -0.2


@dataclass(frozen=True, slots=True)
class Asked:
    """A name of the report that was looked up, and the part of its mention that it is."""

    name: Name
    candidates: tuple[Candidate, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest candidate of a name: its calibrated score, nearness to the others with how much there was to lean on, and whether the report names its country."""

    candidate: Candidate
    score: float
    near: float
    leaned: float
    at_home: bool


_KIND_PRIOR: dict[PlaceKind, float] = {
    "country": 8.0, "region": 1.5, "area": 2.0, "water": 1.5, "city": 0.5, "town": 0.3, "camp": 0.7, "crossing": 0.7, "base": 0.7,
}  # fmt: skip


_ANYWHERE: frozenset[PlaceKind] = frozenset({"country", "water", "area"})
"""Kinds that a report may name without naming their country."""


def own_score(asked: Asked, c: Candidate, countries: Sequence[str], weights: Weights) -> float:
    """What speaks for a candidate by itself, in log-odds against none of them being meant."""
    place, kinds, lies = c.place, asked.name.kinds, asked.name.lies
    score = weights.fit * max(-8.0, min(8.0, c.fit)) if not c.decided else c.fit
    score += weights.kinds * _KIND_PRIOR.get(place.kind, 0.0) if c.exact else 0.0
    if kinds:
        offered = any(o.place.kind in kinds and (o.exact or o.fit > 0) for o in asked.candidates)
        score += weights.kind_said if place.kind in kinds else weights.kind_denied if offered else 0.0
    elif lies == "part":
        score += weights.kind_said if place.kind in {"region", "country", "area"} else 0.0
    elif place.kind in {"region", "district"} and any(o.exact and o.place.kind not in EXTENDED for o in asked.candidates):
        score += weights.bare_division
    if place.kind not in EXTENDED:
        score += weights.people * math.log10(place.population + 1)
    if countries and place.kind not in _ANYWHERE:
        if place.iso2 not in countries:
            return score + weights.other_country + (weights.foreign_alias if fold(c.spelling) != fold(place.name) else 0.0)
        score += weights.first_country if place.iso2 == countries[0] else weights.named_country
    return score


def _spot(c: Candidate) -> tuple[str, float, float]:
    return (c.place.name, c.place.lat, c.place.lon)


def apart(asked: Sequence[Asked]) -> list[Asked]:
    """The names without candidates that only come near a name which the report itself gives to another mention.

    "Rathedaung" beside "Buthidaung" is not Buthidaung, however like it is spelled and however near it would lie.
    """
    bearers: dict[tuple[str, float, float], set[str]] = {}
    for a in asked:
        for c in a.candidates:
            if c.exact:
                bearers.setdefault(_spot(c), set()).add(fold(a.name.text))
    return [replace(a, candidates=tuple(c for c in a.candidates if c.exact or c.decided or bearers.get(_spot(c), set()) <= {fold(a.name.text)})) for a in asked]


def resolve(asked: Sequence[Asked], countries: Sequence[str], weights: Weights) -> list[Choice | None]:
    """The likeliest place of each name, all weighed together; None for a name without candidates."""
    asked = apart(asked)
    named = [Named(a.candidates, tuple(own_score(a, c, countries, weights) for c in a.candidates), a.spans) for a in asked]
    text = Pull(weights.pull, weights.cohesion, weights.most, TEXT_KM)
    weighed = weigh(named, text, Pull(weights.listed_pull, weights.listed_cohesion, weights.most, LIST_KM))
    out: list[Choice | None] = []
    for a, belief, near, leaned in zip(asked, weighed.belief, weighed.near, weighed.leaned, strict=True):
        if not a.candidates:
            out.append(None)
            continue
        k = int(np.argmax(belief))
        best, sure = a.candidates[k], min(max(float(belief[k]), 1e-4), 1 - 1e-4)
        score = 1 / (1 + math.exp(-(weights.sure * math.log(sure / (1 - sure)) + weights.shift)))
        at_home = not countries or not best.place.iso2 or best.place.iso2 in countries
        out.append(Choice(best, score, float(near[k]), leaned, at_home))
    return out


def _looked_up(words: PlaceWords, countries: Sequence[str], gazetteer: Gazetteer) -> tuple[Name, tuple[Candidate, ...]] | None:
    """The outermost name of a mention that a place at home has exactly; else what comes near the bare name."""
    if not words.names or not words.names[-1].text:
        return None
    bare = words.names[-1]
    for name in words.names:
        if name is not bare or words.rigid or name.lies == "border":
            home = [c for c in gazetteer.called(name.text) if not countries or c.place.iso2 in countries or c.place.kind in _ANYWHERE]
            if name.lies == "border":
                home = [c for c in home if c.place.kind not in EXTENDED]
            if home:
                return name, tuple(home[:CANDIDATES])
    return bare, () if words.rigid or bare.lies == "border" else gazetteer.find(bare.text, countries, CANDIDATES)


class _Names:
    """All names that a report's place mentions ask for, each once."""

    def __init__(self, countries: Sequence[str], gazetteer: Gazetteer) -> None:
        self._countries, self._gazetteer = countries, gazetteer
        self._numbers: dict[tuple[str, tuple[PlaceKind, ...], Lies], int] = {}
        self._found: list[tuple[Name, tuple[Candidate, ...]]] = []
        self._spans: list[list[tuple[int, int]]] = []

    def ask(self, words: PlaceWords, span: tuple[int, int]) -> int | None:
        """The number of the name that the words ask for; None where they name no place."""
        found = _looked_up(words, self._countries, self._gazetteer)
        if found is None:
            return None
        name = found[0]
        key = (fold(name.text), name.kinds, name.lies)
        if key not in self._numbers:
            self._numbers[key] = len(self._found)
            self._found.append(found)
            self._spans.append([])
        self._spans[self._numbers[key]].append(span)
        return self._numbers[key]

    def asked(self) -> list[Asked]:
        """The names in the order asked."""
        return [Asked(name, candidates, tuple(spans)) for (name, candidates), spans in zip(self._found, self._spans, strict=True)]


@dataclass(frozen=True, slots=True)
class Taken:
    """A mention taken apart: the numbers of its name, of a larger place named with it, and of the second place of "between"."""

    words: PlaceWords
    name: int | None
    within: int | None
    other: int | None


def take_apart(spans: Sequence[tuple[str, int, int]], countries: Sequence[str], gazetteer: Gazetteer) -> tuple[list[Taken], list[Asked]]:
    """The parts of each mention (words, start, end), and the names that they ask for."""
    names, taken = _Names(countries, gazetteer), []
    for text, start, end in spans:
        words, span = place_words(text), (start, end)
        own = names.ask(words, span)
        within, other = (names.ask(place_words(more), span) if more else None for more in (words.within, words.other))
        taken.append(Taken(words, own, within, other))
    return taken, names.asked()
