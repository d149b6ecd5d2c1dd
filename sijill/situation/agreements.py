"""The life of an agreement between the same parties: announced, in force, extended, breached, collapsed – step by step, as told.

Claims belong together when they name the same parties; a breach that names one party belongs to the youngest agreement that this party
has. Claims that name no party make a life of their own for each country, or report where no country is known. A new life begins with a sure
announcement that follows a collapse, or months without a word, or that calls itself new; what is only planned or possible begins none beside another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from sijill.events.voice import voice_of
from sijill.records import Actor, ClaimRef, ClaimType, Event, Place, Told
from sijill.situation.grouping import area_of, without_rejected

Step = Literal["talks", "announced", "in force", "extended", "breached", "breach denied", "collapsed"]

_TYPES: Final[frozenset[ClaimType]] = frozenset({"agreement", "ceasefire_violation"})
_COLLAPSED = re.compile(r"\b(?:collaps\w*|broke(?:n)? down|fell apart|fallen apart|expired?|lapsed|withdr[ae]w\w* from|ended|is over|dead|scrapp\w+|terminat\w+|unravel\w*)\b|انهار", re.IGNORECASE)
_EXTENDED = re.compile(r"\b(?:exten[ds]\w*|renew\w*|prolong\w*|rolled over)\b|تمديد", re.IGNORECASE)
_IN_FORCE = re.compile(r"\b(?:in(?:to)? (?:force|effect)|took effect|takes effect|began|begun|started|hold(?:s|ing)|held|is being observed|implement\w*)\b|دخل حيز|набул\w* чинності|вступил\w* в силу", re.IGNORECASE)
_TALKS = re.compile(r"\b(?:talks|negotiat\w+|meeting|met|discuss\w*|dialogue|round of)\b|محادثات|перегов\w+", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:agree[ds]?|agreement|sign(?:ed|s|ing)|deal|accord|truce|cease-?fire|cessation|pact|announc\w+)\b", re.IGNORECASE)
_MADE = re.compile(r"\b(?:agreed|sign(?:ed|s)|reach(?:ed|es)|conclud\w+|announc\w+|broker\w+|declar\w+|struck)\b", re.IGNORECASE)
_NEW = re.compile(r"\b(?:new|second|another|fresh|further)\s+(?:[\w-]+\s+){0,2}(?:truce|cease-?fire|cessation|agreement|deal|accord|pact)\b|هدنة جديدة|нов\w+ перемир", re.IGNORECASE)
SILENT: Final = timedelta(days=60)
"""After so long without a word on an agreement, one that is said to be made is another."""
RETOLD: Final = timedelta(days=14)
"""Within so long a "new truce" may be the one told of already."""


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One claim's step. `day` is the day it speaks of, else that of publication, as it is for what was still to come then; `sure` is False for what is possible or planned."""

    step: Step
    day: date | None
    said: date | None
    claimant: str
    words: str
    sure: bool
    ref: ClaimRef


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement's life up to a day. `state` is its last sure step (a breach does not end it, a collapse does); null while nothing is sure."""

    parties: tuple[str, ...]
    places: tuple[str, ...]
    state: Step | None
    since: date | None
    breaches: int
    steps: tuple[LifeStep, ...]
    why: str


def agreements(told: Sequence[Told], as_of: date, events: Sequence[Event] = ()) -> tuple[Agreement, ...]:
    """Every agreement of which something is said by `as_of`, the youngest first. `events` keep out what an analyst rejected."""
    claims = [t for t in without_rejected(events, told) if t.claim.type in _TYPES and (t.published is None or t.published <= as_of)]
    claims.sort(key=lambda t: (_day(t) or date.min, t.published or date.min, t.report, t.claim.evidence.start, t.claim.id))
    lives = [life for group in _groups(claims) for life in _lives(group)]
    found = [_agreement(life) for life in lives]
    return tuple(sorted(found, key=lambda a: (-(a.steps[-1].day or date.min).toordinal(), a.parties, a.places)))


def _ahead(t: Told) -> bool:
    """Whether the claim speaks of a day after its telling; a day's difference may be one of time zones."""
    start = t.claim.when.start if t.claim.when else None
    return start is not None and t.published is not None and start > t.published + timedelta(days=1)


