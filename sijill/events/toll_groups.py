"""What the groups that one voice tells apart come to together: civilians and the dead of each side are nobody twice, women and children are civilians."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sijill.events.figures import Said, Whom
from sijill.records import PersonStatus

Best = Callable[[Sequence[Said]], int | None]
INTERESTED = frozenset({"party", "witness"})


def groups_come_to(whole: Sequence[Said], groups: Mapping[Whom, Sequence[Said]], status: PersonStatus, best: Best) -> int | None:
    """The least that all can be by the groups of one voice, a neutral one if such a one tells the whole; None where no voice numbers two groups.
    Those that it gave before its last word on the whole are out of date.

    Groups of two voices are not added, nor those that the words set against each other: the same dead may be called fighters and civilians.
    (Among the marked happenings, adding them was wrong each time.)
    """
    neutral = any(s.voice.kind not in INTERESTED for s in whole)
    voices = {s.voice.key for found in groups.values() for s in found if not neutral or s.voice.kind not in INTERESTED}
    last = {s.voice.key: s.told_at for s in whole}
    sums: list[int] = []
    for voice in voices:
        own = {whom: best([s for s in found if s.voice.key == voice and s.total and not s.rival and s.told_at >= last.get(voice, s.told_at)]) for whom, found in groups.items()}
        sums += _sum({whom: n for whom, n in own.items() if n is not None}, status)
    return max(sums, default=None)


def _sum(numbers: Mapping[Whom, int], status: PersonStatus) -> list[int]:
    """The numbers of disjoint groups added, if there are two."""
    parts: list[int] = []
    for group in ("combatant", "civilian"):
        named = [n for w, n in numbers.items() if w.status == group and w.who]
        alone = numbers.get(Whom(None, group))
        if status in {group, "mixed", "unknown"}:
            parts += named if alone is None or sum(named) > alone else [alone]
    return [sum(parts)] if len(parts) > 1 else []
