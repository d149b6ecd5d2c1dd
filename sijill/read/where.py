"""Where: the place mentions of a whole report to places of the gazetteer, all decided together.

A name alone misleads: the only exact match may be the wrong village. So each candidate is weighed by how well the spelling fits, by its
size and kind, by the countries that the report is about, and by how near it lies to the places named with it. What stays in doubt stays
a name, with the neighbours' area as a hint; a point is never guessed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sijill.knowledge.folding import fold
from sijill.knowledge.gazetteer import Gazetteer, PlaceKind, distance_km
from sijill.knowledge.place_record import EXTENDED, PlaceRecord
from sijill.read.place_choice import Asked, Choice, Home, Taken, Weights, resolve, take_apart
from sijill.read.place_words import SIDE, Name, compass
from sijill.records import PlaceRole

ACCEPTED = 0.5
"""The calibrated score from which a place is given; below it the name stays a name."""
BESIDE_KM = 50.0
"""Two ends farther apart make "between" a line rather than a neighbourhood."""
NEAR_KM = 25.0
"""A place known only to lie within so many km of another is known as "near" it (UCDP); beyond that only its district is."""
_PART = re.compile(rf"(?:the\s+)?{SIDE}\s")
"""A direction in small letters: "northern Darfur" is a part of Darfur, though a division be called Northern Darfur."""


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
class _Decided:
    """All names of a report with what they were taken to be; None and doubtful choices stay names."""

    asked: Sequence[Asked]
    choices: Sequence[Choice | None]

    def sure(self, n: int | None) -> Choice | None:
        """The choice of a name, if it is to be relied on."""
        choice = None if n is None else self.choices[n]
        return choice if choice and choice.score >= ACCEPTED else None


def _precision(name: Name, kind: PlaceKind, place: str) -> int:
    """UCDP where_prec: 1 the place, 2 near it, 3 its district, 4 its first-level division, 5 part of a country, or a line, 6 a country, 7 sea."""
    if kind == "country":
        return 6 if name.lies == "at" else 5
    if kind == "water":
        return 7 if {"sea", "ocean", "gulf", "strait"} & set(fold(place).split()) else 5
    if kind in EXTENDED:
        return {"region": 4, "district": 3}.get(kind, 5)
    said = {"region": 4, "district": 3}.get(name.kinds[0], 0) if name.kinds and kind not in name.kinds else 0
    return max(said, 1 if name.lies == "at" or (name.lies == "part" and kind == "city") else 2)


def _moved(point: tuple[float, float], km: float, bearing: float) -> tuple[float, float]:
    """The point so many km away in a direction (degrees from north), on the sphere."""
    lat, lon, way, arc = math.radians(point[0]), math.radians(point[1]), math.radians(bearing), km / 6371.0
    new = math.asin(math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(way))
    turn = math.atan2(math.sin(way) * math.sin(arc) * math.cos(lat), math.cos(arc) - math.sin(lat) * math.sin(new))
    return round(math.degrees(new), 4), round((math.degrees(lon + turn) + 540) % 360 - 180, 4)


def _reasons(name: Name, choice: Choice) -> str:
    c, place = choice.candidate, choice.candidate.place
    fit = f"so decided by {c.decided}" if c.decided else "spelled so" if c.exact else f"spelled like “{c.spelling}”"
    parts = [f"“{name.text}” is {place.name} ({', '.join((place.kind, *place.admin))}): {fit}"]
    if choice.leaned > 0.3 and place.kind != "country":
        parts.append("near the places named with it" if choice.near > 0.6 else "in the same part of the land as the places named with it" if choice.near > 0.3 else "far from the places named with it")
    if not choice.at_home:
        parts.append("in a country that the report does not name")
    return "; ".join(parts)


def _in_words(place: PlaceRecord) -> str:
    return f"{place.name} ({', '.join(place.admin)})" if place.admin and place.admin != (place.name,) else place.name


def _hint(taken: Taken, decided: _Decided) -> str:
    """Where an unlocated name must lie roughly: in the place that is said to hold it, or beside the located name nearest to it in the text; and
    which places there are most like it."""
    n = taken.name
    if n is None:
        return ""
    spans = decided.asked[n].spans
    holder = decided.sure(taken.within)
    beside = [
        (min(abs(s[0] - t[0]) for s in spans for t in asked.spans), k)
        for k, asked in enumerate(decided.asked)
        if k != n and (c := decided.sure(k)) and c.candidate.place.kind != "country"
    ]
    anchor = holder or (decided.sure(min(beside)[1]) if beside else None)
    if not anchor:
        return ""
    point = anchor.candidate.point
    near = sorted((round(distance_km(point, c.point)), c.place.name) for c in decided.asked[n].candidates if c.place.kind not in EXTENDED)
    like = ", ".join(f"{name} ({km} km from there)" for km, name in near[:2])
    where = f"{'in' if holder else 'named with'} {_in_words(anchor.candidate.place)}"
    return f"{where}; most alike: {like}" if like else where


def _unlocated(text: str, taken: Taken, decided: _Decided) -> Located:
    """The name as it is, with a hint."""
    if taken.name is None:
        return Located(text, None, None, None, None, (), 0.0, "the words name no place")
    asked, choice = decided.asked[taken.name], decided.choices[taken.name]
    hint = _hint(taken, decided)
    if asked.name.lies == "border":
        why = "a border is no place; it runs along both countries"
    else:
        why = f"“{asked.name.text}” is in no place list here" if choice is None else f"“{asked.name.text}” could not be placed with confidence"
    return Located(text, None, None, None, None, (), round(choice.score, 3) if choice else 0.0, f"{why}; {hint}" if hint else why, hint)


def _placed(taken: Taken, name: Name, choice: Choice, other: Choice | None) -> Located:
    """The place of a choice, moved or halved as the words say."""
    place, words, why = choice.candidate.place, taken.words, _reasons(name, choice)
    point, score = choice.candidate.point, round(choice.score, 3)
    if name.lies == "offset" and words.bearing is not None and place.kind not in EXTENDED:
        off = f"{words.km:g} km {compass(words.bearing)} of {place.name}"
        why = f"{why}; moved {words.km:g} km from there"
        return Located(off, None, *_moved(point, words.km, words.bearing), 2, place.admin, score, why)
    if name.lies == "between" and other and not {place.kind, other.candidate.place.kind} & EXTENDED:
        far, apart = other.candidate.point, distance_km(point, other.candidate.point)
        middle = (round((point[0] + far[0]) / 2, 4), round((point[1] + far[1]) / 2, 4))
        why = f"{why}; halfway to {other.candidate.place.name}, {apart:.0f} km from it"
        named = f"between {place.name} and {other.candidate.place.name}"
        return Located(named, None, *middle, 2 if apart <= BESIDE_KM else 5, place.admin, round(min(score, other.score), 3), why)
    if place.kind == "region" and not name.kinds and _PART.match(name.text):
        return Located(name.text, None, *point, 5, place.admin, score, f"{why}; a part of the land, in small letters, and not the division")
    admin = (*place.admin, place.name) if place.kind in {"region", "district"} and place.name not in place.admin else place.admin
    precision = _precision(name, place.kind, place.name)
    if name.lies == "offset" and words.km > NEAR_KM and place.kind not in EXTENDED:
        precision, why = 3, f"{why}; {words.km:g} km from there in a direction that is not told"
    return Located(place.name, place.id, *point, precision, admin, score, why)


def _is_town(name: Name, choice: Choice) -> bool:
    """Whether what lies in it lies near its point: not of "Masisi territory", though only the town Masisi be known."""
    return choice.candidate.place.kind not in EXTENDED and not {"region", "district"} & set(name.kinds)


def _answer(text: str, taken: Taken, decided: _Decided) -> Located:
    if choice := decided.sure(taken.name):
        return _placed(taken, decided.asked[taken.name or 0].name, choice, decided.sure(taken.other))
    holder = decided.sure(taken.within)
    if holder and taken.firm and taken.within is not None and taken.name is not None and _is_town(decided.asked[taken.within].name, holder):
        name = Name(decided.asked[taken.within].name.text, "site")
        found = _placed(taken, name, holder, None)
        return Located(found.name, found.id, found.lat, found.lon, 2, found.admin, found.score, f"“{text}” itself is in no place list here; {found.why}")
    return _unlocated(text, taken, decided)


def _near(found: Located, role: PlaceRole) -> Located:
    """What happened near a place is not known to have happened in it."""
    return replace(found, precision=2) if role == "near" and found.precision == 1 else found


def _lying(decided: _Decided) -> tuple[str, ...]:
    """The countries of the places that are sure."""
    sure = (decided.sure(n) for n in range(len(decided.asked)))
    return tuple(sorted({c.candidate.place.iso2 for c in sure if c and c.candidate.place.kind != "water"} - {""}))


def locate(mentions: Sequence[PlaceMention], countries: Sequence[str], gazetteer: Gazetteer, text: str = "") -> list[Located]:
    """Each mention's place, in the order given. `countries`: ISO codes that the report names, most often first; `text`: the report, which tells
    more of a place than the mention's own words ("X in Y").

    A name that only comes near a place's is believed where the report is at home: in the countries that it names, and in those of its other places.
    """
    home, weights = Home(tuple(countries)), Weights()
    said = [(m.text, m.start, m.end) for m in mentions]
    for _ in range(2):
        taken, asked = take_apart(said, home, gazetteer, text)
        decided = _Decided(asked, resolve(asked, countries, weights))
        also = tuple(iso for iso in _lying(decided) if iso not in countries)
        if not also or all(decided.sure(t.name) for t in taken):
            break
        home = Home(tuple(countries), also)
    return [_near(_answer(m.text, t, decided), m.role) for m, t in zip(mentions, taken, strict=True)]
