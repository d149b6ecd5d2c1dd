"""How many the words of a figure say: low, best and high with the quantifier.

"over 12" bounds from below (low 13), "around 650" has a best alone, "dozens" keeps its words without a number, "casualties" says that
there is a toll and gives none, "no casualties" is zero. None of these is ever turned into another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sijill.knowledge.folding import plain_letters
from sijill.knowledge.numbers import NUMBER, ORDINALS, number, scale
from sijill.records import Quantifier

LARGEST = 10_000_000_000
"""No count of people, places or munitions is larger than this; a larger figure is a misreading and stays words (vague)."""

_AT_LEAST = r"at (?:the )?(?:very )?least|no fewer than|no less than|not (?:less|fewer) than|a minimum of|minimum|as few as"
_MORE = r"more than|over|above|beyond|in excess of|upwards? of|exceed(?:s|ing|ed)?|surpass(?:es|ing|ed)?|north of"
_AT_MOST = r"up to|as many as|at (?:the )?most|a maximum of|maximum|no more than|not more than"
_LESS = r"nearly|almost|fewer than|less than|under|close to|just under|just short of|below|approaching|not quite"
_ABOUT = (
    r"about|around|some|roughly|approximately|approx\.?|an estimated|estimated(?: at)?|circa|c\.|perhaps|maybe|possibly|probably|or so|in the region of|on the order of|an average of"
)
_WORDINGS: tuple[tuple[str, Quantifier], ...] = ((_AT_LEAST, "at_least"), (_AT_MOST, "at_most"), (_MORE, "more_than"), (_LESS, "less_than"), (_ABOUT, "about"))
_QUANTIFIERS = tuple((re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), kind) for words, kind in _WORDINGS)
BOUNDS = rf"{_AT_LEAST}|{_MORE}|{_AT_MOST}|{_LESS}|{_ABOUT}|between"
"""Words that bound the number after them."""

BOUND_AFTER = re.compile(r"^(?:\s?\+|-plus\b|,? (?:or (?:perhaps |possibly |even |many )?(?:more|fewer|less|so)|and more|at (?:the )?(?:very )?(?:least|most)(?=\s*(?:[.,;:)]|$)))\b)(?! than)", re.IGNORECASE)
"""Words that bound the number before them: "or more", "at most"."""

_ABOUT_AFTER = re.compile(r"^[ -](?:odd|some)\b|\b(?:or so|estimated|approximately)\b", re.IGNORECASE)
_ZERO = re.compile(r"^(?:(?:no|nobody|none|without|zero|nil|neither|not (?:a|one|a single))\b(?! (?:fewer|less|more) than)|un(?:harmed|hurt|injured|scathed)\b)", re.IGNORECASE)
_TIMES = {"once": 1, "dual": 2, "twin": 2, "thrice": 3}
_SIGNED: tuple[tuple[str, Quantifier], ...] = (("≥", "at_least"), ("≤", "at_most"), (">", "more_than"), ("<", "less_than"), ("~", "about"), ("≈", "about"))
_VERB_ALONE = re.compile(r"^(?:was |were |been |be |and )?(?:kill(?:ed|ing|ings|s)?|injur(?:e|ed|ing)|wound(?:ed|ing)?|hurt|murder(?:ed|s)?|massacr\w+|abduct\w*|detain\w*)$", re.IGNORECASE)
_PERHAPS = r"(?:possibly|perhaps|maybe|probably|even)\b"
_AS_MANY = r"(?:as many as|as high as|up to)"
_ANOTHER = re.compile(
    rf"\s*(?P<dash>[-–—‑])\s*|\s*[,(]?\s*\b(?P<join>to|or|and|but)\s+(?:(?P<perhaps>{_PERHAPS})\s+)?(?:(?P<many>{_AS_MANY})\s+)?", re.IGNORECASE
)
_BETWEEN = re.compile(rf"\bbetween\s+(?:(?:{_AT_LEAST}|{_ABOUT})\s+)?\W?$", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|millions|tens of|several|many|numerous|multiple|a number|(?:a )?few|heavy|significant|large|most|countless|"
    r"others|various|plenty|some|a series|waves?|barrages?|a group|groups?|majority|tens|lots?|mass|massive|large[- ]scale|a string|repeated|volleys?|salvos?)\b",
    re.IGNORECASE,
)
_UNSTATED = re.compile(r"\b(?:unknown|unspecified|undisclosed|unclear|uncertain|how many|casualties|losses|deaths|dead|injuries|wounded|bodies|victims|fatalities|the injured)\b", re.IGNORECASE)
_AGE = rf"(?:{NUMBER.pattern})"
AGES = re.compile(
    rf"\s*,?\s*\b(?:aged?|ages|(?:at|of) the age of)\s+(?:between\s+|from\s+)?{_AGE}(?:\s*(?:,|and|to|or|-|–)\s*{_AGE})*(?:\s+(?:years?|months?)\b(?: old)?)?|"
    rf"\b(?:\d+|[a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)[ -](?:year|month|week|day)s?[ -]olds?\b|"
    r"(?<=[a-z]),\s*\d{1,2}(?=\s*(?:,|and\b|$))|(?<=child)(?:ren)? under (?:the age of )?(?:\d+|five|ten|eighteen)\b",
    re.IGNORECASE,
)
"""Words that say how old somebody is: "aged 12 and 14", "12-year-old", "a teacher, 52"."""

_NAMED = re.compile(
    r"^(?:an?|the|his|her|another|one)\b.*?(?:(?:\d+|[a-z]+)[ -](?:year|month)s?[ -]old|\d+-(?:year|month|kg|mm|km|seat)|\b[A-Za-z]+-\d+|\baged \w|"
    rf"\b(?:boy|girl|man|woman|child|son|daughter|baby|infant|youth|teenager|student|pupil|bride) of {_AGE}$|[a-z], \d{{1,2}}$)",
    re.IGNORECASE,
)  # fmt: skip
"""One person or thing whose age, calibre or model number is the only figure: "a 15-year-old boy", "a Mi-24"."""

_SHARE = re.compile(
    r"\d\s?%|\bper ?cent\b|\b\w+ in (?:\d+|three|four|five|ten)\b|\b\w+[ -](?:thirds|quarters|halves|fourths|fifths|sixths|tenths)\b|"
    r"\bone[ -](?:third|quarter|half|fifth|sixth|tenth)\b|\ba (?:quarter|half)\b|\ba (?:third|fifth|sixth|tenth)(?= of\b| the\b)|\bhalf(?: (?:of|the|its|their|his|her|all)\b|\W*$)|^most of",
    re.IGNORECASE,
)  # fmt: skip
_SHARE_OF_MANY = re.compile(r"\b(?:half|quarters?)(?: of)?(?: an?)? (?:dozen|hundred|thousand|million|billion|lakh|crore)\b", re.IGNORECASE)
_MULTIPLES = re.compile(
    r"\b(?:several|a few|few|many|some|a couple of|a good many)\s+(?:dozen|score|hundred|thousand|million|lakh|crore)s\b|"
    r"\b(?:several|a few|few|many|a couple of)\s+(?:dozen|score|hundred|thousand|million|lakh|crore)\b|\b(?:dozens|scores|hundreds|thousands|tens)\s+of\b",
    re.IGNORECASE,
)  # fmt: skip
_UNCOUNTED = re.compile(r"\bno (?:figures?|numbers?|word|details?)\b|\bno one knows\b|\bnot (?:known|counted|clear)\b", re.IGNORECASE)
_MASS = (
    r"(?:number|few|group|series|wave|lot|string|barrage|volley|salvo|majority|handful|total|further|good|record|amount|contingent|part|range|stream|column|convoy of|toll)"
)
_SINGLE = re.compile(rf"an?\b(?! (?:[a-z]+ ){{0,2}}{_MASS}\b)", re.IGNORECASE)
_ONE = re.compile(r"^(?:an?|another|one|a (?:further|single)|the|his|her|its|their|third|second)\b|^\w+$", re.IGNORECASE)
_MORE_THAN_ONE = re.compile(
    r"^(?!(?:one|an?|another|third|second)\b)(?:.*\b)?(?:all|every(?:one|body|thing)|each|people|\w*men|children|police|personnel|cattle|livestock|poultry|crew|staff|rest|them|infantry|aircraft)$",
    re.IGNORECASE,
)
"""Words for many that no s gives away: "the crew", "all", "his children"."""

_TWO = re.compile(r"^(?:both|twin|twice|a pair|a couple|double|the pair)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"^(?:the )?(\d{1,3})(?:st|nd|rd|th)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """Bounds and quantifier, before they are tied to a measure."""

    low: int | None
    best: int | None
    high: int | None
    quantifier: Quantifier


def _bounded(n: int, kind: Quantifier) -> Figure:
    if kind == "at_least":
        return Figure(n, None, None, kind)
    if kind == "more_than":
        return Figure(n + 1, None, None, kind)
    if kind == "at_most":
        return Figure(None, None, n, kind)
    if kind == "less_than":
        return Figure(None, None, n - 1, kind) if n > 0 else Figure(0, 0, 0, "exact")
    if kind == "about":
        return Figure(None, n, None, kind)
    return Figure(n, n, n, "exact")


@dataclass(frozen=True, slots=True)
class Range:
    """Two numbers that are the ends of one figure, and where they and the second stand; `low` and `high` are whole numbers, `possible` is "five and perhaps ten"."""

    start: int
    second: int
    end: int
    low: int
    high: int
    possible: bool


def ranges(text: str, start: int, end: int) -> list[Range]:
    """The ranges that begin between two offsets: "10 to 15 thousand", "500–600", "between two and three", "five and possibly as many as 12"."""
    out = []
    for first in NUMBER.finditer(text, start, end):
        link = _ANOTHER.match(text, first.end())
        last = NUMBER.match(text, link.end()) if link else None
        if link is None or last is None or ((link["join"] or "").lower() in {"and", "but"} and not (_BETWEEN.search(text, max(0, first.start() - 24), first.start()) or link["perhaps"])):
            continue
        low, high = number(first.group()), number(last.group())
        if low is None or high is None:
            low, high = _decimal_ends(first.group(), last.group())
        shared = scale(last.group()) if scale(first.group()) == 1 else 1
        if shared == 1 and last.group().endswith(",000") and first.group().isdigit():
            shared = 1000
        if low is not None and high is not None and low * shared < high:
            low *= shared
        if low is not None and high is not None and low < high:
            out.append(Range(first.start(), last.start(), last.end(), low, high, bool(link["perhaps"])))
    return out


def _decimal_ends(first: str, last: str) -> tuple[int | None, int | None]:
    """ "1.5 to 2 million": the first end is whole only with the second's scale word."""
    word = re.search(r"[a-z]+$", last, re.IGNORECASE)
    return (number(f"{first} {word[0]}") if word and re.fullmatch(r"\d+\.\d+", first) else None), number(last)


