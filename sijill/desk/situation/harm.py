"""Harm to civilians in each happening, and to what they live by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from fastapi import APIRouter, Request, Response

from sijill.desk.shell import PAGE_SIZE, DeskOf, as_csv, as_json
from sijill.desk.situation.happenings import Happening, HappeningFilter, happening_of
from sijill.desk.situation.reach import Reach, reach_of
from sijill.export.cells import Cell, csv_lines
from sijill.records import CLAIM_TYPES, Event
from sijill.situation import CivilianHarm, harm
from sijill.situation.harm import Thing
from sijill.store import Store

router = APIRouter()
THINGS: tuple[Thing, ...] = get_args(Thing)
COLUMNS = (
    "event", "type", "status", "first_day", "last_day", "places", "killed_state", "killed_low", "killed_best", "killed_high", "injured_state",
    "injured_low", "injured_best", "injured_high", "harmed", "grade", "why",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HarmRow:
    """A happening and the harm in it."""

    event: Event
    harm: CivilianHarm


@dataclass(frozen=True, slots=True)
class HarmList:
    """The rows of a query; `undated`: matching but for a missing day; `by_thing`: in how many of the rows each kind of thing was harmed."""

    rows: tuple[HarmRow, ...]
    undated: int
    by_thing: tuple[tuple[Thing, int], ...]
    reach: Reach


@dataclass(frozen=True, slots=True)
class HarmEntry:
    """A row as data."""

    happening: Happening
    harm: CivilianHarm


@dataclass(frozen=True, slots=True)
class Harms:
    """/situation/harm.json"""

    count: int
    undated_left_out: int
    rows: tuple[HarmEntry, ...]


def _wanted(request: Request) -> HappeningFilter:
    return HappeningFilter.of(request.query_params, "thing", THINGS)


def _harmed(row: HarmRow) -> set[Thing]:
    return {t.thing for t in row.harm.things if t.modality != "denied"}


def list_harm(store: Store, wanted: HappeningFilter) -> HarmList:
    """The happenings of a query with harm in them; a thing that somebody only denies was harmed is not asked for by its name."""
    told, chosen = store.told(), wanted.choose(store.events())
    by_id = {e.id: e for e in chosen.events}
    rows = [HarmRow(by_id[h.event], h) for h in harm(chosen.events, told)]
    kept = tuple(row for row in rows if not wanted.choice or wanted.choice in _harmed(row))
    tally = Counter(thing for row in kept for thing in _harmed(row))
    return HarmList(kept, len(harm(chosen.undated, told)), tuple((thing, tally[thing]) for thing in THINGS if tally[thing]), reach_of(told))


@router.get("/harm")
def harm_page(request: Request, desk: DeskOf) -> Response:
    """Civilians killed and injured, and hospitals, schools, markets … harmed, each thing with its words."""
    wanted = _wanted(request)
    with desk.store() as store:
        found = list_harm(store, wanted)
    shown = found.rows[(wanted.page - 1) * PAGE_SIZE : wanted.page * PAGE_SIZE]
    return desk.page(request, "harm.html", {"wanted": wanted, "found": found, "shown": shown, "size": PAGE_SIZE, "things": THINGS, "types": CLAIM_TYPES})


@router.get("/harm.json")
def harm_json(request: Request, desk: DeskOf) -> Response:
    """The same as data, all pages of it."""
    with desk.store() as store:
        found = list_harm(store, _wanted(request))
    return as_json(Harms(len(found.rows), found.undated, tuple(HarmEntry(happening_of(row.event), row.harm) for row in found.rows)))


@router.get("/harm.csv")
def harm_csv(request: Request, desk: DeskOf) -> Response:
    """The same as a table, all pages of it."""
    with desk.store() as store:
        found = list_harm(store, _wanted(request))
    return as_csv("harm", csv_lines(COLUMNS, _cells(found.rows)))


def _cells(rows: tuple[HarmRow, ...]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        h, k, i = happening_of(row.event), row.harm.killed, row.harm.injured
        things = "; ".join(f"{t.thing}: “{t.words}” ({t.modality})" for t in row.harm.things)
        yield (
            h.id, h.type, h.status, h.first_day, h.last_day, "; ".join(h.places), k.state, k.low, k.best, k.high, i.state, i.low, i.best, i.high,
            things, row.harm.grade, row.harm.why,
        )  # fmt: skip
