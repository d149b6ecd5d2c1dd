"""Corrections: the desk's claims that stand in the place of others, whatever the machine reads later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self
from uuid import uuid4

from sqlalchemy import Connection, select

from sijill.records import Claim
from sijill.store.rows import claim_of
from sijill.store.tables import claims, corrections


@dataclass(frozen=True, slots=True)
class Correction:
    """A claim by the desk in the place of `supersedes`, with who made it and why. The claim has an id of its own: no claim is ever edited."""

    report: str
    claim: Claim
    supersedes: str
    author: str
    reason: str

    @classmethod
    def new(cls, report: str, claim: Claim, supersedes: str, author: str, reason: str) -> Self:
        """A correction with what `claim` says, under a fresh id; the claim's own id is not used. ValueError without author or reason."""
        return cls(report, replace(claim, id=f"d{uuid4().hex[:15]}"), supersedes, author.strip(), reason.strip())

    def __post_init__(self) -> None:
        if not self.author.strip() or not self.reason.strip():
            raise ValueError("a correction names its author and its reason")
        if self.claim.id == self.supersedes:
            raise ValueError(f"a correction of {self.supersedes} needs an id of its own")


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction on record: the claim in whose place it came, and when it was taken down."""

    correction: Correction
    replaced: Claim
    time: datetime

    def taking_back(self, author: str, reason: str) -> Correction:
        """The correction that puts the replaced claim's values back. It comes in the place of this one, and stays on record beside it."""
        return Correction.new(self.correction.report, self.replaced, self.correction.claim.id, author, reason)

    def takes_back(self, earlier: Corrected) -> bool:
        """Whether this puts back, word for word, what the earlier one replaced."""
        return self.replaced.id == earlier.correction.claim.id and replace(self.correction.claim, id=earlier.replaced.id) == earlier.replaced


def taken_back(made: Sequence[Corrected]) -> Mapping[str, Corrected]:
    """Of each correction that was taken back (by its claim's id), the one that did."""
    by_replaced = {c.correction.supersedes: c for c in made}
    pairs = ((c, by_replaced.get(c.correction.claim.id)) for c in made)
    return {c.correction.claim.id: later for c, later in pairs if later is not None and later.takes_back(c)}


def to_take_back(made: Sequence[Corrected], correction: str) -> Corrected:
    """The correction with this id, if it can be taken back. KeyError where there is none; ValueError where it no longer is what stands."""
    found = {c.correction.claim.id: c for c in made}[correction]
    if correction in taken_back(made):
        raise ValueError("this correction is taken back already")
    if any(c.correction.supersedes == correction for c in made):
        raise ValueError("this claim was corrected again since; take the later correction back first")
    return found


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim of a report with its place in the reading's order."""

    report: str
    rank: int
    claim: Claim


class Desk:
    """All corrections up to a moment: which claims they hide, and what stands instead."""

    def __init__(self, made: Sequence[tuple[Ranked, str]]) -> None:
        self._next = {old: ranked.claim.id for ranked, old in made}
        self._current = [ranked for ranked, _ in made if ranked.claim.id not in self._next]

    def stands_for(self, claim: str) -> str:
        """The id of the claim that now stands in its place; its own if none does."""
        while claim in self._next:
            claim = self._next[claim]
        return claim

    def merged(self, read: Iterable[Ranked]) -> Iterator[Ranked]:
        """Claims in order of report and rank, with the desk's in the places of those that they supersede."""
        if not self._next:
            yield from read
            return
        machine = (r for r in read if r.claim.id not in self._next)
        yield from sorted((*machine, *self._current), key=lambda r: (r.report, r.rank, r.claim.evidence.start))


def desk(connection: Connection, until: str, reports: Sequence[str] = ()) -> Desk:
    """The corrections taken down up to a moment, of these reports or, if none is named, of all."""
    asked = select(corrections).where(corrections.c.recorded <= until).order_by(corrections.c.seq)
    if reports:
        asked = asked.where(corrections.c.report.in_(reports))
    return Desk([(Ranked(row.report, row.rank, claim_of(row.json)), row.supersedes) for row in connection.execute(asked)])


def corrected(connection: Connection, report: str | None = None) -> Iterator[Corrected]:
    """The corrections as they were taken down, of all reports or of one, each with the claim that it replaced (as read last)."""
    c = corrections.c
    asked, read = select(corrections).order_by(c.seq), select(claims.c.id, claims.c.json).order_by(claims.c.seq)
    superseded = select(c.supersedes)
    if report is not None:
        asked, superseded = asked.where(c.report == report), superseded.where(c.report == report)
    known = {row.id: row.json for row in connection.execute(read.where(claims.c.id.in_(superseded)))}
    for row in connection.execute(asked):
        known[row.id] = row.json
        made = Correction(row.report, claim_of(row.json), row.supersedes, row.author, row.reason)
        yield Corrected(made, claim_of(known[row.supersedes]), datetime.fromisoformat(row.recorded))
