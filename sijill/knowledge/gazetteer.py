"""Places by name: every spelling that the table knows, with coordinates, kind and the divisions that hold them.

The table that ships (data/places.yaml, and the states of data/states.yaml) is small and typed by hand; a name that it does not
hold stays a name.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sijill.knowledge.folding import fold, skeleton
from sijill.knowledge.yaml_files import read_yaml

PlaceKind = Literal["country", "region", "area", "city", "town", "village", "camp", "crossing", "base"]
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One place. lat, lon: WGS 84 degrees (an area's rough centre); admin: from country to the smallest division above it."""

    id: str | None
    name: str
    lat: float
    lon: float
    kind: PlaceKind
    admin: tuple[str, ...]
    iso2: str
    population: int


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (lat, lon) points, in km (haversine)."""
    la, lo, lb, lp = map(math.radians, (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


class Gazetteer:
    """Look-up by spelling: exact when folded, else without Arabic articles."""

    def __init__(self, rows: Iterable[tuple[PlaceEntry, Sequence[str]]]) -> None:
        self._exact: dict[str, list[PlaceEntry]] = defaultdict(list)
        self._bare: dict[str, list[PlaceEntry]] = defaultdict(list)
        self.size = 0
        for entry, names in rows:
            self.size += 1
            for name in dict.fromkeys((entry.name, *names)):
                for index, key in ((self._exact, fold(name)), (self._bare, skeleton(name))):
                    if key and entry not in index[key]:
                        index[key].append(entry)

    def find(self, name: str) -> tuple[PlaceEntry, ...]:
        """All places so spelled, the most populous first."""
        found = self._exact.get(fold(name)) or self._bare.get(skeleton(name)) or []
        return tuple(sorted(found, key=lambda e: (-e.population, e.name, e.lat, e.lon)))


def load_gazetteer(folder: Path) -> Gazetteer:
    """The table that ships with Sijill."""
    rows: list[tuple[PlaceEntry, Sequence[str]]] = []
    for row in read_yaml(folder / "states.yaml"):
        state = PlaceEntry(None, row["name"], row["lat"], row["lon"], "country", (row["name"],), row["iso2"], 10**8)
        rows.append((state, row.get("aliases") or ()))
        capital = PlaceEntry(None, row["capital"], row["lat"], row["lon"], "city", (row["name"],), row["iso2"], 10**6)
        rows.append((capital, ()))
    known = {(fold(e.name), e.iso2) for e, _ in rows if e.kind == "city"}
    for row in read_yaml(folder / "places.yaml"):
        if row["kind"] == "country" or (row["kind"] in {"city", "town"} and (fold(row["name"]), row["iso2"]) in known):
            continue
        entry = PlaceEntry(row.get("id"), row["name"], row["lat"], row["lon"], row["kind"], tuple(row["admin"]), row["iso2"], row.get("population") or 0)
        rows.append((entry, row.get("aliases") or ()))
    return Gazetteer(rows)
