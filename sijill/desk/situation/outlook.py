"""What may come: warnings as told, ranges by named baselines beside their base rates, and how past outlooks came out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Annotated

import fastapi
from fastapi import Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel
from starlette.datastructures import QueryParams

from sijill.desk.asked import as_query, day, only, says
from sijill.desk.shell import DeskOf
from sijill.desk.situation.known import known_on
from sijill.desk.situation.listing import Listing
from sijill.desk.situation.reach import Reach, newest, reach_of
from sijill.export.cells import Cell
from sijill.situation import MeanScore, Outlook, OutlookReport, Score, mean_scores, outlook, score_outlooks
from sijill.situation.months import Measure
from sijill.store import Store

COLUMNS = ("id", "area", "measure", "baseline", "issued", "month", "low", "median", "high", "escalation_at", "p_escalation", "base_rate", "base_months", "why")
MOST_SCORES = 60
"""Scored outlooks on the page, the latest; the data hold all."""


@dataclass(frozen=True, slots=True)
class OutlookFilter:
    """The day of issue (none: that of the newest report), the day whose knowledge is used (none: all that there is now), and the area."""

    on: date | None
    known: date | None
    place: str

    @classmethod
    def of(cls, query: QueryParams) -> OutlookFilter:
        """From a URL's query. InputError names the key that cannot be used."""
        only(query, "on", "known", "place")
        return cls(day(query, "on"), day(query, "known"), query.get("place", "").strip())

    def query(self) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is asked."""
        return as_query(("on", self.on), ("known", self.known), ("place", self.place))

    def now(self) -> OutlookFilter:
        """The same as known now."""
        return replace(self, known=None)


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


@dataclass(frozen=True, slots=True)
class OutlookList:
    """The answer to a query, and the days that the store reaches over."""

    answer: Outlooks
    reach: Reach


def list_outlook(store: Store, wanted: OutlookFilter) -> OutlookList:
    """The outlook of a query, from what was published by its day."""
    known = known_on(store, wanted.known)
    told, events = known.told, known.events
    on = wanted.on or wanted.known or newest(told, events)
    made = outlook(events, [t for t in told if t.published is None or t.published <= on], on)
    kept = {o.id: o for o in store.outlooks() if says(wanted.place, *o.area)}
    scores = score_outlooks(tuple(kept.values()), events, told, on)
    scored = sorted((Scored(kept[s.outlook], s) for s in scores), key=lambda s: (-s.score.month.toordinal(), s.outlook.area, s.score.measure, s.score.baseline, s.outlook.id))
    report = OutlookReport(
        on, tuple(w for w in made.warnings if says(wanted.place, *w.area)), tuple(o for o in made.outlooks if says(wanted.place, *o.area)),
        tuple(s for s in made.too_short if says(wanted.place, *s.area)),
    )  # fmt: skip
    return OutlookList(Outlooks(report, tuple(scored), mean_scores(scores), len(kept) - len(scores)), reach_of(known.all_told))


def by_area(ranges: Sequence[Outlook]) -> tuple[AreaOutlook, ...]:
    """Ranges of the same area and measure together; months that a baseline gives the same range for share a row."""
    in_order = sorted(ranges, key=lambda o: (o.area, o.measure, o.baseline, o.month))
    grouped = ((key, tuple(found)) for key, found in groupby(in_order, key=lambda o: (o.area, o.measure)))
    return tuple(AreaOutlook(area, measure, tuple(_rows(found)), max(1, *(o.high for o in found))) for (area, measure), found in grouped)


def _rows(ranges: Sequence[Outlook]) -> Iterator[RangeRow]:
    for _, same in groupby(ranges, key=lambda o: (o.baseline, o.low, o.median, o.high, o.p_escalation, o.base_rate)):
        months = list(same)
        yield RangeRow(months[0], months[0].month, months[-1].month)


def _values(_: OutlookFilter, found: OutlookList) -> Mapping[str, object]:
    answer = found.answer
    return {"report": answer.report, "answer": answer, "areas": by_area(answer.report.outlooks), "hits": sum(s.inside for s in answer.scored), "most": MOST_SCORES}


def _record(found: OutlookList) -> Outlooks:
    return found.answer


def _cells(found: OutlookList) -> Iterator[tuple[Cell, ...]]:
    for o in found.answer.report.outlooks:
        yield (
            o.id, " / ".join(o.area), o.measure, o.baseline, o.issued, o.month, o.low, o.median, o.high, o.escalation_at, o.p_escalation, o.base_rate,
            o.base_months, o.why,
        )  # fmt: skip


router = Listing("outlook", OutlookFilter.of, list_outlook, _values, _record, COLUMNS, _cells).router()


class PostedKeep(BaseModel):
    """The form that keeps an outlook."""

    on: str = ""
    known: str = ""


@router.post("/outlook")
def keep(desk: DeskOf, posted: Annotated[PostedKeep, fastapi.Form()]) -> Response:
    """Keeps the outlook of a day in the store, to be scored when its months are over; one that is kept already stays as it is."""
    wanted = OutlookFilter.of(QueryParams({"on": posted.on, "known": posted.known}))
    with desk.store() as store:
        store.keep_outlooks(list_outlook(store, wanted).answer.report.outlooks)
    return RedirectResponse(f"/situation/outlook{wanted.query()}", 303)
