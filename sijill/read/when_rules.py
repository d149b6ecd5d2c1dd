"""Time expressions one by one: what "Wednesday", "3 June", "two days later" or "overnight" mean from a given basis.

Rules are tried in the order of RULES, from the most to the least telling; `when.py` joins them into stretches.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sijill.knowledge.numbers import ORDINALS, number
from sijill.read.when_dates import (
    bare_month,
    bare_year,
    dated,
    iso,
    iso_month,
    last_month_named,
    month_after_told,
    month_told,
    next_month_named,
    numeric,
    ordinal_day,
    this_month_named,
)  # fmt: skip
from sijill.read.when_days import DAY, Basis, Days, Rule, one_day, one_month
from sijill.read.when_weeks import end_of_last_week, week, weekday, weekday_of_week, weekend

MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
WD = r"(?P<weekday>mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
YEAR = r"(?P<year>(?:1[89]|20|21)\d\d)"
NUM = r"(?P<n>an?|few|couple of|several|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty-four|twenty|thirty|forty-eight|seventy-two|forty|fifty|sixty|ninety|\d+)"
UNIT = r"(?P<unit>minute|hour|day|night|week|fortnight|month|year)s?"
_HOUR = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PART = r"morning|afternoon|evening|night|noon|dawn|midday|sunset|nightfall|dusk|daybreak|sunrise"


def _shifted(days: int) -> Rule:
    return lambda found, basis: one_day(basis.published + timedelta(days=days)) if basis.published else None


def _overnight(found: re.Match[str], basis: Basis) -> Days | None:
    return Days(basis.published - DAY, basis.published + DAY, "range") if basis.published else None


def _in_the_night(found: re.Match[str], basis: Basis) -> Days | None:
    lean = basis.told or (basis.published - DAY if basis.published else None)
    return Days(lean, lean + 2 * DAY, "range") if lean else None


def _this_day(found: re.Match[str], basis: Basis) -> Days | None:
    lean = basis.told or basis.published
    return one_day(lean) if lean else None


def _published_day(found: re.Match[str], basis: Basis) -> Days | None:
    return one_day(basis.published) if basis.published else None


def _told_day(found: re.Match[str], basis: Basis) -> Days | None:
    return one_day(basis.told) if basis.told else None


def _told_shift(days: int) -> Rule:
    """From the day told before; the day before also from publication."""

    def rule(found: re.Match[str], basis: Basis) -> Days | None:
        lean = basis.told or (basis.published if days < 0 else None)
        return one_day(lean + timedelta(days=days)) if lean else None

    return rule


def _year_told(shift: int) -> Rule:
    """ "that year", "the following year"."""
    return lambda found, basis: Days(date(basis.told.year + shift, 1, 1), date(basis.told.year + shift + 1, 1, 1), "year") if basis.told else None


def amount(words: str) -> int | None:
    """The number of units in a rule's words; None for "few"."""
    return {"a": 1, "an": 1, "couple of": 2, "a couple of": 2}.get(words) or number(words)


