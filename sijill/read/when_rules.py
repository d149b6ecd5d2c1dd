"""Time expressions one by one: what "Wednesday", "3 June", "two days later" or "overnight" mean from a given basis.

Rules are tried in the order of RULES, from the most to the least telling; `when.py` joins them into stretches.
"""


from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from sijill.knowledge.numbers import ORDINALS, number
from sijill.read.when_days import DAY, Basis, Days, one_day, one_month, real_day

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
WD = r"(?P<weekday>mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
YEAR = r"(?P<year>(?:1[89]|20|21)\d\d)"
_NUM = r"(?P<n>an?|few|couple of|several|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty-eight|seventy-two|\d+)"
_UNIT = r"(?P<unit>minute|hour|day|night|week|fortnight|month|year)s?"
_PART = r"morning|afternoon|evening|night|noon|dawn|midday|sunset|nightfall|dusk|daybreak|sunrise"


Rule = Callable[[re.Match[str], Basis], Days | None]


def _month_number(name: str) -> int:
    return next(n for n, full in enumerate(_MONTHS, 1) if full.startswith(name[:3].lower()))


def _weekday(found: re.Match[str], basis: Basis) -> Days | None:
    wanted = next(n for n, full in enumerate(_WEEKDAYS) if full.startswith(found["weekday"].lower()[:3]))
    if basis.published is None:
        return None
    if basis.ahead:
        return one_day(basis.published + timedelta(days=(wanted - basis.published.weekday()) % 7))
    back = (basis.published.weekday() - wanted) % 7
    if back == 0 and re.search(r"\blast\s+\S*$", found.string[: found.end()][: found.end()]) and "last" in found.string[: found.start("weekday")]:
        back = 7
    return one_day(basis.published - timedelta(days=back))


def _dated(found: re.Match[str], basis: Basis) -> Days | None:
    """Day and month, with or without a year; without one, the latest such day not after publication (or the next, looking ahead)."""
    month, day = _month_number(found["month"]), int(found["day"])
    year = found.groupdict().get("year")
    if year:
        return real_day(int(year), month, day)
    if basis.published is None:
        return real_day(basis.told.year, month, day) if basis.told else None
    here = real_day(basis.published.year, month, day)
    if here and here.start > basis.published + 2 * DAY and not basis.ahead:
        return real_day(basis.published.year - 1, month, day)
    if here and basis.ahead and here.start < basis.published - timedelta(days=180):
        return real_day(basis.published.year + 1, month, day)
    return here


def _numeric(found: re.Match[str], basis: Basis) -> Days | None:
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


def _iso(found: re.Match[str], basis: Basis) -> Days | None:
    return real_day(int(found["year"]), int(found["b"]), int(found["a"]))


def _bare_month(found: re.Match[str], basis: Basis) -> Days | None:
    month = _month_number(found["month"])
    if found.groupdict().get("year"):
        return one_month(int(found["year"]), month)
    if basis.published is None:
        return None
    year = basis.published.year - (month > basis.published.month and not basis.ahead)
    whole = one_month(year, month)
    where = found.string[: found.start("month")]
    if re.search(r"\bmid-?\s*$", where):
        return Days(date(year, month, 14), date(year, month, 21), "range")
    if re.search(r"\bearly\s*$", where):
        return Days(whole.start, date(year, month, 11), "range")
    if re.search(r"\blate\s*$", where):
        return Days(date(year, month, 21), whole.end, "range")
    return whole


def _bare_year(found: re.Match[str], basis: Basis) -> Days | None:
    year = int(found["year"])
    return Days(date(year, 1, 1), date(year + 1, 1, 1), "year")


def _ordinal_day(found: re.Match[str], basis: Basis) -> Days | None:
    lean = basis.published
    if lean is None:
        return None
    day = int(found["day"])
    here = real_day(lean.year, lean.month, day)
    if here and (here.start <= lean or basis.ahead):
        return here
    before = lean.replace(day=1) - DAY
    return real_day(before.year, before.month, day)


def _shifted(days: int) -> Rule:
    return lambda found, basis: one_day(basis.published + timedelta(days=days)) if basis.published else None


def _overnight(found: re.Match[str], basis: Basis) -> Days | None:
    return Days(basis.published - DAY, basis.published + DAY, "range") if basis.published else None


def _this_day(found: re.Match[str], basis: Basis) -> Days | None:
    lean = basis.told or basis.published
    return one_day(lean) if lean else None


def _published_day(found: re.Match[str], basis: Basis) -> Days | None:
    return one_day(basis.published) if basis.published else None


def _told_day(found: re.Match[str], basis: Basis) -> Days | None:
    return one_day(basis.told) if basis.told else None


