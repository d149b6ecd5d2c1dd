"""A report's text cut into pieces, each knowing which values of which claims rest on it: what the page shows as highlights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sijill.records import Claim, Mention

MarkKind = Literal["by", "to", "place", "time", "count", "claimant", "evidence"]
MARK_WORDS: dict[MarkKind, str] = {
    "by": "who did it", "to": "to whom", "place": "where", "time": "when", "count": "how many", "claimant": "who says so",
    "evidence": "the words a claim rests on",
}  # fmt: skip
_ORDER: tuple[MarkKind, ...] = tuple(MARK_WORDS)


@dataclass(frozen=True, slots=True)
class Mark:
    """One value's words: a half-open range of the text, what the value is, and the claim that it belongs to."""

    start: int
    end: int
    kind: MarkKind
    claim: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch between two mark ends. `kinds` has the one that gives the colour first; `opens`: claims whose evidence begins here."""

    text: str
    kinds: tuple[MarkKind, ...]
    claims: tuple[str, ...]
    opens: tuple[str, ...]

    @property
    def title(self) -> str:
        """What the words stand for, for a tooltip."""
        return " · ".join(MARK_WORDS[kind] for kind in self.kinds)


def marks_of(claims: Iterable[Claim]) -> Iterator[Mark]:
    """Every claim's evidence and every value's words."""
    for claim in claims:
        yield Mark(claim.evidence.start, claim.evidence.end, "evidence", claim.id)
        for kind, mention in _mentions(claim):
            yield Mark(mention.start, mention.end, kind, claim.id)


def _mentions(claim: Claim) -> Iterator[tuple[MarkKind, Mention]]:
    yield from (("by", actor.mention) for actor in claim.by)
    yield from (("to", actor.mention) for actor in claim.to)
    yield from (("place", place.mention) for place in claim.places)
    for count in claim.counts:
        yield "count", count.mention
        if count.who:
            yield "to", count.who.mention
    if claim.when:
        yield "time", claim.when.mention
    if claim.claimant:
        yield "claimant", claim.claimant.mention


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """`text[start:end]` cut at every end of a mark. Joined, the pieces are that text again. Cost grows with the marks, not with their square."""
    inside = sorted((m for m in marks if m.start < end and m.end > start), key=lambda m: m.start)
    cuts = {start, end} | {min(max(at, start), end) for m in inside for at in (m.start, m.end)}
    found: list[Piece] = []
    over: list[Mark] = []
    begun = 0
    for a, b in pairwise(sorted(cuts)):
        over = [m for m in over if m.end > a]
        while begun < len(inside) and inside[begun].start <= a:
            over.append(inside[begun])
            begun += 1
        found.append(_piece(text[a:b], a, over))
    return tuple(found)


def _piece(words: str, at: int, over: Sequence[Mark]) -> Piece:
    kinds = {m.kind for m in over}
    opens = tuple(dict.fromkeys(m.claim for m in over if m.kind == "evidence" and m.start == at))
    return Piece(words, tuple(k for k in _ORDER if k in kinds), tuple(dict.fromkeys(m.claim for m in over)), opens)


def paragraphs(text: str, claims: Iterable[Claim]) -> tuple[tuple[Piece, ...], ...]:
    """The text line by line (empty lines left out), each line as pieces."""
    marks = sorted(marks_of(claims), key=lambda m: m.start)
    lines: list[tuple[Piece, ...]] = []
    open_marks: list[Mark] = []
    at = begun = 0
    for line in text.split("\n"):
        end = at + len(line)
        open_marks = [m for m in open_marks if m.end > at]
        while begun < len(marks) and marks[begun].start < end:
            open_marks.append(marks[begun])
            begun += 1
        if line.strip():
            lines.append(pieces(text, at, end, open_marks))
        at = end + 1
    return tuple(lines)