def plus(lean: date, away: int, unit: str) -> Days | None:
    """The day, month or year that lies `away` units away."""
    if unit in {"minute", "hour"}:
        return one_day(lean + timedelta(days=int(away / 24) if unit == "hour" else 0))
    if unit in {"day", "night", "week", "fortnight"}:
        return one_day(lean + timedelta(days=away * {"day": 1, "night": 1, "week": 7, "fortnight": 14}[unit]))
    months = lean.year * 12 + lean.month - 1 + away * (12 if unit == "year" else 1)
    if not 1 <= months // 12 <= 9998:
        return None
    return one_month(months // 12, months % 12 + 1)


def _ago(found: re.Match[str], basis: Basis) -> Days | None:
    """ "two days ago" leans on publication; "two days earlier" on what was told, else on publication."""
    away = amount(found["n"])
    lean = basis.published if found["how"] == "ago" else basis.told or basis.published
    if away is None or lean is None or away > 5000:
        return None
    if found["unit"] == "year" and found["how"] == "ago":
        return Days(date(lean.year - away, 1, 1), date(lean.year - away + 1, 1, 1), "year") if away < lean.year else None
    return plus(lean, -away, found["unit"])


def _later(found: re.Match[str], basis: Basis) -> Days | None:
    away = amount(found.groupdict().get("n") or "1")
    return plus(basis.told, away, found["unit"]) if basis.told and away is not None and away <= 5000 else None


def _lasting(found: re.Match[str], basis: Basis) -> Days | None:
    """ "the past 24 hours", "in three weeks", "over the last two days": back from publication, which is inside."""
    away = amount(found["n"] or "1") if found.groupdict().get("n") else 1
    lean, unit = basis.published, found["unit"]
    if away is None or lean is None or away > 5000:
        return None
    back = {"minute": 0, "hour": max(0, round(away / 24)), "day": away, "night": away, "week": 7 * away, "fortnight": 14 * away}.get(unit)
    start = lean - timedelta(days=back) if back is not None else (plus(lean, -away, unit) or one_day(lean)).start.replace(day=min(lean.day, 28))
    return Days(start, lean + DAY, "range")


def _within(found: re.Match[str], basis: Basis) -> Days | None:
    """ "within three days": ahead of what is planned, back from what was done."""
    return _coming(found, basis) if basis.ahead else _lasting(found, basis)


def _coming(found: re.Match[str], basis: Basis) -> Days | None:
    away = amount(found["n"])
    if away is None or basis.published is None or away > 5000 or found["unit"] in {"minute", "hour"}:
        return None
    end = plus(basis.published, away, found["unit"])
    if end is None:
        return None
    last = end.start.replace(day=min(basis.published.day, 28)) if found["unit"] in {"month", "year"} else end.start
    return Days(basis.published, last + DAY, "range")


def _months_back(back: int) -> Rule:
    def rule(found: re.Match[str], basis: Basis) -> Days | None:
        if basis.published is None:
            return None
        months = basis.published.year * 12 + basis.published.month - 1 - back
        return one_month(months // 12, months % 12 + 1)

    return rule


def _years_back(back: int) -> Rule:
    def rule(found: re.Match[str], basis: Basis) -> Days | None:
        if basis.published is None:
            return None
        year = basis.published.year - back
        return Days(date(year, 1, 1), date(year + 1, 1, 1), "year")

    return rule


_WHICH_YEAR = r"(?:of\s+)?(?P<which>last|this|next|that|the same)\s+(?:same\s+)?year\b"
_DAYNUM = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), rule)
    for pattern, rule in (
        (r"\b(?P<year>\d{4})-(?P<b>\d\d)-(?P<a>\d\d)\b", iso),
        (r"\b(?P<year>(?:19|20)\d\d)(?P<sign>[/.])(?P<b>[01]?\d)(?P=sign)(?P<a>[0-3]?\d)\b", iso),
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<b>0[1-9]|1[0-2])\b(?![-–]?\d)", iso_month),
        (rf"\b{_DAYNUM}(?: of)?[\s-]+{MONTH},?\s+{_WHICH_YEAR}", dated),
        (rf"\b{MONTH}\s+{_DAYNUM},?\s+{_WHICH_YEAR}", dated),
        (rf"\b{_DAYNUM}(?: of)?[\s-]+{MONTH},?(?:[\s-]+{YEAR})?\b", dated),
        (rf"\b{MONTH}\s+{_DAYNUM}\b(?!\d)(?:,?\s+{YEAR})?\b", dated),
        (r"(?<![\d.:/-])(?P<a>[0-3]?\d)[./-](?P<b>[0-3]?\d)[./-](?P<year>20\d\d|19\d\d)\b", numeric),
        (r"(?<![\d.:/-])(?P<a>[0-3]?\d)[./](?P<b>[01]?\d)(?![\d:/])(?! ?[ap]\.?m)", numeric),
        (rf"\b{MONTH},?\s+(?:of\s+)?{YEAR}\b", bare_month),
        (rf"\b{MONTH},?\s+{_WHICH_YEAR}", bare_month),
        (rf"\b(?P<which>last|this|next) year[’']?s? (?:in )?{MONTH}", bare_month),
        (rf"\b{WD}\s+(?:(?:morning|afternoon|evening|night)\s+)?(?:of\s+)?(?P<which>last|this|next)\s+week\b", weekday_of_week),
        (rf"\b(?P<which>last|this|next)\s+week(?:\s+on)?,?\s+{WD}", weekday_of_week),
        (rf"\b{NUM}\s+{UNIT}\s+(?P<how>ago|earlier|before|prior|previously)\b", _ago),
        (r"\bday before yesterday\b", _shifted(-2)),
        (r"\b(?:yesterday|last (?:night|evening))\b", _shifted(-1)),
        (r"\bday after tomorrow\b", _shifted(2)),
        (r"\btomorrow\b", _shifted(1)),
        (rf"\bovernight\b(?!.*(?:{WD}|{MONTH}))(?<!day overnight)", _overnight),
        (rf"\b{NUM}\s+{UNIT}\s+(?:later|after(?:wards?)?|on)\b(?! the \d| \d)", _later),
        (r"\b(?:minutes|hours) (?:later|after(?:wards?)?|earlier)\b", _told_day),
        (r"\b(?:over|in|during|for|within|of|on)?\s*(?:the )?(?:past|last|previous|preceding) (?P<n>one|an?|two|three|four|five|six|seven|eight|nine|ten|\d+)[\s-]+" + UNIT, _lasting),
        (r"\b(?:over|in|during|for|within) (?:the )?(?:past|last|previous) (?P<unit>day|week|month|year|hour)\b", _lasting),
        (r"\bthe (?:past|last) (?P<unit>day|week|hour|month|fortnight)\b", _lasting),
        (rf"\bwithin the next {NUM}\s+{UNIT}\b", _coming),
        (rf"\b(?:within|inside) {NUM}\s+{UNIT}\b", _within),
        (rf"\b(?:next|coming) {NUM}\s+{UNIT}\b", _coming),
        (rf"\bin (?:the )?(?:space of )?{NUM} (?P<unit>day|week|night|month|hour)s?\b(?! of| after| before| in)", _lasting),
        (r"\b(?:the )?(?:next|following) (?:day|morning|afternoon|evening|night)\b", _told_shift(1)),
        (r"\b(?:day|morning|night|evening) after$", _told_shift(1)),
        (r"\b(?:the )?(?:day|night|evening) before\b|\bprevious (?:day|night|evening)\b", _told_shift(-1)),
        (r"\b(?:the |that )?same (?:day|morning|afternoon|evening|night)\b|\bthat (?:same )?(?:day|morning|afternoon|evening|night)\b|\blater that\b|\blater (?:in|the same) (?:the )?day\b", _told_day),
        (r"\b(?:earlier |later )?(?:today|tonight|this (?:morning|afternoon|evening|noon|dawn))\b|\bearlier in the day\b|^now$", _published_day),
        (r"\b(?:in|during) the night\b(?! (?:to|of|from|into)\b)|^the night$|^night$", _in_the_night),
        (r"\bsince then\b|\bsince that (?:day|date|time)\b", _told_day),
        (r"\b(?:that|the same) year\b", _year_told(0)),
        (r"\bthe following year\b|^following year$", _year_told(1)),
        (rf"\b(?:that|that same|the same) {MONTH}", month_told),
        (rf"\b(?:the )?following {MONTH}", month_after_told),
        (r"\bend of last week\b", end_of_last_week),
        (r"\bnext week\b", week(-1)),
        (r"\bnext month\b", _months_back(-1)),
        (r"\bnext year\b", _years_back(-1)),
        (r"\blast week\b|\bthe (?:previous|preceding) week\b", week(1)),
        (r"\b(?:earlier )?this week\b|\b(?:earlier|later) in the week\b", week(0)),
        (r"\b(?:(?P<how>last|next|coming)\s+)?weekend\b", weekend),
        (r"\blast month\b|\bthe previous month\b", _months_back(1)),
        (r"\b(?:earlier |later )?this month\b|^(?:(?:in|during) )?(?:the )?month$", _months_back(0)),
        (r"\blast year\b|\bthe previous year\b", _years_back(1)),
        (r"\b(?:earlier )?this year\b|^(?:(?:in|during) )?(?:the )?year$", _years_back(0)),
        (rf"\blast {MONTH}", last_month_named),
        (rf"\bnext {MONTH}", next_month_named),
        (rf"\bthis {MONTH}", this_month_named),
        (rf"\b{WD}\s+(?P<how>last)\b(?! (?:week|month|year))", weekday),
        (rf"\b(?:(?:the|this)\s+)?(?P<how>last|past|next|coming|following|previous|preceding)\s+{WD}", weekday),
        (rf"\b{WD}", weekday),
        (rf"\b{MONTH}", bare_month),
        (rf"(?<![\d.,]){YEAR}(?![\d,.]\d)\b", bare_year),
        (r"\bthe (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b", ordinal_day),
        (r"\bfirst of the month\b", lambda f, b: one_day(b.published.replace(day=1)) if b.published else None),
        (rf"\b(?:{_PART}|midnight|during the day|small hours|early hours|\d{{1,2}}[.:]\d\d|\d{{1,2}} ?(?:a\.?m\.?|p\.?m\.?|hours|h\b)|\d{{3,4}} ?(?:hrs|hours|h|GMT|UTC|Z|local|[A-Z]{{2,4}}T)\b|at (?:{_HOUR})\b|this hour\b)", _this_day),
        (rf"\b(?:for )?(?:an?|the) (?:{'|'.join(ORDINALS)}) (?:consecutive|straight|successive) (?:day|night)\b", _published_day),
        (r"\b(?:for|on|in) (?:an?|the) \w+ (?:consecutive|straight|successive|running) (?:day|night)\b", _published_day),
    )
)  # fmt: skip
