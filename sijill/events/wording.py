"""What a claim's own words tell beyond its slots: content stems, the time of day, and cues such as "again" or "the toll rose"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sijill.events.counted_stems import KIND_OF, WORD_WEIGHT
from sijill.events.families import Group
from sijill.knowledge.folding import fold

_STOP = frozenset(
    "the a an of in at on to from by for with and or but not no nor as is are was were be been being has have had do does did will would may might can could "
    "should that which who whom whose this these those it its they their them he his him she her we our us i you your there here when while where after before "
    "during since until than then so if also just only more most some any all both each other another such own same very about around over under into out up down "
    "off between against among through near least one two three four five six seven eight nine ten said say told tell according report today yesterday now still".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december".split())


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A rough English stem: "strikes", "striking" and "strike's" meet."""
    plain = fold(re.sub(r"[’']s$", "", word))
    for tail in ("ings", "ing", "ers", "ed", "es", "er", "s", "e"):
        if plain.endswith(tail) and len(plain) - len(tail) >= 4:
            return plain[: -len(tail)]
    return plain


def stems(text: str) -> frozenset[str]:
    """Stems of the content words."""
    return frozenset(stem(w) for w in _WORD.findall(text) if len(w) > 2 and fold(w) not in _STOP and fold(w) not in _DAYS)


MORNING: Final = 1
NOON: Final = 2
AFTERNOON: Final = 4
EVENING: Final = 8
NIGHT: Final = 16
_PARTS = (
    (re.compile(r"\b(?:mid-?morning|morning|dawn|sunrise|daybreak|fajr|a\.m\.)"), MORNING),
    (re.compile(r"\b(?:noon|midday)\b"), NOON),
    (re.compile(r"\b(?:afternoon|asr)\b"), AFTERNOON),
    (re.compile(r"\b(?:evening|dusk|sunset|maghrib|iftar|broke their fast)\b"), EVENING),
    (re.compile(r"\b(?:over)?night|midnight\b"), NIGHT),
)
_CLOCK = re.compile(r"(?<![\d/])(\d{1,2})(?:[:.h](\d{2}))?\s*(a\.?m\b|p\.?m\b|o['’]?clock)|(?<![\d/.:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])|\b([01]\d|2[0-3])([0-5]\d) ?h(?:rs|ours)\b")


def _slot(hour: int) -> int:
    return NIGHT if hour < 5 or hour >= 22 else MORNING if hour < 11 else NOON if hour < 14 else AFTERNOON if hour < 17 else EVENING


def hours(text: str) -> int:
    """Parts of the day that the words name, as bits; 0 if none."""
    bits = 0
    text = text.lower()
    for found in _CLOCK.finditer(text):
        hour = int(found[1] or found[4] or found[6])
        if found[3] and found[3][0] == "p" and hour < 12:
            hour += 12
        bits |= _slot(hour % 24)
    if bits:
        return bits
    for pattern, slot in _PARTS:
        if pattern.search(text):
            bits |= slot
    return bits


_NEXT_TO = {MORNING: NIGHT | NOON, NOON: MORNING | AFTERNOON, AFTERNOON: NOON | EVENING, EVENING: AFTERNOON | NIGHT, NIGHT: EVENING | MORNING}


def hours_clash(one: int, other: int) -> bool:
    """Whether two sets of day parts exclude each other; neighbours do not."""
    if not one or not other or one & other:
        return False
    near = 0
    for slot, beside in _NEXT_TO.items():
        if one & slot:
            near |= beside
    return not near & other


NEW_CUE: Final = 1
BACK_CUE: Final = 2
SUMMARY_CUE: Final = 4
TOLL_CUE: Final = 8
PRONOUN_CUE: Final = 16
FIRST_CUE: Final = 32
SECOND_CUE: Final = 64
DENIAL_CUE: Final = 128
RECALL_CUE: Final = 256

