"""A toll told again in one report is one happening, whatever else the report tells."""

from __future__ import annotations

from telling import make

from sijill.events.sketch import sketch
from sijill.events.strands import told_again

LEAD = [
    sketch(make("a", "Raid kills nine", counts=(9,), at=0)), sketch(make("a", "Nine died in the raid", counts=(9,), at=40)),
    sketch(make("a", "Shells hit a bridge", type="shelling", at=90)), sketch(make("a", "The strikes killed nine", counts=(9,), at=140)),
]  # fmt: skip


def test_each_goes_with_the_next_that_is_likely_the_same() -> None:
    assert told_again(LEAD, {(0, 1): 1.0, (1, 3): 0.2, (0, 3): -2.0}) == [(0, 1), (1, 3)]


def test_an_unlikely_pair_another_toll_and_another_type_do_not() -> None:
    assert told_again(LEAD, {(0, 1): -0.1, (1, 3): -0.1, (0, 3): -2.0}) == []
    other = [LEAD[0], sketch(make("a", "Eight died", counts=(8,), at=40)), sketch(make("a", "Nine died", type="attack", counts=(9,), at=90))]
    assert told_again(other, {(0, 1): 2.0, (0, 2): 2.0}) == []


def test_claims_without_a_toll_do_not() -> None:
    assert told_again([LEAD[2], LEAD[2]], {(0, 1): 2.0}) == []
