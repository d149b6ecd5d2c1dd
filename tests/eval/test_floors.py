"""Floors go up, and belong to one set."""

from __future__ import annotations

from eval.gate import below, raised

OLD = {"dev": {"facts": 0.5, "reports": 2.0, "claims": 9.0}}


def test_a_measure_below_its_floor_is_named() -> None:
    assert below({"dev": {"facts": 0.49, "reports": 2.0, "claims": 9.0}}, OLD, {}) == ["dev: facts 0.490 is below its floor 0.500"]
    assert below({"dev": {"facts": 0.51, "reports": 2.0, "claims": 9.0}}, OLD, {}) == []


def test_on_a_small_set_a_floor_gives_way() -> None:
    found = {"dev": {"facts": 0.47, "reports": 2.0, "claims": 9.0}}
    assert below(found, OLD, {"dev": {"facts": 0.04}}) == []
    assert len(below(found, OLD, {"dev": {"facts": 0.02}})) == 1


def test_floors_go_up_only() -> None:
    assert raised({"dev": {"facts": 0.4, "reports": 2.0, "claims": 9.0}}, OLD) == OLD
    assert raised({"dev": {"facts": 0.6, "reports": 2.0, "claims": 9.0}}, OLD)["dev"]["facts"] == 0.6


def test_a_set_that_changed_begins_anew() -> None:
    grown = {"dev": {"facts": 0.4, "reports": 3.0, "claims": 12.0}}
    assert below(grown, OLD, {}) == []
    assert raised(grown, OLD) == grown


def test_sets_that_were_not_measured_keep_their_floors() -> None:
    assert raised({"seed": {"facts": 0.7, "reports": 1.0, "claims": 3.0}}, OLD) == {**OLD, "seed": {"facts": 0.7, "reports": 1.0, "claims": 3.0}}
