"""Harm to civilians in each happening, and to what they live by: health, schools, markets, camps, worship, water, power.

Killed and injured come from the event's tolls: the civilian row where there is one, else the largest group that the words call civilian
as a lower bound; "nobody was hurt" is zero for civilians too. A toll that does not say who the dead were stays *unknown* for civilians,
with its number in the why. Things harmed are read from the words of claims that it happened, and each keeps those words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sijill.events.families import GROUP_OF
from sijill.records import ClaimRef, Event, Grade, Measure, Modality, Told, Toll, TollState
from sijill.situation.grouping import told_of

Thing = Literal["health", "school", "market", "camp", "worship", "water", "power"]

_HARMFUL: Final = frozenset({"strike", "battle", "violence", "destruction", "toll", "crowd"})
_THINGS: Final[tuple[tuple[Thing, re.Pattern[str]], ...]] = (
    ("health", re.compile(
        r"\b(?:hospitals?|clinics?|ambulances?|(?:medical|health|maternity|dialysis) (?:cent(?:er|re)s?|facilit(?:y|ies)|posts?|points?|units?|wards?)|pharmac(?:y|ies)|field hospital)\b|"
        r"مستشفى|مشفى|عيادة|سيارة إسعاف|лікарн\w*|больниц\w*|поліклінік\w*|поликлиник\w*", re.IGNORECASE)),
    ("school", re.compile(r"\b(?:schools?|kindergartens?|universit(?:y|ies)|colleges?|madrasas?|classrooms?)\b|مدرسة|مدارس|جامعة|\bшкол\w*|дитяч\w+ сад\w*|детск\w+ сад\w*", re.IGNORECASE)),
    ("market", re.compile(r"\b(?:markets?|market-?places?|bazaars?|souks?|souqs?|shopping cent(?:er|re)s?)\b|سوق|أسواق|\bрин(?:ок|ку)\b|\bрын(?:ок|ка|ке)\b", re.IGNORECASE)),
    ("camp", re.compile(r"\b(?:(?:displacement|refugee|idps?|displaced|tented|border) camps?|camps? (?:for|of|sheltering|housing) (?:the )?(?:displaced|refugees|idps)|camps?(?= (?:was|were) (?:hit|struck|shelled|bombed)))\b|مخيم", re.IGNORECASE)),
    ("worship", re.compile(r"\b(?:mosques?|church(?:es)?|cathedrals?|temples?|synagogues?|monaster(?:y|ies)|pagodas?|shrines?)\b|مسجد|جامع\b|كنيسة|церкв\w*|церков\w*|мечет\w*|храм\w*", re.IGNORECASE)),
    ("water", re.compile(r"\bwater (?:stations?|towers?|networks?|plants?|pumps?|pumping stations?|mains?|tanks?|trucks?|treatment|infrastructure|supply|points?)|\b(?:pumping stations?|reservoirs?|dams?|wells)\b|محطة مياه|محطة المياه|водогін\w*|водопровод\w*", re.IGNORECASE)),
    ("power", re.compile(r"\b(?:power (?:stations?|plants?|lines?|grids?|substations?|infrastructure|facilit(?:y|ies))|substations?|electricity (?:grids?|networks?|lines?|stations?|infrastructure)|energy (?:infrastructure|facilit(?:y|ies))|transformers?)\b|محطة كهرباء|شبكة الكهرباء|підстанці\w*|подстанци\w*|електростанці\w*|электростанци\w*", re.IGNORECASE)),
)  # fmt: skip
_BROUGHT: Final = re.compile(
    r"\b(?:taken|rushed|transferred|admitted|evacuated|brought|moved|transported|treated|treatment|died|receiv\w+|arriv\w+|reached|said|according|told|sources?|officials? (?:at|from)|doctors? (?:at|from))"
    r"\b(?:[^.;,]{0,40}?)\b(?:to|at|in|from|by)\b(?: \w+){0,4}\W*$", re.IGNORECASE)  # fmt: skip
_BESIDE: Final = re.compile(r"\b(?:near|nearby|close to|beside|next to|outside|behind|opposite|metres from|meters from|adjacent to)(?: \w+){0,3}\W*$", re.IGNORECASE)
_SPEAKING: Final = re.compile(r"^\W*(?:sources?|officials?|director|staff|spokes\w+|doctors?|workers? said|employees?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CivilianToll:
    """Civilians killed or injured. Numbers are null unless `state` is number or zero."""

    low: int | None
    best: int | None
    high: int | None
    state: TollState
    why: str


@dataclass(frozen=True, slots=True)
class ThingHarmed:
    """A kind of civilian object that a claim says was harmed, with the words; modality tells a fact from what is only possible or denied."""

    thing: Thing
    words: str
    modality: Modality
    ref: ClaimRef


@dataclass(frozen=True, slots=True)
class CivilianHarm:
    """One happening's harm to civilians."""

    event: str
    grade: Grade
    killed: CivilianToll
    injured: CivilianToll
    things: tuple[ThingHarmed, ...]
    why: str


