"""Names that an analyst types, looked up where the reader looks: place files and the actor list. Loaded at the first question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from sijill.knowledge import DATA
from sijill.knowledge.actors import ActorList, load_actors
from sijill.knowledge.folding import fold
from sijill.knowledge.gazetteer import Gazetteer, load_gazetteer
from sijill.knowledge.place_record import PlaceKind, PlaceRecord
from sijill.records import Actor, ActorKind, Mention, Place, PlaceRole

OFFERED = 5
"""Places offered for one name."""
_LEAST_FIT = -1.5
"""Log-odds below which a place that is not spelled so is not offered."""
_PRECISION: dict[PlaceKind, int] = {"country": 6, "region": 4, "district": 3, "area": 5, "water": 5}


@dataclass(frozen=True, slots=True)
class Offer:
    """A place that a name may mean: its id, or its point where it has none, and how a menu shows it."""

    key: str
    words: str


class Lookup:
    """Places and actors by name or id. `places`: the folder of the place files that the user added, if any."""

    def __init__(self, places: Path | None = None) -> None:
        self._places = places

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return load_gazetteer(DATA, self._places)

    @cached_property
    def _actors(self) -> ActorList:
        return load_actors(DATA)

    def offers(self, name: str) -> tuple[Offer, ...]:
        """The places that a name may mean, the likeliest first."""
        found = self._gazetteer.find(name, limit=OFFERED) if name.strip() else ()
        return tuple(Offer(_key(c.place), _place_words(c.place)) for c in found if c.exact or c.fit >= _LEAST_FIT)

    def place(self, key: str, name: str, role: PlaceRole, mention: Mention) -> Place | None:
        """The place of an id, or the one that was offered for the name under that key, as a claim holds it: near it where the role says so.

        None if no place file knows it.
        """
        offered = (c.place for c in self._gazetteer.find(name, limit=OFFERED) if _key(c.place) == key)
        record = next(offered, None) or self._gazetteer.by_id(key)
        if record is None:
            return None
        admin = (*record.admin, record.name) if record.kind in {"region", "district"} and record.name not in record.admin else record.admin
        exact = max(_PRECISION.get(record.kind, 1), 2 if role == "near" else 1)
        return Place(record.name, record.id, record.lat, record.lon, exact, admin, role, mention)

    def called(self, id_: str, name: str) -> bool:
        """Whether a name is one of the place's spellings."""
        return any(c.exact and c.place.id == id_ for c in self._gazetteer.find(name))

    def actor(self, name: str, kind: ActorKind, mention: Mention, told: Iterable[Actor]) -> Actor:
        """The actor that goes by exactly this name: one that is `told` of, else one of the actor list, else nobody known, with the kind that was given."""
        wanted = fold(name)
        known = next((a for a in told if fold(a.name) == wanted), None)
        if known is not None:
            return replace(known, mention=mention)
        match = self._actors.find(name, ())
        if match is not None and wanted in (fold(match.entry.name), fold(match.words)):
            return Actor(match.entry.name, match.entry.id, match.entry.kind, mention)
        return Actor(name, None, kind, mention)


def _key(place: PlaceRecord) -> str:
    return place.id or f"{place.lat}, {place.lon}"


def _place_words(place: PlaceRecord) -> str:
    return f"{', '.join((place.name, *reversed(place.admin)))} ({place.kind}, {place.lat:.4g}, {place.lon:.4g})"
