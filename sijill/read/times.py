"""Which of the times around an event word is the happening's, and which day told elsewhere in the text it leans on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sijill.read.tag import Tagged
from sijill.read.when import Basis, time_words, when
from sijill.records import Mention, When


def time_of(text: str, tagged: Iterable[Tagged], basis: Basis) -> When | None:
    """The likeliest of the times that tagged words tell, or the shortest that lies inside it; None if they tell none."""
    found = [(t.score, _dated(text, whole, basis)) for t in tagged if (whole := time_words(text, t.span.start, t.span.end))]
    if not found:
        return None
    likeliest = min(found, key=lambda f: (-f[0], f[1].mention.start))[1]
    return min((w for _, w in found if _inside(w, likeliest)), key=_length, default=likeliest)


def told_near(at: int, dates: Sequence[tuple[int, date]]) -> date | None:
    """The last date with a year before a place in the text, else the first after it."""
    before = bisect_right([start for start, _ in dates], at)
    return dates[max(0, before - 1)][1] if dates else None


def _dated(text: str, whole: tuple[int, int], basis: Basis) -> When:
    return when(Mention(text[slice(*whole)], *whole), basis)


def _inside(one: When, other: When) -> bool:
    """Whether one time is a part of the other: "on 16 December 2014" of "ten years ago"."""
    return None not in (one.start, one.end, other.start, other.end) and other.start <= one.start and one.end <= other.end  # type: ignore[operator]


def _length(one: When) -> timedelta:
    return one.end - one.start if one.start and one.end else timedelta.max
