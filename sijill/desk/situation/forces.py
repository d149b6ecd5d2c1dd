"""Forces on the move: who went, from where to where, how many, as told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import get_args

from starlette.datastructures import QueryParams

from sijill.desk.asked import PAGE_SIZE, page_of
from sijill.desk.situation.happenings import HappeningFilter
from sijill.desk.situation.known import known_on
from sijill.desk.situation.listing import Listing
from sijill.desk.situation.reach import Reach, reach_of
from sijill.export.cells import Cell
from sijill.export.words import count_words, names
from sijill.records import Event
from sijill.situation import Movement, forces
from sijill.situation.forces import MoveState
from sijill.store import Store

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


def list_forces(store: Store, wanted: HappeningFilter) -> MoveList:
    """The moves of a query, newest first."""
    known = known_on(store, wanted.known)
    chosen = wanted.choose(known.events)
    by_id = {e.id: e for e in chosen.events}
    rows = tuple(MoveRow(by_id[m.event], m) for m in forces(chosen.events, known.told) if wanted.choice in ("", m.state))
    return MoveList(rows, len(forces(chosen.undated, known.told)), reach_of(known.all_told))


def _asked(query: QueryParams) -> HappeningFilter:
    return HappeningFilter.of(query, "told", STATES)


def _values(wanted: HappeningFilter, found: MoveList) -> Mapping[str, object]:
    return {"shown": page_of(found.rows, wanted.page), "size": PAGE_SIZE, "states": STATES}


def _record(found: MoveList) -> Moves:
    return Moves(len(found.rows), found.undated, tuple(row.move for row in found.rows))


def _cells(found: MoveList) -> Iterator[tuple[Cell, ...]]:
    for row in found.rows:
        m = row.move
        figures = "; ".join(f"{f.claimant}: {count_words(f.count)}" for f in m.figures)
        last = m.end - timedelta(days=1) if m.end else None
        yield m.event, row.event.status, "; ".join(m.actors), names(m.origin), names(m.destination), names(m.here), figures, m.start, last, m.state, m.why


router = Listing("forces", _asked, list_forces, _values, _record, COLUMNS, _cells).router()
