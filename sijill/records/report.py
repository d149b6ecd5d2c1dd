"""A report as it came in, and its sentences."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from sijill.records.values import Span


def day_of(stamp: str) -> date:
    """The calendar day of an ISO 8601 date or date-time, as written (no shift between time zones). ValueError if it is none."""
    day = datetime.fromisoformat(stamp).date() if len(stamp) > 10 else date.fromisoformat(stamp)
    if not 1800 <= day.year <= 2200:
        raise ValueError(f"year {day.year} is outside 1800–2200")
    return day


def moment_of(stamp: str) -> datetime | None:
    """The moment of an ISO 8601 date-time, one without a zone taken as UTC; None for a mere date."""
    if len(stamp) <= 10:
        return None
    moment = datetime.fromisoformat(stamp)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Report:
    """A text that somebody published. `text` is immutable: every offset of every claim points into it.

    `published` is an ISO 8601 date or date-time; without it, relative dates in the text stay words.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if not self.id or not self.text.strip():
            raise ValueError("a report has an id and a text")
        if self.published is not None:
            try:
                day_of(self.published)
            except ValueError as wrong:
                raise ValueError(f"published {self.published!r} is no ISO 8601 date ({wrong})") from None

    @property
    def day(self) -> date | None:
        """The day of publication, or None."""
        return day_of(self.published) if self.published else None

    @property
    def moment(self) -> datetime | None:
        """The moment of publication, None where no hour is told."""
        return moment_of(self.published) if self.published else None

    @property
    def sha256(self) -> str:
        """Hex SHA-256 of the text's UTF-8: what the store proves identity by."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


SentenceKind = Literal["title", "heading", "body"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or heading of a report: its place in the order, its range, and the paragraph it stands in."""

    index: int
    start: int
    end: int
    paragraph: int
    kind: SentenceKind

    def __post_init__(self) -> None:
        Span(self.start, self.end)
