"""What stems tell by themselves, counted in texts: how rare they are, and of which kind of happening they speak."""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from sijill.events.families import GROUP_OF
from sijill.events.wording import stems

KEPT_BELOW = 0.85
"""Words of at least this weight are left out of the table; they weigh 1."""
KIND_SEEN, KIND_SHARE = 8, 0.7
"""In how many gold clauses a stem must stand, and the share of them that must be of one kind, for it to tell that kind."""


def word_weights(path: Path) -> dict[float, list[str]]:
    """Common stems by weight: log(n / reports with it) / 8, rounded to a tenth, at most 1."""
    held: Counter[str] = Counter()
    reports = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            held.update(stems(json.loads(line)["text"]))
            reports += 1
    levels: dict[float, list[str]] = defaultdict(list)
    for word, count in sorted(held.items()):
        level = round(math.log(reports / count) / 8, 1)
        if level < KEPT_BELOW and word.isascii():
            levels[max(level, 0.2)].append(word)
    return dict(sorted(levels.items()))


def word_kinds(corpus: Iterable[Path]) -> dict[str, list[str]]:
    """Stems by the kind of happening that they tell: those of at least KIND_SEEN gold clauses, KIND_SHARE of them of one kind, tolls aside."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for path in corpus:
        for line in path.read_text(encoding="utf-8").splitlines():
            for claim in json.loads(line)["claims"]:
                for word in stems(claim["evidence"]):
                    seen[word][GROUP_OF[claim["type"]]] += 1
    kinds: dict[str, list[str]] = defaultdict(list)
    for word, groups in sorted(seen.items()):
        group, count = max(groups.items(), key=lambda found: (found[1], found[0]))
        if groups.total() >= KIND_SEEN and count >= KIND_SHARE * groups.total() and group not in {"toll", "context"} and word.isascii():
            kinds[group].append(word)
    return dict(sorted(kinds.items()))
