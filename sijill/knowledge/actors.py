"""The actor list: who is meant by "HTS", "the Syrian army", "Damascus", "Russian warplanes".

Armed groups come from data/actors.yaml, every state and its forces by rule from data/states.yaml. A phrase is asked in this order:
a name that means one actor wherever it stands; a name that means one only in a report about its country, and then only if nothing but
that name is in the phrase; a state, with its forces or its government. What these do not settle gets no id: never a guess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sijill.knowledge.actor_rows import GroupRow, StateRow, read_groups, read_states
from sijill.knowledge.actor_words import CIVILIANS, CLOSING, DETERMINERS, FORCES, GOVERNMENT, NEUTRAL, OTHERS, PLACE_PREPOSITIONS
from sijill.knowledge.alias_index import AliasIndex, Hit, Phrase
from sijill.records import ActorKind

_FORCES_OF_GOVERNMENT = ("government forces", "government troops", "government soldiers", "government army", "government warplanes", "government aircraft", "government artillery")
_FORCES_OF_ONE = ("army", "military", "armed forces", "security forces", "police", "national army", "national police", "air force", "navy", "regular army", "state forces", "defence and security forces", "defense and security forces")

LONGEST = 500
"""Code points of a phrase that are looked at; who is not named in them is not named."""


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One actor of the list. `countries`: ISO 3166 alpha-2 codes of where it acts, none for anywhere; `active`: first and last year, ends open if None."""

    id: str
    name: str
    kind: ActorKind
    countries: frozenset[str]
    parent: str | None
    active: tuple[int | None, int | None] = (None, None)

    def alive(self, year: int | None) -> bool:
        """Whether it went by its name in that year; an unknown year rules nothing out."""
        first, last = self.active
        return year is None or ((first is None or first <= year) and (last is None or year <= last))


@dataclass(frozen=True, slots=True)
class State:
    """A state as the list knows it: its own actor entry and its forces'."""

    iso2: str
    entry: ActorEntry
    forces: ActorEntry


@dataclass(frozen=True, slots=True)
class Match:
    """What a phrase was resolved to, which of its words decided, and why. `weak`: only the report's countries made it so."""

    entry: ActorEntry
    words: str
    why: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Weak:
    """An actor that a name means in reports about `where`; of a state's name, `forces` are meant beside a word for forces."""

    entry: ActorEntry
    where: frozenset[str]
    forces: ActorEntry | None = None


