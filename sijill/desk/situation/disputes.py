"""What the voices differ on, so that it is seen at a glance: each dispute as its camps, who stands in each, and their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from starlette.datastructures import QueryParams

from sijill.desk.asked import PAGE_SIZE, page_of
from sijill.desk.situation.happenings import HappeningFilter
from sijill.desk.situation.known import known_on
from sijill.desk.situation.listing import Listing
from sijill.desk.situation.reach import Reach, reach_of
from sijill.export.cells import Cell
from sijill.records import CLAIM_TYPES, Event, Position
from sijill.records.event import DisputeAbout
from sijill.situation import DisputeRow, disputes
from sijill.store import Store

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


def camps(positions: Sequence[Position]) -> tuple[Camp, ...]:
    """Positions by what they say, in the order in which each was first said; deniers last."""
    found: dict[tuple[str, str], list[Voice]] = defaultdict(list)
    for p in positions:
        says, tone, words = next(((s, t, p.says.removeprefix(start)) for start, s, t in _OCCURRENCE if p.says.startswith(start)), (p.says, "", ""))
        found[says, tone].append(Voice(p, words))
    made = [Camp(says, tone, tuple(voices)) for (says, tone), voices in found.items()]
    return tuple(sorted(made, key=lambda c: c.tone == "no"))


def list_disputes(store: Store, wanted: HappeningFilter) -> DisputeList:
    """The disputes of a query, newest first."""
    known = known_on(store, wanted.known)
    chosen = wanted.choose(known.events)
    by_id = {e.id: e for e in chosen.events}
    rows = tuple(Shown(row, by_id[row.event], camps(row.positions)) for row in disputes(chosen.events) if wanted.choice in ("", row.about))
    return DisputeList(rows, len(disputes(chosen.undated)), reach_of(known.all_told))


def _asked(query: QueryParams) -> HappeningFilter:
    return HappeningFilter.of(query, "about", ABOUT)


def _values(wanted: HappeningFilter, found: DisputeList) -> Mapping[str, object]:
    return {"shown": page_of(found.rows, wanted.page), "size": PAGE_SIZE, "about": ABOUT, "types": CLAIM_TYPES}


def _record(found: DisputeList) -> Disputes:
    return Disputes(len(found.rows), found.undated, tuple(shown.row for shown in found.rows))


def _cells(found: DisputeList) -> Iterator[tuple[Cell, ...]]:
    for row in (shown.row for shown in found.rows):
        for p in row.positions:
            yield row.event, row.type, row.status, "; ".join(row.places), row.start, row.about, p.claimant, p.says, p.ref.report, p.ref.claim, row.why


router = Listing("disputes", _asked, list_disputes, _values, _record, COLUMNS, _cells).router()