def _quantifier(text: str) -> Quantifier:
    return next((kind for pattern, kind in _QUANTIFIERS if pattern.search(text)), "exact")


def _unnumbered(text: str) -> Figure | None:
    """Words that say outright that there is no number, or give a share of an unknown whole."""
    if _UNCOUNTED.search(text) or _VERB_ALONE.search(text):
        return Figure(None, None, None, "unstated")
    return Figure(None, None, None, "vague") if _SHARE.search(text) and not _SHARE_OF_MANY.search(text) else None


def _small(text: str) -> Figure | None:
    """One person with an age or a thing with a calibre; nobody."""
    if _NAMED.search(text):
        return Figure(1, 1, 1, "exact")
    return Figure(0, 0, 0, "exact") if _ZERO.search(text) else None


def _ranged(text: str) -> Figure | None:
    """Two ends of a figure that the words begin with: "between 10 and 15", "23 to 80", "four (or possibly five)"."""
    found = ranges(text, 0, len(text))
    first = NUMBER.search(text)
    return Figure(found[0].low, None, found[0].high, "about") if found and first and found[0].start == first.start() else _possible(text)


def _possible(text: str) -> Figure | None:
    """ "at least five dead and possibly as many as 12": the low of the first, the high of the second."""
    found = re.search(rf"\b(?:and|or|but)\s+(?:{_PERHAPS}\s+(?:{_AS_MANY}\s+)?|{_AS_MANY}\s+)(?=\S)", text, re.IGNORECASE)
    first, last = (NUMBER.search(text, 0, found.start()), NUMBER.match(text, found.end())) if found else (None, None)
    low, high = number(first.group()) if first else None, number(last.group()) if last else None
    if first is None or low is None or high is None or not low < high:
        return None
    return Figure(_bounded(low, _quantifier(text[: first.start()])).low or low, None, high, "about")


