"""Events in the columns of UCDP GED (49, in file order): lethal organised violence only, deaths by side, low ≤ best ≤ high.

GED has no open ends ("at least 12" becomes 12 throughout), no injuries, no non-lethal events and no rival voices; `losses` say so event by event.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sijill.export.cells import Cell, csv_lines
from sijill.export.deaths import by_claim, ceiling_of, floor_of, killed
from sijill.export.losses import Exported, Loss, lost
from sijill.export.release import released
from sijill.records import Actor, Event, Place, Told, Toll

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id",
    "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start",
    "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
BLANK = (
    "active_year", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "side_a_dset_id", "side_a_new_id", "side_b_dset_id",
    "side_b_new_id", "source_headline", "country_id", "region", "gwnoa", "gwnob",
)  # fmt: skip
_STATES = {"state", "state_forces", "external_forces"}
_ARMED = _STATES | {"rebels", "militia", "communal"}
_DATE_PREC = ((1, 1), (2, 6), (3, 7), (4, 31), (5, 366))


@dataclass(frozen=True, slots=True)
class _Deaths:
    """Best estimates by who died; low and high over all."""

    a: int
    b: int
    civilians: int
    unknown: int
    low: int
    high: int

    @property
    def best(self) -> int:
        return self.a + self.b + self.civilians + self.unknown


def events_as_ged(events: Iterable[Event], told: Iterable[Told], released_only: bool = True) -> Exported:
    """`told` gives sources and modality. `code_status` is "Clear" for what an analyst confirmed and "Check draft" for drafts."""
    claims = by_claim(told)
    rows: list[tuple[Cell, ...]] = []
    losses: list[Loss] = []
    for event in released(events, released_only):
        why_not = _unfit(event, claims)
        place = _site(event)
        if why_not or place is None:
            losses.append(Loss(event.id, why_not or "no located place", whole=True))
        else:
            rows.append(_row(event, place, claims))
            losses += _losses(event)
    return Exported(tuple(csv_lines(COLUMNS, rows)), tuple(losses), BLANK)


def _unfit(event: Event, claims: Mapping[str, Told]) -> str:
    """Why an event is no row of GED; empty if it may be one."""
    if _violence(event) is None:
        return "no organised armed side is named, or nobody it acts on: no type of violence"
    if not any(claims[ref.claim].claim.modality == "asserted" for ref in event.claims if ref.claim in claims):
        return "nobody asserts that it happened"
    if not any(ceiling_of(t) for t in killed(event) if t.state == "number"):
        return "no death is reported with a number"
    if event.when is None or (event.when.end - event.when.start).days > 366:
        return "no day, or more than a year"
    return ""


def _violence(event: Event) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided."""
    by, to = {a.kind for a in event.by}, {a.kind for a in event.to}
    if not by & _ARMED or not to:
        return None
    if not to & _ARMED:
        return 3
    return 1 if (by | to) & _STATES else 2


def _site(event: Event) -> Place | None:
    """The most exact located place where it happened."""
    located = [p for p in event.places if p.lat is not None]
    return min(located, key=lambda p: (p.role not in ("at", "near"), p.precision or 1), default=None)


def _deaths(event: Event) -> _Deaths:
    """One number for each group. Where there are parts, "unknown" is what the total has beyond them."""
    tolls = [t for t in killed(event) if t.state in ("number", "zero")]
    sides = [t for t in tolls if t.status == "combatant"]
    a = sum(_best(t) for t in sides if t.who and t.who in {x.name for x in event.by})
    b = sum(_best(t) for t in sides if t.who and t.who in {x.name for x in event.to})
    civilians = max((_best(t) for t in tolls if t.status == "civilian" and t.who is None), default=0)
    total = max((_best(t) for t in tolls), default=0)
    unknown = max(total - a - b - civilians, 0)
    best = a + b + civilians + unknown
    low, high = max((floor_of(t) for t in tolls), default=0), max((ceiling_of(t) for t in tolls), default=0)
    return _Deaths(a, b, civilians, unknown, min(low, best), max(high, best))


def _best(toll: Toll) -> int:
    return toll.best if toll.best is not None else floor_of(toll)


def _grid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell: half-degree cells counted from the south-west corner of the world, row by row."""
    return int((lat + 90) // 0.5) * 720 + int((lon + 180) // 0.5) + 1


def _side(actors: Sequence[Actor], civilians: bool) -> str:
    return "Civilians" if civilians else ", ".join(a.name for a in actors)


def _span(event: Event) -> tuple[int, date, date]:
    """date_prec, first day, last day."""
    if event.when is None:
        raise ValueError(f"event {event.id} has no day")
    days = (event.when.end - event.when.start).days
    return next(p for p, most in _DATE_PREC if days <= most), event.when.start, event.when.end - timedelta(days=1)


def _row(event: Event, place: Place, claims: Mapping[str, Told]) -> tuple[Cell, ...]:
    tellings = [claims[ref.claim] for ref in event.claims if ref.claim in claims]
    kind, deaths = _violence(event), _deaths(event)
    side_a, side_b = _side(event.by, False), _side(event.to, kind == 3)
    precision, first, last = _span(event)
    outlets = "; ".join(sorted({t.outlet or t.report for t in tellings}))
    original = "; ".join(sorted({t.claim.claimant.name for t in tellings if t.claim.claimant}))
    published = min((t.published for t in tellings if t.published), default=None)
    lat, lon = place.lat or 0.0, place.lon or 0.0
    country, adm_1, adm_2 = (place.admin + ("",) * 3)[:3]
    serial = int(hashlib.sha256(event.id.encode()).hexdigest()[:12], 16)
    return (
        serial, event.id, first.year, None, "Clear" if event.status == "confirmed" else "Check draft", kind, None, None, None, None,
        None, f"{side_a} - {side_b}", None, None, side_a, None, None, side_b, len({t.origin for t in tellings}),
        outlets, outlets, published, None, original, place.precision or 1, place.name, "; ".join(p.name for p in event.places if p is not place) or None,
        adm_1, adm_2, lat, lon, f"POINT ({lon} {lat})", _grid(lat, lon), country, None, None, 1 if precision <= 2 else 2, precision, first,
        last, deaths.a, deaths.b, deaths.civilians, deaths.unknown, deaths.best, deaths.high, deaths.low, None, None,
    )  # fmt: skip


def _losses(event: Event) -> list[Loss]:
    measures = sorted({t.measure for t in event.toll if t.state != "unknown"} - {"killed"})
    return lost(event.id, [
        (bool(measures), f"figures of {', '.join(measures)}"),
        (any(t.state == "number" and t.high is None and t.best is None for t in killed(event)), "open-ended deaths (“at least”): written as the number said"),
        (any(t.state == "unstated" for t in killed(event)), "deaths said without a number"),
        (any(len(t.by_claimant) > 1 for t in event.toll), "who gave which figure"),
        (bool(event.disputes), "disputes"),
        (sum(p.lat is not None for p in event.places) > 1, "further places: one point is kept"),
    ])  # fmt: skip
