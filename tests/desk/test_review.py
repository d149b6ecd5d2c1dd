"""Deciding: each form is one appended judgement, the events follow from it, and everything can be taken back."""

import pytest
from made_by_hand import markings
from selectolax.lexbor import LexborHTMLParser

from sijill.pipeline import rebuild_events
from sijill.store import open_store

WHO = {"author": "Olena K.", "reason": "seen on two videos"}


@pytest.fixture
def store(own_store):
    with open_store(str(own_store)) as opened:
        rebuild_events(opened)
        yield opened


def event_with(store, type_):
    return next(e for e in store.events() if e.type == type_)


def seen(desk, event):
    page = LexborHTMLParser(desk.get(f"/events/{event.id}").text)
    return page.css_first("input[name=seen]").attributes["value"]


def decide(desk, event, kind, **more):
    form = {"kind": kind, "seen": seen(desk, event), **WHO, **more}
    return desk.post(f"/events/{event.id}", data=form, follow_redirects=False)


def holder(store, claim):
    return next(e for e in store.events() if claim in {ref.claim for ref in e.claims})


def claims(event):
    return {ref.claim for ref in event.claims}


def test_confirming_is_written_down_with_name_and_reason(own_desk, store):
    event = event_with(store, "protest")
    answer = decide(own_desk, event, "confirm")
    assert answer.status_code == 303
    (judgement,) = store.judgements()
    assert (judgement.kind, judgement.author, judgement.reason) == ("confirm", WHO["author"], WHO["reason"])
    assert set(judgement.subjects) == claims(event)
    page = own_desk.get(answer.headers["location"]).text
    assert "confirmed by" in LexborHTMLParser(page).css_first(".banner").text()
    assert holder(store, event.claims[0].claim).status == "confirmed"
    assert [e["event"]["status"] for e in own_desk.get("/events.json?state=confirmed").json()["events"]] == ["confirmed"]


def test_rejecting_takes_it_off_the_list_and_undoing_brings_it_back(own_desk, store):
    event = event_with(store, "capture")
    decide(own_desk, event, "reject")
    assert holder(store, event.claims[0].claim).status == "rejected"
    assert event.id not in own_desk.get("/events").text
    (judgement,) = store.judgements()
    answer = own_desk.post(f"/judgements/{judgement.id}/undo", data={"author": "Amal", "reason": "it was another village"}, follow_redirects=False)
    assert answer.status_code == 303
    assert holder(store, event.claims[0].claim).status == "draft"
    assert [j.kind for j in store.judgements()] == ["reject", "undo"], "nothing is removed"
    log = own_desk.get("/judgements").text
    assert "taken back by" in log
    assert "it was another village" in log
    again = own_desk.post(f"/judgements/{judgement.id}/undo", data=WHO)
    assert again.status_code == 409
    assert len(store.judgements()) == 2


def test_merging_and_splitting(own_desk, store):
    one, other = event_with(store, "protest"), event_with(store, "capture")
    answer = decide(own_desk, one, "merge", other=other.id)
    assert answer.status_code == 303
    merged = holder(store, one.claims[0].claim)
    assert claims(merged) == claims(one) | claims(other)
    apart = other.claims[0].claim
    answer = decide(own_desk, merged, "split", claim=[apart])
    assert answer.status_code == 303
    assert apart not in claims(holder(store, one.claims[0].claim))
    assert [j.kind for j in store.judgements()] == ["merge", "split"]


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        ({"kind": "confirm", "author": " "}, "author"),
        ({"kind": "confirm", "reason": ""}, "reason"),
        ({"kind": "split"}, "tick the claims"),
        ({"kind": "split", "claim": "of another event"}, "tick the claims"),
        ({"kind": "merge"}, "choose the event"),
        ({"kind": "merge", "other": "nothing"}, "choose the event"),
        ({"kind": "delete"}, "confirm, reject, split or merge"),
        ({}, "confirm, reject, split or merge"),
    ],
)
def test_an_incomplete_decision_is_told_and_not_written(own_desk, store, form, problem):
    event = event_with(store, "protest")
    answer = own_desk.post(f"/events/{event.id}", data={**WHO, "seen": seen(own_desk, event), **form})
    assert answer.status_code == 422
    page = LexborHTMLParser(answer.text)
    assert problem in page.css_first(".problem").text()
    assert page.css_first("input[name=author]").attributes["value"] == form.get("author", WHO["author"]), "what was typed is kept"
    assert store.judgements() == ()


def test_an_event_that_changed_meanwhile_is_not_decided_on(own_desk, store):
    event = event_with(store, "protest")
    old = seen(own_desk, event)
    decide(own_desk, event, "confirm")
    answer = own_desk.post(f"/events/{event.id}", data={"kind": "reject", "seen": old, **WHO})
    assert answer.status_code == 409
    assert "nothing was decided" in answer.text
    assert [j.kind for j in store.judgements()] == ["confirm"]


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9999"])
def test_another_sites_form_is_refused(own_desk, store, origin):
    event = event_with(store, "protest")
    form = {"kind": "confirm", "seen": seen(own_desk, event), **WHO}
    answer = own_desk.post(f"/events/{event.id}", data=form, headers={"origin": origin})
    assert answer.status_code == 403
    assert store.judgements() == ()
    assert own_desk.post(f"/events/{event.id}", data=form, headers={"origin": "http://127.0.0.1:8000"}, follow_redirects=False).status_code == 303


