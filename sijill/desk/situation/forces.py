"""Forces on the move: who went, from where to where, how many, as told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import get_args

from fastapi import APIRouter, Request, Response

from sijill.desk.shell import PAGE_SIZE, DeskOf, as_csv, as_json
from sijill.desk.situation.happenings import HappeningFilter
from sijill.desk.situation.reach import Reach, reach_of
from sijill.export.cells import Cell, csv_lines
from sijill.export.words import count_words, names
from sijill.records import Event
from sijill.situation import Movement, forces
from sijill.situation.forces import MoveState
from sijill.store import Store

router = APIRouter()
STATES: tuple[MoveState, ...] = get_args(MoveState)
COLUMNS = ("event", "status", "who", "from", "to", "seen_at", "how_many", "first_day", "last_day", "state", "why")


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move and the event that it is."""

    event: Event
    move: Movement


@dataclass(frozen=True, slots=True)
class MoveList:
    """The rows of a query; `undated`: moves that match but for a missing day."""

    rows: tuple[MoveRow, ...]
    undated: int
    reach: Reach


@dataclass(frozen=True, slots=True)
class Moves:
    """/situation/forces.json"""

    count: int
    undated_left_out: int
    moves: tuple[Movement, ...]


def _wanted(request: Request) -> HappeningFilter:
    return HappeningFilter.of(request.query_params, "told", STATES)


def list_forces(store: Store, wanted: HappeningFilter) -> MoveList:
    """The moves of a query, newest first."""
    told, chosen = store.told(), wanted.choose(store.events())
    by_id = {e.id: e for e in chosen.events}
    rows = tuple(MoveRow(by_id[m.event], m) for m in forces(chosen.events, told) if wanted.choice in ("", m.state))
    return MoveList(rows, len(forces(chosen.undated, told)), reach_of(told))


@router.get("/forces")
def forces_page(request: Request, desk: DeskOf) -> Response:
    """Who moved, from where, to where, how many; planned and denied moves apart from those that were told."""
    wanted = _wanted(request)
    with desk.store() as store:
        found = list_forces(store, wanted)
    shown = found.rows[(wanted.page - 1) * PAGE_SIZE : wanted.page * PAGE_SIZE]
    return desk.page(request, "forces.html", {"wanted": wanted, "found": found, "shown": shown, "size": PAGE_SIZE, "states": STATES})


@router.get("/forces.json")
def forces_json(request: Request, desk: DeskOf) -> Response:
    """The same as data, all pages of it."""
    with desk.store() as store:
        found = list_forces(store, _wanted(request))
    return as_json(Moves(len(found.rows), found.undated, tuple(row.move for row in found.rows)))


@router.get("/forces.csv")
def forces_csv(request: Request, desk: DeskOf) -> Response:
    """The same as a table, all pages of it."""
    with desk.store() as store:
        found = list_forces(store, _wanted(request))
    return as_csv("forces", csv_lines(COLUMNS, _cells(found.rows)))


def _cells(rows: tuple[MoveRow, ...]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        m = row.move
        figures = "; ".join(f"{f.claimant}: {count_words(f.count)}" for f in m.figures)
        last = m.end - timedelta(days=1) if m.end else None
        yield m.event, row.event.status, "; ".join(m.actors), names(m.origin), names(m.destination), names(m.here), figures, m.start, last, m.state, m.why
