"""The model's proposals: event words with their type, and around each the spans of actors, places, times, figures and speaker.

Nothing is resolved here. A proposal is kept when event word and whole claim together reach the model's threshold, and when no better
proposal of its type holds the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sijill.knowledge.reader_model import Floats, ReaderModel
from sijill.read.labels import ACTOR_TAGS, CLAIMANT_TAGS, COUNT_TAGS, PLACE_TAGS
from sijill.read.split_names import one_area, one_group
from sijill.read.windows import Window
from sijill.records import CLAIM_TYPES, MEASURES, MODALITIES, ClaimType, Modality, Span

CANDIDATE = 0.06
"""An event word below this is not followed up, nor one that could not reach the threshold if its claim were surely valid."""

CANDIDATES_A_SENTENCE = 8

_INNER = "-‑’'ʼ&"
_EDGES = re.compile(r"^[\s.,;:!?()\[\]\"“”«»–—-]+|[\s,;:!?(\[\"“”«»–—-]+$|(?<![A-Z])\.$|\)$")
_TAILS = re.compile(r"(?:(?<=\w) \([A-Z][\w&/-]*|[’'ʼ]s?|-(?:led|backed|held|controlled|run|aligned|allied|affiliated))$")
_LAST_CAPITAL = re.compile(r"(?:^|[ -])[A-ZÀ-Þ][\w’'-]*$")
_FURTHER = re.compile(r"(?: [A-ZÀ-Þ][\w’'-]*)+")
_LAST_NUMBERED = re.compile(r"\b(?:Regiment|Brigade|Division|Battalion|Base|Camp|Sector|Checkpoint|Point|Post|Hill|Height|Block|Zone|District|Area)$")
_NUMBER_OF = re.compile(r" \d{1,4}\b(?![.,]\d)")
"""What tells one regiment, hill or sector from the next: "Regiment 46"."""
_WORDLIKE = re.compile(r"\w")
_LOOSE_END = re.compile(r"(?:\s+(?:and|or|of|in|near|to|the|at|from|with|by|for|on))+$")
_FUNCTION = re.compile(r"^(?:the|an?|of|and|or|to|in|on|at|by|for|with|its|their|his|her|who|which|that|from|as|also|s|than)$", re.IGNORECASE)
_MAY_BE_SMALL = frozenset(MEASURES)
_SURELY_OUTSIDE = -0.02
"""Log-probability of "outside" above which a word is left out of decoding; it only saves time."""

_GROUPS = (("actors", ACTOR_TAGS), ("places", PLACE_TAGS), ("counts", COUNT_TAGS), ("claimant", CLAIMANT_TAGS))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch of the report with its role ("by", "at", "killed", "when", "claimant") and the model's probability."""

    role: str
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim as the model sees it. `word` is the event word; `raw` is uncalibrated; `runner_up` names what it was chosen against.

    `corrected` says which words around the event word changed type or modality, if any did.
    """

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
    corrected: str = ""


def _softmax(x: Floats) -> Floats:
    top = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(top / top.sum(-1, keepdims=True), dtype=np.float32)


def _word_starts(window: Window, text: str) -> list[int]:
    """For each piece, the first piece of its word. Letters, digits, hyphens and apostrophes that touch are one word, and so is "6,602"."""
    firsts: list[int] = []
    for k, (a, b) in enumerate(window.spans):
        touches = k > 0 and b > a and window.spans[k - 1][1] == a and window.sentence[k] == window.sentence[k - 1]
        firsts.append(firsts[-1] if touches and _joined(text, a) else k)
    return firsts


def _joined(text: str, at: int) -> bool:
    """Whether the characters on both sides of an offset belong to one word."""
    before, after = text[at - 1], text[at]
    if before in ",." or after in ",.":
        around = text[at - 2 : at - 1] if before in ",." else before, after if before in ",." else text[at + 1 : at + 2]
        return all(ch.isdigit() for ch in around) and all(around)
    return (before.isalnum() or before in _INNER) and (after.isalnum() or after in _INNER)


def _best_path(scores: Floats, moves: Floats) -> list[int]:
    """Viterbi: the likeliest sequence of tags. scores: words × tags (log); moves: tags × tags (log), from row to column."""
    best = scores[0] + moves[0]
    back = np.zeros(scores.shape, dtype=np.int64)
    for k in range(1, len(scores)):
        through = best[:, None] + moves
        back[k] = through.argmax(0)
        best = through.max(0) + scores[k]
    path = [int(best.argmax())]
    for k in range(len(scores) - 1, 0, -1):
        path.append(int(back[k, path[-1]]))
    return path[::-1]


def _moves(tags: Sequence[str]) -> Floats:
    """Which tag may follow which: I- goes on only from its own role; two spans of one role do not touch."""
    allowed = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for i, one in enumerate(tags):
        for j, other in enumerate(tags):
            goes_on = other[0] == "I" and one[2:] == other[2:]
            begins = other[0] != "I" and not (other[0] == "B" and one != "O" and one[2:] == other[2:])
            allowed[i, j] = 0.0 if goes_on or begins else -1e4
    return allowed


_MOVES = {name: _moves(tags) for name, tags in _GROUPS}


def _decoded(name: str, tags: Sequence[str], logits: Floats, words: Sequence[tuple[int, int, int]]) -> Iterator[Tagged]:
    """Spans of one group. logits: words × tags; words: (start, end, sentence) in text order."""
    chances = np.log(np.maximum(_softmax(logits), 1e-9))
    live = np.flatnonzero(chances[:, 0] < _SURELY_OUTSIDE)
    for run in np.split(live, np.flatnonzero(np.diff(live) > 1) + 1) if len(live) else ():
        path = _best_path(chances[run], _MOVES[name])
        k = 0
        while k < len(path):
            tag, stop = tags[path[k]], k + 1
            if tag == "O":
                k += 1
                continue
            where = words[run[k]][2]
            while stop < len(path) and tags[path[stop]] == "I-" + tag[2:] and words[run[stop]][2] == where:
                stop += 1
            yield Tagged(tag[2:], Span(words[run[k]][0], words[run[stop - 1]][1]), float(np.exp(chances[run[k:stop], path[k:stop]].mean())))
            k = stop


def _trimmed(text: str, tagged: Tagged) -> Tagged | None:
    """The span without outer punctuation, a possessive 's or "-led"; None if nothing but function words is left."""
    words = text[tagged.span.start : tagged.span.end]
    inner = _EDGES.sub("", words)
    start = tagged.span.start + (words.find(inner) if inner else 0)
    inner = _TAILS.sub("", inner if tagged.role in _MAY_BE_SMALL else _LOOSE_END.sub("", inner))
    if not inner or (_FUNCTION.match(inner) and tagged.role not in _MAY_BE_SMALL):
        return None
    return Tagged(tagged.role, Span(start, start + len(inner)), tagged.score)


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