def test_the_name_is_remembered_in_any_script(own_desk, store):
    decide(own_desk, event_with(store, "protest"), "confirm", author="ليلى <b>")
    page = LexborHTMLParser(own_desk.get(f"/events/{event_with(store, 'capture').id}").text)
    assert page.css_first("#judge input[name=author]").attributes["value"] == "ليلى <b>"


@pytest.mark.parametrize("path", ["/events/nothing", "/judgements/nothing/undo"])
def test_deciding_on_nothing_is_404(own_desk, store, path):
    assert own_desk.post(path, data={"kind": "confirm", **WHO}).status_code == 404


def test_undoing_needs_a_name_and_a_reason(own_desk, store):
    decide(own_desk, event_with(store, "protest"), "confirm")
    (judgement,) = store.judgements()
    assert own_desk.post(f"/judgements/{judgement.id}/undo", data={"author": "", "reason": "x"}).status_code == 422
    assert len(store.judgements()) == 1


def test_decisions_are_data_too(own_desk, store):
    decide(own_desk, event_with(store, "protest"), "confirm", reason="=cmd()")
    found = own_desk.get("/judgements.json").json()
    assert (found["count"], found["judgements"][0]["undone"]) == (1, False)
    assert "'=cmd()" in own_desk.get("/judgements.csv").text


def test_a_decision_outlives_a_later_report(own_desk, store):
    event = event_with(store, "protest")
    decide(own_desk, event, "reject")
    rebuild_events(store)
    assert holder(store, event.claims[0].claim).status == "rejected"
    assert len(markings()) == len(list(store.reports()))


def page_of(desk, path):
    return LexborHTMLParser(desk.get(path).text)


def test_the_next_draft_is_one_link_away_until_none_is_left(own_desk, store):
    listed = [e["event"]["id"] for e in own_desk.get("/events.json?state=draft").json()["events"]]
    at, passed = listed[0], []
    for left in range(len(listed) - 1, -1, -1):
        event = store.event(at)
        passed.append(at)
        there = decide(own_desk, event, "confirm").headers["location"]
        banner = page_of(own_desk, there).css_first(".banner")
        if left:
            assert f"{left} left" in banner.text()
            at = banner.css_first("a[rel=next]").attributes["href"].removeprefix("/events/")
        else:
            assert "No draft is left" in banner.text()
    assert passed == listed, "in the order of the list"
    assert own_desk.get("/events.json?state=draft").json()["count"] == 0


def test_behind_the_last_draft_comes_the_first(own_desk, store):
    listed = [e["event"]["id"] for e in own_desk.get("/events.json?state=draft").json()["events"]]
    banner = page_of(own_desk, f"/events/{listed[-1]}").css_first(".banner")
    assert banner.css_first("a[rel=next]").attributes["href"] == f"/events/{listed[0]}"
    assert f"{len(listed) - 1} other" in banner.text()


def test_what_is_wrong_with_a_decision_is_shown_where_the_eye_lands(own_desk, store):
    event = event_with(store, "protest")
    form = page_of(own_desk, f"/events/{event.id}").css_first("form#judge")
    assert form.attributes["action"] == f"/events/{event.id}#judge"
    answer = decide(own_desk, event, "merge")
    assert answer.status_code == 422
    again = LexborHTMLParser(answer.text).css_first("form#judge")
    assert "choose the event" in again.css_first(".problem").text()
    assert again.css_first("input[name=reason]").attributes["value"] == WHO["reason"], "what was typed is kept"


def test_who_comes_too_late_is_led_back_to_what_changed(own_desk, store):
    event = event_with(store, "protest")
    stale = {"kind": "reject", "seen": seen(own_desk, event), **WHO}
    decide(own_desk, event, "confirm")
    refused = LexborHTMLParser(own_desk.post(f"/events/{event.id}", data=stale).text)
    assert refused.css_first("main a").attributes["href"] == f"/events/{event.id}"
    (judgement,) = store.judgements()
    own_desk.post(f"/judgements/{judgement.id}/undo", data=WHO)
    twice = LexborHTMLParser(own_desk.post(f"/judgements/{judgement.id}/undo", data=WHO).text)
    assert twice.css_first("main a").attributes["href"] == "/judgements"


def test_the_merge_menu_tells_like_events_apart(own_desk, store):
    event = event_with(store, "protest")
    offered = {o.attributes["value"]: o.text() for o in page_of(own_desk, f"/events/{event.id}").css("select[name=other] option") if o.attributes["value"]}
    strike = event_with(store, "air_strike")
    assert offered[strike.id] == "2024-06-04 · air strike · Vovchansk; Kharkiv Oblast · Military forces of Russia · 2 reports · injured: 7"
