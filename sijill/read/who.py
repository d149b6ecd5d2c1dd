"""Who: the words for an actor to a canonical name, an id of the actor list where it has one, and a kind.

Three steps, the first that answers decides: the actor list (through short names that the report introduced), a generic word ("the
group", "its fighters") that stands for an actor named before it, the words themselves with the kind that their nouns tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sijill.knowledge.actors import ActorList, Match
from sijill.knowledge.terms import Terms
from sijill.read.context import Context
from sijill.records import Actor, ActorKind, Mention

_ANAPHOR = re.compile(
    r"^(?:the|this|that|its|their|these|those|his|said)\s+(?:\w+\s+)?(?P<noun>group|movement|organi[sz]ation|faction|militia|rebels?|insurgents?|militants?|"
    r"jihadis?t?s?|terrorists?|extremists?|separatists?|gang|cartel|fighters?|forces?|troops?|soldiers?|army|military|side|coalition|junta|units?|men|gunmen|members?|commanders?)$",
    re.IGNORECASE,
)
_STANDS_FOR: dict[str, frozenset[ActorKind]] = {
    "armed": frozenset({"rebels", "militia", "communal"}),
    "state": frozenset({"state_forces", "external_forces"}),
    "any": frozenset({"rebels", "militia", "communal", "state_forces", "external_forces"}),
}
_OF_STATE = re.compile(r"^(?:troops?|soldiers?|army|military|junta)$", re.IGNORECASE)
_OF_ANY = re.compile(r"^(?:fighters?|forces?|units?|men|members?|side|commanders?|coalition)$", re.IGNORECASE)
_NEXT = re.compile(r"^(?: [\w-]+){1,2}")
_EDGE = re.compile(r"^(?:the|a|an|some|several|many|other|about|around|at least|nearly|\d[\d,.]*)\s+", re.IGNORECASE)

REACH = 1_500
"""Code points that a generic word is followed back; farther away it is left unresolved."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor of the list as the report named it, where it did."""

    start: int
    id: str
    name: str
    kind: ActorKind


class Knows(Protocol):
    """The part of Knowledge that this question needs."""

    @property
    def actors(self) -> ActorList: ...
    @property
    def terms(self) -> Terms: ...


@dataclass(frozen=True, slots=True)
class Who:
    """An actor with the reason for what it was taken to be."""

    actor: Actor
    why: str


def kind_of(words: str, terms: Terms) -> ActorKind:
    """The kind that the nouns of a phrase tell; `other` if they tell none."""
    return next((kind for kind, pattern in terms.actor_kinds if pattern.search(words)), "other")


def _listed(words: str, context: Context, actors: ActorList) -> Match | None:
    found = actors.find(words, context.countries)
    if found:
        return found
    for short, long in context.short_names.items():
        if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", words):
            return actors.find(long, context.countries)
    return None


def _earlier(words: str, start: int, named: Sequence[Named]) -> Named | None:
    """The actor that a generic phrase stands for: the last one named before it of a kind that the noun can mean."""
    found = _ANAPHOR.match(words.strip())
    if not found:
        return None
    noun = found["noun"]
    kinds = _STANDS_FOR["state" if _OF_STATE.match(noun) else "any" if _OF_ANY.match(noun) else "armed"]
    fitting = [n for n in named if n.start < start and start - n.start <= REACH and n.kind in kinds]
    return fitting[-1] if fitting else None


def who(mention: Mention, following: str, context: Context, named: Sequence[Named], knows: Knows) -> Who:
    """The actor of a mention. `following` are the words right after it ("Russian" + "air strikes" are its forces); `named` runs in text order."""
    actors, terms = knows.actors, knows.terms
    found = _listed(mention.text, context, actors)
    if found and found.entry.kind == "state" and (next_words := _NEXT.match(following)):
        wider = _listed(mention.text + next_words.group(), context, actors)
        found = wider if wider and wider.entry.countries == found.entry.countries else found
    if found:
        return Who(Actor(found.entry.name, found.entry.id, found.entry.kind, mention), found.why)
    back = _earlier(mention.text, mention.start, named)
    if back:
        return Who(Actor(back.name, back.id, back.kind, mention), f"“{mention.text}” stands for {back.name}, named before it")
    name = _EDGE.sub("", mention.text).strip() or mention.text
    long = context.short_names.get(name)
    return Who(Actor(long or name, None, kind_of(mention.text, terms), mention), "in no actor list; kept as it is called")


def named_actors(mentions: Sequence[Mention], context: Context, actors: ActorList) -> tuple[Named, ...]:
    """Those of a report's actor mentions that the list knows, in text order: what generic words can stand for."""
    out = []
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        found = _listed(mention.text, context, actors)
        if found:
            out.append(Named(mention.start, found.entry.id, found.entry.name, found.entry.kind))
    return tuple(out)
