"""Control as intervals in two times: for which days a voice says that a side held a place, and from when that was known.

Nothing is fused here: each voice's story stands for itself, so that two that contradict each other are two intervals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sijill.records import ClaimRef, Place, Told
from sijill.situation.holding import Word, words_of


@dataclass(frozen=True, slots=True)
class HoldInterval:
    """One voice's word that a side holds a place, from `start` to before `end`; null where the voice has not said that it ended.

    `known` is the day on which that was published, `end_known` the day on which the word that ended it was. `denied`: the voice says
    that the side does not hold it. `parts`: only parts of it.
    """

    key: str
    place: Place
    claimant: str
    holder: str
    denied: bool
    parts: bool
    sure: bool
    start: date
    end: date | None
    known: date | None
    end_known: date | None
    refs: tuple[ClaimRef, ...]
    why: str


def intervals(told: Sequence[Told]) -> tuple[HoldInterval, ...]:
    """Every voice's intervals, by place, then voice, then day. Words that nothing dates make none."""
    words = [w for t in told for w in words_of(t) if w.day is not None]
    words.sort(key=lambda w: (w.key, w.voice.key, w.order))
    return tuple(i for _, group in groupby(words, key=lambda w: (w.key, w.voice.key)) for i in _of_voice(list(group)))


def _of_voice(words: Sequence[Word]) -> Iterator[HoldInterval]:
    start = 0
    for k in range(1, len(words) + 1):
        if k < len(words) and _same(words[start], words[k]):
            continue
        run = words[start:k]
        if run[0].holder is not None:
            yield _interval(run, words[k] if k < len(words) else None)
        start = k


def _same(one: Word, other: Word) -> bool:
    held = one.holder is not None and one.holder.same(other.holder)
    return held and (one.denied, one.parts, one.sure) == (other.denied, other.parts, other.sure)


def _interval(run: Sequence[Word], ending: Word | None) -> HoldInterval:
    first = run[0]
    start = first.day or date.min
    end = max(ending.day or start, start) if ending else None
    holder = first.holder.name if first.holder else ""
    verb = f"{'not ' if first.denied else ''}{'taken' if first.verb == 'took' else 'held'} by {holder}"
    why = f"{first.voice.name}: {verb}" + (f"; ended by its own later word of {end.isoformat()}" if end else "; no later word of its own ends it")
    return HoldInterval(
        first.key, first.place, first.voice.name, holder, first.denied, first.parts, first.sure, start, end, first.known, ending.known if ending else None,
        tuple(ClaimRef(w.told.report, w.told.claim.id) for w in run), why,
    )  # fmt: skip
