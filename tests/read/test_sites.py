"""Numbered military sites are what a taking takes."""

from __future__ import annotations

import pytest

from sijill.read.sites import with_site
from sijill.read.tag import Proposal, Tagged
from sijill.records import ClaimType, Span


def taken(text: str, word: str, type_: ClaimType = "capture", place: str | None = None) -> list[str]:
    at = text.index(word)
    places = (Tagged("at", Span(text.index(place), text.index(place) + len(place)), 0.9),) if place else ()
    told = with_site(text, Proposal(type_, Span(at, at + len(word)), Span(0, len(text)), 0, "asserted", (), places, (), (), 0.8, ("other", 0.0)))
    return [text[t.span.start : t.span.end] for t in told.places]


@pytest.mark.parametrize(
    ("text", "word", "site"),
    [
        ("The rebels took over Brigade 61, a post east of the river", "took", ["Brigade 61"]),
        ("Troops seized control of Hill 205 at dawn", "seized", ["Hill 205"]),
        ("Checkpoint 9 was captured on Monday", "captured", ["Checkpoint 9"]),
        ("They overran the base of the 80th Brigade", "overran", ["the base of the 80th Brigade"]),
        ("Brigade 61 captured Marat", "captured", []),
        ("They captured Marat with Brigade 61", "captured", []),
    ],
)
def test_the_site_that_the_verb_takes_is_its_place(text: str, word: str, site: list[str]) -> None:
    assert taken(text, word) == site


def test_what_the_model_saw_stays_and_other_types_have_no_site() -> None:
    assert taken("Troops seized Hill 205", "seized", place="Hill 205") == ["Hill 205"]
    assert taken("Troops shelled Hill 205", "shelled", "shelling") == []