_CUES: tuple[tuple[int, re.Pattern[str]], ...] = (
    (NEW_CUE, re.compile(
        r"\b(?:again|another|a second|a third|this time|also|meanwhile|separate(?:ly)?|elsewhere|nearby|returned|later|the next day|the following day|the next morning|"
        r"second round|in addition|besides|in turn|in response|in revenge|revenge|retaliat\w+)\b")),
    (BACK_CUE, re.compile(
        r"\b(?:as (?:for|to) the|earlier|previous(?:ly)?|the same|that (?:day|night|attack|strike|raid)|(?:the|that|this) (?:\w+ ){0,2}(?:strikes?|attacks?|blasts?|explosions?|shelling|"
        r"raids?|bomb(?:ing|ardment)?s?|clash(?:es)?|fighting|battles?|ambush|killings?|incident|massacre|offensive|operation|violence|protests?|sit-in|truce|agreement))\b")),
    (SUMMARY_CUE, re.compile(
        r"\b(?:in all|in total|total(?:s|led)?|altogether|cumulative|overall|since (?:the (?:start|beginning)|january|february|march|april|may|june|july|august|september|october|"
        r"november|december|last)|this (?:year|month)|so far this|per (?:week|month)|twin|two (?:separate|rounds|strikes|attacks|raids|bombard\w+|blasts)|"
        r"both (?:strikes|attacks|raids|incidents)|series of|(?:two|three|four|five|six) (?:episodes|incidents|attacks|strikes|raids)|violations|documented \d+|recorded \d+|"
        r"number of (?:\w+ )?(?:operations|attacks|strikes)|tally|fortnight|changed hands (?:twice|several))\b")),
    (TOLL_CUE, re.compile(
        r"\b(?:toll|rose|risen|rises|climbed|gone up|died of|succumbed|number of (?:the )?(?:dead|wounded|injured|victims|killed)|up from|corrected?|revised?|stands at|now stands|"
        r"bodies|buried|dead|killed|wounded|injured|casualt\w+|martyr\w*|losses|died)\b")),
    (PRONOUN_CUE, re.compile(r"^\W*(?:they|it|he|she|we|their|its|his|her|this|that|these|those|the|all|among|of (?:them|those)|both|most|one of|no|nobody|none)\b")),
    (FIRST_CUE, re.compile(r"\b(?:the|in the) first\b|\bfirst (?:strike|attack|raid|blast|round)\b")),
    (SECOND_CUE, re.compile(r"\b(?:the|in the|a) second\b|\bsecond (?:strike|attack|raid|blast|round)\b")),
    (DENIAL_CUE, re.compile(r"\b(?:den(?:y|ies|ied)|false|untrue|fabricat\w+|baseless|rumou?rs?|lies?|dismiss\w+|reject\w+|contrary to|no truth|never)\b")),
    (RECALL_CUE, re.compile(r"\b(?:anniversary|years? (?:ago|earlier|to the day)|in (?:19|20)\d\d|last year|commemorat\w+|a week after)\b")),
)  # fmt: skip


def cues(text: str) -> int:
    """Cue bits of a claim's evidence."""
    bits = 0
    text = text.lower()
    for bit, pattern in _CUES:
        if pattern.search(text):
            bits |= bit
    return bits


def weight(word: str) -> float:
    """How much a shared stem tells, 0.25 to 1: by its rarity in reports of conflict (counted_stems.py)."""
    return WORD_WEIGHT.get(word, 1.0)


def overlap(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Weighted share of the stems of the side with less that the other has too, 0 to 1."""
    if not ours or not theirs:
        return 0.0
    common = ours & theirs
    if not common:
        return 0.0
    return sum(map(weight, common)) / min(sum(map(weight, ours)), sum(map(weight, theirs)))


def kinds_said(words: frozenset[str]) -> frozenset[Group]:
    """The kinds of happening that stems tell by themselves, whatever type a reader gave: "shell" a strike, "truce" an accord (counted_stems.py)."""
    return frozenset(KIND_OF[w] for w in words if w in KIND_OF)
