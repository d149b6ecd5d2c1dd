"""What relative words of time lean on, and what they come to."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sijill.records import WhenPrecision

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Basis:
    """What relative words lean on: the day of publication, the day last told of, and whether the clause looks ahead."""

    published: date | None
    told: date | None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """A dated stretch; `end` is exclusive."""

    start: date
    end: date
    precision: WhenPrecision


Rule = Callable[[re.Match[str], Basis], Days | None]
"""What words that match a pattern mean from a basis; None where that cannot be known."""


def one_day(day: date) -> Days:
    """A single day."""
    return Days(day, day + DAY, "day")


def one_month(year: int, month: int) -> Days:
    """A whole month."""
    start = date(year, month, 1)
    return Days(start, start + timedelta(days=monthrange(year, month)[1]), "month")


def real_day(year: int, month: int, day: int) -> Days | None:
    """That day, or None where the calendar has none (31 February)."""
    try:
        return one_day(date(year, month, day))
    except ValueError:
        return None


def months_from(year: int, month: int, months: int) -> Days:
    """So many whole months from the first of a month."""
    last = year * 12 + month - 1 + months
    return Days(date(year, month, 1), date(last // 12, last % 12 + 1, 1), "range")
