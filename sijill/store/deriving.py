"""What is replaced as a whole: origins and events, each with how far the record had grown when it was derived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

from sqlalchemy import Connection, Table, delete, func, insert, select

from sijill.records import Event
from sijill.store import tables as t
from sijill.store.rows import Values, event_values


@dataclass(frozen=True, slots=True, order=True)
class Growth:
    """How far the record has grown: the last number of its readings, corrections and judgements. It only ever increases."""

    readings: int = 0
    corrections: int = 0
    judgements: int = 0


def growth(connection: Connection) -> Growth:
    """How far the record has grown by now."""
    return Growth(*(connection.execute(select(func.max(table.c.seq))).scalar_one() or 0 for table in (t.readings, t.corrections, t.judgements)))


def _replace(connection: Connection, table: Table, rows: Sequence[Values], derived_at: Growth | None) -> bool:
    """Puts rows in the place of all earlier ones, unless those were derived from a record that had grown further."""
    at = derived_at or growth(connection)
    before = connection.execute(select(t.derived).where(t.derived.c.name == table.name)).one_or_none()
    if before is not None and any(old > new for old, new in zip((before.readings, before.corrections, before.judgements), astuple(at), strict=True)):
        return False
    connection.execute(delete(t.derived).where(t.derived.c.name == table.name))
    connection.execute(insert(t.derived).values(name=table.name, readings=at.readings, corrections=at.corrections, judgements=at.judgements))
    connection.execute(delete(table))
    if rows:
        connection.execute(insert(table), rows)
    return True


def replace_origins(connection: Connection, origin_of: Mapping[str, str], derived_at: Growth | None) -> bool:
    """Report id → origin, for all reports that are not their own origin."""
    rows: list[Values] = [{"report": report, "origin": origin} for report, origin in sorted(origin_of.items()) if report != origin]
    return _replace(connection, t.origins, rows, derived_at)


def replace_events(connection: Connection, new: Sequence[Event], derived_at: Growth | None) -> bool:
    """The events, in the order that joining gave them."""
    return _replace(connection, t.events, [event_values(e, rank) for rank, e in enumerate(new)], derived_at)
