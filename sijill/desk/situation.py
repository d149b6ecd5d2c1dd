"""The situation: who holds which place on a day, and who was displaced; as pages and as data. Derived anew from claims at each request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from sijill.desk.filters import ControlFilter, DisplacementFilter
from sijill.desk.shell import DeskOf, as_csv, as_json
from sijill.export.cells import Cell, csv_lines
from sijill.export.words import range_words
from sijill.records import Event, Told
from sijill.situation.control import PlaceControl, control
from sijill.situation.displacement import EventDisplacement, Figure, displacement
from sijill.situation.displacement_totals import DisplacementTotal, displacement_totals
from sijill.situation.geojson import to_geojson
from sijill.store import Store

router = APIRouter(prefix="/situation")
CONTROL_COLUMNS = (
    "place", "place_id", "admin", "lat", "lon", "scale", "on", "state", "holder", "last_holder", "contenders", "since", "last_word", "confidence",
    "attested", "voices", "why",
)  # fmt: skip
DISPLACEMENT_COLUMNS = (
    "event", "area", "first_day", "last_day", "returned", "kind", "category", "state", "low", "best", "high", "running_total", "figures", "why",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Controls:
    """/situation/control.json: places on a day, with what was known by `known`."""

    on: date
    known: date
    count: int
    places: tuple[PlaceControl, ...]


@dataclass(frozen=True, slots=True)
class Displacements:
    """/situation/displacement.json: one row a happening, kind and direction, and the totals of these rows."""

    count: int
    totals: tuple[DisplacementTotal, ...]
    rows: tuple[EventDisplacement, ...]


def newest(told: tuple[Told, ...], events: tuple[Event, ...]) -> date:
    """The day of the newest report; of the newest event where no report is dated; else today's."""
    days = [t.published for t in told if t.published] or [e.when.end - timedelta(days=1) for e in events if e.when]
    return max(days, default=date.today())


def list_control(store: Store, wanted: ControlFilter) -> Controls:
    """The places of a query."""
    told, events = store.told(), store.events()
    on = wanted.on or newest(told, events)
    known = wanted.known or on
    rows = tuple(row for row in control(told, on, known, events) if wanted.lets(row))
    return Controls(on, known, len(rows), rows)


def list_displacement(store: Store, wanted: DisplacementFilter) -> Displacements:
    """The happenings of a query. What an analyst rejected is not counted."""
    events = tuple(e for e in store.events() if e.status != "rejected")
    rows = tuple(row for row in displacement(events, store.told()) if wanted.lets(row))
    return Displacements(len(rows), displacement_totals(rows), rows)


@router.get("")
def situation() -> Response:
    """Control is the first table."""
    return RedirectResponse("/situation/control", 307)


@router.get("/control")
def control_page(request: Request, desk: DeskOf) -> Response:
    """Who holds which place, each voice beside the fused state."""
    wanted = ControlFilter.of(request.query_params)
    with desk.store() as store:
        found = list_control(store, wanted)
    return desk.page(request, "control.html", {"wanted": wanted, "found": found})


@router.get("/control.json")
def control_json(request: Request, desk: DeskOf) -> Response:
    """The same as data."""
    with desk.store() as store:
        return as_json(list_control(store, ControlFilter.of(request.query_params)))


@router.get("/control.csv")
def control_csv(request: Request, desk: DeskOf) -> Response:
    """The same as a table."""
    with desk.store() as store:
        found = list_control(store, ControlFilter.of(request.query_params))
    return as_csv("control", csv_lines(CONTROL_COLUMNS, (_control_row(row) for row in found.places)))


@router.get("/control.geojson")
def control_geojson(request: Request, desk: DeskOf) -> Response:
    """The located places as points; the others are listed in `unlocated`."""
    with desk.store() as store:
        found = list_control(store, ControlFilter.of(request.query_params))
    return Response(to_geojson(found.places), media_type="application/geo+json")


def _control_row(row: PlaceControl) -> tuple[Cell, ...]:
    p = row.place
    voices = "; ".join(f"{v.claimant}: {v.says} ({v.day.isoformat()})" for v in row.by_claimant)
    return (
        p.name, p.id, " / ".join(p.admin), p.lat, p.lon, row.scale, row.on, row.state, row.holder, row.last_holder, "; ".join(row.contenders),
        row.since, row.last_word, row.confidence, row.attested, voices, row.why,
    )  # fmt: skip


@router.get("/displacement")
def displacement_page(request: Request, desk: DeskOf) -> Response:
    """Who had to leave and who came back, in persons, with the factor shown."""
    wanted = DisplacementFilter.of(request.query_params)
    with desk.store() as store:
        found = list_displacement(store, wanted)
    values: Mapping[str, object] = {"wanted": wanted, "found": found}
    return desk.page(request, "displacement.html", values)


@router.get("/displacement.json")
def displacement_json(request: Request, desk: DeskOf) -> Response:
    """The same as data."""
    with desk.store() as store:
        return as_json(list_displacement(store, DisplacementFilter.of(request.query_params)))


@router.get("/displacement.csv")
def displacement_csv(request: Request, desk: DeskOf) -> Response:
    """The same as a table."""
    with desk.store() as store:
        found = list_displacement(store, DisplacementFilter.of(request.query_params))
    return as_csv("displacement", csv_lines(DISPLACEMENT_COLUMNS, _displacement_rows(found.rows)))


def _displacement_rows(rows: tuple[EventDisplacement, ...]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        last = row.end - timedelta(days=1) if row.end else None
        figures = "; ".join(f"{f.claimant}: {_figure(f)}" for f in row.figures)
        yield (
            row.event, " / ".join(row.path), row.start, last, int(row.returned), row.kind, row.category, row.state, row.low, row.best, row.high,
            int(row.running), figures, row.why,
        )  # fmt: skip


def _figure(figure: Figure) -> str:
    persons = range_words(figure.low, figure.best, figure.high)
    return f"“{figure.words}” = {persons} persons ({figure.role})" if persons else f"“{figure.words}”, no number ({figure.role})"
