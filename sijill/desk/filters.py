"""The query of a list page's URL and what it lets through. The URL is the query: a filtered list can be kept, sent, and fetched as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, cast, get_args
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from sijill.errors import InputError
from sijill.knowledge.folding import fold
from sijill.records import CLAIM_TYPES, Event, Report
from sijill.situation.control import PlaceControl
from sijill.situation.displacement import EventDisplacement

EventState = Literal["open", "draft", "confirmed", "rejected", "all"]
EventOrder = Literal["newest", "oldest", "toll", "sources"]
ControlState = Literal["", "held", "contested", "unknown"]
ReportOrder = Literal["newest", "oldest", "claims", "skips"]


def _code(query: QueryParams, key: str, allowed: tuple[str, ...], otherwise: str) -> str:
    given = query.get(key) or otherwise
    if given not in allowed:
        raise InputError(key, f"{given[:40]!r} is none of its values", f"use {', '.join(allowed)}")
    return given


def _day(query: QueryParams, key: str) -> date | None:
    given = (query.get(key) or "").strip()
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise InputError(key, f"{given[:40]!r} is no date", "write it as 2024-11-27") from None


def _page(query: QueryParams) -> int:
    given = query.get("page") or "1"
    if not given.isdecimal() or not 1 <= int(given[:9]) <= 10**6:
        raise InputError("page", f"{given[:40]!r} is no page number", "count from 1")
    return int(given)


def _says(words: str, *values: str | None) -> bool:
    """Whether the words, folded, stand in one of the values."""
    wanted = fold(words)
    return not wanted or any(wanted in fold(value) for value in values if value)


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
    def of(cls, query: QueryParams) -> EventFilter:
        """From a URL's query. InputError names the key that cannot be used."""
        return cls(
            type=_code(query, "type", ("", *CLAIM_TYPES), ""),
            place=query.get("place", "").strip(),
            actor=query.get("actor", "").strip(),
            since=_day(query, "since"),
            until=_day(query, "until"),
            state=cast(EventState, _code(query, "state", get_args(EventState), "open")),
            disputed=_code(query, "disputed", ("", "0", "1"), "") == "1",
            order=cast(EventOrder, _code(query, "order", get_args(EventOrder), "newest")),
            page=_page(query),
        )

    def query(self, page: int | None = None) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is filtered. Defaults are left out."""
        return _query(
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
            and _says(self.place, *(name for p in event.places for name in (p.name, p.mention.text, *p.admin)))
            and _says(self.actor, *(name for a in (*event.by, *event.to) for name in (a.name, a.mention.text, a.id)))
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
        return cls(
            words=query.get("words", "").strip(),
            outlet=query.get("outlet", "").strip(),
            since=_day(query, "since"),
            until=_day(query, "until"),
            skips=_code(query, "skips", ("", "0", "1"), "") == "1",
            order=cast(ReportOrder, _code(query, "order", get_args(ReportOrder), "newest")),
            page=_page(query),
        )

    def query(self, page: int | None = None) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is filtered."""
        return _query(
            ("words", self.words), ("outlet", self.outlet), ("since", self.since), ("until", self.until), ("skips", "1" if self.skips else ""),
            ("order", self.order if self.order != "newest" else ""), ("page", page if page and page > 1 else ""),
        )  # fmt: skip

    def lets(self, report: Report) -> bool:
        """Whether the report is in, its skips apart."""
        day = report.day
        return (
            (_says(self.words, report.title, report.id) or self.words.casefold() in report.text.casefold())
            and _says(self.outlet, report.outlet)
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
        state = cast(ControlState, _code(query, "state", get_args(ControlState), ""))
        return cls(_day(query, "on"), _day(query, "known"), query.get("place", "").strip(), query.get("holder", "").strip(), state)

    def query(self) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is asked."""
        return _query(("on", self.on), ("known", self.known), ("place", self.place), ("holder", self.holder), ("state", self.state))

    def lets(self, row: PlaceControl) -> bool:
        """Whether the place is in."""
        return (
            (not self.state or row.state == self.state)
            and _says(self.place, row.place.name, row.place.mention.text, *row.place.admin)
            and _says(self.holder, row.last_holder, *row.contenders)
        )


@dataclass(frozen=True, slots=True)
class DisplacementFilter:
    """Which happenings the table of displacement shows: by area and by first day."""

    place: str
    since: date | None
    until: date | None

    @classmethod
    def of(cls, query: QueryParams) -> DisplacementFilter:
        """From a URL's query. InputError names the key that cannot be used."""
        return cls(query.get("place", "").strip(), _day(query, "since"), _day(query, "until"))

    def query(self) -> str:
        """The same as a URL's query, with its question mark; empty where nothing is asked."""
        return _query(("place", self.place), ("since", self.since), ("until", self.until))

    def lets(self, row: EventDisplacement) -> bool:
        """Whether the row is in. One without a day is out as soon as a day is wanted."""
        names = [name for f in row.figures for p in (*f.origin, *f.destination) for name in (p.name, p.mention.text)]
        return (
            _says(self.place, *row.path, *names)
            and (self.since is None or (row.end is not None and row.end > self.since))
            and (self.until is None or (row.start is not None and row.start <= self.until))
        )


def _query(*pairs: tuple[str, object]) -> str:
    given = [(key, str(value)) for key, value in pairs if value not in ("", None)]
    return f"?{urlencode(given)}" if given else ""
