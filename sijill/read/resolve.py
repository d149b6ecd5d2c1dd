"""Claims that were made elsewhere, with actors and places resolved where they are not: the same resolvers, without the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sijill.knowledge import Knowledge
from sijill.read.context import context
from sijill.read.where import Located, PlaceMention, locate
from sijill.read.who import Cast
from sijill.records import Actor, Claim, Place, Reading, Report

_FOLLOWING = 30
"""Code points behind an actor's words that may tell a state from its forces."""


@dataclass(frozen=True, slots=True)
class _Resolver:
    """What is known of one report: who is who, and where its places lie."""

    report: Report
    cast: Cast
    located: Mapping[tuple[int, int, str], Located]

    def actor(self, actor: Actor) -> Actor:
        if actor.id is not None:
            return actor
        found = self.cast.who(actor.mention, self.report.text[actor.mention.end : actor.mention.end + _FOLLOWING]).actor
        return found if found.id is not None else replace(actor, kind=found.kind if actor.kind == "other" else actor.kind)

    def place(self, place: Place) -> Place:
        found = self.located.get((place.mention.start, place.mention.end, place.role))
        if found is None or found.lat is None:
            return place
        return Place(found.name, found.id, found.lat, found.lon, found.precision, found.admin, place.role, place.mention)

    def claim(self, claim: Claim) -> Claim:
        counts = tuple(replace(c, who=self.actor(c.who)) if c.who else c for c in claim.counts)
        return replace(
            claim, by=tuple(map(self.actor, claim.by)), to=tuple(map(self.actor, claim.to)), places=tuple(map(self.place, claim.places)), counts=counts
        )  # fmt: skip


def resolved(report: Report, reading: Reading, knowledge: Knowledge) -> Reading:
    """The reading with an id and coordinates for the actors and places that have none and are known. What is resolved already stays."""
    about = context(report, knowledge.actors)
    open_places = {(p.mention.start, p.mention.end, p.role): p.mention.text for c in reading.claims for p in c.places if p.id is None and p.lat is None}
    asked = [PlaceMention(start, end, text, role) for (start, end, role), text in sorted(open_places.items())]
    found = locate(asked, about.countries, knowledge.gazetteer, report.text)
    actors = [a.mention for c in reading.claims for a in (*c.by, *c.to)]
    cast = Cast(actors, about, report.day.year if report.day else None, knowledge)
    resolver = _Resolver(report, cast, {(m.start, m.end, m.role): where for m, where in zip(asked, found, strict=True)})
    return replace(reading, claims=tuple(map(resolver.claim, reading.claims)))
