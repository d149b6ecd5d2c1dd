"""When: the words of a time expression to a half-open range of days.

Three kinds of words are told apart: full dates ("3 June 2021"), which need nothing; dates that lean on the day of publication
("Wednesday", "last week", "3 June"); and dates that lean on the time told before ("two days later", "that night"). What cannot be
dated keeps its words with null ends. Conventions are the annotation guide's: "overnight" covers two days, "last week" is Monday to
Sunday, a weekday is the latest one not after publication, "since D" runs to the day after publication.
"""

from __future__ import annotations

import re

from sijill.read.when_days import DAY, Basis, Days
from sijill.read.when_rules import MONTH, RULES, WD, YEAR
from sijill.records import Mention, When

__all__ = ["Basis", "time_words", "when"]

_SINCE = re.compile(r"^(?:ever )?(?:since|starting(?: from| on)?|as of|from)\b", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:until|till|up to)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\b(?P<a>.+?)\b(?:and|to|until|till|into)\b(?P<b>.+)|(?P<c>.+?)(?:\band\b|–|—|\bto\b| - )(?P<d>.+)", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:before|prior to|ahead of)\b(?! dawn| sunrise| noon| midnight| daybreak)", re.IGNORECASE)
_DAYS_LIST = re.compile(rf"\b(?P<a>[0-3]?\d)(?:st|nd|rd|th)?\s*(?:-|–|and|to|&)\s*(?P<b>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?|{MONTH}\s+(?P<e>[0-3]?\d)\s*(?:-|–|and|to)\s*(?P<f>[0-3]?\d)\b(?:,?\s+(?P<year2>\d{{4}}))?".replace("(?P<month>", "(?P<month_x>", 1), re.IGNORECASE)  # fmt: skip
_A_DATE = re.compile(rf"\b(?:[0-3]?\d(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|{MONTH.replace('month>', 'before>')}\s*[0-3]?\d(?:st|nd|rd|th)?\b)(?:,?\s+{YEAR}\b)?", re.IGNORECASE)
_NO_TIME = re.compile(r"^(?:(?:since|within|during|after|before|from|until|till|to|in|on|at|over|by|of|for|the|and|nearly|about|more than|up)\b\s*)*(?!(?:1[89]|20|21)\d\d\b)(?!\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b)(?:\d[\d.,:]*)?\W*$", re.IGNORECASE)
_OF_DAY = re.compile(r"\d:\d\d|^at \d{1,2}$", re.IGNORECASE)
_NIGHT_TO = re.compile(rf"\bnight (?:to|into|of)\b.*?{WD}", re.IGNORECASE)


def _single(words: str, basis: Basis) -> Days | None:
    """The first rule that matches decides; rules are ordered from the most to the least telling."""
    for pattern, rule in RULES:
        found = pattern.search(words)
        if found:
            return rule(found, basis)
    return None


def _listed(words: str, basis: Basis) -> Days | None:
    """ "11 and 18 December", "18–21 May 2024", "March 3-5"."""
    found = _DAYS_LIST.search(words)
    if not found:
        return None
    month = found["month_x"] or found["month"]
    year = found["year"] or found["year2"] or ""
    first, last = (_single(f"{found[a] or found[b]} {month} {year}".strip(), basis) for a, b in (("a", "e"), ("b", "f")))
    return Days(first.start, last.end, "range") if first and last and first.start < last.end else None


def _stretch(words: str, basis: Basis) -> Days | None:
    """Two dates joined by between/and, from/to, a dash: from the first's start to the last's end."""
    found = _BETWEEN.search(words)
    if not found:
        return None
    first, last = (found["a"], found["b"]) if found["a"] else (found["c"], found["d"])
    year = re.search(r"\b(?:19|20)\d\d\b", last)
    if year and not re.search(r"\d{4}", first) and re.search(MONTH, first, re.IGNORECASE):
        first = f"{first.strip()} {year[0]}"
    a, b = _single(first, basis), _single(last, basis)
    if a is None or b is None or not a.start < b.end or (a.start, a.end) == (b.start, b.end):
        return None
    return Days(a.start, b.end, "range")


def _resolve(words: str, basis: Basis) -> Days | None:
    text = words.strip()
    listed = _listed(text, basis) or _stretch(text, basis)
    if listed:
        return listed
    if _BEFORE.search(text):
        return None
    ahead = Basis(basis.published, basis.told, True) if _UNTIL.search(text) else basis
    found = _single(text, ahead)
    if found is None or basis.published is None:
        return found
    if _NIGHT_TO.search(text) and found.precision == "day" and re.search(r"\bto\b|\binto\b", text):
        return Days(found.start - DAY, found.end, "range")
    if _SINCE.search(text) and not text.lower().startswith("from") and found.start <= basis.published and not text.lower().startswith("as of"):
        return Days(found.start, basis.published + DAY, "range")
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
    """The mention's days; with null ends where the words cannot be dated from this basis."""
    try:
        found = _resolve(mention.text, basis)
    except OverflowError:
        found = None
    if found is None or not found.start < found.end:
        return When(None, None, "unknown", mention)
    return When(found.start, found.end, found.precision, mention)
