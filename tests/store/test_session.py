"""What is taken in stays as it came in; what a person decided outlives a new reading; the same twice changes nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from shelling import claim, event, judgement, pair, report, shots, strike
from sqlalchemy import text

from sijill.errors import StoreError
from sijill.events import Component, Origins, found_origins
from sijill.pipeline import rebuild_events, update_events
from sijill.records import Reading
from sijill.store import Correction, Store, Tally, Wanted, open_store


def test_a_report_comes_back_as_it_went_in(store: Store) -> None:
    one, reading = pair(1)
    assert store.add(one, reading, "reader-1")
    assert list(store.reports()) == [one]
    assert store.report(one.id) == one
    assert store.reading(one.id) == reading
    assert list(store.readings()) == [reading]
    assert store.report("r9") is None
    assert store.reading("r9") is None


def test_the_same_report_twice_changes_nothing(store: Store) -> None:
    one, reading = pair(1)
    assert store.add(one, reading)
    assert not store.add(one, replace(reading, claims=()))
    assert store.reading(one.id) == reading
    assert len(store.told()) == 2


def test_an_id_with_another_text_is_refused(store: Store) -> None:
    one, reading = pair(1)
    store.add(one, reading)
    other = replace(report(2), id=one.id)
    with pytest.raises(StoreError, match=r"another text.*id of its own"):
        store.add(other, Reading(other.id, (), ()))
    assert store.report(one.id) == one


def test_many_come_in_with_an_outcome_each(store: Store) -> None:
    pairs = [pair(1), pair(2), pair(1), (replace(report(7), id="r00002"), Reading("r00002", (), ())), pair(3)]
    assert list(store.add_many(pairs, batch=2)) == ["added", "added", "same", "clash", "added"]
    assert [r.id for r in store.reports()] == ["r00001", "r00002", "r00003"]


def test_nothing_of_a_batch_with_a_false_reading_comes_in(store: Store) -> None:
    one, reading = pair(1)
    false = replace(reading, claims=(replace(strike(one), places=strike(report(12345)).places[:0]), claim(report(77), quote="79 people")))
    with pytest.raises(ValueError, match="does not stand at"):
        list(store.add_many([pair(0), (one, false)]))
    assert list(store.reports()) == []


def test_a_reading_of_another_report_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="not of"):
        store.add(report(1), pair(2)[1])
    assert store.report("r00001") is None


def test_text_that_no_database_takes_is_refused(store: Store) -> None:
    for bad in ("Shells\x00 hit", "Shells \ud800 hit"):
        with pytest.raises(ValueError, match="no text"):
            store.add(replace(report(1), text=bad), Reading("r00001", (), ()))


def test_told_is_ordered_and_carries_its_report(store: Store) -> None:
    list(store.add_many(pair(n) for n in (3, 1, 2)))
    told = store.told()
    assert [t.report for t in told] == ["r00001", "r00001", "r00002", "r00002", "r00003", "r00003"]
    assert [t.claim for t in told[:2]] == [strike(report(1)), shots(report(1))]
    assert {(t.published, t.outlet) for t in told} == {(date(2024, 11, 26), "Border Wire")}
    assert told[0].origin == "r00001"


def test_ids_sort_by_code_point_on_every_server(store: Store) -> None:
    ids = ["Z", "a", "B", "é", "م", "a-b", "ab"]
    list(store.add_many((replace(report(1), id=i), Reading(i, (), ())) for i in ids))
    assert [r.id for r in store.reports()] == sorted(ids)


def test_origins_are_told_and_replaced(store: Store) -> None:
    list(store.add_many(pair(n) for n in (1, 2)))
    store.replace_origins(Origins({"r00001": "r00001", "r00002": "r00001"}, frozenset(), ()))
    assert {t.origin for t in store.told()} == {"r00001"}
    store.replace_origins(Origins({}, frozenset(), ()))
    assert {t.origin for t in store.told()} == {"r00001", "r00002"}


FILTERS = [
    (Wanted(), 4),
    (Wanted(types=("shelling",)), 2),
    (Wanted(types=("shelling", "armed_clash")), 4),
    (Wanted(types=("attack",)), 0),
    (Wanted(first=date(2024, 11, 25)), 2),
    (Wanted(first=date(2024, 11, 26)), 0),
    (Wanted(last=date(2024, 11, 25)), 2),
    (Wanted(last=date(2024, 11, 24)), 0),
    (Wanted(reports=("r00002",)), 2),
]


def test_claims_are_filtered(store: Store) -> None:
    list(store.add_many(pair(n) for n in (1, 2)))
    for wanted, found in FILTERS:
        told = store.told(wanted)
        assert len(told) == found, wanted
        assert list(told) == [t for t in store.told() if wanted.lets(t.report, t.claim)]


def test_a_later_reading_is_current_and_the_earlier_stays(store: Store) -> None:
    one, reading = pair(1)
    store.add(one, reading, "reader-1")
    later = replace(reading, claims=reading.claims[:1])
    assert store.reread(later, "reader-2")
    assert not store.reread(later, "reader-2")
    assert store.reading(one.id) == later
    assert len(store.told()) == 1
    with store._database.reading() as connection:
        assert connection.execute(text("SELECT reader FROM readings ORDER BY seq")).scalars().all() == ["reader-1", "reader-2"]
        assert connection.execute(text("SELECT count(*) FROM claims")).scalar_one() == 3


def test_a_later_reading_of_nothing_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="no report 'r00001'"):
        store.reread(pair(1)[1])


def corrected(number: int, score: float = 1.0) -> Correction:
    of = report(number)
    return Correction(of.id, replace(strike(of), id=f"d{number}", score=score, why="by the desk"), strike(of).id, "N. Haddad", "the day is wrong")


def test_a_correction_stands_in_the_place_of_its_claim_through_a_new_reading(store: Store) -> None:
    list(store.add_many(pair(n) for n in (1, 2)))
    store.correct(corrected(1))
    expected = ["d1", shots(report(1)).id, strike(report(2)).id, shots(report(2)).id]
    assert [t.claim.id for t in store.told()] == expected
    store.reread(replace(pair(1)[1], skips=()))
    assert [t.claim.id for t in store.told()] == expected
    assert [c.id for c in store.reading("r00001").claims] == expected[:2]  # type: ignore[union-attr]
    store.reread(Reading("r00001", (), ()))
    assert [t.claim.id for t in store.told()] == ["d1", *expected[2:]]
    assert [c.id for r in store.readings() for c in r.claims] == ["d1", *expected[2:]]
    assert [t.claim.id for t in store.told(Wanted(types=("shelling",), reports=("r00001",)))] == ["d1"]


def test_a_correction_can_be_corrected_and_judgements_follow_it(store: Store) -> None:
    store.add(*pair(1))
    old = strike(report(1)).id
    store.judge(judgement("confirm", old))
    store.correct(corrected(1))
    first = corrected(1)
    store.correct(replace(first, supersedes="d1", claim=replace(first.claim, id="d2")))
    assert [t.claim.id for t in store.told()] == ["d2", shots(report(1)).id]
    assert store.judgements() == (judgement("confirm", "d2"),)


def test_false_corrections_are_refused(store: Store) -> None:
    store.add(*pair(1))
    store.add(*pair(2))
    one = corrected(1)
    with pytest.raises(StoreError, match="no claim c0 in report"):
        store.correct(replace(one, supersedes="c0"))
    with pytest.raises(StoreError, match="no claim"):
        store.correct(replace(one, report="r00002"))
    with pytest.raises(StoreError, match=r"a claim .* already"):
        store.correct(replace(one, claim=replace(one.claim, id=shots(report(1)).id)))
    with pytest.raises(ValueError, match="does not stand"):
        store.correct(replace(one, claim=claim(report(222), quote="224 people")))
    store.correct(one)
    with pytest.raises(StoreError, match="corrected already"):
        store.correct(replace(one, claim=replace(one.claim, id="d9")))
    with pytest.raises(ValueError, match="author and its reason"):
        replace(one, author=" ")
    with pytest.raises(ValueError, match="id of its own"):
        replace(one, supersedes="d1")


def test_judgements_are_kept_in_order(store: Store) -> None:
    store.add(*pair(1))
    a, b = strike(report(1)).id, shots(report(1)).id
    made = (judgement("merge", a, b, id_="jz"), judgement("confirm", a, id_="ja"), judgement("undo", "jz", id_="jb"))
    for one in (*made, made[0]):
        store.judge(one)
    assert store.judgements() == made


def test_judgements_about_nothing_are_refused(store: Store) -> None:
    store.add(*pair(1))
    with pytest.raises(StoreError, match="no claim c0"):
        store.judge(judgement("merge", strike(report(1)).id, "c0"))
    with pytest.raises(StoreError, match="no judgement j9"):
        store.judge(judgement("undo", "j9"))
    store.judge(judgement("confirm", strike(report(1)).id))
    with pytest.raises(StoreError, match="another judgement j1"):
        store.judge(judgement("reject", strike(report(1)).id))
    assert len(store.judgements()) == 1


def test_events_are_replaced_as_a_whole(store: Store) -> None:
    store.add(*pair(1))
    first, second = event("ez", report(1)), event("ea", report(1))
    store.replace_events([Component((first, second))])
    assert store.events() == (second, first)
    assert store.event("ea") == second
    store.replace_events([Component((second,))])
    assert store.events() == (second,)
    assert store.event("ez") is None
    store.replace_events([])
    assert store.events() == ()


def test_older_events_never_replace_newer_ones(store: Store) -> None:
    store.add(*pair(1))
    before = store.growth()
    store.judge(judgement("confirm", strike(report(1)).id))
    newer = store.growth()
    assert newer != before
    assert store.replace_events([Component((event("new", report(1)),))], newer)
    assert not store.replace_events([Component((event("old", report(1)),))], before)
    assert [e.id for e in store.events()] == ["new"]
    assert store.replace_origins(Origins({}, frozenset(), ()), before)
    store.correct(corrected(1))
    assert store.replace_events([Component((event("newest", report(1)),))], store.growth())
    assert not store.replace_events([Component((event("new", report(1)),))], newer)
    assert store.replace_events([Component((event("forced", report(1)),))])


def test_tallies_count_the_current_reading(store: Store) -> None:
    list(store.add_many(pair(n) for n in (1, 2)))
    store.reread(Reading("r00002", (), ()))
    store.correct(corrected(1))
    assert store.tallies() == {"r00001": Tally(2, 1), "r00002": Tally(0, 0)}


def test_what_was_known_at_a_moment(url: str) -> None:
    start = datetime(2024, 12, 1, tzinfo=UTC)
    ticks = count()
    with open_store(url, now=lambda: start + timedelta(days=next(ticks))) as store:
        store.add(*pair(1))
        store.judge(judgement("confirm", strike(report(1)).id))
        store.correct(corrected(1))
        store.reread(Reading("r00001", (), ()))
        store.add(*pair(2))

        def told(day: int) -> list[str]:
            return [t.claim.id for t in store.told(known=start + timedelta(days=day, hours=12))]

        both = [shots(report(1)).id]
        assert told(-1) == []
        assert told(1) == [strike(report(1)).id, *both]
        assert told(2) == ["d1", *both]
        assert told(3) == ["d1"]
        assert len(told(4)) == 3
        assert store.judgements(known=start) == ()
        assert store.judgements(known=start + timedelta(days=1))[0].subjects == (strike(report(1)).id,)
        with pytest.raises(ValueError, match="zone"):
            store.told(known=datetime(2024, 12, 1))


def test_decisions_keep_the_order_in_which_they_were_taken_down(url: str) -> None:
    start = datetime(2024, 12, 1, tzinfo=UTC)
    clock = iter(start + timedelta(hours=h) for h in (0, 5, 3, 9, 12))
    with open_store(url, now=lambda: next(clock)) as store:
        store.add(*pair(1))
        for n in range(3):
            store.judge(judgement("confirm", strike(report(1)).id, id_=f"j{9 - n}"))
        assert [(j.id, j.recorded) for j in store.judgements()] == [("j9", start + timedelta(hours=5)), ("j8", start + timedelta(hours=5)), ("j7", start + timedelta(hours=9))]
        assert {t.recorded for t in store.told()} == {start}
        store.judge(store.judgements()[0])
        assert len(store.judgements()) == 3


def test_the_record_refuses_change(store: Store) -> None:
    store.add(*pair(1))
    store.correct(corrected(1))
    store.judge(judgement("confirm", "d1"))
    for table, column in [("reports", "text"), ("readings", "reader"), ("claims", "json"), ("corrections", "json"), ("judgements", "json")]:
        for act in (f"UPDATE {table} SET {column} = ''", f"DELETE FROM {table}"):
            with pytest.raises(StoreError, match="never changed"), store._database.writing() as connection:
                connection.execute(text(act))


def test_threads_and_openings_write_side_by_side(url: str) -> None:
    def add(numbers: range) -> int:
        with open_store(url) as store:
            return sum(store.add(*pair(n)) for n in numbers)

    with ThreadPoolExecutor(4) as pool:
        added = sum(pool.map(add, [range(12), range(6, 18), range(18), range(3)]))
    with open_store(url) as store:
        assert added == len(list(store.reports())) == 18
        assert len(store.told()) == 36


def test_reading_goes_on_while_others_write(store: Store) -> None:
    list(store.add_many(pair(n) for n in range(3)))
    seen = store.reports()
    next(seen)
    store.add(*pair(9))
    assert len(list(seen)) == 2


def test_a_copy_that_comes_in_is_of_its_origin_on_every_server(store: Store) -> None:
    list(store.add_many(pair(n) for n in range(1, 21)))
    rebuild_events(store)
    copy = replace(report(7), id="s00001")
    store.add(copy, Reading("s00001", (replace(strike(copy), id="of the copy"),), ()))
    stale = store.stale()
    assert stale is not None
    update_events(store)
    assert store.origins()["s00001"] == "r00001"
    assert dict(store.origins()) == {id_: origin for id_, origin in found_origins(store.reports()).of.items() if id_ != origin}
    assert {e.id: e for e in store.events()} == {e.id: e for e in rebuild_events(store)}
