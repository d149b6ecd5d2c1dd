"""What may come: warnings as told, ranges by named baselines beside their base rates, and how past outlooks came out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Annotated

import fastapi
from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel
from starlette.datastructures import QueryParams

from sijill.desk.asked import as_query, day, says
from sijill.desk.shell import DeskOf, as_csv, as_json
from sijill.desk.situation.reach import Reach, newest, reach_of
from sijill.export.cells import Cell, csv_lines
from sijill.situation import MeanScore, Outlook, OutlookReport, Score, mean_scores, outlook, score_outlooks
from sijill.situation.months import Measure
from sijill.store import Store

router = APIRouter()
COLUMNS = ("id", "area", "measure", "baseline", "issued", "month", "low", "median", "high", "escalation_at", "p_escalation", "base_rate", "base_months", "why")
MOST_SCORES = 60
"""Scored outlooks on the page, the latest; the data hold all."""


@dataclass(frozen=True, slots=True)
class OutlookFilter:
    """The day of issue (none: that of the newest report) and the area."""

    on: date | None
    place: str

    @classmethod
    def of(cls, query: QueryParams) -> OutlookFilter:
        """From a URL's query. InputError names the key that cannot be used."""
        return cls(day(query, "on"), query.get("place", "").strip())

    def query(self) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is asked."""
        return as_query(("on", self.on), ("place", self.place))


@dataclass(frozen=True, slots=True)
class Scored:
    """A kept outlook, and how it came out."""

    outlook: Outlook
    score: Score

    @property
    def inside(self) -> bool:
        """Whether what came lies in the range."""
        return self.outlook.low <= self.score.observed <= self.outlook.high


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A range and the months that it is the same for, the first and the last of them."""

    range: Outlook
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class AreaOutlook:
    """All ranges of one area and measure. `most`: the largest number of them, for bars of one scale."""

    area: tuple[str, ...]
    measure: Measure
    rows: tuple[RangeRow, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Outlooks:
    """/situation/outlook.json: the outlook on a day, and the kept ones whose month is over; `waiting`: kept ones that are not scored yet."""

    report: OutlookReport
    scored: tuple[Scored, ...]
    means: tuple[MeanScore, ...]
    waiting: int


def list_outlook(store: Store, wanted: OutlookFilter) -> tuple[Outlooks, Reach]:
    """The outlook of a query, from what was published by its day, and the days that the store reaches over."""
    told, events = store.told(), store.events()
    on = wanted.on or newest(told, events)
    made = outlook(events, [t for t in told if t.published is None or t.published <= on], on)
    kept = {o.id: o for o in store.outlooks() if says(wanted.place, *o.area)}
    scores = score_outlooks(tuple(kept.values()), events, told, on)
    scored = sorted((Scored(kept[s.outlook], s) for s in scores), key=lambda s: (-s.score.month.toordinal(), s.outlook.area, s.score.measure, s.score.baseline, s.outlook.id))
    report = OutlookReport(
        on, tuple(w for w in made.warnings if says(wanted.place, *w.area)), tuple(o for o in made.outlooks if says(wanted.place, *o.area)),
        tuple(s for s in made.too_short if says(wanted.place, *s.area)),
    )  # fmt: skip
    return Outlooks(report, tuple(scored), mean_scores(scores), len(kept) - len(scores)), reach_of(told)


def by_area(ranges: Sequence[Outlook]) -> tuple[AreaOutlook, ...]:
    """Ranges of the same area and measure together; months that a baseline gives the same range for share a row."""
    in_order = sorted(ranges, key=lambda o: (o.area, o.measure, o.baseline, o.month))
    grouped = ((key, tuple(found)) for key, found in groupby(in_order, key=lambda o: (o.area, o.measure)))
    return tuple(AreaOutlook(area, measure, tuple(_rows(found)), max(1, *(o.high for o in found))) for (area, measure), found in grouped)


def _rows(ranges: Sequence[Outlook]) -> Iterator[RangeRow]:
    for _, same in groupby(ranges, key=lambda o: (o.baseline, o.low, o.median, o.high, o.p_escalation, o.base_rate)):
        months = list(same)
        yield RangeRow(months[0], months[0].month, months[-1].month)


@router.get("/outlook")
def outlook_page(request: Request, desk: DeskOf) -> Response:
    """Warnings in their own words, ranges with base rates, and scores of past outlooks."""
    wanted = OutlookFilter.of(request.query_params)
    with desk.store() as store:
        found, reach = list_outlook(store, wanted)
    hits = sum(s.inside for s in found.scored)
    values = {"wanted": wanted, "found": found, "reach": reach, "areas": by_area(found.report.outlooks), "hits": hits, "most": MOST_SCORES}
    return desk.page(request, "outlook.html", values)


class PostedKeep(BaseModel):
    """The form that keeps an outlook."""

    on: str = ""


@router.post("/outlook")
def keep(desk: DeskOf, posted: Annotated[PostedKeep, fastapi.Form()]) -> Response:
    """Keeps the outlook of a day in the store, to be scored when its months are over; one that is kept already stays as it is."""
    wanted = OutlookFilter.of(QueryParams({"on": posted.on}))
    with desk.store() as store:
        found, _ = list_outlook(store, wanted)
        store.keep_outlooks(found.report.outlooks)
    return RedirectResponse(f"/situation/outlook{wanted.query()}", 303)


@router.get("/outlook.json")
def outlook_json(request: Request, desk: DeskOf) -> Response:
    """The same as data."""
    with desk.store() as store:
        found, _ = list_outlook(store, OutlookFilter.of(request.query_params))
    return as_json(found)


@router.get("/outlook.csv")
def outlook_csv(request: Request, desk: DeskOf) -> Response:
    """The ranges as a table."""
    with desk.store() as store:
        found, _ = list_outlook(store, OutlookFilter.of(request.query_params))
    return as_csv("outlook", csv_lines(COLUMNS, _cells(found.report.outlooks)))


def _cells(ranges: Sequence[Outlook]) -> Iterator[tuple[Cell, ...]]:
    for o in ranges:
        yield (
            o.id, " / ".join(o.area), o.measure, o.baseline, o.issued, o.month, o.low, o.median, o.high, o.escalation_at, o.p_escalation, o.base_rate,
            o.base_months, o.why,
        )  # fmt: skip
