"""Which annotated reports train the model and which are held out to watch and to calibrate it.

Held out, never trained on: current-events items of 2013 and 2019; one written report in twelve (by hash of its id);
the happenings' last episodes (e10 on), which measure joining. `gold/dev.jsonl` and the seed are in neither.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from training.examples import load_gold

HELD_YEARS = ("2013", "2019")
HELD_EPISODE = "e10"
HERE = Path(__file__).parent

ITEM, PASSAGE = "wce-", "m-"
"""How ids of current-events items begin, and those of passages whose words lie beside the project (training/marked)."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Gold reports, as dicts in gold/GUIDE.md's format."""

    train: list[dict]
    held_out: list[dict]


def _held(row: dict) -> bool:
    if row["id"].startswith(ITEM):
        return str(row["published"])[:4] in HELD_YEARS
    if row.get("episode"):
        return str(row["episode"]) >= HELD_EPISODE
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 12 == 0


def together(row: dict) -> str:
    """What a report must share its fold with: its episode, else the month of its news, else only itself."""
    if row.get("episode"):
        return str(row["episode"])
    return str(row["published"])[:7] if row["id"].startswith((ITEM, PASSAGE)) else str(row["id"])


def fold_of(row: dict, folds: int) -> int:
    """0 … folds - 1, the same on every machine."""
    return int(hashlib.sha256(together(row).encode()).hexdigest(), 16) % folds


def corpora(shared: Path) -> Corpus:
    """All annotated reports: the project's own (training/corpus) and, where it is, the shared folder's."""
    from training.marked import marked_reports

    paths = [*(HERE / "corpus").glob("*.jsonl")]
    paths += [*(shared / "train/claims/current_events").glob("*.jsonl")]
    reports = list(load_gold(paths)) + list(marked_reports(HERE / "marked", shared))
    return Corpus([r for r in reports if not _held(r)], [r for r in reports if _held(r)])
