"""What the list pages and their JSON and CSV twins ask of the store: the same rows, however they are shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sijill.desk.filters import EventFilter, ReportFilter, choose
from sijill.desk.views import EventRow, ReportRow, event_rows, ordered
from sijill.store import Store, Tally

NOTHING_READ = Tally(0, 0)


@dataclass(frozen=True, slots=True)
class EventList:
    """All rows that a filter lets through (unpaged), in its order; `stored`: events in the store; `undated`: matching but for a missing day."""

    rows: tuple[EventRow, ...]
    stored: int
    undated: int


def list_events(store: Store, wanted: EventFilter) -> EventList:
    """The events of a query."""
    events = store.events()
    chosen = choose(wanted, events)
    return EventList(ordered(event_rows(chosen.events, store.origins()), wanted.order), len(events), chosen.undated_left_out)


@dataclass(frozen=True, slots=True)
class ReportList:
    """All rows that a filter lets through (unpaged), in its order; `stored`: reports in the store."""

    rows: tuple[ReportRow, ...]
    stored: int


def list_reports(store: Store, wanted: ReportFilter) -> ReportList:
    """The reports of a query, each with how many claims, events and skips it gave."""
    held = Counter(report for event in store.events() for report in {ref.report for ref in event.claims})
    tallies = store.tallies()
    stored, rows = 0, []
    for report in store.reports():
        stored += 1
        tally = tallies.get(report.id, NOTHING_READ)
        if wanted.lets(report) and (tally.skips or not wanted.skips):
            rows.append(ReportRow(report, tally.claims, tally.skips, held[report.id]))
    return ReportList(_ordered_reports(rows, wanted.order), stored)


def _ordered_reports(rows: list[ReportRow], order: str) -> tuple[ReportRow, ...]:
    newest = sorted(sorted(rows, key=lambda r: r.report.id), key=lambda r: r.report.published or "", reverse=True)
    if order == "oldest":
        return tuple(sorted(newest, key=lambda r: r.report.published or "9999"))
    if order == "claims":
        return tuple(sorted(newest, key=lambda r: r.claims, reverse=True))
    if order == "skips":
        return tuple(sorted(newest, key=lambda r: r.skips, reverse=True))
    return tuple(newest)
