"""Where: the place mentions of a whole report to places of the gazetteer, all decided together.

A name alone misleads: the only exact match may be the wrong village. So each candidate is weighed by how well the spelling fits, by its
size and kind, by the countries that the report is about, and by how near it lies to the places named with it. What stays in doubt stays
a name, with the neighbours' area as a hint; a point is never guessed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sijill.knowledge.folding import fold
from sijill.knowledge.gazetteer import Candidate, Gazetteer, PlaceKind, distance_km
from sijill.knowledge.place_record import EXTENDED
from sijill.read.nearness import Named, weigh
from sijill.read.place_words import Lies, PlaceWords, place_words
from sijill.records import PlaceRole

ACCEPTED = 0.5
"""The calibrated score from which a place is given; below it the name stays a name."""
CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as a report names it: its words at start–end of the text, and its part in the happening."""

    start: int
    end: int
    text: str
    role: PlaceRole


@dataclass(frozen=True, slots=True)
class Located:
    """What a mention was resolved to. Unresolved: id, coordinates and precision null, and `hint` says where it must lie roughly.

    `precision` is UCDP's where_prec; `score` the calibrated chance that it is the right place; `why` the reasons in words.
    """

    name: str
    id: str | None
    lat: float | None
    lon: float | None
    precision: int | None
    admin: tuple[str, ...]
    score: float
    why: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A name of the report that was looked up, with the reading of the words that it belongs to."""

    name: str
    lies: Lies
    kinds: tuple[PlaceKind, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """The likeliest candidate of a name: its calibrated score, nearness to the others, rank of its country in the report (-1: not in it)."""

    candidate: Candidate
    score: float
    near: float
    leaned: float
    country: int


_KIND_PRIOR: dict[PlaceKind, float] = {"country": 2.5, "region": 1.3, "area": 1.2, "water": 1.0, "district": 0.3, "city": 1.0, "town": 0.6, "camp": 0.6, "crossing": 0.6, "base": 0.6}
_COUNTRY_RANKS = (2.5, 1.8, 1.3)


def _lookup(words: PlaceWords, countries: Sequence[str], gazetteer: Gazetteer) -> _Asked | None:
    """The outermost name of a mention that a place has; else what comes near the bare name."""
    for name in words.names:
        if name.text and (exact := gazetteer.called(name.text)) and (name is not words.names[-1] or words.rigid):
            home = [c for c in exact if not countries or c.place.iso2 in countries or c.place.kind == "country" or not c.place.iso2]
            if home:
                return _Asked(name.text, name.lies, name.kinds, tuple(home[:CANDIDATES]))
    if not words.names or not words.names[-1].text:
        return None
    bare = words.names[-1]
    if words.rigid:
        return _Asked(bare.text, bare.lies, bare.kinds, ())
    return _Asked(bare.text, bare.lies, bare.kinds, gazetteer.find(bare.text, countries, CANDIDATES))


def _own_score(asked: _Asked, c: Candidate, countries: Sequence[str]) -> float:
    """What speaks for a candidate by itself, in log-odds."""
    score = 3.0 if c.match >= 1 else 14 * (c.match - 0.87)
    place = c.place
    score += _KIND_PRIOR.get(place.kind, 0.0)
    if place.kind not in EXTENDED:
        score += 0.3 * math.log10(place.population + 1)
    if asked.kinds:
        score += 1.5 if place.kind in asked.kinds else -0.5
    if asked.lies == "part" or (asked.lies == "around" and not asked.kinds):
        score += 1.5 if place.kind in {"region", "country", "area"} and asked.lies == "part" else 0.0
    elif not asked.kinds and place.kind == "region":
        score -= 0.8
    if countries and place.iso2 and place.kind != "country":
        rank = countries.index(place.iso2) if place.iso2 in countries else -1
        score += -2.5 if rank < 0 else _COUNTRY_RANKS[rank] if rank < len(_COUNTRY_RANKS) else 0.7
    return score


def _sure(asked: _Asked) -> float:
    best = max((c.match for c in asked.candidates), default=0.0)
    return 1.0 if best >= 1 else 0.5 if best > 0.9 else 0.2


def _chance(asked: _Asked, choice: Candidate, belief: float, near: float, leaned: float, country: int) -> float:
    """The chance that a choice is right, as measured on held-out names (training/places.py)."""
    fit = 2.2 if choice.match >= 1 else 22 * (choice.match - 0.90)
    plain = math.log10(choice.place.population + 1) * 0.35 + (2.0 if choice.place.kind in EXTENDED else 0.0)
    at_home = 1.0 if country == 0 else 0.5 if country > 0 else -1.5
    x = -1.6 + fit + plain + at_home + 2.0 * math.log(max(belief, 1e-3)) + leaned * 8.0 * (near - 0.45)
    return 1 / (1 + math.exp(-x))


def _choose(asked: Sequence[_Asked], spans: Sequence[Sequence[tuple[int, int]]], countries: Sequence[str]) -> list[_Choice | None]:
    named = [
        Named(a.candidates, tuple(_own_score(a, c, countries) for c in a.candidates), tuple(s), _sure(a)) for a, s in zip(asked, spans, strict=True)
    ]
    weighed = weigh(named)
    out: list[_Choice | None] = []
    for a, belief, near, leaned in zip(asked, weighed.belief, weighed.near, weighed.leaned, strict=True):
        if not a.candidates:
            out.append(None)
            continue
        k = int(np.argmax(belief))
        best = a.candidates[k]
        country = countries.index(best.place.iso2) if best.place.iso2 in countries else 0 if not best.place.iso2 or not countries else -1
        out.append(_Choice(best, _chance(a, best, float(belief[k]), float(near[k]), leaned, country), float(near[k]), leaned, country))
    return out


def _precision(asked: _Asked, kind: PlaceKind) -> int:
    """UCDP where_prec: 1 the place, 2 near it, 3 its district, 4 its first-level division, 5 part of a country or a line, 6 a country, 7 sea."""
    if kind == "country":
        return 5 if asked.lies in {"part", "around", "offset", "between"} else 6
    if kind == "water":
        return 7 if {"sea", "ocean", "gulf", "strait"} & set(fold(asked.name).split()) else 5
    if kind in EXTENDED:
        return {"region": 4, "district": 3}.get(kind, 5)
    said = {"region": 4, "district": 3}.get(asked.kinds[0], 0) if asked.kinds and kind not in asked.kinds else 0
    return max(said, 1 if asked.lies == "at" or (asked.lies == "part" and kind == "city") else 2)


def _moved(point: tuple[float, float], km: float, bearing: float) -> tuple[float, float]:
    """The point so many km away in a direction (degrees from north), on the sphere."""
    lat, lon, way, arc = math.radians(point[0]), math.radians(point[1]), math.radians(bearing), km / 6371.0
    new = math.asin(math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(way))
    turn = math.atan2(math.sin(way) * math.sin(arc) * math.cos(lat), math.cos(arc) - math.sin(lat) * math.sin(new))
    return round(math.degrees(new), 4), round((math.degrees(lon + turn) + 540) % 360 - 180, 4)


def _reasons(asked: _Asked, choice: _Choice, countries: Sequence[str]) -> str:
    place = choice.candidate.place
    fit = "spelled so" if choice.candidate.match >= 1 else f"spelled like “{choice.candidate.spelling}”"
    parts = [f"“{asked.name}” is {place.name} ({', '.join((place.kind, *place.admin))}): {fit}"]
    if choice.leaned > 0.3 and place.kind != "country":
        parts.append("near the places named with it" if choice.near > 0.6 else "in the same part of the country as the places named with it" if choice.near > 0.3 else "far from the places named with it")
    if countries and choice.country < 0:
        parts.append("in a country that the report does not name")
    return "; ".join(parts)


def _hint(asked: _Asked, k: int, everyone: Sequence[tuple[_Asked, _Choice | None, Sequence[tuple[int, int]]]]) -> str:
    """Where an unlocated name must lie roughly: with the nearest located neighbour in the text, and which places there sound like it."""
    spans = everyone[k][2]
    beside = [
        (min(abs(s[0] - t[0]) for s in spans for t in other_spans), c.candidate)
        for j, (_, c, other_spans) in enumerate(everyone)
        if j != k and c and c.score >= ACCEPTED and c.candidate.place.kind != "country"
    ]
    if not beside:
        return ""
    anchor = min(beside, key=lambda pair: (pair[0], pair[1].place.name))[1]
    near = sorted(
        ((distance_km(anchor.point, c.point), c.place.name) for c in asked.candidates if c.place.kind not in EXTENDED), key=lambda p: (round(p[0], 3), p[1])
    )
    like = ", ".join(f"{name} ({km:.0f} km from there)" for km, name in near[:2])
    where = f"named with {anchor.place.name} ({', '.join(anchor.place.admin)})"
    return f"{where}; most alike: {like}" if like else where


def _unlocated(text: str, why: str, hint: str = "", admin: tuple[str, ...] = ()) -> Located:
    return Located(text, None, None, None, None, admin, 0.0, f"{why}; {hint}" if hint else why, hint)


def _placed(words: PlaceWords, asked: _Asked, choice: _Choice, other: _Choice | None, why: str) -> Located:
    place = choice.candidate.place
    point, precision, score = (place.lat, place.lon), _precision(asked, place.kind), choice.score
    if asked.lies == "offset" and words.bearing is not None and place.kind not in EXTENDED:
        point = _moved(point, words.km, words.bearing)
        return Located(f"{words.km:g} km from {place.name}", None, *point, 2, place.admin, round(score, 3), f"{why}; moved {words.km:g} km towards {words.bearing:.0f}°")
    if asked.lies == "between" and other and place.kind not in EXTENDED and other.candidate.place.kind not in EXTENDED:
        apart = distance_km(point, other.candidate.point)
        middle = ((point[0] + other.candidate.place.lat) / 2, (point[1] + other.candidate.place.lon) / 2)
        name = f"between {place.name} and {other.candidate.place.name}"
        return Located(name, None, *middle, 2 if apart <= 50 else 5, place.admin, round(min(score, other.score), 3), f"{why}; the middle of the {apart:.0f} km to {other.candidate.place.name}")
    admin = place.admin if place.name in place.admin or place.kind in {"country", "area", "water"} else place.admin
    return Located(place.name, place.id, *point, precision, admin, round(score, 3), why)


class _Report:
    """All names that a report's place mentions ask for, each once, and what they were taken to be."""

    def __init__(self, countries: Sequence[str], gazetteer: Gazetteer) -> None:
        self._countries, self._gazetteer = countries, gazetteer
        self._numbers: dict[tuple[str, PlaceKind | None, bool], int] = {}
        self.asked: list[_Asked] = []
        self.spans: list[list[tuple[int, int]]] = []

    def ask(self, words: PlaceWords, span: tuple[int, int]) -> int | None:
        """The number of the name that the words ask for."""
        asked = _lookup(words, self._countries, self._gazetteer)
        if asked is None:
            return None
        key = (fold(asked.name), asked.kinds[0] if asked.kinds else None, asked.lies == "part")
        if key not in self._numbers:
            self._numbers[key] = len(self.asked)
            self.asked.append(asked)
            self.spans.append([])
        self.spans[self._numbers[key]].append(span)
        return self._numbers[key]

    def choices(self) -> list[_Choice | None]:
        """The likeliest place of each name."""
        return _choose(self.asked, self.spans, self._countries)


