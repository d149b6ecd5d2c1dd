"""One table of all that the voices differ on, over many events: about what, where and when, and who says what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sijill.records import ClaimType, Dispute, Event, EventStatus, Position
from sijill.records.event import DisputeAbout


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One dispute of one event, with enough of the event to be read alone. `voices` differ in what they say; each position leads to its claim."""

    event: str
    status: EventStatus
    type: ClaimType
    about: DisputeAbout
    places: tuple[str, ...]
    start: date | None
    voices: int
    positions: tuple[Position, ...]
    why: str


def disputes(events: Iterable[Event]) -> tuple[DisputeRow, ...]:
    """The disputes of all events that are not rejected, newest first, undated last."""
    rows = [_row(e, d) for e in events if e.status != "rejected" for d in e.disputes]
    return tuple(sorted(rows, key=lambda r: (r.start is None, -(r.start or date.min).toordinal(), r.event, r.about)))


def _row(event: Event, dispute: Dispute) -> DisputeRow:
    voices = len({p.claimant for p in dispute.positions})
    start = event.when.start if event.when else None
    return DisputeRow(event.id, event.status, event.type, dispute.about, tuple(p.name for p in event.places), start, voices, dispute.positions, dispute.why)
