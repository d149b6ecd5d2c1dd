"""Civilian harm: three kinds of nothing, and what the words say was hit."""

from __future__ import annotations

import pytest
from spoken import event, killed, place, told

from sijill.situation import harm


def strike(words: str, *toll, **more):
    claim = told("air_strike", words, "2030-06-01", **more)
    return harm([event("e1", "air_strike", [claim], "2030-06-01", toll=toll)], [claim])


def test_civilian_rows_win_and_groups_are_a_lower_bound() -> None:
    (row,) = strike("hit the town", killed(12), killed(9, "civilian"), killed(3, "civilian", who="children"))
    assert (row.killed.best, row.killed.state, row.injured.state) == (9, "number", "unknown")
    (row,) = strike("hit the town", killed(12), killed(3, "civilian", who="children"))
    assert (row.killed.low, row.killed.best, row.killed.state) == (3, None, "number")


def test_zero_unstated_and_unknown_are_three_things() -> None:
    (zero,) = strike("hit the town", killed(0, state="zero"))
    assert (zero.killed.state, zero.killed.best) == ("zero", 0)
    (unstated,) = strike("hit the town", killed(9, "combatant"), killed(None, "civilian", "unstated", "other"))
    assert (unstated.killed.state, unstated.injured.state, unstated.killed.best) == ("unstated", "unstated", None)
    assert strike("hit the barracks", killed(9, "combatant")) == ()
    (unknown,) = strike("hit the market", killed(12))
    assert unknown.killed.state == "unknown"
    assert "12 people, but no report says how many of them were civilians" in unknown.killed.why


@pytest.mark.parametrize(
    ("words", "things"),
    [
        ("shells struck the livestock market and a primary school", ["school", "market"]),
        ("a drone hit the dialysis centre and a mosque", ["health", "worship"]),
        ("missiles knocked out a power substation and the pumping station", ["water", "power"]),
        ("قصف استهدف مستشفى المدينة", ["health"]),
        ("обстріл пошкодив школу та підстанцію", ["school", "power"]),
        ("the wounded were taken to the city hospital", []),
        ("shells fell near the school", []),
        ("hospital officials said three were killed", []),
        ("tents in a displacement camp were bombed", ["camp"]),
    ],
)
def test_things_are_read_from_the_words(words: str, things: list[str]) -> None:
    found = strike(words)
    assert [t.thing for row in found for t in row.things] == things


def test_denied_harm_keeps_its_modality_and_planned_is_none() -> None:
    (row,) = strike("the army denied that it had hit a hospital", modality="denied")
    assert row.things[0].modality == "denied"
    assert "harmed" not in row.why
    assert strike("will strike the power plant", modality="planned") == ()
    assert strike("struck close by", places=[place("the hospital", role="near")]) == ()
