"""Sentences: nothing lost, abbreviations and datelines whole, bounded length."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.read.segment import LONGEST_SENTENCE, sentences
from sijill.records import Report


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(Report("r", text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gen. Ali Hamid spoke at 5 p.m. in Aden. He left.", 2),
        ("The U.S. military struck Raqqa. ISIL fled.", 2),
        ("Fighting went on near St. John. No. 3 Brigade withdrew.", 2),
        ("Losses were 1.5 million. That is all.", 2),
        ("“We held the town.” The army denied it.", 2),
        ("Headline without a stop\nBody sentence. Another one.", 3),
        ("قُتل تسعة. انسحب الباقون.", 2),
    ],
)
def test_sentences_end_where_they_should(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_headline_and_headings_are_marked() -> None:
    parts = sentences(Report("r", "Strikes kill nine\nNine men were killed in strikes on Idlib on Monday.\nGovernment Reinforcements\nThe army sent troops."))
    assert [p.kind for p in parts] == ["title", "body", "heading", "body"]


@given(st.text(min_size=1, max_size=400).filter(lambda t: t.strip()))
def test_every_word_lies_in_exactly_one_sentence(text: str) -> None:
    parts = sentences(Report("r", text))
    covered = "".join(text[p.start : p.end] for p in parts)
    assert "".join(covered.split()) == "".join(text.split()).replace("\x1c", "").replace("\x1d", "").replace("\x1e", "").replace("\x1f", "")
    assert all(a.end <= b.start for a, b in pairwise(parts))


def test_a_line_without_end_is_cut() -> None:
    assert max(map(len, split("x" * 5_000 + " " + "word " * 3_000))) <= LONGEST_SENTENCE
