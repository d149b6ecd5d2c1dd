"""Which place each name of a report means: candidates weighed by fit, kind, country and nearness, all names together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sijill.knowledge.folding import fold
from sijill.knowledge.gazetteer import Candidate, Gazetteer, PlaceKind, distance_km
from sijill.knowledge.place_record import EXTENDED
from sijill.read.nearness import Named, Pull, weigh
from sijill.read.place_bounds import Bound, Lying, lying
from sijill.read.place_spans import holder
from sijill.read.place_words import Lies, Name, PlaceWords, place_words

CANDIDATES = 12
SEAT_KM = 150.0
"""How far from a division's middle a town that is called like it is still its own."""
TEXT_KM, LIST_KM = 12.0, 6.0
"""Distances over which nearness falls: of names somewhere in a text, and in one list."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much, in log-odds, found by training/place_reports.py on reports made of gazetteers; `foreign_alias`, set by hand, keeps
    a village "Bala" from being Basel, which some language calls so; so are what a larger place named with a name says (`held` …), and `near_kind_said`:
    of a settlement that only comes near the name "town" is no news. `sure`, `shift`: from belief to measured chance."""

    fit: float = 0.75
    kinds: float = 0.45
    people: float = 0.42
    kind_said: float = 4.7
    kind_denied: float = -2.2
    near_kind_said: float = 1.0
    bare_division: float = -3.5
    first_country: float = 0.8
    named_country: float = 0.4
    other_country: float = -0.8
    foreign_alias: float = -4.0
    held: float = 2.0
    not_held: float = -2.5
    held_abroad: float = -5.0
    pull: float = 9.0
    cohesion: float = 0.76
    listed_pull: float = 3.0
    listed_cohesion: float = 0.92
    most: float = 2.8
    sure: float = 0.8
    shift: float = -0.2


@dataclass(frozen=True, slots=True)
class Asked:
    """A name of the report that was looked up, and the part of its mention that it is. `lying`: how each candidate lies to a larger place that
    is named with it, empty where none is; `holds`: it is only named as what holds another place."""

    name: Name
    candidates: tuple[Candidate, ...]
    spans: tuple[tuple[int, int], ...]
    lying: tuple[Lying, ...] = ()
    holds: bool = False

    def less(self, kept: Sequence[bool]) -> Asked:
        """With only the candidates where `kept` is true."""
        lying = tuple(where for where, keep in zip(self.lying, kept, strict=True) if keep) if self.lying else ()
        return replace(self, candidates=tuple(c for c, keep in zip(self.candidates, kept, strict=True) if keep), lying=lying)


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


_IN_TOWNS: frozenset[PlaceKind] = frozenset({"neighbourhood", "camp", "district", "base", "site"})
"""Kinds that a town may hold as well as a division does."""


def _kind_score(asked: Asked, c: Candidate, weights: Weights) -> float:
    """What the kind that the words say tells of a candidate."""
    kinds, said = asked.name.kinds, c.place.kind in asked.name.kinds
    if not c.exact:
        if said and any(o.exact and o.place.kind in kinds for o in asked.candidates):
            return 0.0
        if c.place.kind not in EXTENDED:
            return weights.near_kind_said if said else weights.kind_denied
    offered = any(o.place.kind in kinds and (o.exact or o.fit > 0) for o in asked.candidates)
    return weights.kind_said if said else weights.kind_denied if offered else 0.0


def own_score(asked: Asked, c: Candidate, countries: Sequence[str], weights: Weights) -> float:
    """What speaks for a candidate by itself, in log-odds against none of them being meant."""
    place, kinds, lies = c.place, asked.name.kinds, asked.name.lies
    score = weights.fit * max(-8.0, min(8.0, c.fit)) if not c.decided else c.fit
    score += weights.kinds * _KIND_PRIOR.get(place.kind, 0.0) if c.exact else 0.0
    if kinds:
        score += _kind_score(asked, c, weights)
    elif lies == "part":
        score += weights.kind_said if place.kind in {"region", "country", "area"} else 0.0
    elif place.kind in {"region", "district"}:
        seated = any(o.exact and o.place.kind not in EXTENDED for o in asked.candidates)
        score += weights.held if asked.holds else weights.bare_division if seated else 0.0
    if place.kind not in EXTENDED:
        score += weights.people * math.log10(place.population + 1)
    if countries and place.kind not in _ANYWHERE:
        if place.iso2 not in countries:
            return score + weights.other_country + (weights.foreign_alias if fold(c.spelling) != fold(place.name) else 0.0)
        score += weights.first_country if place.iso2 == countries[0] else weights.named_country
    return score