def _dozens(text: str) -> Figure | None:
    return Figure(None, None, None, "vague") if _MULTIPLES.search(text) else None


def _numbered(text: str) -> Figure | None:
    """A number with the words that bound it."""
    found = NUMBER.search(text)
    value = number(found.group()) if found else None
    if found is None or value is None:
        return None
    if value > LARGEST:
        return Figure(None, None, None, "vague")
    before, after = text[: found.start()], text[found.end() :]
    bound = BOUND_AFTER.match(after)
    if bound:
        return _bounded(value, "about" if bound[0].endswith("so") else "at_most" if bound[0].endswith(("most", "fewer", "less")) else "at_least")
    kind = _quantifier(before)
    if kind == "exact":
        kind = next((signed for sign, signed in _SIGNED if sign in before), "about" if _ABOUT_AFTER.search(after) else kind)
    return _bounded(value, kind)


def _spelt(text: str) -> Figure | None:
    """Two, first, once: numbers in words that are no number words."""
    if _TWO.search(text):
        return Figure(2, 2, 2, "exact")
    nth = _ORDINAL.match(text)
    n = int(nth[1]) if nth else ORDINALS.get(text.lower())
    if n is not None:
        return Figure(n, n, n, "exact")
    often = re.search(r"\b(?:once|dual|twin|thrice)\b", text, re.IGNORECASE)
    return _bounded(_TIMES[often.group().lower()], _quantifier(text)) if often else None


