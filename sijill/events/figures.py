"""The figures of a claim as one voice's word: whom they count, which are parts of others, which are late deaths and no totals.

"Eleven people were killed, including six novices" is eleven; "three soldiers and a child" is four; "a fourth paramedic died" is at
least four; "two of the wounded died" is no total at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sijill.events.voice import Voice, voice_of
from sijill.knowledge.folding import plain_letters
from sijill.records import ClaimRef, Count, Measure, Modality, PersonStatus, Quantifier, Told, Unit

Numbers = tuple[int | None, int | None, int | None, Quantifier]
"""low, best, high and the quantifier."""

MANKIND = 8_500_000_000
"""No toll counts more people than there are; a larger figure is shown but not used."""

MOVED: frozenset[Measure] = frozenset({"displaced", "returned"})
"""Measures of civilians alone: "no civilians fled" is a whole zero, where "no civilians were killed" is a part's."""

PEOPLE: frozenset[Measure] = frozenset({"killed", "injured", "missing", "captured", "displaced", "returned"})

_PART = re.compile(
    r"includ|\bof (?:whom|them|which)\b|\bamong\b|\bincl\b|\btaking\b|\bbringing\b|\bnot\b|\bup from\b|\binstead\b|\bcontrary\b|[(:]|\bmostly\b|\bfirst wave\b|"
    r"\brival\b|\beither\b|\bor\b|\bversus\b|\bclaims?\b|\btoll\b|\bstands? at\b|\bas an?\b|\bwhile\b", re.IGNORECASE)  # fmt: skip
EARLIEST = datetime.min.replace(tzinfo=UTC)
BEFORE = 30
"""Characters before a first figure that may tell that those after it are its parts or rivals."""
_RIVAL = re.compile(r"\brivals?\b|\beither\b|\bor\b|\bversus\b|\bclaim\w*|\blies?\b|\bfalse\w*|\bdisput\w+", re.IGNORECASE)
_WHOLE = re.compile(r"\s*(?:dead|deaths?|people|persons|victims|fatalities|casualties|were killed|killed|martyrs|bodies)\b", re.IGNORECASE)
_NO_HARM = re.compile(r"\b(?:casualt\w+|loss(?:es)?|victims)\b", re.IGNORECASE)
_LATE = re.compile(
    r"\bof the (?:wounded|injured|burned|hurt)\b|\bsuccumb|\bdied (?:of|from|in|at|during)\b|\bhave since died\b|\bsince died\b|\bdied of (?:his|her|their)\b|"
    r"\bbody (?:of .{0,40})?(?:was|been|having been)? ?(?:found|recovered)\b", re.IGNORECASE)  # fmt: skip
_OF_THE_HURT = re.compile(r"\s*of the (?:wounded|injured|burned|hurt)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\btoll\b|\btaking the\b|\bnumber\b|\btotal\b|\bin all\b", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:we|they|it|who|forces?|army|group) lost\b|^\W*lost\b|\bour (?:own )?(?:dead|loss(?:es)?|martyrs|comrades|fighters|side|members)\b|\bown (?:dead|loss(?:es)?|camp|side|fighters|soldiers)\b|"
    r"\bfriendly side\b|\b(?:admit|acknowledg|mourn|conced)\w*\b|\bthe loss of\b", re.IGNORECASE)  # fmt: skip
