"""Which events no longer follow from the record after it grew, and all that is needed to join just those again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import ColumnElement, Connection, delete, func, select

from sijill.events import LONGEST, Component, Days, Held, StrandName, joined_again, reach
from sijill.events.decide import claims_ruled
from sijill.records import Judgement, Told
from sijill.records.contract import from_json
from sijill.store import asking
from sijill.store import tables as t
from sijill.store.deriving import Growth, derived_at, growth, note, put
from sijill.store.rows import chunks
from sijill.store.tying import Tying, put_tying, tying

SHARE = 8
"""Where more than one in so many reports came in or were read again, all is joined again: it costs no more."""


@dataclass(frozen=True, slots=True)
class Stale:
    """Components that are to be joined again because the record grew from `derived_at` to `growth`; the claims and judgements to do it with.

    `strands`: theirs, but for those of the reports whose claims `changed`. `tying`: how the origins change by reports that came in.
    """

    derived_at: Growth
    growth: Growth
    components: frozenset[str]
    changed: frozenset[str]
    strands: frozenset[StrandName]
    tying: Tying
    told: tuple[Told, ...]
    judgements: tuple[Judgement, ...]

    def joined_again(self) -> tuple[Component, ...]:
        """What stands in their place."""
        return tuple(joined_again(self.told, self.judgements, self.changed, self.strands))


def stale(connection: Connection) -> Stale | None:
    """What reports, readings, judgements and corrections since touch; None where that cannot be told: events were never made, or much came in."""
    before, now = derived_at(connection, t.events.name), growth(connection)
    if before is None or derived_at(connection, t.origins.name) is None:
        return None
    read = _read(connection, before.readings)
    if len(read) * SHARE > connection.execute(select(func.count()).select_from(t.reports)).scalar_one():
        return None
    change = tying(connection, _new(connection, read, before.readings))
    corrected = set(connection.execute(select(t.corrections.c.report).where(t.corrections.c.seq > before.corrections)).scalars())
    changed = read | corrected
    judgements = tuple(asking.judgements(connection, asking.NOW))
    told = tuple(asking.told_in(connection, changed))
    fresh = {one.claim.id for one in told}
    bound = {subject for judgement in judgements if fresh.intersection(judgement.subjects) for subject in judgement.subjects}
    ruled = corrected | reports_of(connection, _ruled(connection, before.judgements) | bound)
    components = _of(connection, ruled | read | set(change.of)) | _within(connection, reach(told))
    strands = frozenset(s for s in _strands(connection, components) if s[0] not in changed)
    beside = asking.told_in(connection, {report for report, _ in strands} - changed)
    return Stale(
        before, now, frozenset(components), frozenset(changed), strands, change,
        tuple(replace(one, origin=change.of.get(one.report, one.origin)) for one in (*told, *beside)), judgements,
    )  # fmt: skip


def _read(connection: Connection, after: int) -> set[str]:
    """The reports of readings after that number."""
    return set(connection.execute(select(t.readings.c.report).where(t.readings.c.seq > after)).scalars())


def _new(connection: Connection, reports: Collection[str], after: int) -> set[str]:
    """Those of the reports that were read for the first time after the reading of that number."""
    known = set[str]()
    for some in chunks(sorted(reports)):
        known.update(connection.execute(select(t.readings.c.report).where(t.readings.c.seq <= after, t.readings.c.report.in_(some))).scalars())
    return set(reports) - known


def _of(connection: Connection, reports: Collection[str]) -> set[str]:
    """The components that hold a strand of these reports."""
    found = set[str]()
    for some in chunks(sorted(reports)):
        found.update(connection.execute(select(t.strands.c.component).where(t.strands.c.report.in_(some)).distinct()).scalars())
    return found


def _ruled(connection: Connection, after: int) -> set[str]:
    """The claims that judgements after that number are about, as they were named when these were taken down."""
    made = [(row.seq, from_json(row.json, Judgement)) for row in connection.execute(select(t.judgements.c.seq, t.judgements.c.json))]
    return claims_ruled((judgement for _, judgement in made), (judgement.id for seq, judgement in made if seq > after))


def reports_of(connection: Connection, claims: Collection[str]) -> set[str]:
    """The reports that hold, or held, these claims."""
    found = set[str]()
    for some in chunks(sorted(claims)):
        read = select(t.readings.c.report).join(t.claims, t.claims.c.reading == t.readings.c.seq).where(t.claims.c.id.in_(some))
        found.update(connection.execute(read.distinct()).scalars())
        found.update(connection.execute(select(t.corrections.c.report).where(t.corrections.c.id.in_(some))).scalars())
    return found


def _within(connection: Connection, wanted: Sequence[Held]) -> set[str]:
    """Components with a strand that is held under a day and a key of one of these."""
    s = t.strands.c
    keys = np.array(sorted(frozenset().union(*(one.keys for one in wanted))), "<u4")
    found = set[str]()
    for first, last in _merged(one.days for one in wanted):
        near: ColumnElement[bool] = (s.held_from <= last) & (s.held_from >= first - LONGEST) & (s.held_to >= first)
        rows = connection.execute(select(s.component, s.held_keys).where(near)).all()
        held = np.isin(np.frombuffer(b"".join(row.held_keys for row in rows), "<u4"), keys)
        ends = np.cumsum([len(row.held_keys) // 4 for row in rows])
        shared = np.flatnonzero(held)
        found.update(rows[n].component for n in np.unique(np.searchsorted(ends, shared, side="right")))
    return found


def _merged(wanted: Iterable[Days]) -> list[Days]:
    """The same days, stretches that meet as one."""
    out: list[Days] = []
    for first, last in sorted(wanted):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return out


def _strands(connection: Connection, components: Collection[str]) -> set[StrandName]:
    s = t.strands.c
    found = set[StrandName]()
    for some in chunks(sorted(components)):
        found.update((row.report, row.number) for row in connection.execute(select(s.report, s.number).where(s.component.in_(some))))
    return found


def replace_stale(connection: Connection, was: Stale, new: Sequence[Component]) -> bool:
    """Components in the place of those that were stale; False if other events than those they belong to are in place meanwhile."""
    if derived_at(connection, t.events.name) != was.derived_at:
        return False
    for table in (t.origins, t.events):
        note(connection, table.name, was.growth)
    put_tying(connection, was.tying)
    for some in chunks(sorted(was.components)):
        for table in (t.events, t.strands):
            connection.execute(delete(table).where(table.c.component.in_(some)))
    put(connection, new)
    return True
