"""Agreements and their life up to a day: announced, in force, extended, breached, collapsed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from starlette.datastructures import QueryParams

from sijill.desk.asked import as_query, code, day, only, says
from sijill.desk.situation.known import known_on
from sijill.desk.situation.listing import Listing
from sijill.desk.situation.reach import Reach, newest, reach_of
from sijill.export.cells import Cell
from sijill.situation import Agreement, agreements
from sijill.situation.agreements import Step
from sijill.store import Store

STATES: tuple[str, ...] = ("nothing sure", *(step for step in get_args(Step) if step != "breach denied"))
COLUMNS = ("agreement", "parties", "places", "state", "since", "breaches", "step", "day", "said", "claimant", "sure", "words", "report", "claim")


@dataclass(frozen=True, slots=True)
class AgreementFilter:
    """Which agreements, up to which day, as known on which. No day: that of the newest report. `state` is a step, or "nothing sure"."""

    on: date | None
    known: date | None
    place: str
    party: str
    state: str

    @classmethod
    def of(cls, query: QueryParams) -> AgreementFilter:
        """From a URL's query. InputError names the key that cannot be used."""
        only(query, "on", "known", "place", "party", "state")
        return cls(day(query, "on"), day(query, "known"), query.get("place", "").strip(), query.get("party", "").strip(), code(query, "state", ("", *STATES), ""))

    def query(self) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is asked."""
        return as_query(("on", self.on), ("known", self.known), ("place", self.place), ("party", self.party), ("state", self.state))

    def now(self) -> AgreementFilter:
        """The same as known now."""
        return replace(self, known=None)

    def lets(self, found: Agreement) -> bool:
        """Whether the agreement is in."""
        return says(self.place, *found.places) and says(self.party, *found.parties) and self.state in ("", found.state or "nothing sure")


@dataclass(frozen=True, slots=True)
class Agreements:
    """/situation/agreements.json: each agreement with all its steps up to the day."""

    on: date
    count: int
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class AgreementList:
    """The answer to a query, and the days that the store reaches over."""

    answer: Agreements
    reach: Reach


def list_agreements(store: Store, wanted: AgreementFilter) -> AgreementList:
    """The agreements of a query, the youngest first."""
    known = known_on(store, wanted.known)
    on = wanted.on or wanted.known or newest(known.told, known.events)
    found = tuple(a for a in agreements(known.told, on, known.events) if wanted.lets(a))
    return AgreementList(Agreements(on, len(found), found), reach_of(known.all_told))


def _values(_: AgreementFilter, found: AgreementList) -> Mapping[str, object]:
    return {"shown": found.answer.agreements, "on": found.answer.on, "states": STATES}


def _record(found: AgreementList) -> Agreements:
    return found.answer


def _cells(found: AgreementList) -> Iterator[tuple[Cell, ...]]:
    for number, a in enumerate(found.answer.agreements, 1):
        for s in a.steps:
            yield (
                number, "; ".join(a.parties), "; ".join(a.places), a.state, a.since, a.breaches, s.step, s.day, s.said, s.claimant, int(s.sure), s.words,
                s.ref.report, s.ref.claim,
            )  # fmt: skip


router = Listing("agreements", AgreementFilter.of, list_agreements, _values, _record, COLUMNS, _cells).router()
