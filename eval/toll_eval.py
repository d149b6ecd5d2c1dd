"""Tolls against the truth of the marked happenings: how many were killed, from lowest to highest latest figure of the reports.

Usage: python -m eval.toll_eval [--shared ../shared] [--errors]

The claims of each happening are taken as marked, so that tolls are measured apart from joining. The truth's range runs over reports: of
each the largest asserted figure of the dead that ../shared/train/happenings/dev_truth.jsonl gives, without what a later report of the same
outlet replaces. `same`: the toll's low and high are that range's ends; `inside`: it lies within one of them.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sijill.events.build import event_of
from sijill.records import Told, Toll
from training.happenings import Marked, marked_claims, training_files


@dataclass(frozen=True, slots=True)
class Range:
    """Fewest and most killed; None where no report gives a number."""

    low: int | None
    high: int | None


def true_range(rows: Sequence[dict[str, object]], outlets: dict[str, tuple[str, str]]) -> Range:
    """The range over the latest figures of outlets. `outlets`: report to (day, outlet)."""
    by_report: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        low, high = row["killed_low"], row["killed_high"]
        if row["modality"] == "asserted" and (low is not None or high is not None):
            assert isinstance(low, int | None) and isinstance(high, int | None)
            by_report[str(row["report"])].append((low if low is not None else high or 0, high if high is not None else low or 0))
    latest: dict[str, tuple[str, tuple[int, int]]] = {}
    for report, figures in by_report.items():
        day, outlet = outlets[report]
        if outlet not in latest or latest[outlet][0] <= day:
            latest[outlet] = (day, max(figures, key=lambda f: f[1]))
    if not latest:
        return Range(None, None)
    return Range(min(f[0] for _, f in latest.values()), max(f[1] for _, f in latest.values()))


def killed(tolls: Sequence[Toll]) -> Toll | None:
    """The toll of all killed, the first of its rows."""
    return next((t for t in tolls if t.measure == "killed"), None)


def compared(marked: Sequence[Marked], truth: Path) -> Iterator[tuple[str, Range, Toll | None]]:
    """(happening, true range, our toll)."""
    claims: dict[str, list[Told]] = defaultdict(list)
    outlets = {}
    for m in marked:
        outlets[m.told.report] = (str(m.told.published), m.told.outlet or m.told.report)
        if m.happening:
            claims[m.happening].append(m.told)
    for line in truth.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["happening"] in claims:
            yield row["happening"], true_range(row["claims"], outlets), killed(event_of(claims[row["happening"]]).toll)


def _ends(toll: Toll | None) -> Range:
    if toll is None or toll.state in {"unknown", "unstated"}:
        return Range(None, None)
    high = toll.high if toll.high is not None else toll.low
    return Range(toll.low, high)


def _within(ours: Range, true: Range) -> bool:
    """Whether a toll with both ends lies inside the true range."""
    return ours.low is not None and ours.high is not None and true.low is not None and true.low <= ours.low and ours.high <= (true.high or 0)


def main() -> None:
    """Print the scores, and with --errors what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parent.parent.parent / "shared")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    truth = args.shared / "train" / "happenings" / "dev_truth.jsonl"
    if not truth.exists():
        print(f"skipped: {truth.name} is not at hand (--shared)")
        return
    rows = list(compared(marked_claims(training_files()), truth))
    same = [r for r in rows if _ends(r[2]) == r[1]]
    known = [r for r in rows if r[1].low is not None]
    inside = [r for r in known if _within(_ends(r[2]), r[1])]
    print(f"tolls: {len(rows)} happenings, {len(known)} with a number; same {len(same) / len(rows):.3f}; inside {len(inside) / max(1, len(known)):.3f}")
    if args.errors:
        for happening, true, toll in rows:
            if _ends(toll) != true:
                print(happening, f"true {true.low}–{true.high}", f"ours {toll.low}–{toll.high} {toll.state}: {toll.why}" if toll else "ours none")


if __name__ == "__main__":
    main()
