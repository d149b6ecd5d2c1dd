"""Judgements: merging, splitting, confirming, rejecting, undoing; circles, contradictions, two at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from telling import make

from sijill.events import join
from sijill.events.asof import told_by
from sijill.events.decide import in_force
from sijill.records import Event, Judgement, Told

DAY = date(2024, 5, 14)
NOON = datetime(2024, 5, 20, 12, tzinfo=UTC)


def judge(kind: str, *subjects: str, id: str = "", hours: int = 0, author: str = "Ana") -> Judgement:
    return Judgement(id or f"{kind}{hours}", kind, subjects, author, NOON + timedelta(hours=hours), "seen the video")  # type: ignore[arg-type]


def home(events: tuple[Event, ...], claim: str) -> Event:
    return next(e for e in events if any(ref.claim == claim for ref in e.claims))


def alike() -> list[Told]:
    """Two tellings that the machine joins, and one of another happening."""
    return [
        make("a", "Jets bombed the market of Shagra, killing nine", places=("the market of Shagra",), when=DAY, counts=(9,), id="a"),
        make("b", "Warplanes bombed Shagra market, nine killed", places=("Shagra market",), when=DAY, counts=(9,), id="b"),
        make("z", "Rebels captured Berdychi", type="capture", places=("Berdychi",), when=DAY + timedelta(3), published=DAY + timedelta(3), id="z"),
    ]


def test_the_machine_s_own_opinion_comes_first() -> None:
    events = join(alike())
    assert home(events, "a") == home(events, "b")
    assert home(events, "z") != home(events, "a")


def test_merging_joins_what_the_machine_keeps_apart() -> None:
    events = join(alike(), [judge("merge", "a", "z")])
    assert home(events, "z") == home(events, "b")
    assert "merged by Ana on 2024-05-20: seen the video" in home(events, "z").why


def test_splitting_parts_what_the_machine_joins() -> None:
    events = join(alike(), [judge("split", "b")])
    assert home(events, "a") != home(events, "b")
    assert "split off by Ana" in home(events, "b").why


def test_reports_that_come_later_may_join_either_part() -> None:
    late = make("c", "Jets bombed the market of Shagra, killing nine", places=("the market of Shagra",), when=DAY, counts=(9,), published=DAY + timedelta(9), id="c")
    events = join([*alike(), late], [judge("split", "b")])
    assert home(events, "a") != home(events, "b")
    assert home(events, "c") in {home(events, "a"), home(events, "b")}


def dated(day: date, recorded: datetime | None = None) -> list[Told]:
    """The two tellings that the machine joins, published on a day and taken down at a moment."""
    return [replace(t, published=day, recorded=recorded) for t in alike()[:2]]


def test_a_decision_holds_whatever_days_the_reports_bear() -> None:
    """She saw the reports, though one desk writes the next day's date, or her own clock is behind."""
    for told in (dated(DAY + timedelta(30)), dated(DAY + timedelta(30), NOON - timedelta(hours=1)), [alike()[0], *dated(DAY + timedelta(30))[1:]]):
        for apart in "ab":
            events = join(told, [judge("split", apart)])
            assert home(events, "a") != home(events, "b")
        merged = join([*told, alike()[2]], [judge("merge", "a", "z")])
        assert home(merged, "b") == home(merged, "z")


def test_what_the_store_took_down_after_a_split_may_join_either_part() -> None:
    late = [replace(make("c", "Jets bombed the market of Shagra, killing nine", places=("the market of Shagra",), when=DAY, counts=(9,), id="c"), recorded=NOON + timedelta(days=1))]
    events = join([*dated(DAY, NOON - timedelta(days=1)), *late], [judge("split", "b")])
    assert home(events, "a") != home(events, "b")
    assert home(events, "c") in {home(events, "a"), home(events, "b")}


def test_an_undo_follows_what_it_names_whatever_its_author_s_clock_says() -> None:
    merge, undo, again = judge("merge", "a", "z", id="m", hours=5), judge("undo", "m", id="u"), judge("undo", "u", id="v", hours=-3)
    assert in_force([merge, undo]) == ()
    assert in_force([again, undo, merge]) == (merge,)


def test_the_store_s_order_goes_before_the_authors_clocks() -> None:
    merged, split = judge("merge", "a", "z", hours=5), judge("split", "z", hours=1)
    taken = [replace(j, recorded=NOON + timedelta(days=1 + n)) for n, j in enumerate((merged, split))]
    assert home(join(alike(), taken), "z") != home(join(alike(), taken), "a")
    assert join(alike(), taken) == join(alike(), taken[::-1])
    together = [replace(j, recorded=NOON) for j in taken]
    assert in_force(together) == tuple(together)
    assert in_force(together[::-1]) == tuple(together[::-1])


