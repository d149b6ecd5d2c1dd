"""Who: the words for an actor to a canonical name, an id of the actor list where it has one, and a kind.

A pronoun is followed back to an actor named before it, or left unresolved. Of the rest the first step that answers decides: a name of the actor list (also through short names that the report introduced); a generic word
("the group", "its fighters") that stands for an actor named before it; a name that the list knows only in reports about this
country; "the army" of the one country that the report is about; the words themselves with the kind that their nouns tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sijill.knowledge.actor_words import CIVILIANS, FORCES
from sijill.knowledge.actors import ActorList, Match
from sijill.knowledge.terms import Terms
from sijill.read.context import Context
from sijill.read.pronouns import PRONOUN, is_pronoun
from sijill.records import Actor, ActorKind, Mention

_ARMED: frozenset[ActorKind] = frozenset({"rebels", "militia", "communal"})
_STATE: frozenset[ActorKind] = frozenset({"state_forces", "external_forces"})
_NATIONAL: frozenset[ActorKind] = frozenset({"state_forces"})
_NOUNS: tuple[tuple[str, frozenset[ActorKind], bool], ...] = (
    (r"rebels?|insurgents?|militants?|jihadis?t?s?|terrorists?|extremists?|separatists?", frozenset({"rebels"}), False),
    (r"militia(?:men)?|group|movement|organi[sz]ation|faction|gang|cartel|fighters?", _ARMED, False),
    (r"army|military|navy|air force", _NATIONAL, False),
    (r"troops?|soldiers?", _STATE, False),
    (r"forces?|units?|members?|men|commanders?|side", _ARMED | _STATE, True),
    (r"guns?|gunners|artillery|batter(?:y|ies)|tanks?|aircraft|warplanes?|(?:fighter )?jets?|planes?|helicopters?|gunships?|drones?|rockets?|missiles?|snipers?", _ARMED | _STATE, True),
)
"""Generic nouns: the kinds of actor that each can stand for, and whether it does so only as somebody's own ("its men", not "the men")."""

_ANAPHOR = re.compile(
    r"^(?P<whose>(?i:the|this|that|these|those|said|its|their))\s+(?:(?P<which>[a-z]\w*|Islamist|Jihadist)\s+)?"
    rf"(?i:{'|'.join(f'(?P<n{k}>{nouns})' for k, (nouns, _, _) in enumerate(_NOUNS))})$"
)
"""An adjective in capitals ("the Kurdish fighters") names somebody; in small letters it may only describe ("the armed group")."""

_OWNED = re.compile(
    r"^(?P<owner>(?i:the|this|that|these|those) (?:[a-z]+ )?(?:group|movement|organi[sz]ation|faction|militia|army|military|rebels|insurgents|militants|militiamen))"
    r"(?:[’']s?) (?:[a-z]+ )?(?:fighters|men|forces|troops|soldiers|units|members|gunmen|militants|combatants|positions|snipers|drones|rockets|artillery)$"
)
"""Men of somebody named before: "the group's fighters" are the group."""

_OURS = re.compile(r"^our (?:[\w’'-]+ ){0,3}?(?P<head>[\w’'-]+)$", re.IGNORECASE)
_ARMED_HEADS = FORCES | frozenset("fighter fighters men mujahideen defence defense heroes resistance militants".split())

_OF_STATES = frozenset("government regime state army military security special federal national loyalist police ground".split())
_OF_REBELS = frozenset("rebel insurgent militant opposition jihadist jihadi islamist separatist guerrilla extremist terrorist".split())
_OF_NOBODY = frozenset("armed same said remaining attacking retreating entire whole own".split())
_PART = re.compile(r"^[Tt]he (?P<word>[A-Z]\w{2,})$")
_NEXT = re.compile(r"^(?: [\w-]+){1,2}")
_SHARED_HEAD = re.compile(r"^(?:,? and|/| or) (?:the )?[A-ZÀ-Þ][\w’'-]* (?P<head>[a-z]+)\b")
"""What two share: "Indian" is an army's in "Indian and Pakistani troops"."""

_EDGE = re.compile(r"^(?:the|a|an|some|several|many|other|about|around|at least|nearly|\d[\d,.]*)\s+", re.IGNORECASE)

_MEN_OF = re.compile(r"^[A-Z][A-Za-z/-]*[A-Z] (?:fighters|men|forces|troops|soldiers|militants|rebels|gunmen|members|units|combatants)$")
"""Men of an actor under its short name: "PFY fighters"."""

