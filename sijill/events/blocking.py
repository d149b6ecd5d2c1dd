"""Which strands are worth comparing: those that share a place (by sound, id or cell) or telling words, within days of each other.

Whether two strands are compared depends on the two alone, so that adding reports one by one compares the same pairs as all at once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from itertools import combinations

from sijill.events.names import sound
from sijill.events.strand import Strand
from sijill.events.wording import weight
from sijill.knowledge.folding import skeleton

WINDOW = 8
"""Days between two happenings from which on they are never compared."""
SHORT = 3
LONGEST = 62
"""A strand that covers more days than this is looked for by its first days only."""
RARE = 0.8
CELL = 0.25
"""Degrees; places are looked for in their own cell and the eight around it."""


def _name_keys(name: str) -> set[str]:
    heard = sound(name) or skeleton(name)
    keys = {f"n{heard}"}
    if len(heard) >= 5:
        keys |= {f"n{heard[:k]}{heard[k + 1 :]}" for k in range(len(heard))}
    words = skeleton(name).split()
    if len(words) > 1:
        keys |= {f"n{sound(w)}" for w in words if len(sound(w)) >= 3}
    return keys


def _cells(point: tuple[float, float, int]) -> Iterator[str]:
    row, column = int((point[0] + 90) // CELL), int((point[1] + 180) // CELL)
    for dr in (-1, 0, 1):
        for dc in (-1, 0, 1):
            yield f"c{row + dr}/{(column + dc) % int(360 / CELL)}"


def _own_cell(point: tuple[float, float, int]) -> str:
    return f"c{int((point[0] + 90) // CELL)}/{int((point[1] + 180) // CELL)}"


def _keys(strand: Strand) -> set[str]:
    """All but cells: sounds of place names, place ids, pairs of telling words, telling figures, whole sentences."""
    keys: set[str] = set()
    for site in strand.sites:
        keys |= _name_keys(site.name)
        if site.id is not None:
            keys.add(f"i{site.id}")
    rare = sorted((w for w in strand.words if weight(w) >= RARE), key=lambda word: (-weight(word), word))[:6]
    keys |= {f"w{a} {b}" for a, b in combinations(sorted(rare), 2)}
    keys |= {f"f{measure}{number}{strand.group}" for measure, number in strand.figures if number >= 3}
    if not strand.here:
        keys |= {f"g{strand.group}{sound(site.name)}" for site in strand.around}
    return keys | {f"q{quote}" for quote in strand.quotes if len(quote) > 30}


class Index:
    """Strands by key and day. `near` gives the numbers of those to compare with one."""

    def __init__(self) -> None:
        self._short: dict[str, array[int]] = {}
        self._long: dict[str, array[int]] = {}
        self._spans: list[tuple[int, int] | None] = []

    def _lists(self, keys: set[str], short: bool) -> Iterator[array[int]]:
        index = self._short if short else self._long
        for key in keys:
            found = index.get(key)
            if found is not None:
                yield found

    def near(self, strand: Strand) -> list[int]:
        """Numbers of the strands added before that are worth comparing with this one, ascending."""
        if strand.span is None:
            return []
        keys = _keys(strand)
        for site in strand.here:
            if site.point is not None:
                keys |= set(_cells(site.point))
        start, end = strand.span.start - WINDOW, strand.span.end + WINDOW
        found: set[int] = set()
        for short, back in ((True, SHORT), (False, LONGEST)):
            for numbers in self._lists(keys, short):
                low = bisect_left(numbers, start - back, key=self._start)
                high = bisect_right(numbers, end, key=self._start)
                found.update(n for n in numbers[low:high] if self._reaches(n, start))
        return sorted(found)

    def _start(self, number: int) -> int:
        span = self._spans[number]
        assert span is not None
        return span[0]

    def _reaches(self, number: int, start: int) -> bool:
        span = self._spans[number]
        return span is not None and span[1] >= start

    def add(self, strand: Strand) -> int:
        """Takes a strand in; its number counts up from 0. A strand without any time is never found."""
        number = len(self._spans)
        if strand.span is None:
            self._spans.append(None)
            return number
        self._spans.append((strand.span.start, min(strand.span.end, strand.span.start + LONGEST)))
        keys = _keys(strand) | {_own_cell(s.point) for s in strand.here if s.point is not None}
        index = self._short if strand.span.end - strand.span.start <= SHORT else self._long
        for key in keys:
            insort(index.setdefault(key, array("l")), number, key=self._start)
        return number
