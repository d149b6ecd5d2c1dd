"""Which events no longer follow from the record after judgements and corrections, and all that is needed to join just those again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, select

from sijill.events import LONGEST, Component, Days, StrandName, joined_again, reach
from sijill.events.decide import claims_ruled
from sijill.records import Judgement, Told
from sijill.records.contract import from_json
from sijill.store import asking
from sijill.store import tables as t
from sijill.store.deriving import Growth, derived_at, growth, note, put
from sijill.store.rows import chunks


@dataclass(frozen=True, slots=True)
class Stale:
    """Components that are to be joined again because the record grew from `derived_at` to `growth`; the claims and judgements to do it with.

    `strands`: theirs, but for those of the reports whose claims `changed`.
    """

    derived_at: Growth
    growth: Growth
    components: frozenset[str]
    changed: frozenset[str]
    strands: frozenset[StrandName]
    told: tuple[Told, ...]
    judgements: tuple[Judgement, ...]

    def joined_again(self) -> tuple[Component, ...]:
        """What stands in their place."""
        return tuple(joined_again(self.told, self.judgements, self.changed, self.strands))


def stale(connection: Connection) -> Stale | None:
    """What the judgements and corrections since touch; None where that cannot be told: events were never made, or reports came in or were read again."""
    before, now = derived_at(connection, t.events.name), growth(connection)
    if before is None or before.readings != now.readings:
        return None
    changed = set(connection.execute(select(t.corrections.c.report).where(t.corrections.c.seq > before.corrections)).scalars())
    judgements = tuple(asking.judgements(connection, asking.NOW))
    fresh = set(connection.execute(select(t.corrections.c.id).where(t.corrections.c.seq > before.corrections)).scalars())
    bound = {subject for judgement in judgements if fresh.intersection(judgement.subjects) for subject in judgement.subjects}
    touched = changed | reports_of(connection, _ruled(connection, before.judgements) | bound)
    components = set[str]()
    for some in chunks(sorted(touched)):
        held = connection.execute(select(t.strands.c.report, t.strands.c.component).where(t.strands.c.report.in_(some))).all()
        if {row.report for row in held} != set(some):
            return None
        components |= {row.component for row in held}
    components |= _within(connection, reach(tuple(asking.told_in(connection, changed))))
    strands = _strands(connection, components)
    return Stale(
        before, now, frozenset(components), frozenset(changed), frozenset(s for s in strands if s[0] not in changed),
        tuple(asking.told_in(connection, changed | {report for report, _ in strands})), judgements,
    )  # fmt: skip


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


def _within(connection: Connection, wanted: Iterable[Days]) -> set[str]:
    """Components with a strand that is held under any of these days."""
    s = t.strands.c
    found = set[str]()
    for first, last in _merged(wanted):
        near: ColumnElement[bool] = (s.held_from <= last) & (s.held_from >= first - LONGEST) & (s.held_to >= first)
        found.update(connection.execute(select(s.component).where(near).distinct()).scalars())
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
    note(connection, t.events.name, was.growth)
    for some in chunks(sorted(was.components)):
        for table in (t.events, t.strands):
            connection.execute(delete(table).where(table.c.component.in_(some)))
    put(connection, new)
    return True