def _lying_score(asked: Asked, weights: Weights) -> list[float]:
    """What a larger place named with the name says for each candidate."""
    worth = {Lying.INSIDE: weights.held, Lying.OPEN: 0.0, Lying.OUTSIDE: weights.not_held, Lying.ABROAD: weights.held_abroad}
    if not asked.lying:
        return [0.0] * len(asked.candidates)
    return [worth[where] if c.exact or where is not Lying.INSIDE else 0.0 for c, where in zip(asked.candidates, asked.lying, strict=True)]


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
    return [a.less([c.exact or bool(c.decided) or bearers.get(_spot(c), set()) <= {fold(a.name.text)} for c in a.candidates]) for a in asked]


def bounded(asked: Sequence[Asked], bounds: Sequence[Bound], countries: Sequence[str], gazetteer: Gazetteer) -> list[Asked]:
    """The names with how their candidates lie to the larger places named with them; without those that only come near the name and lie elsewhere."""
    out = list(asked)
    for b in bounds:
        name = out[b.name]
        found = lying(name.candidates, asked[b.holder].candidates, countries, b.firm, gazetteer) if not name.lying else ()
        if found:
            told = replace(name, lying=found)
            out[b.name] = told.less([c.exact or bool(c.decided) or where in {Lying.INSIDE, Lying.OPEN} for c, where in zip(told.candidates, found, strict=True)])
    return out


def _surest(asked: Asked, belief: NDArray[np.float64]) -> tuple[int, float]:
    """The candidate to give, and the belief in it. A division is right where a town in it is meant that is called like it, so it stands for both
    where neither alone is likelier than not."""
    best = int(np.argmax(belief))
    wide = [
        (float(belief[k] + sum(belief[j] for j, c in enumerate(asked.candidates) if c.exact and c.place.kind not in EXTENDED and _covers(r, c))), k)
        for k, r in enumerate(asked.candidates)
        if r.exact and r.place.kind in {"region", "district"} and (k == best or belief[best] < 0.5)
    ]
    sure, k = max(wide, default=(0.0, best))
    return (k, sure) if sure > belief[best] else (best, float(belief[best]))


def _covers(division: Candidate, town: Candidate) -> bool:
    return division.place.iso2 == town.place.iso2 and distance_km(division.point, town.point) <= SEAT_KM


def resolve(asked: Sequence[Asked], countries: Sequence[str], weights: Weights) -> list[Choice | None]:
    """The likeliest place of each name, all weighed together; None for a name without candidates."""
    asked = apart(asked)
    named = [
        Named(a.candidates, tuple(own_score(a, c, countries, weights) + held for c, held in zip(a.candidates, _lying_score(a, weights), strict=True)), a.spans)
        for a in asked
    ]
    text = Pull(weights.pull, weights.cohesion, weights.most, TEXT_KM)
    weighed = weigh(named, text, Pull(weights.listed_pull, weights.listed_cohesion, weights.most, LIST_KM))
    out: list[Choice | None] = []
    for a, belief, near, leaned in zip(asked, weighed.belief, weighed.near, weighed.leaned, strict=True):
        if not a.candidates:
            out.append(None)
            continue
        k, sure = _surest(a, belief)
        best, sure = a.candidates[k], min(max(sure, 1e-4), 1 - 1e-4)
        score = 1 / (1 + math.exp(-(weights.sure * math.log(sure / (1 - sure)) + weights.shift)))
        at_home = not countries or not best.place.iso2 or best.place.iso2 in countries
        out.append(Choice(best, score, float(near[k]), leaned, at_home))
    return out


@dataclass(frozen=True, slots=True)
class Home:
    """Where places are looked for: the countries that the report names, most often first, and beside them those that its places lie in."""

    named: tuple[str, ...]
    lying: tuple[str, ...] = ()

    @property
    def near(self) -> tuple[str, ...]:
        """The countries in which a name that only comes near is believed."""
        return (*self.named, *self.lying)


