"""When: the words of a time expression to a half-open range of days.

Three kinds of words are told apart: full dates ("3 June 2021"), which need nothing; dates that lean on the day of publication
("Wednesday", "last week", "3 June"); and dates that lean on the time told before ("two days later", "that night"). What cannot be
dated keeps its words with null ends. Conventions are the annotation guide's: "overnight" covers two days, "last week" is Monday to
Sunday, a weekday is the latest one not after publication, "since D" runs to the day after publication.
"""

from __future__ import annotations

import re
from datetime import date

from sijill.knowledge.folding import plain_letters
from sijill.read.when_days import DAY, Basis, Days
from sijill.read.when_parts import MIDDLE, decade, feast, part, part_words, season
from sijill.read.when_rules import MONTH, NUM, RULES, UNIT, WD, YEAR, amount, plus
from sijill.records import Mention, When

__all__ = ["Basis", "full_dates", "time_words", "when"]

LONGEST = 200
"""Code points of a mention that are read as a time: longer ones are no expressions, and reading them grows with the square."""

_SINCE = re.compile(r"^(?:ever )?(?:since|starting(?: from| on)?|as of|from)\b", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:until|till|up to)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:between|from)\b(?P<a>.+?)\b(?:and|to|until|till|into|through|thru)\b(?P<b>.+)|(?P<c>.+?)(?:\band\b|–|—|\bto\b|\bthrough\b|\bthru\b|\binto\b| - |(?<=day)[-/](?=\w+day)|(?<=\d)-(?=[a-z]{3})|(?<=[a-z])-(?=\d+ [a-z]{3}))(?P<d>.+)", re.IGNORECASE
)
_BEFORE = re.compile(r"^(?:before|prior to|ahead of)\b(?! dawn| sunrise| noon| midnight| daybreak)", re.IGNORECASE)
_MORE_DAYS = r"(?:\s*,\s*[0-3]?\d(?:st|nd|rd|th)?)*\s*(?:-|–|,?\s*and\b|to\b|&|/|through\b)\s*"
_DAYS_LIST = re.compile(
    rf"\b(?P<a>[0-3]?\d)(?:st|nd|rd|th)?{_MORE_DAYS}(?P<b>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH.replace('month>', 'month_x>')}(?:,?\s+{YEAR})?|"
    rf"{MONTH}\s+(?P<e>[0-3]?\d)(?:st|nd|rd|th)?{_MORE_DAYS}(?P<f>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(?P<year2>\d{{4}}))?", re.IGNORECASE
)  # fmt: skip
_YEARS = re.compile(r"\b(?P<a>(?:1[89]|20)\d\d)\s?[–/-]\s?(?P<b>(?:1[89]|20)\d\d|\d\d)\b(?![–/.-])")
_A_DATE = re.compile(rf"\b(?:[0-3]?\d(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|{MONTH.replace('month>', 'before>')}\s*[0-3]?\d(?:st|nd|rd|th)?\b)(?:,?\s+{YEAR}\b)?", re.IGNORECASE)
_WITH_YEAR = re.compile(rf"\b(?:[0-3]?\d(?:st|nd|rd|th)?\s+(?:of\s+)?)?{MONTH}\.?,?\s+(?:[0-3]?\d(?:st|nd|rd|th)?,?\s+)?{YEAR}\b", re.IGNORECASE)
_NO_TIME = re.compile(r"^(?:(?:since|within|during|after|before|from|until|till|to|in|on|at|over|by|of|for|the|and|nearly|about|more than|up)\b\s*)*(?!(?:1[89]|20|21)\d\d\b)(?!\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b)(?:\d[\d.,:]*)?\W*$", re.IGNORECASE)
_OF_DAY = re.compile(r"\d:\d\d|^at \d{1,2}$", re.IGNORECASE)
_NIGHT_TO = re.compile(r"^\W*(?:(?:in|on|during|over) )?(?:the )?(?:over)?night (?:to|into)\b", re.IGNORECASE)
_OVERNIGHT = re.compile(r"\bovernight (?:on |from |of )?(?=\w)|\w\s+overnight\b", re.IGNORECASE)
_AWAY = re.compile(
    rf"^\W*(?:(?:on|in|for|about|some|around|nearly|almost|just|only|barely|less than|more than|over)\s+)*(?:(?P<over>the\s+)?{NUM}\s+(?:full\s+)?{UNIT}|the\s+(?P<one>day|morning|evening|night|week|month|year))\s+"
    r"(?P<how>after|following|before|prior to|ahead of|earlier than)\s+(?P<rest>\S.*)$|^\W*(?:on\s+)?(?:the\s+)?(?P<eve>eve)\s+of\s+(?P<day>\S.*)$", re.IGNORECASE
)  # fmt: skip
_LEADING_TO = re.compile(
    rf"\b(?:the\s+)?(?:(?:last|past|previous)\s+)?(?:{NUM}[\s-]+)?{UNIT}\s+(?:(?:leading\s+|up\s+)?to|until|ending(?:\s+(?:on|in|at))?|through)\s+(?P<rest>\S.*)$", re.IGNORECASE
)
_BY = re.compile(r"^by\b", re.IGNORECASE)
_ONLY_DAY = re.compile(rf"{WD}|\b(?:dawn|noon|midnight|morning|afternoon|evening|night|nightfall|dusk|today|yesterday|last week|now|then)\b|^by the time\b|\d[:.]\d\d", re.IGNORECASE)
"""Ends that are told as the time of what happened: "until Monday", "by nightfall"; of other past ends it is not known when what they end began."""

