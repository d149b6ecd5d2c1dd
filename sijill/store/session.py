"""The store at work: what may be appended, what is replaced, and what can be asked for, now or as it was known at a moment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from types import TracebackType
from typing import Self

from sqlalchemy import select

from sijill.errors import StoreError
from sijill.events import Component, Origins
from sijill.records import Event, Judgement, Reading, Report, Told
from sijill.situation import Outlook
from sijill.store import adding, asking, deriving
from sijill.store.adding import Outcome
from sijill.store.asking import Tally
from sijill.store.corrections import Corrected, Correction, corrected
from sijill.store.deriving import Growth
from sijill.store.rows import EVERYTHING, Wanted, chunks, event_of
from sijill.store.stale import Stale, replace_stale, reports_of, stale
from sijill.store.tables import events, strands
from sijill.store.transactions import Database

BATCH = 256
"""Reports a transaction of `add_many`: large enough that the disk is not waited for, small enough that others may write in between."""


def _stamp(at: datetime) -> str:
    """A moment as text of one width that sorts. ValueError if it names no zone."""
    if at.tzinfo is None:
        raise ValueError(f"a moment names its zone, unlike {at}")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


class Store:
    """An open store. Its methods may be called from several threads; each is one transaction."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    @property
    def name(self) -> str:
        """Its path or address, without a password."""
        return self._database.name

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file or server."""
        self._database.engine.dispose()

    def _moment(self) -> str:
        return _stamp(self._now())

    def add(self, report: Report, reading: Reading, reader: str = "") -> bool:
        """Takes in a report and its first reading; False if that report is in already, which changes nothing.

        `reader` names the model that read it. StoreError if the id is in with another text; ValueError if the reading is not of this report.
        """
        (outcome,) = self.add_many([(report, reading)], reader)
        if outcome == "clash":
            raise StoreError(f"report {report.id!r} is in the store with another text", "a report is never edited: give the other text an id of its own")
        return outcome == "added"

    def add_many(self, pairs: Iterable[tuple[Report, Reading]], reader: str = "", batch: int = BATCH) -> Iterator[Outcome]:
        """Takes in many, `batch` reports a transaction; the outcome of each comes once it is on the disk. "clash": the id is in with another text."""
        remaining = iter(pairs)
        while taken := list(islice(remaining, batch)):
            with self._database.writing() as connection:
                outcomes = adding.add(connection, taken, reader, self._moment())
            yield from outcomes

    def reread(self, reading: Reading, reader: str = "") -> bool:
        """Takes in a later reading of a report, which becomes the current one; the earlier stay. False if it is what the current one says.

        StoreError if the report is not in; ValueError if the reading does not fit it.
        """
        with self._database.writing() as connection:
            return adding.reread(connection, reading, reader, self._moment())

    def correct(self, correction: Correction) -> None:
        """Takes in a claim by the desk in the place of another. StoreError if that one is unknown or corrected already."""
        with self._database.writing() as connection:
            adding.correct(connection, correction, self._moment())

    def judge(self, judgement: Judgement) -> None:
        """Takes down a judgement; the same one twice changes nothing. StoreError if it is about claims or judgements that are not in the store."""
        with self._database.writing() as connection:
            adding.judge(connection, judgement, self._moment())

    def known(self, ids: Sequence[str]) -> Mapping[str, str]:
        """SHA-256 of the texts of those of `ids` that are in."""
        with self._database.reading() as connection:
            return adding.known(connection, ids)

    def report(self, report: str) -> Report | None:
        """The report of that id."""
        with self._database.reading() as connection:
            return next(asking.reports(connection, report), None)

    def reports(self) -> Iterator[Report]:
        """All reports, by id."""
        with self._database.reading() as connection:
            yield from asking.reports(connection)

    def tallies(self) -> Mapping[str, Tally]:
        """Report id → how much its current reading holds, for every report."""
        with self._database.reading() as connection:
            return asking.tallies(connection)

    def origins(self) -> Mapping[str, str]:
        """Report id → the independent origin it belongs to, as last derived. A report that is missing here is its own origin."""
        with self._database.reading() as connection:
            return asking.origins(connection)

    def reading(self, report: str) -> Reading | None:
        """The current reading of a report, the desk's corrections in it."""
        with self._database.reading() as connection:
            return next(asking.readings(connection, report), None)

    def readings(self) -> Iterator[Reading]:
        """The current reading of every report, by report id, the desk's corrections in it."""
        with self._database.reading() as connection:
            yield from asking.readings(connection)

    def told(self, wanted: Wanted = EVERYTHING, known: datetime | None = None) -> tuple[Told, ...]:
        """The current claims, or those that had been taken down by the moment `known`, by report id, then in the reading's order."""
        with self._database.reading() as connection:
            return tuple(asking.told(connection, wanted, _stamp(known) if known else asking.NOW))

    def judgements(self, known: datetime | None = None) -> tuple[Judgement, ...]:
        """What people decided up to a moment, in the order that it was taken down. Subjects are named as they now stand: a corrected claim by its correction."""
        with self._database.reading() as connection:
            return tuple(asking.judgements(connection, _stamp(known) if known else asking.NOW))

    def corrections(self, report: str | None = None) -> tuple[Corrected, ...]:
        """The desk's corrections, in the order that they were taken down, of all reports or of one, each with the claim that it replaced."""
        with self._database.reading() as connection:
            return tuple(corrected(connection, report))

    def keep_outlooks(self, issued: Sequence[Outlook]) -> int:
        """Takes down outlooks, to be scored later; those that are in already (by id) stay as they are. How many came in."""
        with self._database.writing() as connection:
            return adding.keep_outlooks(connection, issued, self._moment())

    def outlooks(self) -> tuple[Outlook, ...]:
        """The outlooks that were kept, in the order that they came in."""
        with self._database.reading() as connection:
            return tuple(asking.outlooks(connection))

    def growth(self) -> Growth:
        """How far the record has grown: what is derived from what is read after this names it, so that it never replaces something newer."""
        with self._database.reading() as connection:
            return deriving.growth(connection)

    def replace_origins(self, new: Origins, derived_at: Growth | None = None) -> bool:
        """Puts the origins of all reports in the place of all earlier ones. False, and nothing is changed, if those are derived from a later record."""
        with self._database.writing() as connection:
            return deriving.replace_origins(connection, new, derived_at)

    def replace_events(self, new: Iterable[Component], derived_at: Growth | None = None) -> bool:
        """Puts the events of these components in the place of all earlier ones; whoever reads meanwhile sees the old or the new, never a mixture.

        False, and nothing is changed, if those in place are derived from a later record than `derived_at`.
        """
        with self._database.writing() as connection:
            return deriving.replace_events(connection, new, derived_at)

    def stale(self) -> Stale | None:
        """What has changed since the events were made, with all that is needed to join just that again.

        None where only all can be joined again: events were never made, or much came in or was read again since.
        """
        with self._database.reading() as connection:
            return stale(connection)

    def replace_stale(self, was: Stale, new: Sequence[Component]) -> bool:
        """Puts components in the place of those that were stale. False, and nothing is changed, if others made events since."""
        with self._database.writing() as connection:
            return replace_stale(connection, was, new)

    def events(self) -> tuple[Event, ...]:
        """The events as last joined, by the day they happened, then id; those without any day last."""
        asked = select(events.c.json).order_by(events.c.first_day.is_(None), events.c.first_day, events.c.id)
        with self._database.reading() as connection:
            return tuple(event_of(row.json) for row in connection.execute(asked))

    def events_holding(self, claims: Collection[str]) -> tuple[Event, ...]:
        """The events that hold any of these claims, by id, without a look at the others."""
        found: dict[str, Event] = {}
        with self._database.reading() as connection:
            for some in chunks(sorted(reports_of(connection, claims))):
                near = select(strands.c.component).where(strands.c.report.in_(some))
                held = connection.execute(select(events.c.json).where(events.c.component.in_(near))).scalars()
                found.update((event.id, event) for event in map(event_of, held))
        wanted = frozenset(claims)
        return tuple(e for _, e in sorted(found.items()) if any(ref.claim in wanted for ref in e.claims))

    def event(self, event: str) -> Event | None:
        """The event of that id."""
        with self._database.reading() as connection:
            found = connection.execute(select(events.c.json).where(events.c.id == event)).scalar_one_or_none()
            return event_of(found) if found else None
