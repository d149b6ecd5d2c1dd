"""How well an event is attested, in Airwars' terms, with the reason; corroboration counts independent voices, not copies.

Confirmed: the doer itself says so, and others who name no other doer and no other place. Fair: two or more independent sources. Weak: one. Contested: rival culprits.
Discounted: nothing but denials.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.events.dispute import rival
from sijill.events.names import likeness, place_words
from sijill.events.voice import body, voice_of
from sijill.knowledge.folding import fold
from sijill.knowledge.gazetteer import distance_km
from sijill.records import Dispute, Grade, Place, Told

NEAR_KM = 15
"""Places within this distance can be where one happening was."""
_NAMED_KINDS = frozenset({"party", "monitor", "un", "ngo", "official"})
_TOO_COMMON = frozenset("officials official police army military government authorities ministry spokesman spokesperson statement sources source".split())


def _names_itself(told: Told) -> bool:
    """Whether a party says of itself that it did it."""
    claimant = told.claim.claimant
    if claimant is None or claimant.kind != "party" or told.claim.modality != "asserted":
        return False
    speaker = {w for w in fold(claimant.name).split() if len(w) > 2 and w not in _TOO_COMMON}
    return any(speaker & set(fold(actor.name).split()) or body(actor.name) == body(claimant.name) for actor in told.claim.by)


def _elsewhere(one: Told, other: Told) -> bool:
    """Whether two claims name places that cannot be the same, and neither holds the other."""
    ours, theirs = ([p for p in t.claim.places if p.role == "at" and (p.id or place_words(p.name).names)] for t in (one, other))
    return bool(ours and theirs) and not any(_meet(p, q) for p in ours for q in theirs)


def _meet(a: Place, b: Place) -> bool:
    if (a.id and a.id == b.id) or likeness(a.name, b.name) > 0 or fold(a.name) in map(fold, b.admin) or fold(b.name) in map(fold, a.admin):
        return True
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return any(level == "area" for p in (a, b) if p.lat is None for _, level in place_words(p.name).names)
    return distance_km((a.lat, a.lon), (b.lat, b.lon)) <= NEAR_KM


def independent(told: Sequence[Told]) -> int:
    """How many independent origins tell it: copies are one, and so are reports that all rest on one named speaker."""
    heads: dict[str, str] = {}

    def find(key: str) -> str:
        while heads.setdefault(key, key) != key:
            key = heads[key]
        return key

    speakers: dict[str, set[str]] = {}
    for t in told:
        voice = voice_of(t)
        named = t.claim.claimant is not None and voice.kind in _NAMED_KINDS and not set(voice.key.split()) <= _TOO_COMMON
        speakers.setdefault(t.origin, set()).add(f"\x1f{voice.key}" if named else f"\x1forigin {t.origin}")
    for origin, voices in sorted(speakers.items()):
        root = find(origin)
        if len(voices) == 1 and f"\x1forigin {origin}" not in voices:
            speaker = find(next(iter(voices)))
            heads[max(root, speaker)] = min(root, speaker)
    return len({find(origin) for origin in speakers})


def grade(told: Sequence[Told], disputes: Sequence[Dispute]) -> tuple[Grade, str]:
    """The grade and its reason."""
    asserted = [t for t in told if t.claim.modality in {"asserted", "possible"}]
    if not asserted:
        denied = any(t.claim.modality == "denied" for t in told)
        return ("discounted", "nothing but denials") if denied else ("weak", "nobody says outright that it happened")
    culprits = [d for d in disputes if d.about == "culprit"]
    if culprits:
        return "contested", culprits[0].why
    origins = independent(asserted)
    told_apart = {(frozenset(a.name for a in t.claim.by), frozenset(p.name for p in t.claim.places)): t for t in reversed(asserted) if _names_itself(t)}
    for own in reversed(told_apart.values()):
        agreeing = independent([t for t in asserted if t is own or (t.claim.modality == "asserted" and not rival(own, t) and not _elsewhere(own, t))])
        if agreeing > 1:
            return "confirmed", f"{voice_of(own).name} says so of its own side, and others tell it too ({agreeing} independent sources)"
    return ("fair", f"{origins} independent sources") if origins > 1 else ("weak", "one independent source")
