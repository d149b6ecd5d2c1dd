"""Figures: bounds, quantifiers, and the three kinds of nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.knowledge import DATA
from sijill.knowledge.terms import Terms, load_terms
from sijill.read.count import count
from sijill.read.figure import figure
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
        ("two to three million", 2_000_000, None, 3_000_000, "about"), ("10–15 thousand", 10_000, None, 15_000, "about"), ("between 30 and 40 thousand", 30_000, None, 40_000, "about"),
        ("1.5 to 2 million", 1_500_000, None, 2_000_000, "about"), ("10-12,000", 10_000, None, 12_000, "about"), ("900 to 1,000", 900, None, 1_000, "about"),
        ("two hundred and fifty thousand", 250_000, 250_000, 250_000, "exact"), ("between one hundred and two hundred", 100, None, 200, "about"),
        ("between at least two and four", 2, None, 4, "about"), ("four (or possibly five)", 4, None, 5, "about"), ("22 and 9", 22, 22, 22, "exact"), ("9 and 22", 9, 9, 9, "exact"),
        ("at least five and possibly as many as 12", 5, None, 12, "about"), ("at least five dead and perhaps 12", 5, None, 12, "about"),
        ("12 or fewer", None, None, 12, "at_most"), ("40 at the least", 40, None, None, "at_least"), ("half a million, or perhaps more", 500_000, None, None, "at_least"),
        ("half a dozen or so", None, 6, None, "about"), ("80 vehicles or so", None, 80, None, "about"), ("300-some", None, 300, None, "about"), ("an average of four", None, 4, None, "about"),
        ("six people over two days", 6, 6, 6, "exact"), ("no fewer than 40", 40, None, None, "at_least"), ("as few as 40", 40, None, None, "at_least"), ("no more than 40", None, None, 40, "at_most"),
        ("a few dozen", None, None, None, "vague"), ("several hundred", None, None, None, "vague"), ("a couple of hundred", None, None, None, "vague"), ("some hundred", None, 100, None, "about"),
        ("two-thirds", None, None, None, "vague"), ("three-quarters of residents", None, None, None, "vague"), ("nine tenths", None, None, None, "vague"), ("half of the 600", None, None, None, "vague"),
        ("a third of the 600 villagers", None, None, None, "vague"), ("a third victim", 1, 1, 1, "exact"), ("one third", None, None, None, "vague"), ("more than a quarter of a million", 250_001, None, None, "more_than"),
        ("a total of 24", 24, 24, 24, "exact"), ("a family of 18", 18, 18, 18, "exact"), ("a large number of bombs", None, None, None, "vague"), ("a significant number", None, None, None, "vague"),
        ("a boy of twelve", 1, 1, 1, "exact"), ("a teacher, 52", 1, 1, 1, "exact"), ("a 15 year old boy", 1, 1, 1, "exact"), ("two girls aged 9 and 11", 2, 2, 2, "exact"),
        ("boys aged 12 and 14", None, None, None, "vague"), ("11 children under five", 11, 11, 11, "exact"), ("T-90 tanks", None, None, None, "vague"), ("3 (including 1 child)", 3, 3, 3, "exact"),
        ("dozens", None, None, None, "vague"), ("several", None, None, None, "vague"), ("tens of thousands", None, None, None, "vague"), ("heavy losses", None, None, None, "vague"),
        ("casualties", None, None, None, "unstated"), ("an unknown number", None, None, None, "unstated"), ("killed", None, None, None, "unstated"),
        ("no casualties", 0, 0, 0, "exact"), ("nobody", 0, 0, 0, "exact"), ("unharmed", 0, 0, 0, "exact"),
        ("all", None, None, None, "vague"), ("women", None, None, None, "vague"), ("the crew", None, None, None, "vague"), ("his children", None, None, None, "vague"), ("another of his men", 1, 1, 1, "exact"),
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


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("some two hundred and fifty thousand fled", "fifty", "some two hundred and fifty thousand"), ("around 10–15 thousand left", "10", "around 10–15 thousand"),
        ("between five and ten were hurt", "ten", "between five and ten"), ("killed at least five people and possibly as many as 12", "at least five", "at least five people and possibly as many as 12"),
        ("At least five soldiers and possibly as many as 12 were killed", "possibly as many as 12", "At least five soldiers and possibly as many as 12"),
        ("At least five soldiers and possibly as many as 12 were killed", "At least five", "At least five soldiers and possibly as many as 12"), ("killed five and perhaps 12 wounded", "perhaps 12", "perhaps 12"),
        ("killed five and perhaps 12 wounded", "five", "five"), ("On February 24 120 soldiers died", "120", "120"), ("250 000 people", "000", "250 000"),
        ("Between 8 and 14 August, 89 fled", "14", "14"), ("on Nov 10 – 40 people died", "40", "40"), ("grew from 21 to 28", "28", "28"), ("two dozen, at least six of them badly", "two dozen", "two dozen"),
    ],
)  # fmt: skip
def test_a_figure_is_taken_whole_and_alone(terms: Terms, text: str, words: str, whole: str) -> None:
    assert read(terms, text, words).mention.text == whole


@pytest.mark.parametrize(
    "text", ["A teacher, [52], and her son were killed", "Her son, [9], died", "killing Ahmad Saleh, [34], and two more", "boys aged [9] and 11", "boys aged 9 and [11] died", "a [12] year old boy", "three others, aged [between 20 and 25], were hurt"]
)
def test_an_age_is_no_count(terms: Terms, text: str) -> None:
    at, plain = text.index("["), text.replace("[", "").replace("]", "")
    assert count(plain, at, text.index("]") - 1, "killed", terms) is None


@pytest.mark.parametrize(
    "text", ["The hospital gives 14 dead and the army, [6].", "In Luhansk Region, [97], and more", "Of the wounded, [12], most of them children, are in a grave state", "aged 12 and 15, and [11] wounded"]
)
def test_a_number_between_commas_may_be_a_count(terms: Terms, text: str) -> None:
    at, plain = text.index("["), text.replace("[", "").replace("]", "")
    assert count(plain, at, text.index("]") - 1, "killed", terms) is not None


@pytest.mark.parametrize(
    ("text", "words", "taken_for", "measure"),
    [
        ("22 and 9 people were killed and injured respectively", "22", "injured", "killed"), ("22 and 9 people were killed and injured, respectively", "9", "killed", "injured"),
        ("The blasts wounded and killed 22 and 9 people respectively.", "9", "injured", "killed"), ("the army killed 58 and 32, respectively", "32", "killed", "killed"),
        ("killed 22 and wounded 9", "9", "killed", "injured"), ("killed 22 and wounded at least 9", "at least 9", "killed", "injured"), ("killed 22 and wounded 9", "22", "injured", "killed"),
        ("killing or wounding 60 people", "60", "killed", "other"), ("44 bodies with bullet wounds", "44", "killed", "killed"), ("a strike killing 3 (1 injured later died)", "3", "killed", "killed"),
    ],
)  # fmt: skip
def test_each_of_two_figures_has_its_own_measure(terms: Terms, text: str, words: str, taken_for: Measure, measure: str) -> None:
    assert read(terms, text, words, taken_for).measure == measure


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("left dozens wounded and scores of homes damaged", "scores", "other"), ("left dozens wounded and scores of homes damaged", "scores of homes", "other"), ("left dozens wounded", "dozens", "injured"),
        ("wounded 12 and three nearby houses and a school", "three", "other"), ("40 cattle were killed", "40", "other"), ("four truck drivers were hurt", "four", "injured"), ("11 school children were hurt", "11", "injured"),
        ("63 wounded entered the hospital", "63", "injured"),
    ],
)  # fmt: skip
def test_things_are_not_counted_among_people(terms: Terms, text: str, words: str, measure: Measure) -> None:
    assert read(terms, text, words, "injured").measure == measure


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [("The toll rose from 21 to 28", "from 21 to 28", 28, 28), ("The toll, up from 21 to 28", "21 to 28", 28, 28), ("The toll rose to 28, from 21", "28", 28, 28), ("Estimates run from 21 to 28", "from 21 to 28", 21, 28)],
)
def test_of_a_toll_that_rose_the_last_figure_holds(terms: Terms, text: str, words: str, low: int, high: int) -> None:
    found = read(terms, text, words)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The toll from the bombing in Bara has risen to 31 from 24", "24"), ("31 people died, up from 24 on Sunday", "24"), ("The toll rose from 24 to 31", "24"), ("The toll was cut to seven from nine", "nine"),
        ("Nineteen died, up from an earlier count of 12", "12"), ("Seven died, police said, after first reporting nine", "nine"), ("It gave 31, against an earlier toll of at least 24", "24"),
        ("Officials had earlier put the toll at 24", "24"),
    ],
)  # fmt: skip
def test_a_figure_that_no_longer_holds_is_no_count(terms: Terms, text: str, words: str) -> None:
    at = text.rindex(words)
    assert count(text, at, at + len(words), "killed", terms) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The toll from the bombing in Bara has risen to 31 from 24", "31"), ("Soldiers freed 24 men and brought 12 from camps", "12"), ("Gunmen took away 40 people from nine families", "nine"),
        ("An earlier attack killed 24", "24"), ("Hospitals gave a provisional toll of 24", "24"), ("Initial reports of nine dead came from Bara", "nine"), ("The number of dead in the first raid was 24", "24"), ("He was cut off from 12 others", "12"),
    ],
)  # fmt: skip
def test_a_figure_that_holds_is_a_count(terms: Terms, text: str, words: str) -> None:
    assert read(terms, text, words, "captured").best is not None


@pytest.mark.parametrize("text", ["11 bodies, [all] of them civilians", "two men, [both of whom] were teachers"])
def test_all_of_those_just_counted_are_no_further_ones(terms: Terms, text: str) -> None:
    at, plain = text.index("["), text.replace("[", "").replace("]", "")
    assert count(plain, at, text.index("]") - 1, "killed", terms) is None


@pytest.mark.parametrize(("text", "quantifier"), [("a third of the villagers fled", "vague"), ("a third were women", "vague"), ("a third was hit in the leg", "exact")])
def test_a_third_is_a_share_or_the_third_one(terms: Terms, text: str, quantifier: str) -> None:
    assert read(terms, text, "a third").quantifier == quantifier


def test_of_a_share_the_whole_did_not_suffer_it(terms: Terms) -> None:
    assert read(terms, "Half of the town's 5,000 residents have fled", "5,000", "displaced").measure == "other"
    assert read(terms, "one in three residents fled", "one", "displaced").quantifier == "vague"


@pytest.mark.parametrize("text", ["one in [three] residents fled", "[An] average of 12 people died", "[a] total of 12 died"])
def test_words_cut_from_a_figure_are_none(terms: Terms, text: str) -> None:
    at, plain = text.index("["), text.replace("[", "").replace("]", "")
    assert count(plain, at, text.index("]") - 1, "killed", terms) is None


def test_some_alone_is_said_without_a_number(terms: Terms) -> None:
    assert read(terms, "some of the prisoners were shot", "some").quantifier == "vague"


def test_those_named_within_a_total_do_not_colour_it(terms: Terms) -> None:
    assert read(terms, "killing 3 (including 1 child) on Monday", "3").status == "unknown"
    assert read(terms, "killing 3 (including 1 child) on Monday", "3 (including 1 child)").status == "unknown"
    assert read(terms, "ten people including four soldiers", "ten").status == "unknown"


@pytest.mark.parametrize(("words", "best"), [("twın blasts", 2), ("ſix", 6), ("thirty-ſix", 36)])
def test_numbers_are_known_whatever_letters_they_are_written_with(words: str, best: int) -> None:
    found = figure(words)
    assert found is not None and found.best == best