@dataclass(frozen=True, slots=True)
class _Page:
    """A window beside its report's text and its words: (start, end, sentence) each, and the first piece of each."""

    window: Window
    text: str
    words: tuple[tuple[int, int, int], ...]
    firsts: NDArray[np.int64]


def _page(window: Window, text: str) -> _Page:
    firsts = _word_starts(window, text)
    ends = {first: window.spans[k][1] for k, first in enumerate(firsts)}
    pieces = [k for k in ends if window.spans[k][1] > window.spans[k][0]]
    words = tuple((window.spans[k][0], ends[k], window.sentence[k]) for k in pieces)
    return _Page(window, text, words, np.array(pieces, np.int64))


def _proposal(model: ReaderModel, page: _Page, hidden: Floats, candidate: tuple[int, int, float], column: Floats) -> Proposal:
    (at, kind, value), window = candidate, page.window
    tags, whole = model.roles(hidden, at, kind)
    parts: dict[str, tuple[Tagged, ...]] = {}
    of_words, start = tags[page.firsts], 0
    for name, labels in _GROUPS:
        found = (_trimmed(page.text, t) for t in _decoded(name, labels, of_words[:, start : start + len(labels)], page.words))
        parts[name] = tuple(t for t in found if t)
        start += len(labels)
    parts["places"] = _whole_names(page.text, _joined_spans(page.text, parts["places"], one_area))
    parts["actors"] = _joined_spans(page.text, parts["actors"], one_group)
    parts["counts"] = _in_sentence(window, at, parts["counts"])
    inside = _softmax(tags[:, start : start + 2])[:, 1]
    valid = float(1 / (1 + np.exp(-whole[-1])))
    rival = max((p, t) for t, p in enumerate(column.tolist()) if t != kind)
    return Proposal(
        CLAIM_TYPES[kind], _whole(page, Span(*window.spans[at])), _whole(page, _evidence(inside, window, at)), window.sentence[at], MODALITIES[int(whole[:-1].argmax())],
        parts["actors"], parts["places"], parts["counts"], parts["claimant"], (value * valid) ** 0.5, (CLAIM_TYPES[rival[1]], rival[0]),
    )  # fmt: skip


