"""The model's proposals: event words with their type, and around each the spans of actors, places, times, figures and speaker.

Nothing is resolved here. A proposal is kept when event word and whole claim together reach the model's threshold, and when no better
proposal of its type holds the same clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sijill.knowledge.reader_model import Floats, ReaderModel
from sijill.read.labels import ACTOR_TAGS, CLAIMANT_TAGS, COUNT_TAGS, PLACE_TAGS
from sijill.read.windows import Window
from sijill.records import CLAIM_TYPES, MODALITIES, ClaimType, Modality, Span

CANDIDATE = 0.06
"""An event word below this is not followed up. Chosen low: validity decides, this only saves time."""

CANDIDATES_A_SENTENCE = 8

_GROUPS = (("actors", ACTOR_TAGS), ("places", PLACE_TAGS), ("counts", COUNT_TAGS), ("claimant", CLAIMANT_TAGS))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch of the report with its role ("by", "at", "killed", "when", "claimant") and the model's probability."""

    role: str
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim as the model sees it. `word` is the event word; `raw` is uncalibrated; `runner_up` names what it was chosen against."""

    type: ClaimType
    word: Span
    evidence: Span
    sentence: int
    modality: Modality
    actors: tuple[Tagged, ...]
    places: tuple[Tagged, ...]
    counts: tuple[Tagged, ...]
    claimant: tuple[Tagged, ...]
    raw: float
    runner_up: tuple[ClaimType, float]


def _softmax(x: Floats) -> Floats:
    top = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(top / top.sum(-1, keepdims=True), dtype=np.float32)


def _word_starts(window: Window) -> list[int]:
    """For each piece, the first piece of its word."""
    firsts: list[int] = []
    for k, (a, b) in enumerate(window.spans):
        glued = k > 0 and b > a and window.spans[k - 1][1] == a and window.sentence[k] == window.sentence[k - 1] and window.shapes[k] == window.shapes[k - 1]
        firsts.append(firsts[-1] if glued else k)
    return firsts


def _decoded(probabilities: Floats, tags: Sequence[str], window: Window, firsts: Sequence[int]) -> tuple[Tagged, ...]:
    """Spans from piece probabilities: each word takes its first piece's best tag; I- continues a span of its role, B- opens one."""
    found: list[Tagged] = []
    role, start, end, scores, where = "", 0, 0, list[float](), -1
    best = probabilities.argmax(-1)
    for k, (a, b) in enumerate(window.spans):
        tag = tags[int(best[firsts[k]])] if b > a else "O"
        inside = tag != "O" and tag[2:] == role and window.sentence[k] == where and (tag[0] == "I" or firsts[k] != k)
        if inside:
            end = b
            scores.append(float(probabilities[firsts[k], best[firsts[k]]]))
            continue
        if role:
            found.append(Tagged(role, Span(start, end), sum(scores) / len(scores)))
            role = ""
        if tag != "O" and firsts[k] == k:
            role, start, end, where = tag[2:], a, b, window.sentence[k]
            scores = [float(probabilities[k, best[k]])]
    if role:
        found.append(Tagged(role, Span(start, end), sum(scores) / len(scores)))
    return tuple(found)


def _evidence(inside: Floats, window: Window, at: int) -> Span:
    """The run of clause pieces around the event word, in its sentence; small gaps are bridged."""
    sentence = window.sentence[at]
    first = last = at
    gap = 0
    for k in range(at + 1, len(inside)):
        if window.sentence[k] != sentence or gap > 3:
            break
        gap = 0 if inside[k] > 0.5 else gap + 1
        last = k if inside[k] > 0.5 else last
    gap = 0
    for k in range(at - 1, -1, -1):
        if window.sentence[k] != sentence or gap > 3:
            break
        gap = 0 if inside[k] > 0.5 else gap + 1
        first = k if inside[k] > 0.5 else first
    return Span(window.spans[first][0], window.spans[last][1])


def _candidates(window: Window, probabilities: Floats) -> Iterator[tuple[int, int, float]]:
    """(piece, type, probability) of likely event words: peaks among their neighbours, the best few a sentence."""
    by_sentence: dict[int, list[tuple[float, int, int]]] = {}
    for k, kind in zip(*np.nonzero(probabilities >= CANDIDATE), strict=True):
        if not window.target[k]:
            continue
        value = float(probabilities[k, kind])
        around = probabilities[max(0, k - 2) : k + 3, kind]
        if value >= float(around.max()):
            by_sentence.setdefault(window.sentence[k], []).append((value, int(k), int(kind)))
    for sentence in sorted(by_sentence):
        best = sorted(by_sentence[sentence], key=lambda c: (-c[0], c[1], c[2]))[:CANDIDATES_A_SENTENCE]
        yield from ((k, kind, value) for value, k, kind in best)


def _proposal(model: ReaderModel, window: Window, firsts: Sequence[int], hidden: Floats, candidate: tuple[int, int, float], column: Floats) -> Proposal:
    at, kind, value = candidate
    tags, whole = model.roles(hidden, at, kind)
    parts: dict[str, tuple[Tagged, ...]] = {}
    start = 0
    for name, labels in _GROUPS:
        parts[name] = _decoded(_softmax(tags[:, start : start + len(labels)]), labels, window, firsts)
        start += len(labels)
    inside = _softmax(tags[:, start : start + 2])[:, 1]
    valid = float(1 / (1 + np.exp(-whole[-1])))
    others = [(float(p), t) for t, p in enumerate(column) if t != kind]
    rival = max(others)
    return Proposal(
        CLAIM_TYPES[kind], Span(*window.spans[at]), _evidence(inside, window, at), window.sentence[at], MODALITIES[int(whole[:-1].argmax())],
        parts["actors"], parts["places"], parts["counts"], parts["claimant"], (value * valid) ** 0.5, (CLAIM_TYPES[rival[1]], rival[0]),
    )  # fmt: skip


def _share(a: Span, b: Span) -> float:
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / min(a.end - a.start, b.end - b.start)


def _kept(proposals: Sequence[Proposal], threshold: float) -> Iterator[Proposal]:
    """The best first; a later one of the same type in the same clause, or of another type on the same word, falls away."""
    kept: list[Proposal] = []
    for p in sorted(proposals, key=lambda p: (-p.raw, p.word.start, p.type)):
        same_clause = any(q.type == p.type and q.sentence == p.sentence and _share(p.evidence, q.evidence) >= 0.3 for q in kept)
        same_word = any(q.word == p.word and q.type != p.type for q in kept)
        if p.raw >= threshold and not same_clause and not same_word:
            kept.append(p)
    yield from sorted(kept, key=lambda p: (p.word.start, p.type))


def tag(model: ReaderModel, window: Window) -> tuple[Proposal, ...]:
    """All claims that the model proposes in the target sentences of a window, in the order of their event words."""
    hidden, probabilities = model.events(window.ids, window.shapes, window.target)
    firsts = _word_starts(window)
    found = [_proposal(model, window, firsts, hidden, c, probabilities[c[0]]) for c in _candidates(window, probabilities)]
    return tuple(_kept(found, model.calibration.threshold))
