"""Totals that run over several happenings ("61 deaths in the locality last week"): told beside an event, never added to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sijill.events.families import GROUP_OF
from sijill.events.figures import PEOPLE
from sijill.events.names import likeness
from sijill.events.wording import SUMMARY_CUE, cues
from sijill.knowledge.folding import fold
from sijill.records import Place, Told

LONG = 4
"""A count of dead over more days than this is a total over several happenings."""
_AND = r"(?:and|as well as|along with|plus|&)"
_LISTED = re.compile(rf"\s*(?:,|;)?\s*(?:{_AND}\s+)?(?:(?:in|at|on|near|the|nearby|(?:town|village|city|district|camp)s?|of)\s+){{0,4}}", re.IGNORECASE)
_LAST = re.compile(rf"\b{_AND}\b|&", re.IGNORECASE)
_APART = 60
"""Characters between two places of a list at most."""
_SAME = 0.8
"""From this likeness on two names are one place."""


def sums_up(told: Told) -> bool:
    """Whether a claim's figures run over several happenings."""
    claim = told.claim
    group = GROUP_OF[claim.type]
    if group in {"displacement", "seizure", "accord"} or not claim.counts:
        return False
    when = claim.when
    long = when is not None and when.start is not None and when.end is not None and (when.end - when.start).days > LONG
    said = bool(cues(claim.evidence.quote) & SUMMARY_CUE)
    many = any(c.measure == "strikes" and (c.low or 0) >= 2 and c.unit != "place" for c in claim.counts)
    if claim.type == "casualties":
        return long or said
    return (long and (said or group != "battle")) or (said and many)


def over_places(told: Sequence[Told]) -> list[Told]:
    """Those whose figures are a total over a list of places ("nine killed in strikes on A, B and C") of which the other claims name only one:
    what happened there is a part of it. Where the others name several of them, or none, the total is the happening's own."""
    lists = {n: listed for n, t in enumerate(told) if any(c.measure in PEOPLE for c in t.claim.counts) and len(listed := _listed(t)) > 1}
    others = {p.id or p.name: p for n, t in enumerate(told) if n not in lists for p in t.claim.places if p.role == "at"}.values() if lists else ()
    return [told[n] for n, listed in lists.items() if sum(any(_one(p, other) for other in others) for p in listed) == 1]


def _listed(told: Told) -> tuple[Place, ...]:
    """The longest list of places that the words join by "and"; places that hold each other are no list."""
    return max(_lists(told), key=len, default=())


def _lists(told: Told) -> Iterator[tuple[Place, ...]]:
    quote, start = told.claim.evidence.quote, told.claim.evidence.start
    ordered = sorted((p for p in told.claim.places if p.role == "at"), key=lambda p: p.mention.start)
    chain: list[Place] = []
    joined = False
    for place in ordered:
        between = quote[chain[-1].mention.end - start : max(0, place.mention.start - start)] if chain and chain[-1].mention.end >= start else None
        if between and len(between) <= _APART and _LISTED.fullmatch(between) and not any(_holds(p, place) for p in chain):
            chain.append(place)
            joined = joined or bool(_LAST.search(between))
        else:
            if joined:
                yield tuple(chain)
            chain, joined = [place], False
    if joined:
        yield tuple(chain)


def _holds(a: Place, b: Place) -> bool:
    return _one(a, b) or fold(a.name) in map(fold, b.admin) or fold(b.name) in map(fold, a.admin)


def _one(a: Place, b: Place) -> bool:
    return a.id == b.id if a.id and b.id else likeness(a.name, b.name) >= _SAME
