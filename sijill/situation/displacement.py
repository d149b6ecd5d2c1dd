"""Who was displaced or came back, in IDMC's terms: each claimant's figure as reported, in persons with the factor shown, and one a happening.

A claimant's later figure replaces its earlier one; "another 6,000" is added to it (once, however often it is said); figures of one report for other places stand side by
side. Of several claimants one figure is recommended: of those who are no party, the one most independent sources give, then the latest.
The range covers all. Zero, said without a number (unstated) and not said (unknown) stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import floor
from typing import Final, Literal

from sijill.events.figures import MANKIND, Said, figures_of
from sijill.records import ClaimantKind, ClaimRef, Event, Modality, Place, Quantifier, Told, TollState, Unit
from sijill.situation.displaced_words import Category, Counting, IdmcQuantifier, Kind, Term, category_of, counting_of, kind_of, quantifier_of, term_of
from sijill.situation.grouping import path_of, told_of
from sijill.situation.household import HouseholdSize, household_size

Role = Literal["recommended", "triangulation", "replaced", "set aside"]
_MEASURES: Final = {"displaced", "returned"}
_TYPES: Final = {"displacement", "return"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One claimant's figure. `reported` is in `unit`s; `low`, `best`, `high` are persons, households times `household`.

    `best` is IDMC's total: the reported number times the usual size, whatever its quantifier; `low` and `high` are null where
    neither the words nor the factor bound it. `role`: recommended, beside it, replaced by its claimant, or set aside (planned, denied, absurd).
    """

    claimant: str
    claimant_kind: ClaimantKind
    said: date | None
    reported: int | None
    words: str
    quantifier: IdmcQuantifier | None
    unit: Unit
    household: HouseholdSize | None
    low: int | None
    best: int | None
    high: int | None
    state: TollState
    kind: Kind
    category: Category
    term: Term
    counting: Counting
    modality: Modality
    origin: tuple[Place, ...]
    destination: tuple[Place, ...]
    role: Role
    source: str
    ref: ClaimRef
    why: str


@dataclass(frozen=True, slots=True)
class EventDisplacement:
    """What one happening comes to in persons, for one kind (flow or stock) and one direction (displaced or returned).

    `path` is the area it counts for, country first; `running` says that the figure is a total over a time or over several happenings.
    """

    event: str
    kind: Kind
    category: Category
    returned: bool
    low: int | None
    best: int | None
    high: int | None
    state: TollState
    running: bool
    path: tuple[str, ...]
    start: date | None
    end: date | None
    figures: tuple[Figure, ...]
    why: str


def displacement(events: Sequence[Event], told: Sequence[Told]) -> tuple[EventDisplacement, ...]:
    """Every happening in which people were displaced or came back, in the events' order; one row a kind and direction."""
    return tuple(row for event, claims in told_of(events, told) for row in _rows(event, claims))


def _rows(event: Event, claims: Sequence[Told]) -> Iterator[EventDisplacement]:
    figures = [f for t in sorted(claims, key=_order) for f in _figures(t)]
    groups = sorted({(f.kind, _back(f)) for f in figures})
    for kind, returned in groups:
        yield _row(event, claims, [f for f in figures if (f.kind, _back(f)) == (kind, returned)])
    if not figures and event.type in _TYPES:
        returned = event.type == "return"
        category: Category = "Return" if returned else "Internal displacements"
        start, end = _days(event)
        path = _path([p for t in claims for p in t.claim.places])
        yield EventDisplacement(event.id, "flow", category, returned, None, None, None, "unknown", False, path, start, end, (), "no report says how many")


def _order(t: Told) -> tuple[str, str, int, str]:
    return t.published.isoformat() if t.published else "", t.report, t.claim.evidence.start, t.claim.id


def _back(figure: Figure) -> bool:
    return figure.term == "Returns"


def _days(event: Event) -> tuple[date | None, date | None]:
    return (event.when.start, event.when.end) if event.when else (None, None)


def _path(places: Sequence[Place]) -> tuple[str, ...]:
    """The area where people left, else where it happened, else where they went."""
    for roles in ({"from"}, {"at", "near"}, {"to"}):
        paths = [path for p in places if p.role in roles and (path := path_of(p))]
        if paths:
            return paths[0]
    return ()


def _figures(t: Told) -> Iterator[Figure]:
    """The whole figures of one claim; where it gives households and persons, the persons stand last and so win."""
    said = [s for s in figures_of(t) if s.measure in _MEASURES and s.whole and s.unit in {"person", "household"}]
    mentions = {(c.measure, c.unit): c.mention.text for c in reversed(t.claim.counts)}
    for s in sorted(said, key=lambda s: s.unit):
        yield _figure(t, s, mentions[s.measure, s.unit])


def _round(number: float) -> int:
    """Half up, as IDMC does."""
    return floor(number + 0.5)


def _persons(said: Said, size: HouseholdSize | None) -> tuple[int | None, int | None, int | None]:
    reported = _reported(said)
    if reported is None:
        return None, None, None
    if size is None:
        return said.low, reported, said.high
    low = said.low if said.low is not None else said.best
    high = said.high if said.high is not None else said.best
    return None if low is None else _round(low * size.low), _round(reported * size.best), None if high is None else _round(high * size.high)


def _reported(said: Said) -> int | None:
    return next((n for n in (said.best, said.low, said.high) if n is not None), None)


