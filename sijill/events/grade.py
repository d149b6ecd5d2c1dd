"""How well an event is attested, in Airwars' terms, with the reason; corroboration counts independent voices, not copies.

Confirmed: the doer itself says so, and others too. Fair: two or more independent sources. Weak: one. Contested: rival culprits.
Discounted: nothing but denials.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.events.voice import body, voice_of
from sijill.knowledge.folding import fold
from sijill.records import Dispute, Grade, Told

_NAMED_KINDS = frozenset({"party", "monitor", "un", "ngo", "official"})
_TOO_COMMON = frozenset("officials official police army military government authorities ministry spokesman spokesperson statement sources source".split())


def _names_itself(told: Told) -> bool:
    """Whether a party says of itself that it did it."""
    claimant = told.claim.claimant
    if claimant is None or claimant.kind != "party" or told.claim.modality != "asserted":
        return False
    speaker = {w for w in fold(claimant.name).split() if len(w) > 2 and w not in _TOO_COMMON}
    return any(speaker & set(fold(actor.name).split()) or body(actor.name) == body(claimant.name) for actor in told.claim.by)


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
    own = [t for t in asserted if _names_itself(t)]
    if own and origins > 1:
        return "confirmed", f"{voice_of(own[0]).name} says so of its own side, and others tell it too ({origins} independent sources)"
    return ("fair", f"{origins} independent sources") if origins > 1 else ("weak", "one independent source")
