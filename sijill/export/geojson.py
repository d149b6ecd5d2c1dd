"""Located events as GeoJSON (RFC 7946), WGS 84. One feature an event, so that no toll is counted twice where an event has several places.

What has no coordinates is no feature: it is listed in the foreign member `unlocated`, with its count, so that a map can say what it lacks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sijill.export.csv_files import count_origins
from sijill.export.release import released
from sijill.export.words import names, toll_line
from sijill.records import Event, EventWhen, Place, Told
from sijill.records.contract import to_json


@dataclass(frozen=True, slots=True)
class _Geometry:
    """`coordinates`: longitude and latitude of a Point, or a list of such pairs of a MultiPoint."""

    type: Literal["Point", "MultiPoint"]
    coordinates: tuple[float, ...] | tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class _Site:
    """A place of the event, in the order of the geometry's points."""

    name: str
    id: str | None
    role: str
    where_prec: int | None
    admin: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Properties:
    event: str
    status: str
    grade: str
    type: str
    by: str
    to: str
    sites: tuple[_Site, ...]
    unlocated_places: tuple[str, ...]
    start: date | None
    end: date | None
    toll: tuple[str, ...]
    claims: int
    origins: int
    disputes: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class _Feature:
    type: Literal["Feature"]
    id: str
    geometry: _Geometry
    properties: _Properties


@dataclass(frozen=True, slots=True)
class _Listed:
    """An event that no map can show."""

    event: str
    status: str
    type: str
    places: tuple[str, ...]
    start: date | None


@dataclass(frozen=True, slots=True)
class _Unlocated:
    count: int
    events: tuple[_Listed, ...]


@dataclass(frozen=True, slots=True)
class _Collection:
    type: Literal["FeatureCollection"]
    features: tuple[_Feature, ...]
    unlocated: _Unlocated


def _geometry(located: tuple[Place, ...]) -> _Geometry:
    points = tuple((p.lon, p.lat) for p in located if p.lon is not None and p.lat is not None)
    return _Geometry("Point", points[0]) if len(points) == 1 else _Geometry("MultiPoint", points)


def _days(when: EventWhen | None) -> tuple[date | None, date | None]:
    return (when.start, when.end) if when else (None, None)


def _feature(event: Event, located: tuple[Place, ...], origins: int) -> _Feature:
    start, end = _days(event.when)
    properties = _Properties(
        event=event.id, status=event.status, grade=event.grade, type=event.type, by=names(event.by), to=names(event.to),
        sites=tuple(_Site(p.name, p.id, p.role, p.precision, p.admin) for p in located),
        unlocated_places=tuple(p.name for p in event.places if p.lat is None),
        start=start, end=end, toll=tuple(toll_line(t) for t in event.toll), claims=len(event.claims), origins=origins,
        disputes=tuple(d.about for d in event.disputes), why=event.why,
    )  # fmt: skip
    return _Feature("Feature", event.id, _geometry(located), properties)


def events_as_geojson(events: Iterable[Event], told: Iterable[Told], released_only: bool = True) -> str:
    """One FeatureCollection. A feature is a Point, or a MultiPoint where the event has several located places; `start`–`end` is half-open."""
    return event_map(released(events, released_only), told)


def event_map(events: Iterable[Event], told: Iterable[Told]) -> str:
    """The same for the desk's own map, where every event given is in, rejected ones too."""
    origin_of = {t.report: t.origin for t in told}
    features: list[_Feature] = []
    unlocated: list[_Listed] = []
    for event in events:
        located = tuple(p for p in event.places if p.lat is not None)
        if located:
            features.append(_feature(event, located, count_origins(event, origin_of)))
        else:
            unlocated.append(_Listed(event.id, event.status, event.type, tuple(p.name for p in event.places), _days(event.when)[0]))
    return to_json(_Collection("FeatureCollection", tuple(features), _Unlocated(len(unlocated), tuple(unlocated))))
