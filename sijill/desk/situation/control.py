"""Who holds which place on a day, each voice beside the fused state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import Request, Response

from sijill.desk.filters import ControlFilter
from sijill.desk.shell import DeskOf
from sijill.desk.situation.listing import Listing
from sijill.desk.situation.reach import Reach, newest, reach_of
from sijill.export.cells import Cell
from sijill.records import Event, Told
from sijill.situation.control import PlaceControl, control
from sijill.situation.geojson import to_geojson
from sijill.store import Store

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


@dataclass(frozen=True, slots=True)
class ControlList:
    """The answer to a query, and the days that the store reaches over."""

    answer: Controls
    reach: Reach


def list_control(store: Store, wanted: ControlFilter) -> ControlList:
    """The places of a query."""
    seen = asked(store, wanted)
    rows = tuple(row for row in seen.places() if wanted.lets(row))
    return ControlList(Controls(seen.on, seen.known, len(rows), rows), seen.reach)


def _values(_: ControlFilter, found: ControlList) -> Mapping[str, object]:
    return {"shown": found.answer.places, "on": found.answer.on, "known": found.answer.known}


def _record(found: ControlList) -> Controls:
    return found.answer


def _cells(found: ControlList) -> Iterator[tuple[Cell, ...]]:
    for row in found.answer.places:
        p = row.place
        voices = "; ".join(f"{v.claimant}: {v.says} ({v.day.isoformat()})" for v in row.by_claimant)
        yield (
            p.name, p.id, " / ".join(p.admin), p.lat, p.lon, row.scale, row.on, row.state, row.holder, row.last_holder, "; ".join(row.contenders),
            row.since, row.last_word, row.confidence, row.attested, voices, row.why,
        )  # fmt: skip


router = Listing("control", ControlFilter.of, list_control, _values, _record, COLUMNS, _cells).router()


@router.get("/control.geojson")
def control_geojson(request: Request, desk: DeskOf) -> Response:
    """The located places as points; the others are listed in `unlocated`."""
    with desk.store() as store:
        found = list_control(store, ControlFilter.of(request.query_params))
    return Response(to_geojson(found.answer.places), media_type="application/geo+json")
