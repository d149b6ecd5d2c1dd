"""What may come: warnings as told, and ranges from the store's own counts by named baselines. No area is ever just "high risk".

Each outlook is a record with its date, its month and its samples, so that it can be kept and scored when that month is over. An
escalation is a month with at least `FEWEST` dead and twice the mean of the six months before; its probability stands beside the base
rate, the share of all area-months of this store in which that happened. Areas with too short a history get none, and are listed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final

from sijill.events.voice import voice_of
from sijill.records import ClaimRef, Event, Modality, Told
from sijill.situation.baselines import BASELINES, Baseline, crps_log1p, quantile, samples_of
from sijill.situation.grouping import Area, area_of, told_of
from sijill.situation.months import Counts, Measure, Month, first_of, monthly_counts, open_month

FEWEST: Final = 25
"""Fewer dead in a month are never called an escalation (the threshold of the VIEWS comparison)."""
WINDOW: Final = 12
ENOUGH: Final = 9
"""So many of the last 12 months must have reports; the others are unknown and left out."""
BEFORE: Final = 6
HORIZONS: Final = (1, 2, 3)
"""Whole months ahead: 1 is the first month that begins after the day of issue."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning that somebody gave, in its words."""

    event: str
    area: Area
    claimant: str
    words: str
    modality: Modality
    said: date | None
    ref: ClaimRef


@dataclass(frozen=True, slots=True)
class Outlook:
    """One baseline's range for one area and month. `low` to `high` holds the middle four fifths of `samples`; `month` is its first day.

    `escalation_at` is the count from which the month is an escalation, `p_escalation` the share of samples that reach it (null for
    happenings), `base_rate` its share among `base_months` past area-months of the store (null where there are none).
    """

    id: str
    area: Area
    measure: Measure
    baseline: Baseline
    issued: date
    month: date
    low: int
    median: int
    high: int
    samples: tuple[int, ...]
    escalation_at: int | None
    p_escalation: float | None
    base_rate: float | None
    base_months: int
    why: str


@dataclass(frozen=True, slots=True)
class TooShort:
    """An area without an outlook, and what it lacks."""

    area: Area
    months: int
    why: str


