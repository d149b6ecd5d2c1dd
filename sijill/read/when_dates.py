"""Days, months and years of the calendar: "3 June", "15 April last year", "08.06.2025", "the 14th", "March"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sijill.read.when_days import DAY, Basis, Days, one_month, real_day

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
LONG_AGO, STEP_BACK, LATELY = timedelta(days=330), timedelta(days=60), timedelta(days=60)
"""How far before publication a told day lies whose year later dates share, how far a date may step back from it, and how long a date is news."""


def _month_number(name: str) -> int:
    return next(n for n, full in enumerate(_MONTHS, 1) if full.startswith(name[:3].lower()))


def _year_meant(found: re.Match[str], basis: Basis) -> int | None:
    """The year that the words give, as a number or as "last year"; None where they give none or it cannot be known."""
    named = found.groupdict()
    if named.get("year"):
        return int(named["year"])
    which = (named.get("which") or "").lower()
    if which in {"that", "the same"}:
        return basis.told.year if basis.told else None
    return basis.published.year + {"last": -1, "next": 1}.get(which, 0) if which and basis.published else None


def _long_told(basis: Basis) -> date | None:
    """The day told before, where it lies so far back that dates without a year go on from it and not from publication."""
    return basis.told if basis.told and basis.published and basis.published - basis.told > LONG_AGO else None


def _lately(days: Days | None, basis: Basis) -> bool:
    """Whether days lie so shortly before publication that they are news, whatever was told before."""
    return days is not None and basis.published is not None and basis.published - LATELY < days.end and days.start <= basis.published + 2 * DAY


def dated(found: re.Match[str], basis: Basis) -> Days | None:
    """Day and month, with or without a year; without one, the latest such day not after publication (or the next, looking ahead)."""
    month, day = _month_number(found["month"]), int(found["day"])
    year = _year_meant(found, basis)
    if year:
        return real_day(year, month, day)
    if found.groupdict().get("which"):
        return None
    if basis.published is None:
        return real_day(basis.told.year, month, day) if basis.told else None
    told = _long_told(basis)
    if told and not _lately(real_day(basis.published.year, month, day), basis):
        going_on = (real_day(year, month, day) for year in (told.year, told.year + 1))
        return next((d for d in going_on if d and told - STEP_BACK <= d.start <= basis.published), real_day(told.year, month, day))
    here = real_day(basis.published.year, month, day)
    if here and here.start > basis.published + 2 * DAY and not basis.ahead:
        return real_day(basis.published.year - 1, month, day)
    if here and basis.ahead and here.start < basis.published - timedelta(days=180):
        return real_day(basis.published.year + 1, month, day)
    return here


def numeric(found: re.Match[str], basis: Basis) -> Days | None:
    """5/11, 04.11., 09-09-2024: day first, as most of the world writes; month first only where that alone is a date."""
    first, second = int(found["a"]), int(found["b"])
    day, month = (first, second) if second <= 12 else (second, first)
    year = found.groupdict().get("year")
    if year:
        return real_day(int(year), month, day)
    if basis.published is None or month > 12:
        return None
    here = real_day(basis.published.year, month, day)
    return real_day(basis.published.year - 1, month, day) if here and here.start > basis.published + 2 * DAY else here


def iso_month(found: re.Match[str], basis: Basis) -> Days | None:
    """ "2024-11"."""
    return one_month(int(found["year"]), int(found["b"]))


def iso(found: re.Match[str], basis: Basis) -> Days | None:
    """ "2025-06-08", "2025/06/08"."""
    return real_day(int(found["year"]), int(found["b"]), int(found["a"]))


def bare_month(found: re.Match[str], basis: Basis) -> Days | None:
    """ "June", "June 2024", "June last year"."""
    month = _month_number(found["month"])
    year = _year_meant(found, basis)
    if year or found.groupdict().get("which"):
        return one_month(year, month) if year else None
    if basis.published is None:
        return None
    told = _long_told(basis)
    if told and not _lately(one_month(basis.published.year, month), basis):
        here = one_month(told.year, month)
        return here if told - STEP_BACK < here.end else one_month(told.year + 1, month)
    if basis.ahead:
        return one_month(basis.published.year + (month < basis.published.month and (month - basis.published.month) % 12 <= 6), month)
    return one_month(basis.published.year - (month > basis.published.month), month)


def bare_year(found: re.Match[str], basis: Basis) -> Days | None:
    """A whole year."""
    year = int(found["year"])
    return Days(date(year, 1, 1), date(year + 1, 1, 1), "year")


def ordinal_day(found: re.Match[str], basis: Basis) -> Days | None:
    """ "the 14th": of the month told of, else the latest such day (or the next, looking ahead)."""
    lean = _long_told(basis) or basis.published
    if lean is None:
        return None
    day = int(found["day"])
    if lean is not basis.published:
        return real_day(lean.year, lean.month, day) if day >= lean.day else _day_of_next_month(lean, day)
    here = real_day(lean.year, lean.month, day)
    if here and (here.start <= lean or basis.ahead):
        return here
    before = lean.replace(day=1) - DAY
    return real_day(before.year, before.month, day)


def _day_of_next_month(lean: date, day: int) -> Days | None:
    """That day of the month after."""
    after = one_month(lean.year, lean.month).end
    return real_day(after.year, after.month, day)


def month_told(found: re.Match[str], basis: Basis) -> Days | None:
    """ "that September"."""
    return one_month(basis.told.year, _month_number(found["month"])) if basis.told else None


def month_after_told(found: re.Match[str], basis: Basis) -> Days | None:
    """ "the following March"."""
    month = _month_number(found["month"])
    return one_month(basis.told.year + (month <= basis.told.month), month) if basis.told else None


def this_month_named(found: re.Match[str], basis: Basis) -> Days | None:
    """ "this September"."""
    return one_month(basis.published.year, _month_number(found["month"])) if basis.published else None


def next_month_named(found: re.Match[str], basis: Basis) -> Days | None:
    """ "next March"."""
    month = _month_number(found["month"])
    return one_month(basis.published.year + (month <= basis.published.month), month) if basis.published else None


def last_month_named(found: re.Match[str], basis: Basis) -> Days | None:
    """ "last March": before the month of publication."""
    if basis.published is None:
        return None
    month = _month_number(found["month"])
    return one_month(basis.published.year - (month >= basis.published.month), month)