def _day(t: Told) -> date | None:
    return t.claim.when.start if t.claim.when and t.claim.when.start and not _ahead(t) else t.published


def _key(actor: Actor) -> str:
    return actor.id or actor.name.casefold()


def _groups(claims: Sequence[Told]) -> Iterator[list[Told]]:
    """Claims by their parties; a claim that names only one joins the group of that party that spoke last."""
    groups: dict[frozenset[str], list[Told]] = defaultdict(list)
    latest: dict[str, frozenset[str]] = {}
    nameless: dict[str, list[Told]] = defaultdict(list)
    for t in claims:
        parties = frozenset(_key(a) for a in (*t.claim.by, *t.claim.to))
        if not parties:
            nameless[(area_of(t.claim.places) or (f"\x1f{t.report}",))[0]].append(t)
            continue
        if len(parties) == 1:
            parties = latest.get(next(iter(parties)), parties)
        groups[parties].append(t)
        for party in parties:
            latest[party] = parties
    yield from groups.values()
    yield from (nameless[country] for country in sorted(nameless))


def _step(t: Told) -> Step:
    claim, quote = t.claim, t.claim.evidence.quote
    if claim.type == "ceasefire_violation":
        if claim.modality == "denied":
            return "breach denied"
        return "collapsed" if _COLLAPSED.search(quote) else "breached"
    if _TALKS.search(quote) and not _SIGNED.search(quote):
        return "talks"
    if _EXTENDED.search(quote):
        return "extended"
    if _COLLAPSED.search(quote):
        return "collapsed"
    if claim.modality == "asserted" and _IN_FORCE.search(quote) and not _ahead(t):
        return "in force"
    return "announced"


def _lives(claims: Sequence[Told]) -> Iterator[list[tuple[Told, LifeStep]]]:
    """The claims of the same parties, cut where another agreement begins."""
    life, so_far = list[tuple[Told, LifeStep]](), _SoFar()
    for t in claims:
        sure = t.claim.modality in {"asserted", "background"} or (t.claim.modality == "denied" and t.claim.type == "ceasefire_violation")
        step = LifeStep(_step(t), _day(t), t.published, voice_of(t).name, t.claim.evidence.quote, sure, ClaimRef(t.report, t.claim.id))
        if life and t.claim.modality == "asserted" and so_far.ends_before(step):
            yield life
            life, so_far = [], _SoFar()
        life.append((t, step))
        so_far.take(step)
    if life:
        yield life


@dataclass(slots=True)
class _SoFar:
    """What matters of a life for whether the next step still belongs to it: whether it is over, its last day, and that on which it was last said to be made."""

    over: bool = False
    last: date | None = None
    made: date | None = None

    def take(self, step: LifeStep) -> None:
        """Adds a step, which is no earlier than those before."""
        self.over = self.over or (step.step == "collapsed" and step.sure)
        self.last = step.day or self.last
        if step.sure and step.step in {"announced", "in force"}:
            self.made = step.day or self.made

    def ends_before(self, step: LifeStep) -> bool:
        """Whether a sure step begins an agreement of its own."""
        if self.over:
            return step.step in {"talks", "announced", "in force"}
        if step.step != "announced" or step.day is None or self.last is None:
            return False
        after_silence = step.day - self.last > SILENT and bool(_MADE.search(step.words))
        return after_silence or (self.made is not None and step.day - self.made > RETOLD and bool(_NEW.search(step.words)))


def _agreement(life: Sequence[tuple[Told, LifeStep]]) -> Agreement:
    steps = tuple(step for _, step in life)
    sure = [s for s in steps if s.sure and s.step != "breach denied"]
    last = sure[-1] if sure else None
    parties = {_key(a): a.name for t, _ in life for a in (*t.claim.by, *t.claim.to)}
    places: dict[str, Place] = {p.id or p.name: p for t, _ in life for p in t.claim.places}
    path = " → ".join(f"{s.step} ({s.day.isoformat() if s.day else 'no day'}, {s.claimant})" for s in sure) or "nothing sure is said of it yet"
    return Agreement(
        tuple(sorted(parties.values())), tuple(p.name for p in places.values()), last.step if last else None, last.day if last else None,
        sum(s.step == "breached" for s in sure), steps, path if parties else path + "; no claim names the parties",
    )  # fmt: skip
