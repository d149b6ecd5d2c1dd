"""Records ↔ rows: what each column of a row is taken from, and how a row becomes the record again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from sqlalchemy import ColumnElement, Row, and_, or_, true

from sijill.events import Held, StrandName
from sijill.records import Claim, Event, Place, Reading, Report, Skip, day_of, moment_of
from sijill.records.contract import from_json, to_json
from sijill.store.tables import claims

Values = dict[str, str | int | float | bytes | date | None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are asked for; the empty tuple and None ask for all.

    `first` to `last` are days, both included: a claim is in if its own days touch them, and out if it has none while a day is asked for.
    """

    types: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    reports: tuple[str, ...] = ()

    def lets(self, report: str, claim: Claim) -> bool:
        """Whether the claim is one of them."""
        start, end = days(claim)
        dated = (start is not None and end is not None) or (self.first is None and self.last is None)
        return (
            (not self.types or claim.type in self.types)
            and (not self.reports or report in self.reports)
            and dated
            and (self.first is None or end is None or end > self.first)
            and (self.last is None or start is None or start <= self.last)
        )

    def condition(self) -> ColumnElement[bool]:
        """The same for the claims table, their reports apart."""
        asked: list[ColumnElement[bool]] = [true()]
        if self.types:
            asked.append(or_(*(claims.c.type == t for t in self.types)))
        if self.first is not None:
            asked.append(claims.c.end_day > self.first)
        if self.last is not None:
            asked.append(claims.c.first_day <= self.last)
        return and_(*asked)


EVERYTHING = Wanted()
_AT_ONCE = 500
"""Values a query; every database takes so many."""


def chunks(values: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The values, as many at once as one query takes."""
    for at in range(0, len(values), _AT_ONCE):
        yield tuple(values[at : at + _AT_ONCE])


def days(of: Claim | Event) -> tuple[date | None, date | None]:
    """First day and the day after the last; both None where it is undated."""
    return (of.when.start, of.when.end) if of.when else (None, None)


def point(places: Sequence[Place]) -> tuple[float | None, float | None]:
    """lat, lon of the first located place where it happened, else of the first located one, else None twice."""
    located = [p for p in places if p.lat is not None]
    first = next((p for p in located if p.role == "at"), located[0] if located else None)
    return (first.lat, first.lon) if first else (None, None)


def report_values(report: Report, recorded: str) -> Values:
    """The row of a report. ValueError where its words hold what no database takes as text."""
    for words in (report.id, report.text, report.title, report.published, report.outlet, report.url, report.language):
        if words and ("\x00" in words or not _encodable(words)):
            raise ValueError("it holds a NUL character or half of a surrogate pair, which are no text")
    return {
        "id": report.id, "text": report.text, "sha256": report.sha256, "title": report.title, "published": report.published,
        "outlet": report.outlet, "url": report.url, "language": report.language, "day": report.day, "recorded": recorded,
    }  # fmt: skip


def _encodable(words: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in words) if not words.isascii() else True


def report_of(row: Row[tuple[str, ...]]) -> Report:
    """The report of a row."""
    r = row._mapping
    return Report(r["id"], r["text"], r["title"], r["published"], r["outlet"], r["url"], r["language"])


def reading_values(reading: Reading, reader: str, recorded: str) -> Values:
    """The row of a reading, its claims apart."""
    return {"report": reading.report, "reader": reader, "skips": to_json(reading.skips), "recorded": recorded}


def claim_values(claim: Claim, reading: int, rank: int) -> Values:
    """The row of a claim of a reading."""
    start, end = days(claim)
    lat, lon = point(claim.places)
    return {
        "reading": reading, "rank": rank, "id": claim.id, "type": claim.type, "modality": claim.modality,
        "first_day": start, "end_day": end, "lat": lat, "lon": lon, "json": to_json(claim),
    }  # fmt: skip


def event_values(event: Event, component: str) -> Values:
    """The row of an event."""
    start, end = days(event)
    lat, lon = point(event.places)
    return {
        "id": event.id, "component": component, "type": event.type, "status": event.status,
        "first_day": start, "end_day": end, "lat": lat, "lon": lon, "json": to_json(event),
    }  # fmt: skip


def strand_values(strand: StrandName, held: Held | None, component: str) -> Values:
    """The row of a strand."""
    row: Values = {"report": strand[0], "number": strand[1], "component": component, "held_from": None, "held_to": None, "held_keys": None}
    if held is not None:
        row |= {"held_from": held.days[0], "held_to": held.days[1], "held_keys": np.array(sorted(held.keys), "<u4").tobytes()}
    return row


def claim_of(json: str) -> Claim:
    """A claim from its column."""
    return from_json(json, Claim)


def skips_of(json: str) -> tuple[Skip, ...]:
    """The skips of a reading from their column."""
    return from_json(json, tuple[Skip, ...])


def event_of(json: str) -> Event:
    """An event from its column."""
    return from_json(json, Event)


def day(published: str | None) -> date | None:
    """The day of a report's publication."""
    return day_of(published) if published else None


def moment(published: str | None) -> datetime | None:
    """The moment of a report's publication, where it tells the hour."""
    return moment_of(published) if published else None
