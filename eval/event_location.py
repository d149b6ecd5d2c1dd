"""Which place belongs to which happening: `python -m eval.event_location` on texts with a marked event word and its places.

../shared/measure/event_location gives for each of some 10,000 texts one event word and the places where that happened, often none although
places are named. The reader is shown the text and asked about that word alone. Beside it, in the same run: every place that the reader sees
around any word of the text, which is what a reader without links from happening to place would answer. Precision, recall and F1 over places.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sijill.knowledge import load_knowledge
from sijill.knowledge.reader_model import ReaderModel
from sijill.read.segment import sentences
from sijill.read.tag import Proposal, around, tag
from sijill.read.windows import Pieced, windows
from sijill.records import Report, Span

FILE = Path(__file__).parent.parent.parent / "shared" / "measure" / "event_location" / "event_location_labeled_text.jsonl.zip"
EVERY = 4


@dataclass(frozen=True, slots=True)
class Item:
    """A text, its event word, and the places where that happened."""

    text: str
    word: Span
    places: tuple[Span, ...]


@dataclass(slots=True)
class Tally:
    """Places right, given and wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, given: Sequence[Span], wanted: Sequence[Span]) -> None:
        """Count one text: a place is right where it overlaps a wanted one that no other place took."""
        left = list(wanted)
        for span in given:
            hit = next((w for w in left if w.start < span.end and span.start < w.end), None)
            if hit:
                left.remove(hit)
                self.right += 1
        self.given += len(given)
        self.wanted += len(wanted)

    def line(self) -> str:
        """Precision, recall and F1."""
        precision, recall = self.right / max(1, self.given), self.right / max(1, self.wanted)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def items() -> Iterator[Item]:
    """The annotated texts; places without words are left out."""
    with zipfile.ZipFile(FILE) as packed:
        rows = json.load(io.TextIOWrapper(packed.open(packed.namelist()[0]), encoding="utf-8"))
    for row in rows:
        spans = row.get("spans") or []
        word = next((Span(s["start"], s["end"]) for s in spans if s["label"] == "VERB" and s["end"] > s["start"]), None)
        if word:
            yield Item(row["text"], word, tuple(Span(s["start"], s["end"]) for s in spans if s["label"] == "LOCATION" and s["end"] > s["start"]))


def answers(model: ReaderModel, item: Item) -> tuple[list[Span], list[Span]]:
    """(places of the word asked about, places of any word)."""
    report = Report("r", item.text)
    parts = sentences(report)
    mine: list[Span] = []
    every: list[Span] = []
    for window in windows(parts, Pieced(model.tokenizer, report.text, parts), [True] * len(parts)):
        asked = around(model, window, report.text, item.word)
        mine += _places([asked]) if asked else []
        every += _places([asked] if asked else []) + _places(tag(model, window, report.text))
    return list(dict.fromkeys(mine)), list(dict.fromkeys(every))


def _places(proposals: Sequence[Proposal]) -> list[Span]:
    return [t.span for p in proposals for t in p.places if t.role != "when"]


def main() -> None:
    """Print both lines."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--every", type=int, default=EVERY, help="only every n-th text")
    args = ask.parse_args()
    if not FILE.exists():
        sys.exit("eval.event_location: ../shared/measure/event_location is not here; nothing to measure on")
    model = load_knowledge().model
    linked, unlinked = Tally(), Tally()
    chosen = list(items())[:: args.every]
    for item in chosen:
        mine, every = answers(model, item)
        linked.add(mine, item.places)
        unlinked.add(every, item.places)
    print(f"event locations, {len(chosen)} texts, {linked.wanted} places: of the word asked about  {linked.line()}")
    print(f"  all places that the reader sees in the text  {unlinked.line()}")


if __name__ == "__main__":
    main()
