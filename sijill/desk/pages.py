"""The pages, rendered on the server; they work without JavaScript, but for the map."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from sijill.desk.asked import NO_QUERY, PAGE_SIZE, only, page_of
from sijill.desk.corrections import correction_rows
from sijill.desk.event_page import Form, author_of, event_page, find_event
from sijill.desk.filters import EventFilter, ReportFilter
from sijill.desk.queries import list_events, list_reports
from sijill.desk.report_page import find_report, known_report, open_form, report_page
from sijill.desk.shell import DeskOf, as_json
from sijill.desk.views import FAMILIES, decisions, event_of_claim
from sijill.records import CLAIM_TYPES

router = APIRouter()


@router.get("/", dependencies=[NO_QUERY])
def home() -> Response:
    """The event list is the first page."""
    return RedirectResponse("/events", 307)


@router.get("/reports")
def reports(request: Request, desk: DeskOf) -> Response:
    """The report list."""
    wanted = ReportFilter.of(request.query_params)
    with desk.store() as store:
        found = list_reports(store, wanted)
    values = {"wanted": wanted, "rows": page_of(found.rows, wanted.page), "total": len(found.rows), "stored": found.stored, "size": PAGE_SIZE}
    return desk.page(request, "reports.html", values)


@router.get("/reports/{report_id:path}")
def report(request: Request, desk: DeskOf, report_id: str) -> Response:
    """One report, its words highlighted, beside its claims; `?claim=` lights up one claim's words, `?correct=` opens its form. With ".json" behind its id, as data."""
    only(request.query_params, "claim", "correct")
    with desk.store() as store:
        if find_report(store, report_id) is None and report_id.endswith(".json"):
            return as_json(known_report(store, report_id.removesuffix(".json")))
        return report_page(request, desk, store, known_report(store, report_id), open_form(request, store, report_id))


@router.get("/events")
def events(request: Request, desk: DeskOf) -> Response:
    """The event list."""
    wanted = EventFilter.of(request.query_params)
    with desk.store() as store:
        found = list_events(store, wanted)
    values: Mapping[str, object] = {
        "wanted": wanted, "rows": page_of(found.rows, wanted.page), "total": len(found.rows), "stored": found.stored, "size": PAGE_SIZE,
        "undated": found.undated, "dateless": wanted.dateless().query(), "types": CLAIM_TYPES,
    }  # fmt: skip
    return desk.page(request, "events.html", values)


@router.get("/events/{event_id:path}", dependencies=[NO_QUERY])
def event(request: Request, desk: DeskOf, event_id: str) -> Response:
    """One event with all its voices; with ".json" behind its id, as data."""
    with desk.store() as store:
        if event_id.endswith(".json"):
            return as_json(find_event(store, event_id.removesuffix(".json")))
        return event_page(request, desk, store, find_event(store, event_id), Form(author_of(request)))


@router.get("/map")
def event_map(request: Request, desk: DeskOf) -> Response:
    """The map; its events come from /map.geojson with the same query."""
    wanted = EventFilter.of(request.query_params)
    with desk.store() as store:
        found = list_events(store, wanted)
    unlocated = [row.event for row in found.rows if all(p.lat is None for p in row.event.places)]
    values: Mapping[str, object] = {
        "wanted": wanted, "located": len(found.rows) - len(unlocated), "unlocated": unlocated, "undated": found.undated, "types": CLAIM_TYPES,
        "families": FAMILIES, "listed": 2 * PAGE_SIZE,
    }  # fmt: skip
    return desk.page(request, "map.html", values)


@router.get("/judgements", dependencies=[NO_QUERY])
def judgements(request: Request, desk: DeskOf) -> Response:
    """All decisions of people."""
    with desk.store() as store:
        decided = decisions(store.judgements())
        holders = event_of_claim(store.events())
        corrected = correction_rows(store.corrections())
    links = {d.judgement.id: holders[d.judgement.subjects[0]].id for d in decided if d.judgement.subjects[0] in holders}
    values: Mapping[str, object] = {"decisions": decided, "links": links, "form": Form(author_of(request)), "corrections": corrected}
    return desk.page(request, "judgements.html", values)