def _joined_spans(text: str, found: tuple[Tagged, ...], are_one: Callable[[str, Span, Span], bool]) -> tuple[Tagged, ...]:
    """Neighbours of one role as one span where they are."""
    out: list[Tagged] = []
    for t in found:
        before = out[-1] if out else None
        if before and before.role == t.role and are_one(text, before.span, t.span):
            out[-1] = Tagged(t.role, Span(before.span.start, t.span.end), max(before.score, t.score))
        else:
            out.append(t)
    return tuple(out)


def _whole_names(text: str, places: tuple[Tagged, ...]) -> tuple[Tagged, ...]:
    """Places whose span cuts a name ("Darat" of "Darat Izza") with the name's further capitalised words or its number, up to the next span."""
    out: list[Tagged] = []
    for k, t in enumerate(places):
        limit = places[k + 1].span.start if k + 1 < len(places) else len(text)
        words = text[t.span.start : t.span.end]
        more = _FURTHER.match(text, t.span.end, limit) if t.role != "when" and _LAST_CAPITAL.search(words) else None
        more = more or (_NUMBER_OF.match(text, t.span.end, limit) if _LAST_NUMBERED.search(words) else None)
        out.append(Tagged(t.role, Span(t.span.start, more.end()), t.score) if more else t)
    return tuple(out)


def _in_sentence(window: Window, at: int, tagged: tuple[Tagged, ...]) -> tuple[Tagged, ...]:
    """Those in the event word's own sentence: a headline's claim does not take the figures that the body's claim tells."""
    own = [span for span, sentence in zip(window.spans, window.sentence, strict=True) if sentence == window.sentence[at]]
    return tuple(t for t in tagged if own[0][0] <= t.span.start < own[-1][1])


def _whole(page: _Page, span: Span) -> Span:
    """The span widened to whole words, without punctuation at its ends."""
    touched = [(a, b) for a, b, _ in page.words if a < span.end and span.start < b and _WORDLIKE.search(page.text, a, b)]
    return Span(touched[0][0], touched[-1][1]) if touched else span


SAME_CLAUSE = 0.3
"""Share of the shorter evidence from which two proposals of one type in one sentence tell the same."""


def same_clause(a: Proposal, b: Proposal) -> bool:
    """Whether two proposals are of one type and rest on the same words of one sentence."""
    return a.type == b.type and a.sentence == b.sentence and _share(a.evidence, b.evidence) >= SAME_CLAUSE


def _share(a: Span, b: Span) -> float:
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / min(a.end - a.start, b.end - b.start)


def _kept(proposals: Sequence[Proposal], threshold: float) -> Iterator[Proposal]:
    """The best first; a later one of the same type in the same clause, or of another type on the same word, falls away."""
    kept: list[Proposal] = []
    for p in sorted(proposals, key=lambda p: (-p.raw, p.word.start, p.type)):
        same_word = any(q.word == p.word and q.type != p.type for q in kept)
        if p.raw >= threshold and not same_word and not any(same_clause(p, q) for q in kept):
            kept.append(p)
    yield from sorted(kept, key=lambda p: (p.word.start, p.type))


def tag(model: ReaderModel, window: Window, text: str) -> tuple[Proposal, ...]:
    """All claims that the model proposes in the target sentences of a window, in the order of their event words."""
    hidden, probabilities = model.events(window.ids, window.shapes, window.target)
    threshold = model.calibration.threshold
    hopeful = [c for c in _candidates(window, probabilities) if c[2] ** 0.5 >= threshold]
    if not hopeful:
        return ()
    page = _page(window, text)
    return tuple(_kept([_proposal(model, page, hidden, c, probabilities[c[0]]) for c in hopeful], threshold))


def around(model: ReaderModel, window: Window, text: str, word: Span) -> Proposal | None:
    """What the model reads around a word that is given as telling a happening, of its likeliest type; None if the word is no target of the window."""
    at = next((k for k, (a, b) in enumerate(window.spans) if window.target[k] and a < word.end and word.start < b), None)
    if at is None:
        return None
    hidden, probabilities = model.events(window.ids, window.shapes, window.target)
    kind = int(probabilities[at].argmax())
    return _proposal(model, _page(window, text), hidden, (at, kind, float(probabilities[at, kind])), probabilities[at])
