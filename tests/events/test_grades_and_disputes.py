"""Grades with their reasons, and disputes that a reader understands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

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


def test_a_second_source_that_names_another_doer_or_place_confirms_nothing() -> None:
    bridge = {"type": "explosive_device", "places": ("Shagra",)}
    own = make("a", "the Northern Front blew up the bridge at Shagra", by=("Northern Front",), claimant=("the Northern Front", "party"), **bridge)
    doer = make("b", "the Brigade stormed the bridge", type="armed_clash", by=("Southern Brigade",))
    place = make("b", "a bridge at Berdychi was blown up", type="explosive_device", places=("Berdychi",))
    unsure = make("b", "the Front may have blown up the bridge", modality="possible", by=("Northern Front",), **bridge)
    assert one(replace(own, claim=replace(own.claim, type="armed_clash")), doer).grade == "fair"
    assert [one(own, other).grade for other in (place, unsure)] == ["fair", "fair"]
    for agreeing in (make("c", "the bridge of Shagra was blown up", **bridge), make("c", "the Front blew it up", type="explosive_device", by=("the Northern Front",))):
        assert one(own, place, agreeing).grade == "confirmed"
        assert "(2 independent sources)" in one(own, place, agreeing).why


def test_a_doer_that_says_so_by_its_initials_names_itself() -> None:
    own = make("a", "the NLF blew up the bridge", type="explosive_device", by=("Northern Liberation Front",), claimant=("NLF", "party"))
    assert one(own, make("b", "the bridge was blown up", type="explosive_device")).grade == "confirmed"


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


def about(event: Event, what: str) -> list[tuple[str, str]]:
    return [(p.claimant, p.says) for d in event.disputes if d.about == what for p in d.positions]


def test_a_voice_stands_on_one_side_of_whether_it_happened() -> None:
    army = ("the army", "party")
    seen = make("a", "jets bombed Shagra", claimant=("residents", "witness"))
    other = make("b", "the army struck a depot", claimant=army, at=60)
    denial = make("b", "no raid on homes took place", modality="denied", claimant=army)
    assert about(one(seen, other, denial), "occurrence") == [("residents", "says: jets bombed Shagra"), ("the army", "denies: no raid on homes took place")]
    admits = make("c", "the army admits the raid", claimant=army, published=DAY + timedelta(2))
    assert about(one(seen, denial, admits), "occurrence") == []
    takes_back = make("c", "there was no raid", modality="denied", claimant=army, published=DAY + timedelta(2))
    assert about(one(seen, other, takes_back), "occurrence")[1:] == [("the army", "denies: there was no raid")]
    assert about(one(other, takes_back), "occurrence") == []


def test_all_voices_of_a_camp_are_shown_and_any_of_them_makes_it_a_dispute() -> None:
    event = one(
        make("a", "the Front shot a teacher", type="attack", by=("Northern Front",)),
        make("b", "the Brigade shot a teacher", type="attack", by=("Southern Brigade",)),
        make("c", "the Brigade's men shot a teacher", type="attack", by=("the Southern Brigade",), claimant=("residents", "witness")),
    )
    assert about(event, "culprit") == [("a news", "by Northern Front"), ("b news", "by Southern Brigade"), ("residents", "by Southern Brigade")]
    assert event.grade == "contested"


def test_a_voice_that_names_two_doers_is_no_rival_of_itself_and_its_last_word_counts() -> None:
    both = [make("a", "the Front shelled", type="shelling", by=("Northern Front",)), make("a", "the Brigade shelled", type="shelling", by=("Southern Brigade",), at=40)]
    named = make("b", "the Front shelled", type="shelling", by=("Northern Front",), claimant=("residents", "witness"))
    assert about(one(*both, named), "culprit") == []
    first = make("c", "the Brigade shelled", type="shelling", by=("Southern Brigade",), outlet="Radio")
    later = make("d", "the Front shelled", type="shelling", by=("Northern Front",), outlet="Radio", published=DAY + timedelta(1))
    assert about(one(first, named), "culprit") != []
    assert about(one(first, named, later), "culprit") == []


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
