"""English numbers, in figures and in words: "1,200", "2.5 million", "twenty-five", "a dozen", "one hundred and five"."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {w: n for n, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)}  # fmt: skip
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SETS = {"dozen": 12, "score": 20, "couple": 2, "pair": 2}
_SHORT = {"k": 1_000, "m": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000}
_SMALL = {**_UNITS, **_TENS, "a": 1, "an": 1, "no": 0, "none": 0, "both": 2, "single": 1}

_WORDS = "|".join(sorted({*_UNITS, *_TENS, *_SCALES, *_SETS}, key=len, reverse=True))
FIGURE = r"\d{1,3}(?:[,  ’']\d{3})+(?!\d)|\d+(?:\.\d+)?"
NUMBER = re.compile(
    rf"(?<![\w.,])(?:(?:{FIGURE})(?:\s*(?:k|m|mln|bn)\b|[\s-]+(?:{'|'.join(_SCALES)}|dozen)\b)?|"
    rf"(?:(?:an?|half an?|half|several)[\s-]+)?(?:{_WORDS})(?:(?:[\s-]+and[\s-]+|[\s-]+a[\s-]+|[\s-]+)(?:{_WORDS}))*)(?![\w])",
    re.IGNORECASE,
)
"""Finds a number in running text; `number` gives its value."""

ORDINALS = {w: n for n, w in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth".split(), 1
)}  # fmt: skip


def _figure(text: str) -> Decimal | None:
    found = re.fullmatch(rf"({FIGURE})\s*-?\s*([a-z]*)", text)
    if not found:
        return None
    value = Decimal(re.sub(r"[,  ’']", "", found[1]))
    suffix = found[2]
    scale = _SHORT.get(suffix) or _SCALES.get(suffix) or _SETS.get(suffix) if suffix else 1
    return None if scale is None else value * scale


def number(text: str) -> int | None:
    """The value of a whole phrase that is a number; None where it is none ("dozens") or not whole ("2.5")."""
    folded = text.strip().lower().replace(" ", " ")
    value = _figure(folded)
    if value is not None:
        return int(value) if value == value.to_integral_value() and value < 10**15 else None
    total, part, seen, half = Decimal(0), Decimal(0), False, False
    for word in re.split(r"[\s-]+", folded):
        if word == "and" or (word in {"a", "of"} and (seen or half)):
            continue
        if word == "half":
            half = True
        elif word in _SMALL:
            part, seen = part + _SMALL[word], True
        elif word in _SETS or word == "hundred":
            part, seen = (part or Decimal(1)) * _SETS.get(word, 100), True
        elif word in _SCALES:
            total, part, seen = total + (part or Decimal(1)) * _SCALES[word], Decimal(0), True
        elif (plain := _figure(word)) is not None:
            part, seen = part + plain, True
        else:
            return None
    value = (total + part) / 2 if half else total + part
    return int(value) if seen and value == value.to_integral_value() and value < 10**15 else None
