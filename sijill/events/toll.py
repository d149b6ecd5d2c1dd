"""How many: each voice's own latest figure, and from them low, best and high by a rule that the toll itself states.

A later figure of the same voice replaces its earlier one, a running total is never added to what it includes, a late death is no new
total. Of figures of one moment the higher counts as the later: tolls rise. The best figure is one that most independent sources give,
else the latest, of one moment that of a named body before an outlet's own; but never less than the disjoint groups come to that
the same voices name. Zero, unstated (said without a usable number) and unknown (not said) stay apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from sijill.events.families import GROUP_OF
from sijill.events.figures import EVERYBODY, MANKIND, PEOPLE, Numbers, Said, Whom, figures_of
from sijill.events.summary import over_places, sums_up
from sijill.events.toll_groups import INTERESTED, groups_come_to
from sijill.records import ClaimantFigure, Measure, Told, Toll, TollState, Unit

_HARMFUL = frozenset({"strike", "battle", "violence", "crowd"})
_SILENT = frozenset({"planned", "background"})
_UNPLACED = frozenset({"media", "unknown"})


def _usable(said: Said) -> bool:
    """Whether a figure speaks for itself: not planned or background, and where it is denied only as a zero."""
    return said.modality not in _SILENT and (said.modality != "denied" or said.high == 0)


def _added(sides: Sequence[Said]) -> Said:
    lows = [s.low if s.low is not None else s.best for s in sides]
    known = [n for n in lows if n is not None]
    exact = len(known) == len(sides) and all(s.quantifier == "exact" for s in sides)
    total = sum(known)
    numbers: Numbers = (total, total, total, "exact") if exact else (total, None, None, "at_least") if known else (None, None, None, "vague")
    return replace(sides[0], whom=EVERYBODY, low=numbers[0], best=numbers[1], high=numbers[2], quantifier=numbers[3])


def _of_report(figures: Sequence[Said], both_sides: bool) -> Said:
    """One voice's figure in one report: the largest; for the whole, fighters that a side lost are added to those it says it killed."""
    best = min(figures, key=lambda s: (not s.total, -s.size, s.order))
    if both_sides and best.whom.status == "combatant":
        others = [s for s in figures if s.whole and s.total and s.whom.status == "combatant" and s.own != best.own and s.size != best.size]
        if others:
            return _added([best, min(others, key=lambda s: (-s.size, s.order))])
    return best


def _latest(figures: Iterable[Said], both_sides: bool = False) -> list[Said]:
    """Each voice's latest figure, voices in the order in which they first spoke."""
    by_voice: dict[str, dict[str, list[Said]]] = {}
    for said in sorted(figures, key=lambda s: s.order):
        by_voice.setdefault(said.voice.key, {}).setdefault(said.ref.report, []).append(said)
    out: list[Said] = []
    for reports in by_voice.values():
        told = sorted((_of_report(found, both_sides) for found in reports.values()), key=lambda s: (s.told_at, s.size, s.order))
        totals = [s for s in told if s.total]
        numbered = [s for s in totals if s.size >= 0]
        out.append((numbered or totals or told)[-1])
    return [s for s in out if s.total] or out


def _bounds(said: Said) -> tuple[int | None, int | None]:
    """Lower and upper bound of a figure; "at least 14" has no upper one."""
    low = said.low if said.low is not None else said.best
    high = said.high if said.high is not None else said.best
    return low, high


def _best(numbered: Sequence[Said]) -> tuple[int | None, str]:
    """The best single number and the rule that gave it."""
    neutral = [s for s in numbered if s.voice.kind not in INTERESTED]
    pool = neutral or list(numbered)
    backing: dict[int, set[str]] = {}
    last: dict[int, _Standing] = {}
    for said in pool:
        number = _single(said)
        if number is not None:
            backing.setdefault(number, set()).add(said.origin)
            standing = (said.told_at, said.voice.kind not in _UNPLACED)
            last[number] = max(last.get(number, standing), standing)
    if not backing:
        return None, "no figure has a lower bound"
    chosen = max(backing, key=lambda n: (len(backing[n]), last[n], n))
    alike = [n for n in backing if n != chosen and len(backing[n]) == len(backing[chosen]) and last[n][0] == last[chosen][0]]
    if len(backing) == 1:
        rule = "the only figure" if len(backing[chosen]) == 1 else f"the figure of all {len(backing[chosen])} independent sources"
    elif len(backing[chosen]) > 1:
        rule = f"the figure of most independent sources ({len(backing[chosen])})"
    else:
        rule = "the latest of figures with one source each" + _among(last[chosen], [last[n] for n in alike])
    aside = ", parties and witnesses set aside" if neutral and len(neutral) < len(numbered) else ""
    return chosen, rule + aside


_Standing = tuple[tuple[date, datetime], bool]
"""When a figure was said, and whether a named body stands behind it."""


def _single(said: Said) -> int | None:
    return said.best if said.best is not None else said.low


def _among(chosen: _Standing, alike: Sequence[_Standing]) -> str:
    """What decided between figures of one moment, in words."""
    if not alike:
        return ""
    return ", of one moment the highest" if chosen in alike else ", of one moment that of a named body"


def _name(said: Said) -> str:
    return said.voice.name


