"""Displacement over many happenings, nobody counted twice.

A flow is added up over happenings; a running total that covers others (same area, within its time) is not added to them: the larger of
the two counts. A stock is a state on a day: of an area its latest figure counts, and a country's own figure is not added to those of its parts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sijill.situation.displaced_words import Kind
from sijill.situation.displacement import EventDisplacement

Numbers = tuple[int | None, int, int | None]
"""low, best, high; null where nothing bounds it."""


@dataclass(frozen=True, slots=True)
class DisplacementTotal:
    """Persons, over the happenings of a country (null: no place of theirs is resolved), for one kind and direction.

    `low` adds the lower bounds that there are; `high` is null as soon as one of the happenings has no upper bound. `covered` happenings are inside
    a running total; `unstated` and `unknown` ones are not in the numbers at all.
    """

    country: str | None
    kind: Kind
    returned: bool
    low: int | None
    best: int | None
    high: int | None
    counted: int
    covered: int
    zero: int
    unstated: int
    unknown: int
    why: str


def displacement_totals(rows: Iterable[EventDisplacement]) -> tuple[DisplacementTotal, ...]:
    """One total a country, kind and direction, by country."""
    groups: dict[tuple[str, Kind, bool], list[EventDisplacement]] = defaultdict(list)
    for row in rows:
        groups[row.path[0] if row.path else "", row.kind, row.returned].append(row)
    return tuple(_total(country or None, group) for (country, _, _), group in sorted(groups.items()))


def _total(country: str | None, group: Sequence[EventDisplacement]) -> DisplacementTotal:
    numbered = [r for r in group if r.best is not None]
    parts, covered, how = _stock(numbered) if group[0].kind == "stock" else _flow(numbered)
    states = [r.state for r in group]
    low, best, high = _sum(parts)
    why = f"{how}; not in the numbers: {states.count('unstated')} said without a number, {states.count('unknown')} where nothing is said"
    known = bool(parts)
    return DisplacementTotal(
        country, group[0].kind, group[0].returned, low if known else None, best if known else None, high if known else None,
        len(numbered) - covered, covered, states.count("zero"), states.count("unstated"), states.count("unknown"), why,
    )  # fmt: skip


def _numbers(row: EventDisplacement) -> Numbers:
    best = row.best or 0
    return None if row.low is None else min(row.low, best), best, None if row.high is None else max(row.high, best)


def _sum(numbers: Sequence[Numbers]) -> Numbers:
    lows, highs = [n[0] for n in numbers if n[0] is not None], [n[2] for n in numbers if n[2] is not None]
    return sum(lows) if lows else None, sum(n[1] for n in numbers), sum(highs) if highs and len(highs) == len(numbers) else None


def _added(rows: Iterable[EventDisplacement]) -> Numbers:
    return _sum([_numbers(r) for r in rows])


class _Open:
    """Happenings that no running total has covered yet, under each area that holds them, by day."""

    def __init__(self, rows: Sequence[EventDisplacement]) -> None:
        self.gone: set[int] = set()
        self._by_area: dict[tuple[str, ...], list[tuple[date, int]]] = defaultdict(list)
        for k, row in enumerate(rows):
            for depth in range(1, len(row.path) + 1):
                self._by_area[row.path[:depth]].append((row.start or date.min, k))
        for found in self._by_area.values():
            found.sort()

    def take(self, area: tuple[str, ...], start: date, end: date) -> list[int]:
        """Those of an area whose first day lies from `start` to before `end`; they are not given again."""
        days = self._by_area.get(area, [])
        low, high = bisect_left(days, (start, -1)), bisect_right(days, (end, -1))
        found = [k for _, k in days[low:high] if k not in self.gone]
        del days[low:high]
        self.gone.update(found)
        return found


def _flow(rows: Sequence[EventDisplacement]) -> tuple[list[Numbers], int, str]:
    still, parts, covered = _Open(rows), [], 0
    running = sorted((k for k, r in enumerate(rows) if r.running and r.path), key=lambda k: (len(rows[k].path), -_numbers(rows[k])[1], rows[k].event))
    for k in running:
        row = rows[k]
        if k in still.gone:
            continue
        still.gone.add(k)
        inside = still.take(row.path, *_window(row))
        covered += len(inside)
        parts.append(max(_numbers(row), _added(rows[n] for n in inside), key=lambda n: n[1]))
    parts += [_numbers(r) for k, r in enumerate(rows) if k not in still.gone]
    return parts, covered, f"flows of {len(rows) - covered} happening(s) added" + (f", {covered} more are inside a running total" if covered else "")


def _window(row: EventDisplacement) -> tuple[date, date]:
    """The time a running total covers: from its own first day, or from the beginning where it names none but the day it was said on."""
    said = max((f.said for f in row.figures if f.said), default=None)
    end = max(row.end or date.min, said + timedelta(days=1) if said else date.min)
    long = row.start and row.end and (row.end - row.start).days > 1
    return (row.start if long and row.start else date.min), end


def _stock(rows: Sequence[EventDisplacement]) -> tuple[list[Numbers], int, str]:
    latest: dict[tuple[str, ...], EventDisplacement] = {}
    for row in sorted(rows, key=lambda r: (r.start or date.min, r.event)):
        latest[row.path[:2]] = row
    whole = [r for path, r in latest.items() if len(path) < 2]
    within = [r for path, r in sorted(latest.items()) if len(path) == 2]
    national, regional = _added(whole), _added(within)
    used = whole if whole and (not within or national[1] >= regional[1]) else within
    parts = [_numbers(r) for r in used]
    return parts, len(rows) - len(used), f"the latest stock of {len(used)} area(s), earlier ones and those of parts set aside"