_NAMES_DAY = re.compile(rf"\b\d{{1,2}}\b|\d(?:st|nd|rd|th)\b|{WD}|\bchristmas|\bnew year|\byesterday|\btoday", re.IGNORECASE)
_ONLY_WEEKDAY = re.compile(rf"^\W*(?:on\s+)?{WD}(?:\s+(?:morning|afternoon|evening|night))?\W*$", re.IGNORECASE)
_LEFT_OVER = re.compile(r"[\s,]+")
_LATER_IN = re.compile(r"\blater (?:this|in)\b", re.IGNORECASE)
_SO_FAR = re.compile(r"\bearlier|\bso far\b|\b(?:year|month) to date\b|\bto date in\b", re.IGNORECASE)


def _single(words: str, basis: Basis) -> Days | None:
    """A part of a stretch, a named day, or the first rule that matches; rules are ordered from the most to the least telling."""
    named = part_words(words)
    if named:
        of, rest = named
        whole = _single(rest, basis)
        found = part(of, whole) if whole else None
        if found:
            return found
    for rule in (feast, season, decade):
        if found := rule(words, basis):
            return found
    for pattern, resolve in RULES:
        match = pattern.search(words)
        if match:
            return resolve(match, basis)
    return None


def _away(words: str, basis: Basis) -> Days | None:
    """ "two days after the June 1 attack", "a week before 3 May", "the eve of June 8": counted from the day that the words name."""
    found = _AWAY.search(words)
    named = _single(found["day"] or found["rest"], basis) if found and _NAMES_DAY.search(found["day"] or found["rest"]) else None
    if found is None or named is None or named.precision != "day":
        return None
    if found["eve"]:
        return Days(named.start - DAY, named.start, "day")
    later = found["how"].lower() in {"after", "following"}
    unit = (found["unit"] or found["one"]).lower()
    if found["one"] and unit in {"week", "month", "year"}:
        return _week_beside(named, later) if unit == "week" else None
    unit = unit if unit in {"minute", "hour", "week", "fortnight", "month", "year"} else "day"
    n = amount(found["n"].lower()) if found["n"] else 1
    if found["over"]:
        return _around(named, n, unit, later) if n is not None and n <= 5000 else None
    return plus(named.start, n if later else -n, unit) if n is not None and n <= 5000 else None


def _around(day: Days, n: int, unit: str, later: bool) -> Days | None:
    """ "the 48 hours before Sunday", "the three days after 5 June": those days and the one they lead to or from."""
    other = plus(day.start, n if later else -n, unit)
    if other is None or other.precision != "day":
        return None
    return Days(day.start, other.end, "range") if later else Days(other.start, day.end, "range")


def _week_beside(day: Days, later: bool) -> Days:
    return Days(day.end, day.end + 7 * DAY, "range") if later else Days(day.start - 7 * DAY, day.start, "range")


def _leading_to(words: str, basis: Basis) -> Days | None:
    """ "the 24 hours to Tuesday", "the week ending 10 June": the days before that one, with it."""
    found = _LEADING_TO.search(words)
    last = _single(found["rest"], basis) if found and (_NAMES_DAY.search(found["rest"]) or re.match(MONTH, found["rest"], re.IGNORECASE)) else None
    n = amount((found["n"] or "a").lower()) if found else None
    if found is None or last is None or n is None or n > 5000:
        return None
    unit = found["unit"].lower()
    if last.precision == "month" and unit in {"month", "year"} and (first := plus(last.start, 1 - n * (12 if unit == "year" else 1), "month")):
        return Days(first.start, last.end, "range")
    if last.precision != "day":
        return None
    if unit in {"night", "minute"} or (unit == "day" and not found["n"]):
        return None
    back = {"hour": max(1, round(n / 24)), "day": n - 1, "week": 7 * n - 1, "fortnight": 14 * n - 1}.get(unit)
    start = last.start - back * DAY if back is not None else None
    if unit in {"month", "year"} and (first := plus(last.start, -n, unit)):
        start = first.start.replace(day=min(last.start.day, 28))
    return Days(start, last.end, "range") if start else None


