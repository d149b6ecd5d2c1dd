"""Harm to civilians in each happening, and to what they live by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from starlette.datastructures import QueryParams

from sijill.desk.asked import PAGE_SIZE, page_of
from sijill.desk.situation.happenings import Happening, HappeningFilter, happening_of
from sijill.desk.situation.known import known_on
from sijill.desk.situation.listing import Listing
from sijill.desk.situation.reach import Reach, reach_of
from sijill.export.cells import Cell
from sijill.records import CLAIM_TYPES, Event
from sijill.situation import CivilianHarm, harm
from sijill.situation.harm import Thing
from sijill.store import Store

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


def _harmed(row: HarmRow) -> set[Thing]:
    return {t.thing for t in row.harm.things if t.modality != "denied"}


def list_harm(store: Store, wanted: HappeningFilter) -> HarmList:
    """The happenings of a query with harm in them; a thing that somebody only denies was harmed is not asked for by its name."""
    known = known_on(store, wanted.known)
    chosen = wanted.choose(known.events)
    by_id = {e.id: e for e in chosen.events}
    rows = [HarmRow(by_id[h.event], h) for h in harm(chosen.events, known.told)]
    kept = tuple(row for row in rows if not wanted.choice or wanted.choice in _harmed(row))
    tally = Counter(thing for row in kept for thing in _harmed(row))
    return HarmList(kept, len(harm(chosen.undated, known.told)), tuple((thing, tally[thing]) for thing in THINGS if tally[thing]), reach_of(known.all_told))


def _asked(query: QueryParams) -> HappeningFilter:
    return HappeningFilter.of(query, "thing", THINGS)


def _values(wanted: HappeningFilter, found: HarmList) -> Mapping[str, object]:
    return {"shown": page_of(found.rows, wanted.page), "size": PAGE_SIZE, "things": THINGS, "types": CLAIM_TYPES}


def _record(found: HarmList) -> Harms:
    return Harms(len(found.rows), found.undated, tuple(HarmEntry(happening_of(row.event), row.harm) for row in found.rows))


def _cells(found: HarmList) -> Iterator[tuple[Cell, ...]]:
    for row in found.rows:
        h, k, i = happening_of(row.event), row.harm.killed, row.harm.injured
        things = "; ".join(f"{t.thing}: “{t.words}” ({t.modality})" for t in row.harm.things)
        yield (
            h.id, h.type, h.status, h.first_day, h.last_day, "; ".join(h.places), k.state, k.low, k.best, k.high, i.state, i.low, i.best, i.high,
            things, row.harm.grade, row.harm.why,
        )  # fmt: skip


router = Listing("harm", _asked, list_harm, _values, _record, COLUMNS, _cells).router()
