"""What people corrected, as the pages show it: the person's values beside the machine's, and every step on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sijill.export.words import code_words, count_words, when_words
from sijill.records import Claim, Place
from sijill.store import Corrected, taken_back


@dataclass(frozen=True, slots=True)
class Change:
    """One value that a person's claim says otherwise than the machine's: what it is, and both in words (empty where nothing was said)."""

    what: str
    machine: str
    person: str


@dataclass(frozen=True, slots=True)
class Past:
    """How a claim came to be what it is: the machine's own, and the corrections since, oldest first; none of them need be in force."""

    machine: Claim
    steps: tuple[Corrected, ...]

    @property
    def last(self) -> Corrected:
        """The newest correction."""
        return self.steps[-1]

    @property
    def by_person(self) -> bool:
        """Whether what stands is a person's: not where every correction was taken back."""
        return replace(self.last.correction.claim, id=self.machine.id) != self.machine

    @property
    def changes(self) -> tuple[Change, ...]:
        """Where the person's claim differs from the machine's."""
        return changes(self.machine, self.last.correction.claim)


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One correction of the list of decisions, with what it changed and what took it back; `open`: nothing stands on it, so that it can be taken back."""

    made: Corrected
    changes: tuple[Change, ...]
    undone_by: Corrected | None
    open: bool


def pasts(made: Sequence[Corrected]) -> Mapping[str, Past]:
    """The past of each claim that stands in the place of another, by its id."""
    found: dict[str, Past] = {}
    for one in made:
        before = found.pop(one.correction.supersedes, None)
        found[one.correction.claim.id] = Past(before.machine if before else one.replaced, (*(before.steps if before else ()), one))
    return found


def stands_for(made: Sequence[Corrected], claim: str) -> str:
    """The id of the claim that now stands in the place of one; its own where it was not corrected."""
    following = {one.correction.supersedes: one.correction.claim.id for one in made}
    while claim in following:
        claim = following[claim]
    return claim


def correction_rows(made: Sequence[Corrected]) -> tuple[CorrectionRow, ...]:
    """The corrections, the latest first; those that only take another back are shown with the one that they took back."""
    undone = taken_back(made)
    undoing = {later.correction.claim.id for later in undone.values()}
    superseded = {one.correction.supersedes for one in made}
    shown = [one for one in made if one.correction.claim.id not in undoing]
    return tuple(
        CorrectionRow(one, changes(one.replaced, one.correction.claim), undone.get(one.correction.claim.id), one.correction.claim.id not in superseded) for one in reversed(shown)
    )


def _places(found: Sequence[Place]) -> str:
    return "; ".join(f"{'' if p.role == 'at' else p.role + ' '}{p.name}{_point(p)}" for p in found)


def _point(place: Place) -> str:
    return " (not located)" if place.lat is None or place.lon is None else f" ({place.lat:.4g}, {place.lon:.4g})"


def _said(claim: Claim) -> Mapping[str, str]:
    """A claim's values in words, by what they are."""
    return {
        "what": code_words(claim.type), "said as": claim.modality, "by": "; ".join(a.name for a in claim.by), "to": "; ".join(a.name for a in claim.to),
        "where": _places(claim.places), "when": when_words(claim.when),
        "how many": "; ".join(f"{code_words(c.measure)}{f' ({c.who.name})' if c.who else f' ({c.status})' if c.status != 'unknown' else ''} {count_words(c)}" for c in claim.counts),
        "who says so": f"{claim.claimant.name} ({claim.claimant.kind})" if claim.claimant else "",
    }  # fmt: skip


_PARTS = (("what", "type"), ("said as", "modality"), ("by", "by"), ("to", "to"), ("where", "places"), ("when", "when"), ("how many", "counts"), ("who says so", "claimant"))


def changes(machine: Claim, person: Claim) -> tuple[Change, ...]:
    """Each value on which two claims differ."""
    was, now = _said(machine), _said(person)
    return tuple(Change(what, was[what], now[what]) for what, field in _PARTS if getattr(machine, field) != getattr(person, field))
