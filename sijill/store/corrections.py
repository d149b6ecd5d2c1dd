"""Corrections: the desk's claims that stand in the place of others, whatever the machine reads later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sijill.records import Claim
from sijill.store.rows import claim_of
from sijill.store.tables import corrections


@dataclass(frozen=True, slots=True)
class Correction:
    """A claim by the desk in the place of `supersedes`, with who made it and why. The claim has an id of its own: no claim is ever edited."""

    report: str
    claim: Claim
    supersedes: str
    author: str
    reason: str

    def __post_init__(self) -> None:
        if not self.author.strip() or not self.reason.strip():
            raise ValueError("a correction names its author and its reason")
        if self.claim.id == self.supersedes:
            raise ValueError(f"a correction of {self.supersedes} needs an id of its own")


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


def desk(connection: Connection, until: str, report: str | None = None) -> Desk:
    """The corrections taken down up to a moment, of all reports or of one."""
    asked = select(corrections).where(corrections.c.recorded <= until).order_by(corrections.c.seq)
    if report is not None:
        asked = asked.where(corrections.c.report == report)
    return Desk([(Ranked(row.report, row.rank, claim_of(row.json)), row.supersedes) for row in connection.execute(asked)])