def _fused(figures: Sequence[Said]) -> tuple[int | None, int | None, int | None, TollState, str]:
    usable = [s for s in figures if s.size <= MANKIND]
    absurd = [s for s in figures if s.size > MANKIND]
    note = "".join(f"; {s.size:,} by {_name(s)} is more than there are people and was set aside" for s in absurd)
    numbered = [s for s in usable if s.size >= 0]
    if not numbered:
        return None, None, None, "unstated", "said without a number" + note if not absurd else "no usable number" + note
    bounds = [(*_bounds(s), s) for s in numbered]
    lows = [(low, s) for low, _, s in bounds if low is not None]
    highs = [(n, s) for low, high, s in bounds for n in (low, high) if n is not None]
    low, least = min(lows, key=lambda x: (x[0], x[1].order)) if lows else (None, None)
    high, most = max(highs, key=lambda x: (x[0], x[1].order))
    best, rule = _best(numbered)
    state: TollState = "zero" if high == 0 else "number"
    open_end = not any(h is not None and h >= high for _, h, _ in bounds)
    if best is not None and low == high:
        why = f"{best} by {', '.join(dict.fromkeys(_name(s) for s in numbered))}: {rule}"
    else:
        least_words = f"low {low} by {_name(least)}, " if least is not None else "no lower bound, "
        why = f"{least_words}high {high} by {_name(most)}{' as a lower bound' if open_end else ''}; best {best}: {rule}"
    return low, best, None if open_end and low == high else high, state, why + note


def _row(measure: Measure, unit: Unit, whom: Whom, figures: Sequence[Said], aside: str) -> Toll:
    low, best, high, state, why = _fused(figures)
    voices = tuple(
        ClaimantFigure(_name(s), s.low, s.best, s.high, s.quantifier, s.published, s.ref) for s in figures
    )  # fmt: skip
    return Toll(measure, whom.who, whom.status, unit, low, best, high, state, voices, why + aside)


def _at_least(whole: Toll, groups: int | None) -> Toll:
    """The whole, no smaller than its groups."""
    if groups is None or whole.best is None or groups <= whole.best:
        return whole
    high = max(whole.high, groups) if whole.high is not None else None
    return replace(whole, best=groups, high=high, why=f"{whole.why}; raised from {whole.best} to {groups}, what the groups that one voice tells apart come to")


def _whole_of(figures: Sequence[Said]) -> Whom:
    """Whom the whole toll counts: those whom all figures agree on, else everybody."""
    whoms = {s.whom for s in figures}
    if len(whoms) == 1:
        return whoms.pop()
    statuses = {w.status for w in whoms}
    if len(statuses) == 1:
        named = {w.who for w in whoms if w.who}
        only = next(iter(statuses))
        return Whom(named.pop() if len(named) == 1 and only == "combatant" else None, only)
    return Whom(None, "mixed" if {"civilian", "combatant"} <= statuses else "unknown")


def _parts(figures: Sequence[Said], whole: Whom) -> Iterator[tuple[Whom, list[Said]]]:
    """Figures of groups other than the whole. Combatants of no named side go with the only named one."""
    sides = sorted({s.whom.who for s in figures if s.whom.status == "combatant" and s.whom.who})
    grouped: dict[Whom, list[Said]] = {}
    for said in figures:
        whom = said.whom
        if whom.status == "combatant" and whom.who is None and len(sides) == 1:
            whom = Whom(sides[0], "combatant")
        if whom.status in {"civilian", "combatant"} and whom != whole:
            grouped.setdefault(whom, []).append(said)
    for whom in sorted(grouped, key=lambda w: (w.status, w.who or "")):
        yield whom, _latest(grouped[whom])


def tolls(told: Sequence[Told]) -> tuple[Toll, ...]:
    """The tolls of an event's claims: a row for the whole of each measure and unit, then one for each group that figures tell apart."""
    several = {id(t) for t in over_places(told)}
    running = [t for t in told if sums_up(t) or id(t) in several]
    own = [t for t in told if not sums_up(t) and id(t) not in several] or list(told)
    figures = [s for t in own for s in figures_of(t) if _usable(s)]
    aside = f"; {len(running)} total(s) over several happenings not added" if running and len(running) < len(told) else ""
    rows: list[Toll] = []
    for measure, unit in sorted({(s.measure, s.unit) for s in figures}):
        kind = [s for s in figures if (s.measure, s.unit) == (measure, unit)]
        wholes = _latest((s for s in kind if s.whole), both_sides=measure in PEOPLE)
        if not wholes:
            rows += [_row(measure, unit, part, found, aside) for part, found in _parts(kind, EVERYBODY)]
            continue
        whom = _whole_of(wholes)
        parts = dict(_parts(kind, whom))
        rows.append(_at_least(_row(measure, unit, whom, wholes, aside), groups_come_to(wholes, parts, whom.status, lambda found: _best(found)[0])))
        rows += [_row(measure, unit, part, found, aside) for part, found in parts.items()]
    if not any(r.measure == "killed" for r in rows) and any(GROUP_OF[t.claim.type] in _HARMFUL for t in own):
        rows.append(Toll("killed", None, "unknown", "person", None, None, None, "unknown", (), "no report says whether anyone was killed" + aside))
    return tuple(rows)
