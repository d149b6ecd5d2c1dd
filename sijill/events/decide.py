"""People's judgements: which are in force, how they bind claims, and what status they give an event.

In force is what no later judgement in force takes back; an undo reaches only judgements made before it, so circles have no effect.
Judgements are replayed by time, then id: the later of two that contradict each other wins.

merge     the events that hold its claims, as they stand at that time with what was published by then, are one.
split     its claims stand together, apart from those that stood with them in the event at that time and were published by then;
          later reports may join either part.
confirm, reject   its claims stand together, and their event has that status while they are at least half of it. A later merge
          that takes in claims of a rejected event lifts the rejection.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from itertools import combinations

from sijill.events.cluster import Pair
from sijill.events.grouping import strand_groups
from sijill.events.strand import Strand
from sijill.records import EventStatus, Judgement, Told

SAME_STRAND = 3.0
"""Log-odds between parts of one strand that a judgement took apart from each other."""


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Judgements that hold, by time. Undo that names itself, a later or an unknown judgement does nothing; a repeated id counts once."""
    once: dict[str, Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.time, j.id)):
        once.setdefault(judgement.id, judgement)
    taken_back: set[str] = set()
    held: list[Judgement] = []
    earlier = set(once)
    for judgement in reversed(once.values()):
        earlier.discard(judgement.id)
        if judgement.id in taken_back:
            continue
        if judgement.kind == "undo":
            taken_back |= earlier & set(judgement.subjects)
        else:
            held.append(judgement)
    return tuple(reversed(held))


def claims_ruled(judgements: Iterable[Judgement], ids: Iterable[str]) -> set[str]:
    """The claims that the judgements of these ids are about; of an undo those of what it takes back, since that is what changes."""
    known = {judgement.id: judgement for judgement in judgements}
    ahead, seen, claims = list(ids), set[str](), set[str]()
    while ahead:
        judgement = known.get(ahead.pop())
        if judgement is None or judgement.id in seen:
            continue
        seen.add(judgement.id)
        if judgement.kind == "undo":
            ahead += judgement.subjects
        else:
            claims.update(judgement.subjects)
    return claims


def day_of_judgement(judgement: Judgement) -> date:
    """The calendar day (UTC) on which it was made."""
    return judgement.time.astimezone(UTC).date()


@dataclass(frozen=True, slots=True)
class _Part:
    """Claims of one strand that no split tells apart."""

    strand: int
    told: tuple[Told, ...]

    def known_by(self, day: date) -> bool:
        return any(t.published is None or t.published <= day for t in self.told)


def _parts(strands: Sequence[Strand], splits: Sequence[Judgement]) -> list[_Part]:
    sets = [frozenset(s.subjects) for s in splits]
    parts: list[_Part] = []
    for number, strand in enumerate(strands):
        by_mark: dict[tuple[bool, ...], list[Told]] = {}
        for t in strand.told:
            by_mark.setdefault(tuple(t.claim.id in s for s in sets), []).append(t)
        parts += [_Part(number, tuple(found)) for found in by_mark.values()]
    return parts


class _Replay:
    """The bonds and bars between parts as judgements are made one after another."""

    def __init__(self, strands: Sequence[Strand], parts: Sequence[_Part], scores: dict[Pair, float], barred: set[Pair]) -> None:
        self.strands = strands
        self.parts = parts
        self.scores: dict[Pair, float] = {}
        self.machine_bars: set[Pair] = set()
        self.bars: set[Pair] = set()
        self.bonds: set[Pair] = set()
        for a, b in combinations(range(len(parts)), 2):
            pair = (parts[a].strand, parts[b].strand)
            if pair[0] == pair[1]:
                self.scores[a, b] = SAME_STRAND
            elif pair in barred:
                self.machine_bars.add((a, b))
            elif pair in scores:
                self.scores[a, b] = scores[pair]

    def groups(self, known: Iterable[int] | None = None) -> list[list[int]]:
        """Groups of the parts, or of those known, under the bonds and bars so far."""
        numbers = list(range(len(self.parts))) if known is None else sorted(known)
        at = {n: k for k, n in enumerate(numbers)}

        def inner(pairs: Iterable[Pair]) -> set[Pair]:
            return {(at[a], at[b]) for a, b in pairs if a in at and b in at}

        scores = {(at[a], at[b]): s for (a, b), s in self.scores.items() if a in at and b in at}
        strands = [self.strands[self.parts[n].strand] for n in numbers]
        found = strand_groups(strands, scores, inner(self.machine_bars | self.bars), inner(self.bonds))
        return [[numbers[k] for k in group] for group in found]

    def apply(self, judgement: Judgement) -> None:
        ids = set(judgement.subjects)
        named = [n for n, part in enumerate(self.parts) if any(t.claim.id in ids for t in part.told)]
        if not named:
            return
        together = set(combinations(named, 2))
        if judgement.kind in {"merge", "split"}:
            day = day_of_judgement(judgement)
            known = {n for n, part in enumerate(self.parts) if part.known_by(day)} | set(named)
            whole = sorted(n for group in self.groups(known) if set(group) & set(named) for n in group)
            if judgement.kind == "merge":
                together = set(combinations(whole, 2))
            else:
                across = {(min(a, b), max(a, b)) for a in named for b in whole if b not in named}
                self.bars |= across
                self.bonds -= across
        self.bonds |= together
        self.bars -= together


def judged_groups(strands: Sequence[Strand], scores: dict[Pair, float], barred: set[Pair], judgements: Sequence[Judgement]) -> list[list[Told]]:
    """The claims of each event among these strands, as the machine and the judgements in force have it."""
    splits = [j for j in judgements if j.kind == "split"]
    replay = _Replay(strands, _parts(strands, splits), scores, barred)
    for judgement in judgements:
        replay.apply(judgement)
    return [[t for n in group for t in replay.parts[n].told] for group in replay.groups()]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An event's status and what people decided about it, in words."""

    status: EventStatus
    notes: tuple[str, ...]


def _line(judgement: Judgement, deed: str) -> str:
    return f"{deed} by {judgement.author} on {day_of_judgement(judgement)}: {judgement.reason}"


def verdict(claims: frozenset[str], judgements: Sequence[Judgement]) -> Verdict:
    """The status of the event with these claims. `judgements` in force, by time; only those that touch it say anything."""
    status: EventStatus = "draft"
    notes: list[str] = []
    rejected: frozenset[str] = frozenset()
    for judgement in judgements:
        subjects = frozenset(judgement.subjects)
        here = subjects & claims
        if not here:
            continue
        if judgement.kind == "merge":
            notes.append(_line(judgement, "merged"))
            if here & rejected and here - rejected:
                status = "draft"
                notes.append("the merge lifts the rejection")
        elif judgement.kind == "split":
            notes.append(_line(judgement, "split off" if here == subjects else "split from this event"))
        elif 2 * len(here) < len(subjects):
            continue
        elif 2 * len(here) >= len(claims):
            status = "confirmed" if judgement.kind == "confirm" else "rejected"
            rejected = here if status == "rejected" else frozenset()
            fresh = len(claims - here)
            notes.append(_line(judgement, status) + (f"; {fresh} claim(s) came in since" if fresh else ""))
        else:
            status, rejected = "draft", here if judgement.kind == "reject" else frozenset()
            notes.append(_line(judgement, f"{judgement.kind}ed when it had {len(here)} of its {len(claims)} claims") + "; look again")
    return Verdict(status, tuple(notes))
