"""Places and who holds them as GeoJSON (RFC 7946), WGS 84, positions as longitude and latitude.

A place without coordinates is no feature: it is listed in the foreign member `unlocated`, so that a map can say what it lacks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sijill.records.contract import to_json
from sijill.situation.control import Attested, PlaceControl, State
from sijill.situation.holding import Scale

Position = tuple[float, float]
Basis = Literal["reported", "inferred"]


@dataclass(frozen=True, slots=True)
class Point:
    """Longitude, latitude in degrees."""

    coordinates: Position
    type: Literal["Point"] = "Point"


@dataclass(frozen=True, slots=True)
class Voice:
    """One claimant's word beside the fused state."""

    claimant: str
    says: str
    day: date


@dataclass(frozen=True, slots=True)
class PointProperties:
    """What is reported of a place; `basis` tells it apart from what areas.py infers around it."""

    name: str
    id: str | None
    admin: tuple[str, ...]
    where_prec: int | None
    scale: Scale
    on: date
    state: State
    holder: str | None
    last_holder: str | None
    contenders: tuple[str, ...]
    since: date | None
    last_word: date | None
    confidence: float
    attested: Attested
    by_claimant: tuple[Voice, ...]
    why: str
    basis: Basis = "reported"


@dataclass(frozen=True, slots=True)
class PointFeature:
    """A place on the map."""

    id: str
    geometry: Point
    properties: PointProperties
    type: Literal["Feature"] = "Feature"


@dataclass(frozen=True, slots=True)
class Unlocated:
    """A place that no map can show, with its state all the same."""

    name: str
    admin: tuple[str, ...]
    state: State
    holder: str | None
    why: str


@dataclass(frozen=True, slots=True)
class PointCollection:
    """All places of one day."""

    features: tuple[PointFeature, ...]
    unlocated: tuple[Unlocated, ...]
    type: Literal["FeatureCollection"] = "FeatureCollection"


def point_of(c: PlaceControl) -> PointFeature | None:
    """A place as a feature, None if it has no coordinates."""
    p = c.place
    if p.lat is None or p.lon is None:
        return None
    voices = tuple(Voice(v.claimant, v.says, v.day) for v in c.by_claimant)
    properties = PointProperties(
        p.name, p.id, p.admin, p.precision, c.scale, c.on, c.state, c.holder, c.last_holder, c.contenders, c.since, c.last_word, c.confidence,
        c.attested, voices, c.why,
    )  # fmt: skip
    return PointFeature(c.key, Point((p.lon, p.lat)), properties)


def unlocated_of(c: PlaceControl) -> Unlocated:
    """A place without coordinates as it is listed."""
    return Unlocated(c.place.name, c.place.admin, c.state, c.holder, c.why)


def to_geojson(controls: Iterable[PlaceControl]) -> str:
    """One FeatureCollection of points for the places of `control(...)`."""
    points: list[PointFeature] = []
    nowhere: list[Unlocated] = []
    for c in controls:
        point = point_of(c)
        if point is None:
            nowhere.append(unlocated_of(c))
        else:
            points.append(point)
    return to_json(PointCollection(tuple(points), tuple(nowhere)))
