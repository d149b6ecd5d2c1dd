"""Turn checked gold files into marked form: the texts stay in their corpora, quotes become [start, end] in the passage.

usage: python -m training.mark GOLD.jsonl MARKED.jsonl

Each gold line also says `source` ("re3d:ID"), `start` and `end` of its passage there; `marked.py` reads the result back.
A quote is found as in the gold: its first occurrence, or the n-th for "words@n".
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

PLAIN = ("type", "modality")
KEPT = ("source", "start", "end", "id", "published")


def _offsets(quote: str, text: str) -> list[int]:
    """Where a quote stands in the text."""
    found = re.fullmatch(r"(.*)@(\d+)", quote, re.S)
    words, nth = (found[1], int(found[2])) if found else (quote, 1)
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            raise ValueError(f"not in the text: {quote!r}")
    return [at, at + len(words)]


def _part(value: dict[str, Any], text: str) -> dict[str, Any]:
    """A place, time, count or claimant with its quote as offsets."""
    return {**value, "text": _offsets(value["text"], text)}


def mark(claim: dict[str, Any], text: str) -> dict[str, Any]:
    """A gold claim without any words of its text."""
    out = {key: claim[key] for key in PLAIN}
    out["evidence"] = _offsets(claim["evidence"], text)
    for side in ("by", "to"):
        out[side] = [[_offsets(form, text) for form in forms] for forms in claim[side]]
    for key in ("places", "counts"):
        out[key] = [_part(value, text) for value in claim[key]]
    for key in ("when", "claimant"):
        out[key] = claim[key] and _part(claim[key], text)
    return out


def main(gold: str, marked: str) -> None:
    """Convert one file."""
    with Path(gold).open(encoding="utf-8") as lines, Path(marked).open("w", encoding="utf-8") as out:
        for row in map(json.loads, lines):
            claims = [mark(claim, row["text"]) for claim in row["claims"]]
            out.write(json.dumps({**{key: row[key] for key in KEPT}, "claims": claims}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
