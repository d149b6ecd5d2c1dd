"""What may leave the desk: the one rule that every export asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sijill.records import Event, EventStatus


def released(events: Iterable[Event], released_only: bool) -> tuple[Event, ...]:
    """Confirmed events; with `released_only=False` drafts as well. What an analyst rejected never leaves."""
    leave = {"confirmed"} if released_only else {"confirmed", "draft"}
    return tuple(event for event in events if event.status in leave)


def status_of_claims(events: Sequence[Event]) -> Mapping[str, EventStatus]:
    """Claim id → status of the event that holds it. A claim in no event is missing here: it is a draft."""
    return {ref.claim: event.status for event in events for ref in event.claims}


def claim_leaves(status: EventStatus, released_only: bool) -> bool:
    """Whether a claim of that status is exported: the same rule as for events."""
    return status == "confirmed" or (status == "draft" and not released_only)
