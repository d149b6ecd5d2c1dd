"""Annotations of openly licensed texts that stay where they are: offsets only, no words of the texts.

`training/marked/*.jsonl` holds one line a passage: which corpus, document and range it is, and claims whose quotes are [start, end]
inside the passage. Joined with the corpora under ../shared/train they give gold reports; without those, nothing.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def _texts(shared: Path) -> dict[str, str]:
    """Every document of the source corpora by "corpus:id"; empty where the corpora are missing."""
    out: dict[str, str] = {}
    for path in sorted((shared / "train/re3d").glob("*/documents.json")):
        with path.open(encoding="utf-8") as lines:
            out |= {"re3d:" + d["_id"]: d["text"] for d in map(json.loads, lines)}
    plover, events = shared / "train/plover/gsr.jsonl", shared / "train/current_events/items.jsonl.gz"
    if plover.exists():
        with plover.open(encoding="utf-8") as lines:
            out |= {"plover:" + d["id"]: d["sentence"] for d in map(json.loads, lines)}
    if events.exists():
        with gzip.open(events, "rt", encoding="utf-8") as lines:
            out |= {"current_events:" + d["id"]: d["text"] for d in map(json.loads, lines)}
    news = shared / "train/causal_news/train_subtask1.csv"
    if news.exists():
        with news.open(encoding="utf-8-sig", newline="") as rows:
            out |= {"causal_news:" + d["index"]: d["text"] for d in csv.DictReader(rows)}
    for path in sorted((shared / "train/ud_ewt").glob("*.conllu.gz")):
        out |= _treebank(path)
    return out


def _treebank(path: Path) -> dict[str, str]:
    """The documents of a CoNLL-U file as running text: a blank between sentences, a line a paragraph."""
    out: dict[str, str] = {}
    name = ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            key, _, value = line.partition(" = ")
            if key == "# newdoc id":
                name = "ud_ewt:" + value.strip()
            elif key.startswith("# newpar") and name in out:
                out[name] += "\n"
            elif key == "# text":
                before = out.get(name, "")
                out[name] = before + (" " if before and before[-1] != "\n" else "") + value.rstrip("\n")
    return out


def _quotes(value: Any, text: str) -> Any:
    """A marked claim with each [start, end] pair as "words@n", gold's way to name an occurrence."""
    if isinstance(value, dict):
        return {k: _quotes(v, text) for k, v in value.items()}
    if isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value):
        words = text[value[0] : value[1]]
        nth, at = 0, -1
        while at < value[0]:
            at, nth = text.find(words, at + 1), nth + 1
        return words if nth == 1 else f"{words}@{nth}"
    if isinstance(value, list):
        return [_quotes(v, text) for v in value]
    return value


def marked_reports(folder: Path, shared: Path) -> Iterator[dict]:
    """Gold reports of all marked passages whose source text is at hand."""
    texts = _texts(shared)
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                source = texts.get(row["source"])
                if source is None:
                    continue
                text = source[row["start"] : row["end"]]
                yield {"id": row["id"], "text": text, "published": row["published"], "claims": _quotes(row["claims"], text)}
