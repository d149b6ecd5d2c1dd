"""What the model sees: a report's sentences as windows of word pieces, each with some text before it for context.

A window holds whole target sentences up to a budget, preceded by context (marked as such) so that "they" and "the strikes" can be
followed back. Windows depend on the report alone, never on what else is read with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sijill.records import Sentence

CONTEXT_PIECES = 88
WINDOW_PIECES = 240
CLS, SEP = 101, 102
"""Ids of the special pieces in the uncased WordPiece vocabulary that the encoder was pretrained with."""

_NO_UNICODE = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which no tokenizer takes; each stands as one unknown character."""

SHAPES = 5
"""Word shapes that an uncased vocabulary loses: 0 none, 1 lower, 2 Capital, 3 UPPER or mIxed, 4 with a digit."""


class Encoded(Protocol):
    """What a tokenizer gives for a text: ids of word pieces and their offsets (code points)."""

    ids: list[int]
    offsets: list[tuple[int, int]]


class Tokenizer(Protocol):
    """The part of tokenizers.Tokenizer that is used here."""

    def encode(self, sequence: str, *, add_special_tokens: bool) -> Encoded: ...


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one sentence: ids, ranges in the report, shapes of the words that they belong to."""

    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    shapes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the model. All tuples run over pieces; special pieces have the empty range (0, 0).

    `target` is 1 on pieces of sentences that this window answers for; `sentence` gives each piece's sentence index, -1 for none.
    """

    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    shapes: tuple[int, ...]
    target: tuple[int, ...]
    sentence: tuple[int, ...]


def _shape(word: str) -> int:
    if word.isalpha() and word.islower():
        return 1
    if any(ch.isdigit() for ch in word):
        return 4
    if not any(ch.isalpha() for ch in word):
        return 0
    if word.islower():
        return 1
    return 2 if word[0].isupper() and word[1:] == word[1:].lower() and len(word) > 1 else 3


def piece_shapes(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """For each piece the shape of the word that it belongs to; pieces that touch inside letters or digits are one word."""
    words: list[int] = []
    for k, (a, _) in enumerate(spans):
        glued = k > 0 and spans[k - 1][1] == a and text[a].isalnum() and text[a - 1].isalnum()
        words.append(words[-1] if glued else k)
    last = {w: spans[k][1] for k, w in enumerate(words)}
    return tuple(_shape(text[spans[w][0] : last[w]]) for w in words)


def pieces(tokenizer: Tokenizer, text: str, sentence: Sentence) -> Pieces:
    """Word pieces of one sentence, at most WINDOW_PIECES − CONTEXT_PIECES − 3 of them."""
    coded = tokenizer.encode(_NO_UNICODE.sub("\ufffd", text[sentence.start : sentence.end]), add_special_tokens=False)
    most = WINDOW_PIECES - CONTEXT_PIECES - 3
    spans = tuple((a + sentence.start, b + sentence.start) for a, b in coded.offsets[:most])
    return Pieces(tuple(coded.ids[:most]), spans, piece_shapes(text, spans))


class Coded(Protocol):
    """The pieces of each sentence of a report, by its index: a list, or Pieced."""

    def __getitem__(self, index: int, /) -> Pieces: ...


class Pieced:
    """The pieces of each sentence, found when first asked for: most sentences of a quiet report never are."""

    def __init__(self, tokenizer: Tokenizer, text: str, sentences: Sequence[Sentence]) -> None:
        self._tokenizer, self._text, self._sentences = tokenizer, text, sentences
        self._known: dict[int, Pieces] = {}

    def __getitem__(self, index: int, /) -> Pieces:
        if index not in self._known:
            self._known[index] = pieces(self._tokenizer, self._text, self._sentences[index])
        return self._known[index]


def windows(sentences: Sequence[Sentence], coded: Coded, wanted: Sequence[bool]) -> Iterator[Window]:
    """Windows whose targets are the wanted sentences, each exactly once, in order."""
    at = 0
    while at < len(sentences):
        if not wanted[at]:
            at += 1
            continue
        stop, used = at, 0
        while stop < len(sentences) and (stop == at or used + len(coded[stop].ids) <= WINDOW_PIECES - CONTEXT_PIECES - 3):
            used += len(coded[stop].ids)
            stop += 1
        while not wanted[stop - 1]:
            stop -= 1
        yield _window(coded, wanted, at, stop)
        at = stop


def _window(coded: Coded, wanted: Sequence[bool], first: int, stop: int) -> Window:
    before: list[tuple[int, tuple[int, int], int, int, int]] = []
    for k in range(first - 1, -1, -1):
        room = CONTEXT_PIECES - len(before)
        if room <= 0:
            break
        part = list(zip(coded[k].ids, coded[k].spans, coded[k].shapes, [0] * len(coded[k].ids), [k] * len(coded[k].ids), strict=True))
        before = part[-room:] + before
    rows = [(CLS, (0, 0), 0, 0, -1), *before, (SEP, (0, 0), 0, 0, -1)]
    for k in range(first, stop):
        here = coded[k]
        rows += [(i, s, f, int(wanted[k]), k) for i, s, f in zip(here.ids, here.spans, here.shapes, strict=True)]
    rows.append((SEP, (0, 0), 0, 0, -1))
    ids, spans, shapes, target, sentence = zip(*rows, strict=True)
    return Window(ids, spans, shapes, target, sentence)