def _figure(t: Told, said: Said, words: str) -> Figure:
    claim = t.claim
    returned, kind = said.measure == "returned" or claim.type == "return", kind_of(claim)
    path = _path(claim.places)
    size = household_size(path[0] if path else None) if said.unit == "household" else None
    low, best, high = _persons(said, size)
    absurd = best is not None and best > MANKIND
    aside = claim.modality in {"planned", "denied"} and best != 0
    reported = _reported(said)
    state: TollState = "unstated" if reported is None else "zero" if reported == 0 == (said.high or 0) else "number"
    return Figure(
        said.voice.name, said.voice.kind, t.published, reported, words, quantifier_of(said.quantifier), said.unit, size, low, best, high, state, kind,
        category_of(claim, returned, kind), term_of(claim, returned), counting_of(claim), claim.modality, tuple(p for p in claim.places if p.role in {"from", "at"}),
        tuple(p for p in claim.places if p.role == "to"), "set aside" if aside or absurd else "triangulation", t.origin, said.ref,
        _why(said.quantifier, reported, said.unit, size) + ("; more than there are people" if absurd else f"; {claim.modality}, not counted" if aside else ""),
    )  # fmt: skip


def _why(quantifier: Quantifier, reported: int | None, unit: Unit, size: HouseholdSize | None) -> str:
    if reported is None:
        return "said without a number"
    if size is None:
        return f"{reported} persons as reported ({quantifier.replace('_', ' ')})"
    return f"{reported} households × {size.best:g} persons (from {size.low:g} to {size.high:g}; {size.source})"


def _row(event: Event, claims: Sequence[Told], figures: Sequence[Figure]) -> EventDisplacement:
    usable = [f for f in figures if f.role != "set aside"]
    kept: list[Figure] = [f for f in figures if f.role == "set aside"]
    totals: list[tuple[Figure, ...]] = []
    for voice in dict.fromkeys(f.claimant for f in usable):
        latest, replaced = _latest([f for f in usable if f.claimant == voice])
        totals.append(latest)
        kept += [replace(f, role="replaced") for f in replaced]
    numbered = [total for total in totals if any(f.best is not None for f in total)]
    chosen = _recommended(numbered)
    kept += [replace(f, role="recommended" if total is chosen else "triangulation") for total in totals for f in total]
    lead = (chosen or (totals[0] if totals else (figures[0],)))[0]
    start, end = _days(event)
    path = _path([*lead.origin, *lead.destination, *(p for t in claims for p in t.claim.places)])
    low, high = _range(numbered)
    best = _sum(f.best for f in chosen) if chosen else None
    state: TollState = "unknown" if not usable else "unstated" if not numbered else "zero" if best == 0 and not high else "number"
    running = bool(chosen) and any(f.counting == "running total" for f in chosen or ())
    return EventDisplacement(
        event.id, lead.kind, lead.category, _back(lead), low, best, high, state, running, path, start, end, tuple(kept), _summary(chosen, numbered, state)
    )


def _sum(numbers: Iterator[int | None]) -> int | None:
    """The sum of those that are known; None if none is."""
    known = [n for n in numbers if n is not None]
    return sum(known) if known else None


def _range(totals: Sequence[tuple[Figure, ...]]) -> tuple[int | None, int | None]:
    """The least and most that the claimants' totals allow; null where the one that reaches furthest has no bound on that side."""
    lows = [(_sum(f.low for f in t), _sum(f.best for f in t) or 0) for t in totals]
    highs = [(None if any(f.high is None for f in t) else _sum(f.high for f in t), _sum(f.best for f in t) or 0) for t in totals]
    least, most = min((n for n, _ in lows if n is not None), default=None), max((n for n, _ in highs if n is not None), default=None)
    open_below = any(n is None and (least is None or best <= least) for n, best in lows)
    open_above = any(n is None and (most is None or best >= most) for n, best in highs)
    return None if open_below else least, None if open_above else most


def _places(figure: Figure) -> frozenset[str]:
    return frozenset(p.id or p.name for p in (*figure.origin, *figure.destination))


def _latest(figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], list[Figure]]:
    """What one claimant's figures come to, in the order told: the ones that stand, and those that a later one replaced."""
    standing: list[Figure] = []
    replaced: list[Figure] = []
    for figure in figures:
        beside = [f for f in standing if f.ref.report == figure.ref.report and _places(f) and _places(figure) and not _places(f) & _places(figure)]
        again = [f for f in standing if f.counting == figure.counting == "new" and f.best == figure.best]
        if figure.best is None and any(f.best is not None for f in standing):
            replaced.append(figure)
            continue
        stay = [f for f in standing if f not in again] if figure.counting == "new" else beside
        replaced += [f for f in standing if f not in stay]
        standing = [*stay, figure]
    return tuple(standing), replaced


def _recommended(totals: Sequence[tuple[Figure, ...]]) -> tuple[Figure, ...] | None:
    if not totals:
        return None
    neutral = [t for t in totals if t[-1].claimant_kind != "party"] or list(totals)
    backing: dict[int, set[str]] = {}
    for total in neutral:
        backing.setdefault(_sum(f.best for f in total) or 0, set()).add(total[-1].source)
    return max(neutral, key=lambda t: (t[-1].modality == "asserted", len(backing[_sum(f.best for f in t) or 0]), t[-1].said or date.min, t[-1].claimant))


def _summary(chosen: tuple[Figure, ...] | None, totals: Sequence[tuple[Figure, ...]], state: TollState) -> str:
    if chosen is None:
        return "people are said to have left or come back, with no number" if state == "unstated" else "no figure that counts"
    added = "" if len(chosen) == 1 else f", {len(chosen)} figures added"
    others = "the only claimant with a number" if len(totals) == 1 else f"chosen of {len(totals)} claimants' figures"
    return f"{chosen[-1].claimant}: {'; '.join(f.why for f in chosen)}{added}; {others}"
