"""Which days a store knows of, so that a page without rows can say why it has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sijill.records import Event, Told


@dataclass(frozen=True, slots=True)
class Reach:
    """How many claims there are, and the days of the first and the newest dated report (None where no report is dated)."""

    claims: int
    first: date | None
    last: date | None


def reach_of(told: Sequence[Told]) -> Reach:
    """The reach of these claims."""
    days = [t.published for t in told if t.published]
    return Reach(len(told), min(days, default=None), max(days, default=None))


def newest(told: Sequence[Told], events: Sequence[Event]) -> date:
    """The day of the newest report; of the newest event where no report is dated; else today's."""
    days = [t.published for t in told if t.published] or [e.when.end - timedelta(days=1) for e in events if e.when]
    return max(days, default=date.today())
