"""Corrections as they stand on record: what each replaced, and which of them took another back."""

import pytest
from shelling import pair, strike

from sijill.store import Correction, Store, taken_back


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(*pair(1))
    store.add(*pair(2))
    return store


def correct(store: Store, claim: str, type_: str = "attack") -> Correction:
    from dataclasses import replace

    report, _ = pair(1)
    made = Correction.new(report.id, replace(strike(report), type=type_), claim, " N. Haddad ", "film")  # type: ignore[arg-type]
    store.correct(made)
    return made


def test_a_new_correction_has_an_id_of_its_own_and_names_its_author(filled: Store) -> None:
    was = strike(pair(1)[0])
    one, other = (Correction.new("r00001", was, was.id, " N. Haddad ", "film") for _ in range(2))
    assert len({one.claim.id, other.claim.id, was.id}) == 3
    assert one.author == "N. Haddad"
    with pytest.raises(ValueError, match="author"):
        Correction.new("r00001", was, was.id, " ", "film")


def test_each_is_kept_with_the_claim_that_it_replaced(filled: Store) -> None:
    was = strike(pair(1)[0])
    one = correct(filled, was.id)
    two = correct(filled, one.claim.id, "grenade")
    made = filled.corrections("r00001")
    assert [m.correction for m in made] == [one, two]
    assert [m.replaced for m in made] == [was, one.claim]
    assert filled.corrections("r00002") == ()
    assert filled.corrections() == made
    assert taken_back(made) == {}


def test_taking_back_puts_the_values_back_and_stays_on_record(filled: Store) -> None:
    was = strike(pair(1)[0])
    one = correct(filled, was.id)
    filled.correct(filled.corrections()[0].taking_back("Amal", "it was shelling"))
    first, second = filled.corrections()
    assert taken_back((first, second)) == {one.claim.id: second}
    reading = filled.reading("r00001")
    assert reading is not None
    now = reading.claims[0]
    assert (now.id, now.type, now.score, now.why) == (second.correction.claim.id, was.type, was.score, was.why)
