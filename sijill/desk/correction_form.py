"""The form in which a person corrects a claim: filled from the claim as it stands, and read back into a claim that says what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar, cast, get_args

from sijill.desk.correction_values import Source, Typed, actor_of, choice, claimant_of, count_of, place_of, said, when_of
from sijill.desk.lookup import Lookup, Offer
from sijill.records import (
    CLAIM_TYPES,
    MEASURES,
    MODALITIES,
    Actor,
    ActorKind,
    Claim,
    ClaimantKind,
    ClaimType,
    Count,
    Modality,
    PersonStatus,
    Place,
    PlaceRole,
    Quantifier,
    Unit,
)

KINDS, ROLES, UNITS, STATUSES, CLAIMANT_KINDS = (get_args(t) for t in (ActorKind, PlaceRole, Unit, PersonStatus, ClaimantKind))
QUANTIFIERS: dict[Quantifier, str] = {
    "exact": "exactly", "at_least": "at least", "more_than": "more than", "at_most": "at most", "less_than": "less than", "about": "about", "vague": "vague words, no number",
    "unstated": "said, number not given",
}  # fmt: skip
Value = TypeVar("Value", Actor, Place, Count)


@dataclass(frozen=True, slots=True)
class CorrectionForm:
    """A form as it is shown: of which claim, what stands in its fields, the places offered for each place row, and what was wrong with it."""

    claim: Claim
    typed: Typed
    offers: Mapping[int, tuple[Offer, ...]]
    problem: str = ""

    def __getitem__(self, key: str) -> str:
        """What stands in a field; empty where it was not sent."""
        return self.typed.get(key, "")


def _actor_fields(key: str, actor: Actor) -> Iterator[tuple[str, str]]:
    yield from ((f"{key}.name", actor.name), (f"{key}.kind", actor.kind))


def _place_fields(key: str, place: Place) -> Iterator[tuple[str, str]]:
    values: dict[str, object] = {"name": place.name, "role": place.role, "id": place.id, "lat": place.lat, "lon": place.lon, "precision": place.precision}
    yield from ((f"{key}.{name}", "" if value is None else str(value)) for name, value in values.items())
    yield f"{key}.admin", " / ".join(place.admin)


def _count_fields(key: str, count: Count) -> Iterator[tuple[str, str]]:
    one = count.quantifier == "exact"
    values: dict[str, object] = {
        "measure": count.measure, "quantifier": count.quantifier, "unit": count.unit, "status": count.status, "who": count.who.name if count.who else None,
        "low": None if one else count.low, "best": count.best, "high": None if one else count.high,
    }  # fmt: skip
    yield from ((f"{key}.{name}", "" if value is None else str(value)) for name, value in values.items())


def fields_of(claim: Claim) -> dict[str, str]:
    """What stands in the form before anything is changed. An exact count shows its one number; days are first and last, both included."""
    fields: dict[str, str] = {"type": claim.type, "modality": claim.modality}
    for side, actors in (("by", claim.by), ("to", claim.to)):
        for n, actor in enumerate(actors):
            fields.update(_actor_fields(f"{side}.{n}", actor))
    for n, place in enumerate(claim.places):
        fields.update(_place_fields(f"place.{n}", place))
    for n, count in enumerate(claim.counts):
        fields.update(_count_fields(f"count.{n}", count))
    if claim.when and claim.when.start:
        fields["when.first"] = claim.when.start.isoformat()
        fields["when.last"] = (claim.when.end - timedelta(days=1)).isoformat() if claim.when.end else ""
    if claim.claimant:
        fields.update({"says.name": claim.claimant.name, "says.kind": claim.claimant.kind})
    return fields


def form_of(claim: Claim) -> CorrectionForm:
    """The form for a claim as it stands. Nothing is looked up yet: most corrections are of a day or a number."""
    return CorrectionForm(claim, fields_of(claim), {})


def form_again(claim: Claim, typed: Typed, lookup: Lookup, problem: str = "") -> CorrectionForm:
    """The form as it was last typed, with the places that each name may mean."""
    offers = {n: lookup.offers(typed.get(f"place.{n}.name", "")) for n in range(len(claim.places) + 1)}
    return CorrectionForm(claim, typed, offers, problem)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A form read against the claim that it corrects. What was not touched stays the very same value, even one that no form would make."""

    source: Source
    typed: Typed
    lookup: Lookup
    before: Typed

    def touched(self, key: str) -> bool:
        """Whether something else stands in one of a value's fields than before."""
        return any(said(self.typed, name) != self.before.get(name, "") for name in self.typed if name.startswith(f"{key}."))

    def rows(self, key: str, was: tuple[Value, ...], made: Callable[[Typed, str, Value | None, Source, Lookup], Value | None]) -> tuple[Value, ...]:
        """Each row of the form, the new one last; those that are to go are left out."""
        found: list[Value] = []
        for n in range(len(was) + 1):
            old, row = was[n] if n < len(was) else None, f"{key}.{n}"
            value = made(self.typed, row, old, self.source, self.lookup) if self.touched(row) else old
            found += [value] if value is not None else []
        return tuple(found)

    def claim(self) -> Claim:
        """The claim as the form says it."""
        was, typed = self.source.claim, self.typed
        return replace(
            was,
            type=cast(ClaimType, choice(typed, CLAIM_TYPES, "what", "type")),
            modality=cast(Modality, choice(typed, MODALITIES, "said as", "modality")),
            by=self.rows("by", was.by, actor_of),
            to=self.rows("to", was.to, actor_of),
            places=self.rows("place", was.places, place_of),
            when=when_of(typed, was.when, self.source) if self.touched("when") else was.when,
            counts=self.rows("count", was.counts, count_of),
            claimant=claimant_of(typed, was.claimant, self.source) if self.touched("says") else was.claimant,
        )


def corrected_claim(source: Source, typed: Typed, lookup: Lookup, author: str, reason: str) -> Claim:
    """The claim as the form says it, with all that was not touched as it was. ValueError says which field is wrong, or that nothing was changed.

    A person vouches for it, so its score is 1; whose it is stands in its why.
    """
    before = fields_of(source.claim)
    made = _Reader(source, {**before, **typed}, lookup, before).claim()
    if made == source.claim:
        raise ValueError("nothing is changed; change a value, or leave the claim as it is")
    return replace(made, score=1.0, why=f"corrected by {author.strip()}: {reason.strip()}")


MENUS = {
    "types": CLAIM_TYPES, "modalities": MODALITIES, "kinds": KINDS, "roles": ROLES, "units": UNITS, "statuses": STATUSES, "claimant_kinds": CLAIMANT_KINDS,
    "measures": MEASURES, "quantifiers": QUANTIFIERS,
}  # fmt: skip
"""What the form's menus offer."""