def locate(mentions: Sequence[PlaceMention], countries: Sequence[str], gazetteer: Gazetteer) -> list[Located]:
    """Each mention's place, in the order given. `countries`: ISO codes that the report names, most often first."""
    report = _Report(countries, gazetteer)
    taken = [place_words(m.text) for m in mentions]
    numbers = [report.ask(w, (m.start, m.end)) for w, m in zip(taken, mentions, strict=True)]
    extra: Mapping[str, int | None] = {
        name: report.ask(place_words(name), (m.start, m.end)) for w, m in zip(taken, mentions, strict=True) for name in (w.within, w.other) if name
    }
    choices = report.choices()
    everyone = list(zip(report.asked, choices, report.spans, strict=True))
    out = []
    for words, mention, n in zip(taken, mentions, numbers, strict=True):
        if n is None:
            out.append(_unlocated(mention.text, "the words name no place"))
            continue
        choice, asked = choices[n], report.asked[n]
        if choice is None or choice.score < ACCEPTED:
            why = f"“{asked.name}” is in no place list here" if choice is None else f"“{asked.name}” could not be placed with confidence"
            out.append(_unlocated(mention.text, why, _hint(asked, n, everyone)))
            continue
        other = choices[k] if words.other and (k := extra[words.other]) is not None else None
        out.append(_placed(words, asked, choice, other if other and other.score >= ACCEPTED else None, _reasons(asked, choice, countries)))
    return out
