"""English numbers in figures and in words, and no number where there is none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.knowledge.numbers import NUMBER, ORDINALS, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("12", 12),
        ("1,200", 1_200),
        ("1 200", 1_200),
        ("1’200’000", 1_200_000),
        ("2.5 million", 2_500_000),
        ("3k", 3_000),
        ("1.2m", 1_200_000),
        ("40 thousand", 40_000),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("twenty-five", 25),
        ("one hundred and five", 105),
        ("a hundred", 100),
        ("Two Thousand", 2_000),
        ("three hundred thousand", 300_000),
        ("one million two hundred thousand and six", 1_200_006),
        ("three score", 60),
        ("a pair", 2),
        ("12.000", 12_000),
        ("1.250.000", 1_250_000),
        ("2.345 million", 2_345_000),
        ("1 250 000", 1_250_000),
        ("1'200", 1_200),
        ("1,50,000", 150_000),
        ("3.5 lakh", 350_000),
        ("two crore", 20_000_000),
        ("two hundred and fifty thousand", 250_000),
        ("one and a half million", 1_500_000),
        ("two-and-a-half thousand", 2_500),
        ("a million and a half", 1_500_000),
        ("2 and a half million", 2_500_000),
        ("half million", 500_000),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("fifteen hundred", 1_500),
        ("both", 2),
        ("no", 0),
        ("zero", 0),
        ("٣", 3),
    ],
)
def test_a_phrase_that_is_a_number_has_its_value(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "dozens", "many", "2.5", "three people", "1,20", "twelfth", "½", "1.5 dozen dozens", "and", "half", "9" * 20, "ten to twelve"])
def test_what_is_no_whole_number_has_none(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("killed nine people in 2 villages", ["nine", "2"]),
        ("some 6,602 fled", ["6,602"]),
        ("one hundred and five soldiers and two tanks", ["one hundred and five", "two"]),
        ("2.5 million, or half a million", ["2.5 million", "half a million"]),
        ("nineteen sixty-year-olds", ["nineteen", "sixty"]),
        ("F-16s, M23, x12, T-90s", []),
        ("two hundred and fifty thousand or one and a half million", ["two hundred and fifty thousand", "one and a half million"]),
        ("between one hundred and two hundred", ["one hundred", "two hundred"]),
        ("one thousand and two thousand", ["one thousand", "two thousand"]),
        ("between ten and twenty", ["ten", "twenty"]),
        ("3,000 of 12.000, then 1 250 000", ["3,000", "12.000", "1 250 000"]),
        ("someone and nobody often", []),
    ],
)
def test_numbers_are_found_in_running_text(text: str, found: list[str]) -> None:
    assert [m.group() for m in NUMBER.finditer(text)] == found


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 10**12))
def test_grouped_figures_are_read_back(n: int) -> None:
    assert number(f"{n:,}") == number(str(n)) == n
    assert NUMBER.fullmatch(f"{n:,}")


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.text(st.characters(), max_size=60))
def test_any_text_is_a_number_or_none(text: str) -> None:
    value = number(text)
    assert value is None or value >= 0


def test_ordinals_count_up() -> None:
    assert (ORDINALS["first"], ORDINALS["twelfth"]) == (1, 12)


@pytest.mark.parametrize("unit", ["1", "111 ", "1,111", "1.111", "1,11,", "one ", "hundred and ", "half a ", "half of a ", "one and a half ", "one hundred and ", "one-", "2.5 million "])
def test_long_runs_of_number_words_are_no_trap(unit: str) -> None:
    text = unit * (2_000 // len(unit)) + "x"
    start = time.process_time()
    list(NUMBER.finditer(text))
    number(text)
    assert time.process_time() - start < 1
