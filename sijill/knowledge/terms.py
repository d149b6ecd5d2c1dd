"""Word lists that the resolvers use, from data/terms.yaml, as compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from sijill.errors import KnowledgeError
from sijill.knowledge.yaml_files import read_yaml
from sijill.records import ClaimantKind, ClaimType

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Terms:
    """One pattern a question. All match whole words, case-insensitively."""

    combatant: Pattern
    civilian: Pattern
    vehicle: Pattern
    place_word: Pattern
    direction: Pattern
    possible: Pattern
    denial: Pattern
    claimants: tuple[tuple[ClaimantKind, Pattern], ...]
    events: tuple[tuple[ClaimType, Pattern], ...]


def _pattern(words: Iterable[str]) -> Pattern:
    """Any of the words, longest first, plural s allowed."""
    ordered = sorted({str(w).strip() for w in words if str(w).strip()}, key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w) for w in ordered) + r")s?(?!\w)", re.IGNORECASE)


def load_terms(folder: Path) -> Terms:
    """The lists; KnowledgeError if one is missing."""
    rows: Mapping[str, object] = read_yaml(folder / "terms.yaml")

    def words(key: str) -> list[str]:
        value = rows.get(key)
        if not isinstance(value, list):
            raise KnowledgeError(f"terms.yaml: {key} is no list of words", "restore the file")
        return [str(w) for w in value]

    def groups(key: str) -> Mapping[str, list[str]]:
        value = rows.get(key)
        if not isinstance(value, dict):
            raise KnowledgeError(f"terms.yaml: {key} is no mapping of lists", "restore the file")
        return cast(Mapping[str, list[str]], value)

    return Terms(
        combatant=_pattern(words("combatant_words")),
        civilian=_pattern(words("civilian_words")),
        vehicle=_pattern(words("vehicle_words")),
        place_word=_pattern(words("generic_place_words")),
        direction=_pattern(words("directions")),
        possible=_pattern(words("hedges_possible")),
        denial=_pattern(words("denial")),
        claimants=tuple((cast(ClaimantKind, kind), _pattern(listed)) for kind, listed in groups("claimant_kinds").items()),
        events=tuple((cast(ClaimType, kind), _pattern(listed)) for kind, listed in groups("event_words").items()),
    )
