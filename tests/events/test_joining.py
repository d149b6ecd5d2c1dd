"""Claims to events: what comes together, what stays apart, and that nothing depends on the order of reports."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.events import Joiner, join
from sijill.events.joining import by_report
from sijill.records import Count, Event, Mention, Told

Tell = Callable[..., Told]
DAY = date(2024, 5, 14)


def groups(events: tuple[Event, ...]) -> set[frozenset[str]]:
    """The claims of each event."""
    return {frozenset(ref.claim for ref in event.claims) for event in events}


def test_nothing_gives_nothing() -> None:
    assert join(()) == ()


def test_one_strike_in_two_spellings_with_two_tolls_is_one_event(tell: Tell) -> None:
    told = [
        tell("a", "Two warplanes bombed the market of Shagra on Tuesday, killing nine people", places=("the market of Shagra",), when=DAY, counts=(9,), by=("warplanes",)),
        tell("b", "At least 14 people died when jets struck a market in Shaqra", places=("a market in Shaqra",), when=DAY, counts=(14,), published=DAY + timedelta(1)),
    ]
    (event,) = join(told)
    assert event.type == "air_strike"
    killed = next(t for t in event.toll if t.measure == "killed")
    assert (killed.low, killed.high) == (9, 14)
    assert "2 claim(s) in 2 report(s)" in event.why


def test_the_same_town_days_later_is_another_event(tell: Tell) -> None:
    told = [
        tell("a", "Warplanes bombed Shagra, killing nine", places=("Shagra",), when=DAY, counts=(9,)),
        tell("b", "Warplanes bombed Shagra again, killing three", places=("Shagra",), when=DAY + timedelta(6), counts=(3,), published=DAY + timedelta(6)),
    ]
    assert len(join(told)) == 2


def test_another_town_the_same_day_is_another_event(tell: Tell) -> None:
    told = [
        tell("a", "Shells fell on Novoselivka, killing two pensioners", type="shelling", places=("Novoselivka",), when=DAY, counts=(2,)),
        tell("b", "Shells fell on Berdychi, wounding four", type="shelling", places=("Berdychi",), when=DAY, counts=(("injured", 4, "four"),)),
    ]
    assert len(join(told)) == 2


def test_headline_lead_and_later_mention_are_one_event_counted_once(tell: Tell) -> None:
    same = Count("killed", None, "unknown", "person", 11, 11, 11, "exact", Mention("11", 60, 62))  # the words that the clause before counts by
    told = [
        tell("a", "Army jets kill eleven rebels in north", places=("north",), counts=(11,), by=("Army jets",), to=("rebels",), at=0),
        tell("a", "Eleven fighters were killed on Tuesday in army air raids", places=("the northern hills",), when=DAY, counts=(11,), by=("army",), to=("fighters",), at=60),
        tell("a", "government shelling", type="shelling", places=("the northern hills",), when=DAY, counts=(same,), by=("government",), to=("fighters",), at=121),
        tell("a", "The strikes killed eleven fighters and wounded others", counts=(11, ("injured", None, "others")), to=("fighters",), at=400),
    ]
    (event,) = join(told)
    killed = [t for t in event.toll if t.measure == "killed"]
    assert [(t.low, t.best, t.high) for t in killed] == [(11, 11, 11)]


def test_a_claim_given_twice_counts_once(tell: Tell) -> None:
    one = tell("a", "Jets bombed Shagra", places=("Shagra",), when=DAY)
    (event,) = join([one, one])
    assert len(event.claims) == 1


def test_claims_without_place_or_day_are_kept_each_for_itself(tell: Tell) -> None:
    told = [
        tell("a", "Somebody was killed somewhere", type="attack", published=None),
        tell("b", "A bomb went off", type="explosive_device", published=None),
    ]
    events = join(told)
    assert len(events) == 2
    assert all(e.when is None and e.places == () for e in events)


def test_what_no_report_dates_takes_the_day_of_the_first_report_and_says_so(tell: Tell) -> None:
    (event,) = join([tell("a", "Jets bombed Shagra", places=("Shagra",))])
    assert event.when is not None
    assert event.when.start == DAY
    assert event.when.why.startswith("no report dates it")


@pytest.mark.parametrize("slip", [date(2124, 5, 14), date(1524, 5, 14)])
def test_dates_out_of_reason_are_set_aside_and_told(tell: Tell, slip: date) -> None:
    told = [
        tell("a", "Jets bombed the bakery of Shagra, killing nine", places=("the bakery of Shagra",), when=slip, counts=(9,)),
        tell("b", "Jets bombed the bakery of Shagra, killing nine", places=("the bakery of Shagra",), when=DAY, counts=(9,)),
    ]
    (event,) = join(told)
    assert event.when is not None
    assert event.when.start == DAY
    assert "1 date(s) out of reason set aside" in event.when.why


def test_an_event_with_only_an_absurd_date_still_stands(tell: Tell) -> None:
    (event,) = join([tell("a", "Jets bombed Shagra", places=("Shagra",), when=date(2124, 1, 1))])
    assert event.when is not None
    assert event.when.start == DAY


PLACES = ("Shagra", "Shaqra", "Berdychi", "Novoselivka", "Tal Rifat")
TYPES = ("air_strike", "shelling", "armed_clash", "capture", "displacement")
WORDS = ("market", "bakery", "convoy", "bridge", "school")


@st.composite
def stories(draw: st.DrawFn) -> list[Told]:
    """A dozen small reports of one to three claims each, over two weeks and a few places."""
    from telling import make

    told = []
    for number in range(draw(st.integers(2, 10))):
        published = DAY + timedelta(draw(st.integers(0, 12)))
        for k in range(draw(st.integers(1, 3))):
            place, kind, word = draw(st.sampled_from(PLACES)), draw(st.sampled_from(TYPES)), draw(st.sampled_from(WORDS))
            dated = draw(st.booleans())
            dead = draw(st.sampled_from((None, 2, 9)))
            told.append(
                make(
                    f"r{number}", f"They hit the {word} of {place} and the {draw(st.sampled_from(WORDS))}", type=kind, places=(f"the {word} of {place}",),
                    when=published if dated else None, counts=(dead,) if dead else (), published=published, at=100 * k,
                )
            )  # fmt: skip
    return told


@settings(max_examples=25, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_adding_in_any_order_gives_what_a_rebuild_gives(told: list[Told], chance: random.Random) -> None:
    whole = join(told)
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert join(shuffled) == whole
    joiner = Joiner()
    reports = by_report(told)
    chance.shuffle(reports)
    for claims in reports:
        joiner.add(claims)
        joiner.events()
    assert joiner.events() == whole


@settings(max_examples=15, deadline=None)
@given(stories())
def test_every_claim_is_in_exactly_one_event(told: list[Told]) -> None:
    refs = [(ref.report, ref.claim) for event in join(told) for ref in event.claims]
    assert sorted(refs) == sorted((t.report, t.claim.id) for t in told)


def test_a_report_is_added_once_and_by_itself(tell: Tell) -> None:
    joiner = Joiner()
    joiner.add([tell("a", "Jets bombed Shagra", places=("Shagra",))])
    with pytest.raises(ValueError, match="added once"):
        joiner.add([tell("a", "Jets bombed Shagra", places=("Shagra",), at=50)])
    with pytest.raises(ValueError, match="by themselves"):
        joiner.add([tell("b", "x y z"), tell("c", "x y z")])


def test_adding_tells_which_components_changed(tell: Tell) -> None:
    joiner = Joiner()
    joiner.add([tell("a", "Jets bombed the market of Shagra, killing nine", places=("the market of Shagra",), when=DAY, counts=(9,))])
    joiner.add([tell("z", "Rebels captured Berdychi", type="capture", places=("Berdychi",), when=DAY + timedelta(40), published=DAY + timedelta(40))])
    (changed,) = joiner.add([tell("b", "Jets bombed the market of Shagra, killing nine", places=("the market of Shagra",), when=DAY, counts=(9,))])
    (event,) = joiner.events_of(changed)
    assert {ref.report for ref in event.claims} == {"a", "b"}


def test_no_way_to_lose_words_in_odd_scripts(tell: Tell) -> None:
    told = [
        tell("a", "قصف سوق شقرة", places=("شقرة",), when=DAY, counts=(9,)),
        tell("b", "قصف سوق شقرة", places=("شقرة",), when=DAY, counts=(9,)),
        tell("c", "🔥🔥", places=("😀",), when=DAY),
    ]
    assert len(groups(join(told))) == 2
