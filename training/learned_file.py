"""The text of sijill/events/learned.py and counted_stems.py: what was learned and what was counted, as Python tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from training.regression import Table


@dataclass(frozen=True, slots=True)
class Learned:
    """Both regressions: pairs of claims inside a report, pairs of strands of two reports."""

    inside: Table
    across: Table


@dataclass(frozen=True, slots=True)
class Counted:
    """Stems by how rare they are, and by the kind of happening that they tell."""

    words: Mapping[float, Sequence[str]]
    kinds: Mapping[str, Sequence[str]]


def _wrapped(words: Iterable[str], width: int = 140) -> list[str]:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] += ("" if not lines[-1] else " ") + word
    return lines


def _weights(name: str, values: Mapping[str, float], said: str) -> list[str]:
    items = [f'"{sign}": {value:.3f},' for sign, value in sorted(values.items()) if abs(value) >= 0.0005]
    return [f"{name}: Final[dict[str, float]] = {{", *(f"    {line}" for line in _wrapped(items)), "}", f'"""{said}"""', ""]


def _stems(name: str, kind: str, table: Mapping[str, Sequence[str]], said: str) -> list[str]:
    lines = [f"{name}: Final[dict[{kind}, str]] = {{"]
    for label, listed in table.items():
        lines += [f"    {label}: (", *(f'        "{line} "' for line in _wrapped(listed)), "    ),"]
    return [*lines, "}", f'"""{said}"""', ""]


def _head(did: str, said: str) -> list[str]:
    return [f'"""{did} by training/join.py, never written by hand. {said}"""', "", "from __future__ import annotations", "", "from typing import Final", ""]


def stems_source(counted: Counted, said: str) -> str:
    """The module of counted stems. `said`: what they were counted in."""
    lines = [*_head("Stems counted", said), "from sijill.events.families import Group", ""]
    lines += _stems("_WORDS", "float", {str(k): v for k, v in counted.words.items()}, "Common stems by how much sharing one tells; counted in public news items. Others weigh 1.")
    lines += ["WORD_WEIGHT: Final[dict[str, float]] = {word: level for level, listed in _WORDS.items() for word in listed.split()}", ""]
    lines += _stems("_KINDS", "Group", {f'"{k}"': v for k, v in counted.kinds.items()}, "Stems that tell a kind of happening; counted in gold clauses.")
    lines += ["KIND_OF: Final[dict[str, Group]] = {word: kind for kind, listed in _KINDS.items() for word in listed.split()}", ""]
    return "\n".join(lines).rstrip() + "\n"


def weights_source(found: Learned, said: str) -> str:
    """The module of weights. `said`: what they were learned from."""
    lines = _head("Numbers learned", said)
    lines += _weights("INSIDE", found.inside.sure, "Log-odds weights of signs between claims of one report.")
    lines += _weights("INSIDE_DOUBT", found.inside.doubt, "The same where a reader was not sure of one of the claims.")
    lines += _weights("ACROSS", found.across.sure, "Log-odds weights of signs between strands of two reports.")
    lines += _weights("ACROSS_DOUBT", found.across.doubt, "The same where a reader was not sure of one of the strands.")
    return "\n".join(lines).rstrip() + "\n"
