"""From the model's numbers to spans: whole words, tags that may follow each other, trimmed ends, the best of rival proposals."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest

from sijill.read.labels import ACTOR_TAGS, COUNT_TAGS, PLACE_TAGS
from sijill.read.split_names import one_area, one_group
from sijill.read.tag import Proposal, Tagged, _best_path, _decoded, _evidence, _joined_spans, _kept, _moves, _trimmed, _whole_names, _word_starts
from sijill.read.windows import Window, piece_shapes
from sijill.records import ClaimType, Span

INF = 12.0


def window(text: str, pieces: str = r"\w{1,4}|[^\w\s]", sentence_of: dict[int, int] | None = None) -> Window:
    """A window over a text in pieces of up to four letters, all of sentence 0 unless told otherwise."""
    spans = tuple(m.span() for m in re.finditer(pieces, text))
    sentences = tuple((sentence_of or {}).get(k, 0) for k in range(len(spans)))
    return Window(tuple(range(len(spans))), spans, piece_shapes(text, spans), (1,) * len(spans), sentences)


def words_of(text: str) -> list[str]:
    made = window(text)
    firsts = _word_starts(made, text)
    ends = {f: made.spans[k][1] for k, f in enumerate(firsts)}
    return [text[made.spans[f][0] : end] for f, end in ends.items()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Abu Jandal al-Kuwaiti fled.", ["Abu", "Jandal", "al-Kuwaiti", "fled", "."]),
        ("some 6,602 people, 1.5 million", ["some", "6,602", "people", ",", "1.5", "million"]),
        ("Hay’at Tahrir al-Sham’s men", ["Hay’at", "Tahrir", "al-Sham’s", "men"]),
        ("in 2024. Two,3", ["in", "2024", ".", "Two", ",", "3"]),
        ("(HTS)/SDF", ["(", "HTS", ")", "/", "SDF"]),
        ("Mi-24s and F-16", ["Mi-24s", "and", "F-16"]),
    ],
)
def test_pieces_that_touch_are_one_word(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_words_do_not_run_over_the_end_of_a_sentence() -> None:
    text = "leftHe came"
    made = window(text, r"left|He|came", {1: 1, 2: 1})
    assert _word_starts(made, text) == [0, 1, 2]


def test_the_likeliest_path_is_the_one_found_by_trying_all() -> None:
    rng = np.random.default_rng(4)
    moves = _moves(ACTOR_TAGS)
    for _ in range(20):
        scores = rng.normal(size=(4, len(ACTOR_TAGS))).astype(np.float32)

        def worth(path: tuple[int, ...], scores: np.ndarray = scores) -> float:
            return float(moves[0, path[0]] + sum(scores[k, t] for k, t in enumerate(path)) + sum(moves[a, b] for a, b in itertools.pairwise(path)))

        best = max(itertools.product(range(len(ACTOR_TAGS)), repeat=4), key=worth)
        assert tuple(_best_path(scores, moves)) == best


def test_no_path_enters_a_span_from_outside_or_from_another_role() -> None:
    moves = _moves(ACTOR_TAGS)
    at = ACTOR_TAGS.index
    assert moves[at("O"), at("I-by")] < -1_000
    assert moves[at("B-to"), at("I-by")] < -1_000
    assert moves[at("I-by"), at("B-by")] < -1_000
    assert moves[at("B-by"), at("I-by")] == moves[at("I-by"), at("B-to")] == moves[at("O"), at("B-by")] == 0


def logits(tags: tuple[str, ...], *chosen: str) -> np.ndarray:
    out = np.zeros((len(chosen), len(tags)), np.float32)
    for k, tag in enumerate(chosen):
        out[k, tags.index(tag)] = INF
    return out


def decoded(name: str, tags: tuple[str, ...], text: str, *chosen: str, sentences: tuple[int, ...] = ()) -> list[tuple[str, str]]:
    words = [(m.start(), m.end(), sentences[k] if sentences else 0) for k, m in enumerate(re.finditer(r"\S+", text))]
    return [(t.role, text[t.span.start : t.span.end]) for t in _decoded(name, tags, logits(tags, *chosen), words)]


def test_spans_are_read_from_the_tags() -> None:
    text = "HTS fighters killed nine Syrian soldiers"
    assert decoded("actors", ACTOR_TAGS, text, "B-by", "I-by", "O", "O", "B-to", "I-to") == [("by", "HTS fighters"), ("to", "Syrian soldiers")]
    assert decoded("counts", COUNT_TAGS, text, "O", "O", "O", "B-killed", "O", "O") == [("killed", "nine")]
    assert decoded("places", PLACE_TAGS, text, "O", "O", "O", "O", "O", "O") == []


def test_a_span_ends_with_its_sentence() -> None:
    assert decoded("actors", ACTOR_TAGS, "the army troops left", "O", "B-by", "I-by", "O", sentences=(0, 0, 1, 1)) == [("by", "army"), ("by", "troops")]


def test_the_score_of_a_span_is_its_chance() -> None:
    even = np.zeros((1, len(ACTOR_TAGS)), np.float32)
    even[0, ACTOR_TAGS.index("O")] = -INF
    (found,) = _decoded("actors", ACTOR_TAGS, even, [(0, 3, 0)])
    assert 0.2 < found.score < 0.3


@pytest.mark.parametrize(
    ("words", "inner"),
    [
        ("“HTS”,", "HTS"),
        ("(Idlib)", "Idlib"),
        ("Turkey's", "Turkey"),
        ("Houthis’", "Houthis"),
        ("Saudi-led", "Saudi"),
        ("Aleppo.", "Aleppo"),
        ("the U.S.", "the U.S."),
        ("— 6,602 —", "6,602"),
        ("Popular Front (PFY", "Popular Front"),
        ("Popular Front (PFY) men", "Popular Front (PFY) men"),
    ],
)
def test_the_ends_of_a_span_are_trimmed(words: str, inner: str) -> None:
    text = f"so {words} so"
    found = _trimmed(text, Tagged("by", Span(3, 3 + len(words)), 0.9))
    assert found is not None
    assert text[found.span.start : found.span.end] == inner


def test_function_words_alone_are_no_actor_but_may_be_a_count() -> None:
    assert _trimmed("the", Tagged("by", Span(0, 3), 0.9)) is None
    assert _trimmed("...", Tagged("at", Span(0, 3), 0.9)) is None
    assert _trimmed("a", Tagged("killed", Span(0, 1), 0.9)) is not None


def test_the_clause_bridges_small_gaps_and_stays_in_its_sentence() -> None:
    text = "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj"
    made = window(text, sentence_of={8: 1, 9: 1})
    inside = np.array([1, 0, 0, 1, 1, 0, 0, 0, 1, 1], np.float32)
    assert _evidence(inside, made, 3) == Span(0, 24)
    lonely = np.array([1, 0, 0, 0, 0, 0, 0, 1, 1, 1], np.float32)
    assert _evidence(lonely, made, 7) == Span(35, 39)


def proposal(type_: ClaimType, word: tuple[int, int], evidence: tuple[int, int], raw: float, sentence: int = 0) -> Proposal:
    return Proposal(type_, Span(*word), Span(*evidence), sentence, "asserted", (), (), (), (), raw, ("other", 0.0))


def test_of_rival_proposals_the_better_stays() -> None:
    best = proposal("shelling", (4, 11), (0, 40), 0.9)
    same_clause = proposal("shelling", (20, 26), (10, 40), 0.8)
    same_word = proposal("attack", (4, 11), (0, 40), 0.7)
    other_clause = proposal("shelling", (60, 66), (45, 80), 0.6)
    other_sentence = proposal("shelling", (20, 26), (10, 40), 0.6, sentence=1)
    weak = proposal("arrest", (90, 96), (85, 99), 0.2)
    assert list(_kept([weak, other_clause, same_word, same_clause, other_sentence, best], 0.5)) == [best, other_sentence, other_clause]


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("shelled Darat Izza and the road", "Darat", "Darat Izza"), ("took Brigade 46 on Monday", "Brigade", "Brigade 46"), ("hit the Base 3.5 times", "Base", "Base"), ("south of Kafr Taal on Monday", "Kafr", "Kafr Taal"),
        ("in Kutum on Monday", "Kutum", "Kutum"), ("the market On Sunday", "the market", "the market"),
    ],
)  # fmt: skip
def test_a_place_that_cuts_a_name_takes_the_whole_name(text: str, cut: str, whole: str) -> None:
    start = text.index(cut)
    (found,) = _whole_names(text, (Tagged("at", Span(start, start + len(cut)), 0.9),))
    assert text[found.span.start : found.span.end] == whole


def test_a_place_stops_before_the_next_place() -> None:
    text = "in Homs Hama"
    found = _whole_names(text, (Tagged("at", Span(3, 7), 0.9), Tagged("at", Span(8, 12), 0.9)))
    assert [text[t.span.start : t.span.end] for t in found] == ["Homs", "Hama"]


@pytest.mark.parametrize(
    ("text", "spans", "whole"),
    [
        ("in eastern, northern, and southern Idlib", ["eastern", "northern", "southern Idlib"], ["eastern, northern, and southern Idlib"]),
        ("in eastern, northern, and southern Idlib", ["eastern", "southern Idlib"], ["eastern, northern, and southern Idlib"]),
        ("in north and west Darfur", ["north", "west Darfur"], ["north and west Darfur"]),
        ("in Aleppo and eastern Idlib", ["Aleppo", "eastern Idlib"], ["Aleppo", "eastern Idlib"]),
        ("in the east, Goma fell", ["the east", "Goma"], ["the east", "Goma"]),
    ],
)
def test_directions_listed_before_a_place_are_one_area_with_it(text: str, spans: list[str], whole: list[str]) -> None:
    found = _joined_spans(text, tuple(Tagged("at", Span(text.index(s), text.index(s) + len(s)), 0.9) for s in spans), one_area)
    assert [text[t.span.start : t.span.end] for t in found] == whole


@pytest.mark.parametrize(
    ("text", "spans", "whole"),
    [
        ("Six members of the Karvan Brigade fell", ["Six members", "the Karvan Brigade"], ["Six members of the Karvan Brigade"]),
        ("fighters from the Iranian-backed Karvan Brigade", ["fighters", "Karvan Brigade"], ["fighters from the Iranian-backed Karvan Brigade"]),
        ("soldiers and the Karvan Brigade", ["soldiers", "the Karvan Brigade"], ["soldiers", "the Karvan Brigade"]),
        ("the Karvan Brigade of the army", ["the Karvan Brigade", "the army"], ["the Karvan Brigade", "the army"]),
    ],
)
def test_people_and_the_group_that_they_are_of_are_one(text: str, spans: list[str], whole: list[str]) -> None:
    found = _joined_spans(text, tuple(Tagged("to", Span(text.index(s), text.index(s) + len(s)), 0.9) for s in spans), one_group)
    assert [text[t.span.start : t.span.end] for t in found] == whole