_ORDINALS = {word: n for n, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 2)}
_ORDINAL = re.compile(rf"\b(?:a|the|his|her) ({'|'.join(_ORDINALS)})\b", re.IGNORECASE)
_CHILDREN = re.compile(r"\b(?:child(?:ren)?|girls?|boys?|bab(?:y|ies)|infants?|minors?|pupils?|novices?|\d+-year-old (?:boy|girl))\b", re.IGNORECASE)
_WOMEN = re.compile(r"\b(?:wom[ae]n|mothers?|grandmothers?|wife|wives)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a figure counts. `who`: an actor's name, "women" or "children", or None for everybody of that status."""

    who: str | None
    status: PersonStatus


EVERYBODY = Whom(None, "unknown")


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of one voice. `whole`: it counts all whom the claim counts; else a part of
    them, or it says that a part is nobody. `total` is False for late deaths, `own`
    tells a side's word on its own losses, `rival` that the words set it against another or call it a claim."""

    voice: Voice
    measure: Measure
    unit: Unit
    whom: Whom
    low: int | None
    best: int | None
    high: int | None
    quantifier: Quantifier
    whole: bool
    total: bool
    own: bool
    rival: bool
    published: date | None
    moment: datetime | None
    order: tuple[str, str, int, str]
    ref: ClaimRef
    modality: Modality
    origin: str

    @property
    def size(self) -> int:
        """Its largest number; -1 where it has none."""
        return max((n for n in (self.low, self.best, self.high) if n is not None), default=-1)

    @property
    def told_at(self) -> tuple[date, datetime]:
        """When it was said: by the day, then by the hour; undated figures and those of a day without an hour count as earlier."""
        return self.published or date.min, self.moment or EARLIEST


def _whom(count: Count) -> Whom:
    words = f"{count.mention.text} {count.who.mention.text if count.who else ''}"
    if count.status != "combatant" and _CHILDREN.search(words):
        return Whom("children", "civilian")
    if count.status != "combatant" and _WOMEN.search(words):
        return Whom("women", "civilian")
    if count.status == "combatant":
        return Whom(count.who.name if count.who and count.who.id else None, "combatant")
    return Whom(None, count.status)


def _bounds(count: Count) -> Numbers:
    """A count's numbers; an ordinal ("a fourth paramedic") says that there are at least so many."""
    found = _ORDINAL.search(count.mention.text)
    if found and count.best == 1:
        return _ORDINALS[plain_letters(found[1]).lower()], None, None, "at_least"
    return count.low, count.best, count.high, count.quantifier


def _plus(counts: Sequence[Count]) -> Numbers:
    """Several counts that stand side by side, added; a part without a number leaves a lower bound."""
    lows = [c.low if c.low is not None else c.best for c in counts]
    known = [n for n in lows if n is not None]
    if len(known) == len(counts) and all(c.quantifier == "exact" for c in counts):
        total = sum(known)
        return total, total, total, "exact"
    return (sum(known), None, None, "at_least") if known else (None, None, None, "vague")


def _largest(counts: Sequence[Count]) -> Count:
    return max(counts, key=lambda c: (max((n for n in (c.low, c.best, c.high) if n is not None), default=-1), -c.mention.start))


def _side_by_side(told: Told, counts: Sequence[Count]) -> bool:
    """Whether counts are parts of one whole that the words list, with nothing between them that makes one a part of the other."""
    evidence = told.claim.evidence
    ordered = sorted(counts, key=lambda c: c.mention.start)
    if ordered[0].mention.start < evidence.start or ordered[-1].mention.end > evidence.end:
        return False  # the words between them are not at hand
    first_ends = ordered[0].mention.end - evidence.start
    before = max(0, first_ends - BEFORE)
    if _PART.search(evidence.quote[before : ordered[-1].mention.end - evidence.start]) or _WHOLE.match(evidence.quote[first_ends:]):
        return False
    numbers = [c.low if c.low is not None else c.best for c in ordered]
    first = numbers[0]
    return not (first is not None and len(numbers) > 1 and first == sum(n or 0 for n in numbers[1:]))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A claim as the source of figures."""

    told: Told
    voice: Voice
    late: bool
    own: bool
    rival: bool

    def said(self, count: Count, whom: Whom, numbers: Numbers, whole: bool) -> Said:
        claim = self.told.claim
        after = claim.evidence.quote[max(0, count.mention.end - claim.evidence.start) :]
        late = (self.late or bool(_OF_THE_HURT.match(after))) and count.measure == "killed" and numbers[3] != "at_least"
        published = self.told.published
        return Said(
            self.voice, count.measure, count.unit, whom, *numbers, whole, not late, self.own, self.rival, published, self.told.moment,
            (published.isoformat() if published else "", self.told.report, claim.evidence.start, claim.id),
            ClaimRef(self.told.report, claim.id), claim.modality, self.told.origin,
        )  # fmt: skip


def figures_of(told: Told) -> Iterator[Said]:
    """The figures of a claim: the whole of each measure and unit, and its parts where there are several."""
    by_kind: dict[tuple[Measure, Unit], list[Count]] = {}
    for count in told.claim.counts:
        by_kind.setdefault((count.measure, count.unit), []).append(count)
    quote = told.claim.evidence.quote
    clause = _Clause(told, voice_of(told), bool(_LATE.search(quote)) and not _TOTAL.search(quote), bool(_OWN.search(quote)), bool(_RIVAL.search(quote)))
    for counts in by_kind.values():
        whole = counts[0] if len(counts) == 1 else None if _side_by_side(told, counts) else _largest(counts)
        if whole is not None:
            whom = _whom(whole)
            yield clause.said(whole, whom, _bounds(whole), whole.high != 0 or whole.measure in MOVED or whom.status not in {"civilian", "combatant"})
            if whole.measure == "other" and whole.high == 0 and _NO_HARM.search(whole.mention.text):
                yield clause.said(replace(whole, measure="killed"), whom, (0, 0, 0, "exact"), True)
        else:
            yield clause.said(counts[0], _common(counts), _plus(counts), True)
        for count in counts:
            if count is not whole:
                yield clause.said(count, _whom(count), _bounds(count), False)


def _common(counts: Sequence[Count]) -> Whom:
    """Whom several counts count together."""
    statuses = {c.status for c in counts}
    if len(statuses) > 1:
        return Whom(None, "mixed" if statuses == {"combatant", "civilian"} else "unknown")
    return Whom(None, statuses.pop())
