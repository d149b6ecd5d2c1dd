"""What the voices differ on, so that it is seen at a glance: each dispute as its camps, who stands in each, and their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from fastapi import APIRouter, Request, Response

from sijill.desk.shell import PAGE_SIZE, DeskOf, as_csv, as_json
from sijill.desk.situation.happenings import HappeningFilter
from sijill.desk.situation.reach import Reach, reach_of
from sijill.export.cells import Cell, csv_lines
from sijill.records import CLAIM_TYPES, Event, Position
from sijill.records.event import DisputeAbout
from sijill.situation import DisputeRow, disputes
from sijill.store import Store

router = APIRouter()
ABOUT: tuple[DisputeAbout, ...] = get_args(DisputeAbout)
COLUMNS = ("event", "type", "status", "places", "first_day", "about", "claimant", "says", "report", "claim", "why")
_OCCURRENCE = (("says: ", "It happened", "yes"), ("denies: ", "It did not happen", "no"))


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice in a camp; `words` are its own where the camp's name does not say them already."""

    position: Position
    words: str


@dataclass(frozen=True, slots=True)
class Camp:
    """Those who say the same. `tone`: "yes" for those who say that it happened, "no" for those who deny it, else empty."""

    says: str
    tone: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A dispute with its event and its camps."""

    row: DisputeRow
    event: Event
    camps: tuple[Camp, ...]


@dataclass(frozen=True, slots=True)
class DisputeList:
    """The rows of a query; `undated`: disputes that match but for a missing day."""

    rows: tuple[Shown, ...]
    undated: int
    reach: Reach


@dataclass(frozen=True, slots=True)
class Disputes:
    """/situation/disputes.json"""

    count: int
    undated_left_out: int
    disputes: tuple[DisputeRow, ...]


def camps(row: DisputeRow) -> tuple[Camp, ...]:
    """The positions of a dispute by what they say, in the order in which each was first said; deniers last."""
    found: dict[tuple[str, str], list[Voice]] = defaultdict(list)
    for p in row.positions:
        says, tone, words = next(((s, t, p.says.removeprefix(start)) for start, s, t in _OCCURRENCE if p.says.startswith(start)), (p.says, "", ""))
        found[says, tone].append(Voice(p, words))
    made = [Camp(says, tone, tuple(voices)) for (says, tone), voices in found.items()]
    return tuple(sorted(made, key=lambda c: c.tone == "no"))


def list_disputes(store: Store, wanted: HappeningFilter) -> DisputeList:
    """The disputes of a query, newest first."""
    chosen = wanted.choose(store.events())
    by_id = {e.id: e for e in chosen.events}
    rows = tuple(Shown(row, by_id[row.event], camps(row)) for row in disputes(chosen.events) if wanted.choice in ("", row.about))
    return DisputeList(rows, len(disputes(chosen.undated)), reach_of(store.told()))


def _wanted(request: Request) -> HappeningFilter:
    return HappeningFilter.of(request.query_params, "about", ABOUT)


@router.get("/disputes")
def disputes_page(request: Request, desk: DeskOf) -> Response:
    """Who says what about who did it, whether it happened, how many."""
    wanted = _wanted(request)
    with desk.store() as store:
        found = list_disputes(store, wanted)
    shown = found.rows[(wanted.page - 1) * PAGE_SIZE : wanted.page * PAGE_SIZE]
    return desk.page(request, "disputes.html", {"wanted": wanted, "found": found, "shown": shown, "size": PAGE_SIZE, "about": ABOUT, "types": CLAIM_TYPES})


@router.get("/disputes.json")
def disputes_json(request: Request, desk: DeskOf) -> Response:
    """The same as data, all pages of it."""
    with desk.store() as store:
        found = list_disputes(store, _wanted(request))
    return as_json(Disputes(len(found.rows), found.undated, tuple(shown.row for shown in found.rows)))


@router.get("/disputes.csv")
def disputes_csv(request: Request, desk: DeskOf) -> Response:
    """The same as a table, a row a position, all pages of it."""
    with desk.store() as store:
        found = list_disputes(store, _wanted(request))
    return as_csv("disputes", csv_lines(COLUMNS, _cells(found.rows)))


def _cells(rows: tuple[Shown, ...]) -> Iterator[tuple[Cell, ...]]:
    for row in (shown.row for shown in rows):
        for p in row.positions:
            yield row.event, row.type, row.status, "; ".join(row.places), row.start, row.about, p.claimant, p.says, p.ref.report, p.ref.claim, row.why
