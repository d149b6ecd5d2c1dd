"""How many of what: the figure that words in a report state, with the measure, unit and civilian or combatant status of what it counts."""

from __future__ import annotations

import re

from sijill.knowledge.numbers import NUMBER, number
from sijill.knowledge.terms import Terms
from sijill.read.figure import BOUND_AFTER, BOUNDS, Figure, figure, ranges
from sijill.records import Count, Measure, Mention, PersonStatus, Unit

_BEFORE = re.compile(rf"(?:^|(?<=[\s(“\"'‘]))(?:{BOUNDS})(?:\s+(?:an?|the|another|other))?\s*$", re.IGNORECASE)
_BARE = re.compile(rf"^(?:{BOUNDS}|more|fewer|less|up|as|or|and|the|of|a total|total)$", re.IGNORECASE)
"""A bound without what it bounds: no figure."""

_POSSIBLY = re.compile(
    rf"(?: [a-z]+){{0,4}},? (?:and|or|but),? (?:possibly|perhaps|maybe|probably) (?:as many as |up to )?(?:{NUMBER.pattern})", re.IGNORECASE
)
_MOST = re.compile(r"(?:possibly|perhaps|maybe|probably) ", re.IGNORECASE)
_LEAST_BEFORE = re.compile(rf"(?:{NUMBER.pattern})(?: [a-z]+){{0,4}},? (?:and|or|but),? $", re.IGNORECASE)
_OTHERS = re.compile(r" (?:(?!were|was|have|had|are|may)\w+ ){0,2}(?:wound|injur|hurt|missing|dead|killed)", re.IGNORECASE)
"""Words after a second number which say that it counts others: "killed five and perhaps 12 wounded"."""

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_NO_RANGE, _NOT_WITHIN = re.compile(rf"(?:\bfrom|{_MONTH})\s*$", re.IGNORECASE), re.compile(rf"\s+(?:of\s+)?{_MONTH}", re.IGNORECASE)
"""Two numbers beside these are days, or an old figure and a new one."""

_CUT_GROUP = re.compile(r"\d[ \u00a0\u202f]\d{3}")
_CUT_ARTICLE = re.compile(r"\s+(?:[a-z]+\s+)?(?:average|estimated|total|number|additional|further|group|series)\b", re.IGNORECASE)
_WHOLE_OF_SHARE = re.compile(r"(?:\b(?:half|thirds?|quarters?|fifths?|tenths?|per ?cent)|%) of (?:the |its |their |all )?(?:[\w’'-]+[’']s )?$", re.IGNORECASE)
"""Before the number of those of whom only a share is counted: "half of the town's 5,000 residents fled"."""

_SAY_TOGETHER = r"(?:killed|dead|deaths)\s+(?:and|or|and/or|/)\s+(?:injur|wound|hurt)\w*|(?:injur|wound|hurt)\w*\s+(?:and|or|and/or|/)\s+(?:killed|dead)"
_TOGETHER = re.compile(rf"^[^.;,]{{0,30}}?\b(?:{_SAY_TOGETHER}|casualties\b)", re.IGNORECASE)
"""One figure for dead and injured together, which is neither's."""

