"""The places that a report's proposals name, located together, and which of them are places of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from sijill.knowledge import Knowledge
from sijill.read.context import Context
from sijill.read.place_spans import completed
from sijill.read.tag import Proposal, Tagged
from sijill.read.where import Located, PlaceMention, locate
from sijill.records import Mention, Place, PlaceRole

NAMES_TOGETHER, MENTIONS_TOGETHER = 100, 400
"""Place names, and mentions of them, that are weighed against each other at once. Time and memory grow with the square of it; what stands
far apart in a text has no say about each other anyway."""

WhereTold = dict[tuple[int, int, str], tuple[Mention, Located]]
"""By start, end and role of a tagged span: the whole words that tell the place, and where it lies."""

_NOWHERE = re.compile(
    r"^(?:(?:the|these|those|some|several|many|other|key|various|different|strategic|important|new|more)(?: |$))*(?:locations|places|positions|sites|points|targets|areas|villages|towns)?$"
)
"""Words for places that name none: "key locations", or "key" cut from it, before the list of their names would be one place more than there are."""


def located(text: str, proposals: Sequence[Proposal], context: Context, knowledge: Knowledge) -> WhereTold:
    """For every span and role of a place where it lies, all decided together: in a very long report, stretch by stretch."""
    spans = {(t.span.start, t.span.end, cast("PlaceRole", t.role)) for p in proposals for t in p.places if t.role != "when"}
    whole = completed(text, sorted({(a, b) for a, b, _ in spans}))
    words = {(a, b, role): PlaceMention(*whole[a, b], text[slice(*whole[a, b])], role) for a, b, role in spans}
    found = {
        m: where
        for batch in together(sorted(set(words.values()), key=lambda m: (m.start, m.end, m.role)))
        for m, where in zip(batch, locate(batch, context.countries, knowledge.gazetteer, text), strict=True)
    }
    return {span: (Mention(m.text, m.start, m.end), found[m]) for span, m in words.items()}


def together(mentions: Iterable[PlaceMention]) -> Iterator[list[PlaceMention]]:
    """Place mentions in stretches of the text that are short enough to weigh each name against all others of its stretch."""
    batch: list[PlaceMention] = []
    names: set[str] = set()
    for mention in mentions:
        if len(batch) == MENTIONS_TOGETHER or len(names | {mention.text}) > NAMES_TOGETHER:
            yield batch
            batch, names = [], set()
        batch.append(mention)
        names.add(mention.text)
    if batch:
        yield batch


def places_of(text: str, proposal: Proposal, where: WhereTold) -> Iterator[tuple[Place, str]]:
    """The places of one claim, each once, with why each lies there."""
    none = {t for t, _ in no_places(text, proposal, where)}
    seen: set[tuple[int, int]] = set()
    for t in proposal.places:
        if t.role == "when" or t in none:
            continue
        words, at = where[t.span.start, t.span.end, t.role]
        if (words.start, words.end) not in seen:
            seen.add((words.start, words.end))
            yield Place(at.name, at.id, at.lat, at.lon, at.precision, at.admin, cast("PlaceRole", t.role), words), at.why


def no_places(text: str, proposal: Proposal, where: WhereTold) -> Iterator[tuple[Tagged, str]]:
    """Spans tagged as places that are none, with the reason: words for no place in particular, and an actor's ("army" of "army positions")."""
    for t in proposal.places:
        if t.role == "when":
            continue
        if _NOWHERE.match(text[t.span.start : t.span.end]):
            yield t, "the words name no place"
        elif where[t.span.start, t.span.end, t.role][1].lat is None and any(a.span.start <= t.span.start and t.span.end <= a.span.end for a in proposal.actors):
            yield t, "the words name an actor"
