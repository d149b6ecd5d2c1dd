"""The same lists as data: JSON and CSV at each list page's address plus the extension, GeoJSON of the map.

These show all that the desk shows, drafts too, each with its status. For what may be published, see `sijill export`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter, Request, Response

from sijill.desk.asked import NO_QUERY
from sijill.desk.corrections import correction_rows
from sijill.desk.filters import EventFilter, ReportFilter
from sijill.desk.queries import list_events, list_reports
from sijill.desk.shell import DeskOf, as_csv, as_json
from sijill.desk.views import ReportRow, decisions
from sijill.export.cells import csv_lines
from sijill.export.csv_files import event_table
from sijill.export.geojson import event_map
from sijill.records import Claim, Event, Judgement
from sijill.store import Correction

router = APIRouter()


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report without its text, and what was read from it."""

    id: str
    title: str | None
    published: str | None
    outlet: str | None
    language: str | None
    url: str | None
    sha256: str
    claims: int
    events: int
    skips: int


@dataclass(frozen=True, slots=True)
class Reports:
    """/reports.json"""

    count: int
    reports: tuple[ReportEntry, ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event in the contract's form, and its number of independent origins."""

    event: Event
    origins: int


@dataclass(frozen=True, slots=True)
class Events:
    """/events.json; `undated_left_out`: events that match but for having no day."""

    count: int
    undated_left_out: int
    events: tuple[EventEntry, ...]


@dataclass(frozen=True, slots=True)
class JudgementEntry:
    """A judgement, and whether it was taken back."""

    judgement: Judgement
    undone: bool


@dataclass(frozen=True, slots=True)
class Judgements:
    """/judgements.json"""

    count: int
    judgements: tuple[JudgementEntry, ...]


def _entry(row: ReportRow) -> ReportEntry:
    r = row.report
    return ReportEntry(r.id, r.title, r.published, r.outlet, r.language, r.url, r.sha256, row.claims, row.events, row.skips)


def _reports(request: Request, desk: DeskOf) -> tuple[ReportEntry, ...]:
    with desk.store() as store:
        return tuple(_entry(row) for row in list_reports(store, ReportFilter.of(request.query_params)).rows)


@router.get("/reports.json")
def reports_json(request: Request, desk: DeskOf) -> Response:
    """The report list, all pages of it."""
    found = _reports(request, desk)
    return as_json(Reports(len(found), found))


@router.get("/reports.csv")
def reports_csv(request: Request, desk: DeskOf) -> Response:
    """The report list, all pages of it."""
    header = ("report", "title", "published", "outlet", "language", "url", "sha256", "claims", "events", "skips")
    rows = ((r.id, r.title, r.published, r.outlet, r.language, r.url, r.sha256, r.claims, r.events, r.skips) for r in _reports(request, desk))
    return as_csv("reports", csv_lines(header, rows))


@router.get("/events.json")
def events_json(request: Request, desk: DeskOf) -> Response:
    """The event list, all pages of it."""
    with desk.store() as store:
        found = list_events(store, EventFilter.of(request.query_params))
    entries = tuple(EventEntry(row.event, row.origins) for row in found.rows)
    return as_json(Events(len(entries), found.undated, entries))


@router.get("/events.csv")
def events_csv(request: Request, desk: DeskOf) -> Response:
    """The event list, all pages of it."""
    with desk.store() as store:
        found, told = list_events(store, EventFilter.of(request.query_params)), store.told()
    return as_csv("events", event_table((row.event for row in found.rows), told))


@router.get("/map.geojson")
def map_geojson(request: Request, desk: DeskOf) -> Response:
    """The located events of the map; those without a point are counted and listed in `unlocated`."""
    with desk.store() as store:
        found, told = list_events(store, EventFilter.of(request.query_params)), store.told()
    return Response(event_map((row.event for row in found.rows), told), media_type="application/geo+json")


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """A correction: the claim that stood before, the person's, and the id of the correction that took it back, if one did."""

    correction: Correction
    replaced: Claim
    time: datetime
    undone_by: str | None


@dataclass(frozen=True, slots=True)
class Corrections:
    """/corrections.json"""

    count: int
    corrections: tuple[CorrectionEntry, ...]


@router.get("/corrections.json", dependencies=[NO_QUERY])
def corrections_json(desk: DeskOf) -> Response:
    """All corrections of claims, the latest first."""
    with desk.store() as store:
        rows = correction_rows(store.corrections())
    entries = tuple(CorrectionEntry(r.made.correction, r.made.replaced, r.made.time, r.undone_by.correction.claim.id if r.undone_by else None) for r in rows)
    return as_json(Corrections(len(entries), entries))


@router.get("/corrections.csv", dependencies=[NO_QUERY])
def corrections_csv(desk: DeskOf) -> Response:
    """All corrections of claims, a row a value that was changed."""
    with desk.store() as store:
        found = correction_rows(store.corrections())
    header = ("correction", "report", "supersedes", "author", "time", "reason", "what", "was", "now", "undone")
    rows = (
        (c.claim.id, c.report, c.supersedes, c.author, row.made.time.isoformat(), c.reason, change.what, change.machine, change.person, int(row.undone_by is not None))
        for row in found for c in (row.made.correction,) for change in row.changes
    )  # fmt: skip
    return as_csv("corrections", csv_lines(header, rows))


@router.get("/judgements.json", dependencies=[NO_QUERY])
def judgements_json(desk: DeskOf) -> Response:
    """All decisions of people."""
    with desk.store() as store:
        entries = tuple(JudgementEntry(d.judgement, d.undone) for d in decisions(store.judgements()))
    return as_json(Judgements(len(entries), entries))


@router.get("/judgements.csv", dependencies=[NO_QUERY])
def judgements_csv(desk: DeskOf) -> Response:
    """All decisions of people."""
    with desk.store() as store:
        decided = decisions(store.judgements())
    header = ("judgement", "kind", "author", "time", "reason", "subjects", "undone")
    rows = ((j.id, j.kind, j.author, j.time.isoformat(), j.reason, " ".join(j.subjects), int(d.undone)) for d in decided for j in (d.judgement,))
    return as_csv("judgements", csv_lines(header, rows))
