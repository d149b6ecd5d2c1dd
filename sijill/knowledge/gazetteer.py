"""Places by name: every spelling that the place files hold, ranked by how well it fits.

Files: the two that ship (typed places, larger cities of the world) and one a country that the user built with `sijill places add`.
An added file knows its country better than the files that ship, so of one place told by both the added one is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from sijill.knowledge.builtin_places import builtin_files
from sijill.knowledge.folding import fold
from sijill.knowledge.place_file import PlaceFile
from sijill.knowledge.place_index import query
from sijill.knowledge.place_record import EXTENDED, PlaceKind, PlaceRecord, Source, distance_km
from sijill.knowledge.place_score import compare, fits

__all__ = ["Candidate", "Gazetteer", "PlaceKind", "PlaceRecord", "distance_km", "load_gazetteer"]

LOOKED_AT = 120
"""Forms of one file that are compared with a spelling in full."""
CALLED_SO = 40
"""Places of one exact spelling that are taken from one file, the most populous first."""
REMEMBERED = 2_048
"""Answers kept of each kind: reports of one conflict name the same places again and again."""
SAME_KM = 6.0
SAME_NAMED_KM = 30.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a spelling may mean. `match`: how well the spelling fits, 1 only if it is one of the place's spellings; `spelling`: the folded form it came near."""

    place: PlaceRecord
    match: float
    spelling: str
    added: bool = False

    @property
    def point(self) -> tuple[float, float]:
        """(lat, lon)."""
        return self.place.lat, self.place.lon


def _one_place(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates of different files are one place: near each other and of like kind, or of one name in one division."""
    one, other = a.place, b.place
    if set(one.ids) & set(other.ids):
        return True
    if (one.kind in EXTENDED) != (other.kind in EXTENDED) or one.iso2 != other.iso2:
        return False
    if one.kind in EXTENDED and one.kind != other.kind:
        return False
    apart = distance_km(a.point, b.point)
    if one.kind in EXTENDED:
        return apart < 150
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
    best = max(kept, other, key=lambda c: c.match)
    return replace(kept, place=fuller, match=best.match, spelling=best.spelling)


class Gazetteer:
    """Look-up over several place files. Not to be changed while in use; reading from several threads is fine."""

    def __init__(self, shipped: Sequence[PlaceFile], added: Sequence[PlaceFile] = ()) -> None:
        self._shipped = tuple(shipped)
        self._added = tuple(added)
        self._found = lru_cache(REMEMBERED)(self._search)
        self._called = lru_cache(REMEMBERED)(self._exact)

    @property
    def size(self) -> int:
        """Places in all files (one told by two files counts twice)."""
        return sum(len(f) for f in (*self._shipped, *self._added))

    def sources(self) -> tuple[Source, ...]:
        """Licence and attribution of everything that may stand in an answer."""
        return tuple(dict.fromkeys(s for f in (*self._shipped, *self._added) for s in f.sources()))

    def find(self, name: str, countries: Sequence[str] = (), limit: int = 12) -> tuple[Candidate, ...]:
        """Places that the spelling may mean, best fit first and of equal fits the more populous.

        Exact spellings are found everywhere; near ones in the files of `countries` (ISO codes) only, where any are given.
        """
        homes = (file.about.get("country", "") for file in (*self._added, *self._shipped))
        return self._found(name, tuple(not home or not countries or home in countries for home in homes), limit)

    def _search(self, name: str, near: tuple[bool, ...], limit: int) -> tuple[Candidate, ...]:
        """`near`: for each file whether near spellings count, added files first."""
        if not query(name).folded:
            return ()
        found = [c for file, close in zip((*self._added, *self._shipped), near, strict=True) for c in self._in_file(file, name, close, limit)]
        return tuple(self._joined(found)[:limit])

    def called(self, name: str) -> tuple[Candidate, ...]:
        """Only the places that have exactly this spelling (folded)."""
        return self._called(fold(name))

    def _exact(self, folded: str) -> tuple[Candidate, ...]:
        found: list[Candidate] = []
        for file in (*self._added, *self._shipped):
            places = sorted(set(file.index.places_of(file.index.exact(folded))[1].tolist()), key=lambda p: (-int(file.population[p]), p))[:CALLED_SO]
            found += [Candidate(r, 1.0, folded, file in self._added) for r in file.records(places)] if places else []
        return tuple(self._joined(found))

    def _in_file(self, file: PlaceFile, name: str, near: bool, limit: int) -> list[Candidate]:
        asked = query(name)
        compared = compare(asked, file.index.near(asked, LOOKED_AT), file.index, file.population)
        fit = fits(compared)
        usable = np.flatnonzero(compared.exact | near)
        places = compared.places
        ranked = sorted(usable.tolist(), key=lambda k: (-float(fit[k]), -int(file.population[places[k]]), int(places[k])))[:limit]
        records = file.records([int(places[k]) for k in ranked])
        return [Candidate(r, float(fit[k]), file.index.texts[int(compared.form[k])], file in self._added) for k, r in zip(ranked, records, strict=True)]

    @staticmethod
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


def _rank(c: Candidate) -> tuple[float, int, str, float, float]:
    return (-c.match, -c.place.population, c.place.name, c.place.lat, c.place.lon)


def load_gazetteer(folder: Path, added: Path | None = None, cache: Path | None = None) -> Gazetteer:
    """The places that ship (knowledge in `folder`) and, where `added` is a folder, every place file in it.

    KnowledgeError names a file that is damaged or of another version.
    """
    files = sorted(added.glob("*.places")) if added and added.is_dir() else []
    return Gazetteer(builtin_files(folder, cache), [PlaceFile(f) for f in files])
