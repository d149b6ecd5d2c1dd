"""After any reports, readings, decisions and corrections, joining again only what they touch gives what joining everything gives."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from sijill.events import found_origins, joined
from sijill.pipeline import rebuild_events, update_events
from sijill.records import Claim, Count, Event, Evidence, Judgement, JudgementKind, Mention, Place, Reading, Report, When, claim_id
from sijill.store import Correction, Stale, Store, open_store
from sijill.store.rows import strand_values
from sijill.store.tables import marks, strands, ties
from sijill.store.tying import WHOLE

DAY = date(2024, 5, 14)
PLACES = ("Shagra", "Shaqra", "Berdychi", "Novoselivka", "Tal Rifat")
TYPES = ("air_strike", "shelling", "armed_clash", "capture", "displacement")
WORDS = ("market", "bakery", "convoy", "bridge", "school")
OUTLETS = ("Radio Wadi", "Border Wire", "Morning Post", None)
REPORTS = 24


def _claim(report: str, at: int, sentence: str, chance: random.Random, published: date) -> Claim:
    """A claim that rests on a whole sentence: "They hit the market of Shagra, killing 9."."""
    kind = chance.choice(TYPES)
    place, dead = sentence.split(" of ")[1].split(",", maxsplit=1)[0], sentence.rstrip(".").split(" ")[-1]
    named, number = (Mention(words, at + sentence.index(words), at + sentence.index(words) + len(words)) for words in (place, dead))
    when = When(published, published + timedelta(1), "day", named) if chance.random() < 0.5 else None
    return Claim(
        claim_id(report, kind, "asserted", at, at + len(sentence), 0), kind, Evidence(at, at + len(sentence), sentence), (), (),  # type: ignore[arg-type]
        (Place(place, None, None, None, None, (), "at", named),), when,
        (Count("killed", None, "unknown", "person", int(dead), int(dead), int(dead), "exact", number),), None, "asserted", 0.9, "by hand",
    )  # fmt: skip


def told_again(name: str, chance: random.Random, over: int, earlier: list[Report]) -> tuple[Report, Reading]:
    """A report of one to three sentences, of a day and a few places. Some copy an earlier one, some cite an outlet."""
    published = DAY + timedelta(chance.randint(0, over))
    sentences = [f"They hit the {chance.choice(WORDS)} of {chance.choice(PLACES)}, killing {chance.choice((2, 9, 30))}." for _ in range(chance.randint(1, 3))]
    if earlier and chance.random() < 0.2:
        copied = chance.choice(earlier)
        sentences = [line for line in copied.text.split("\n") if line.startswith("They")]
    starts = [sum(len(s) + 1 for s in sentences[:k]) for k in range(len(sentences))]
    claims = tuple(_claim(name, at, s, chance, published) for at, s in zip(starts, sentences, strict=True))
    ending = f"\nThis comes to us from our own people, according to {chance.choice(OUTLETS[:-1])}" if chance.random() < 0.3 else ""
    report = Report(name, "\n".join(sentences) + ending, published=published.isoformat() if chance.random() < 0.95 else None, outlet=chance.choice(OUTLETS))
    earlier.append(report)
    return report, Reading(name, claims, ())


def reports(chance: random.Random, over: int = 30) -> Iterator[tuple[Report, Reading]]:
    """The reports of a store, over so many days."""
    earlier: list[Report] = []
    for n in range(REPORTS):
        yield told_again(f"r{n:02}", chance, over, earlier)


@contextmanager
def filled(path: Path, chance: random.Random, over: int = 30) -> Iterator[Store]:
    with open_store(str(path / "a.sqlite")) as store:
        list(store.add_many(reports(chance, over)))
        rebuild_events(store)
        yield store


def _moment(n: int) -> datetime:
    return datetime(2024, 7, 1, tzinfo=UTC) + timedelta(hours=n)


def decide(store: Store, n: int, chance: random.Random) -> None:
    """Something that an analyst might do."""
    events = store.events()
    one, other = chance.sample(events, 2)
    own = tuple(ref.claim for ref in one.claims)
    kind: JudgementKind = chance.choice(("merge", "merge", "split", "confirm", "reject", "undo"))
    subjects = own
    if kind == "merge":
        subjects = (*own, *(ref.claim for ref in other.claims))
    elif kind == "split":
        subjects = own[: max(1, len(own) // 2)]
    elif kind == "undo":
        made = store.judgements()
        if not made:
            return
        subjects = (chance.choice(made).id,)
    store.judge(Judgement(f"j{n}", kind, subjects, "N. Haddad", _moment(n), "seen"))


def correct(store: Store, chance: random.Random) -> None:
    told = chance.choice(store.told())
    when = When(DAY + timedelta(day := chance.randint(0, 30)), DAY + timedelta(day + 1), "day", told.claim.places[0].mention)
    to = replace(told.claim, type=chance.choice(TYPES), when=chance.choice((None, when)))  # type: ignore[arg-type]
    store.correct(Correction.new(told.report, to, told.claim.id, "N. Haddad", "film"))


def arrive(store: Store, n: int, chance: random.Random) -> None:
    """A report comes in, before or after those that are there by day and by name."""
    store.add(*told_again(f"{chance.choice('qrs')}{n:03}", chance, 30, list(store.reports())))


def read_again(store: Store, chance: random.Random) -> None:
    """A later version of the reader finds fewer claims, or those of before."""
    report = chance.choice(list(store.reports()))
    reading = store.reading(report.id)
    assert reading is not None
    store.reread(replace(reading, claims=tuple(c for c in reading.claims if c.type != chance.choice(TYPES) and c.score == 0.9)))


@dataclass(frozen=True)
class Derived:
    """All that follows from the record."""

    events: set[Event]
    strands: set[tuple[object, ...]]
    origins: dict[str, str]
    citing: set[tuple[str, str, str]]
    marks: set[tuple[int, int, str]]


def everything(store: Store) -> Derived:
    """As it is in the store."""
    with store._database.reading() as connection:
        kept = {(row.report, row.number, row.component, row.held_from, row.held_to, row.held_keys) for row in connection.execute(select(strands))}
        tied = {(row.report, row.other, row.outlet) for row in connection.execute(select(ties)) if row.outlet}
        found = {(row.mark, row.day, row.report) for row in connection.execute(select(marks))}
    return Derived(set(store.events()), kept, dict(store.origins()), tied, found)


def made_anew(store: Store) -> Derived:
    """As it is told from all reports and claims."""
    origins = found_origins(store.reports())
    told = [replace(t, origin=origins.of[t.report]) for t in store.told()]
    components = tuple(joined(told, store.judgements()))
    rows = (strand_values(name, held, c.name) for c in components for name, held in c.strands)
    return Derived(
        {e for c in components for e in c.events}, {(r["report"], r["number"], r["component"], r["held_from"], r["held_to"], r["held_keys"]) for r in rows},
        {report: origin for report, origin in origins.of.items() if report != origin}, {(tie.report, tie.other, tie.outlet) for tie in origins.ties if tie.outlet},
        {(n, *at) for at, held in origins.marks for n in (*held.parts, WHOLE + held.whole)},
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_joining_some_again_gives_what_joining_all_gives(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with filled(tmp_path, chance) as store:
        for n in range(12):
            for k in range(chance.choice((1, 1, 3))):
                what = chance.random()
                if what < 0.25:
                    correct(store, chance)
                elif what < 0.5:
                    arrive(store, n * 10 + k, chance)
                elif what < 0.6:
                    read_again(store, chance)
                else:
                    decide(store, n * 10 + k, chance)
            update_events(store)
            assert everything(store) == made_anew(store)


def test_a_decision_looks_at_few_claims(tmp_path: Path) -> None:
    with filled(tmp_path, random.Random(1), over=2000) as store:
        first = store.events()[0]
        store.judge(Judgement("j1", "confirm", tuple(ref.claim for ref in first.claims), "N. Haddad", _moment(0), "seen"))
        stale = store.stale()
        assert stale is not None
        assert 0 < len(stale.told) < len(store.told()) / 2


def test_a_new_report_looks_at_few_claims(tmp_path: Path) -> None:
    chance = random.Random(2)
    with filled(tmp_path, chance, over=2000) as store:
        store.add(*told_again("later", chance, 2000, list(store.reports())))
        stale = store.stale()
        assert stale is not None
        assert 0 < len(stale.told) < len(store.told()) / 2
        update_events(store)
        assert everything(store) == made_anew(store)


def test_many_new_reports_are_joined_with_all(tmp_path: Path) -> None:
    chance = random.Random(2)
    with filled(tmp_path, chance) as store:
        for n in range(REPORTS):
            arrive(store, n, chance)
        assert store.stale() is None
        update_events(store)
        assert everything(store) == made_anew(store)


def test_an_earlier_report_of_a_cited_outlet_is_cited_no_longer_once_a_later_one_is_in(tmp_path: Path) -> None:
    words = "Seven traders of Golo were buried by their families after the raid upon the market"
    first, last = (Report(name, words, published=f"2024-05-1{day}", outlet="Radio Wadi") for name, day in (("a", 0), ("b", 2)))
    citing = Report("c", f"{words} this morning, says the portal that is citing Radio Wadi", published="2024-05-13", outlet="Portal")
    rest = [Report(f"x{n}", f"Number {n} of the almanac: {n * 7} sheaves and {n * 3} goats", published="2024-02-01") for n in range(20)]
    with open_store(str(tmp_path / "a.sqlite")) as store:
        for report in (first, citing, *rest):
            store.add(report, Reading(report.id, (), ()))
        rebuild_events(store)
        store.add(last, Reading(last.id, (), ()))
        assert store.stale() is not None
        update_events(store)
        assert ("c", "b", "radio wadi") in everything(store).citing
        assert ("c", "a", "radio wadi") not in everything(store).citing
        assert everything(store) == made_anew(store)


def test_a_decision_of_before_follows_its_claim_into_a_correction(tmp_path: Path) -> None:
    """A merged claim that a later reading no longer has is corrected all the same: the correction is merged."""
    with filled(tmp_path, random.Random(6), over=2000) as store:
        one, other = store.events()[0], store.events()[-1]
        subjects = tuple(ref.claim for event in (one, other) for ref in event.claims)
        store.judge(Judgement("j1", "merge", subjects, "N. Haddad", _moment(0), "seen"))
        gone = next(t for t in store.told() if t.claim.id == one.claims[0].claim)
        reading = store.reading(gone.report)
        assert reading is not None
        store.reread(replace(reading, claims=tuple(c for c in reading.claims if c.id != gone.claim.id)))
        update_events(store)
        store.correct(Correction.new(gone.report, gone.claim, gone.claim.id, "N. Haddad", "film"))
        assert store.stale() is not None
        update_events(store)
        assert everything(store) == made_anew(store)


def test_two_who_decide_at_once_both_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second decides, and makes events of it, while the first joins again."""
    with filled(tmp_path, random.Random(5)) as store:
        first, second = store.events()[0], store.events()[-1]
        store.judge(Judgement("j1", "confirm", tuple(ref.claim for ref in first.claims), "N. Haddad", _moment(0), "seen"))
        again = Stale.joined_again

        def meanwhile(stale: Stale) -> object:
            monkeypatch.undo()
            store.judge(Judgement("j2", "reject", tuple(ref.claim for ref in second.claims), "Olena K.", _moment(1), "a drill"))
            update_events(store)
            return again(stale)

        monkeypatch.setattr(Stale, "joined_again", meanwhile)
        update_events(store)
        assert everything(store) == made_anew(store)
        assert [e.status for e in store.events_holding([first.claims[0].claim])] == ["confirmed"]
        assert [e.status for e in store.events_holding([second.claims[0].claim])] == ["rejected"]
