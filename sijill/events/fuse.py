"""What an event is called: its type, sides, places and days, fused from its claims by rules that say why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sijill.events.families import GROUP_OF
from sijill.events.names import likeness, place_words
from sijill.events.sketch import EARLIEST, LATE
from sijill.events.strand import main_type
from sijill.knowledge.folding import fold, skeleton
from sijill.records import Actor, ClaimType, EventWhen, Place, Told

_FIRM = frozenset({"asserted", "possible"})
_LASTING = frozenset({"battle", "displacement", "crowd", "seizure"})
_SPARE: frozenset[ClaimType] = frozenset({"casualties", "other", "warning", "aid"})
_LEAD = re.compile(r"^(?:the|a|an|our|their|its)\s+", re.IGNORECASE)


def firm(told: Sequence[Told]) -> list[Told]:
    """The claims that say that it happened; all of them if none does."""
    return [t for t in told if t.claim.modality in _FIRM] or list(told)


def type_of(told: Sequence[Told]) -> ClaimType:
    """The most frequent type that tells most; "casualties" and the like only name an event that has nothing else."""
    types = [t.claim.type for t in firm(told)]
    return main_type([t for t in types if t not in _SPARE] or types)


def _initials(name: str) -> str:
    words = [w for w in skeleton(name).split() if w not in {"of", "the", "and", "for"}]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


def _one_actor(a: Actor, b: Actor) -> bool:
    if a.id or b.id:
        return a.id == b.id
    one, other = fold(_LEAD.sub("", a.name)), fold(_LEAD.sub("", b.name))
    return one == other or (bool(one) and one == _initials(b.name)) or (bool(other) and other == _initials(a.name))


def actors_of(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each actor once, the most often named first; "RSF" and "Rapid Support Forces" are one."""
    kept: list[Actor] = []
    named: list[int] = []
    for actor in actors:
        for k, other in enumerate(kept):
            if _one_actor(actor, other):
                named[k] += 1
                break
        else:
            kept.append(actor)
            named.append(1)
    order = sorted(range(len(kept)), key=lambda k: (-named[k], k))
    return tuple(kept[k] for k in order)


def _one_place(a: Place, b: Place) -> bool:
    if a.role != b.role:
        return False
    if a.id is not None or b.id is not None:
        return a.id == b.id
    ours, theirs = place_words(a.name).names, place_words(b.name).names
    if not ours or not theirs:
        return fold(a.name) == fold(b.name)
    return likeness(ours[0][0], theirs[0][0]) >= 0.8


def _rank(place: Place) -> tuple[int, int]:
    """The smaller and surer a place is, the earlier it stands."""
    words = place_words(place.name)
    wide = place.precision or (2 if words.names and words.names[0][1] == "local" else 4 if words.names else 6)
    return (0 if place.role == "at" else 1), wide


def places_of(places: Iterable[Place]) -> tuple[Place, ...]:
    """Each place once; located and small ones first. Common nouns ("the village") stay only where no place has a name."""
    kept: list[Place] = []
    named: list[int] = []
    for place in sorted(places, key=lambda p: p.id is None):
        for k, other in enumerate(kept):
            if _one_place(place, other):
                named[k] += 1
                break
        else:
            kept.append(place)
            named.append(1)
    proper = [k for k, p in enumerate(kept) if p.id is not None or place_words(p.name).names]
    order = sorted(proper or range(len(kept)), key=lambda k: (*_rank(kept[k]), -named[k], k))
    return tuple(kept[k] for k in order)


def _ranges(told: Sequence[Told]) -> tuple[Counter[tuple[date, date]], int]:
    """Days that the claims give, each range once a report, and how many ranges were out of reason."""
    ranges: set[tuple[str, date, date]] = set()
    slips = 0
    for t in told:
        when = t.claim.when
        if when is None or when.start is None or when.end is None:
            continue
        if when.start < EARLIEST or (t.published is not None and when.start > t.published + LATE):
            slips += 1
        else:
            ranges.add((t.report, when.start, when.end))
    return Counter((start, end) for _, start, end in ranges), slips


def when_of(told: Sequence[Told]) -> EventWhen | None:
    """The days of an event: those most reports give, the narrower of equals; what lasts reaches over all days that touch them."""
    ranges, slips = _ranges(firm(told))
    note = f"; {slips} date(s) out of reason set aside" if slips else ""
    if not ranges:
        known = sorted(t.published for t in told if t.published is not None)
        if not known:
            return None
        return EventWhen(known[0], known[0] + timedelta(days=1), f"no report dates it; the day of the first report{note}")
    narrow = [r for r in ranges if (r[1] - r[0]).days <= 2] or list(ranges)
    best = min(narrow, key=lambda r: (-ranges[r], r[1] - r[0], r))
    start, end = best
    why = f"given by {ranges[best]} of {sum(ranges.values())} datings"
    if GROUP_OF[type_of(told)] in _LASTING:
        for low, high in sorted(narrow):
            if low <= end and high >= start:
                start, end = min(start, low), max(end, high)
        if (start, end) != best:
            why += ", widened by the days that touch them"
    return EventWhen(start, end, why + note)
