"""What the list pages and their JSON and CSV twins ask of the store: the same rows, however they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sijill.desk.filters import Chosen, EventFilter, ReportFilter, choose
from sijill.desk.views import EventRow, ReportRow, event_of_claim, event_rows, ordered
from sijill.records import Event, Reading, Report, Told
from sijill.store import Store


@dataclass(frozen=True, slots=True)
class EventList:
    """All rows that a filter lets through (unpaged), in its order; `stored`: events in the store; `undated`: matching but for a missing day."""

    rows: tuple[EventRow, ...]
    told: tuple[Told, ...]
    stored: int
    undated: int


def list_events(store: Store, wanted: EventFilter) -> EventList:
    """The events of a query."""
    events, told = store.events(), store.told()
    chosen: Chosen = choose(wanted, events)
    return EventList(ordered(event_rows(chosen.events, told), wanted.order), told, len(events), chosen.undated_left_out)


@dataclass(frozen=True, slots=True)
class ReportList:
    """All rows that a filter lets through (unpaged), in its order; `stored`: reports in the store."""

    rows: tuple[ReportRow, ...]
    stored: int


def list_reports(store: Store, wanted: ReportFilter) -> ReportList:
    """The reports of a query, each with how many claims, events and skips it gave."""
    holders = event_of_claim(store.events())
    read = {reading.report: reading for reading in store.readings()}
    stored, rows = 0, []
    for report in store.reports():
        stored += 1
        row = _report_row(report, read.get(report.id), holders) if wanted.lets(report) else None
        if row and (row.skips or not wanted.skips):
            rows.append(row)
    return ReportList(_ordered_reports(rows, wanted.order), stored)


def _report_row(report: Report, reading: Reading | None, holders: Mapping[str, Event]) -> ReportRow:
    if reading is None:
        return ReportRow(report, 0, 0, 0)
    held = {holders[c.id].id for c in reading.claims if c.id in holders}
    return ReportRow(report, len(reading.claims), len(reading.skips), len(held))


def _ordered_reports(rows: list[ReportRow], order: str) -> tuple[ReportRow, ...]:
    newest = sorted(sorted(rows, key=lambda r: r.report.id), key=lambda r: r.report.published or "", reverse=True)
    if order == "oldest":
        return tuple(sorted(newest, key=lambda r: r.report.published or "9999"))
    if order == "claims":
        return tuple(sorted(newest, key=lambda r: r.claims, reverse=True))
    if order == "skips":
        return tuple(sorted(newest, key=lambda r: r.skips, reverse=True))
    return tuple(newest)
