"""The dead of an event for formats that want one number, or one for each side: by stated rules, with what the rule did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sijill.records import Event, Told, Toll

_VAGUE = (
    (re.compile(r"\bhundreds\b", re.IGNORECASE), 100),
    (re.compile(r"\bdozens\b", re.IGNORECASE), 12),
    (re.compile(r"\b(?:tens|scores)\b", re.IGNORECASE), 10),
)
PLURAL = 3
"""What ACLED writes for an unknown plural ("several", "many", "few") outside large-scale fighting."""


@dataclass(frozen=True, slots=True)
class Lowest:
    """The lowest number of dead that the voices leave, and what was done to get one where no number was said."""

    number: int
    note: str


def killed(event: Event) -> tuple[Toll, ...]:
    """The event's tolls of people killed."""
    return tuple(t for t in event.toll if t.measure == "killed" and t.unit == "person")


def floor_of(toll: Toll) -> int:
    """The least that the figures leave possible; "at most 5" leaves 0, "about 5" counts as 5."""
    if toll.low is not None:
        return toll.low
    return toll.best if toll.best is not None else 0


def ceiling_of(toll: Toll) -> int:
    """The most that was said; of an open end ("at least 12") the number said."""
    return max(n for n in (toll.high, toll.best, toll.low, 0) if n is not None)


def lowest(event: Event, told: Mapping[str, Told]) -> Lowest:
    """ACLED's rule. Parts (civilians, one side) are not added up, since they may overlap: the largest of their lows stands."""
    tolls = killed(event)
    numbers = [floor_of(t) for t in tolls if t.state in ("number", "zero")]
    if numbers:
        return Lowest(max(numbers), "lowest figure reported")
    vague = [c.mention.text for ref in event.claims if ref.claim in told for c in told[ref.claim].claim.counts if c.measure == "killed" and c.quantifier == "vague"]
    if vague:
        return Lowest(min(_number_for(words) for words in vague), f"“{vague[0]}” written as a number by ACLED's rule")
    return Lowest(0, "deaths reported without a number" if any(t.state == "unstated" for t in tolls) else "")


def _number_for(words: str) -> int:
    return next((number for pattern, number in _VAGUE if pattern.search(words)), PLURAL)


def by_claim(told: Iterable[Told]) -> Mapping[str, Told]:
    """Claim id → its telling."""
    return {t.claim.id: t for t in told}
