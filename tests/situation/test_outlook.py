"""Warnings, baselines as ranges with base rates, and their scores."""

from __future__ import annotations

from datetime import date
from math import log1p

import numpy as np
import pytest
from spoken import event, killed, place, told

from sijill.records.contract import from_json, to_json
from sijill.situation import Outlook, mean_scores, outlook, score_outlooks
from sijill.situation.baselines import NEGATIVE_BINOMIAL, OWN, crps_log1p, quantile, samples_of

MILL = [place("Mill", 36, 37)]


def year(dead: list[int], first: int = 0):
    """A strike with its dead in each month from January 2030 on."""
    events, claims = [], []
    for k, n in enumerate(dead, first):
        day = f"{2030 + k // 12}-{k % 12 + 1:02}-10"
        claim = told("air_strike", "hit Mill", day, places=MILL, id=f"c{k}", report=f"r{k}")
        claims.append(claim)
        events.append(event(f"e{k}", "air_strike", [claim], day, toll=[killed(n, state="number" if n else "zero")]))
    return events, claims


def test_each_baseline_is_a_range_with_its_base_rate() -> None:
    events, claims = year([10, 12, 8, 10, 11, 9, 60, 10, 12, 8, 10, 11])
    found = outlook(events, claims, date(2030, 12, 31))
    deaths = [o for o in found.outlooks if o.measure == "deaths" and o.area == ("Qara", "North") and o.month == date(2031, 1, 1)]
    assert [o.baseline for o in deaths] == [OWN, NEGATIVE_BINOMIAL]
    own = deaths[0]
    assert own.samples == (8, 8, 9, 10, 10, 10, 10, 11, 11, 12, 12, 60)
    assert (own.low, own.median, own.high, own.escalation_at) == (8, 10, 12, 37)
    assert own.p_escalation == pytest.approx(1 / 12)
    assert (own.base_rate, own.base_months) == (pytest.approx(1 / 6), 6)
    assert "of 6 past area-months" in own.why
    assert deaths[1].low < deaths[1].median < deaths[1].high
    assert {o.month for o in found.outlooks} == {date(2031, m, 1) for m in (1, 2, 3)}
    assert {o.area for o in found.outlooks} == {("Qara",), ("Qara", "North")}


def test_in_mid_month_the_next_whole_month_is_forecast_from_whole_months() -> None:
    events, claims = year([10] * 13)
    found = outlook(events, claims, date(2031, 1, 15))
    assert min(o.month for o in found.outlooks) == date(2031, 2, 1)
    assert all(len(o.samples) in {12, 99} for o in found.outlooks)


def test_too_short_a_history_gives_none_and_says_so() -> None:
    events, claims = year([10] * 5)
    found = outlook(events, claims, date(2030, 5, 31))
    assert found.outlooks == ()
    assert found.too_short[0].months == 5
    assert "only 5 of the last 12 months have any report" in found.too_short[0].why


def test_months_without_reports_are_unknown_not_zero() -> None:
    events, claims = year([10] * 10)
    later, more = year([10], 11)
    found = outlook([*events, *later], [*claims, *more], date(2030, 12, 31))
    assert next(o for o in found.outlooks if o.baseline == OWN).samples == (10,) * 11


def test_an_outlook_is_kept_and_scored_when_its_month_is_over() -> None:
    events, claims = year([10] * 12)
    kept = [from_json(to_json(o), Outlook) for o in outlook(events, claims, date(2030, 12, 31)).outlooks]
    assert kept == list(outlook(events, claims, date(2030, 12, 31)).outlooks)
    events, claims = year([10] * 12 + [40])
    assert score_outlooks(kept, events, claims, date(2031, 1, 30)) == ()
    scores = score_outlooks(kept, events, claims, date(2031, 1, 31))
    own = next(s for s in scores if s.baseline == OWN and s.measure == "deaths")
    assert (own.observed, own.escalated, own.brier) == (40, True, 1.0)
    assert own.crps_log1p == pytest.approx(log1p(40) - log1p(10))
    means = mean_scores(scores)
    assert [(m.baseline, m.measure) for m in means] == [(NEGATIVE_BINOMIAL, "deaths"), (OWN, "deaths"), (NEGATIVE_BINOMIAL, "happenings"), (OWN, "happenings")]
    assert means[1].escalations == means[1].n == 2
    assert means[3].brier is None


def test_deaths_told_without_number_are_said_to_be_missing() -> None:
    events, claims = year([10] * 12)
    vague = told("air_strike", "heavy losses", "2030-12-11", places=MILL, id="v", report="rv")
    events.append(event("ev", "air_strike", [vague], "2030-12-11", toll=[killed(None, state="unstated")]))
    found = outlook(events, [*claims, vague], date(2030, 12, 31))
    assert "1 happening(s) with deaths told without a number" in found.outlooks[0].why


def test_the_fit_keeps_mean_and_spread_and_all_quiet_stays_zero() -> None:
    history = [0, 3, 5, 40, 2, 0, 8, 12, 1, 0, 6, 9]
    samples = np.array(samples_of(NEGATIVE_BINOMIAL, history))
    assert np.mean(samples) == pytest.approx(np.mean(history), rel=0.15)
    assert set(samples_of(NEGATIVE_BINOMIAL, [0] * 12)) == {0}
    even = samples_of(NEGATIVE_BINOMIAL, [1000] * 12)
    assert quantile(even, 0.5) == pytest.approx(1000, abs=2)
    assert even[98] < 1100


def test_crps_of_samples() -> None:
    assert crps_log1p([5], 5) == 0
    x = np.log1p([1, 4, 9])
    plain = np.mean(abs(x - log1p(3))) - np.mean([abs(a - b) for a in x for b in x]) / 2
    assert crps_log1p([9, 1, 4], 3) == pytest.approx(plain)


def test_warnings_keep_their_words_and_their_day() -> None:
    claim = told("warning", "residents fear an assault", "2030-06-03", places=MILL, says=("residents", "witness"), modality="possible")
    denied = told("warning", "no escalation is foreseen", "2030-06-03", places=MILL, modality="denied")
    happening = event("e1", "warning", [claim, denied], "2030-06-03")
    (one,) = outlook([happening], [claim, denied], date(2030, 6, 3)).warnings
    assert (one.claimant, one.area, one.words) == ("residents", ("Qara", "North"), "residents fear an assault")
    assert outlook([happening], [claim, denied], date(2030, 6, 2)).warnings == ()
    assert outlook([], [], date(2030, 6, 2)).outlooks == ()
