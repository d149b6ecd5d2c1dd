"""Words of time to days. Publication is Thursday 14 November 2024 unless said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.read.when import Basis, time_words, when
from sijill.records import Mention

PUBLISHED = date(2024, 11, 14)


def days(words: str, published: date | None = PUBLISHED, told: date | None = None, ahead: bool = False) -> tuple[str | None, str | None]:
    found = when(Mention(words, 0, len(words)), Basis(published, told, ahead))
    return (found.start.isoformat() if found.start else None, found.end.isoformat() if found.end else None)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Wednesday", "2024-11-13", "2024-11-14"),
        ("on Thursday", "2024-11-14", "2024-11-15"),
        ("on Friday morning", "2024-11-08", "2024-11-09"),
        ("yesterday", "2024-11-13", "2024-11-14"),
        ("last night", "2024-11-13", "2024-11-14"),
        ("today", "2024-11-14", "2024-11-15"),
        ("overnight", "2024-11-13", "2024-11-15"),
        ("last week", "2024-11-04", "2024-11-11"),
        ("last month", "2024-10-01", "2024-11-01"),
        ("last year", "2023-01-01", "2024-01-01"),
        ("this week", "2024-11-11", "2024-11-18"),
        ("earlier this week", "2024-11-11", "2024-11-15"),
        ("this year", "2024-01-01", "2025-01-01"),
        ("so far this year", "2024-01-01", "2024-11-15"),
        ("next week", "2024-11-18", "2024-11-25"),
        ("early next month", "2024-12-01", "2025-01-01"),
        ("next year", "2025-01-01", "2026-01-01"),
        ("3 June", "2024-06-03", "2024-06-04"),
        ("on June 3rd", "2024-06-03", "2024-06-04"),
        ("December 12", "2023-12-12", "2023-12-13"),
        ("12 November 2022", "2022-11-12", "2022-11-13"),
        ("March 2020", "2020-03-01", "2020-04-01"),
        ("in 2016", "2016-01-01", "2017-01-01"),
        ("2024-11-02", "2024-11-02", "2024-11-03"),
        ("05.11.2024", "2024-11-05", "2024-11-06"),
        ("two days ago", "2024-11-12", "2024-11-13"),
        ("between 1 and 4 November", "2024-11-01", "2024-11-05"),
        ("on Monday and Tuesday", "2024-11-11", "2024-11-13"),
        ("since Monday", "2024-11-11", "2024-11-15"),
        ("from 8 to 10 November", "2024-11-08", "2024-11-11"),
    ],
)
def test_words_lean_on_the_day_of_publication(words: str, start: str, end: str) -> None:
    assert days(words) == (start, end)


@pytest.mark.parametrize(("words", "start"), [("the next day", "2024-10-03"), ("that night", "2024-10-02"), ("two days later", "2024-10-04"), ("the day before", "2024-10-01")])
def test_words_lean_on_the_day_told_before(words: str, start: str) -> None:
    assert days(words, told=date(2024, 10, 2))[0] == start


def test_looking_ahead_turns_a_weekday_forward() -> None:
    assert days("on Saturday", ahead=True) == ("2024-11-16", "2024-11-17")


@pytest.mark.parametrize("words", ["Wednesday", "last week", "yesterday", "recently", "in recent days", "before dawn of time"])
def test_without_a_publication_day_relative_words_stay_words(words: str) -> None:
    found = when(Mention(words, 0, len(words)), Basis(None, None))
    assert (found.start, found.end, found.precision, found.mention.text) == (None, None, "unknown", words)


def test_a_full_date_needs_no_publication_day() -> None:
    assert days("7 August 2006", published=None) == ("2006-08-07", "2006-08-08")


def test_a_date_without_a_year_takes_the_year_told_before() -> None:
    assert days("on 10 May", published=None, told=date(2006, 4, 2)) == ("2006-05-10", "2006-05-11")


@pytest.mark.parametrize("words", ["31 February 2024", "45 June", "2024-13-40"])
def test_a_date_that_is_none_is_not_bent_into_one(words: str) -> None:
    assert days(words, published=None) == (None, None)


@given(st.text(min_size=1, max_size=60), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_no_words_crash_it_and_every_answer_runs_forward(words: str, published: date) -> None:
    found = when(Mention(words, 0, len(words)), Basis(published, published))
    assert (found.start is None) == (found.precision == "unknown")


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("a Jan. 3 strike", "Jan", "Jan. 3"),
        ("On 4 December 2016 they left", "December", "4 December 2016"),
        ("they left on Monday", "Monday", "Monday"),
        ("in 2014 they left", "in 2014", "in 2014"),
        ("at 6 they left", "at 6", "at 6"),
        ("within 7.5 kilometres of the dam", "within 7.5", None),
        ("on 08.06.2025 they left", "08.06.2025", "08.06.2025"),
        ("during the night", "during", None),
    ],
)
def test_the_words_of_a_time_are_whole_and_tell_time(text: str, cut: str, whole: str | None) -> None:
    start = text.index(cut)
    found = time_words(text, start, start + len(cut))
    assert (text[slice(*found)] if found else None) == whole
