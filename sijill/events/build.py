"""A cluster of claims to an event: everything that is said of it, with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.events.decide import verdict
from sijill.events.dispute import disputes
from sijill.events.fuse import actors_of, firm, places_of, type_of, when_of
from sijill.events.grade import grade, independent
from sijill.events.identity import name_of
from sijill.events.toll import tolls
from sijill.records import ClaimRef, Event, Judgement, Told


def in_order(told: Sequence[Told]) -> list[Told]:
    """Claims as they were told: by publication, report, and place in it."""
    return sorted(told, key=lambda t: (t.published is None, t.published.toordinal() if t.published else 0, t.report, t.claim.evidence.start, t.claim.id))


def event_of(claims: Sequence[Told], judgements: Sequence[Judgement] = ()) -> Event:
    """The event of these claims. `judgements`: those in force that touch it, by time."""
    told = in_order(claims)
    saying = firm(told)
    counted = tolls(told)
    disputed = disputes(told, counted)
    mark, reason = grade(told, disputed)
    ruled = verdict(frozenset(t.claim.id for t in told), judgements)
    reports = len({t.report for t in told})
    joined = f"{len(told)} claim(s) in {reports} report(s), {independent(told)} independent source(s)"
    return Event(
        name_of(told), type_of(told), actors_of(a for t in saying for a in t.claim.by), actors_of(a for t in saying for a in t.claim.to),
        places_of(p for t in told for p in t.claim.places), when_of(told), tuple(ClaimRef(t.report, t.claim.id) for t in told),
        counted, mark, disputed, ruled.status, "; ".join((joined, f"{mark}: {reason}", *ruled.notes)),
    )  # fmt: skip
