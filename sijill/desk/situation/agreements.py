"""Agreements and their life up to a day: announced, in force, extended, breached, collapsed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from fastapi import APIRouter, Request, Response
from starlette.datastructures import QueryParams

from sijill.desk.asked import as_query, code, day, says
from sijill.desk.shell import DeskOf, as_csv, as_json
from sijill.desk.situation.reach import Reach, newest, reach_of
from sijill.export.cells import Cell, csv_lines
from sijill.situation import Agreement, agreements
from sijill.situation.agreements import Step
from sijill.store import Store

router = APIRouter()
STATES: tuple[str, ...] = ("nothing sure", *(step for step in get_args(Step) if step != "breach denied"))
COLUMNS = ("agreement", "parties", "places", "state", "since", "breaches", "step", "day", "said", "claimant", "sure", "words", "report", "claim")


@dataclass(frozen=True, slots=True)
class AgreementFilter:
    """Which agreements, and up to which day. No day: that of the newest report. `state` is a step, or "nothing sure"."""

    on: date | None
    place: str
    party: str
    state: str

    @classmethod
    def of(cls, query: QueryParams) -> AgreementFilter:
        """From a URL's query. InputError names the key that cannot be used."""
        return cls(day(query, "on"), query.get("place", "").strip(), query.get("party", "").strip(), code(query, "state", ("", *STATES), ""))

    def query(self) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is asked."""
        return as_query(("on", self.on), ("place", self.place), ("party", self.party), ("state", self.state))

    def lets(self, found: Agreement) -> bool:
        """Whether the agreement is in."""
        return says(self.place, *found.places) and says(self.party, *found.parties) and self.state in ("", found.state or "nothing sure")


@dataclass(frozen=True, slots=True)
class Agreements:
    """/situation/agreements.json: each agreement with all its steps up to the day."""

    on: date
    count: int
    agreements: tuple[Agreement, ...]


def list_agreements(store: Store, wanted: AgreementFilter) -> tuple[Agreements, Reach]:
    """The agreements of a query, the youngest first, and the days that the store reaches over."""
    told, events = store.told(), store.events()
    on = wanted.on or newest(told, events)
    found = tuple(a for a in agreements(told, on, events) if wanted.lets(a))
    return Agreements(on, len(found), found), reach_of(told)


@router.get("/agreements")
def agreements_page(request: Request, desk: DeskOf) -> Response:
    """Each agreement's life as steps, each with who says so."""
    wanted = AgreementFilter.of(request.query_params)
    with desk.store() as store:
        found, reach = list_agreements(store, wanted)
    return desk.page(request, "agreements.html", {"wanted": wanted, "found": found, "reach": reach, "states": STATES})


@router.get("/agreements.json")
def agreements_json(request: Request, desk: DeskOf) -> Response:
    """The same as data."""
    with desk.store() as store:
        found, _ = list_agreements(store, AgreementFilter.of(request.query_params))
    return as_json(found)


@router.get("/agreements.csv")
def agreements_csv(request: Request, desk: DeskOf) -> Response:
    """The same as a table, a row a step."""
    with desk.store() as store:
        found, _ = list_agreements(store, AgreementFilter.of(request.query_params))
    return as_csv("agreements", csv_lines(COLUMNS, _cells(found.agreements)))


def _cells(found: tuple[Agreement, ...]) -> Iterator[tuple[Cell, ...]]:
    for number, a in enumerate(found, 1):
        for s in a.steps:
            yield (
                number, "; ".join(a.parties), "; ".join(a.places), a.state, a.since, a.breaches, s.step, s.day, s.said, s.claimant, int(s.sure), s.words,
                s.ref.report, s.ref.claim,
            )  # fmt: skip
