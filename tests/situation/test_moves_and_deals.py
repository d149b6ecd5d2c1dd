"""Forces on the move, the life of agreements, and the table of disputes."""

from __future__ import annotations

from datetime import date

from spoken import ARMY, REBELS, count, event, place, told

from sijill.records import ClaimRef, Dispute, Position
from sijill.situation import agreements, disputes, forces


def test_a_move_keeps_its_ends_and_figures_without_number() -> None:
    claim = told("movement", "sent significant reinforcements to Ford", "2030-06-01", [ARMY, ("allied fighters",)], [], [place("Mill", 36, 37, "from"), place("Ford", 36.5, 37, "to")],
                 counts=[count("forces", "significant reinforcements", quantifier="vague", unit="other")])  # fmt: skip
    (move,) = forces([event("e1", "movement", [claim], "2030-06-01")], [claim])
    assert (move.actors, move.state) == (("Military forces of Qara", "allied fighters"), "told")
    assert ([p.name for p in move.origin], [p.name for p in move.destination]) == (["Mill"], ["Ford"])
    assert move.figures[0].count.best is None
    denial = told("movement", "the army denied sending men", "2030-06-02", [ARMY], modality="denied")
    (disputed,) = forces([event("e1", "movement", [claim, denial], "2030-06-01")], [claim, denial])
    assert disputed.state == "disputed"
    will = told("movement", "will deploy", "2030-06-02", [ARMY], modality="planned")
    assert forces([event("e1", "movement", [will], "2030-06-01")], [will])[0].state == "planned"


def deal(type_: str, words: str, said: str, by=(REBELS, ARMY), **more):
    return told(type_, words, said, by, **more)


def test_an_agreement_lives_is_breached_collapses_and_another_begins() -> None:
    life = [
        deal("agreement", "agreed on a ceasefire", "2030-01-01"),
        deal("agreement", "the truce came into force", "2030-01-03"),
        deal("ceasefire_violation", "rebels broke the truce with mortars", "2030-01-05", by=[REBELS], says=("the army of Qara", "party")),
        deal("agreement", "the truce was extended for a week", "2030-01-07"),
        deal("ceasefire_violation", "the truce collapsed", "2030-02-01"),
        deal("agreement", "signed a new ceasefire", "2030-03-01"),
    ]
    new, old = agreements(life, date(2030, 4, 1))
    assert [s.step for s in old.steps] == ["announced", "in force", "breached", "extended", "collapsed"]
    assert (old.state, old.breaches, old.since) == ("collapsed", 1, date(2030, 2, 1))
    assert old.parties == ("Military forces of Qara", "Northern Front")
    assert new.state == "announced"
    (then,) = agreements(life, date(2030, 1, 6))
    assert then.state == "breached"


def test_what_is_only_planned_or_denied_moves_no_state() -> None:
    talks = deal("agreement", "are to meet for talks", "2030-01-01", modality="planned")
    (one,) = agreements([talks], date(2030, 1, 2))
    assert (one.state, one.steps[0].step, one.steps[0].sure) == (None, "talks", False)
    signed = deal("agreement", "signed a ceasefire", "2030-01-01")
    denial = deal("ceasefire_violation", "denied breaking the truce", "2030-01-02", by=[REBELS], modality="denied")
    (two,) = agreements([signed, denial], date(2030, 1, 3))
    assert (two.state, two.steps[-1].step, two.breaches) == ("announced", "breach denied", 0)
    nameless = told("ceasefire_violation", "the last one broke down in September", "2030-01-02", places=[place("Qara", 36, 37, precision=6, admin=())])
    (three,) = agreements([nameless], date(2030, 1, 3))
    assert "no claim names the parties" in three.why


def test_a_planned_truce_begins_no_life_after_a_collapse_and_none_before_its_day() -> None:
    life = [deal("agreement", "agreed on a ceasefire", "2030-01-01"), deal("ceasefire_violation", "the truce collapsed", "2030-02-01")]
    plan = deal("agreement", "plan to sign a new ceasefire", "2030-02-03", modality="planned", on="2030-03-01")
    (one,) = agreements([*life, plan], date(2030, 2, 5))
    assert (one.state, one.steps[-1].sure, one.steps[-1].day) == ("collapsed", False, date(2030, 2, 3))
    ahead = deal("agreement", "agreed on a truce that takes effect on Sunday week", "2030-02-03", on="2030-02-16")
    (new, old) = agreements([*life, plan, ahead], date(2030, 2, 5))
    assert (new.state, new.since, old.state) == ("announced", date(2030, 2, 3), "collapsed")


def test_truces_of_the_same_parties_months_apart_are_two() -> None:
    first = [deal("agreement", "agreed on a ceasefire", "2030-01-01"), deal("agreement", "the truce came into force", "2030-01-03")]
    later = deal("agreement", "signed a ceasefire", "2030-06-01")
    assert [a.since for a in agreements([*first, later], date(2030, 7, 1))] == [date(2030, 6, 1), date(2030, 1, 3)]
    weekly = [deal("ceasefire_violation", "rebels broke the truce", f"2030-0{m}-10", by=[REBELS]) for m in range(1, 6)]
    (one,) = agreements([*first, *weekly, later], date(2030, 7, 1))
    assert one.breaches == 5
    new = deal("agreement", "signed a new ceasefire", "2030-06-01")
    assert len(agreements([*first, *weekly, new], date(2030, 7, 1))) == 2
    again = [deal("agreement", "announced a new truce", "2030-01-04"), deal("ceasefire_violation", "broke the truce", "2030-06-01"), deal("agreement", "talked of the truce of January", "2030-09-01")]
    assert len(agreements([*first, *again], date(2030, 10, 1))) == 1
    breach = deal("ceasefire_violation", "broke the truce", "2030-06-03", by=[ARMY])
    young, _ = agreements([*first, later, breach], date(2030, 7, 1))
    assert young.breaches == 1


def test_disputes_are_one_table_newest_first() -> None:
    claim = told("shelling", "shelled Mill", "2030-06-01", places=[place("Mill", 36, 37)])
    ref = ClaimRef(claim.report, claim.claim.id)
    split = Dispute("culprit", (Position("Wire", "by A", ref), Position("Herald", "by B", ref)), "two culprits")
    rows = disputes([
        event("e1", "shelling", [claim], "2030-06-01", disputes=[split]), event("e2", "shelling", [claim], "2030-07-01", disputes=[split]),
        event("e3", "shelling", [claim], None, disputes=[split]), event("e4", "shelling", [claim], "2030-07-01", disputes=[split], status="rejected"),
    ])  # fmt: skip
    assert [r.event for r in rows] == ["e2", "e1", "e3"]
    assert (rows[0].voices, rows[0].places, rows[0].about) == (2, ("Mill",), "culprit")
