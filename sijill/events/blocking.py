"""Which strands are worth comparing: those that share a place (by sound, id or cell) or telling words, within days of each other.

Whether two strands are compared depends on the two alone, so that adding reports one by one compares the same pairs as all at once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from sijill.events.names import name_key, sound
from sijill.events.strand import Strand
from sijill.events.wording import weight
from sijill.knowledge.folding import skeleton

WINDOW = 8
"""Days between two happenings from which on they are never compared."""
DATED = 3
"""The same where both reports give the day."""
FEW = 5
"""Days over which places of a whole report, words and figures are looked up."""
SHORT = 3
LONGEST = 62
"""A strand that covers more days than this is looked for by its first days only."""
RARE = 0.7
"""Words of at least this weight are looked up."""
WORDS, ON_A_DAY = 5, 8
"""How many of them are looked up in pairs over some days, and how many one by one on a day."""
TELLING = 3
"""From this number on a figure that two reports of a day share is worth a look."""
LEANING, PLACED = "l", "p"
"""Marks of word keys: those of strands without a small place, and of the others. Two that have places are not compared for their words."""
CELL = 0.25
"""Degrees; places are looked for in their own cell and the eight around it."""


Days = tuple[int, int]
"""From the one to before the other, as ordinals."""


Keys = frozenset[int]
"""What strands are looked up by, as 32-bit numbers."""


@dataclass(frozen=True, slots=True)
class Held:
    """Under which days and keys other strands meet one. Two whose days lie WINDOW or more apart never meet."""

    days: Days
    keys: Keys


def _days(strand: Strand) -> Days | None:
    """The days under which a strand is held; None if it has no time at all."""
    if strand.span is None:
        return None
    return strand.span.start, min(strand.span.end, strand.span.start + LONGEST)


def _name_keys(name: str) -> set[str]:
    heard = sound(name)
    keys = {f"n{name_key(name)}"}
    if len(heard) >= 5:
        keys |= {f"n{heard[:k]}{heard[k + 1 :]}" for k in range(len(heard))}
    words = skeleton(name).split()
    if len(words) > 1:
        keys |= {f"n{name_key(w)}" for w in words if len(w) > 3}
    return keys


def _cells(point: tuple[float, float, int]) -> Iterator[str]:
    row, column = int((point[0] + 90) // CELL), int((point[1] + 180) // CELL)
    for dr in (-1, 0, 1):
        for dc in (-1, 0, 1):
            yield f"c{row + dr}/{(column + dc) % int(360 / CELL)}"


def _own_cell(point: tuple[float, float, int]) -> str:
    return f"c{int((point[0] + 90) // CELL)}/{int((point[1] + 180) // CELL)}"


def _firm_keys(strand: Strand) -> set[str]:
    """Keys that are looked up over the whole window: sounds and ids of its places, whole sentences."""
    keys: set[str] = set()
    for site in strand.sites:
        keys |= _name_keys(site.name)
        if site.id is not None:
            keys.add(f"i{site.id}")
    return keys | {f"q{quote}" for quote in strand.quotes if len(quote) > 30}


def _loose_keys(strand: Strand) -> set[str]:
    """Keys that are looked up over a few days only: places of the strand or its whole report."""
    keys = {f"y{name_key(site.name)}" for site in strand.here or strand.around}
    if not strand.here:
        keys |= {f"y{key}" for key in strand.named}
    return keys | {f"x{strand.group} {name_key(site.name)}" for site in strand.around}


def _word_keys(strand: Strand) -> set[str]:
    """Keys for strands of which at least one names no small place: telling words in pairs, or one on a day; the same figure on a day."""
    telling = sorted((w for w in strand.words if weight(w) >= RARE), key=lambda word: (-weight(word), word))
    keys = {f"{strand.group} {a} {b}" for a, b in combinations(sorted(telling[:WORDS]), 2)}
    if strand.span is not None:
        days = range(strand.span.start, min(strand.span.end, strand.span.start + SHORT))
        said = [f"{measure}{number}" for measure, number in strand.figures if number >= TELLING]
        keys |= {f"{strand.group} {what} {day}" for what in (*said, *telling[:ON_A_DAY]) for day in days}
    return keys


def _marked(keys: set[str], marks: str) -> set[str]:
    return {mark + key for mark in marks for key in keys}


def _numbers(keys: set[str]) -> set[int]:
    """Keys as 32-bit numbers, the same on every machine. Two keys that share one bring a few strands together in vain, no more."""
    return {crc32(key.encode("utf-8", "surrogatepass")) for key in keys}


def _held_keys(strand: Strand, by_words: bool) -> tuple[set[int], set[int]]:
    """The firm and the loose keys that a strand is found under."""
    firm = _firm_keys(strand) | {_own_cell(s.point) for s in strand.here if s.point is not None}
    loose = _loose_keys(strand) | (_marked(_word_keys(strand), LEANING if strand.leans else PLACED) if by_words else set())
    return _numbers(firm), _numbers(loose)


def _sought_keys(strand: Strand, by_words: bool) -> tuple[set[int], set[int]]:
    """The firm and the loose keys that a strand finds others by."""
    firm = _firm_keys(strand)
    for site in strand.here:
        if site.point is not None:
            firm |= set(_cells(site.point))
    loose = _loose_keys(strand)
    if by_words:
        loose |= _marked(_word_keys(strand), LEANING + PLACED if strand.leans else LEANING)
    return _numbers(firm), _numbers(loose)


def held(strand: Strand, by_words: bool) -> Held | None:
    """Under what others meet the strand; None if nothing does."""
    days = _days(strand)
    return Held(days, frozenset().union(*_held_keys(strand, by_words))) if days else None


def sought(strand: Strand, by_words: bool) -> Held | None:
    """The days (from the first to before the last) and keys of which another must share some for the two to meet; None if nothing meets it."""
    days = _days(strand)
    return Held((days[0] - WINDOW, days[1] + WINDOW), frozenset().union(*_sought_keys(strand, by_words))) if days else None


class _Days:
    """Numbers of strands by key, each key's sorted by their first day; short and long strands apart, so that few are looked at in vain.

    A key that one strand alone has holds its number, to save room.
    """

    def __init__(self, window: int) -> None:
        self.window = window
        self.short: dict[int, int | array[int]] = {}
        self.long: dict[int, int | array[int]] = {}

    def add(self, number: int, keys: set[int], spans: list[Days]) -> None:
        start, end = spans[number]
        index = self.short if end - start <= SHORT else self.long
        for key in keys:
            held = index.setdefault(key, number)
            if isinstance(held, int):
                if held == number:
                    continue
                held = index[key] = array("l", (held,))
            insort(held, number, key=lambda n: spans[n][0])

    def near(self, keys: set[int], days: Days, spans: list[Days]) -> Iterator[int]:
        start, end = days[0] - self.window, days[1] + self.window
        for index, back in ((self.short, SHORT), (self.long, LONGEST)):
            for key in keys:
                held = index.get(key)
                if held is None:
                    continue
                if isinstance(held, int):
                    held = array("l", (held,))
                low = bisect_left(held, start - back, key=lambda n: spans[n][0])
                high = bisect_right(held, end, key=lambda n: spans[n][0])
                yield from (n for n in held[low:high] if spans[n][1] >= start)


class Index:
    """Strands by key and day. `near` gives the numbers of those to compare with one."""

    def __init__(self) -> None:
        self._firm = _Days(WINDOW)
        self._loose = _Days(FEW)
        self._spans: list[Days] = []
        self._dated: list[bool] = []

    def near(self, strand: Strand, by_words: bool = True) -> list[int]:
        """Numbers of the strands added before that are worth comparing with this one, ascending; by places only unless `by_words`."""
        days = _days(strand)
        if strand.span is None or days is None:
            return []
        firm, loose = _sought_keys(strand, by_words)
        found = set(self._firm.near(firm, days, self._spans))
        found.update(self._loose.near(loose, days, self._spans))
        if strand.span.said and strand.span.end - strand.span.start <= 2:
            start, end = strand.span.start, strand.span.end
            return sorted(n for n in found if not self._dated[n] or (self._spans[n][0] < end + DATED and self._spans[n][1] > start - DATED))
        return sorted(found)

    def add(self, strand: Strand, by_words: bool = True) -> int:
        """Takes a strand in; its number counts up from 0. A strand without any time is never found."""
        number = len(self._spans)
        span, days = strand.span, _days(strand)
        self._dated.append(span is not None and span.said and span.end - span.start <= 2)
        self._spans.append(days or (0, 0))
        if days is None:
            return number
        firm, loose = _held_keys(strand, by_words)
        self._firm.add(number, firm, self._spans)
        self._loose.add(number, loose, self._spans)
        return number