_CLAUSE_END = re.compile(r"[.,;:!?\n–—(]|\b(?:and|while|as|but|when|where|which|that|who|in|by|after|or)\b")
_KILLED = re.compile(r"\b(?:kill(?:ed|ing)|dead|died|dies|deaths?|slain|fatalities|martyred)\b", re.IGNORECASE)
_INJURED = re.compile(r"\b(?:wound(?:ed|ing)|injur(?:ed|ing|ies)|hurt)\b", re.IGNORECASE)
_JUST_KILLED, _JUST_INJURED = (re.compile(rf"\b{verb}\s+(?:(?:{BOUNDS})\s+)?$", re.IGNORECASE) for verb in ("kill(?:ed|ing|s)", "(?:wound(?:ed|ing|s)|injur(?:ed|ing|es))"))
_BOTH_BEFORE = re.compile(rf"\b(?:kill(?:ed|ing|s) (?:and|or) (?:wound|injur)\w+|(?:wound|injur)(?:ed|ing|s|es) (?:and|or) kill(?:ed|ing|s))\s+(?:(?:{BOUNDS})\s+)?$", re.IGNORECASE)
_ANOTHER_FOLLOWS = re.compile(rf"\s+and\s+(?:(?:{BOUNDS})\s+)?(?:{NUMBER.pattern})", re.IGNORECASE)
_ANOTHER_PRECEDES = re.compile(rf"(?:{NUMBER.pattern})\s+and\s+(?:(?:{BOUNDS})\s+)?$", re.IGNORECASE)
_THE_ALONE = re.compile(r"^(?:the|its|their|his|her)\b(?!.*\d)", re.IGNORECASE)
_HOUSEHOLD = re.compile(r"\b(?:famil(?:y|ies)|households?)\b", re.IGNORECASE)
_LOSSES = re.compile(r"\b(?:how many|casualties|losses|deaths|dead|injuries|wounded|bodies|victims|fatalities)\b", re.IGNORECASE)
_PERSON_MEASURES = frozenset({"killed", "injured", "missing", "captured", "displaced", "returned"})
_OF_PEOPLE = frozenset({"killed", "injured", "missing", "captured"})
_STATUS_ENDS = re.compile(r"[.,;!?\n]|\b(?:when|while|as|by|after|where)\b")
_PART_OF_THEM = re.compile(r"\s*(?:\(|,|–|—)?\s*\b(?:including|among them|amongst them|of whom|of them|half of)\b|\s\(", re.IGNORECASE)
"""Where words about some of those counted begin: they are not words about all."""

_QUANTITY = re.compile(r"\b(?:dozens|scores|hundreds|thousands|tens|several|many|numerous|multiple|few|some|both|an?)\b", re.IGNORECASE)
_QUALIFIER = re.compile(r"(?:of|other|more|additional|further|the|their|its|his|nearby|wooden|damaged|destroyed|armou?red|abandoned|occupied|unexploded|[a-z]+(?:al|ian|ern|ary|ate|ic))\b", re.IGNORECASE)
_NOUN_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)]|(?:were|was|are|had|have|and|or|in|at|on|near|by|as|after|when|while|with|from|that|which|belonging|damaged|destroyed|burn(?:ed|t)|torched|looted|hit|"
    r"gutted|razed|flattened|partially|completely)\b)",
    re.IGNORECASE,
)  # fmt: skip
_MOVED = (
    r"r[io]sen?|rose|rises|rising|increas\w+|climb\w*|grew|grown|growing|jump\w*|went|goes|gone|rais\w+|revis\w+|f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|reduc\w+|lower\w*|"
    r"brought|cut|up|down|updat\w+|correct\w+|go|rise"
)
_RISE = re.compile(rf"\b(?:{_MOVED})\b[^.;\d]*\bfrom\s*$", re.IGNORECASE)
"""What makes "from 21 to 28" an old and a new figure rather than a range."""