def _listed(words: str, basis: Basis) -> Days | None:
    """ "11 and 18 December", "18–21 May 2024", "March 3-5"."""
    found = _DAYS_LIST.search(words)
    if not found:
        return None
    month = found["month_x"] or found["month"]
    year = found["year"] or found["year2"] or _LEFT_OVER.sub(" ", words[found.end() :])
    first, last = (_single(f"{found[a] or found[b]} {month} {year}".strip(), basis) for a, b in (("a", "e"), ("b", "f")))
    return Days(first.start, last.end, "range") if first and last and first.start < last.end else None


def _years(words: str) -> Days | None:
    """ "1966–68", "2023/24", "2003-2005"; "2024-11" is a month."""
    found = _YEARS.search(words)
    if found is None or ("-" in found[0] and len(found["b"]) == 2 and int(found["b"]) <= 12):
        return None
    first = int(found["a"])
    last = int(found["b"]) if len(found["b"]) == 4 else first - first % 100 + int(found["b"])
    return Days(date(first, 1, 1), date(last + 1, 1, 1), "range") if first < last < first + 100 else None


def _stretch(words: str, basis: Basis) -> Days | None:
    """Two dates joined by between/and, from/to, a dash: from the first's start to the last's end."""
    found = None if _NIGHT_TO.search(words) else _BETWEEN.search(words)
    if not found:
        return None
    first, last = (found["a"], found["b"]) if found["a"] else (found["c"], found["d"])
    year = re.search(r"\b(?:(?:19|20)\d\d|(?:last|this|next|that) year)\b", last)
    if year and not re.search(r"\d{4}", first) and (re.search(MONTH, first, re.IGNORECASE) or re.fullmatch(_A_DATE, first.strip())):
        first = f"{first.strip()} {year[0]}"
    a, b = _single(first, basis), _single(last, basis)
    if a is None or b is None or (a.start, a.end) == (b.start, b.end):
        return None
    start = _beginning(first, a)
    if not start < b.end and _ONLY_WEEKDAY.search(first) and _ONLY_WEEKDAY.search(last):
        start -= 7 * DAY
    return Days(start, b.end, "range") if start < b.end else None


def _beginning(words: str, found: Days) -> date:
    """Where a stretch from these days on begins: "mid-May" on the 15th."""
    return found.start + 4 * DAY if MIDDLE.search(words) and found.start.day == 11 else found.start


def _night(words: str, found: Days) -> Days:
    """ "the night to Tuesday" is Monday and Tuesday, "overnight on Monday" Monday and Tuesday."""
    if found.precision != "day":
        return found
    if _NIGHT_TO.search(words):
        return Days(found.start - DAY, found.end, "range")
    return Days(found.start, found.end + DAY, "range") if _OVERNIGHT.search(words) else found


def _resolve(words: str, basis: Basis) -> Days | None:
    text = words.strip()
    joined = _leading_to(text, basis) or _listed(text, basis) or _years(text) or _stretch(text, basis)
    if joined:
        return joined
    if _BEFORE.search(text):
        return None
    until = _UNTIL.search(text) is not None
    leaning = Basis(basis.published, basis.told, True) if until else basis
    found = _away(text, leaning) or _single(text, leaning)
    if found is None or basis.published is None:
        return found
    found = _night(text, found)
    if until or _BY.search(text):
        return Days(basis.published, found.end, "range") if found.start > basis.published else found if _ONLY_DAY.search(text) else None
    if _SINCE.search(text) and not text.lower().startswith("from") and found.start <= basis.published and not text.lower().startswith("as of"):
        return Days(_beginning(text, found), basis.published + DAY, "range")
    if _LATER_IN.search(text) and found.precision != "day" and found.start <= basis.published < found.end:
        return Days(basis.published, found.end, "range")
    if _SO_FAR.search(text) and found.start <= basis.published < found.end:
        return Days(found.start, basis.published + DAY, found.precision)
    return found


def time_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The range with the whole of a date that it cuts ("Jan" of "Jan. 3"); None where the words tell no time ("within 7.5")."""
    first = max(0, start - 24)
    for whole in _A_DATE.finditer(text, first, end + 24):
        if whole.start() < end and start < whole.end():
            start, end = min(start, whole.start()), max(end, whole.end())
    words = text[start:end]
    return None if _NO_TIME.search(words) and not _OF_DAY.search(words) else (start, end)


def when(mention: Mention, basis: Basis) -> When:
    """The mention's days; with null ends where the words cannot be dated from this basis, or no calendar has the day (the year after 9999)."""
    try:
        found = _resolve(plain_letters(mention.text[:LONGEST]), basis)
    except (OverflowError, ValueError):
        found = None
    if found is None or not found.start < found.end:
        return When(None, None, "unknown", mention)
    return When(found.start, found.end, found.precision, mention)



def full_dates(text: str) -> tuple[tuple[int, date], ...]:
    """Days and months of a text that are told with their year, each with its offset: what a text without a day of publication leans on."""
    found = ((m.start(), _single(plain_letters(m[0]), Basis(None, None))) for m in _WITH_YEAR.finditer(text))
    return tuple((at, days.start) for at, days in found if days)
