"""A place with all its spellings, as sources give it and as place files keep it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal, get_args

PlaceKind = Literal[
    "country", "region", "district", "area", "water", "city", "town", "village", "neighbourhood", "camp", "crossing", "base", "site",
]  # fmt: skip
KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)
EXTENDED: frozenset[PlaceKind] = frozenset({"country", "region", "district", "area", "water"})
"""Kinds that are no point: their coordinates are a rough middle."""
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a place's name. `language`: a BCP 47 tag or "" where the source names none."""

    text: str
    language: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One place of a source. `ids` carry their scheme: "geonames:170063", "pcode:SY02", "wof:…", "osm:n…".

    lat, lon: WGS 84 degrees; admin: country to smallest division above it; population: 0 where unknown; `conflicts`: in words, what joined
    sources disagree on.
    """

    name: str
    lat: float
    lon: float
    kind: PlaceKind
    iso2: str
    admin: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    population: int = 0
    feature: str = ""
    spellings: tuple[Spelling, ...] = ()
    sources: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("no name")
        if not (math.isfinite(self.lat) and math.isfinite(self.lon) and -90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError("coordinates out of range")

    @property
    def id(self) -> str | None:
        """The id that claims carry: GeoNames' before Who's On First's before a P-code before others; None where the place has none."""
        schemes = ("geonames:", "wof:", "pcode:")
        return next((i for scheme in schemes for i in self.ids if i.startswith(scheme)), self.ids[0] if self.ids else None)

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling once, the name first."""
        return tuple(dict.fromkeys((self.name, *(s.text for s in self.spellings))))


@dataclass(frozen=True, slots=True)
class Source:
    """Where places of a file come from; licence and attribution go into every export."""

    name: str
    licence: str
    attribution: str
    url: str = ""
    sha256: str = ""
    rows: int = 0
    rejected: tuple[tuple[str, int], ...] = ()


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (lat, lon) points, in km (haversine)."""
    la, lo, lb, lp = map(math.radians, (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def settlement(population: int) -> PlaceKind:
    """The kind of an inhabited place by its size: city from 50,000, town from 5,000."""
    return "city" if population >= 50_000 else "town" if population >= 5_000 else "village"
