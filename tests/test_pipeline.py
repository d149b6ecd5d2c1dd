"""Adding, reading again and joining anew: the same reports, in any order and batches, give the same register."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sijill.errors import KnowledgeError, SijillError
from sijill.pipeline import AT_ONCE, add_reports, rebuild_events, reread_reports
from sijill.records import Claim, Count, Evidence, Judgement, Mention, Place, Reading, Report, claim_id
from sijill.store import Store, open_store

TEXT = "Shells killed {n} people in {place}."


@dataclass
class TestReader:
    """Reads TEXT by hand, and keeps which reports it was asked to read."""

    __test__ = False
    name: str = "hand-1"
    asked: list[str] = field(default_factory=list)
    more: int = 0

    def read(self, report: Report, /) -> Reading:
        self.asked.append(report.id)
        if "cannot" in report.text:
            raise SijillError("the endpoint did not answer", "try again")
        words = report.text.rstrip(".").split(" ")
        dead, town = Mention(words[2], 14, 14 + len(words[2])), Mention(words[5], len(report.text) - 1 - len(words[5]), len(report.text) - 1)
        number = int(words[2]) + self.more
        claim = Claim(
            claim_id(report.id, "shelling", "asserted", 0, len(report.text), 0), "shelling", Evidence(0, len(report.text), report.text), (), (),
            (Place(town.text, None, 49.7, 37.6, 1, ("Ukraine",), "at", town),), None,
            (Count("killed", None, "unknown", "person", number, number, number, "exact", dead),), None, "asserted", 0.9, "by hand",
        )  # fmt: skip
        return Reading(report.id, (claim,), ())


def report(n: int) -> Report:
    return Report(f"r{n:03}", TEXT.format(n=n + 2, place="Kupiansk" if n % 2 else "Vovchansk"), published=f"2024-11-{n % 28 + 1:02}", outlet=f"Wire {n % 3}")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "a.sqlite")) as opened:
        yield opened


def test_each_report_is_told_once_it_is_in(store: Store) -> None:
    reports = [report(n) for n in range(AT_ONCE + 3)]
    for done, one in enumerate(add_reports(store, TestReader(), reports), 1):
        assert one.outcome == "added"
        assert one.reading == store.reading(one.report.id)
        assert len(store.told()) >= done


def test_what_is_in_is_not_read_again(store: Store) -> None:
    list(add_reports(store, TestReader(), [report(1), report(2)]))
    again = TestReader()
    outcomes = [a.outcome for a in add_reports(store, again, [report(2), report(3), replace(report(4), id="r001")])]
    assert sorted(outcomes) == ["added", "clash", "same"]
    assert again.asked == ["r003"]


def test_the_same_report_twice_at_once(store: Store) -> None:
    assert [a.outcome for a in add_reports(store, TestReader(), [report(1), report(1), replace(report(2), id="r001")])] == ["added", "same", "clash"]


def test_a_report_that_cannot_be_read_leaves_the_others(store: Store) -> None:
    found = {a.report.id: a for a in add_reports(store, TestReader(), [report(1), replace(report(2), text="It cannot be."), report(3)])}
    assert [found[i].outcome for i in ("r001", "r002", "r003")] == ["added", "unread", "added"]
    assert "did not answer" in str(found["r002"].fault)
    assert store.report("r002") is None


def test_a_reader_that_cannot_work_at_all_is_told_once(store: Store) -> None:
    class Broken:
        name = "broken"

        def read(self, report: Report, /) -> Reading:
            raise KnowledgeError("the model is missing", "reinstall sijill")

    with pytest.raises(KnowledgeError, match="missing"):
        list(add_reports(store, Broken(), [report(1), report(2)]))
    assert list(store.reports()) == []


def test_any_order_and_batches_give_the_same_events(tmp_path: Path) -> None:
    reports = [report(n) for n in range(40)]
    seen = []
    for seed in range(3):
        shuffled = random.Random(seed).sample(reports, len(reports))
        with open_store(str(tmp_path / f"{seed}.sqlite")) as store:
            for start in range(0, 40, 7 + seed):
                list(add_reports(store, TestReader(), shuffled[start : start + 7 + seed]))
                if seed == 1:
                    rebuild_events(store)
            seen.append(rebuild_events(store))
    assert seen[0]
    assert seen[0] == seen[1] == seen[2]


def test_reading_again_keeps_decisions(store: Store) -> None:
    list(add_reports(store, TestReader(), [report(n) for n in range(6)]))
    event = rebuild_events(store)[0]
    store.judge(Judgement("j1", "confirm", tuple(ref.claim for ref in event.claims), "N. Haddad", datetime(2024, 12, 1, tzinfo=UTC), "seen"))
    assert not any(changed for _, changed in reread_reports(store, TestReader("hand-1")))
    assert all(changed for _, changed in reread_reports(store, TestReader("hand-2", more=1)))
    after = {e.id: e for e in rebuild_events(store)}
    assert after[event.id].status == "confirmed"


def test_events_derived_from_an_older_record_do_not_replace_newer_ones(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    list(add_reports(store, TestReader(), [report(1)]))
    claim = store.told()[0].claim.id
    judge = Judgement("j1", "reject", (claim,), "N. Haddad", datetime(2024, 12, 1, tzinfo=UTC), "a film of 2016")
    told = store.told

    def decided_meanwhile(*args: object) -> object:
        monkeypatch.undo()
        before = told()
        store.judge(judge)
        rebuild_events(store)
        return before

    judgements = store.judgements()
    monkeypatch.setattr(Store, "told", lambda self: decided_meanwhile())
    monkeypatch.setattr(Store, "judgements", lambda self: judgements)
    assert [e.status for e in rebuild_events(store)] == ["rejected"]
    assert [e.status for e in store.events()] == ["rejected"]
