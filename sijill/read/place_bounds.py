"""Which places a larger place named with a name leaves for it: "X in Y" is an X that lies in Y, and a name like X elsewhere is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from sijill.knowledge.folding import fold
from sijill.knowledge.gazetteer import Candidate, Gazetteer, distance_km
from sijill.knowledge.place_record import EXTENDED, PlaceKind, PlaceRecord

SAME_DIVISION_KM = 60.0
"""Two sources' middles of one division lie no farther apart."""
_REACH_KM: dict[PlaceKind, float] = {"region": 150.0, "district": 60.0, "area": 400.0, "water": 400.0}
_TOWN_KM = 40.0
"""How far from the middle of its holder a place may lie, where nothing tells its divisions."""


class Lying(Enum):
    """How a candidate lies to the place that is said to hold it."""

    INSIDE = "inside"
    OPEN = "open"
    OUTSIDE = "outside"
    ABROAD = "abroad"


@dataclass(frozen=True, slots=True)
class Bound:
    """Name number `name` is said to lie in name number `holder`; `firm`: certainly so, not the next of a list."""

    name: int
    holder: int
    firm: bool


def holds(holder: PlaceRecord, place: PlaceRecord, gazetteer: Gazetteer) -> bool:
    """Whether the place lies in the other, by its divisions where they are known, else by distance."""
    if holder.kind == "country":
        return holder.iso2 == place.iso2
    apart = distance_km((holder.lat, holder.lon), (place.lat, place.lon))
    if holder.kind in {"area", "water"} or holder.kind not in EXTENDED:
        return apart <= _REACH_KM.get(holder.kind, _TOWN_KM)
    if holder.iso2 != place.iso2:
        return False
    names = [*place.admin[1:], *([place.name] if place.kind in {"region", "district"} else [])]
    if fold(holder.name) in map(fold, names):
        return True
    divisions = [c.place for name in names for c in gazetteer.called(name) if c.place.kind == holder.kind and c.place.iso2 == place.iso2]
    if divisions:
        return any(distance_km((d.lat, d.lon), (holder.lat, holder.lon)) <= SAME_DIVISION_KM for d in divisions)
    return apart <= _REACH_KM[holder.kind]


def _holders(candidates: Iterable[Candidate], countries: Sequence[str], firm: bool) -> list[PlaceRecord]:
    """What the words for the larger place may mean: exactly called so, extended unless it is certain that it holds, at home where any is."""
    exact = [c.place for c in candidates if (c.exact or c.decided) and (firm or c.place.kind in EXTENDED)]
    return [p for p in exact if p.iso2 in countries] or exact


def lying(inner: Sequence[Candidate], outer: Sequence[Candidate], countries: Sequence[str], firm: bool, gazetteer: Gazetteer) -> tuple[Lying, ...]:
    """How each candidate lies to the place that is said to hold it. All open where that place is not known, or where it may be the next of a
    list and holds none that is called exactly so."""
    holders = _holders(outer, countries, firm)
    inside = [any(holds(h, c.place, gazetteer) for h in holders) for c in inner]
    if not holders:
        return (Lying.OPEN,) * len(inner)
    known = firm or any(held and c.exact for held, c in zip(inside, inner, strict=True))
    home = {h.iso2 for h in holders}
    return tuple(
        Lying.INSIDE if held else Lying.OPEN if c.exact and not known else Lying.OUTSIDE if c.place.iso2 in home else Lying.ABROAD
        for held, c in zip(inside, inner, strict=True)
    )