_OBJECT = re.compile(r"^(?:him|them|us|her)$", re.IGNORECASE)
_MANY = re.compile(r"^(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|dozens|hundreds|thousands|\d)\b|(?:^|\s)[a-z]\w*s$|\b(?:people|men|women|children|police|troops|personnel)$", re.IGNORECASE)
_NO_PERSON = re.compile(r"[a-z]$(?<=s)|\b(?:[A-Z]{2,}|Army|Forces?|Front|Ministry|Government|State|Council|Party|Movement|Police|Brigades?|Guards?|Union|Nations|Coalition|Command|Group|Militia|Taliban)\b")
FOLLOWED = 600
"""Code points that a pronoun is followed back."""

REACH = 1_500
"""Code points that a generic word is followed back; farther away it is left unresolved."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor of the list as the report named it, where it did."""

    start: int
    words: str
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
    """The kind that the nouns of a phrase tell; `other` if they tell none. Villagers of a people are no militia of it."""
    kind: ActorKind = next((kind for kind, pattern in terms.actor_kinds if pattern.search(words)), "other")
    head = re.split(r"[^\w-]+", words.strip())[-1].casefold()
    return "civilians" if kind == "communal" and head in CIVILIANS else kind


@dataclass(frozen=True, slots=True)
class _Generic:
    """What a generic phrase can stand for: actors of these kinds; `own`: those of the one just named ("its troops")."""

    kinds: frozenset[ActorKind]
    own: bool


def _generic(words: str) -> _Generic | None:
    owned = _OWNED.match(words.strip())
    found = _ANAPHOR.match(owned["owner"] if owned else words.strip())
    if not found:
        return None
    which, own = (found["which"] or "").lower(), found["whose"].lower() in {"its", "their"}
    _, kinds, only_own = next(noun for k, noun in enumerate(_NOUNS) if found[f"n{k}"])
    if which in _OF_STATES:
        return _Generic(_STATE, own)
    if which in _OF_REBELS:
        return _Generic(frozenset({"rebels"}), own)
    return None if (which and which not in _OF_NOBODY) or (only_own and not own) else _Generic(kinds, own)


def _means_group(words: str) -> bool:
    """Whether a phrase stands for an armed group and no state's forces ("the rebels"), so that the one named before it is meant first."""
    generic = _generic(words)
    return generic is not None and generic.kinds <= _ARMED


_DETERMINER = re.compile(r"(?:the|this|these|those|its|their)\s+$", re.IGNORECASE)


def with_article(text: str, mention: Mention) -> Mention:
    """The mention with the article or owner before it, where only with that it stands for somebody named before: "(the) group", "(its) forces"."""
    before = _DETERMINER.search(text, max(0, mention.start - 10), mention.start)
    if before is None or (before.start() and text[before.start() - 1].isalnum()):
        return mention
    whole = text[before.start() : mention.end]
    return Mention(whole, before.start(), mention.end) if _generic(" ".join(whole.split())) else mention


@dataclass(frozen=True, slots=True)
class Side:
    """An actor as one clause names it: its words, its sentence, and whether it acts there."""

    mention: Mention
    sentence: int
    acts: bool


def _fits(kind: re.Match[str], words: str) -> bool:
    """Whether an actor's words agree with a pronoun in number, and are a person's where it means one. "We" is nobody's but the speaker's."""
    if kind["person"]:
        return words[:1].isupper() and not _MANY.search(words) and not _NO_PERSON.search(words)
    return kind["group"] is not None or (kind["one"] is not None and not _MANY.search(words))


