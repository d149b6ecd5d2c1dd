"""What follows from the record: origins and events, each with how far the record had grown when it was derived."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, astuple, dataclass

from sqlalchemy import Connection, Table, delete, func, insert, select

from sijill.events import Component, Origins
from sijill.store import tables as t
from sijill.store.rows import Values, event_values, strand_values
from sijill.store.tying import replace_all


@dataclass(frozen=True, slots=True, order=True)
class Growth:
    """How far the record has grown: the last number of its readings, corrections and judgements. It only ever increases."""

    readings: int = 0
    corrections: int = 0
    judgements: int = 0


def growth(connection: Connection) -> Growth:
    """How far the record has grown by now."""
    return Growth(*(connection.execute(select(func.max(table.c.seq))).scalar_one() or 0 for table in (t.readings, t.corrections, t.judgements)))


def derived_at(connection: Connection, name: str) -> Growth | None:
    """From how grown a record a derived table comes; None if it was never made."""
    row = connection.execute(select(t.derived).where(t.derived.c.name == name)).one_or_none()
    return Growth(row.readings, row.corrections, row.judgements) if row else None


def note(connection: Connection, name: str, at: Growth) -> None:
    """Takes down from how grown a record a derived table comes."""
    connection.execute(delete(t.derived).where(t.derived.c.name == name))
    connection.execute(insert(t.derived).values(name=name, **asdict(at)))


def _lets(connection: Connection, name: str, at: Growth | None) -> Growth | None:
    """The growth that what is put in place comes from; None if what is there comes from a record that had grown further."""
    new, old = at or growth(connection), derived_at(connection, name)
    return None if old is not None and any(was > now for was, now in zip(astuple(old), astuple(new), strict=True)) else new


def replace_origins(connection: Connection, new: Origins, at: Growth | None) -> bool:
    """The origins of all reports."""
    grown = _lets(connection, t.origins.name, at)
    if grown is None:
        return False
    note(connection, t.origins.name, grown)
    replace_all(connection, new)
    return True


def replace_events(connection: Connection, new: Iterable[Component], at: Growth | None) -> bool:
    """The events and strands of all components."""
    grown = _lets(connection, t.events.name, at)
    if grown is None:
        return False
    note(connection, t.events.name, grown)
    for table in (t.events, t.strands):
        connection.execute(delete(table))
    put(connection, new)
    return True


def put(connection: Connection, components: Iterable[Component]) -> None:
    """Rows of components that are not there yet."""
    events: list[Values] = []
    strands: list[Values] = []
    for component in components:
        name = component.name
        events += [event_values(event, name) for event in component.events]
        strands += [strand_values(strand, days, name) for strand, days in component.strands]
    _insert(connection, t.events, events)
    _insert(connection, t.strands, strands)


def _insert(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    if rows:
        connection.execute(insert(table), rows)
