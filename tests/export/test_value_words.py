"""Values in words."""

from datetime import date

import pytest

from sijill.export.words import count_words, persons_words, range_words, toll_words, when_words
from sijill.records import Count, EventWhen, Mention, Toll, When

WORDS = Mention("some", 0, 4)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((9, 9, 9), "9"), ((12, None, None), "at least 12"), ((None, None, 5), "at most 5"), ((10, None, 15), "10–15"), ((None, 650, None), "about 650"),
        ((2, 3, 3), "3 (2–3)"), ((5, 8, 12), "8 (5–12)"), ((12, 15, None), "15 (at least 12)"), ((None, 15, 20), "15 (at most 20)"), ((0, 0, 0), "0"), ((14, 14, None), "at least 14"), ((None, 180, 180), "at most 180"),
        ((7, None, 7), "7"), ((None, None, None), ""), ((12500, 12500, 12500), "12\u202f500"),
    ],
)  # fmt: skip
def test_numbers_in_words(numbers, words):
    assert range_words(*numbers) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count("killed", None, "unknown", "person", 0, 0, 0, "exact", WORDS), "none (0)"),
        (Count("killed", None, "unknown", "person", None, None, None, "vague", WORDS), "“some”, no number"),
        (Count("killed", None, "unknown", "person", None, None, None, "unstated", WORDS), "said, number not given"),
        (Count("displaced", None, "unknown", "household", None, 650, None, "about", WORDS), "about 650 households"),
    ],
)
def test_the_kinds_of_nothing_read_differently(count, words):
    assert count_words(count) == words


def test_states_of_a_toll():
    said = {s: toll_words(Toll("killed", None, "unknown", "person", *n, s, (), "")) for s, n in (("zero", (0, 0, 0)), ("unstated", (None,) * 3), ("unknown", (None,) * 3), ("number", (3, 3, 3)))}
    assert said == {"zero": "none (0)", "unstated": "said, number not given", "unknown": "not said", "number": "3"}


def test_days_are_said_inclusively():
    assert when_words(EventWhen(date(2024, 2, 28), date(2024, 3, 1), "")) == "2024-02-28 – 2024-02-29"
    assert when_words(EventWhen(date(2024, 2, 28), date(2024, 2, 29), "")) == "2024-02-28"
    assert when_words(When(None, None, "unknown", WORDS)) == "undated"
    assert when_words(None) == ""


def test_figures_that_were_set_aside_are_not_said_to_be_missing() -> None:
    assert persons_words("unknown", None, None, None) == "not said"
    assert persons_words("unknown", None, None, None, figures=True) == "figures set aside"
    assert [persons_words(s, *n, figures=True) for s, n in (("zero", (0, 0, 0)), ("unstated", (None,) * 3), ("number", (3, 5, None)))] == [  # type: ignore[arg-type]
        "none (0)", "said, number not given", "5 (at least 3)",
    ]  # fmt: skip
