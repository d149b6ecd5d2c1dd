"""Tolls: each voice's latest figure, what replaces what, and three kinds of nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from telling import Tell, make

from sijill.events.figures import figures_of
from sijill.events.toll import tolls
from sijill.records import Count, Mention, Place, Told, Toll

DAY = date(2024, 5, 14)


def count(words: str, low: int | None, best: int | None, high: int | None, quantifier: str = "exact", *, measure: str = "killed", status: str = "unknown", at: int = 0) -> Count:
    return Count(measure, None, status, "person", low, best, high, quantifier, Mention(words, at, at + len(words)))  # type: ignore[arg-type]


def killed(rows: tuple[Toll, ...], status: str | None = None) -> Toll:
    return next(t for t in rows if t.measure == "killed" and (status is None or t.status == status))


def test_a_voice_s_later_figure_replaces_its_earlier_one() -> None:
    rows = tolls([
        make("a", "nine dead so far", counts=(9,), outlet="Radio"),
        make("b", "raising the toll to 21", counts=(21,), outlet="Radio", published=DAY + timedelta(1)),
    ])  # fmt: skip
    assert (killed(rows).low, killed(rows).best, killed(rows).high) == (21, 21, 21)
    assert len(killed(rows).by_claimant) == 1


def test_rival_voices_give_a_range_and_the_rule_is_told() -> None:
    rows = tolls([
        make("a", "nine dead", counts=(9,), claimant=("the army", "party")),
        make("b", "14 dead", counts=(14,), claimant=("a medic", "medic")),
        make("c", "14 people died", counts=(14,), claimant=("the monitor", "monitor")),
    ])  # fmt: skip
    toll = killed(rows)
    assert (toll.low, toll.best, toll.high) == (9, 14, 14)
    assert "low 9 by the army" in toll.why
    assert "independent sources, parties and witnesses set aside" in toll.why


def test_parts_are_not_added_to_their_whole() -> None:
    quote = "Eleven people were killed, including six novices"
    told = make("a", quote, counts=(count("Eleven", 11, 11, 11), count("six", 6, 6, 6, status="civilian", at=37)))
    rows = tolls([told])
    assert killed(rows, "unknown").best == 11
    assert killed(rows, "civilian").best == 6


def test_what_stands_side_by_side_is_added() -> None:
    quote = "killing three soldiers and a child"
    told = make("a", quote, counts=(count("three", 3, 3, 3, status="combatant", at=8), count("a child", 1, 1, 1, status="civilian", at=27)))
    assert killed(tolls([told]), "mixed").best == 4


def test_the_whole_named_before_its_parts_is_not_doubled() -> None:
    quote = "4 dead, a driver and three women"
    told = make("a", quote, counts=(count("4", 4, 4, 4), count("a driver", 1, 1, 1, status="civilian", at=8), count("three", 3, 3, 3, status="civilian", at=21)))
    assert killed(tolls([told])).best == 4


def test_a_late_death_is_no_new_total() -> None:
    rows = tolls([
        make("a", "nine people were killed", counts=(9,), outlet="Radio"),
        make("b", "two of the wounded died in hospital", counts=(2,), outlet="Radio", published=DAY + timedelta(1)),
    ])  # fmt: skip
    assert killed(rows).best == 9


@pytest.mark.parametrize(("words", "n"), [("a fourth paramedic", 4), ("a sıxth paramedic", 6)])
def test_an_ordinal_counts_at_least_so_many(words: str, n: int) -> None:
    rows = tolls([make("a", f"{words} had died of wounds", counts=(count(words, 1, 1, 1),))])
    assert (killed(rows).low, killed(rows).best) == (n, n)


def test_losses_of_two_sides_told_by_one_voice_are_added() -> None:
    rows = tolls([
        make("a", "19 enemy soldiers were buried", to=("enemy soldiers",), counts=(count("19", 19, 19, 19, status="combatant"),), outlet="Bureau"),
        make("a", "we lost four comrades", by=("comrades",), counts=(count("four", 4, 4, 4, status="combatant"),), outlet="Bureau", at=90),
    ])  # fmt: skip
    assert killed(rows).best == 23


def test_a_running_total_over_several_happenings_is_not_added() -> None:
    rows = tolls([
        make("a", "the raid killed nine", counts=(9,)),
        make("b", "in all, monitors counted 61 deaths last week", type="casualties", counts=(61,), when=(DAY - timedelta(7), DAY)),
    ])  # fmt: skip
    assert killed(rows).high == 9
    assert "not added" in killed(rows).why


def test_zero_unstated_and_unknown_stay_apart() -> None:
    zero = killed(tolls([make("a", "no one was killed", counts=(0,))]))
    unstated = killed(tolls([make("a", "it left many dead", counts=(("killed", None, "many"),))]))
    unknown = killed(tolls([make("a", "jets bombed the town")]))
    assert [t.state for t in (zero, unstated, unknown)] == ["zero", "unstated", "unknown"]
    assert (zero.best, unstated.best, unknown.best) == (0, None, None)
    assert unknown.by_claimant == ()


def test_no_toll_is_made_up_for_what_harms_nobody() -> None:
    assert tolls([make("a", "they signed a truce", type="agreement")]) == ()


def test_a_lower_bound_has_no_upper_one() -> None:
    toll = killed(tolls([make("a", "at least 14 died", counts=(count("at least 14", 14, None, None, "at_least"),))]))
    assert (toll.low, toll.best, toll.high) == (14, 14, None)


def test_only_an_upper_bound_gives_no_best() -> None:
    toll = killed(tolls([make("a", "up to 440 fell", counts=(count("up to 440", None, None, 440, "at_most"),))]))
    assert (toll.low, toll.best, toll.high, toll.state) == (None, None, 440, "number")


def test_more_dead_than_people_is_shown_and_set_aside() -> None:
    rows = tolls([
        make("a", "they killed 1000000000000", counts=(10**12,)),
        make("b", "nine were killed", counts=(9,)),
    ])  # fmt: skip
    toll = killed(rows)
    assert (toll.low, toll.best, toll.high) == (9, 9, 9)
    assert "more than there are people" in toll.why
    assert len(toll.by_claimant) == 2
    alone = killed(tolls([make("a", "they killed 1000000000000", counts=(10**12,))]))
    assert (alone.state, alone.best) == ("unstated", None)


def test_what_is_denied_counts_only_as_zero() -> None:
    rows = tolls([
        make("a", "three children died", counts=(3,), modality="denied"),
        make("b", "no civilian was harmed", counts=(0,), modality="denied"),
        make("c", "two were killed", counts=(2,)),
    ])  # fmt: skip
    assert (killed(rows).low, killed(rows).high) == (0, 2)


def test_what_is_planned_or_background_counts_nothing() -> None:
    assert killed(tolls([make("a", "they will kill nine", counts=(9,), modality="planned"), make("b", "x was shelled", type="shelling")])).state == "unknown"


def test_children_and_women_are_groups_of_their_own() -> None:
    said = list(figures_of(make("a", "two girls died", counts=(count("two girls", 2, 2, 2, status="civilian"),))))
    assert said[0].whom.who == "children"


def test_the_tell_fixture_is_the_same(tell: Tell) -> None:
    assert tell("a", "x y") == make("a", "x y")


def at_hour(hour: int, told: Told) -> Told:
    return replace(told, moment=datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=UTC))


def test_of_one_day_the_later_hour_counts_and_a_report_s_name_never() -> None:
    early, late = (lambda name: at_hour(9, make(name, "21 dead", counts=(21,)))), (lambda name: at_hour(17, make(name, "14 dead", counts=(14,))))
    for one, other in (("a", "b"), ("b", "a")):
        assert killed(tolls([early(one), late(other)])).best == 14
    own = [at_hour(9, make("z", "21 dead", counts=(21,), outlet="Radio")), at_hour(17, make("a", "14 dead", counts=(14,), outlet="Radio"))]
    assert killed(tolls(own)).high == 14


def test_of_one_moment_a_named_body_goes_before_an_outlet_and_then_the_higher() -> None:
    medics, wire = ("the hospital", "medic"), None
    for one, other in (("a", "b"), ("b", "a")):
        named = killed(tolls([make(one, "9 dead", counts=(9,), claimant=medics), make(other, "12 dead", counts=(12,), claimant=wire)]))
        assert (named.best, named.low, named.high) == (9, 9, 12)
        assert "of one moment that of a named body" in named.why
        plain = killed(tolls([make(one, "9 dead", counts=(9,)), make(other, "12 dead", counts=(12,))]))
        assert plain.best == 12
        assert "of one moment the highest" in plain.why
        risen = killed(tolls([make(one, "9 dead", counts=(9,), outlet="Radio"), make(other, "12 dead", counts=(12,), outlet="Radio")]))
        assert (risen.low, risen.high) == (12, 12)


def group(report: str, number: int, status: str, by: tuple[str, str] | None = None) -> Told:
    return make(report, f"{number} killed", counts=(count(str(number), number, number, number, status=status),), claimant=by)


def test_the_whole_is_no_smaller_than_the_groups_that_one_voice_tells_apart() -> None:
    medics, monitor = ("the hospital", "medic"), ("the monitor", "monitor")
    groups = [group("b", 8, "combatant", monitor), group("c", 7, "civilian", monitor)]
    whole = killed(tolls([make("a", "12 were killed in all", counts=(12,), claimant=medics), *groups]))
    assert (whole.best, whole.high) == (15, 15)
    assert "raised from 12 to 15, what the groups that one voice tells apart come to" in whole.why
    quote = "Eleven people were killed, including six novices"
    eleven = make("a", quote, counts=(count("Eleven", 11, 11, 11), count("six", 6, 6, 6, status="civilian", at=37)))
    assert killed(tolls([eleven]), "unknown").best == 11


def test_the_same_dead_by_two_voices_are_not_added() -> None:
    for one, other in ((("the army", "party"), ("residents", "witness")), (("the monitor", "monitor"), ("the league", "ngo"))):
        assert killed(tolls([group("a", 7, "combatant", one), group("b", 8, "civilian", other)]), "mixed").best == 8
    party = [group("b", 80, "combatant", ("the army", "party")), group("c", 7, "civilian", ("the army", "party"))]
    assert killed(tolls([make("a", "12 were killed", counts=(12,), claimant=("the hospital", "medic")), *party])).best == 12
    rival = make("a", "rival counts of nine fighters and three civilians", counts=(count("nine", 9, 9, 9, status="combatant", at=16), count("three", 3, 3, 3, status="civilian", at=34)))
    assert killed(tolls([rival])).best == 9


def test_groups_told_before_the_voice_s_last_total_are_out_of_date() -> None:
    monitor = ("the monitor", "monitor")
    groups = [group("b", 8, "combatant", monitor), group("c", 7, "civilian", monitor)]
    later = make("d", "the toll was corrected to 12", counts=(12,), claimant=monitor, published=DAY + timedelta(1))
    assert killed(tolls([*groups, later])).best == 12


def over(report: str, words: str, dead: int, *names: str) -> Told:
    """A count of dead at places that stand in these words."""
    at = tuple(Place(n, None, None, None, None, (), "at", Mention(n, words.index(n), words.index(n) + len(n))) for n in names)
    return make(report, words, places=at, counts=(dead,))


def test_a_total_over_several_places_is_not_the_toll_of_one() -> None:
    total = over("a", "nine were killed in strikes on Shagra, Tulin and Berdychi", 9, "Shagra", "Tulin", "Berdychi")
    own = make("b", "four died when jets struck Shagra", places=("Shagra",), counts=(4,))
    toll = killed(tolls([total, own]))
    assert (toll.low, toll.best, toll.high) == (4, 4, 4)
    assert "1 total(s) over several happenings not added" in toll.why
    silent = killed(tolls([total, make("b", "jets struck Shagra", places=("Shagra",))]))
    assert (silent.state, silent.best) == ("unknown", None)
    assert "1 total(s) over several happenings not added" in silent.why


def test_a_total_is_the_happening_s_own_where_that_is_all_of_its_places() -> None:
    total = over("a", "nine were killed in strikes on Shagra, Tulin and Berdychi", 9, "Shagra", "Tulin", "Berdychi")
    for others in ([], [make("b", "jets struck twice")], [over("b", "jets struck Shagra and Tulin", 0, "Shagra", "Tulin")], [make("b", "x", places=("Shagra",)), make("c", "x", places=("Tulin",))]):
        assert killed(tolls([total, *others])).high == 9
    inside = over("a", "nine were killed in Shagra, Tulin district", 9, "Shagra", "Tulin")
    assert killed(tolls([inside, make("b", "four died", places=("Shagra",), counts=(4,))])).high == 9