def test_a_split_inside_a_report_parts_one_strand() -> None:
    told = [
        make("a", "Jets bombed Shagra", places=("Shagra",), when=DAY, id="a1"),
        make("a", "The strike killed nine", counts=(9,), at=30, id="a2"),
    ]
    assert len(join(told)) == 1
    assert len(join(told, [judge("split", "a2")])) == 2


def test_undo_takes_a_judgement_back() -> None:
    events = join(alike(), [judge("merge", "a", "z", id="m"), judge("undo", "m", hours=1)])
    assert home(events, "z") != home(events, "a")


def test_undoing_an_undo_brings_it_back() -> None:
    events = join(alike(), [judge("merge", "a", "z", id="m"), judge("undo", "m", id="u", hours=1), judge("undo", "u", hours=2)])
    assert home(events, "z") == home(events, "a")


def test_circles_of_undo_reach_only_backward() -> None:
    first, second = judge("undo", "u2", id="u1", hours=1), judge("undo", "u1", id="u2", hours=2)
    itself, unknown = judge("undo", "u3", id="u3", hours=3), judge("undo", "nothing", id="u4", hours=4)
    merge = judge("merge", "a", "z", id="m")
    assert in_force([merge, first, second, itself, unknown]) == (merge,)


def test_the_later_of_two_that_contradict_wins() -> None:
    merged, split = judge("merge", "a", "z", hours=0), judge("split", "z", hours=1)
    assert home(join(alike(), [merged, split]), "z") != home(join(alike(), [merged, split]), "a")
    again = judge("merge", "a", "z", hours=2)
    events = join(alike(), [merged, split, again])
    assert home(events, "z") == home(events, "a")


def test_two_deciding_at_once_are_ordered_by_id_and_order_of_input_does_not_matter() -> None:
    ana, ben = judge("merge", "a", "z", id="j1"), judge("split", "z", id="j2", author="Ben")
    assert join(alike(), [ana, ben]) == join(alike(), [ben, ana])
    assert home(join(alike(), [ana, ben]), "z") != home(join(alike(), [ana, ben]), "a")


def test_the_same_judgement_twice_is_one() -> None:
    merge = judge("merge", "a", "z")
    assert in_force([merge, merge]) == (merge,)


def test_confirming_holds_the_claims_together_and_tells_what_came_since() -> None:
    events = join(alike(), [judge("confirm", "a")])
    assert home(events, "a").status == "confirmed"
    assert "1 claim(s) came in since" in home(events, "a").why
    assert home(events, "z").status == "draft"


def test_rejecting_marks_the_event_and_nothing_else() -> None:
    events = join(alike(), [judge("reject", "a", "b")])
    assert [e.status for e in (home(events, "a"), home(events, "z"))] == ["rejected", "draft"]


def test_a_verdict_on_a_small_part_is_told_but_decides_nothing() -> None:
    told = [make(f"r{k}", "Jets bombed the market of Shagra, killing nine", places=("the market of Shagra",), when=DAY, counts=(9,), id=f"c{k}") for k in range(5)]
    event = home(join(told, [judge("reject", "c0")]), "c0")
    assert event.status == "draft"
    assert "look again" in event.why


def test_a_merge_of_a_rejected_event_lifts_the_rejection() -> None:
    events = join(alike(), [judge("reject", "z"), judge("merge", "a", "z", hours=1)])
    assert home(events, "z").status == "draft"
    assert "the merge lifts the rejection" in home(events, "z").why
    after = join(alike(), [judge("merge", "a", "z"), judge("reject", "a", "b", "z", hours=1)])
    assert home(after, "z").status == "rejected"


def test_judgements_about_claims_that_are_gone_do_nothing() -> None:
    assert join(alike(), [judge("merge", "gone", "lost"), judge("reject", "vanished", hours=1)]) == join(alike())


def test_what_was_published_by_a_day_is_known_and_so_is_what_has_no_day() -> None:
    told = [*alike(), make("n", "undated telling", published=None, id="n")]
    assert {t.claim.id for t in told_by(told, DAY)} == {"a", "b", "n"}
    assert {t.claim.id for t in told_by(told, DAY - timedelta(1))} == {"n"}
