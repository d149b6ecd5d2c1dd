"""From signs to chances: a pair's log-odds is the sum of its signs' learned weights (logistic regression, see training/join.py)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final

from sijill.events.learned import ACROSS, ACROSS_DOUBT, INSIDE, INSIDE_DOUBT

BIAS = "bias"
STRAND_AT = 1.0
"""Claims of one report make a strand while the mean log-odds of their pairs is above this: high, so that a strand rarely mixes two
happenings; what this leaves over is brought home once other reports have spoken. This and the next three by cross-validation (eval/join_eval.py)."""
JOIN_AT = -1.1
"""Strands are joined while the mean log-odds of their pairs is above this."""
LINK_AT = -0.5
"""A pair above this links two strands at all: each event hangs together by such pairs, which keeps what must be looked at together small."""
BARRED_BELOW, BARRED_IN_DOUBT = -1.6, -0.8
"""Two strands of one report that score below this are two happenings, whatever other reports say; sooner where a reader was not sure of one
of them, since a report that an analyst reads beside its events shows each false merge, and merging is a click."""
RULES: Final[dict[str, float]] = {"two places that nothing links": -4.0, "points far apart": -4.0}
"""Signs that are ruled, not learned: the marked reports are of a few conflicts at a time, while a store holds many towns shelled on one day."""
UNSEEN = -2.5
"""Log-odds of two strands that blocking never brought together."""
ADOPT_AT, ADOPT_BEFORE = 0.0, 0.5
"""A strand alone joins the event with a strand that it is liker than the first, if it is so by at least the second than to any other event."""
FRAGMENT, LEANING = 0.1, 0.3
"""How much a strand in doubt counts in a mean if it names neither place nor day, and if it names no small place."""


def log_odds(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    """Their weights' sum with the bias; a sign that training never saw weighs nothing."""
    return weights.get(BIAS, 0.0) + sum(weights.get(sign, 0.0) for sign in signs)


def inside_table(doubt: bool) -> Mapping[str, float]:
    """The weights for claims of one report."""
    return INSIDE_DOUBT if doubt else INSIDE


def across_table(doubt: bool) -> Mapping[str, float]:
    """The weights for strands of two reports."""
    return ACROSS_DOUBT if doubt else ACROSS


def inside(signs: Iterable[str], doubt: bool) -> float:
    """Log-odds that two claims of one report tell one happening. `doubt`: a reader was not sure of one of them."""
    return log_odds(signs, inside_table(doubt))


def across(signs: Iterable[str], doubt: bool) -> float:
    """Log-odds that strands of two reports tell one happening. `doubt`: a reader was not sure of one of them."""
    return log_odds(signs, across_table(doubt))


def chance(odds: float) -> float:
    """The probability of log-odds."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))
