"""The query of a list page's URL and what it lets through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, cast, get_args

from starlette.datastructures import QueryParams

from sijill.desk.asked import as_query, code, day, days, only, page_number, says
from sijill.records import CLAIM_TYPES, Event, Report
from sijill.situation.control import PlaceControl
from sijill.situation.displacement import EventDisplacement

EventState = Literal["open", "draft", "confirmed", "rejected", "all"]
EventOrder = Literal["newest", "oldest", "toll", "sources"]
ControlState = Literal["", "held", "contested", "unknown"]
ReportOrder = Literal["newest", "oldest", "claims", "skips"]
EVENT_KEYS = ("type", "place", "actor", "since", "until", "state", "disputed", "order", "page")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events a list or map shows. `since` and `until` are first and last day; an event is in if its days touch them."""

    type: str
    place: str
    actor: str
    since: date | None
    until: date | None
    state: EventState
    disputed: bool
    order: EventOrder
    page: int

    @classmethod
    def of(cls, query: QueryParams, *others: str) -> EventFilter:
        """From a URL's query, in which the caller looks at `others`. InputError names the key that cannot be used."""
        only(query, *EVENT_KEYS, *others)
        since, until = days(query)
        return cls(
            type=code(query, "type", ("", *CLAIM_TYPES), ""),
            place=query.get("place", "").strip(),
            actor=query.get("actor", "").strip(),
            since=since,
            until=until,
            state=cast(EventState, code(query, "state", get_args(EventState), "open")),
            disputed=code(query, "disputed", ("", "0", "1"), "") == "1",
            order=cast(EventOrder, code(query, "order", get_args(EventOrder), "newest")),
            page=page_number(query),
        )

    def query(self, page: int | None = None) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is filtered. Defaults are left out."""
        return as_query(*self.pairs(page))

    def pairs(self, page: int | None = None) -> tuple[tuple[str, object], ...]:
        """The same as keys and values, for a list that asks for more than this."""
        return (
            ("type", self.type), ("place", self.place), ("actor", self.actor), ("since", self.since), ("until", self.until),
            ("state", self.state if self.state != "open" else ""), ("disputed", "1" if self.disputed else ""),
            ("order", self.order if self.order != "newest" else ""), ("page", page if page and page > 1 else ""),
        )  # fmt: skip

    def dateless(self) -> EventFilter:
        """The same without its days."""
        return replace(self, since=None, until=None)

    def lets(self, event: Event) -> bool:
        """Whether the event is in, its days apart."""
        return (
            (self.state in ("all", event.status) or (self.state == "open" and event.status != "rejected"))
            and (not self.type or event.type == self.type)
            and (not self.disputed or bool(event.disputes))
            and says(self.place, *(name for p in event.places for name in (p.name, p.mention.text, *p.admin)))
            and says(self.actor, *(name for a in (*event.by, *event.to) for name in (a.name, a.mention.text, a.id)))
        )

    def in_time(self, event: Event) -> bool:
        """Whether the event's days touch the wanted ones. An event without a day is out as soon as a day is wanted."""
        if event.when is None:
            return self.since is None and self.until is None
        return (self.since is None or event.when.end > self.since) and (self.until is None or event.when.start <= self.until)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The events that a filter lets through, and how many more it would but for their missing day."""

    events: tuple[Event, ...]
    undated_left_out: int


def choose(wanted: EventFilter, events: Iterable[Event]) -> Chosen:
    """The events that are in, in the order that they came."""
    matching = [e for e in events if wanted.lets(e)]
    inside = tuple(e for e in matching if wanted.in_time(e))
    return Chosen(inside, sum(e.when is None for e in matching) - sum(e.when is None for e in inside))


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which reports a list shows: words in title, text or id; outlet; days of publication; only those with skips."""

    words: str
    outlet: str
    since: date | None
    until: date | None
    skips: bool
    order: ReportOrder
    page: int

    @classmethod
    def of(cls, query: QueryParams) -> ReportFilter:
        """From a URL's query. InputError names the key that cannot be used."""
        only(query, "words", "outlet", "since", "until", "skips", "order", "page")
        since, until = days(query)
        return cls(
            words=query.get("words", "").strip(),
            outlet=query.get("outlet", "").strip(),
            since=since,
            until=until,
            skips=code(query, "skips", ("", "0", "1"), "") == "1",
            order=cast(ReportOrder, code(query, "order", get_args(ReportOrder), "newest")),
            page=page_number(query),
        )

    def query(self, page: int | None = None) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is filtered."""
        return as_query(
            ("words", self.words), ("outlet", self.outlet), ("since", self.since), ("until", self.until), ("skips", "1" if self.skips else ""),
            ("order", self.order if self.order != "newest" else ""), ("page", page if page and page > 1 else ""),
        )  # fmt: skip

    def lets(self, report: Report) -> bool:
        """Whether the report is in, its skips apart."""
        day = report.day
        return (
            (says(self.words, report.title, report.id) or self.words.casefold() in report.text.casefold())
            and says(self.outlet, report.outlet)
            and (self.since is None or (day is not None and day >= self.since))
            and (self.until is None or (day is not None and day <= self.until))
        )


@dataclass(frozen=True, slots=True)
class ControlFilter:
    """Which day, with what was known by when, and which places the table of control shows. No day: that of the newest report."""

    on: date | None
    known: date | None
    place: str
    holder: str
    state: ControlState

    @classmethod
    def of(cls, query: QueryParams) -> ControlFilter:
        """From a URL's query. InputError names the key that cannot be used."""
        only(query, "on", "known", "place", "holder", "state")
        state = cast(ControlState, code(query, "state", get_args(ControlState), ""))
        return cls(day(query, "on"), day(query, "known"), query.get("place", "").strip(), query.get("holder", "").strip(), state)

    def query(self) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is asked."""
        return as_query(("on", self.on), ("known", self.known), ("place", self.place), ("holder", self.holder), ("state", self.state))

    def now(self) -> ControlFilter:
        """The same as known now."""
        return replace(self, known=None)

    def lets(self, row: PlaceControl) -> bool:
        """Whether the place is in."""
        return (
            (not self.state or row.state == self.state)
            and says(self.place, row.place.name, row.place.mention.text, *row.place.admin)
            and says(self.holder, row.last_holder, *row.contenders)
        )


@dataclass(frozen=True, slots=True)
class DisplacementFilter:
    """Which happenings the table of displacement shows: by area and by days, as known on a day."""

    place: str
    since: date | None
    until: date | None
    known: date | None

    @classmethod
    def of(cls, query: QueryParams) -> DisplacementFilter:
        """From a URL's query. InputError names the key that cannot be used."""
        only(query, "place", "since", "until", "known")
        return cls(query.get("place", "").strip(), *days(query), day(query, "known"))

    def query(self) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is asked."""
        return as_query(("place", self.place), ("since", self.since), ("until", self.until), ("known", self.known))

    def now(self) -> DisplacementFilter:
        """The same as known now."""
        return replace(self, known=None)

    def lets(self, row: EventDisplacement) -> bool:
        """Whether the row is in. One without a day is out as soon as a day is wanted."""
        names = [name for f in row.figures for p in (*f.origin, *f.destination) for name in (p.name, p.mention.text)]
        return (
            says(self.place, *row.path, *names)
            and (self.since is None or (row.end is not None and row.end > self.since))
            and (self.until is None or (row.start is not None and row.start <= self.until))
        )