def _told_shift(days: int) -> Rule:
    return lambda found, basis: one_day(basis.told + timedelta(days=days)) if basis.told else None


def _amount(words: str) -> int | None:
    return {"a": 1, "an": 1, "couple of": 2}.get(words) or number(words)


def _plus(lean: date, amount: int, unit: str) -> Days | None:
    """The day, month or year that lies `amount` units away."""
    if unit in {"minute", "hour"}:
        return one_day(lean)
    if unit in {"day", "night", "week", "fortnight"}:
        return one_day(lean + timedelta(days=amount * {"day": 1, "night": 1, "week": 7, "fortnight": 14}[unit]))
    months = lean.year * 12 + lean.month - 1 + amount * (12 if unit == "year" else 1)
    if not 1 <= months // 12 <= 9998:
        return None
    return one_month(months // 12, months % 12 + 1)


def _ago(found: re.Match[str], basis: Basis) -> Days | None:
    """ "two days ago" leans on publication; "two days earlier" on what was told, else on publication."""
    away = _amount(found["n"])
    lean = basis.published if found["how"] == "ago" else basis.told or basis.published
    if away is None or lean is None or away > 5000:
        return None
    if found["unit"] == "year" and found["how"] == "ago":
        return Days(date(lean.year - away, 1, 1), date(lean.year - away + 1, 1, 1), "year") if away < lean.year else None
    return _plus(lean, -away, found["unit"])


def _later(found: re.Match[str], basis: Basis) -> Days | None:
    away = _amount(found.groupdict().get("n") or "1")
    return _plus(basis.told, away, found["unit"]) if basis.told and away is not None and away <= 5000 else None


def _lasting(found: re.Match[str], basis: Basis) -> Days | None:
    """ "the past 24 hours", "in three weeks", "over the last two days": back from publication, which is inside."""
    away = _amount(found["n"] or "1") if found.groupdict().get("n") else 1
    lean, unit = basis.published, found["unit"]
    if away is None or lean is None or away > 5000:
        return None
    back = {"minute": 0, "hour": max(0, round(away / 24)), "day": away, "night": away, "week": 7 * away, "fortnight": 14 * away}.get(unit)
    start = lean - timedelta(days=back) if back is not None else (_plus(lean, -away, unit) or one_day(lean)).start.replace(day=min(lean.day, 28))
    return Days(start, lean + DAY, "range")


def _coming(found: re.Match[str], basis: Basis) -> Days | None:
    away = _amount(found["n"])
    if away is None or basis.published is None or away > 5000 or found["unit"] in {"minute", "hour"}:
        return None
    end = _plus(basis.published, away, found["unit"])
    if end is None:
        return None
    last = end.start.replace(day=min(basis.published.day, 28)) if found["unit"] in {"month", "year"} else end.start
    return Days(basis.published, last + DAY, "range")


def _earlier(found: re.Match[str]) -> bool:
    """ "earlier this week", "so far this year": it ends with publication; "this week" alone is the whole week."""
    return re.search(r"\bearlier|\bso far\b", found.string, re.IGNORECASE) is not None


def _week(back: int) -> Rule:
    def rule(found: re.Match[str], basis: Basis) -> Days | None:
        if basis.published is None:
            return None
        monday = basis.published - timedelta(days=basis.published.weekday() + 7 * back)
        return Days(monday, basis.published + DAY if back == 0 and _earlier(found) else monday + 7 * DAY, "week")

    return rule


def _end_of_last_week(found: re.Match[str], basis: Basis) -> Days | None:
    week = _week(1)(found, basis)
    return Days(week.end - 3 * DAY, week.end, "range") if week else None


def _weekend(found: re.Match[str], basis: Basis) -> Days | None:
    if basis.published is None:
        return None
    saturday = basis.published - timedelta(days=(basis.published.weekday() - 5) % 7)
    return Days(saturday, saturday + 2 * DAY, "range")


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
        return Days(date(year, 1, 1), basis.published + DAY if back == 0 and _earlier(found) else date(year + 1, 1, 1), "year")

    return rule


def _last_month_named(found: re.Match[str], basis: Basis) -> Days | None:
    if basis.published is None:
        return None
    month = _month_number(found["month"])
    return one_month(basis.published.year - (month >= basis.published.month), month)


_DAYNUM = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), rule)
    for pattern, rule in (
        (r"\b(?P<year>\d{4})-(?P<b>\d\d)-(?P<a>\d\d)\b", _iso),
        (rf"\b{_DAYNUM}(?: of)?[\s-]+{MONTH},?(?:[\s-]+{YEAR})?\b", _dated),
        (rf"\b{MONTH}\s+{_DAYNUM}\b(?!\d)(?:,?\s+{YEAR})?\b", _dated),
        (r"(?<![\d.:/-])(?P<a>[0-3]?\d)[./-](?P<b>[01]?\d)[./-](?P<year>20\d\d|19\d\d)\b", _numeric),
        (r"(?<![\d.:/-])(?P<a>[0-3]?\d)[./](?P<b>[01]?\d)(?![\d:/])(?! ?[ap]\.?m)", _numeric),
        (rf"\b{MONTH},?\s+(?:of\s+)?{YEAR}\b", _bare_month),
        (rf"\b{_NUM}\s+{_UNIT}\s+(?P<how>ago|earlier|before|prior|previously)\b", _ago),
        (r"\bday before yesterday\b", _shifted(-2)),
        (r"\b(?:yesterday|last (?:night|evening))\b", _shifted(-1)),
        (r"\bday after tomorrow\b", _shifted(2)),
        (r"\btomorrow\b", _shifted(1)),
        (r"\bovernight\b", _overnight),
        (rf"\b{_NUM}\s+{_UNIT}\s+(?:later|after(?:wards?)?|on)\b", _later),
        (r"\b(?:minutes|hours) (?:later|after(?:wards?)?|earlier)\b", _told_day),
        (r"\b(?:over|in|during|for|within|of|on)?\s*(?:the )?(?:past|last|previous|preceding) (?P<n>one|an?|two|three|four|five|six|seven|eight|nine|ten|\d+)[\s-]+" + _UNIT, _lasting),
        (r"\b(?:over|in|during|for|within) (?:the )?(?:past|last|previous) (?P<unit>day|week|month|year|hour)\b", _lasting),
        (r"\bthe (?:past|last) (?P<unit>day|week|hour|month)\b", _lasting),
        (rf"\bwithin (?:the next )?{_NUM}\s+{_UNIT}\b", _coming),
        (rf"\b(?:next|coming) {_NUM}\s+{_UNIT}\b", _coming),
        (rf"\bin (?:the )?(?:space of )?{_NUM} (?P<unit>day|week|night|month|hour)s?\b(?! of| after| before| in)", _lasting),
        (r"\b(?:the )?(?:next|following) (?:day|morning|afternoon|evening|night)\b", _told_shift(1)),
        (r"\b(?:the )?(?:day|night|evening) before\b|\bprevious (?:day|night|evening)\b", _told_shift(-1)),
        (r"\b(?:the |that )?same (?:day|morning|afternoon|evening|night)\b|\bthat (?:same )?(?:day|morning|afternoon|evening|night)\b|\blater that\b|\blater (?:in|the same) (?:the )?day\b", _told_day),
        (r"\b(?:earlier |later )?(?:today|tonight|this (?:morning|afternoon|evening|noon|dawn))\b|\bearlier in the day\b|^now$", _published_day),
        (r"\bend of last week\b", _end_of_last_week),
        (r"\bnext week\b", _week(-1)),
        (r"\bnext month\b", _months_back(-1)),
        (r"\bnext year\b", _years_back(-1)),
        (r"\blast week\b|\bthe (?:previous|preceding) week\b", _week(1)),
        (r"\b(?:earlier )?this week\b|\bearlier in the week\b", _week(0)),
        (r"\b(?:the |at the |on the |over the )?weekend\b", _weekend),
        (r"\blast month\b|\bthe previous month\b", _months_back(1)),
        (r"\b(?:earlier |later )?this month\b|^(?:during )?the month$", _months_back(0)),
        (r"\blast year\b|\bthe previous year\b", _years_back(1)),
        (r"\b(?:earlier )?this year\b", _years_back(0)),
        (rf"\blast {MONTH}", _last_month_named),
        (rf"\b{WD}", _weekday),
        (rf"\b{MONTH}", _bare_month),
        (rf"(?<![\d.,]){YEAR}(?![\d,.]\d)\b", _bare_year),
        (r"\bthe (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b", _ordinal_day),
        (r"\b(?:first|start|beginning) of the month\b", lambda f, b: one_day(b.published.replace(day=1)) if b.published else None),
        (rf"\b(?:{_PART}|midnight|during the day|small hours|early hours|\d{{1,2}}[.:]\d\d|\d{{1,2}} ?(?:a\.?m\.?|p\.?m\.?|hours))", _this_day),
        (rf"\b(?:for )?(?:an?|the) (?:{'|'.join(ORDINALS)}) (?:consecutive|straight|successive) (?:day|night)\b", _published_day),
        (r"\b(?:for|on|in) (?:an?|the) \w+ (?:consecutive|straight|successive|running) (?:day|night)\b", _published_day),
    )
)  # fmt: skip
