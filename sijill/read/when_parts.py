"""Parts of longer stretches and days with names: "mid-June", "the second week of May", "the first half of 2025", "last summer", "the 1990s", "Christmas Eve"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sijill.knowledge.numbers import number
from sijill.read.when_days import DAY, Basis, Days, months_from

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_PART = re.compile(
    r"\b(?:(?P<third>(?<!as )early|mid|late|(?:very )?(?:beginning|start|end)(?= of)|middle(?= of)|turn(?= of))|(?P<half>first|second|latter) half|H(?P<h>[12])|"
    rf"(?P<quarter>{'|'.join(_NTH)}|last|final) quarter|Q(?P<q>[1-4])|(?P<week>{'|'.join(_NTH)}|last|final) week(?= (?:of|in)\b)|"
    r"(?P<months>first|last) (?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|\d+) months(?= of))\b[\s-]*(?:(?:of|in)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_THIRDS = {"early": 0, "beginning": 0, "start": 0, "turn": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
_MONTH_THIRDS = ((1, 11), (11, 21), (21, 32))
_YEAR_THIRDS = {"early": (1, 5), "beginning": (1, 2), "start": (1, 2), "turn": (1, 2), "mid": (6, 9), "middle": (6, 9), "late": (10, 13), "end": (12, 13)}
_DECADE_THIRDS = ((0, 4), (4, 7), (7, 10))
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SEASON = re.compile(
    r"(?:\b(?P<how>last|this|past|previous|that|that same|the same)\s+)?\b(?P<season>spring|summer|autumn|winter|fall(?= (?:of )?(?:19|20)\d\d))\b(?:\s+(?:of\s+)?(?P<year>(?:1[89]|20)\d\d))?", re.IGNORECASE
)
_DECADE = re.compile(r"\b(?P<year>(?:1[89]|20)\d)0[’']?s\b")
_FEASTS = (
    (re.compile(r"\bnew year[’']?s eve\b", re.IGNORECASE), 12, 31), (re.compile(r"\bnew year[’']?s(?: day| night)?\b|\b(?:at|on|over|since|by) new year\b", re.IGNORECASE), 1, 1),
    (re.compile(r"\bchristmas eve\b", re.IGNORECASE), 12, 24), (re.compile(r"\bboxing day\b", re.IGNORECASE), 12, 26), (re.compile(r"\bchristmas\b(?! (?:truce|party|market|mass))", re.IGNORECASE), 12, 25),
)  # fmt: skip
_A_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")

MIDDLE = re.compile(r"\bmid\b|\bmiddle of\b", re.IGNORECASE)
"""Words for a middle: what begins then begins on the 15th."""


def part_words(words: str) -> tuple[re.Match[str], str] | None:
    """A part's words and those of the whole that it is a part of; None where there is none."""
    found = _PART.search(words)
    return (found, words[found.end() :]) if found and words[found.end() :].strip() else None


def part(found: re.Match[str], whole: Days) -> Days | None:
    """The part of a whole: a month, a year, or a decade. None where such a whole has no such part."""
    year = whole.start.year
    if found["third"]:
        word = found["third"].lower().removeprefix("very ")
        if whole.precision == "month":
            return _days_of_month(whole, *_MONTH_THIRDS[_THIRDS[word]])
        if whole.precision == "year":
            first, last = _YEAR_THIRDS[word]
            return months_from(year, first, last - first)
        if whole.precision == "range" and whole.start == date(year, 1, 1) and whole.end.year - year == 10:
            first, last = _DECADE_THIRDS[_THIRDS[word]]
            return Days(date(year + first, 1, 1), date(year + last, 1, 1), "range")
        return None
    if found["week"] and whole.precision == "month":
        nth = _NTH.get(found["week"].lower())
        start = whole.start + timedelta(days=7 * (nth - 1)) if nth else whole.end - timedelta(days=7)
        return Days(start, min(start + timedelta(days=7), whole.end), "range") if start < whole.end else None
    half = 1 if (found["half"] or "").lower() == "first" or found["h"] == "1" else 2
    if (found["half"] or found["h"]) and whole.precision == "month":
        return _days_of_month(whole, *((1, 16), (16, 32))[half - 1])
    if whole.precision != "year":
        return None
    if found["half"] or found["h"]:
        return months_from(year, 6 * half - 5, 6)
    if found["quarter"] or found["q"]:
        quarter = int(found["q"]) if found["q"] else _NTH.get(found["quarter"].lower(), 4)
        return months_from(year, 3 * quarter - 2, 3) if quarter <= 4 else None
    months = number(found["n"] or "") or 0
    if not 0 < months < 12:
        return None
    return months_from(year, 1 if found["months"].lower() == "first" else 13 - months, months)


def _days_of_month(whole: Days, first: int, last: int) -> Days:
    return Days(whole.start.replace(day=first), min(whole.start + timedelta(days=last - 1), whole.end), "range")


def season(words: str, basis: Basis) -> Days | None:
    """ "the summer of 2008", "last winter", "that autumn": as the northern year has them; without a year the latest that began before publication."""
    found = _SEASON.search(words)
    if found is None:
        return None
    first, how = _SEASONS[found["season"].lower()], (found["how"] or "").lower()
    if found["year"]:
        return months_from(int(found["year"]), first, 3)
    if how.startswith(("that", "the same")):
        return months_from(basis.told.year, first, 3) if basis.told else None
    if basis.published is None or not (how or re.match(r"^(?:(?:in|during|over|since|all|through|throughout)\s+)?(?:the\s+)?\w+$", words.strip(), re.IGNORECASE)):
        return None
    here = months_from(basis.published.year, first, 3)
    return here if here.start <= basis.published and not (how in {"last", "past", "previous"} and basis.published < here.end) else months_from(basis.published.year - 1, first, 3)


def decade(words: str, basis: Basis) -> Days | None:
    """ "the 1990s"."""
    found = _DECADE.search(words)
    return Days(date(10 * int(found["year"]), 1, 1), date(10 * int(found["year"]) + 10, 1, 1), "range") if found else None


def feast(words: str, basis: Basis) -> Days | None:
    """A named day: the latest not after publication, or that of a year which the words name."""
    named = _A_YEAR.search(words)
    year = int(named[0]) if named else basis.published.year if basis.published else None
    here = _feast_of(words, year) if year else None
    if here and not named and basis.published and here > basis.published and not basis.ahead:
        here = _feast_of(words, basis.published.year - 1)
    return Days(here, here + DAY, "day") if here else None


def _feast_of(words: str, year: int) -> date | None:
    return next((date(year, month, day) for pattern, month, day in _FEASTS if pattern.search(words)), None)
