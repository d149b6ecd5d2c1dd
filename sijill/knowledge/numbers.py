"""English numbers, in figures and in words: "1,200", "12.000", "2.5 million", "twenty-five", "a dozen", "one hundred and five", "one and a half million", "1.5 lakh"."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {w: n for n, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)}  # fmt: skip
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_LARGE = {"thousand": 1_000, "lakh": 100_000, "million": 1_000_000, "crore": 10_000_000, "billion": 1_000_000_000}
_SETS = {"hundred": 100, "dozen": 12, "score": 20, "couple": 2, "pair": 2}
_SHORT = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000}
_SMALL = {**_UNITS, **_TENS, "a": 1, "an": 1, "no": 0, "none": 0, "both": 2, "single": 1}
_PARTS = {"+half": Decimal("0.5"), "+quarter": Decimal("0.25"), "+quarters": Decimal("0.75")}

_GROUPS = r"\d{1,3}(?:[,\u00a0\u202f ’']\d{3})+(?!\d)|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])(?!\s*-?(?:k|m|mn|mln|bn|thousand|million|lakh|crore|billion)\b)"
"""Thousands set apart: by commas, blanks or apostrophes, in the Indian way, or by points – unless a word like "million" makes these decimals."""

FIGURE = rf"{_GROUPS}|\d+(?:\.\d+)?"

_GAP, _TO_NEXT = r"[\s-]+", r"(?:[\s-]+and)?[\s-]+"
_BIG = "|".join(_LARGE)
_HALVES = rf"{_GAP}and{_GAP}(?:an?|one){_GAP}(?:half|quarter)|{_GAP}and{_GAP}three{_GAP}quarters"
_ALONE = rf"(?!{_GAP}(?:hundred|dozen)\b)"
_TWO_DIGITS = rf"(?:(?:{'|'.join(_TENS)})(?:{_GAP}(?:{'|'.join(list(_UNITS)[1:10])})\b)?|(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))}))\b"
_HUNDREDS = rf"(?:(?:(?:{_TWO_DIGITS}|an?){_GAP})?hundred\b(?:{_TO_NEXT}{_TWO_DIGITS}{_ALONE})?|{_TWO_DIGITS})"
_REST = rf"{_HUNDREDS}(?!{_GAP}(?:dozen|{_BIG})\b)"
_THOUSANDS = rf"thousand\b(?:{_HALVES}\b|(?:{_TO_NEXT}{_REST})?)"
_ABOVE = rf"(?:{'|'.join(list(_LARGE)[1:])})\b(?:{_HALVES}\b|(?:{_TO_NEXT}{_HUNDREDS}{_GAP}thousand\b)?(?:{_TO_NEXT}{_REST})?)"
_WHOLE = rf"(?:(?:{_HUNDREDS}|an?)(?:{_HALVES})?{_GAP})?(?:{_THOUSANDS}|{_ABOVE})"
_SHARES = rf"(?:(?:(?:an?{_GAP})?half|(?:(?:an?|one){_GAP})?quarter|three{_GAP}quarters)(?:{_GAP}of)?(?:{_GAP}an?)?{_GAP}(?:dozen|hundred|{_BIG})\b)"
_SOME = rf"several{_GAP}(?:dozen|score|hundred|{_BIG})\b"
_SET = rf"(?:(?:{_HUNDREDS}|an?){_GAP})?(?:dozen|score|couple|pair)\b"

NUMBER = re.compile(
    rf"(?<![\w.,])(?<![A-Za-z][-–])(?:(?:{FIGURE})(?:{_HALVES})?(?:[km]\b|\s*(?:mn|mln|bn)\b|{_GAP}(?:hundred|dozen|{_BIG})\b)?|"
    rf"{_SHARES}|{_SOME}|{_WHOLE}|{_SET}|{_HUNDREDS})(?!\w)",
    re.IGNORECASE,
)
"""Finds a number in running text; `number` gives its value. "T-90" and "M23" are names, not numbers."""

ORDINALS = {w: n for n, w in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth".split(), 1
)}  # fmt: skip

_ADDED = re.compile(r"\band (?:an?|one|three) (half|quarters?)\b")
_OPENING = re.compile(r"^(?:(?:an?|one|three) )?(half|quarters?)(?: of)?(?: an?)?(?= )")
_SCALE = re.compile(rf"(?<![a-z])(hundred|dozen|{'|'.join([*_LARGE, *_SHORT])})$", re.IGNORECASE)


def _figure(text: str) -> Decimal | None:
    found = re.fullmatch(rf"({FIGURE})\s*-?\s*([a-z]*)", text)
    if not found:
        return None
    suffix = found[2]
    value = Decimal(re.sub("[,\u00a0\u202f ’']", "", found[1] if suffix or not re.fullmatch(_GROUPS, found[1]) else found[1].replace(".", "")))
    scale = _SHORT.get(suffix) or _LARGE.get(suffix) or _SETS.get(suffix) if suffix else 1
    return None if scale is None else value * scale


def scale(text: str) -> int:
    """What the last word of a number multiplies by: 1,000 for "ten thousand" and "10k", 1 for "ten"."""
    found = _SCALE.search(text.strip())
    word = found[1].lower() if found else ""
    return _SHORT.get(word) or _LARGE.get(word) or _SETS.get(word) or 1


def number(text: str) -> int | None:
    """The value of a whole phrase that is a number; None where it is none ("dozens") or not whole ("2.5")."""
    folded = text.strip().lower().replace("\u00a0", " ").replace("\u202f", " ")
    value = _figure(folded)
    if value is None:
        value = _worded(_OPENING.sub(r"+\1", _ADDED.sub(r"+\1", " ".join(re.split(r"[\s-]+", folded)))).split(" "))
    return int(value) if value is not None and value == value.to_integral_value() and value < 10**15 else None


def _worded(words: list[str]) -> Decimal | None:
    """The value of a number's words; "+half" and the like are parts of what stands before them, or of what follows at the start."""
    total, part, last, seen = Decimal(0), Decimal(0), 0, False
    for word in words:
        if word == "and" or (word in {"a", "of"} and seen):
            continue
        if word in _PARTS:
            total, part = (total + _PARTS[word] * last, part) if last else (total, part + _PARTS[word])
        elif word in _SMALL:
            part, seen = part + _SMALL[word], True
        elif word in _SETS:
            part, seen = (part or Decimal(1)) * _SETS[word], True
        elif word in _LARGE:
            total, part, last, seen = total + (part or Decimal(1)) * _LARGE[word], Decimal(0), _LARGE[word], True
        elif (plain := _figure(word)) is not None:
            part, seen = part + plain, True
        else:
            return None
    return total + part if seen else None