def harm(events: Sequence[Event], told: Sequence[Told]) -> tuple[CivilianHarm, ...]:
    """Every happening of a harmful kind whose claims say anything of civilians or of what they live by, in the events' order."""
    out = []
    for event, claims in told_of(events, told):
        if GROUP_OF[event.type] not in _HARMFUL:
            continue
        killed, injured = _civilians(event.toll, "killed"), _civilians(event.toll, "injured")
        things = tuple(dict.fromkeys(thing for t in claims for thing in _things(t)))
        if things or killed.state != "unknown" or injured.state != "unknown":
            harmed = ", ".join(dict.fromkeys(t.thing for t in things if t.modality != "denied"))
            why = f"killed: {killed.why}; injured: {injured.why}" + (f"; harmed: {harmed}" if harmed else "")
            out.append(CivilianHarm(event.id, event.grade, killed, injured, things, why))
    return tuple(out)


def _civilians(tolls: Sequence[Toll], measure: Measure) -> CivilianToll:
    rows = [t for t in tolls if t.measure == measure and t.unit == "person"]
    civilian = [t for t in rows if t.status == "civilian"]
    whole = next((t for t in civilian if t.who is None), None)
    if whole is not None:
        return CivilianToll(whole.low, whole.best, whole.high, whole.state, whole.why)
    zero = next((t for t in rows if t.state == "zero" and t.status in {"unknown", "mixed"}), None)
    if zero is not None:
        return CivilianToll(0, 0, 0, "zero", zero.why)
    groups = [t for t in civilian if t.state == "number"]
    if groups:
        largest = max(groups, key=lambda t: (t.low or t.best or 0, t.who or ""))
        return CivilianToll(largest.low if largest.low is not None else largest.best, None, None, "number", f"{largest.who} alone are counted: {largest.why}")
    losses = [t for t in tolls if t.measure == "other" and t.unit == "person" and t.status == "civilian" and t.state == "unstated"]
    if civilian or losses:
        return CivilianToll(None, None, None, "unstated", "civilian casualties are told without a usable number")
    return CivilianToll(None, None, None, "unknown", _unsaid(rows))


def _unsaid(rows: Sequence[Toll]) -> str:
    told = next((t for t in rows if t.state == "number" and t.status in {"unknown", "mixed"}), None)
    if told is not None:
        number = told.best if told.best is not None else told.low if told.low is not None else told.high
        return f"{number} people, but no report says how many of them were civilians"
    return "no report speaks of civilians"


def _things(t: Told) -> Iterator[ThingHarmed]:
    """What the words of a claim say was harmed: not where the wounded were brought, nor what lay beside, nor who speaks."""
    claim = t.claim
    if GROUP_OF[claim.type] not in _HARMFUL - {"crowd"} or claim.modality in {"planned", "background"}:
        return
    quote, start = claim.evidence.quote, claim.evidence.start
    speaker = (claim.claimant.mention.start - start, claim.claimant.mention.end - start) if claim.claimant else (-1, -1)
    beside = [(p.mention.start - start, p.mention.end - start) for p in claim.places if p.role != "at"]
    for thing, pattern in _THINGS:
        for found in pattern.finditer(quote):
            before, after = quote[: found.start()], quote[found.end() :]
            inside = any(low <= found.start() < high for low, high in (speaker, *beside))
            if not (inside or _BROUGHT.search(before) or _BESIDE.search(before) or _SPEAKING.search(after)):
                yield ThingHarmed(thing, found[0], claim.modality, ClaimRef(t.report, claim.id))
                break
