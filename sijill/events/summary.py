"""Totals that run over several happenings ("61 deaths in the locality last week"): told beside an event, never added to it."""

from __future__ import annotations

from sijill.events.families import GROUP_OF
from sijill.events.wording import SUMMARY_CUE, cues
from sijill.records import Told

LONG = 4
"""A count of dead over more days than this is a total over several happenings."""


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
