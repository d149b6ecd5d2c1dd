"""Weekdays, weeks and weekends: "Wednesday", "next Friday", "Friday last week", "the weekend"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sijill.read.when_days import DAY, Basis, Days, Rule, one_day

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _next_weekday(after: date, wanted: int) -> Days:
    return one_day(after + timedelta(days=(wanted - after.weekday() - 1) % 7 + 1))


def weekday(found: re.Match[str], basis: Basis) -> Days | None:
    """The latest not after publication, "last" always before it, "next" and "coming" after it; "the following Friday" leans on the day told before."""
    wanted = next(n for n, full in enumerate(_WEEKDAYS) if full.startswith(found["weekday"].lower()[:3]))
    how = (found.groupdict().get("how") or "").lower()
    if how in {"following", "next"} and basis.told and (how == "following" or not basis.ahead) and re.search(r"\bthe (?:following|next)\b", found[0], re.IGNORECASE):
        return _next_weekday(basis.told, wanted)
    if how in {"previous", "preceding"} and (lean := basis.told or basis.published):
        return one_day(lean - timedelta(days=(lean.weekday() - wanted - 1) % 7 + 1))
    if basis.published is None:
        return None
    if how in {"next", "coming", "following"}:
        return _next_weekday(basis.published, wanted)
    if basis.ahead and how != "last":
        return one_day(basis.published + timedelta(days=(wanted - basis.published.weekday()) % 7))
    back = (basis.published.weekday() - wanted) % 7
    return one_day(basis.published - timedelta(days=back or (7 if how in {"last", "past"} else 0)))


def weekday_of_week(found: re.Match[str], basis: Basis) -> Days | None:
    """ "Friday last week", "last week on Friday"."""
    wanted = next(n for n, full in enumerate(_WEEKDAYS) if full.startswith(found["weekday"].lower()[:3]))
    back = {"last": 7, "this": 0, "next": -7}.get(found["which"].lower(), 7)
    return one_day(basis.published - timedelta(days=basis.published.weekday() + back - wanted)) if basis.published else None


def week(back: int) -> Rule:
    """The week so many weeks back."""
    def rule(found: re.Match[str], basis: Basis) -> Days | None:
        if basis.published is None:
            return None
        monday = basis.published - timedelta(days=basis.published.weekday() + 7 * back)
        return Days(monday, monday + 7 * DAY, "week")

    return rule


def end_of_last_week(found: re.Match[str], basis: Basis) -> Days | None:
    """Its last three days."""
    last = week(1)(found, basis)
    return Days(last.end - 3 * DAY, last.end, "range") if last else None


def weekend(found: re.Match[str], basis: Basis) -> Days | None:
    """The latest that has begun; "next" and, looking ahead, the coming one."""
    if basis.published is None:
        return None
    saturday = basis.published - timedelta(days=(basis.published.weekday() - 5) % 7)
    how = (found["how"] or "").lower()
    if how in {"next", "coming"} or (basis.ahead and how != "last" and saturday + DAY < basis.published):
        saturday += 7 * DAY
    elif how == "last" and basis.published.weekday() >= 5:
        saturday -= 7 * DAY
    return Days(saturday, saturday + 2 * DAY, "range")
