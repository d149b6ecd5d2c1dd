"""Who had to leave and who came back, in persons, with the factor shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from fastapi import APIRouter, Request, Response

from sijill.desk.filters import DisplacementFilter
from sijill.desk.shell import DeskOf, as_csv, as_json
from sijill.desk.situation.reach import reach_of
from sijill.export.cells import Cell, csv_lines
from sijill.export.words import range_words
from sijill.situation.displacement import EventDisplacement, Figure, displacement
from sijill.situation.displacement_totals import DisplacementTotal, displacement_totals
from sijill.store import Store

router = APIRouter()
COLUMNS = (
    "event", "area", "first_day", "last_day", "returned", "kind", "category", "state", "low", "best", "high", "running_total", "figures", "why",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Displacements:
    """/situation/displacement.json: one row a happening, kind and direction, and the totals of these rows."""

    count: int
    totals: tuple[DisplacementTotal, ...]
    rows: tuple[EventDisplacement, ...]


def list_displacement(store: Store, wanted: DisplacementFilter) -> Displacements:
    """The happenings of a query. What an analyst rejected is not counted."""
    events = tuple(e for e in store.events() if e.status != "rejected")
    rows = tuple(row for row in displacement(events, store.told()) if wanted.lets(row))
    return Displacements(len(rows), displacement_totals(rows), rows)


@router.get("/displacement")
def displacement_page(request: Request, desk: DeskOf) -> Response:
    """Who had to leave and who came back, in persons, with the factor shown."""
    wanted = DisplacementFilter.of(request.query_params)
    with desk.store() as store:
        found = list_displacement(store, wanted)
        reach = reach_of(store.told())
    return desk.page(request, "displacement.html", {"wanted": wanted, "found": found, "reach": reach})


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
    return as_csv("displacement", csv_lines(COLUMNS, _rows(found.rows)))


def _rows(rows: tuple[EventDisplacement, ...]) -> Iterator[tuple[Cell, ...]]:
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
