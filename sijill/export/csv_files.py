"""Claims, events and tolls as CSV: a row each, days inclusive (no half-open ends to misread), empty cells for what was not said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from sijill.export.cells import Cell, csv_lines
from sijill.export.release import claim_leaves, released, status_of_claims
from sijill.export.words import count_words, names, range_words, toll_line
from sijill.records import Event, EventWhen, Place, Told, When

CLAIM_COLUMNS = (
    "claim", "report", "outlet", "published", "status", "type", "modality", "by", "to", "places", "lat", "lon", "where_prec",
    "first_day", "last_day", "time_words", "counts", "claimant", "claimant_kind", "score", "start", "end", "quote", "why",
)  # fmt: skip
EVENT_COLUMNS = (
    "event", "status", "grade", "type", "by", "to", "places", "admin", "lat", "lon", "where_prec", "first_day", "last_day",
    "toll", "claims", "reports", "origins", "disputes", "why",
)  # fmt: skip
TOLL_COLUMNS = (
    "event", "event_status", "measure", "who", "person_status", "unit", "low", "best", "high", "state", "said_by", "why",
)  # fmt: skip


def first_located(places: Sequence[Place]) -> Place | None:
    """The place that one row can stand for: the first located one where it happened, else the first located one."""
    located = [p for p in places if p.lat is not None]
    return next((p for p in located if p.role == "at"), located[0] if located else None)


def _point(places: Sequence[Place]) -> tuple[Cell, Cell, Cell]:
    place = first_located(places)
    return (place.lat, place.lon, place.precision) if place else (None, None, None)


def inclusive(when: When | EventWhen | None) -> tuple[Cell, Cell]:
    """First and last day of a half-open range; two empty cells where there is none."""
    if when is None or when.start is None or when.end is None:
        return None, None
    return when.start, when.end - timedelta(days=1)


def _claim_row(told: Told, status: str) -> tuple[Cell, ...]:
    c = told.claim
    counts = "; ".join(f"{n.measure}: {count_words(n)}" for n in c.counts)
    voice = (c.claimant.name, c.claimant.kind) if c.claimant else (None, None)
    time_words = c.when.mention.text if c.when else None
    return (
        c.id, told.report, told.outlet, told.published, status, c.type, c.modality, names(c.by), names(c.to), names(c.places), *_point(c.places),
        *inclusive(c.when), time_words, counts, *voice, round(c.score, 4), c.evidence.start, c.evidence.end, c.evidence.quote, c.why,
    )  # fmt: skip


def claims_as_csv(told: Iterable[Told], events: Sequence[Event], released_only: bool = True) -> Iterator[str]:
    """A row a claim, in the order of `told`. `status` is that of the claim's event, `draft` where it is in none."""
    status = status_of_claims(events)
    rows = ((t, status.get(t.claim.id, "draft")) for t in told)
    return csv_lines(CLAIM_COLUMNS, (_claim_row(t, s) for t, s in rows if claim_leaves(s, released_only)))


def _event_row(event: Event, origins: int) -> tuple[Cell, ...]:
    place = first_located(event.places)
    admin = " / ".join(place.admin) if place else None
    reports = len({ref.report for ref in event.claims})
    return (
        event.id, event.status, event.grade, event.type, names(event.by), names(event.to), names(event.places), admin, *_point(event.places),
        *inclusive(event.when), "; ".join(toll_line(t) for t in event.toll), len(event.claims), reports, origins,
        "; ".join(d.about for d in event.disputes), event.why,
    )  # fmt: skip


def count_origins(event: Event, origin_of: Mapping[str, str]) -> int:
    """How many independent origins tell of an event. `origin_of`: report id → origin; a report that is missing there is its own."""
    return len({origin_of.get(ref.report, ref.report) for ref in event.claims})


def events_as_csv(events: Iterable[Event], told: Iterable[Told], released_only: bool = True) -> Iterator[str]:
    """A row an event, in the order of `events`. `told` gives the origins: reports that copy each other count as one."""
    return event_table(released(events, released_only), told)


def event_table(events: Iterable[Event], told: Iterable[Told]) -> Iterator[str]:
    """The same for the desk's own lists, where every event given is a row, rejected ones too."""
    origin_of = {t.report: t.origin for t in told}
    return csv_lines(EVENT_COLUMNS, (_event_row(e, count_origins(e, origin_of)) for e in events))


def tolls_as_csv(events: Iterable[Event], released_only: bool = True) -> Iterator[str]:
    """A row for each toll of each event. `state` tells number, zero, unstated and unknown apart; `said_by` has each claimant's own figure."""
    return csv_lines(TOLL_COLUMNS, (row for e in released(events, released_only) for row in _toll_rows(e)))


def _toll_rows(event: Event) -> Iterator[tuple[Cell, ...]]:
    for t in event.toll:
        said_by = "; ".join(f"{f.claimant}: {range_words(f.low, f.best, f.high) or f.quantifier}" for f in t.by_claimant)
        yield event.id, event.status, t.measure, t.who, t.status, t.unit, t.low, t.best, t.high, t.state, said_by, t.why
