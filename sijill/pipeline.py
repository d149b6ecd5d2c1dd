"""The only glue: reports are read and added, later read again, and events are made of what the store then holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from time import monotonic
from typing import Literal, Protocol

from sijill.errors import KnowledgeError, SettingsError, SijillError
from sijill.events import found_origins, joined
from sijill.knowledge import Knowledge
from sijill.read import Propose, read
from sijill.records import Event, Reading, Report
from sijill.store import Store

AT_ONCE = 64
"""Reports a transaction, at most."""
LATEST_S = 0.25
"""Seconds after which what was read goes to the disk all the same."""


class Reader(Protocol):
    """Who reads; its readings are kept under its name."""

    @property
    def name(self) -> str:
        """Model and version."""
        ...

    def read(self, report: Report, /) -> Reading:
        """The reading of one report. SijillError where the model cannot be asked."""
        ...


@dataclass(frozen=True, slots=True)
class KnowingReader:
    """The reader that has this knowledge and asks the packaged model (`propose` None) or another at the same seam."""

    knowledge: Knowledge
    propose: Propose | None
    name: str

    def read(self, report: Report, /) -> Reading:
        """The reading of one report."""
        return read(report, self.knowledge, self.propose)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report. "clash": its id is in the store with another text; "unread": the reader failed, as `fault` says."""

    report: Report
    outcome: Literal["added", "same", "clash", "unread"]
    reading: Reading | None = None
    fault: SijillError | None = None


def add_reports(store: Store, reader: Reader, reports: Iterable[Report]) -> Iterator[Added]:
    """Reads and adds; each is told once it is on the disk. Reports that are in already are not read again. Not in the order that they came.

    A fault of the reader leaves its report unread; one of what it knows or how it is set up, which is a fault for every report, is raised.
    """
    remaining = iter(reports)
    while batch := list(islice(remaining, AT_ONCE)):
        in_store = store.known([report.id for report in batch])
        fresh: list[tuple[Report, Reading]] = []
        since = monotonic()
        for report in batch:
            if report.id in in_store:
                yield Added(report, "same" if in_store[report.id] == report.sha256 else "clash")
                continue
            try:
                fresh.append((report, reader.read(report)))
            except (KnowledgeError, SettingsError):
                raise
            except SijillError as fault:
                yield Added(report, "unread", fault=fault)
            if monotonic() - since > LATEST_S:
                yield from _kept(store, reader, fresh)
                fresh, since = [], monotonic()
        yield from _kept(store, reader, fresh)


def _kept(store: Store, reader: Reader, fresh: list[tuple[Report, Reading]]) -> Iterator[Added]:
    outcomes = store.add_many(fresh, reader.name) if fresh else ()
    for (report, reading), outcome in zip(fresh, outcomes, strict=True):
        yield Added(report, outcome, reading)


def reread_reports(store: Store, reader: Reader) -> Iterator[tuple[Report, bool]]:
    """Reads every report of the store again; whether that gave another reading. Earlier readings and all decisions stay."""
    for report in store.reports():
        yield report, store.reread(reader.read(report), reader.name)


def rebuild_events(store: Store) -> tuple[Event, ...]:
    """Makes origins and events anew from all claims and judgements. Where somebody decided more meanwhile, their newer events stay."""
    derived_at = store.growth()
    store.replace_origins(found_origins(store.reports()), derived_at)
    store.replace_events(tuple(joined(store.told(), store.judgements())), derived_at)
    return store.events()


def update_events(store: Store) -> None:
    """Makes the events what they would be made anew; only what reports, readings, judgements and corrections since touch is joined again.

    Where somebody decides meanwhile, this is done again, so that what is in place has both decisions.
    """
    while (stale := store.stale()) is not None:
        if stale.growth == stale.derived_at or store.replace_stale(stale, stale.joined_again()):
            return
    rebuild_events(store)
