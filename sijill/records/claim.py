"""A claim: what one report says happened, may happen, will, or did not. Facts of the record; never edited."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from sijill.records.report import Report
from sijill.records.values import Actor, Claimant, Count, Mention, Place, Span, When

ClaimType = Literal[
    "air_strike", "drone_strike", "shelling", "explosive_device", "suicide_attack", "chemical_attack", "grenade",
    "armed_clash", "attack", "sexual_violence", "abduction", "arrest", "looting_destruction", "interception",
    "capture", "transfer", "movement", "base_established", "group_change", "protest", "protest_intervention",
    "excessive_force", "riot", "mob_violence", "agreement", "ceasefire_violation", "displacement", "return",
    "casualties", "aid", "warning", "other",
]  # fmt: skip
Modality = Literal["asserted", "possible", "planned", "denied", "background"]

CLAIM_TYPES: tuple[ClaimType, ...] = get_args(ClaimType)
MODALITIES: tuple[Modality, ...] = get_args(Modality)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The clause or sentence that a claim rests on."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        Span(self.start, self.end)
        if len(self.quote) != self.end - self.start:
            raise ValueError(f"quote {self.quote[:40]!r} does not fill its range {self.start}–{self.end}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one report, in the contract's terms. `score` is the calibrated chance that its type and words are right."""

    id: str
    type: ClaimType
    evidence: Evidence
    by: tuple[Actor, ...]
    to: tuple[Actor, ...]
    places: tuple[Place, ...]
    when: When | None
    counts: tuple[Count, ...]
    claimant: Claimant | None
    modality: Modality
    score: float
    why: str

    def __post_init__(self) -> None:
        if not self.id.strip() or not self.id.isprintable():
            raise ValueError(f"id {self.id!r} names no claim; an id is printable and not empty, and the same whenever the claim is given")
        if not 0 <= self.score <= 1:
            raise ValueError(f"score {self.score} is not between 0 and 1")

    def mentions(self) -> Iterator[Mention]:
        """Every mention that the claim's values rest on."""
        for actor in (*self.by, *self.to):
            yield actor.mention
        for place in self.places:
            yield place.mention
        for count in self.counts:
            yield count.mention
            if count.who:
                yield count.who.mention
        if self.when:
            yield self.when.mention
        if self.claimant:
            yield self.claimant.mention


def claim_id(report: str, type_: str, modality: str, start: int, end: int, rank: int) -> str:
    """A name that the same reading of the same words gets again, on any machine, so that judgements keep hold of it.

    `rank` tells apart claims that agree in all the rest.
    """
    key = "\x1f".join((report, type_, modality, str(start), str(end), str(rank)))
    return "c" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:15]


@dataclass(frozen=True, slots=True)
class Skip:
    """A stretch of a report that a stage could not read or place, and why. Nothing is dropped without one."""

    stage: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one report gave: one line of the contract's output."""

    report: str
    claims: tuple[Claim, ...]
    skips: tuple[Skip, ...]


def check_reading(report: Report, reading: Reading) -> None:
    """Raise ValueError unless each word that the reading points at stands in the report, where it says."""
    if reading.report != report.id:
        raise ValueError(f"the reading is of {reading.report!r}, not of {report.id!r}")
    for claim in reading.claims:
        spans = [(claim.evidence.start, claim.evidence.end, claim.evidence.quote)]
        spans += [(m.start, m.end, m.text) for m in claim.mentions()]
        for start, end, words in spans:
            if report.text[start:end] != words:
                raise ValueError(f"claim {claim.id}: {words[:60]!r} does not stand at {start}–{end} of {report.id!r}")
    for skip in reading.skips:
        if not 0 <= skip.start <= skip.end <= len(report.text):
            raise ValueError(f"skip {skip.start}–{skip.end} lies outside {report.id!r}")
