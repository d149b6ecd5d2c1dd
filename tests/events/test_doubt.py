"""What a reader was not sure of: read against other weights, counted less in a mean, and brought home where it stands alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from telling import make

from sijill.events import join, weights
from sijill.events.across import signs_across
from sijill.events.grouping import heft, strand_groups
from sijill.events.inside import another_to_come, setting, signs_inside
from sijill.events.names import likeness
from sijill.events.sketch import names_in, sketch
from sijill.events.strand import Strand
from sijill.events.strands import strands_of
from sijill.events.wording import kinds_said
from sijill.records import Told
from training.own import pairs
from training.regression import Example, fit

DAY = date(2024, 5, 14)


def doubted(told: Told) -> Told:
    return replace(told, claim=replace(told.claim, score=0.6))


def strand(*told: Told) -> Strand:
    (only,) = strands_of(told).strands
    return only


def test_a_score_below_certainty_is_doubt() -> None:
    sure = make("a", "Jets bombed Shagra", places=("Shagra",))
    assert not strand(sure).doubt
    assert strand(doubted(sure)).doubt


def test_only_what_is_in_doubt_and_placeless_counts_less() -> None:
    placed, bare = make("a", "Jets bombed Shagra", places=("Shagra",)), make("a", "Nine were killed")
    assert heft(strand(placed)) == heft(strand(bare)) == heft(strand(doubted(placed))) == 1.0
    assert heft(strand(doubted(bare))) == weights.FRAGMENT < heft(strand(doubted(make("a", "Nine were killed", when=DAY)))) == weights.LEANING


def test_a_toll_by_itself_is_of_no_other_kind() -> None:
    toll = strand(make("a", "Nine were killed in Shagra", type="casualties", places=("Shagra",)))
    raid = strand(make("b", "Jets bombed Shagra", places=("Shagra",)))
    signs = signs_across(toll, raid)
    assert "a toll alone" in signs
    assert "other group" not in signs
    assert "same type" not in signs_across(toll, strand(make("c", "Six died in Berdychi", type="casualties", places=("Berdychi",))))


def test_words_tell_the_kind_that_the_type_missed() -> None:
    assert "strike" in kinds_said(strand(make("a", "Shells fell on the town", type="attack")).words)
    signs = signs_across(strand(make("a", "Shells fell on Shagra", type="attack", places=("Shagra",))), strand(make("b", "Shagra was hit", type="shelling", places=("Shagra",))))
    assert "kind alike in words" in signs


def test_a_place_missed_by_the_reader_is_found_in_the_words() -> None:
    missed, placed = strand(make("a", "week in which rebels took Majete")), strand(make("b", "Rebels entered Majete", places=("Majete",)))
    assert "place in the other's words" in signs_across(missed, placed)
    assert names_in("the town of Majete") == names_in("Majeta was taken") != frozenset()


def test_g_said_as_h_is_one_name() -> None:
    assert likeness("Huliaipole", "Gulyaypole") >= 0.8
    assert likeness("Vuhledar", "Ugledar") >= 0.8
    assert likeness("Hama", "Gaza") == 0.0


def test_a_strand_alone_joins_the_event_of_its_like_but_not_where_two_are_near() -> None:
    strands = [strand(make(r, f"Jets bombed {p}", places=(p,), when=DAY)) for r, p in (("a", "Shagra"), ("b", "Shagra"), ("c", "Shagra"), ("d", "Berdychi"), ("e", "Berdychi"))]
    together = {(0, 1): 9.0, (3, 4): 9.0}
    home = strand_groups(strands, together | {(0, 2): 1.0, (1, 2): -6.0}, set())
    assert [0, 1, 2] in home
    between = strand_groups(strands, together | {(0, 2): 1.0, (1, 2): -6.0, (2, 3): 0.9, (2, 4): -6.0}, set())
    assert [2] in between
    assert [2] in strand_groups(strands, together | {(0, 2): 1.0}, {(1, 2)})


def test_claims_in_doubt_join_too() -> None:
    told = [
        doubted(make("a", "Two warplanes bombed the market of Shagra, killing nine people", places=("the market of Shagra",), when=DAY, counts=(9,))),
        doubted(make("b", "Nine people died in the bombing of the market of Shagra", type="casualties", places=("the market of Shagra",), when=DAY, counts=(9,))),
    ]
    assert len(join(told)) == 1


def test_doubt_is_learned_as_a_difference() -> None:
    sure = [Example(("same type",), True, 1.0), Example(("other group",), False, 1.0)] * 40
    doubt = [Example(("same type",), True, 1.0, True), Example(("other group",), True, 1.0, True), Example(("other place",), False, 1.0, True)] * 40
    found = fit(sure + doubt, 1.0)
    assert found.sure["other group"] < 0 < found.sure["same type"]
    assert found.doubt["other group"] + found.doubt[weights.BIAS] > 0 > found.sure["other group"] + found.sure[weights.BIAS]
    assert fit(sure, 1.0).doubt == fit(sure, 1.0).sure


def test_read_claims_take_the_gold_claim_that_their_words_tell() -> None:
    gold = [make("a", "Jets bombed Shagra on Monday, killing nine", type="air_strike", at=0).claim, make("a", "Rebels fled", type="movement", at=100).claim]
    read = [
        make("a", "Jets bombed Shagra", type="air_strike", at=0).claim,
        make("a", "on Monday, killing nine", type="casualties", at=19).claim,
        make("a", "Elsewhere", type="other", at=200).claim,
    ]
    strict, loose = pairs(gold, read)
    assert strict == {0: 0}
    assert loose == {0: 0, 1: 0}


def to_come(**values: object) -> Told:
    given: dict[str, object] = {"type": "armed_clash", "places": ("Berdychi",), "by": ("Southern Brigade",), "modality": "possible", "at": 70, **values}
    return doubted(make("a", "residents fear a larger push by the Brigade on Berdychi", **given))  # type: ignore[arg-type]


def test_what_another_may_do_elsewhere_is_no_part_of_what_happened() -> None:
    column = doubted(make("a", "the Northern Front sent a column of trucks to Shagra", type="movement", places=(("Shagra", "to"),), by=("Northern Front",), when=DAY))
    truce = doubted(make("a", "the truce that the Republic signed was broken", type="ceasefire_violation", by=("Northern Republic",)))
    assert [another_to_come(signs(now, to_come())) for now in (column, truce)] == [True, True]
    assert len(join([column, to_come()])) == 2
    for same in (to_come(by=("Northern Front",)), to_come(places=("Shagra",)), to_come(modality="asserted")):
        assert not another_to_come(signs(column, same))


def signs(one: Told, other: Told) -> list[str]:
    sketches = [sketch(one), sketch(other)]
    return signs_inside(sketches, setting(sketches), 0, 1)
