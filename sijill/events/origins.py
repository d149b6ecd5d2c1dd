"""Independent origins: reports that copy each other, one agency, or cite one another are one origin, named by its earliest report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from zlib import crc32

from sijill.knowledge.folding import fold
from sijill.records import Report

SHINGLE = 5
"""Words of a shingle."""
COPIED = 0.5
"""Share of the shorter text's shingles from which on it is a copy."""
SHORTEST = 4
"""Texts of fewer shingles are compared whole."""
SAMPLE = 4
"""Every how many-th shingle is looked up, chosen by its hash; all are compared once two texts meet."""
DAYS = 10
"""A report that cites an outlet is tied to what that outlet published within so many days before."""
SHARED = 0.12
"""Share of the citing text's telling words that the cited report must have too."""

_CITES = re.compile(r"\b(?:citing|quoted by|quoting|reported by|as reported in|told by|carried by|according to|broadcast by|reprint(?:ed)? (?:of|from)|via)\s+(?:the\s+)?((?:[\w'’.-]+\s?){1,5})", re.IGNORECASE)


def _shingles(text: str) -> frozenset[int]:
    words = fold(text).split()
    if len(words) <= SHINGLE:
        return frozenset({crc32(" ".join(words).encode())})
    return frozenset(crc32(" ".join(words[k : k + SHINGLE]).encode()) for k in range(len(words) - SHINGLE + 1))


class _Groups:
    """Reports in groups; the head of each is its earliest."""

    def __init__(self, size: int) -> None:
        self.head = list(range(size))

    def find(self, n: int) -> int:
        while self.head[n] != n:
            self.head[n] = self.head[self.head[n]]
            n = self.head[n]
        return n

    def tie(self, a: int, b: int) -> None:
        one, other = sorted((self.find(a), self.find(b)))
        self.head[other] = one


def _copies(texts: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of which one holds at least COPIED of the other's shingles."""
    holders: dict[int, list[int]] = defaultdict(list)
    for n, shingles in enumerate(texts):
        sampled = {s for s in shingles if s % SAMPLE == 0} or {min(shingles)}
        seen: set[int] = set()
        for shingle in sorted(sampled):
            seen.update(holders[shingle])
            holders[shingle].append(n)
        for other in sorted(seen):
            least = min(len(shingles), len(texts[other]))
            if (least >= SHORTEST and len(shingles & texts[other]) / least >= COPIED) or shingles == texts[other]:
                yield other, n


def _words(report: Report) -> frozenset[str]:
    return frozenset(w for w in fold(report.text).split() if len(w) > 4)


def _cited(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs (cited, citing): the latest earlier report of an outlet that a text names as its source, with words in common."""
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for n, report in enumerate(reports):
        for found in _CITES.finditer(report.text):
            phrase = f" {fold(found[1])} "
            for outlet, earlier in by_outlet.items():
                if f" {outlet} " not in phrase:
                    continue
                for other in reversed(earlier):
                    if _near(reports[other], report) and _alike(reports[other], report):
                        yield other, n
                        break
        if report.outlet and len(fold(report.outlet)) > 3:
            by_outlet[fold(report.outlet)].append(n)


def _near(earlier: Report, later: Report) -> bool:
    return earlier.day is not None and later.day is not None and 0 <= (later.day - earlier.day).days <= DAYS


def _alike(earlier: Report, later: Report) -> bool:
    words = _words(later)
    return bool(words) and len(words & _words(earlier)) / len(words) >= SHARED


def origins(reports: Sequence[Report]) -> dict[str, str]:
    """For each report's id the id of the origin that it belongs to: the earliest report of its group. Order of input does not matter."""
    ordered = sorted(reports, key=lambda r: (r.day.toordinal() if r.day else 1 << 30, r.id))
    groups = _Groups(len(ordered))
    for a, b in _copies([_shingles(r.text) for r in ordered]):
        groups.tie(a, b)
    for a, b in _cited(ordered):
        groups.tie(a, b)
    return {r.id: ordered[groups.find(n)].id for n, r in enumerate(ordered)}