def _near(name: str, home: Home, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """What the name may mean; what only comes near it at home, or, of a report that tells no country, in a country that the user added."""
    found = gazetteer.find(name, home.near, CANDIDATES)
    return found if home.near else tuple(c for c in found if c.exact or c.decided or c.added)


def _looked_up(words: PlaceWords, home: Home, gazetteer: Gazetteer) -> tuple[Name, tuple[Candidate, ...]] | None:
    """The outermost name of a mention that a place at home has exactly; else what comes near the bare name."""
    if not words.names or not words.names[-1].text:
        return None
    bare = words.names[-1]
    for name in words.names:
        if name is not bare or words.rigid or name.lies == "border":
            own = [c for c in gazetteer.called(name.text) if not home.near or c.place.iso2 in home.near or c.place.kind in _ANYWHERE]
            if name.lies == "border":
                own = [c for c in own if c.place.kind not in EXTENDED]
            if own:
                return name, tuple(own[:CANDIDATES])
    return bare, () if words.rigid or bare.lies == "border" else _near(bare.text, home, gazetteer)


class _Names:
    """All names that a report's place mentions ask for, each once."""

    def __init__(self, home: Home, gazetteer: Gazetteer) -> None:
        self._home, self._gazetteer = home, gazetteer
        self._numbers: dict[tuple[str, tuple[PlaceKind, ...], Lies], int] = {}
        self._found: list[tuple[Name, tuple[Candidate, ...]]] = []
        self._spans: list[list[tuple[int, int]]] = []

    def ask(self, words: PlaceWords, span: tuple[int, int]) -> int | None:
        """The number of the name that the words ask for; None where they name no place."""
        found = _looked_up(words, self._home, self._gazetteer)
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

    def ask_known(self, words: PlaceWords, span: tuple[int, int]) -> int | None:
        """The same for words that may be no place's at all: only where one is called exactly so."""
        return self.ask(words, span) if any(self._gazetteer.known(n.text) for n in words.names) else None

    def asked(self, holding: Mapping[int, Sequence[tuple[int, int]]]) -> list[Asked]:
        """The names in the order asked. `holding`: by name, where it stands as what holds another place."""
        return [
            Asked(name, candidates, tuple(spans), holds=all(any(a < s[1] and s[0] < b for a, b in holding.get(n, ())) for s in spans))
            for n, ((name, candidates), spans) in enumerate(zip(self._found, self._spans, strict=True))
        ]


@dataclass(frozen=True, slots=True)
class Taken:
    """A mention taken apart: the numbers of its name, of a larger place named with it (`firm`: certainly as what holds it), and of the second
    place of "between"."""

    words: PlaceWords
    name: int | None
    within: int | None
    other: int | None
    firm: bool = True


def _is_settlement(name: Name) -> bool:
    """Whether the words may name a settlement, which a division holds; a spot in a town ("Houthi sites") ends in a common noun or is of another kind."""
    return name.lies != "site" and not _IN_TOWNS & set(name.kinds) and not name.text.split()[-1].islower()


def take_apart(spans: Sequence[tuple[str, int, int]], home: Home, gazetteer: Gazetteer, text: str = "") -> tuple[list[Taken], list[Asked]]:
    """The parts of each mention (words, start, end), and the names that they ask for. `text`: of the report, where it tells more than the mentions."""
    names, taken = _Names(home, gazetteer), []
    bounds: dict[tuple[int, int], bool] = {}
    holding: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for said, start, end in spans:
        words, span = place_words(said), (start, end)
        own = names.ask(words, span)
        within, other = (names.ask(place_words(more), span) if more else None for more in (words.within, words.other))
        firm = "," not in said
        behind = holder(text, end) if own is not None and within is None and other is None else None
        if behind:
            within, firm = names.ask_known(place_words(behind.text), behind.span), behind.firm
        if own is not None and within is not None and within != own:
            bounds[own, within] = firm
            if _is_settlement(words.names[-1]):
                holding[within].append(behind.span if behind else span)
        taken.append(Taken(words, own, within, other, firm))
    return taken, bounded(names.asked(holding), [Bound(*pair, firm) for pair, firm in bounds.items()], home.near, gazetteer)
