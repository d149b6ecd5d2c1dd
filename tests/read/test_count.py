"""Figures: bounds, quantifiers, and the three kinds of nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.knowledge import DATA
from sijill.knowledge.terms import Terms, load_terms
from sijill.read.count import count, figure
from sijill.records import Count, Measure


@pytest.fixture(scope="module")
def terms() -> Terms:
    return load_terms(DATA)


def read(terms: Terms, text: str, words: str, measure: Measure = "killed") -> Count:
    at = text.index(words)
    found = count(text, at, at + len(words), measure, terms)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "low", "best", "high", "quantifier"),
    [
        ("nine", 9, 9, 9, "exact"), ("1,200", 1200, 1200, 1200, "exact"), ("twenty-five", 25, 25, 25, "exact"), ("a dozen", 12, 12, 12, "exact"),
        ("one hundred and five", 105, 105, 105, "exact"), ("2.5 million", 2_500_000, 2_500_000, 2_500_000, "exact"), ("half a million", 500_000, 500_000, 500_000, "exact"),
        ("over 12", 13, None, None, "more_than"), ("more than 1,200", 1201, None, None, "more_than"), ("at least 12", 12, None, None, "at_least"), ("30+", 30, None, None, "at_least"),
        ("up to 180", None, None, 180, "at_most"), ("almost 8,000", None, None, 7999, "less_than"), ("fewer than 20", None, None, 19, "less_than"),
        ("around 650", None, 650, None, "about"), ("some 30", None, 30, None, "about"), ("~380", None, 380, None, "about"), ("perhaps 40", None, 40, None, "about"),
        ("between 10 and 15", 10, None, 15, "about"), ("500–600", 500, None, 600, "about"),
        ("dozens", None, None, None, "vague"), ("several", None, None, None, "vague"), ("tens of thousands", None, None, None, "vague"), ("heavy losses", None, None, None, "vague"),
        ("casualties", None, None, None, "unstated"), ("an unknown number", None, None, None, "unstated"), ("killed", None, None, None, "unstated"),
        ("no casualties", 0, 0, 0, "exact"), ("nobody", 0, 0, 0, "exact"), ("unharmed", 0, 0, 0, "exact"),
        ("a journalist", 1, 1, 1, "exact"), ("a 12-year-old girl", 1, 1, 1, "exact"), ("both", 2, 2, 2, "exact"), ("at least once", 1, None, None, "at_least"),
    ],
)  # fmt: skip
def test_the_words_of_a_figure(words: str, low: int | None, best: int | None, high: int | None, quantifier: str) -> None:
    found = figure(words)
    assert found is not None
    assert (found.low, found.best, found.high, found.quantifier) == (low, best, high, quantifier)


def test_zero_unstated_and_vague_stay_apart(terms: Terms) -> None:
    kinds = {words: read(terms, f"There were {words} in the strike.", words) for words in ("no casualties", "casualties", "several dead")}
    assert [(c.best, c.quantifier) for c in kinds.values()] == [(0, "exact"), (None, "unstated"), (None, "vague")]


def test_the_quantifier_beside_the_span_and_the_whole_figure_are_taken_in(terms: Terms) -> None:
    assert read(terms, "killing at least 14 people", "14").mention.text == "at least 14"
    assert read(terms, "a total of 6,602 munitions", "602", "strikes").best == 6602


@pytest.mark.parametrize(
    ("text", "words", "measure", "unit", "status"),
    [
        ("killed nine HTS fighters", "nine", "killed", "person", "combatant"), ("killed three children", "three", "killed", "person", "civilian"),
        ("killed 14 people", "14", "killed", "person", "unknown"), ("around 650 families fled", "650 families", "displaced", "household", "civilian"),
        ("seized 12 villages", "12 villages", "places", "place", "unknown"), ("destroyed two tanks", "two tanks", "other", "vehicle", "unknown"),
        ("sent 25 armoured vehicles", "25 armoured vehicles", "forces", "vehicle", "combatant"),
    ],
)  # fmt: skip
def test_unit_and_status_come_from_the_words_around(terms: Terms, text: str, words: str, measure: Measure, unit: str, status: str) -> None:
    found = read(terms, text, words, measure)
    assert (found.unit, found.status) == (unit, status)


def test_of_areas_the_share_is_the_figure_and_of_people_it_is_vague(terms: Terms) -> None:
    assert read(terms, "retook 30 per cent of the city", "30 per cent", "places").best == 30
    assert read(terms, "60 per cent were displaced", "60 per cent", "displaced").quantifier == "vague"


def test_an_absurd_number_is_kept_as_words(terms: Terms) -> None:
    assert read(terms, "killed 1000000000000 people", "1000000000000").quantifier == "vague"


@given(st.text(max_size=80))
def test_no_words_crash_it_and_bounds_are_ordered(words: str) -> None:
    found = figure(words)
    if found is not None:
        given_bounds = [n for n in (found.low, found.best, found.high) if n is not None]
        assert given_bounds == sorted(given_bounds)


@pytest.mark.parametrize(("words", "best", "quantifier"), [("A five-year-old girl", 1, "exact"), ("a handful of soldiers", None, "vague")])
def test_an_age_in_words_is_no_number_and_a_handful_is_none(words: str, best: int | None, quantifier: str) -> None:
    found = figure(words)
    assert found is not None
    assert (found.best, found.quantifier) == (best, quantifier)


@pytest.mark.parametrize("text", ["more than 60 civilians were killed and injured in bombings", "60 people killed or wounded", "up to 180 servicemen had been killed or wounded"])
def test_one_figure_for_dead_and_injured_is_neither_measure(terms: Terms, text: str) -> None:
    number = next(w for w in text.split() if w.isdigit())
    assert read(terms, text, number).measure == "other"


def test_two_figures_for_dead_and_injured_keep_their_measures(terms: Terms) -> None:
    assert read(terms, "60 people were killed, 12 others injured", "60").measure == "killed"
    assert read(terms, "nine killed, and injured others", "nine").measure == "killed"


@pytest.mark.parametrize(
    ("text", "words", "taken_for", "measure"),
    [
        ("A 15-year-old boy was wounded when a shell hit", "A 15-year-old boy", "killed", "injured"), ("12 people were killed in it", "12 people", "injured", "killed"),
        ("killed nine and wounded three", "nine", "killed", "killed"), ("five wounded in a raid that killed two", "five", "injured", "injured"),
    ],
)  # fmt: skip
def test_the_words_after_a_figure_tell_dead_from_injured(terms: Terms, text: str, words: str, taken_for: Measure, measure: str) -> None:
    assert read(terms, text, words, taken_for).measure == measure


@pytest.mark.parametrize(("text", "words", "measure"), [("the equipment was hit", "the equipment", "other"), ("up and down the road", "up", "killed"), ("more innocent people died", "more", "killed")])
def test_a_bound_without_a_number_is_no_figure(terms: Terms, text: str, words: str, measure: Measure) -> None:
    at = text.index(words)
    assert count(text, at, at + len(words), measure, terms) is None


def test_a_bound_that_lost_its_number_finds_it_again(terms: Terms) -> None:
    found = read(terms, "retook over 25 villages", "over", "places")
    assert (found.low, found.quantifier, found.mention.text) == (26, "more_than", "over 25")
