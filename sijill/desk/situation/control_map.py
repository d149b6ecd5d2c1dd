"""Control of a day on a map: places as reported, and the land around them as it is inferred, apart and marked so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fastapi import APIRouter, Request, Response

from sijill.desk.filters import ControlFilter
from sijill.desk.shell import DeskOf
from sijill.desk.situation.control import Asked, asked
from sijill.records import Told
from sijill.records.contract import to_json
from sijill.situation import Areas, areas, intervals
from sijill.situation.areas import BAND_KM, CAP_KM, CellFeature
from sijill.situation.control import PlaceControl
from sijill.situation.geojson import PointFeature
from sijill.store import Store

router = APIRouter()
COLOURS = 7
"""Sides with a colour of their own, those that are named most; the others share one."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side with the number of its colour, which it keeps on every day; COLOURS for those that share one."""

    name: str
    colour: int


@dataclass(frozen=True, slots=True)
class Days:
    """The days at which some voice's word begins or ends, around one day; None where there is none."""

    before: date | None
    after: date | None
    count: int


def sides_of(told: Sequence[Told], rows: Iterable[PlaceControl]) -> tuple[Side, ...]:
    """All sides that any claim says to hold a place, and so each one's colour, the same on every day."""
    tally = Counter(i.holder for i in intervals(told) if i.holder and not i.denied)
    for row in rows:
        tally.update(name for name in (row.last_holder, *row.contenders) if name and name not in tally)
    ranked = sorted(tally, key=lambda name: (-tally[name], name))
    return tuple(Side(name, min(n, COLOURS)) for n, name in enumerate(ranked))


def days_of(told: Sequence[Told], on: date) -> Days:
    """The nearest days before and after `on` at which something changes."""
    days = sorted({day for i in intervals(told) for day in (i.start, i.end) if day and day > date.min})
    here, beyond = bisect_left(days, on), bisect_right(days, on)
    return Days(days[here - 1] if here else None, days[beyond] if beyond < len(days) else None, len(days))


def areas_of(seen: Asked, rows: Sequence[PlaceControl], wanted: ControlFilter) -> Areas:
    """The places that are wanted, with the land around them as all places of the day leave it: a filter moves no line."""
    whole = areas(rows)
    kept = {row.key for row in rows if wanted.lets(row)}
    names = {row.place.name for row in rows if row.key in kept}
    features = tuple(f for f in whole.features if _key(f) in kept)
    return replace(
        whole, features=features, on=seen.on, unlocated=tuple(u for u in whole.unlocated if u.name in names), unshaped=tuple(u for u in whole.unshaped if u.name in names)
    )


def _key(feature: PointFeature | CellFeature) -> str:
    return feature.id.rpartition("#")[0] if isinstance(feature, CellFeature) else feature.id


def _look(request: Request, store: Store) -> tuple[ControlFilter, Asked, tuple[PlaceControl, ...]]:
    wanted = ControlFilter.of(request.query_params)
    seen = asked(store, wanted)
    return wanted, seen, seen.places()


@router.get("/map")
def control_map(request: Request, desk: DeskOf) -> Response:
    """The map of a day; its shapes come from /situation/areas.geojson with the same query."""
    with desk.store() as store:
        wanted, seen, rows = _look(request, store)
    shown = areas_of(seen, rows, wanted)
    points = [f for f in shown.features if isinstance(f, PointFeature)]
    named = {name for f in points for name in (f.properties.last_holder, *f.properties.contenders)}
    sides = sides_of(seen.told, rows)
    day = timedelta(days=1)
    values = {
        "wanted": wanted, "seen": seen, "reach": seen.reach, "found": shown, "located": len(points), "sides": sides,
        "here": tuple(s for s in sides if s.name in named), "days": days_of(seen.told, seen.on), "cap": CAP_KM, "band": BAND_KM,
        "yesterday": replace(wanted, on=seen.on - day) if seen.on > date.min else wanted, "tomorrow": replace(wanted, on=seen.on + day) if seen.on < date.max else wanted,
        "on_day": lambda at: replace(wanted, on=at).query(),
    }  # fmt: skip
    return desk.page(request, "control_map.html", values)


@router.get("/areas.geojson")
def areas_geojson(request: Request, desk: DeskOf) -> Response:
    """Reported points, inferred cells and contested bands of a day; each feature says in `basis` which it is."""
    with desk.store() as store:
        wanted, seen, rows = _look(request, store)
    return Response(to_json(areas_of(seen, rows, wanted)), media_type="application/geo+json")
