"""Who holds which place on a day, each voice beside the fused state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request, Response

from sijill.desk.filters import ControlFilter
from sijill.desk.shell import DeskOf, as_csv, as_json
from sijill.desk.situation.reach import Reach, newest, reach_of
from sijill.export.cells import Cell, csv_lines
from sijill.records import Event, Told
from sijill.situation.control import PlaceControl, control
from sijill.situation.geojson import to_geojson
from sijill.store import Store

router = APIRouter()
COLUMNS = (
    "place", "place_id", "admin", "lat", "lon", "scale", "on", "state", "holder", "last_holder", "contenders", "since", "last_word", "confidence",
    "attested", "voices", "why",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Controls:
    """/situation/control.json: places on a day, with what was known by `known`."""

    on: date
    known: date
    count: int
    places: tuple[PlaceControl, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The claims and events that a day of control is made of, the days that they reach over, and the moment asked about."""

    told: Sequence[Told]
    events: Sequence[Event]
    reach: Reach
    on: date
    known: date

    def places(self) -> tuple[PlaceControl, ...]:
        """Every place of which something is said by then."""
        return control(self.told, self.on, self.known, self.events)


def asked(store: Store, wanted: ControlFilter) -> Asked:
    """What a query asks; without a day, that of the newest report."""
    told, events = store.told(), store.events()
    on = wanted.on or newest(told, events)
    return Asked(told, events, reach_of(told), on, wanted.known or on)


def list_control(found: Asked, wanted: ControlFilter) -> Controls:
    """The places of a query."""
    rows = tuple(row for row in found.places() if wanted.lets(row))
    return Controls(found.on, found.known, len(rows), rows)


def _of(request: Request, store: Store) -> Controls:
    wanted = ControlFilter.of(request.query_params)
    return list_control(asked(store, wanted), wanted)


@router.get("/control")
def control_page(request: Request, desk: DeskOf) -> Response:
    """Who holds which place, each voice beside the fused state."""
    wanted = ControlFilter.of(request.query_params)
    with desk.store() as store:
        seen = asked(store, wanted)
    return desk.page(request, "control.html", {"wanted": wanted, "found": list_control(seen, wanted), "reach": seen.reach})


@router.get("/control.json")
def control_json(request: Request, desk: DeskOf) -> Response:
    """The same as data."""
    with desk.store() as store:
        return as_json(_of(request, store))


@router.get("/control.csv")
def control_csv(request: Request, desk: DeskOf) -> Response:
    """The same as a table."""
    with desk.store() as store:
        found = _of(request, store)
    return as_csv("control", csv_lines(COLUMNS, (_row(row) for row in found.places)))


@router.get("/control.geojson")
def control_geojson(request: Request, desk: DeskOf) -> Response:
    """The located places as points; the others are listed in `unlocated`."""
    with desk.store() as store:
        found = _of(request, store)
    return Response(to_geojson(found.places), media_type="application/geo+json")


def _row(row: PlaceControl) -> tuple[Cell, ...]:
    p = row.place
    voices = "; ".join(f"{v.claimant}: {v.says} ({v.day.isoformat()})" for v in row.by_claimant)
    return (
        p.name, p.id, " / ".join(p.admin), p.lat, p.lon, row.scale, row.on, row.state, row.holder, row.last_holder, "; ".join(row.contenders),
        row.since, row.last_word, row.confidence, row.attested, voices, row.why,
    )  # fmt: skip