def _wordy(text: str) -> Figure | None:
    """Phrases without a number."""
    if re.search(r"\b(?:unknown|unspecified|undisclosed|unclear|how many|uncertain)\b", text, re.IGNORECASE):
        return Figure(None, None, None, "unstated")
    if re.match(rf"an? (?:{'|'.join(ORDINALS)})\b", text, re.IGNORECASE) or _SINGLE.match(text):
        return Figure(1, 1, 1, "exact")
    if _VAGUE.search(text) or re.match(r"a handful\b", text, re.IGNORECASE):
        return Figure(None, None, None, "vague")
    if _UNSTATED.search(text):
        return Figure(None, None, None, "unstated")
    if _ONE.search(text) and not _MORE_THAN_ONE.search(text) and not re.search(r"[^s]s$", text):
        return Figure(1, 1, 1, "exact")
    return Figure(None, None, None, "vague")


def figure(words: str) -> Figure | None:
    """What a phrase says about how many; None where it says nothing countable. The first rule that applies decides."""
    text = plain_letters(words).strip().strip("\"“”'’‘(")
    found = next((found for rule in (_unnumbered, _small) if (found := rule(text))), None)
    ageless = AGES.sub("", text).strip() or text
    return found or next((found for rule in (_ranged, _dozens, _numbered, _spelt, _wordy) if (found := rule(ageless))), None)