class ActorList:
    """Look-up of actors by the words of a report."""

    def __init__(self, groups: Sequence[GroupRow], states: Sequence[StateRow]) -> None:
        self._strong: AliasIndex[ActorEntry] = AliasIndex()
        self._weak: AliasIndex[_Weak] = AliasIndex()
        self._states: AliasIndex[State] = AliasIndex()
        self._names: AliasIndex[str] = AliasIndex()
        self._by_id: dict[str, ActorEntry] = {}
        self._state_of: dict[str, State] = {}
        for row in groups:
            self._add_group(row)
        for state in states:
            self._add_state(state)

    def _add_group(self, row: GroupRow) -> None:
        entry = ActorEntry(row.id, row.name, row.kind, frozenset(row.countries), row.parent, (row.active.first, row.active.last))
        self._by_id[entry.id] = entry
        for alias in (row.name, *row.aliases):
            self._strong.add(alias, entry)
        for alias in row.weak_aliases:
            self._weak.add(alias, _Weak(entry, entry.countries))

    def _add_state(self, row: StateRow) -> None:
        where = frozenset({row.iso2})
        own = ActorEntry(row.iso2.lower(), f"Government of {row.name}", "state", where, None)
        forces = ActorEntry(f"{own.id}-forces", f"Military forces of {row.name}", "state_forces", where, own.id)
        state = State(row.iso2, own, forces)
        self._by_id |= {own.id: own, forces.id: forces}
        self._state_of[row.iso2] = state
        capital = (row.capital, *row.capital_aliases) if row.capital_stands else ()
        for name in (row.name, *row.aliases, *row.demonyms, *capital, *row.metonyms):
            self._states.add(name, state)
        for name in (row.name, *row.aliases, *row.demonyms, *row.people, *capital, *row.metonyms, *row.forces, *row.regions):
            self._names.add(name, row.iso2)
        for name in row.forces:
            self._strong.add(name, forces)
        for name in row.weak_names:
            self._weak.add(name, _Weak(own, where | frozenset(row.weak_in), forces))
        for name in row.weak_forces:
            self._weak.add(name, _Weak(forces, where | frozenset(row.weak_in)))

    def __len__(self) -> int:
        return len(self._by_id)

    def entry(self, id_: str) -> ActorEntry | None:
        """The actor of that id."""
        return self._by_id.get(id_)

    def named_countries(self, text: str) -> Counter[str]:
        """How often a text names each state (by ISO code); where it names none, how often actors that act in that country only."""
        phrase = Phrase.of(text)
        tally = Counter(iso for hit in self._names.hits(phrase, whole_attributes=False) for iso in hit.senses[:1])
        return tally or Counter(iso for hit in self._strong.hits(phrase) if len(hit.senses[0].countries) == 1 for iso in hit.senses[0].countries)

    def countries(self, text: str) -> tuple[str, ...]:
        """ISO codes of the states that a text names, the most often named first; where it names none, those of actors that act in one country only."""
        tally = self.named_countries(text)
        return tuple(sorted(tally, key=lambda iso: (-tally[iso], iso)))

    def find(self, words: str, countries: Sequence[str], year: int | None = None) -> Match | None:
        """The actor that a phrase names, or None. `countries`: of the report, the most often named first; `year`: of the happening, if known."""
        phrase = Phrase.of(words[:LONGEST])
        return self._named(phrase, countries, year) or self._meant(phrase, countries, year) or self._of_state(phrase) or self._generic(phrase, countries)

    def _named(self, phrase: Phrase, countries: Sequence[str], year: int | None) -> Match | None:
        """By a name that means one actor wherever it stands: the first in the phrase, or a part of that one named beside it."""
        best: Match | None = None
        for hit in self._strong.hits(phrase):
            if best is None and _about_civilians(phrase, hit):
                return None
            found = self._choose(hit, countries, year)
            if found and (best is None or self._is_part(found.entry, best.entry)):
                best = found
        return best

    def _choose(self, hit: Hit[ActorEntry], countries: Sequence[str], year: int | None) -> Match | None:
        here = frozenset(countries)
        alive = [e for e in hit.senses if e.alive(year)]
        near = [e for e in alive if not e.countries or e.countries & here]
        if not near:
            weak = [w.entry for w in self._weak.get(hit.key) if w.where & here and w.entry.alive(year)]
            if entry := _settle(weak, countries):
                return _local(entry, hit.key)
            if weak and not all(self._is_part(w, hit.senses[0]) for w in weak):
                return None
        entry = _settle(near or alive or list(hit.senses), countries)
        return Match(entry, hit.key, f"“{hit.key}” is {entry.name} in the actor list") if entry else None

    def _is_part(self, entry: ActorEntry, whole: ActorEntry) -> bool:
        """Whether the entry is under the whole, at any depth; a named force of a state is part of that state's forces."""
        above_whole = whole.parent if whole.id == f"{whole.parent}-forces" else whole.id
        parent = entry.parent
        while parent:
            if parent in (whole.id, above_whole):
                return True
            above = self._by_id.get(parent)
            parent = above.parent if above else None
        return False

    def _meant(self, phrase: Phrase, countries: Sequence[str], year: int | None) -> Match | None:
        """By a name that means an actor only in its country, where the phrase says nothing else."""
        here = frozenset(countries)
        for hit in self._weak.hits(phrase):
            armed = any(t in FORCES for t in (*phrase.tokens[: hit.start], *phrase.tokens[hit.end :]))
            near = [w.forces if armed and w.forces else w.entry for w in hit.senses if w.where & here]
            near = [e for e in near if e.alive(year)] or near
            entry = _settle(near, countries)
            if entry and self._nothing_else(phrase, hit, entry):
                return _local(entry, hit.key)
        return None

    def _nothing_else(self, phrase: Phrase, hit: Hit[_Weak], entry: ActorEntry) -> bool:
        for k, token in enumerate(phrase.tokens):
            if hit.start <= k < hit.end or token in NEUTRAL or token in FORCES or token.isdigit():
                continue
            states = self._states.get(token)
            if phrase.edges[k] or not states or states[0].iso2 not in entry.countries:
                return False
        return True

    def _of_state(self, phrase: Phrase) -> Match | None:
        """By a state's name, its people's adjective, its capital: the forces or the state, as the head of the phrase tells."""
        inside = [range(h.start, h.end) for index in (self._strong, self._weak) for h in index.hits(phrase)]
        for hit in self._states.hits(phrase):
            if any(hit.start in other and len(other) > hit.end - hit.start for other in inside):
                return None
            if hit.start and phrase.tokens[hit.start - 1] in PLACE_PREPOSITIONS:
                continue
            head = self._head(phrase, hit)
            if head == "" and any(t not in DETERMINERS for t in phrase.tokens[: hit.start]):
                return None
            if head in FORCES:
                return Match(hit.senses[0].forces, hit.key, f"“{hit.key}” with “{head}”, a word for its forces")
            if head in GOVERNMENT or head == "":
                return Match(hit.senses[0].entry, hit.key, f"“{hit.key}” names the state or its government")
            return None
        return None

    def _head(self, phrase: Phrase, hit: Hit[State]) -> str | None:
        """The word that says who of the state is meant: the last that tells, after its name or else before it. Empty: nothing but its name; None: somebody else."""
        before, after = phrase.tokens[: hit.start], _until_closing(phrase.tokens[hit.end :])
        if any(t in OTHERS or t in CIVILIANS for t in (*before, *after)):
            return None
        telling = [t for part in (after, before) for t in reversed(part) if t in FORCES or t in GOVERNMENT]
        if telling:
            return telling[0]
        named = all(t in NEUTRAL or t.isdigit() or self._states.get(t) for t in (*before, *after))
        return "" if named else None

    def _generic(self, phrase: Phrase, countries: Sequence[str]) -> Match | None:
        """ "Government forces" are those of the country that the report is mostly about; "the army" is one only where one country is named."""
        words = " ".join(t for t in phrase.tokens if t not in DETERMINERS and not t.isdigit())
        if not countries or not (words in _FORCES_OF_GOVERNMENT or (words in _FORCES_OF_ONE and len(countries) == 1)):
            return None
        state = self._state_of.get(countries[0])
        return _local(state.forces, words) if state else None


