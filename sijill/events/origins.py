"""Independent origins: reports that copy each other, one agency, or cite one another are one origin, named by its earliest report."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
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
REPRINTED = 31
"""Days within which a text is copied in part. The same text is a copy whenever it comes again."""
DAYS = 10
"""A report that cites an outlet is tied to what that outlet published within so many days before."""
SHARED = 0.12
"""Share of the citing text's telling words that the cited report must have too."""

_CITES = re.compile(r"\b(?:citing|quoted by|quoting|reported by|as reported in|told by|carried by|according to|broadcast by|reprint(?:ed)? (?:of|from)|via)\s+(?:the\s+)?((?:[\w'’.-]+\s?){1,5})", re.IGNORECASE)

Shingles = frozenset[int]
"""The hashes (32 bits) of all runs of SHINGLE words of a text."""

Order = tuple[int, str]
"""Day of publication as an ordinal, and id: the earlier of two reports is the smaller. Undated reports come last."""


@dataclass(frozen=True, slots=True)
class Marks:
    """By what copies of a text are found: some of its shingles, and one number of all of them together."""

    parts: array[int]
    whole: int


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """A report and another of the same origin: a copy, or, where `outlet` (folded) is not empty, the one of that outlet that it cites."""

    report: str
    other: str
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Origins:
    """Report id → origin, for every report; with ties enough to say so, and the marks of each report, by its day and id."""

    of: dict[str, str]
    ties: frozenset[Tie]
    marks: tuple[tuple[Order, Marks], ...]


def order(report: Report) -> Order:
    """Where a report stands among all."""
    return report.day.toordinal() if report.day else 1 << 30, report.id


def shingles(text: str) -> Shingles:
    """What a text is compared by."""
    words = fold(text).split()
    return frozenset(crc32(" ".join(words[k : k + SHINGLE]).encode()) for k in range(max(1, len(words) - SHINGLE + 1)))


def marks(of: Shingles) -> Marks:
    """What it is looked up by."""
    some = sorted(n for n in of if n % SAMPLE == 0) or [min(of)]
    return Marks(array("Q", some), crc32(array("Q", sorted(of)).tobytes()))


def copied(one: Shingles, other: Shingles) -> bool:
    """Whether one holds at least COPIED of the other's shingles."""
    least = min(len(one), len(other))
    return (least >= SHORTEST and len(one & other) / least >= COPIED) or one == other


def _copies(ordered: Sequence[Report]) -> Iterator[tuple[Order, Marks, list[Tie]]]:
    """Each report's marks, and its ties to earlier copies: of each text that it copies, to one report that has it."""
    holders: dict[int, list[int]] = defaultdict(list)
    first: dict[int, int] = {}
    days = [order(report)[0] for report in ordered]
    texts: list[Shingles] = []
    found: list[Marks] = []
    recent = 0
    for n, report in enumerate(ordered):
        text = shingles(report.text)
        mark = marks(text)
        while days[n] - days[recent] > REPRINTED:
            texts[recent] = frozenset()
            recent += 1
        met: dict[int, int] = {}
        for part in mark.parts:
            for other in reversed(holders[part]):
                if other < recent:
                    break
                met[found[other].whole] = other
            holders[part].append(n)
        copies = [other for other in met.values() if copied(text, texts[other])]
        same = first.setdefault(mark.whole, n)
        if same < recent and found[same] == mark:
            copies.append(same)
        texts.append(text)
        found.append(mark)
        yield order(report), mark, [Tie(report.id, ordered[other].id) for other in copies]


def citing_phrases(report: Report) -> tuple[str, ...]:
    """What follows each "citing", "according to" of a text, folded, between blanks."""
    return tuple(f" {fold(found[1])} " for found in _CITES.finditer(report.text))


def outlet_name(outlet: str | None) -> str:
    """An outlet as others would name it, folded; empty where there is none, or only initials too short to be told from words."""
    folded = fold(outlet) if outlet else ""
    return folded if len(folded) > 3 else ""


def _words(report: Report) -> frozenset[str]:
    return frozenset(w for w in fold(report.text).split() if len(w) > 4)


def cited(report: Report, earlier: Iterable[Report]) -> Report | None:
    """Of an outlet's earlier reports, latest first, the one that this report cites: near in time, with words in common."""
    words: frozenset[str] | None = None
    for other in earlier:
        if other.day is None or report.day is None or not 0 <= (report.day - other.day).days <= DAYS:
            continue
        words = _words(report) if words is None else words
        if words and len(words & _words(other)) / len(words) >= SHARED:
            return other
    return None


def _citations(reports: Sequence[Report]) -> Iterator[Tie]:
    """Of each report and each outlet that it names as its source. `reports` in order."""
    by_outlet: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        for phrase in citing_phrases(report):
            for outlet, earlier in by_outlet.items():
                other = cited(report, reversed(earlier)) if f" {outlet} " in phrase else None
                if other is not None:
                    yield Tie(report.id, other.id, outlet)
        if name := outlet_name(report.outlet):
            by_outlet[name].append(report)


def groups(reports: Iterable[Order], ties: Collection[Tie]) -> dict[str, str]:
    """Report id → the id of the earliest report that ties chain it to. All ends of the ties are among the reports."""
    place = {id_: n for n, (_, id_) in enumerate(sorted(reports))}
    ids, head = list(place), list(range(len(place)))

    def find(n: int) -> int:
        while head[n] != n:
            head[n] = head[head[n]]
            n = head[n]
        return n

    for tie in ties:
        one, other = sorted((find(place[tie.report]), find(place[tie.other])))
        head[other] = one
    return {id_: ids[find(n)] for id_, n in place.items()}


def found_origins(reports: Iterable[Report]) -> Origins:
    """The origins of all reports. Order of input does not matter."""
    ordered = sorted(reports, key=order)
    compared = list(_copies(ordered))
    ties = frozenset({tie for _, _, copies in compared for tie in copies} | set(_citations(ordered)))
    return Origins(groups(map(order, ordered), ties), ties, tuple((at, mark) for at, mark, _ in compared))


def origins(reports: Iterable[Report]) -> dict[str, str]:
    """For each report's id the id of the origin that it belongs to: the earliest report of its group."""
    return found_origins(reports).of
