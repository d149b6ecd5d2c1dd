"""The nouns: frozen, typed, with their invariants and no further behaviour.

values (Actor, Place, When, Count, Claimant and the Mention behind each) → report → claim → event; contract turns them to JSON and back.
"""

from sijill.records.claim import (
    CLAIM_TYPES,
    MODALITIES,
    Claim,
    ClaimType,
    Evidence,
    Modality,
    Reading,
    Skip,
    check_reading,
    claim_id,
)
from sijill.records.event import (
    ClaimantFigure,
    ClaimRef,
    Dispute,
    Event,
    EventStatus,
    EventWhen,
    Grade,
    Judgement,
    JudgementKind,
    Position,
    Toll,
    TollState,
)
from sijill.records.report import Report, Sentence, day_of, moment_of
from sijill.records.told import Told
from sijill.records.values import (
    MEASURES,
    Actor,
    ActorKind,
    Claimant,
    ClaimantKind,
    Count,
    Measure,
    Mention,
    PersonStatus,
    Place,
    PlaceRole,
    Quantifier,
    Span,
    Unit,
    When,
    WhenPrecision,
)

__all__ = [
    "CLAIM_TYPES", "MEASURES", "MODALITIES", "Actor", "ActorKind", "Claim", "ClaimRef", "ClaimType", "Claimant",
    "ClaimantFigure", "ClaimantKind", "Count", "Dispute", "Event", "EventStatus", "EventWhen", "Evidence", "Grade",
    "Judgement", "JudgementKind", "Measure", "Mention", "Modality", "PersonStatus", "Place", "PlaceRole", "Position",
    "Quantifier", "Reading", "Report", "Sentence", "Skip", "Span", "Told", "Toll", "TollState", "Unit", "When", "WhenPrecision",
    "check_reading", "claim_id", "day_of", "moment_of",
]  # fmt: skip
