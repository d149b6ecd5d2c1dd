"""Places by name: every spelling that the place files hold, ranked by how likely it means each place.

Files: the two that ship (typed places, larger cities of the world) and one a country that the user built with `sijill places add`.
An added file knows its country better than the files that ship, so of one place told by both the added one is kept. What an analyst
decided about a name (`sijill places alias`) counts before all files.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sijill.knowledge.builtin_places import builtin_files
from sijill.knowledge.folding import fold
from sijill.knowledge.place_aliases import Alias, in_force, read_aliases
from sijill.knowledge.place_building import SUFFIX
from sijill.knowledge.place_file import PlaceFile
from sijill.knowledge.place_index import Query, query
from sijill.knowledge.place_record import EXTENDED, PlaceKind, PlaceRecord, Source, distance_km
from sijill.knowledge.place_score import NameRanker, compare, load_ranker

__all__ = ["Candidate", "Gazetteer", "PlaceKind", "PlaceRecord", "distance_km", "load_gazetteer"]

LOOKED_AT = 120
"""Forms of one file that are compared with a spelling in full."""
CALLED_SO = 40
"""Places of one exact spelling that are taken from one file, the most populous first."""
REMEMBERED = 2_048
"""Answers kept: reports of one conflict name the same places again and again."""
SAME_KM = 6.0
SAME_NAMED_KM = 30.0
SAME_DIVISION_KM = 200.0
WELL_KNOWN = 2.5
"""Least log-odds of an exact spelling in the files that ship: they hold what is named most; the net was trained on whole countries, where homonyms abound."""
TRUSTED = 1.5
"""The same in an added file for a name that one place has, where names are written in plain Latin: of such countries the net has seen one."""
UNLISTED, UNLIKE = 1.6, -2.5
"""What a spelling that only comes near loses in the files that ship, where a country is known, and what must be left: those files lack most
villages, and what is like a city's name is more often one of those. Set on 300 other spellings of such cities in five countries and 750 names
of places that are not there: of the ones 163 are given rightly and 3 wrongly, of the others 21 are given."""
DECIDED = 12.0
"""Log-odds of a place that an analyst said is meant."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a spelling may mean. `fit`: log-odds, by the name alone, that it is meant rather than none; `exact`: the spelling is one of
    the place's; `spelling`: the folded form that it came near; `added`: from a file that the user built; `decided`: who said so, of an alias."""

    place: PlaceRecord
    fit: float
    exact: bool
    spelling: str
    added: bool = False
    decided: str = ""

    @property
    def point(self) -> tuple[float, float]:
        """(lat, lon)."""
        return self.place.lat, self.place.lon

    @property
    def match(self) -> float:
        """The fit as a chance."""
        return 1 / (1 + math.exp(-self.fit))


