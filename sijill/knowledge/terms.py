"""Word lists that the resolvers use, from data/terms.yaml, as compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from sijill.errors import KnowledgeError
from sijill.knowledge.yaml_files import read_yaml
from sijill.records import ActorKind, ClaimantKind

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Terms:
    """One pattern a question, all case-insensitive. Of the kinds, the first whose pattern matches decides."""

    combatant: Pattern
    civilian: Pattern
    anybody: Pattern
    vehicle: Pattern
    thing: Pattern
    actor_kinds: tuple[tuple[ActorKind, Pattern], ...]
    claimant_kinds: tuple[tuple[ClaimantKind, Pattern], ...]
    claimant_names: tuple[tuple[ClaimantKind, Pattern], ...]
    """Names that are all of a claimant's words, in the case that they are written in."""


def _either(words: Iterable[str]) -> str:
    ordered = sorted({w.strip() for w in words if w.strip()}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w) for w in ordered)


def _pattern(words: Iterable[str]) -> Pattern:
    """Any of the words, longest first, also in the plural: soldiers, witnesses, agencies."""
    return re.compile(rf"(?<!\w)(?:{_either(every for word in words for every in _numbers_of(word))})(?!\w)", re.IGNORECASE)


_WHOSE = r"(?:[Tt]he |[Aa]n? )?(?:[A-Z][\w-]*(?:[’']s?)? (?:(?:news|daily|outlet|state|agency|website|channel) ){0,2})?"


def _names(names: Iterable[str]) -> Pattern:
    """Any of the names in whole, with or without an article, and whose or from where it is before it: "Iran's Tasnim", "Israeli daily Haaretz"."""
    bare = [name.removeprefix("The ") for name in names]
    return re.compile(rf"{_WHOSE}(?:{_either(bare)})")


def _numbers_of(word: str) -> tuple[str, ...]:
    if word.endswith(("s", "x", "ch", "sh")):
        return word, f"{word}s", f"{word}es"
    if re.search(r"[^aeiou]y$", word):
        return word, f"{word}s", f"{word[:-1]}ies"
    return word, f"{word}s"


def load_terms(folder: Path) -> Terms:
    """The lists; KnowledgeError if one is missing."""
    rows: Mapping[str, object] = read_yaml(folder / "terms.yaml")
    if not isinstance(rows, dict):
        raise KnowledgeError("terms.yaml: no mapping from names of lists to words", "restore the file")

    def words(key: str) -> list[str]:
        value = rows.get(key)
        if not isinstance(value, list):
            raise KnowledgeError(f"terms.yaml: {key} is no list of words", "restore the file")
        return [str(w) for w in value]

    def kinds(key: str, allowed: tuple[str, ...], made: Callable[[Iterable[str]], Pattern] = _pattern) -> tuple[tuple[str, Pattern], ...]:
        value = rows.get(key)
        if not isinstance(value, dict) or not set(value) <= set(allowed) or not all(isinstance(listed, list) for listed in value.values()):
            raise KnowledgeError(f"terms.yaml: {key} is no mapping from {', '.join(allowed)} to words", "restore the file")
        return tuple((str(kind), made(str(w) for w in listed)) for kind, listed in value.items())

    return Terms(
        combatant=_pattern(words("combatant_words")),
        civilian=_pattern(words("civilian_words")),
        anybody=_pattern(words("uncertain_status_words")),
        vehicle=_pattern(words("vehicle_words")),
        thing=_pattern(words("thing_words")),
        actor_kinds=cast("tuple[tuple[ActorKind, Pattern], ...]", kinds("actor_kinds", get_args(ActorKind))),
        claimant_kinds=cast("tuple[tuple[ClaimantKind, Pattern], ...]", kinds("claimant_kinds", get_args(ClaimantKind))),
        claimant_names=cast("tuple[tuple[ClaimantKind, Pattern], ...]", kinds("claimant_names", get_args(ClaimantKind), _names)),
    )
