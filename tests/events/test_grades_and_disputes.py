"""Grades with their reasons, and disputes that a reader understands."""

from __future__ import annotations

from datetime import date

from telling import make

from sijill.events import join
from sijill.records import Event, Told

DAY = date(2024, 5, 14)


def one(*told: Told) -> Event:
    """The only event of claims that are held together as the happening of one report each."""
    from sijill.events.build import event_of

    return event_of(told)


def test_one_source_is_weak_and_two_are_fair() -> None:
    first, second = make("a", "jets bombed Shagra"), make("b", "Shagra was bombed")
    assert one(first).grade == "weak"
    assert one(first, second).grade == "fair"
    assert "fair: 2 independent sources" in one(first, second).why


def test_copies_do_not_corroborate() -> None:
    assert one(make("a", "jets bombed Shagra", origin="wire"), make("b", "jets bombed Shagra", origin="wire")).grade == "weak"


def test_a_party_s_own_word_with_others_confirms() -> None:
    own = make("a", "the Northern Front blew up the bridge", type="explosive_device", by=("Northern Front",), claimant=("the Northern Front", "party"))
    other = make("b", "the bridge was blown up", type="explosive_device")
    assert one(own).grade == "weak"
    assert one(own, other).grade == "confirmed"


def test_nothing_but_denials_is_discounted() -> None:
    assert one(make("a", "no shell was fired", type="shelling", modality="denied", claimant=("the army", "party"))).grade == "discounted"


def test_what_nobody_says_outright_is_weak() -> None:
    event = one(make("a", "they will strike", modality="planned"))
    assert event.grade == "weak"
    assert "nobody says outright" in event.why


def test_rival_culprits_contest_and_are_shown_side_by_side() -> None:
    event = one(
        make("a", "paramilitaries shelled the market", type="shelling", by=("Rapid Forces",), claimant=("the monitor", "monitor")),
        make("b", "the army shelled its own market", type="shelling", by=("Sixth Division",), claimant=("a spokesman of the Rapid Forces", "party")),
    )
    assert event.grade == "contested"
    (dispute,) = [d for d in event.disputes if d.about == "culprit"]
    assert [(p.claimant, p.says) for p in dispute.positions] == [("the monitor", "by Rapid Forces"), ("a spokesman of the Rapid Forces", "by Sixth Division")]


def test_unnamed_gunmen_and_a_named_group_are_no_rivals() -> None:
    event = one(
        make("a", "gunmen shot a teacher", type="attack", by=("unidentified gunmen",), claimant=("police", "official")),
        make("b", "the Front shot a teacher", type="attack", by=("the Front",), claimant=("residents", "witness")),
    )
    assert not [d for d in event.disputes if d.about == "culprit"]


def test_two_sides_of_a_battle_are_no_rival_culprits() -> None:
    event = one(
        make("a", "the Front attacked the Brigade", type="armed_clash", by=("the Front",), to=("the Brigade",), claimant=("the Brigade", "party")),
        make("b", "the Brigade attacked the Front", type="armed_clash", by=("the Brigade",), to=("the Front",), claimant=("the Front", "party")),
    )
    assert not [d for d in event.disputes if d.about == "culprit"]


def test_a_denial_is_a_dispute_about_whether_it_happened() -> None:
    event = one(
        make("a", "jets bombed Shagra", claimant=("residents", "witness")),
        make("b", "no raid took place", modality="denied", claimant=("the air force", "party")),
    )
    (dispute,) = [d for d in event.disputes if d.about == "occurrence"]
    assert [p.says for p in dispute.positions] == ["says: jets bombed Shagra", "denies: no raid took place"]
    assert "denied by the air force" in dispute.why


def test_denying_a_number_is_not_denying_the_happening() -> None:
    event = one(
        make("a", "five were detained", type="arrest", counts=(("captured", 5, "five"),), claimant=("the monitor", "monitor")),
        make("a", "not two as first announced", type="arrest", modality="denied", counts=(("captured", 2, "two"),), claimant=("the monitor", "monitor"), at=40),
    )
    assert not [d for d in event.disputes if d.about == "occurrence"]


def test_figures_that_cannot_both_be_are_a_dispute() -> None:
    event = one(make("a", "nine died", counts=(9,), claimant=("the army", "party")), make("b", "22 died", counts=(22,), claimant=("the league", "ngo")))
    (dispute,) = [d for d in event.disputes if d.about == "toll"]
    assert [p.says for p in dispute.positions] == ["9 killed", "22 killed"]
    assert not [d for d in one(make("a", "nine died", counts=(9,)), make("b", "nine dead", counts=(9,))).disputes if d.about == "toll"]


def test_names_of_an_event_last() -> None:
    first = make("b", "Jets bombed the market of Shagra, killing nine", places=("the market of Shagra",), when=DAY, counts=(9,))
    later = make("c", "Jets bombed Shagra market, killing nine", places=("Shagra market",), when=DAY, counts=(9,))
    early = make("a", "Jets bombed Shagra market, nine killed", places=("Shagra market",), when=DAY, counts=(9,))
    before = join([first, later])
    assert [e.id for e in join([first])] == [e.id for e in before]
    assert join([first, later, early])[0].id != before[0].id
    assert join([first, later, early], previous=before)[0].id == before[0].id


def test_a_name_goes_with_most_of_the_claims() -> None:
    from sijill.events.identity import keep_names

    told = [make(f"r{k}", "x y", published=DAY) for k in range(3)]
    whole = one(*told)
    parts = [one(told[0]), one(told[1], told[2])]
    renamed = keep_names(parts, [whole])
    assert renamed[1].id == whole.id
    assert len({e.id for e in renamed}) == 2
