"""Annotated reports as training examples: windows of word pieces with the labels of every claim.

A gold claim names its clause, not its event word. Which piece of the clause is the event word is left to the model to find out
(see `model.py`, multiple-instance loss); here each claim gives its type, clause and role labels a piece.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from sijill.read.labels import ACTOR_TAGS, CLAIMANT_TAGS, COUNT_TAGS, PLACE_TAGS
from sijill.read.segment import sentences
from sijill.read.windows import Window, pieces, windows
from sijill.records import CLAIM_TYPES, MODALITIES, Report

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Labels:
    """One claim in a window: indices into the label lists; arrays run over the window's pieces."""

    type: int
    modality: int
    evidence: np.ndarray  # 0/1
    actors: np.ndarray
    places: np.ndarray
    counts: np.ndarray
    claimant: np.ndarray


@dataclass(frozen=True, slots=True)
class Example:
    """A window with all its claims, and the report that it comes from (for splits)."""

    report: str
    window: Window
    claims: tuple[Labels, ...]


Quote = dict[str, int]


def find_quote(text: str, quote: str) -> Quote | None:
    """Offsets of a gold quote: "words", or "words@2" for the second occurrence."""
    found = re.fullmatch(r"(.*)@(\d+)", quote, re.S)
    words, nth = (found[1], int(found[2])) if found else (quote, 1)
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            return None
    return {"start": at, "end": at + len(words)}


def load_gold(paths: Iterable[Path]) -> Iterator[dict]:
    """Reports of gold files, one dict each, with quotes still as words."""
    for path in sorted(paths):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def _actor_spot(text: str, forms: list[str], evidence: Quote) -> Quote | None:
    """Which occurrence of an actor's forms to learn: the first form that stands in the clause, else the nearest one before it."""
    middle, best = evidence["start"], None
    for rank, form in enumerate(forms):
        words = re.sub(r"@\d+$", "", form)
        at = text.find(words)
        while at >= 0:
            inside = evidence["start"] <= at and at + len(words) <= evidence["end"]
            after = at > evidence["end"]
            key = (not inside, rank if inside else 0, after, abs(at - middle), rank)
            if best is None or key < best[0]:
                best = (key, {"start": at, "end": at + len(words)})
            at = text.find(words, at + 1)
    return best[1] if best else None


_SUBJECT = re.compile(r"\b(?:he|she|they|it|we)\b", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:him|them|us|her(?! \w+))\b", re.IGNORECASE)


def _standing_for(text: str, side: str, evidence: Quote, spot: Quote | None, sentence: tuple[int, int]) -> Quote | None:
    """The clause's pronoun instead of a name outside the sentence: what the reader is to tag, and to follow back by rule (`read/who.py`)."""
    if spot is None or (sentence[0] <= spot["start"] < sentence[1]):
        return spot
    patterns = (_SUBJECT, _OBJECT) if side == "by" else (_OBJECT, _SUBJECT)
    found = next((m for p in patterns if (m := p.search(text, evidence["start"], evidence["end"]))), None)
    return {"start": found.start(), "end": found.end()} if found else spot


def _mark(tags: np.ndarray, window: Window, spot: Quote | None, label: int) -> None:
    """Write B (label) and I (label + 1) on the pieces that a quote covers, where none is written yet."""
    if spot is None:
        return
    inside = [k for k, (a, b) in enumerate(window.spans) if a < b and a < spot["end"] and spot["start"] < b]
    if inside and not tags[inside].any():
        tags[inside] = label + 1
        tags[inside[0]] = label


def _labels(text: str, claim: dict, window: Window) -> Labels | None:
    """The claim's labels in this window; None if its clause does not begin in one of the window's target sentences."""
    evidence = find_quote(text, claim["evidence"])
    size = len(window.ids)
    if evidence is None:
        return None
    inside = np.zeros(size, dtype=np.int64)
    for k, (a, b) in enumerate(window.spans):
        if a < b and window.target[k] and a < evidence["end"] and evidence["start"] < b:
            inside[k] = 1
    if not inside.any():
        return None
    own = [window.sentence[k] for k in np.flatnonzero(inside)]
    covered = [span for span, n in zip(window.spans, window.sentence, strict=True) if own[0] <= n <= own[-1]]
    sentence = (covered[0][0], covered[-1][1])
    actors, places, counts, claimant = (np.zeros(size, dtype=np.int64) for _ in range(4))
    for side in ("by", "to"):
        for forms in claim[side]:
            spot = _standing_for(text, side, evidence, _actor_spot(text, forms, evidence), sentence)
            _mark(actors, window, spot, ACTOR_TAGS.index("B-" + side))
    if claim.get("when"):
        _mark(places, window, find_quote(text, claim["when"]["text"]), PLACE_TAGS.index("B-when"))
    for place in claim["places"]:
        _mark(places, window, find_quote(text, place["text"]), PLACE_TAGS.index("B-" + place["role"]))
    for count in claim["counts"]:
        _mark(counts, window, find_quote(text, count["text"]), COUNT_TAGS.index("B-" + count["measure"]))
    if claim.get("claimant"):
        _mark(claimant, window, find_quote(text, claim["claimant"]["text"]), CLAIMANT_TAGS.index("B-claimant"))
    return Labels(CLAIM_TYPES.index(claim["type"]), MODALITIES.index(claim["modality"]), inside, actors, places, counts, claimant)


def examples(tokenizer: Tokenizer, reports: Iterable[dict]) -> Iterator[Example]:
    """All windows of all reports, each claim in the one window whose targets hold the start of its clause."""
    for row in reports:
        parts = sentences(Report(row["id"], row["text"]))
        coded = [pieces(tokenizer, row["text"], s) for s in parts]
        done: set[int] = set()
        for window in windows(parts, coded, [True] * len(parts)):
            here = []
            for n, claim in enumerate(row["claims"]):
                if n not in done and (found := _labels(row["text"], claim, window)):
                    done.add(n)
                    here.append(found)
            yield Example(row["id"], window, tuple(here))
