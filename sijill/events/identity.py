"""Event names that last. An event is named after its earliest claim, and keeps the name it had while most of its claims stay together."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sijill.records import Event, Told


def anchor(told: Sequence[Told]) -> Told:
    """The claim that an event is named after: the earliest published, then by report and place in it."""
    return min(told, key=lambda t: (t.published is None, t.published.toordinal() if t.published else 0, t.report, t.claim.evidence.start, t.claim.id))


def name_of(told: Sequence[Told]) -> str:
    """A name that any machine gives to the event of these claims again."""
    first = anchor(told)
    return "e" + hashlib.sha256(f"{first.report}\x1f{first.claim.id}".encode("utf-8", "surrogatepass")).hexdigest()[:15]


def keep_names(events: Sequence[Event], previous: Sequence[Event]) -> tuple[Event, ...]:
    """Events under the names they had before: one takes over the name of a previous event if it holds more than half of its claims.

    Where several previous names compete for one event, the one that brings most claims is kept, the smaller of equals.
    """
    if not previous:
        return tuple(events)
    home = {(ref.report, ref.claim): number for number, event in enumerate(events) for ref in event.claims}
    wanted: dict[int, tuple[int, str]] = {}
    for old in previous:
        where = Counter(home[ref.report, ref.claim] for ref in old.claims if (ref.report, ref.claim) in home)
        if not where:
            continue
        number, count = min(where.items(), key=lambda item: (-item[1], item[0]))
        if 2 * count > len(old.claims) and (number not in wanted or (-count, old.id) < (-wanted[number][0], wanted[number][1])):
            wanted[number] = (count, old.id)
    kept = {name for _, name in wanted.values()}
    out = []
    for number, event in enumerate(events):
        if number in wanted:
            out.append(replace(event, id=wanted[number][1]))
        else:
            out.append(replace(event, id=_other_name(event)) if event.id in kept else event)
    return tuple(out)


def _other_name(event: Event) -> str:
    """A name for an event whose own name is kept by another: after all its claims."""
    key = "\x1f".join(f"{ref.report}\x1e{ref.claim}" for ref in event.claims)
    return "e" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:15]
