"""Who says it, under one key however it is called: "the Ministry of Health" and "health ministry", a long name and its initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sijill.knowledge.folding import fold
from sijill.records import ClaimantKind, Told

_SMALL = frozenset("the a an his her its their our of for in on at to by from and al el as ash ad".split())
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_SPOKESMAN = re.compile(r"\b(?:spokes(?:man|men|woman|women|person|persons|people)|statements?)\b", re.IGNORECASE)
_BODY_FOLLOWS = re.compile(r"\s*(?:for|of|from|by)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*")
_NO_INITIALS = frozenset("ministry minister army police government hospital directorate department authorities authority officials".split())
"""Bodies that go by their function, in any order of the words and in small letters too."""
_WITH_INITIALS: frozenset[ClaimantKind] = frozenset({"party", "monitor", "un", "ngo", "media"})
_LONG = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it: the claimant where one is named, else the outlet. `key` is the same for the same voice in other reports."""

    key: str
    name: str
    kind: ClaimantKind


def voice_of(told: Told) -> Voice:
    """The voice behind a claim. An outlet that others quote by its name is the same voice as when it speaks itself."""
    claimant = told.claim.claimant
    if claimant is not None:
        key = body(claimant.name, claimant.kind in _WITH_INITIALS)
        return Voice(f"\x1foutlet {key}" if claimant.kind == "media" else key, claimant.name, claimant.kind)
    name = told.outlet or f"report {told.report}"
    return Voice(f"\x1foutlet {body(name) if told.outlet else name}", name, "media")


@lru_cache(maxsize=1 << 16)
def body(name: str, initials: bool = True) -> str:
    """A key for the body that a name stands for: its words in any order, or its initials; its spokesmen are the body."""
    words = [w for w in _WORD.findall(_spoken_for(_POSSESSIVE.sub("", name))) if fold(w) not in _SMALL]
    folded = [plain for w in words if (plain := fold(w))]
    if initials and not _NO_INITIALS.intersection(folded):
        if len(words) == 1 and len(words[0]) >= _LONG and words[0].isupper():
            return f"={folded[0]}"
        if len(words) >= _LONG and all(w[0].isupper() for w in words):
            return "=" + "".join(w[0] for w in folded)
    return " ".join(sorted(folded)) or name.casefold()


def _spoken_for(name: str) -> str:
    found = _SPOKESMAN.search(name)
    if found is None:
        return name
    before, after = name[: found.start()], name[found.end() :]
    if any(fold(w) not in _SMALL for w in _WORD.findall(before)):
        return before
    follows = _BODY_FOLLOWS.match(after)
    return (after[follows.end() :] if follows else after) if after.strip() else name
