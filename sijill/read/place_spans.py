"""What stands around a place name in the text and belongs to it: how far off the happening lies, the other end of a road, the larger place that holds it.

The model's words for a place are often the bare name, or a piece of "10 km west of X"; here they are completed from the text itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sijill.read.place_words import AROUND_WORDS, CAPITAL, KIND_NOUNS, MEASURE, SIDE

Bounds = tuple[int, int]

LOOKED_BACK, LOOKED_ON = 90, 100
"""Code points before and behind a name in which words that belong to it begin."""
_NAME = rf"{CAPITAL}[\w'’-]*(?:\s(?:(?:al|el|de|del|la|of|the)\s)?{CAPITAL}[\w'’-]*){{0,3}}"
_OF_KIND = rf"(?:the\s+)?(?:(?:{KIND_NOUNS})\s+of\s+)?"
_THE_KIND_OF = rf"the\s+(?:[\w-]+\s+)?(?:{KIND_NOUNS})\s+of\s+"
_OFF = re.compile(
    rf"(?:{MEASURE}|\b(?:the\s+|just\s+|deep\s+)?{SIDE}\s+of\s+|\b(?:the\s+)?(?:{SIDE}\s+)?(?:{AROUND_WORDS})\s+of\s+|(?P<bare>(?=\b{_THE_KIND_OF})))(?P<kind>{_THE_KIND_OF}|{_OF_KIND})", re.IGNORECASE
)  # fmt: skip
_KIND_BEHIND = re.compile(rf"\s(?:{KIND_NOUNS})\b(?![’'-]|\sof\b)", re.IGNORECASE)
_ROAD = r"(?:(?:the|a|an)\s+)?(?:(?:main|key|strategic|coastal|dirt|national)\s+)?(?:road|highway|motorway|route|track|axis|path|railway(?:\s+line)?)"
_BETWEEN = re.compile(
    rf"(?:\b(?P<road>{_ROAD})\s+(?:between|from|linking|connecting|that\s+links)|\b(?:an?\s+(?:area|place|point|spot|stretch)\s+)?between)\s+"
    rf"(?P<one>(?:the\s+)?(?:(?:{KIND_NOUNS})s?\s+of\s+)?{_NAME})\s+(?:and|to|with)\s+(?P<other>{_NAME})"
)  # fmt: skip
_SIDES = rf"(?:the\s+)?(?:(?:far\s+)?{SIDE}\s+)?"
_KINDED = rf"{_SIDES}(?:{_OF_KIND}){_NAME}(?:\s+(?i:{KIND_NOUNS})\b)?"
_HELD = re.compile(
    rf"(?:\s+(?:{KIND_NOUNS}|area))?(?:(?P<firm>,?\s+(?:in|of)\s+|,\s+an?\s+(?:[a-z-]+\s+){{1,5}}(?:in|of)\s+|\s*\((?:in\s+)?)|,\s+)(?P<holder>{_KINDED})"
)  # fmt: skip
_CLOSED = re.compile(r"\s*(?:[^\w\s'’-]|$)|\s+(?:on|in|at|during|after|before|as|when|while|where|who|which|that|since|late|early|over|overnight|yesterday|today|this|last|earlier)\b")
"""Behind "X, Y": the place ends there. "In X, Y denied it" tells of two."""
_LISTED = re.compile(rf"(?:,\s+{_SIDES}{_NAME})*,?\s+(?:and|or|as well as)\s+{_SIDES}{CAPITAL}")
"""Behind "X, Y": the two are names of one list, neither holds the other."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The words for a larger place named right behind a name, and where they stand. `firm`: it is said to hold it ("in Y", "(Y)"); after a
    mere comma it might be the next of a list."""

    text: str
    span: Bounds
    firm: bool


def holder(text: str, end: int) -> Holder | None:
    """What is said to hold the place whose name ends there: "X in Y", "X, Y", "X (Y)", "X village of Y province"."""
    found = _HELD.match(text, end, end + LOOKED_ON)
    if found is None:
        return None
    at = found.end()
    if not found["firm"] and (_LISTED.match(text, at, at + LOOKED_ON) or not _CLOSED.match(text, at)):
        return None
    return Holder(found["holder"], found.span("holder"), found["firm"] is not None)


def _reached(text: str, span: Bounds, before: int) -> Bounds:
    """The span with the words before it that say how far off or of what kind it is ("10 km west of", "the outskirts of", "the state of"), and the
    kind behind it ("X province"). `before`: where the place named before it ends; "the Y quarter of X" is Y's."""
    start, end = span
    kind = _KIND_BEHIND.match(text, end)
    end = kind.end() if kind else end
    for found in _OFF.finditer(text, max(0, start - LOOKED_BACK), min(len(text), end)):
        apart = found["bare"] is None or found.start() >= before
        if apart and found.start() < start <= found.end() and found.start("kind") < end:
            return found.start(), end
    return start, end


def _ends(text: str, spans: Sequence[Bounds]) -> dict[Bounds, Bounds]:
    """Spans that are an end of "between X and Y", each with the whole of it."""
    ordered = sorted(set(spans))
    starts, longest = [s for s, _ in ordered], max((b - a for a, b in ordered), default=0)
    out: dict[Bounds, Bounds] = {}
    for found in _BETWEEN.finditer(text) if ordered else ():
        near = ordered[bisect_left(starts, found.start() - longest) : bisect_right(starts, found.end())]
        ends = [{s for s in near if s[0] < found.end(part) and found.start(part) < s[1]} for part in ("one", "other")]
        told = found["road"] is not None or any("between" in text[a:b] for a, b in ends[0])
        if ends[0] and (ends[1] or told):
            whole = (min(found.start(), *(a for a, _ in ends[0])), max(found.end(), *(b for _, b in ends[1] | ends[0])))
            out |= dict.fromkeys(ends[0] | ends[1], whole)
    return out


def completed(text: str, spans: Sequence[Bounds]) -> dict[Bounds, Bounds]:
    """Each span with the words that belong to it. Both ends of a "between" become the one whole."""
    between, ends = _ends(text, spans), [0, *sorted(b for _, b in spans)]
    return {span: between.get(span) or _reached(text, span, ends[bisect_right(ends, span[0]) - 1]) for span in spans}
