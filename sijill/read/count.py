"""How many: the words of a figure to low, best and high with its quantifier, unit and civilian or combatant status.

"over 12" bounds from below (low 13), "around 650" has a best alone, "dozens" keeps its words without a number, "casualties" says that
there is a toll and gives none, "no casualties" is zero. None of these is ever turned into another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sijill.knowledge.numbers import NUMBER, ORDINALS, number
from sijill.knowledge.terms import Terms
from sijill.records import Count, Measure, Mention, PersonStatus, Quantifier, Unit

LARGEST = 10_000_000_000
"""No count of people, places or munitions is larger than this; a larger figure is a misreading and stays words (vague)."""

_AT_LEAST = r"at least|no fewer than|no less than|not (?:less|fewer) than|a minimum of|minimum"
_MORE = r"more than|over|above|beyond|in excess of|upwards? of|exceed(?:s|ing|ed)?|surpass(?:es|ing|ed)?|north of"
_AT_MOST = r"up to|as many as|at most|a maximum of|maximum|no more than|not more than"
_LESS = r"nearly|almost|fewer than|less than|under|close to|just under|just short of|below"
_ABOUT = r"about|around|some|roughly|approximately|approx\.?|an estimated|estimated(?: at)?|circa|c\.|perhaps|maybe|possibly|or so|in the region of"
_WORDINGS: tuple[tuple[str, Quantifier], ...] = ((_AT_LEAST, "at_least"), (_AT_MOST, "at_most"), (_MORE, "more_than"), (_LESS, "less_than"), (_ABOUT, "about"))
_QUANTIFIERS = tuple((re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), kind) for words, kind in _WORDINGS)
_BEFORE = re.compile(rf"(?:^|(?<=[\s(“\"'‘]))(?:{_AT_LEAST}|{_MORE}|{_AT_MOST}|{_LESS}|{_ABOUT}|between)(?:\s+(?:an?|the|another|other))?\s*$", re.IGNORECASE)
_AFTER = re.compile(r"^\s?(?:\+|or (?:more|fewer|so)\b|-plus\b)", re.IGNORECASE)
_ZERO = re.compile(r"^(?:(?:no|nobody|none|without|zero|nil|neither|not (?:a|one|a single))\b(?! (?:fewer|less|more) than)|un(?:harmed|hurt|injured|scathed)\b)", re.IGNORECASE)
_TIMES = {"once": 1, "dual": 2, "twin": 2, "thrice": 3}
_SIGNED: tuple[tuple[str, Quantifier], ...] = (("≥", "at_least"), ("≤", "at_most"), (">", "more_than"), ("<", "less_than"), ("~", "about"), ("≈", "about"))
_VERB_ALONE = re.compile(r"^(?:was |were |been |be |and )?(?:kill(?:ed|ing|ings|s)?|injur(?:e|ed|ing)|wound(?:ed|ing)?|hurt|murder(?:ed|s)?|massacr\w+|abduct\w*|detain\w*)$", re.IGNORECASE)
_RANGE = re.compile(r"(?P<a>.+?)\s*(?:–|—|-(?=\s*\d)|\bto\b|\band\b|\bor\b)\s*(?P<b>.+)", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|millions|tens of|several|many|numerous|multiple|a number|(?:a )?few|heavy|significant|large|most|countless|"
    r"others|various|plenty|some|a series|waves?|barrages?|a group|groups?|majority|tens|lots?|mass|massive|large[- ]scale|a string|repeated|volleys?|salvos?)\b",
    re.IGNORECASE,
)
_UNSTATED = re.compile(r"\b(?:unknown|unspecified|undisclosed|unclear|uncertain|how many|casualties|losses|deaths|dead|injuries|wounded|bodies|victims|fatalities|the injured)\b", re.IGNORECASE)
_NAMED = re.compile(r"^(?:an?|the|his|her|another|one)\b.*?(?:(?:\d+|[a-z]+)-(?:year|month)-old|\d+-(?:year|month|kg|mm|km|seat)|\b[A-Za-z]+-\d+|\baged \d|\bof \d+$)", re.IGNORECASE)
"""One person or thing whose age, calibre or model number is the only figure: "a 15-year-old boy", "a Mi-24"."""

_SHARE = re.compile(r"\d\s?%|\bper ?cent\b|\b\w+ in (?:\d+|three|four|five|ten)\b|\b(?:a|one|two|three) (?:third|quarter|half)s?\b(?: of)?|^half$|^most of", re.IGNORECASE)
_MULTIPLES = re.compile(r"\b(?:several|a few|many|some)\s+(?:dozen|score|hundred|thousand|million)s?\b|\b(?:dozens|hundreds|thousands|tens)\s+of\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"^[^.;,]{0,30}?\b(?:(?:killed|dead|deaths)\s+(?:and|or|and/or|/)\s+(?:injur|wound|hurt)\w*|(?:injur|wound|hurt)\w*\s+(?:and|or|and/or|/)\s+(?:killed|dead)|casualties\b)", re.IGNORECASE
)
"""One figure for dead and injured together, which is neither's."""