_SAME_AGAIN = re.compile(r"(?:all|both|each)(?: (?:of )?(?:them|whom|which|these|those))?", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+(?:of )?(?:them|whom|which|these|those)\b", re.IGNORECASE)
"""All of those just counted are no further ones: "eleven bodies, all of them of civilians"."""

_EARLIER = r"(?:initial|initially|earlier|previous|previously|preliminary|first|original|provisional|prior)"
_FROM = rf"\bfrom\s+(?:(?:the|an?|its|their)\s+)?(?:{_EARLIER}\s+)?(?:(?:toll|count|figure|estimate|tally|number)\s+of\s+)?(?:(?:{BOUNDS})\s+)?$"
_MOVED_FROM = re.compile(
    rf"\b(?:up|down|revised|updated|corrected|raised|lowered)\b[^.;,\d]{{0,25}}?{_FROM}|\b(?:toll|count|number|figure|tally)\b[^.;]{{0,60}}?\b(?:{_MOVED})\b[^.;\d]{{0,30}}?{_FROM}|"
    rf"\b(?:{_MOVED})\s+(?:[a-z]+\s+)?to\s+(?:[a-z]+\s+){{0,3}}?(?:{NUMBER.pattern})[^.;\d]{{0,30}}?{_FROM}|\binstead of\s+(?:the\s+)?(?:{_EARLIER}\s+)?$",
    re.IGNORECASE,
)
_TOLD_EARLIER = re.compile(
    rf"\b(?:(?P<surely>earlier|previous|previously|prior)|{_EARLIER})\s+(?:(?:death\s+)?(?:toll|count|figure|estimate|tally|number)s?\s+(?:of|was|stood at|had been)|(?:report|count|announc|estimat|giv|stat)(?:ing|ed)|(?:reports|estimates|statements)\s+of|put\b[^.;\d]{{0,40}}?)\s+"
    rf"(?:(?:{BOUNDS})\s+)?$",
    re.IGNORECASE,
)
"""What makes a figure one that no longer holds: "up from 24", "risen to 31 from 24", "an earlier toll of 24", "nine dead, after first reporting
twelve". A mere "initial toll" holds while its sentence gives no other."""

_OF_AGE = re.compile(rf"\b(?:aged?|ages)\s+(?:between\s+)?(?:(?:{NUMBER.pattern})\s*(?:,(?! and)|and|or|to|–|-)\s*)*$", re.IGNORECASE)
_AGE_WORDS = re.compile(rf"(?:between )?(?P<n>{NUMBER.pattern})(?:(?: and | to |–|-)(?:{NUMBER.pattern}))?", re.IGNORECASE)
_YEARS_OLD = re.compile(r"[ -](?:years?|months?)(?:[ -]old|s? of age)", re.IGNORECASE)
_ASIDE_ENDS = re.compile(r"\s*(?:[,.;)]|and\b|$)")
_ONE_BEFORE = re.compile(r"\b(?:an?|his|her|their|my|another|one)\s+(?:[\w-]+\s+){0,3}(?P<noun>[a-z-]+),\s*$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?P<lead>\w+\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+(?:[a-z]{1,3}\s+)?[A-Z][\w’'-]+)+),\s*$")
_NO_PERSON = re.compile(
    r"\b(?:in|at|near|around|from|for|to|of|region|oblast|district|province|governorate|state|county|city|town|camp|hospital|army|police|forces?|front|ministry|group|brigade|north|south|east|west)\b",
    re.IGNORECASE,
)
_OLDEST = 110

def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The mention with the whole of a figure or range it cuts ("6,602"), the quantifier right before it ("at least") or after it ("or more")."""
    start, end = _whole_number(text, start, end)
    bounded = NUMBER.match(text, end + 1) if _BARE.search(text[start:end].strip()) and text[end : end + 1] == " " else None
    if bounded:
        end = bounded.end()
    for both in ranges(text, max(0, start - 48), end):
        others = _NO_RANGE.search(text[max(0, both.start - 12) : both.start]) or _NOT_WITHIN.match(text, both.end) or (both.possible and _OTHERS.match(text, both.end))
        if both.start < end and start < both.end and not others:
            start, end = min(start, both.start), max(end, both.end)
    first = _LEAST_BEFORE.search(text[max(0, start - 60) : start]) if _MOST.match(text, start) and not _OTHERS.match(text, end) else None
    if first:
        start = max(0, start - 60) + first.start()
    possibly = _POSSIBLY.match(text, end, end + 80)
    if possibly and NUMBER.search(text, start, end) and not _OTHERS.match(text, possibly.end()):
        end = possibly.end()
    before = _BEFORE.search(text[max(0, start - 24) : start])
    if before and before.group().strip():
        start = max(0, start - 24) + before.start()
    after = BOUND_AFTER.search(text[end : end + 40])
    return start, end + after.end() if after else end


def _whole_number(text: str, start: int, end: int) -> tuple[int, int]:
    """The range with every number that it cuts; in "24 120 wounded" the 120 stays alone, since a day may stand before it."""
    for whole in NUMBER.finditer(text, max(0, start - 48), end + 48):
        if whole.start() < end and start < whole.end() and not (_CUT_GROUP.search(whole.group()) and whole.start() < start and text[start] != "0"):
            start, end = min(start, whole.start()), max(end, whole.end())
    return start, end


def _is_age(text: str, start: int, end: int, terms: Terms) -> bool:
    """Whether a bare number tells how old somebody is: "a teacher, 52, and her son, 9", "aged 12 and 14"."""
    whole = _AGE_WORDS.fullmatch(text, start, end)
    value = number(whole["n"]) if whole else None
    if value is None or value > _OLDEST:
        return False
    before = text[max(0, start - 60) : start]
    if _OF_AGE.search(before) or _YEARS_OLD.match(text, end):
        return True
    if not _ASIDE_ENDS.match(text, end):
        return False
    one, named = _ONE_BEFORE.search(before), _NAME_BEFORE.search(before)
    noun = one["noun"] if one else ""
    person = (terms.combatant.fullmatch(noun) or dict(terms.actor_kinds)["civilians"].fullmatch(noun)) and not noun.endswith(("s", "people", "women", "children"))
    return bool(person) or (named is not None and not _NO_PERSON.search(named.group()))


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
    return "person" if terms.combatant.search(words) or terms.civilian.search(words) or _LOSSES.search(words) else "other"


def _fate(measure: Measure, text: str, start: int, end: int) -> Measure:
    """Killed or injured, as the words right after the figure, else right before it, say; `other` where they say both of one figure."""
    if measure not in {"killed", "injured"}:
        return measure
    following = text[end : end + 60]
    respective = _respective(text, start, end)
    if respective:
        return respective
    if _TOGETHER.search(following):
        return "other"
    near = _CLAUSE_END.split(following, maxsplit=1)[0]
    killed, injured = _KILLED.search(near) is not None, _INJURED.search(near) is not None
    before = text[max(0, start - 40) : start]
    if _BOTH_BEFORE.search(before):
        return "other" if NUMBER.search(text, start, end) else measure
    if killed == injured:
        killed, injured = _JUST_KILLED.search(before) is not None, _JUST_INJURED.search(before) is not None
    return measure if killed == injured else "killed" if killed else "injured"


def _respective(text: str, start: int, end: int) -> Measure | None:
    """ "killed and wounded 22 and 9 respectively": the first number is of the first word."""
    after = re.match(r"[^.;\n]{0,100}?\brespectively\b", text[end : end + 120])
    first, second = _ANOTHER_FOLLOWS.match(text, end), _ANOTHER_PRECEDES.search(text[max(0, start - 60) : start])
    if after is None or (first is None) == (second is None):
        return None
    around = re.split(r"[.;\n]", text[max(0, start - 80) : start])[-1] + text[end : end + after.end()]
    killed, injured = _KILLED.search(around), _INJURED.search(around)
    if killed is None or injured is None:
        return None
    return "killed" if (killed.start() < injured.start()) == (first is not None) else "injured"


def _of_things(text: str, start: int, end: int, terms: Terms) -> bool:
    """Whether the counted noun is a thing: "scores of homes damaged" are no injured people, "four truck drivers" are."""
    quantity = NUMBER.search(text, start, end) or _QUANTITY.search(text, start, end)
    at = quantity.end() if quantity else start
    for _ in range(4):
        at += len(text[at : at + 3]) - len(text[at : at + 3].lstrip())
        thing = terms.thing.match(text, at) or terms.vehicle.match(text, at)
        if thing and _NOUN_ENDS.match(text, thing.end()):
            return True
        qualifier = _QUALIFIER.match(text, at)
        if qualifier is None:
            return False
        at = qualifier.end()
    return False


def _share_of_area(words: str) -> Figure | None:
    """ "30 per cent of the city": of areas, the share itself is the figure."""
    bare = re.sub(r"\s?(?:%|\bper ?cent\b).*", "", words, flags=re.IGNORECASE)
    return figure(bare) if bare != words else None


def _now(text: str, start: int, end: int) -> int:
    """Where the figure that holds begins: after "from 21" where words say that it rose or fell to 28."""
    found = ranges(text, start, end)
    return found[0].second if found and found[0].end <= end and _RISE.search(text[max(0, start - 60) : found[0].start]) else start


def _share(text: str, words: str, end: int) -> bool:
    """Whether "a third" is a share ("a third of the villagers", "a third were women") and not the third one ("a third was hurt"); or "one" of "one in five"."""
    if words.lower() == "one":
        return re.match(r" in (?:\d|two|three|four|five|six|ten)", text[end : end + 9]) is not None
    return re.fullmatch(r"a(?:nother)? third", words, re.IGNORECASE) is not None and re.match(r"\s+(?:of|were|are|have)\b", text[end : end + 8]) is not None


def superseded(text: str, start: int, end: int) -> bool:
    """Whether the words before the figure at start–end say that another has taken its place; "up from 21 to 28" holds the new one too."""
    if _now(text, start, end) != start:
        return False
    before = text[max(0, start - 120) : start]
    told = _TOLD_EARLIER.search(before)
    if told and not told["surely"]:
        around = re.split(r"[.;\n]\s", before)[-1] + "|" + re.split(r"[.;\n]\s", text[end : end + 120], maxsplit=1)[0]
        return NUMBER.search(around) is not None
    return told is not None or _MOVED_FROM.search(before) is not None


def _same_again(text: str, start: int, end: int) -> bool:
    words = text[start:end].strip()
    return _SAME_AGAIN.fullmatch(words) is not None and (" " in words or _OF_THEM.match(text, end) is not None)


def _counts_nothing(text: str, start: int, end: int) -> bool:
    """Whether the words are the article cut from "an average of", or the last of "one in five"."""
    if text[start:end].lower() in {"a", "an"}:
        return _CUT_ARTICLE.match(text, end) is not None
    return NUMBER.fullmatch(text, start, end) is not None and text[max(0, start - 7) : start].lower() == "one in "


def count(text: str, start: int, end: int, measure: Measure, terms: Terms) -> Count | None:
    """The Count that the words at start–end of a report state; None where they state none."""
    if _is_age(text, start, end, terms) or _counts_nothing(text, start, end) or _same_again(text, start, end):
        return None
    start, end = widened(text, start, end)
    if measure in _PERSON_MEASURES and superseded(text, start, end):
        return None
    words = text[start:end]
    if (_BARE.search(words.strip()) and words.strip().lower() != "some") or (measure == "other" and _THE_ALONE.search(words) and not NUMBER.search(words)):
        return None
    of_things = measure in _OF_PEOPLE and _of_things(text, start, end, terms)
    of_share = measure in _PERSON_MEASURES and NUMBER.match(text, start) is not None and _WHOLE_OF_SHARE.search(text[max(0, start - 40) : start]) is not None
    measure = "other" if of_things or of_share else _fate(measure, text, start, end)
    found = (_share_of_area(words) if measure == "places" else None) or figure(text[_now(text, start, end) : end])
    if found is None:
        return None
    if _share(text, words, end):
        found = Figure(None, None, None, "vague")
    following = text[end : end + 50]
    stop = _STATUS_ENDS.search(following)
    context = _PART_OF_THEM.split(words + following[: stop.start() if stop else 50], maxsplit=1)[0]
    near = " ".join(context.split()[: len(words.split()) + 4])
    status = _status(terms, near)
    if measure in {"displaced", "returned"} and status == "unknown":
        status = "civilian"
    if measure == "forces" and status == "unknown":
        status = "combatant"
    unit = _unit(terms, measure, near)
    return Count(measure, None, status, "other" if of_things and unit == "person" else unit, found.low, found.best, found.high, found.quantifier, Mention(words, start, end))
