"""Forces on the move: who went, from where to where, how many, as told. Planned, possible and denied moves stay apart from done ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from sijill.events.voice import voice_of
from sijill.records import ClaimRef, ClaimType, Count, Event, Modality, Place, Told
from sijill.situation.grouping import told_of

MoveState = Literal["told", "possible", "planned", "denied", "disputed"]
_TYPES: Final[frozenset[ClaimType]] = frozenset({"movement", "base_established"})


@dataclass(frozen=True, slots=True)
class ForceFigure:
    """How many moved, in one claimant's words; the count keeps its unit (persons, vehicles) and whether it has a number at all."""

    claimant: str
    said: date | None
    count: Count
    ref: ClaimRef


@dataclass(frozen=True, slots=True)
class Movement:
    """One move of forces. `here` are places where forces were set up or seen without a direction; days are half-open."""

    event: str
    actors: tuple[str, ...]
    origin: tuple[Place, ...]
    destination: tuple[Place, ...]
    here: tuple[Place, ...]
    figures: tuple[ForceFigure, ...]
    state: MoveState
    start: date | None
    end: date | None
    why: str


def forces(events: Sequence[Event], told: Sequence[Told]) -> tuple[Movement, ...]:
    """The moves among the events, in their order."""
    return tuple(_movement(e, moves) for e, claims in told_of(events, told) if (moves := [t for t in claims if t.claim.type in _TYPES]))


def _movement(event: Event, moves: Sequence[Told]) -> Movement:
    places = {p.id or p.name: p for t in moves for p in reversed(t.claim.places)}
    figures = tuple(
        ForceFigure(voice_of(t).name, t.published, c, ClaimRef(t.report, t.claim.id)) for t in moves for c in t.claim.counts if c.measure in {"forces", "other", "places"}
    )
    state = _state([t.claim.modality for t in moves])
    voices = ", ".join(dict.fromkeys(voice_of(t).name for t in moves))
    said = {"told": "told", "possible": "held possible", "planned": "announced", "denied": "denied", "disputed": "told and denied"}[state]
    start, end = (event.when.start, event.when.end) if event.when else (None, None)
    return Movement(
        event.id, tuple(dict.fromkeys(a.name for t in moves for a in t.claim.by)), tuple(p for p in places.values() if p.role == "from"),
        tuple(p for p in places.values() if p.role == "to"), tuple(p for p in places.values() if p.role in {"at", "near"}), figures, state, start, end,
        f"{said} by {voices}" + ("" if figures else "; nobody says how many"),
    )  # fmt: skip


def _state(modalities: Sequence[Modality]) -> MoveState:
    told = any(m in {"asserted", "background"} for m in modalities)
    if "denied" in modalities:
        return "disputed" if told else "denied"
    return "told" if told else "possible" if "possible" in modalities else "planned"