_CLAUSE_END = re.compile(r"[.,;:!?\n–—]|\b(?:and|while|as|but|when|where|which|that|who|in|by|after|or)\b")
_KILLED = re.compile(r"\b(?:kill(?:ed|ing)|dead|died|dies|deaths?|slain|fatalities|martyred)\b", re.IGNORECASE)
_INJURED = re.compile(r"\b(?:wound(?:ed|ing)|injur(?:ed|ing|ies)|hurt)\b", re.IGNORECASE)
_UNCOUNTED = re.compile(r"\bno (?:figures?|numbers?|word|details?)\b|\bno one knows\b|\bnot (?:known|counted|clear)\b", re.IGNORECASE)
_ONE = re.compile(r"^(?:an?|another|one|a (?:further|single)|the|his|her|its|their|third|second)\b|^\w+$", re.IGNORECASE)
_THE_ALONE = re.compile(r"^(?:the|its|their|his|her)\b", re.IGNORECASE)
_TWO = re.compile(r"^(?:both|twin|twice|a pair|a couple|double|the pair)\b", re.IGNORECASE)
_HOUSEHOLD = re.compile(r"\b(?:famil(?:y|ies)|households?)\b", re.IGNORECASE)
_PERSON_MEASURES = frozenset({"killed", "injured", "missing", "captured", "displaced", "returned"})


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


def _ranged(words: str) -> Figure | None:
    """ "between 10 and 15", "23 to 80", "500–600"."""
    found = _RANGE.search(re.sub(r"^\W*(?:between|from)\s+", "", words, flags=re.IGNORECASE))
    if not found:
        return None
    first, last = NUMBER.search(found["a"]), NUMBER.match(found["b"])
    low, high = number(first.group()) if first else None, number(last.group()) if last else None
    if low is None or high is None or not low < high or first is None or first.end() < len(found["a"].rstrip()):
        return None
    return Figure(low, None, high, "about")


def _quantifier(text: str) -> Quantifier:
    return next((kind for pattern, kind in _QUANTIFIERS if pattern.search(text)), "exact")


def _unnumbered(text: str) -> Figure | None:
    """Words that say outright that there is no number, or give a share of an unknown whole."""
    if _UNCOUNTED.search(text) or _VERB_ALONE.search(text):
        return Figure(None, None, None, "unstated")
    if _SHARE.search(text) and not re.match(r"a third$", text, re.IGNORECASE):
        return Figure(None, None, None, "vague")
    return None


def _small(text: str) -> Figure | None:
    """One person with an age or a thing with a calibre; nobody."""
    if _NAMED.search(text):
        return Figure(1, 1, 1, "exact")
    return Figure(0, 0, 0, "exact") if _ZERO.search(text) else None


def _dozens(text: str) -> Figure | None:
    return Figure(None, None, None, "vague") if _MULTIPLES.search(text) else None


def _numbered(text: str) -> Figure | None:
    """A number with the words that bound it."""
    found = NUMBER.search(text)
    value = number(found.group()) if found else None
    if value is None:
        return None
    if value > LARGEST:
        return Figure(None, None, None, "vague")
    kind = _quantifier(text)
    if re.search(r"\d\s?\+|\bor more\b|-plus\b", text):
        kind = "at_least"
    elif kind == "exact":
        kind = next((signed for sign, signed in _SIGNED if sign in text), "about" if re.search(r"\w-odd\b", text) else kind)
    return _bounded(value, kind)


def _spelt(text: str) -> Figure | None:
    """Two, first, once: numbers in words that are no number words."""
    if _TWO.search(text):
        return Figure(2, 2, 2, "exact")
    if text.lower() in ORDINALS:
        n = ORDINALS[text.lower()]
        return Figure(n, n, n, "exact")
    often = re.search(r"\b(?:once|dual|twin|thrice)\b", text, re.IGNORECASE)
    return _bounded(_TIMES[often.group().lower()], _quantifier(text)) if often else None


def figure(words: str) -> Figure | None:
    """What a phrase says about how many; None where it says nothing countable. The first rule that applies decides."""
    text = words.strip().strip("\"“”'’‘(")
    return next((found for rule in (_unnumbered, _small, _ranged, _dozens, _numbered, _spelt, _wordy) if (found := rule(text))), None)