@dataclass(frozen=True, slots=True)
class OutlookReport:
    """All that can be said of what may come, on the day of issue."""

    issued: date
    warnings: tuple[Warned, ...]
    outlooks: tuple[Outlook, ...]
    too_short: tuple[TooShort, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How an outlook came out: lower is better for both. `brier` is null where no escalation was forecast."""

    outlook: str
    baseline: Baseline
    measure: Measure
    month: date
    observed: int
    crps_log1p: float
    escalated: bool | None
    brier: float | None


@dataclass(frozen=True, slots=True)
class MeanScore:
    """Means of one baseline over `n` outlooks of one measure; `brier` over those with an escalation forecast, `escalations` of them came."""

    baseline: Baseline
    measure: Measure
    n: int
    crps_log1p: float
    brier: float | None
    escalations: int


def outlook(events: Sequence[Event], told: Sequence[Told], as_of: date, horizons: Sequence[int] = HORIZONS) -> OutlookReport:
    """The outlook on a day. Give events and claims as known on that day; months that are not over, and later ones, are not looked at."""
    counts, now = monthly_counts(events, told), open_month(as_of)
    rates = {level: _base_rate(counts, level, now) for level in (1, 2)}
    found: list[Outlook] = []
    short: list[TooShort] = []
    for area in counts.areas():
        seen = [m for m in range(now - WINDOW, now) if m in counts.reported]
        if len(seen) < ENOUGH:
            short.append(TooShort(area, len(seen), f"only {len(seen)} of the last {WINDOW} months have any report; {ENOUGH} are needed"))
        else:
            found += _of_area(_Asked(counts, area, seen, as_of, rates[len(area)]), horizons)
    return OutlookReport(as_of, warnings(events, told, as_of), tuple(found), tuple(short))


def warnings(events: Sequence[Event], told: Sequence[Told], as_of: date) -> tuple[Warned, ...]:
    """Warnings published by a day, newest first, undated last. Those of rejected events are left out."""
    rows = [
        Warned(e.id, area_of(t.claim.places) or area_of(e.places), voice_of(t).name, t.claim.evidence.quote, t.claim.modality, t.published, ClaimRef(t.report, t.claim.id))
        for e, claims in told_of(events, told) for t in claims
        if t.claim.type == "warning" and t.claim.modality != "denied" and (t.published is None or t.published <= as_of)
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda w: (w.said is None, -(w.said or date.min).toordinal(), w.event, w.ref.report, w.ref.claim)))


@dataclass(frozen=True, slots=True)
class _Asked:
    counts: Counts
    area: Area
    seen: Sequence[Month]
    issued: date
    rate: tuple[int, int]


def _of_area(asked: _Asked, horizons: Sequence[int]) -> Iterator[Outlook]:
    now = open_month(asked.issued)
    begun = 0 if first_of(now) > asked.issued else 1
    measures: tuple[Measure, ...] = ("deaths", "happenings")
    for measure in measures:
        history = [asked.counts.value(asked.area, measure, m) or 0 for m in asked.seen]
        bar = _bar(asked.counts, asked.area, now) if measure == "deaths" else None
        for baseline in BASELINES:
            samples = samples_of(baseline, history)
            for ahead in horizons:
                yield _outlook(asked, (measure, baseline), first_of(now + begun + ahead - 1), samples, bar)


def _outlook(asked: _Asked, name: tuple[Measure, Baseline], month: date, samples: tuple[int, ...], bar: int | None) -> Outlook:
    measure, baseline = name
    escalations, months = asked.rate
    low, median, high = (quantile(samples, share) for share in (0.1, 0.5, 0.9))
    chance = sum(n >= bar for n in samples) / len(samples) if bar is not None else None
    why = f"{baseline} of {' / '.join(asked.area)} ({len(asked.seen)} with reports): {low}–{high} {measure}, middle {median}"
    if chance is not None:
        why += f"; {chance:.0%} of {len(samples)} samples reach {bar} (escalation)"
        why += f", which {escalations} of {months} past area-months here did" if months else ", with no past months to give a base rate"
    if measure == "deaths" and (vague := asked.counts.unstated.get(asked.area, 0)):
        why += f"; {vague} happening(s) with deaths told without a number are not in it"
    key = "\x1f".join((*asked.area, measure, baseline, asked.issued.isoformat(), month.isoformat()))
    return Outlook(
        "o" + hashlib.sha256(key.encode()).hexdigest()[:15], asked.area, measure, baseline, asked.issued, month, low, median, high, samples,
        bar, chance, escalations / months if months and bar is not None else None, months, why,
    )  # fmt: skip


def _bar(counts: Counts, area: Area, month: Month) -> int | None:
    """From how many dead on a month would be an escalation over the six before it; None where none of them is known."""
    before = [n for m in range(month - BEFORE, month) if (n := counts.value(area, "deaths", m)) is not None]
    return max(FEWEST, ceil(2 * sum(before) / len(before))) if before else None


def _base_rate(counts: Counts, level: int, now: Month) -> tuple[int, int]:
    """How many past area-months of a level (1 country, 2 admin-1) were escalations, and of how many whose six months before are all known."""
    came = months = 0
    past = [m for m in sorted(counts.reported) if m < now and all(b in counts.reported for b in range(m - BEFORE, m))]
    for area in (a for a in counts.areas() if len(a) == level):
        for month in past:
            bar = _bar(counts, area, month)
            came += bar is not None and (counts.value(area, "deaths", month) or 0) >= bar
            months += 1
    return came, months


def score_outlooks(outlooks: Sequence[Outlook], events: Sequence[Event], told: Sequence[Told], on: date) -> tuple[Score, ...]:
    """Scores of the outlooks whose month was over by `on` and had reports; the others must wait. In the order given."""
    counts, now = monthly_counts(events, told), open_month(on)
    out: list[Score] = []
    for o in outlooks:
        month = o.month.year * 12 + o.month.month - 1
        observed = counts.value(o.area, o.measure, month)
        if month >= now or observed is None:
            continue
        escalated = observed >= o.escalation_at if o.escalation_at is not None else None
        brier = (o.p_escalation - escalated) ** 2 if o.p_escalation is not None and escalated is not None else None
        out.append(Score(o.id, o.baseline, o.measure, o.month, observed, crps_log1p(o.samples, observed), escalated, brier))
    return tuple(out)


def mean_scores(scores: Sequence[Score]) -> tuple[MeanScore, ...]:
    """Means by measure and baseline, so that the baselines can be compared on the same months."""
    out: list[MeanScore] = []
    for measure, baseline in sorted({(s.measure, s.baseline) for s in scores}):
        mine = [s for s in scores if (s.measure, s.baseline) == (measure, baseline)]
        briers = [s.brier for s in mine if s.brier is not None]
        mean = sum(s.crps_log1p for s in mine) / len(mine)
        out.append(MeanScore(baseline, measure, len(mine), mean, sum(briers) / len(briers) if briers else None, sum(s.escalated is True for s in mine)))
    return tuple(out)
