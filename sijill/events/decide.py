"""People's judgements: which are in force, how they bind claims, and what status they give an event.

In force is what no later judgement in force takes back; an undo reaches only judgements made before it, so circles have no effect.
Judgements are replayed as the store took them down; where no store did, by their authors' clocks, then id, an undo after what it
names. The later of two that contradict each other wins.

merge     the events that hold its claims, as they stood before its author, are one.
split     its claims stand together, apart from those that stood with them before its author; later reports may join either part.
confirm, reject   its claims stand together, and their event has that status while they are at least half of it. A later merge
          that takes in claims of a rejected event lifts the rejection.

What stood before an author is what the store had taken down, whatever days the reports bear. Claims that no store took down count by
their day of publication; a split that would part nothing so is about all that stands together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import combinations

from sijill.events.cluster import Pair
from sijill.events.grouping import strand_groups
from sijill.events.strand import Strand
from sijill.records import EventStatus, Judgement, Told

SAME_STRAND = 3.0
"""Log-odds between parts of one strand that a judgement took apart from each other."""


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Judgements that hold, in the order made. Undo that names itself, a later or an unknown judgement does nothing; a repeated id counts once."""
    made = list(_as_made(judgements))
    taken_back: set[str] = set()
    held: list[Judgement] = []
    earlier = {judgement.id for judgement in made}
    for judgement in reversed(made):
        earlier.discard(judgement.id)
        if judgement.id in taken_back:
            continue
        if judgement.kind == "undo":
            taken_back |= earlier & set(judgement.subjects)
        else:
            held.append(judgement)
    return tuple(reversed(held))


def _order(judgement: Judgement) -> tuple[datetime, str]:
    """As taken down, in the order given where that is one moment; else by the author's clock and id."""
    return (judgement.recorded, "") if judgement.recorded else (judgement.time, judgement.id)


def _as_made(judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    """Each id once. What an undo names was there when it was made, so it waits for that; those that name each other in a circle come last."""
    ahead: dict[str, Judgement] = {}
    for judgement in sorted(judgements, key=_order):
        ahead.setdefault(judgement.id, judgement)
    waiting: dict[str, list[Judgement]] = defaultdict(list)
    done: set[str] = set()
    for judgement in ahead.values():
        free = [judgement]
        while free:
            now = free.pop()
            needed = next((s for s in now.subjects if now.kind == "undo" and s in ahead and s != now.id and s not in done), None)
            if needed is not None:
                waiting[needed].append(now)
                continue
            done.add(now.id)
            yield now
            free += reversed(waiting.pop(now.id, []))
    yield from (judgement for judgement in ahead.values() if judgement.id not in done)


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

    def known_by(self, moment: datetime) -> bool:
        return any(_there(t, moment) for t in self.told)


def _there(told: Told, moment: datetime) -> bool:
    """Whether a claim was there to be seen at a moment."""
    if told.recorded is not None:
        return told.recorded <= moment
    return told.published is None or told.published <= moment.astimezone(UTC).date()


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
            whole = self._seen(judgement, named)
            if judgement.kind == "merge":
                together = set(combinations(whole, 2))
            else:
                across = {(min(a, b), max(a, b)) for a in named for b in whole if b not in named}
                self.bars |= across
                self.bonds -= across
        self.bonds |= together
        self.bars -= together

    def _seen(self, judgement: Judgement, named: Sequence[int]) -> list[int]:
        """The parts of the events that hold the named ones, as they stood before the judgement's author."""
        moment = judgement.recorded or judgement.time
        known = {n for n, part in enumerate(self.parts) if part.known_by(moment)} | set(named)
        whole = self._around(named, known)
        if judgement.kind == "split" and set(whole) == set(named) and not any(n in bar for bar in self.bars for n in named):
            undated = {n for n, part in enumerate(self.parts) if any(t.recorded is None for t in part.told)}
            whole = self._around(named, known | undated)
        return whole

    def _around(self, named: Sequence[int], known: Iterable[int]) -> list[int]:
        return sorted(n for group in self.groups(known) if set(group) & set(named) for n in group)


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