_BARE = re.compile(rf"^(?:{_AT_LEAST}|{_MORE}|{_AT_MOST}|{_LESS}|{_ABOUT}|between|more|fewer|less|up|as|or|and|the|of|a total|total)$", re.IGNORECASE)
"""A bound without what it bounds: no figure."""


def _share_of_area(words: str) -> Figure | None:
    """"30 per cent of the city": of areas, the share itself is the figure."""
    bare = re.sub(r"\s?(?:%|\bper ?cent\b).*", "", words, flags=re.IGNORECASE)
    return figure(bare) if bare != words else None


def _wordy(text: str) -> Figure | None:
    """Phrases without a number."""
    if re.search(r"\b(?:unknown|unspecified|undisclosed|unclear|how many|uncertain)\b", text, re.IGNORECASE):
        return Figure(None, None, None, "unstated")
    if re.match(r"an?\b(?! (?:number|few|group|series|wave|lot|string|barrage|volley|salvo|majority|handful|total|further|good|record|quarter|third))", text, re.IGNORECASE):
        return Figure(1, 1, 1, "exact")
    if _VAGUE.search(text) or re.match(r"a handful\b", text, re.IGNORECASE):
        return Figure(None, None, None, "vague")
    if _UNSTATED.search(text):
        return Figure(None, None, None, "unstated")
    if _ONE.search(text) and not re.search(r"[^s]s$", text):
        return Figure(1, 1, 1, "exact")
    return Figure(None, None, None, "vague")


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The mention with the whole of a figure it cuts ("6,602"), the quantifier right before it ("at least") or after it ("or more")."""
    for whole in re.finditer(r"\d[\d,.]*\d", text[max(0, start - 12) : end + 12]):
        first, last = max(0, start - 12) + whole.start(), max(0, start - 12) + whole.end()
        if first < end and start < last:
            start, end = min(start, first), max(end, last)
    bounded = NUMBER.match(text, end + 1) if _BARE.search(text[start:end].strip()) and text[end : end + 1] == " " else None
    if bounded:
        end = bounded.end()
    before = _BEFORE.search(text[max(0, start - 24) : start])
    if before and before.group().strip():
        start = max(0, start - 24) + before.start()
    after = _AFTER.search(text[end : end + 9])
    return start, end + after.end() if after else end


def _status(terms: Terms, words: str) -> PersonStatus:
    combatant, civilian = terms.combatant.search(words) is not None, terms.civilian.search(terms.anybody.sub(" ", words)) is not None
    if combatant and civilian:
        return "mixed"
    return "combatant" if combatant else "civilian" if civilian else "unknown"


def _unit(terms: Terms, measure: Measure, words: str) -> Unit:
    if measure in _PERSON_MEASURES:
        return "household" if _HOUSEHOLD.search(words) else "person"
    if measure == "places":
        return "other" if re.search(r"\b(?:kilomet|km|hectare|mile|acre|per ?cent|%)", words, re.IGNORECASE) else "place"
    if measure == "strikes":
        return "strike"
    if terms.vehicle.search(words):
        return "vehicle"
    if measure == "forces":
        return "person"
    if _HOUSEHOLD.search(words):
        return "household"
    return "person" if terms.combatant.search(words) or terms.civilian.search(words) or _UNSTATED.search(words) else "other"


def _fate(measure: Measure, following: str) -> Measure:
    """Killed or injured, as the words right after the figure say where they say one of the two; `other` where they say both of one figure."""
    if measure not in {"killed", "injured"}:
        return measure
    if _TOGETHER.search(following):
        return "other"
    near = _CLAUSE_END.split(following, maxsplit=1)[0]
    killed, injured = _KILLED.search(near) is not None, _INJURED.search(near) is not None
    return measure if killed == injured else "killed" if killed else "injured"


def count(text: str, start: int, end: int, measure: Measure, terms: Terms) -> Count | None:
    """The Count that the words at start–end of a report state; None where they state none."""
    start, end = widened(text, start, end)
    words = text[start:end]
    if _BARE.search(words.strip()) or (measure == "other" and _THE_ALONE.search(words) and not NUMBER.search(words)):
        return None
    measure = _fate(measure, text[end : end + 60])
    found = (_share_of_area(words) if measure == "places" else None) or figure(words)
    if found is None:
        return None
    stop = re.search(r"[.,;!?\n]|\b(?:when|while|as|by|after|where)\b", text[end : end + 50])
    context = words + text[end : end + (stop.start() if stop else 50)]
    near = " ".join(context.split()[: len(words.split()) + 4])
    status = _status(terms, near)
    if measure in {"displaced", "returned"} and status == "unknown":
        status = "civilian"
    if measure == "forces" and status == "unknown":
        status = "combatant"
    mention = Mention(words, start, end)
    return Count(measure, None, status, _unit(terms, measure, near), found.low, found.best, found.high, found.quantifier, mention)
