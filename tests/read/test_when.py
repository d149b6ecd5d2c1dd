"""Words of time to days. Publication is Thursday 14 November 2024 unless said."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.read.when import Basis, full_dates, time_words, when
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
        ("early next month", "2024-12-01", "2024-12-11"),
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


WEDNESDAY = date(2025, 6, 11)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("15 April last year", "2024-04-15", "2024-04-16"), ("June 3 this year", "2025-06-03", "2025-06-04"), ("January this year", "2025-01-01", "2025-02-01"), ("April of last year", "2024-04-01", "2024-05-01"),
        ("since April last year", "2024-04-01", "2025-06-12"), ("May and June last year", "2024-05-01", "2024-07-01"), ("last March", "2025-03-01", "2025-04-01"), ("this September", "2025-09-01", "2025-10-01"),
        ("next March", "2026-03-01", "2026-04-01"), ("2024-11", "2024-11-01", "2024-12-01"),
        ("2025/06/08", "2025-06-08", "2025-06-09"), ("2025.06.08", "2025-06-08", "2025-06-09"), ("08.06.2025", "2025-06-08", "2025-06-09"), ("06/25/2024", "2024-06-25", "2024-06-26"),
    ],
)  # fmt: skip
def test_a_date_takes_the_year_that_is_said_with_it(words: str, start: str, end: str) -> None:
    assert days(words, WEDNESDAY) == (start, end)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("two days after the June 1 attack", "2025-06-03", "2025-06-04"), ("a week before 3 May", "2025-04-26", "2025-04-27"), ("the week after June 1", "2025-06-02", "2025-06-09"),
        ("two weeks after Christmas", "2025-01-08", "2025-01-09"), ("the eve of June 8", "2025-06-07", "2025-06-08"), ("two days after Monday's strike", "2025-06-11", "2025-06-12"),
        ("since the day before yesterday", "2025-06-09", "2025-06-12"), ("a fortnight ago", "2025-05-28", "2025-05-29"), ("48 hours earlier", "2025-06-09", "2025-06-10"), ("a day before", "2025-06-10", "2025-06-11"),
        ("in the 24 hours to Tuesday", "2025-06-09", "2025-06-11"), ("the 48 hours to 10 June", "2025-06-08", "2025-06-11"), ("the week ending 8 June", "2025-06-02", "2025-06-09"),
        ("in the 48 hours before Sunday's truce", "2025-06-06", "2025-06-09"), ("the three days after 5 June", "2025-06-05", "2025-06-09"), ("in the year to April 2025", "2024-05-01", "2025-05-01"),
        ("the six months to May", "2024-12-01", "2025-06-01"), ("inside three days", "2025-06-08", "2025-06-12"),
    ],
)  # fmt: skip
def test_days_are_counted_from_the_day_that_is_named(words: str, start: str, end: str) -> None:
    assert days(words, WEDNESDAY) == (start, end)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("overnight from Monday to Tuesday", "2025-06-09", "2025-06-11"), ("on the night of Monday to Tuesday", "2025-06-09", "2025-06-11"), ("overnight into Tuesday", "2025-06-09", "2025-06-11"),
        ("overnight on Monday", "2025-06-09", "2025-06-11"), ("the night of 9/10 June", "2025-06-09", "2025-06-11"), ("the night of 9–10 June", "2025-06-09", "2025-06-11"), ("during the night", "2025-06-10", "2025-06-12"),
        ("Monday through Wednesday", "2025-06-09", "2025-06-12"), ("Monday-Wednesday", "2025-06-09", "2025-06-12"), ("from Monday to Friday", "2025-06-02", "2025-06-07"),
        ("3, 5 and 7 June", "2025-06-03", "2025-06-08"), ("May 28-June 3", "2025-05-28", "2025-06-04"), ("28 May-3 June", "2025-05-28", "2025-06-04"), ("2 through 4 May", "2025-05-02", "2025-05-05"),
        ("1966–68", "1966-01-01", "1969-01-01"), ("2023/24", "2023-01-01", "2025-01-01"), ("between January and mid-March", "2025-01-01", "2025-03-21"), ("from mid-January to March", "2025-01-15", "2025-04-01"),
    ],
)  # fmt: skip
def test_stretches_run_from_the_first_to_the_last_day(words: str, start: str, end: str) -> None:
    assert days(words, WEDNESDAY) == (start, end)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("since the start of the year", "2025-01-01", "2025-06-12"), ("in the first half of 2025", "2025-01-01", "2025-07-01"), ("the second half of May", "2025-05-16", "2025-06-01"),
        ("in the second week of May", "2025-05-08", "2025-05-15"), ("the last week of May", "2025-05-25", "2025-06-01"), ("first quarter of 2024", "2024-01-01", "2024-04-01"), ("Q3 2024", "2024-07-01", "2024-10-01"),
        ("H1 2025", "2025-01-01", "2025-07-01"), ("in the last three months of 2024", "2024-10-01", "2025-01-01"), ("mid-May", "2025-05-11", "2025-05-21"), ("since mid-May", "2025-05-15", "2025-06-12"),
        ("early June", "2025-06-01", "2025-06-11"), ("as early as May", "2025-05-01", "2025-06-01"), ("late May", "2025-05-21", "2025-06-01"), ("at the end of May", "2025-05-21", "2025-06-01"), ("the beginning of May", "2025-05-01", "2025-05-11"),
        ("early 2024", "2024-01-01", "2024-05-01"), ("mid-2024", "2024-06-01", "2024-09-01"), ("late last year", "2024-10-01", "2025-01-01"), ("the end of 2024", "2024-12-01", "2025-01-01"),
        ("the 1990s", "1990-01-01", "2000-01-01"), ("the summer of 2024", "2024-06-01", "2024-09-01"), ("last summer", "2024-06-01", "2024-09-01"), ("Christmas Eve", "2024-12-24", "2024-12-25"),
        ("New Year's Day 2024", "2024-01-01", "2024-01-02"), ("the fall of the town", None, None),
        ("earlier this month", "2025-06-01", "2025-06-12"), ("so far this month", "2025-06-01", "2025-06-12"), ("so far in 2025", "2025-01-01", "2025-06-12"), ("later this month", "2025-06-11", "2025-07-01"),
    ],
)  # fmt: skip
def test_a_part_is_no_whole(words: str, start: str | None, end: str | None) -> None:
    assert days(words, WEDNESDAY) == (start, end)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("next Friday", "2025-06-13"), ("this coming Friday", "2025-06-13"), ("Last Wednesday", "2025-06-04"), ("on Wednesday last", "2025-06-04"), ("Friday last week", "2025-06-06"), ("last week on Friday", "2025-06-06"),
        ("Monday next week", "2025-06-16"), ("the previous Friday", "2025-06-06"), ("last weekend", "2025-06-07"), ("next weekend", "2025-06-14"),
    ],
)  # fmt: skip
def test_a_weekday_is_of_the_week_that_is_said(words: str, start: str) -> None:
    assert days(words, WEDNESDAY)[0] == start


def test_last_weekend_on_a_sunday_is_a_week_ago() -> None:
    assert days("last weekend", date(2025, 6, 8)) == ("2025-05-31", "2025-06-02")


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("this Friday", "2025-06-13", "2025-06-14"), ("by 20 June", "2025-06-11", "2025-06-21"), ("until Friday", "2025-06-11", "2025-06-14"), ("in September", "2025-09-01", "2025-10-01"), ("in February", "2025-02-01", "2025-03-01"),
        ("within ten days", "2025-06-11", "2025-06-22"),
    ],
)  # fmt: skip
def test_what_is_planned_lies_ahead(words: str, start: str, end: str) -> None:
    assert days(words, WEDNESDAY, ahead=True) == (start, end)


@pytest.mark.parametrize("words", ["by 2014", "until 3 May", "by mid-May"])
def test_of_a_past_end_the_beginning_is_not_known(words: str) -> None:
    assert days(words, WEDNESDAY) == (None, None)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("the following Monday", "2025-06-09"), ("the previous Friday", "2025-05-30"), ("that September", "2025-09-01"), ("the following March", "2026-03-01"), ("the following year", "2026-01-01"), ("that year", "2025-01-01"),
        ("the morning after", "2025-06-06"), ("three days earlier", "2025-06-02"), ("since then", "2025-06-05"), ("at 03:30 local time (0030 GMT)", "2025-06-05"), ("at 1700 hours", "2025-06-05"), ("at seven in the evening", "2025-06-05"),
    ],
)  # fmt: skip
def test_more_words_lean_on_the_day_told_before(words: str, start: str) -> None:
    assert days(words, WEDNESDAY, told=date(2025, 6, 5))[0] == start


@pytest.mark.parametrize(("words", "start"), [("on 3 March", "1999-03-03"), ("on 9 January", "1999-01-09"), ("on 1 December", "1999-12-01"), ("in August", "1999-08-01"), ("on the 23rd", "1999-02-23"), ("on the 2nd", "1999-03-02"), ("on 8 June", "2025-06-08")])
def test_in_an_old_story_dates_go_on_from_the_day_told_but_not_those_of_late(words: str, start: str) -> None:
    assert days(words, WEDNESDAY, told=date(1999, 2, 9))[0] == start


@pytest.mark.parametrize("unit", ["1, ", "one ", "the night of ", "in the ", "June ", "the day after "])
def test_a_very_long_mention_is_no_trap(unit: str) -> None:
    words = unit * (20_000 // len(unit))
    start = time.process_time()
    when(Mention(words, 0, len(words)), Basis(WEDNESDAY, WEDNESDAY))
    assert time.process_time() - start < 1


@pytest.mark.parametrize(("words", "start"), [("5 ſept", "2024-09-05"), ("ſunday", "2024-11-10"), ("mıd-June", "2024-06-11"), ("last ſummer", "2024-06-01"), ("ın June", "2024-06-01")])
def test_letters_that_look_like_others_are_read_as_these(words: str, start: str) -> None:
    assert days(words)[0] == start


@pytest.mark.parametrize("words", ["that year", "the following March", "the following year", "next year", "the day after", "last winter", "Christmas", "the previous month"])
@pytest.mark.parametrize("told", [date(1, 1, 1), date(9999, 12, 31)])
def test_beyond_the_calendar_there_is_no_day_and_no_fault(words: str, told: date) -> None:
    found = when(Mention(words, 0, len(words)), Basis(told, told))
    assert (found.start is None) == (found.end is None)


def test_the_year_after_the_last_is_no_year() -> None:
    assert days("the following March", told=date(9999, 12, 31)) == (None, None)


def test_dates_that_tell_their_year_are_found_with_their_offsets() -> None:
    text = "Freed in May 2006. The trial of 23 June 2007 ended on October 2, 2008; on 10 May he fell ill."
    assert full_dates(text) == ((9, date(2006, 5, 1)), (text.index("23 June"), date(2007, 6, 23)), (text.index("October"), date(2008, 10, 2)))
