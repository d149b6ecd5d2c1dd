"""The actor list: who is meant by "HTS", "the Syrian army", "Damascus", "Russian warplanes".

Armed groups come from data/actors.yaml, every state and its forces by rule from data/states.yaml. An alias that several actors share
decides only with the help of the countries that the report is about; where that does not settle it, no id is given.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sijill.knowledge.folding import fold
from sijill.knowledge.yaml_files import read_yaml
from sijill.records import ActorKind

_FORCE = (
    "army|military|forces?|troops?|soldiers?|warplanes?|aircraft|planes?|jets?|helicopters?|artillery|air ?force|navy|naval|police|security|"
    "air ?strikes?|strikes?|air ?raids?|raids?|drones?|missiles?|shelling|marines?|officers?|commandos?|regime|government forces|gendarmes?|"
    "tanks?|units?|brigades?|battalions?|paratroopers?|border guards?|servicemen|peacekeepers?|bombers?|fighter jets?|air power|ground operation|"
    "special forces|commander|general|spokesman|defen[cs]e|armed forces|occupation|guards?|positions|lines"
)
_FORCE_WORD = re.compile(rf"\b(?:{_FORCE})\b")
_ATTRIBUTE = re.compile(r"\b[\w’']+[-‑](?:backed|led|aligned|allied|affiliated|linked|held|controlled|made|supported|run|dominated|supplied|occupied|majority)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One actor of the list. `countries`: ISO 3166 alpha-2 codes of where it acts."""

    id: str
    name: str
    kind: ActorKind
    countries: frozenset[str]
    parent: str | None


@dataclass(frozen=True, slots=True)
class State:
    """A state as the list knows it: its own actor entry, its forces' entry, and the folded names that stand for it."""

    iso2: str
    entry: ActorEntry
    forces: ActorEntry


@dataclass(frozen=True, slots=True)
class Match:
    """What a phrase was resolved to, which of its words decided, and why."""

    entry: ActorEntry
    words: str
    why: str


class ActorList:
    """Look-up of actors by the words of a report."""

    def __init__(self, groups: Sequence[dict[str, Any]], states: Sequence[dict[str, Any]]) -> None:
        self._strong: dict[str, list[ActorEntry]] = defaultdict(list)
        self._weak: dict[str, list[ActorEntry]] = defaultdict(list)
        self._states: dict[str, State] = {}
        self._by_id: dict[str, ActorEntry] = {}
        self._iso_of_name: dict[str, str] = {}
        for row in groups:
            self._add_group(row)
        for row in states:
            self._add_state(row)
        self._longest = max((len(k.split()) for k in (*self._strong, *self._weak, *self._states)), default=1)

    def _add_group(self, row: dict[str, Any]) -> None:
        entry = ActorEntry(row["id"], row["name"], row["kind"], frozenset(row.get("countries") or ()), row.get("parent"))
        self._by_id[entry.id] = entry
        for alias in (row["name"], *(row.get("aliases") or ())):
            if entry not in self._strong[fold(alias)]:
                self._strong[fold(alias)].append(entry)
        for alias in row.get("weak_aliases") or ():
            self._weak[fold(alias)].append(entry)

    def _add_state(self, row: dict[str, Any]) -> None:
        iso = str(row["iso2"])
        where = frozenset({iso})
        state = ActorEntry(iso.lower(), f"Government of {row['name']}", "state", where, None)
        forces = ActorEntry(f"{iso.lower()}-forces", f"Military forces of {row['name']}", "state_forces", where, iso.lower())
        self._by_id |= {state.id: state, forces.id: forces}
        names = [row["name"], *(row.get("aliases") or ()), *(row.get("demonyms") or ()), row["capital"], *(row.get("capital_aliases") or ())]
        for name in names:
            self._states.setdefault(fold(name), State(iso, state, forces))
        for name in (row["name"], *(row.get("aliases") or ()), *(row.get("demonyms") or ())):
            self._iso_of_name.setdefault(fold(name), iso)
        for name in row.get("forces") or ():
            self._strong[fold(name)].append(forces)
        for name in row.get("weak_forces") or ():
            self._weak[fold(name)].append(forces)

    def __len__(self) -> int:
        return len(self._by_id)

    def entry(self, id_: str) -> ActorEntry | None:
        """The actor of that id."""
        return self._by_id.get(id_)

    def countries(self, text: str) -> tuple[str, ...]:
        """ISO codes of the states that a text names, the most often named first."""
        tally: dict[str, int] = defaultdict(int)
        words = fold(text).split()
        for size in (3, 2, 1):
            for k in range(len(words) - size + 1):
                iso = self._iso_of_name.get(" ".join(words[k : k + size]))
                if iso:
                    tally[iso] += 1
        return tuple(sorted(tally, key=lambda iso: (-tally[iso], iso)))

    def _settle(self, found: list[ActorEntry], countries: Sequence[str]) -> ActorEntry | None:
        if len(found) == 1:
            return found[0]
        near = [e for e in found if e.countries & set(countries)]
        if len(near) == 1:
            return near[0]
        for iso in countries:
            here = [e for e in near if iso in e.countries]
            if len(here) == 1:
                return here[0]
        return None

    def find(self, words: str, countries: Sequence[str]) -> Match | None:
        """The actor that a phrase names: its longest known alias, else a state's name with or without a word for its forces."""
        plain = fold(_ATTRIBUTE.sub(" ", words))
        tokens = plain.split()
        for size in range(min(self._longest, len(tokens)), 0, -1):
            for k in range(len(tokens) - size + 1):
                alias = " ".join(tokens[k : k + size])
                if (strong := self._strong.get(alias)) and (entry := self._settle(strong, countries)):
                    return Match(entry, alias, f"“{alias}” is {entry.name} in the actor list")
                weak = self._weak.get(alias)
                if weak and (near := [e for e in weak if e.countries & set(countries)]) and (entry := self._settle(near, countries)):
                    return Match(entry, alias, f"“{alias}” is {entry.name} in {', '.join(sorted(entry.countries))}, which the report is about")
                if state := self._states.get(alias):
                    return self._state(state, alias, plain)
        return None

    def _state(self, state: State, alias: str, plain: str) -> Match:
        rest = plain.replace(alias, " ", 1)
        if _FORCE_WORD.search(rest):
            return Match(state.forces, alias, f"“{alias}” with a word for its forces")
        return Match(state.entry, alias, f"“{alias}” names the state or its government")


def load_actors(folder: Path) -> ActorList:
    """The list from data/actors.yaml and data/states.yaml."""
    return ActorList(read_yaml(folder / "actors.yaml"), read_yaml(folder / "states.yaml"))
