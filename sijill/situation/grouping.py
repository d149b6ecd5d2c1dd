"""Events beside the claims that they rest on, and the area that an event counts for. What an analyst rejected is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sijill.records import Event, Place, Told

Area = tuple[str, ...]
"""Country, then admin-1 where it is known; empty where no place of the event is resolved."""


def told_of(events: Sequence[Event], told: Sequence[Told]) -> Iterator[tuple[Event, tuple[Told, ...]]]:
    """Each event that is not rejected with its claims, in the events' order. Claims that `told` lacks are left out."""
    known = {(t.report, t.claim.id): t for t in told}
    for event in events:
        if event.status != "rejected":
            yield event, tuple(known[ref.report, ref.claim] for ref in event.claims if (ref.report, ref.claim) in known)


def without_rejected(events: Sequence[Event], told: Sequence[Told]) -> list[Told]:
    """The claims that stand in no rejected event."""
    out = {(ref.report, ref.claim) for e in events if e.status == "rejected" for ref in e.claims}
    return [t for t in told if (t.report, t.claim.id) not in out] if out else list(told)


def path_of(place: Place) -> tuple[str, ...]:
    """A place's divisions from the country down, itself last where it is a division or a named place that is resolved."""
    resolved = place.id is not None or place.lat is not None
    return (*place.admin, place.name) if resolved and place.name not in place.admin[-1:] else place.admin


def area_of(places: Sequence[Place]) -> Area:
    """Country and admin-1 of the places where something happened; of all places where none has the role `at`."""
    here = [p for p in places if p.role == "at"] or list(places)
    paths = [path for p in here if (path := path_of(p) if p.precision is None or p.precision >= 4 else p.admin)]
    return max(paths, key=lambda path: min(len(path), 2))[:2] if paths else ()


def first_day(event: Event) -> date | None:
    """The day on which an event began, None where it has none."""
    return event.when.start if event.when else None