def _one_place(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates are one place: near each other and of like kind, or of one name in one division."""
    one, other = a.place, b.place
    if set(one.ids) & set(other.ids):
        return True
    if (one.kind in EXTENDED) != (other.kind in EXTENDED) or one.iso2 != other.iso2 or (one.kind in EXTENDED and one.kind != other.kind):
        return False
    if one.sources and one.sources == other.sources:
        return False
    apart = distance_km(a.point, b.point)
    if one.kind in EXTENDED:
        return apart < SAME_DIVISION_KM and a.spelling == b.spelling
    if a.added != b.added and a.spelling == b.spelling and apart < SAME_NAMED_KM and one.admin[1:2] == other.admin[1:2] != ():
        return True
    return apart < SAME_KM


def _merged(kept: Candidate, other: Candidate) -> Candidate:
    place = kept.place
    fuller = replace(
        place,
        ids=tuple(dict.fromkeys((*place.ids, *other.place.ids))),
        admin=max(place.admin, other.place.admin, key=len),
        population=max(place.population, other.place.population),
    )
    best = max(kept, other, key=lambda c: c.fit)
    return replace(kept, place=fuller, fit=best.fit, exact=kept.exact or other.exact, spelling=best.spelling, decided=kept.decided or other.decided)


def _rank(c: Candidate) -> tuple[float, int, bool, str, float, float]:
    """Fit, people, what was typed before what was computed, and then any order that is always the same."""
    return (-c.fit, -c.place.population, c.place.sources != ("sijill",), c.place.name, c.place.lat, c.place.lon)


def _joined(found: Iterable[Candidate]) -> list[Candidate]:
    out: list[Candidate] = []
    for candidate in sorted(found, key=_rank):
        for k, kept in enumerate(out):
            if _one_place(kept, candidate):
                better, worse = (candidate, kept) if candidate.added and not kept.added else (kept, candidate)
                out[k] = _merged(better, worse)
                break
        else:
            out.append(candidate)
    return sorted(out, key=_rank)


class Gazetteer:
    """Look-up over several place files. It does not change while in use; reading from several threads is fine."""

    def __init__(self, shipped: Sequence[PlaceFile], ranker: NameRanker, added: Sequence[PlaceFile] = (), aliases: Mapping[str, Alias] | None = None) -> None:
        self._shipped, self._added = tuple(shipped), tuple(added)
        self._ranker = ranker
        self._aliases = aliases or {}
        self._remembered = lru_cache(REMEMBERED)(self._search)

    @property
    def size(self) -> int:
        """Places in all files (one told by two files counts twice)."""
        return sum(len(f) for f in (*self._shipped, *self._added))

    def sources(self) -> tuple[Source, ...]:
        """Licence and attribution of everything that may stand in an answer."""
        return tuple(dict.fromkeys(s for f in (*self._shipped, *self._added) for s in f.sources()))

    def find(self, name: str, countries: Sequence[str] = (), limit: int = 12) -> tuple[Candidate, ...]:
        """Places that the spelling may mean, the likeliest first.

        Exact spellings are found everywhere; near ones in `countries` (ISO codes) only, where any are given.
        """
        return self._remembered(name, frozenset(countries), limit)

    def _search(self, name: str, countries: frozenset[str], limit: int) -> tuple[Candidate, ...]:
        asked = query(name)
        if not asked.folded:
            return ()
        found = self._decided(asked.folded)
        for file in (*self._added, *self._shipped):
            found += self._in_file(file, asked, countries, limit)
        return tuple(_joined(found)[:limit])

    def known(self, name: str) -> bool:
        """Whether any place has exactly this spelling (folded)."""
        folded = fold(name)
        return bool(folded) and (folded in self._aliases or any(len(f.index.exact(folded)) for f in (*self._added, *self._shipped)))

    def called(self, name: str) -> tuple[Candidate, ...]:
        """Only the places that have exactly this spelling (folded)."""
        if not self.known(name):
            return ()
        return tuple(c for c in self.find(name, limit=CALLED_SO) if c.exact)

    def by_id(self, id_: str) -> PlaceRecord | None:
        """The place of an id ("geonames:170063"), from an added file before those that ship."""
        return next((r for f in (*self._added, *self._shipped) if (r := f.by_id(id_)) is not None), None)

    def nearest(self, point: tuple[float, float], within_km: float = 50.0) -> PlaceRecord | None:
        """The place nearest to (lat, lon) that is a point itself; None where none is within reach."""
        found = [r for f in (*self._added, *self._shipped) if (r := f.nearest(point)) is not None]
        near = [(distance_km(point, (r.lat, r.lon)), k) for k, r in enumerate(found)]
        return found[min(near)[1]] if near and min(near)[0] <= within_km else None

    def _decided(self, folded: str) -> list[Candidate]:
        alias = self._aliases.get(folded)
        return [Candidate(alias.place, DECIDED, True, folded, True, f"{alias.author}, {alias.day.isoformat()}")] if alias else []

    def _at_home(self, file: PlaceFile, exact: NDArray[Any], countries: frozenset[str]) -> NDArray[np.bool_]:
        """For each place of a file of many countries whether it may be meant: it lies in one of those, or is called exactly so."""
        wanted = np.zeros(len(file), bool)
        for iso2 in countries:
            wanted |= file.of_country(iso2)
        wanted[file.index.places_of(exact)[1]] = True
        return wanted

    def _in_file(self, file: PlaceFile, asked: Query, countries: frozenset[str], limit: int) -> list[Candidate]:
        exact, home = file.index.exact(asked.folded), file.about.get("country", "")
        near = not home or not countries or home in countries
        if not near and not len(exact):
            return []
        only = self._at_home(file, exact, countries) if near and countries and not home else None
        compared = compare(asked, file.index.near(asked, LOOKED_AT, only), file.index, file.population)
        fit, places, added = self._ranker(compared.table), compared.places, file in self._added
        least = TRUSTED - np.log(compared.namesakes) if added else np.full(len(fit), WELL_KNOWN)
        fit = np.where(compared.exact & (compared.plain_latin | (not added)), np.maximum(fit, least), fit)
        usable = np.flatnonzero(compared.exact | near)
        if only is not None:
            fit = np.where(compared.exact, fit, fit - UNLISTED)
            usable = np.flatnonzero(compared.exact | (fit >= UNLIKE))
        ranked = usable[np.lexsort((places[usable], -file.population[places[usable]], -fit[usable]))[:limit]].tolist()
        records = file.records([int(places[k]) for k in ranked])
        return [
            Candidate(r, float(fit[k]), bool(compared.exact[k]), file.index.texts[int(compared.form[k])], added) for k, r in zip(ranked, records, strict=True)
        ]


def load_gazetteer(folder: Path, added: Path | None = None, cache: Path | None = None, as_of: date | None = None) -> Gazetteer:
    """The places that ship (knowledge in `folder`) and, where `added` is a folder, every place file in it and the aliases decided by `as_of`.

    KnowledgeError names a file that is damaged or of another version.
    """
    ranker = load_ranker(folder / "name_ranker.json")
    files = [PlaceFile(f) for f in sorted(added.glob(f"*{SUFFIX}"))] if added and added.is_dir() else []
    return Gazetteer(builtin_files(folder, cache), ranker, files, in_force(read_aliases(added), as_of) if added else {})
