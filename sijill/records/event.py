"""Events, tolls and judgements: the opinion that is formed of claims, by the machine and by people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from sijill.records.claim import ClaimType
from sijill.records.values import Actor, Measure, PersonStatus, Place, Quantifier, Unit

TollState = Literal["number", "zero", "unstated", "unknown"]
Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
EventStatus = Literal["draft", "confirmed", "rejected"]
DisputeAbout = Literal["culprit", "occurrence", "toll"]
JudgementKind = Literal["merge", "split", "confirm", "reject", "undo"]


@dataclass(frozen=True, slots=True)
class ClaimRef:
    """Where a claim is found: its report and its id."""

    report: str
    claim: str


@dataclass(frozen=True, slots=True)
class ClaimantFigure:
    """One claimant's own latest figure. `claimant` is the outlet's name where the outlet itself asserts it."""

    claimant: str
    low: int | None
    best: int | None
    high: int | None
    quantifier: Quantifier
    said: date | None
    ref: ClaimRef


@dataclass(frozen=True, slots=True)
class Toll:
    """How many, over all claimants of an event. `state` keeps zero, unstated and unknown apart; `why` names the rule."""

    measure: Measure
    who: str | None
    status: PersonStatus
    unit: Unit
    low: int | None
    best: int | None
    high: int | None
    state: TollState
    by_claimant: tuple[ClaimantFigure, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Position:
    """What one voice says in a dispute."""

    claimant: str
    says: str
    ref: ClaimRef


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question on which the voices differ: who did it, whether it happened, how many."""

    about: DisputeAbout
    positions: tuple[Position, ...]
    why: str


@dataclass(frozen=True, slots=True)
class EventWhen:
    """When an event happened: half-open days, and how they were fused."""

    start: date
    end: date
    why: str

    def __post_init__(self) -> None:
        if not self.start < self.end:
            raise ValueError(f"an event's days run forward, not from {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Event:
    """One happening with all its voices. Derived from claims and judgements; can be made again at any time."""

    id: str
    type: ClaimType
    by: tuple[Actor, ...]
    to: tuple[Actor, ...]
    places: tuple[Place, ...]
    when: EventWhen | None
    claims: tuple[ClaimRef, ...]
    toll: tuple[Toll, ...]
    grade: Grade
    disputes: tuple[Dispute, ...]
    status: EventStatus
    why: str

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError(f"event {self.id} rests on no claim")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided, with author, time and reason. Appended, never changed; `undo` names the judgement it takes back.

    `subjects` are claim ids: those to hold together (merge), the ones to set apart from the rest (split), those of the event
    that is confirmed or rejected; for undo, the id of one judgement. `time` is by the author's clock, `recorded` by that of the store
    that took it down; it is no part of what was decided.
    """

    id: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    author: str
    time: datetime
    reason: str
    recorded: datetime | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if not self.author.strip() or not self.reason.strip():
            raise ValueError("a judgement names its author and its reason")
        if not self.subjects or (self.kind == "merge" and len(set(self.subjects)) < 2):
            raise ValueError(f"a {self.kind} needs {'two claims' if self.kind == 'merge' else 'a subject'}")
        if self.time.tzinfo is None:
            raise ValueError("a judgement's time names its zone")
