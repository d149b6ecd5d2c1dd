"""Names in running words: a phrase as folded tokens, and an index that finds the longest known names in it.

What only describes an actor ("Turkish-backed", "loyal to Haftar", "formerly Jabhat al-Nusra") is kept apart, so that it does not
name one: a name may cover such an attribute whole ("Saudi-led coalition") but not lie in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from sijill.knowledge.folding import fold

Sense = TypeVar("Sense")

_SUFFIX = (
    "backed|led|aligned|allied|affiliated|linked|held|controlled|made|supported|run|dominated|supplied|occupied|majority|based|"
    "sponsored|funded|trained|appointed|installed|loyal|inspired|born|speaking|ruled|administered|built|armed|designed|friendly|recruited"
)
_ATTRIBUTE = re.compile(
    rf"(\b[\w’'.]{{1,40}}(?:[-‑–][\w’'.]{{1,40}}){{0,4}}[-‑–](?:{_SUFFIX})\b|\b(?:pro|anti|ex|non)[-‑–][\w’']{{1,40}}"
    r"|\b[\w’']{1,40} (?:backed|aligned|affiliated|linked|sponsored)\b(?! (?:by|to|with)\b)"
    r"|\b(?:(?:backed|supported|led|held|run|controlled|trained|funded|armed|sponsored|made|supplied|appointed|inspired) by"
    r"|(?:loyal|linked|allied|aligned|affiliated|close|opposed|sympathetic|hostile|tied) (?:to|with)|(?:fighting|battling) (?:alongside|against|for)"
    r"|against|formerly|previously|also known)\b[^,;()]*)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?<=\w)(?<!eople)['’]s?(?!\w)")
_WORD = re.compile(r"[\w'’‘`ʼʻʿʾ´\u0300-\u036f\u064b-\u065f\u0670\u200e\u200f]+")
_READ_AS_WORDS = frozenset("is us it as am an at be by do go he in me my no of on or so to up we car aim arm dam far fan mac man map mend pan war aa".split())


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The folded words of a text in order, each with whether it stands in capitals."""
    words = ((word, word.isupper()) for word in _WORD.findall(_POSSESSIVE.sub(" ", text)))
    return [(token, capital) for word, capital in words for token in fold(word).split()]


def key(name: str) -> str:
    """The form under which a name is looked up: `fold`, and possessives without their s."""
    return " ".join(token for token, _ in _pieces(name))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text in tokens. `edges[k]`: first token and end of the attribute that token k is in, or None."""

    tokens: list[str]
    capitals: list[bool]
    edges: list[tuple[int, int] | None]

    @classmethod
    def of(cls, text: str) -> Phrase:
        """The phrase of a text."""
        pieces: list[tuple[str, bool]] = []
        edges: list[tuple[int, int] | None] = []
        for k, part in enumerate(_ATTRIBUTE.split(text)):
            more = _pieces(part)
            edges += [(len(pieces), len(pieces) + len(more)) if k % 2 else None] * len(more)
            pieces += more
        return cls([token for token, _ in pieces], [capital for _, capital in pieces], edges)

    def may_name(self, start: int, end: int) -> bool:
        """Whether a name may stand at these tokens: it covers each attribute that it touches."""
        first, last = self.edges[start], self.edges[end - 1]
        return (not first or (first[0] == start and first[1] <= end)) and (not last or (last[1] == end and last[0] >= start))


@dataclass(frozen=True, slots=True)
class Hit(Generic[Sense]):
    """A known name at tokens start to end of a phrase, with all that it may mean."""

    start: int
    end: int
    key: str
    senses: tuple[Sense, ...]


class AliasIndex(Generic[Sense]):
    """Names to what they mean. A short acronym that is also a word ("IS", "US", "CAR") must stand in capitals."""

    def __init__(self) -> None:
        self._senses: dict[str, tuple[Sense, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._capitals: set[str] = set()

    def add(self, alias: str, sense: Sense) -> None:
        """One more name of a sense; adding it twice changes nothing."""
        for folded in dict.fromkeys((key(alias), fold(alias))):
            had = self._senses.get(folded, ())
            if not folded or sense in had:
                continue
            self._senses[folded] = (*had, sense)
            if alias.isupper() and folded in _READ_AS_WORDS:
                self._capitals.add(folded)
            first, *rest = folded.split(" ")
            self._lengths[first] = tuple(sorted({*self._lengths.get(first, ()), 1 + len(rest)}, reverse=True))

    def get(self, folded: str) -> tuple[Sense, ...]:
        """What a name in `key` form may mean."""
        return self._senses.get(folded, ())

    def hits(self, phrase: Phrase, whole_attributes: bool = True) -> Iterator[Hit[Sense]]:
        """The longest known names from left to right, not overlapping. `whole_attributes` False: also those inside attributes."""
        k = 0
        while k < len(phrase.tokens):
            hit = self._at(phrase, k, whole_attributes)
            if hit:
                yield hit
            k = hit.end if hit else k + 1

    def _at(self, phrase: Phrase, start: int, whole_attributes: bool) -> Hit[Sense] | None:
        tokens = phrase.tokens
        for length in self._lengths.get(tokens[start], ()):
            end = start + length
            if end > len(tokens):
                continue
            folded = tokens[start] if length == 1 else " ".join(tokens[start:end])
            senses = self._senses.get(folded)
            if not senses or (folded in self._capitals and not phrase.capitals[start]):
                continue
            if not whole_attributes or phrase.may_name(start, end):
                return Hit(start, end, folded, senses)
        return None
