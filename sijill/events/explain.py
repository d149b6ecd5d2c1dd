"""Why two claims were joined or kept apart: the signs of the pair, each with its weight, grouped by the question they answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sijill.events import weights
from sijill.events.across import signs_across
from sijill.events.inside import setting, signs_inside
from sijill.events.sketch import sketch
from sijill.events.strand import Strand
from sijill.events.strands import in_text_order, strands_of
from sijill.records import Told

Part = Literal["type", "place", "time", "counts", "sides", "wording", "telling"]

_WORDS: Final[tuple[tuple[Part, tuple[str, ...]], ...]] = (
    ("time", ("day", "dated", "hour", "no time", "told before")),
    ("place", ("place", "area", "site", "points", "name")),
    ("counts", ("figure", "dead", "counts")),
    ("sides", ("doer", "sufferer", "sides")),
    ("type", ("type", "group", " with ", "kind alike", "toll alone", "two tolls")),
    ("wording", ("word", "sentence", "says again", "first and second", "second", "says first", "points back", "pronoun")),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign in words. `weight`: log-odds; above 0 it speaks for one happening."""

    part: Part
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Reason:
    """A pair's signs, the weightiest first. `odds` is their sum with the bias, `chance` the probability that it stands for."""

    within_report: bool
    signs: tuple[Sign, ...]
    odds: float
    chance: float
    why: str


def _part(sign: str) -> Part:
    return next((part for part, marks in _WORDS if any(mark in sign for mark in marks)), "telling")


def _reason(names: Sequence[str], table: Mapping[str, float], inside: bool) -> Reason:
    odds = weights.log_odds(names, table)
    signs = tuple(sorted((Sign(_part(n), n, round(table.get(n, 0.0), 3)) for n in names), key=lambda s: (-abs(s.weight), s.words)))
    chance = weights.chance(odds)
    strongest = [s for s in signs if (s.weight > 0) == (odds > 0)][:3]
    verdict = "speaks for one happening" if odds > 0 else "speaks against"
    why = f"{chance:.0%} one happening; {', '.join(s.words for s in strongest) or 'the base rate'} {verdict}"
    return Reason(inside, signs, odds, chance, why)


def explain(told: Sequence[Told], one: str, other: str) -> Reason:
    """The reason for two claims, by id, among all claims of their reports.

    Claims of one report are compared clause by clause, those of two reports as parts of their strands. ValueError if an id is not in `told`.
    """
    reports: dict[str, list[Told]] = {}
    home: dict[str, str] = {}
    for t in told:
        reports.setdefault(t.report, []).append(t)
        home[t.claim.id] = t.report
    for claim in (one, other):
        if claim not in home:
            raise ValueError(f"no claim {claim!r} among those given")
    if home[one] == home[other]:
        ordered = in_text_order(reports[home[one]])
        sketches = [sketch(t) for t in ordered]
        at = sorted(k for k, t in enumerate(ordered) if t.claim.id in {one, other})
        doubt = sketches[at[0]].doubt or sketches[at[-1]].doubt
        return _reason(signs_inside(sketches, setting(sketches), at[0], at[-1]), weights.inside_table(doubt), True)
    pair = [_strand(reports[home[claim]], claim) for claim in (one, other)]
    pair.sort(key=lambda s: s.key)
    return _reason(signs_across(pair[0], pair[1]), weights.across_table(pair[0].doubt or pair[1].doubt), False)


def _strand(told: Sequence[Told], claim: str) -> Strand:
    return next(s for s in strands_of(told).strands if any(t.claim.id == claim for t in s.told))
