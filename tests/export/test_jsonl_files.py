"""Claims and events as JSON Lines: read back whole, and only what may leave."""

import json

from sijill.export import claims_as_jsonl, events_as_jsonl
from sijill.records import Event, Reading
from sijill.records.contract import from_json


def test_claims_come_back_as_they_were_but_for_the_rejected(readings, events):
    lines = list(claims_as_jsonl(readings, events, released_only=False))
    back = [from_json(line, Reading) for line in lines]
    rejected = {ref.claim for e in events if e.status == "rejected" for ref in e.claims}
    assert rejected
    assert back == [Reading(r.report, tuple(c for c in r.claims if c.id not in rejected), r.skips) for r in readings]


def test_every_claim_says_its_status(readings, events):
    for line in claims_as_jsonl(readings, events, released_only=False):
        assert {c["status"] for c in json.loads(line)["claims"]} <= {"draft", "confirmed"}


def test_only_released_claims_leave_by_default(readings, events):
    lines = [json.loads(line) for line in claims_as_jsonl(readings, events)]
    confirmed = {ref.claim for e in events if e.status == "confirmed" for ref in e.claims}
    assert {c["id"] for line in lines for c in line["claims"]} == confirmed
    assert all(line["claims"] for line in lines), "a report with no released claim gives no line"


def test_a_claim_in_no_event_is_a_draft(readings):
    assert list(claims_as_jsonl(readings, ())) == []
    assert len(list(claims_as_jsonl(readings, (), released_only=False))) == len(readings)


def test_events_come_back_as_they_were(events):
    back = [from_json(line, Event) for line in events_as_jsonl(events, released_only=False)]
    assert back == [e for e in events if e.status != "rejected"]
    assert [from_json(line, Event).status for line in events_as_jsonl(events)] == ["confirmed"]


def test_lines_hold_no_line_end(readings, events):
    assert not any("\n" in line for line in (*claims_as_jsonl(readings, events, False), *events_as_jsonl(events, False)))
