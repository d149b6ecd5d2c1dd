"""The filter of the pages whose rows are happenings, and a happening in short for their JSON and CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from starlette.datastructures import QueryParams

from sijill.desk.asked import as_query, code, day, only
from sijill.desk.filters import EVENT_KEYS, EventFilter
from sijill.records import ClaimType, Event, EventStatus


@dataclass(frozen=True, slots=True)
class Chosen:
    """The events that a filter lets through, and those that it would but for their missing day."""

    events: tuple[Event, ...]
    undated: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class HappeningFilter:
    """Which happenings a page shows: as the event list filters them, as known on a day, and by one code of the page's own, under its own key."""

    events: EventFilter
    known: date | None
    key: str
    choice: str

    @classmethod
    def of(cls, query: QueryParams, key: str, allowed: Sequence[str]) -> HappeningFilter:
        """From a URL's query. InputError names the key that cannot be used."""
        only(query, *(k for k in EVENT_KEYS if k != "order"), "known", key)
        return cls(EventFilter.of(query, "known", key), day(query, "known"), key, code(query, key, ("", *allowed), ""))

    @property
    def page(self) -> int:
        """The page of the list."""
        return self.events.page

    def query(self, page: int | None = None) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is asked."""
        return as_query(*self.events.pairs(page), ("known", self.known), (self.key, self.choice))

    def now(self) -> HappeningFilter:
        """The same as known now."""
        return replace(self, known=None)

    def with_choice(self, choice: str) -> HappeningFilter:
        """The same with another code of the page's own."""
        return replace(self, choice=choice)

    def choose(self, events: Sequence[Event]) -> Chosen:
        """The events that are in, newest first, undated last. Rejected ones are no part of the situation."""
        matching = [e for e in events if e.status != "rejected" and self.events.lets(e)]
        inside = [e for e in matching if self.events.in_time(e)]
        lacking = tuple(e for e in matching if e.when is None and not self.events.in_time(e))
        return Chosen(tuple(sorted(inside, key=lambda e: (e.when is None, -(e.when.start if e.when else date.min).toordinal(), e.id))), lacking)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in short. Days are first and last, both included."""

    id: str
    type: ClaimType
    status: EventStatus
    first_day: date | None
    last_day: date | None
    places: tuple[str, ...]


def happening_of(event: Event) -> Happening:
    """The event in short."""
    first, last = (event.when.start, event.when.end - timedelta(days=1)) if event.when else (None, None)
    return Happening(event.id, event.type, event.status, first, last, tuple(dict.fromkeys(p.name for p in event.places)))
