"""One voice under whatever name it speaks, two voices under names that are only alike."""

from __future__ import annotations

import pytest
from telling import make

from sijill.events.build import event_of
from sijill.events.toll import tolls
from sijill.events.voice import voice_of

SAME = (
    ("the Ministry of Health", "health ministry", "official"),
    ("the health ministry's spokesman", "a spokesperson for the Ministry of Health", "official"),
    ("the Shagran Observatory for Human Rights", "SOHR", "monitor"),
    ("Hay’at Tahrir al-Sham", "HTS", "party"),
    ("a spokesman of the Rapid Support Forces", "RSF", "party"),
    ("Médecins Sans Frontières", "the MSF", "ngo"),
    ("the army", "the army's spokesman", "party"),
    ("a statement by the Northern Front", "the Northern Front", "party"),
)
OTHERS = (
    ("the Ministry of Health", "the Ministry of Defence", "official"),
    ("a local health official", "a local humanitarian organisation", "official"),
    ("spokesman Amir Haddad", "spokesman Omar Nasser", "official"),
    ("Ali Hamid Saleh", "AHS", "witness"),
    ("the army", "the Northern Front", "party"),
)


@pytest.mark.parametrize(("one", "other", "kind"), SAME)
def test_a_body_is_one_voice_under_both_its_names(one: str, other: str, kind: str) -> None:
    assert voice_of(make("a", "x y", claimant=(one, kind))).key == voice_of(make("b", "x y", claimant=(other, kind))).key


@pytest.mark.parametrize(("one", "other", "kind"), OTHERS)
def test_names_that_are_only_alike_are_two_voices(one: str, other: str, kind: str) -> None:
    assert voice_of(make("a", "x y", claimant=(one, kind))).key != voice_of(make("b", "x y", claimant=(other, kind))).key


def test_an_outlet_that_is_quoted_is_the_outlet_itself() -> None:
    itself, quoted = make("a", "x y", outlet="Border Wire"), make("b", "x y", claimant=("the Border Wire", "media"), outlet="Herald")
    assert voice_of(itself).key == voice_of(quoted).key
    assert voice_of(itself).key != voice_of(make("c", "x y", claimant=("Border Wire", "ngo"))).key


def test_one_body_counts_once_in_tolls_and_grades() -> None:
    told = [
        make("a", "nine were killed", counts=(9,), claimant=("the Ministry of Health", "official")),
        make("b", "12 were killed", counts=(12,), claimant=("health ministry", "official")),
    ]
    (toll,) = tolls(told)
    assert (toll.best, len(toll.by_claimant)) == (12, 1)
    assert event_of(told).grade == "weak"
