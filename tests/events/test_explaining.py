"""Why two claims were joined or kept apart, in words that add up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from telling import make

from sijill.events import explain
from sijill.events.learned import ACROSS

DAY = date(2024, 5, 14)
TOLD = [
    make("a", "Jets bombed the market of Shagra, killing nine", places=("the market of Shagra",), when=DAY, counts=(9,), id="a"),
    make("a", "The strike killed nine", counts=(9,), at=90, id="a2"),
    make("b", "Warplanes bombed Shaqra market, nine killed", places=("Shaqra market",), when=DAY, counts=(9,), id="b"),
    make("z", "Rebels captured Berdychi", type="capture", places=("Berdychi",), when=DAY + timedelta(3), published=DAY + timedelta(3), id="z"),
]


def test_the_parts_add_up_to_the_whole() -> None:
    reason = explain(TOLD, "a", "b")
    assert reason.odds == pytest.approx(ACROSS["bias"] + sum(s.weight for s in reason.signs), abs=0.01)
    assert reason.chance > 0.5
    assert "speaks for one happening" in reason.why
    assert {s.part for s in reason.signs} >= {"place", "time", "type", "counts"}


def test_what_speaks_against_is_told_too() -> None:
    reason = explain(TOLD, "a", "z")
    assert reason.chance < 0.1
    assert "speaks against" in reason.why


def test_order_does_not_matter_and_one_report_is_read_clause_by_clause() -> None:
    assert explain(TOLD, "a", "b") == explain(TOLD, "b", "a")
    assert explain(TOLD, "a", "a2").within_report
    assert not explain(TOLD, "a", "b").within_report


def test_an_unknown_claim_is_named() -> None:
    with pytest.raises(ValueError, match="no claim 'nobody'"):
        explain(TOLD, "a", "nobody")