def _settle(found: Sequence[ActorEntry], countries: Sequence[str]) -> ActorEntry | None:
    """The one of several that the countries of the report single out, the most often named country first."""
    if len(found) == 1:
        return found[0]
    near = [e for e in found if e.countries & frozenset(countries)]
    if len(near) == 1:
        return near[0]
    for iso in countries:
        here = [e for e in near if iso in e.countries]
        if len(here) == 1:
            return here[0]
    return None


def _local(entry: ActorEntry, words: str) -> Match:
    where = ", ".join(sorted(entry.countries))
    return Match(entry, words, f"“{words}” is {entry.name} in a report about {where}", weak=True)


def _until_closing(tokens: Sequence[str]) -> Sequence[str]:
    return tokens[: next((k for k, token in enumerate(tokens) if token in CLOSING), len(tokens))]


def _about_civilians(phrase: Phrase, hit: Hit[ActorEntry]) -> bool:
    """Whether the phrase is about people around the actor ("families of ISIS fighters", "Houthi journalists"), or about its country as a place."""
    before, after = phrase.tokens[: hit.start], _until_closing(phrase.tokens[hit.end :])
    if before and before[-1] in PLACE_PREPOSITIONS and hit.senses[0].kind == "state":
        return True
    return any(token in CIVILIANS for token in before) or any(token in CIVILIANS for token in after)


def load_actors(folder: Path) -> ActorList:
    """The list from data/actors.yaml and data/states.yaml; KnowledgeError names the file and the row that is wrong."""
    return ActorList(read_groups(folder), read_states(folder))
