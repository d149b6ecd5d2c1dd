"""Floors of the places' measures."""

from __future__ import annotations

from eval.places import Line


def test_a_measure_keeps_its_name_whatever_number_was_asked() -> None:
    names = {Line(f"SY latin R@1 ({n} hard queries)", 0.7, "").measure for n in (300, 500)}
    assert names == {"SY latin R@1"}
    assert {Line(f"SY made reports: right among {n} with score ≥ 0.9", 0.9, "").measure for n in (3, 113)} == {"SY made reports: right among with score ≥ 0.9"}


def test_measures_of_different_places_stay_apart() -> None:
    one, other = Line("seed, Syria added: of 14 places within 2 km", 14, "14"), Line("seed, Syria added: of 4 left unlocated", 4, "4")
    assert one.measure != other.measure