class Cast:
    """Who is who in one report. Asking does not change it, and the order of asking does not matter."""

    def __init__(self, mentions: Iterable[Mention], context: Context, year: int | None, knows: Knows, sides: Iterable[Side] = ()) -> None:
        self._context, self._year, self._actors, self._terms = context, year, knows.actors, knows.terms
        self._matches: dict[tuple[str, bool], Match | None] = {}
        self._named = tuple(self._names(sorted(mentions, key=lambda m: (m.start, m.end))))
        self._starts = [n.start for n in self._named]
        self._sides = tuple(sorted((s for s in sides if not is_pronoun(s.mention.text)), key=lambda s: (s.mention.start, s.mention.end)))

    def _names(self, mentions: Sequence[Mention]) -> Iterable[Named]:
        """The mentions that name an actor of the list by themselves: what generic words can stand for."""
        for mention in mentions:
            found = self._listed(mention.text)
            if found and not (found.weak and _generic(mention.text)):
                yield Named(mention.start, mention.text, found.entry.id, found.entry.name, found.entry.kind)

    def _listed(self, words: str, at_home: bool = False) -> Match | None:
        """The actor that the words name in this report; `at_home`: as if it named no country but its own."""
        asked = (words, at_home)
        if asked not in self._matches:
            home = self._context.home
            countries = (home,) if at_home and home else self._context.countries
            long = self._context.long_name(words)
            found = self._actors.find(words, countries, self._year)
            self._matches[asked] = found or (self._actors.find(long, countries, self._year) if long else None)
        return self._matches[asked]

    def _earlier(self, mention: Mention) -> Named | None:
        """The actor that a generic phrase or a part of a name stands for: the last fitting one named before it."""
        before = self._named[bisect_left(self._starts, mention.start - REACH) : bisect_left(self._starts, mention.start)]
        if part := _PART.match(mention.text):
            return next((n for n in reversed(before) if part["word"] in n.words.split()), None)
        generic = _generic(mention.text)
        if not generic or (generic.kinds == _NATIONAL and not generic.own and self._context.home):
            return None
        fitting = [n for n in before if n.kind in generic.kinds or (generic.own and n.kind == "state" and "state_forces" in generic.kinds)]
        if not fitting or (not generic.own and generic.kinds <= _STATE and len({n.id for n in fitting}) > 1):
            return None
        forces = self._actors.entry(f"{fitting[-1].id}-forces") if fitting[-1].kind == "state" else None
        return replace(fitting[-1], id=forces.id, name=forces.name, kind=forces.kind) if forces else fitting[-1]

    def meant(self, pronoun: Mention) -> Mention | None:
        """The actor named before a pronoun that it stands for: one of its number, and for a subject rather one that acts itself.

        "They" and "it" go back to the last actor that did something, "he" and "she" to the first person of the last sentence that names one.
        """
        kind = PRONOUN.match(pronoun.text)
        if kind is None:
            return None
        before = [s for s in self._sides if pronoun.start - FOLLOWED <= s.mention.start and s.mention.end <= pronoun.start]
        fitting = [s for s in before if _fits(kind, s.mention.text)]
        if not fitting:
            return None
        if _OBJECT.match(pronoun.text):
            return fitting[-1].mention
        if kind["person"]:
            return next(s for s in fitting if s.sentence == fitting[-1].sentence).mention
        return next((s for s in reversed(fitting) if s.acts), fitting[-1]).mention

    def ours(self, mention: Mention, speaker: Mention, party: bool) -> Who | None:
        """Whom "we" or "our forces" stand for in the mouth of a speaker: its side, where that is armed; None where it is not known or nobody armed is meant.

        `party`: the speaker is a party to the conflict; of a state, its forces then speak.
        """
        own = _OURS.match(mention.text)
        if own and own["head"].casefold() not in _ARMED_HEADS:
            return None
        side = self.who(speaker, "").actor
        if side.id is None or side.kind not in _ARMED | _STATE | {"state"}:
            return None
        forces = self._actors.entry(f"{side.id}-forces") if side.kind == "state" and (own or party) else None
        meant = replace(side, name=forces.name, id=forces.id, kind=forces.kind) if forces else side
        return Who(replace(meant, mention=mention), f"“{mention.text}” is said by “{speaker.text}”: {meant.name}")

    def who(self, mention: Mention, following: str) -> Who:
        """The actor of a mention. `following` are the words right after it: "Russian" + "air strikes" are its forces."""
        found = self._listed(mention.text)
        if found and found.entry.kind == "state" and (next_words := _NEXT.match(following)):
            wider = self._listed(mention.text + next_words.group())
            found = wider if wider and wider.entry.countries == found.entry.countries else found
        if found and found.entry.kind == "state" and (shared := _SHARED_HEAD.match(following)) and shared["head"].casefold() in FORCES:
            found = self._listed(f"{mention.text} {shared['head']}") or found
        if not found or (found.weak and _means_group(mention.text)):
            back = self._earlier(mention)
            if back:
                return Who(Actor(back.name, back.id, back.kind, mention), f"“{mention.text}” stands for {back.name}, named before it")
        found = found or (self._listed(mention.text, at_home=True) if self._context.home else None)
        if found:
            return Who(Actor(found.entry.name, found.entry.id, found.entry.kind, mention), found.why)
        name = _EDGE.sub("", mention.text).strip() or mention.text
        long = self._context.long_name(name) if _MEN_OF.match(name) else None
        return Who(Actor(long or self._context.short_names.get(name, name), None, kind_of(long or mention.text, self._terms), mention), "in no actor list; kept as it is called")
