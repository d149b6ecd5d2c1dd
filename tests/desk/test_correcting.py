"""Correcting a claim: a person's values stand beside the machine's, never in place of its words, and can be taken back."""

import csv
import io

import pytest
from form_filling import ARABIC, KUTUM, VOVCHANSK, WHO, claim, fields, opened, page, problem, save, text, url
from made_by_hand import markings
from selectolax.lexbor import LexborHTMLParser

from sijill.pipeline import rebuild_events
from sijill.store import open_store


@pytest.fixture
def store(own_store):
    with open_store(str(own_store)) as opened:
        rebuild_events(opened)
        yield opened


def test_every_value_can_be_corrected(own_desk, store):
    was = claim(store, KUTUM)
    answer = save(
        own_desk, KUTUM, was, type="air_strike", modality="possible", when__first="2024-06-02", when__last="2024-06-03", place__0__name="Mellit", place__0__id="", place__0__lat="14.13",
        place__0__lon="25.55", place__0__admin="Sudan / North Darfur", place__0__precision="2", count__0__quantifier="about", count__0__low="10", count__0__best="14", count__0__high="20",
        to__0__name="traders", to__0__kind="civilians", says__name="the hospital", says__kind="medic",
    )  # fmt: skip
    assert answer.status_code == 303, answer.text
    now = claim(store, KUTUM)
    assert (now.type, now.modality, now.when.start.isoformat(), now.when.end.isoformat(), now.when.precision) == ("air_strike", "possible", "2024-06-02", "2024-06-04", "range")
    place = now.places[0]
    assert (place.name, place.id, place.lat, place.lon, place.precision, place.admin) == ("Mellit", None, 14.13, 25.55, 2, ("Sudan", "North Darfur"))
    count = now.counts[0]
    assert (count.low, count.best, count.high, count.quantifier) == (10, 14, 20, "about")
    assert (now.to[0].name, now.claimant.name, now.claimant.kind) == ("traders", "the hospital", "medic")
    assert now.counts[1] == was.counts[1], "what was not touched is the same"
    assert (now.evidence, now.score) == (was.evidence, 1.0)
    assert {m.text for m in now.mentions()} == {m.text for m in was.mentions()}, "every value keeps the words that it was read from"
    assert answer.headers["location"] == f"{url(KUTUM)}?claim={now.id}#claim-{now.id}"


def test_the_machines_claim_stays_and_is_shown_beside(own_desk, store):
    was = claim(store, KUTUM)
    save(own_desk, KUTUM, was, count__0__low="15")
    (made,) = store.corrections()
    assert (made.replaced, made.correction.author, made.correction.reason) == (was, WHO["author"], WHO["reason"])
    card = page(own_desk, url(KUTUM)).css_first(f"#claim-{claim(store, KUTUM).id}")
    assert "corrected by Olena K." in text(card.css_first("header"))
    assert "machine’s guess" not in text(card)
    assert "at least 15" in text(card.css_first(".values"))
    assert "machine: killed (civilian) at least 12" in text(card.css_first(".past .changes"))
    assert "the hospital's list" in text(card.css_first(".past"))
    holder = next(e for e in store.events() if claim(store, KUTUM).id in {ref.claim for ref in e.claims})
    assert any(t.low == 15 for t in holder.toll), "events follow from what stands"
    voices = page(own_desk, f"/events/{holder.id}")
    assert "corrected by Olena K." in text(voices.css_first(f"#claim-{claim(store, KUTUM).id}"))


def test_a_correction_is_listed_and_can_be_taken_back(own_desk, store):
    was = claim(store, KUTUM)
    save(own_desk, KUTUM, was, type="attack")
    (made,) = store.corrections()
    log = page(own_desk, "/judgements")
    assert "was: shelling now: attack" in text(log.css_first(".changes"))
    action = next(f.attributes["action"] for f in log.css("form") if "corrections" in f.attributes["action"])
    answer = own_desk.post(action, data={"author": "Amal", "reason": "it was shelling after all"}, follow_redirects=False)
    assert answer.status_code == 303
    now = claim(store, KUTUM)
    assert (now.type, now.score, now.why) == (was.type, was.score, was.why)
    assert len(store.corrections()) == 2, "nothing is removed"
    log = page(own_desk, "/judgements")
    assert "taken back by Amal" in text(log.css_first("tr.undone"))
    assert len(log.css("tr.undone")) == 1
    card = page(own_desk, url(KUTUM)).css_first(f"#claim-{now.id}")
    assert "machine’s guess" in text(card)
    assert "taken back" in text(card.css_first(".past"))
    assert own_desk.post(action, data=WHO).status_code == 409
    assert own_desk.post(f"/corrections/{made.correction.claim.id}x/undo", data=WHO).status_code == 404


def test_only_the_latest_correction_can_be_taken_back(own_desk, store):
    save(own_desk, KUTUM, claim(store, KUTUM), type="attack")
    first = claim(store, KUTUM).id
    save(own_desk, KUTUM, claim(store, KUTUM), type="grenade", reason="fragments found")
    assert own_desk.post(f"/corrections/{first}/undo", data=WHO).status_code == 409
    assert "corrected again since" in text(page(own_desk, "/judgements").css_first("main"))
    assert own_desk.post(f"/corrections/{claim(store, KUTUM).id}/undo", data={"author": "", "reason": "x"}).status_code == 422
    assert own_desk.post(f"/corrections/{claim(store, KUTUM).id}/undo", data=WHO, follow_redirects=False).status_code == 303
    assert claim(store, KUTUM).type == "attack", "back to the correction before, not to the machine"


def test_a_confirmed_event_stays_confirmed_when_its_claim_is_corrected(own_desk, store):
    from sijill.desk.review import new_judgement

    was = claim(store, VOVCHANSK)
    holder = next(e for e in store.events() if was.id in {ref.claim for ref in e.claims})
    store.judge(new_judgement("confirm", tuple(ref.claim for ref in holder.claims), "Amal", "seen"))
    rebuild_events(store)
    save(own_desk, VOVCHANSK, was, count__0__best="3")
    now = claim(store, VOVCHANSK)
    assert now.counts[0].low == now.counts[0].best == now.counts[0].high == 3
    assert next(e for e in store.events() if now.id in {ref.claim for ref in e.claims}).status == "confirmed"


def test_a_place_is_chosen_from_those_that_bear_the_name(own_desk, store):
    was = claim(store, KUTUM)
    sent = {**opened(own_desk, KUTUM, was), **WHO, "place.0.name": "El Fasher", "act": "find"}
    answer = own_desk.post(url(KUTUM), data=sent)
    assert answer.status_code == 200
    shown = LexborHTMLParser(answer.text)
    menu = shown.css_first("select[name='place.0.pick']")
    fasher = next(o for o in menu.css("option") if "North Darfur" in o.text() or "Northern Darfur" in o.text())
    assert store.corrections() == (), "looking up saves nothing"
    assert fields(shown)["reason"] == WHO["reason"], "what was typed is kept"
    answer = own_desk.post(url(KUTUM), data={**sent, "act": "save", "place.0.pick": fasher.attributes["value"]}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    place = claim(store, KUTUM).places[0]
    assert (place.id, round(place.lat), round(place.lon), place.precision) == (fasher.attributes["value"], 14, 25, 1)
    assert place.mention.text == "Kutum"


def test_a_place_that_has_no_id_can_be_chosen_too(own_desk, store):
    was = claim(store, KUTUM)
    sent = {**opened(own_desk, KUTUM, was), **WHO, "place.0.name": "Atarib", "act": "find"}
    menu = LexborHTMLParser(own_desk.post(url(KUTUM), data=sent).text).css_first("select[name='place.0.pick']")
    atarib = next(o.attributes["value"] for o in menu.css("option") if "Syria" in o.text())
    assert own_desk.post(url(KUTUM), data={**sent, "act": "save", "place.0.pick": atarib}, follow_redirects=False).status_code == 303
    place = claim(store, KUTUM).places[0]
    assert (place.admin[0], round(place.lat), round(place.lon)) == ("Syria", 36, 37)
    answer = save(own_desk, KUTUM, claim(store, KUTUM), place__0__name="Mellit", place__0__pick=atarib + "0")
    assert "look the name up again" in problem(answer)


def test_a_place_can_be_given_by_its_id_or_made_a_mere_name(own_desk, store):
    save(own_desk, KUTUM, claim(store, KUTUM), place__0__id="geonames:170063", place__0__name="Aleppo")
    assert claim(store, KUTUM).places[0].admin[0] == "Syria"
    save(own_desk, KUTUM, claim(store, KUTUM), place__0__id="", place__0__lat="", place__0__lon="", place__0__precision="")
    place = claim(store, KUTUM).places[0]
    assert (place.lat, place.lon, place.id, place.precision) == (None, None, None, None)


def test_values_that_the_machine_missed_are_added_with_their_words(own_desk, store):
    was = claim(store, KUTUM, 3)
    assert (was.by, was.counts) == ((), ())
    answer = save(
        own_desk, KUTUM, was, by__0__name="RSF", by__0__words="Rapid Support Forces", count__0__measure="killed", count__0__quantifier="unstated", count__0__unit="person",
        count__0__status="unknown", place__1__name="Tina", place__1__role="to", place__1__words="Tina",
    )  # fmt: skip
    assert answer.status_code == 303, answer.text
    now = claim(store, KUTUM, 3)
    assert (now.by[0].id, now.by[0].name, now.by[0].mention.text) == ("rsf", "Rapid Support Forces", "Rapid Support Forces")
    assert now.counts[0].mention.text == now.evidence.quote, "without words it rests on the whole clause"
    assert (now.places[1].name, now.places[1].lat, now.places[1].role) == ("Tina", None, "to")


def test_values_are_left_out(own_desk, store):
    save(own_desk, KUTUM, claim(store, KUTUM), place__0__drop="1", when__drop="1", count__1__drop="1", to__0__drop="1", says__name="")
    now = claim(store, KUTUM)
    assert (now.places, now.when, now.to, now.claimant, len(now.counts)) == ((), None, (), None, 1)


def test_zero_is_a_number_and_none_is_none(own_desk, store):
    save(own_desk, KUTUM, claim(store, KUTUM), count__0__quantifier="exact", count__0__low="", count__0__best="0")
    assert (claim(store, KUTUM).counts[0].best, claim(store, KUTUM).counts[0].quantifier) == (0, "exact")
    save(own_desk, KUTUM, claim(store, KUTUM), count__0__quantifier="unstated", count__0__best="")
    assert (claim(store, KUTUM).counts[0].best, claim(store, KUTUM).counts[0].quantifier) == (None, "unstated")


def test_arabic_and_cyrillic_claims_are_corrected_too(own_desk, store):
    assert page(own_desk, f"{url(ARABIC)}?correct={claim(store, ARABIC).id}").css_first("input[name='says.name']").attributes["dir"] == "auto"
    assert save(own_desk, ARABIC, claim(store, ARABIC), says__name="مستشفى كتم", author="ليلى").status_code == 303
    assert claim(store, ARABIC).claimant.name == "مستشفى كتم"
    assert save(own_desk, VOVCHANSK, claim(store, VOVCHANSK), by__1__name="Росія", by__1__words="російські війська").status_code == 303
    assert claim(store, VOVCHANSK).by[1].mention.text == "російські війська"
    assert "ليلى" in text(page(own_desk, "/judgements").css_first("main"))


@pytest.mark.parametrize("typed", ["20000", "20 000", "20,000", "20\u202f000", "٢٠٠٠٠", "٢٠٬٠٠٠"])
def test_a_number_may_be_written_as_people_write_it(own_desk, store, typed):
    save(own_desk, KUTUM, claim(store, KUTUM), count__0__low=typed, count__0__high="")
    assert claim(store, KUTUM).counts[0].low == 20_000


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "nothing is changed"),
        ({"type": "war"}, "what"),
        ({"type": "attack", "author": " "}, "author"),
        ({"type": "attack", "reason": ""}, "reason"),
        ({"when__first": "2024-02-31"}, "is no date"),
        ({"when__first": "2024-06-09", "when__last": "2024-06-08"}, "before the first"),
        ({"when__first": "", "when__last": "2024-06-08"}, "needs a first day"),
        ({"count__0__low": "a dozen"}, "no whole number"),
        ({"count__0__low": "9", "count__0__high": "5"}, "do not rise"),
        ({"count__0__quantifier": "unstated"}, "empty the numbers"),
        ({"count__0__low": ""}, "give a number"),
        ({"count__0__quantifier": "exact", "count__0__best": "14"}, "exactly is one number"),
        ({"count__0__low": "9" * 40}, "no whole number"),
        ({"place__0__lat": "north"}, "degrees"),
        ({"place__0__lon": ""}, "both a latitude and a longitude"),
        ({"place__0__lat": "95", "place__0__id": ""}, "off the globe"),
        ({"place__0__id": "geonames:0"}, "no place file here knows"),
        ({"place__0__name": "Mellit"}, "still that of “Kutum”"),
        ({"by__0__name": "RSF", "by__0__words": "words that nobody wrote"}, "does not stand in the report"),
    ],
)
def test_what_cannot_be_is_told_and_kept_for_another_try(own_desk, store, changed, words):
    answer = save(own_desk, KUTUM, claim(store, KUTUM), **changed)
    assert words in problem(answer)
    shown = fields(LexborHTMLParser(answer.text))
    for key, value in changed.items():
        if key != "type":
            assert shown[key.replace("__", ".")] == value, "what was typed is kept"
    assert store.corrections() == ()


def test_an_infinite_point_is_no_point(own_desk, store):
    for value in ("nan", "inf"):
        assert problem(save(own_desk, KUTUM, claim(store, KUTUM), place__0__lat=value, place__0__id=""))
    assert store.corrections() == ()


def test_a_claim_that_was_corrected_meanwhile_is_not_corrected_blindly(own_desk, store):
    was = claim(store, KUTUM)
    sent = {**opened(own_desk, KUTUM, was), **WHO, "type": "attack"}
    assert own_desk.post(url(KUTUM), data=sent, follow_redirects=False).status_code == 303
    answer = own_desk.post(url(KUTUM), data={**sent, "type": "grenade"})
    assert answer.status_code == 409
    assert "nothing was changed" in answer.text
    assert claim(store, KUTUM).type == "attack"


def test_old_links_lead_to_what_now_stands(own_desk, store):
    was = claim(store, KUTUM)
    save(own_desk, KUTUM, was, type="attack")
    now = claim(store, KUTUM).id
    assert [c.attributes["id"] for c in page(own_desk, f"{url(KUTUM)}?claim={was.id}").css("article.claim.lit")] == [f"claim-{now}"]
    assert opened(own_desk, KUTUM, was)["claim"] == now


def test_another_sites_form_and_an_unknown_report_are_refused(own_desk, store):
    sent = {**opened(own_desk, KUTUM, claim(store, KUTUM)), **WHO, "type": "attack"}
    assert own_desk.post(url(KUTUM), data=sent, headers={"origin": "http://evil.example"}).status_code == 403
    assert own_desk.post("/reports/nothing", data=sent).status_code == 404
    assert own_desk.post(url(ARABIC), data=sent).status_code == 409, "the claim is of another report"
    assert page(own_desk, f"{url(KUTUM)}?correct=nothing", 404).css_first("form.correct") is None
    assert store.corrections() == ()


def test_corrections_are_data_too(own_desk, store):
    was = claim(store, KUTUM)
    save(own_desk, KUTUM, was, type="attack", when__last="2024-06-04", reason="=cmd()")
    data = own_desk.get("/corrections.json").json()
    assert (data["count"], data["corrections"][0]["replaced"]["id"], data["corrections"][0]["undone_by"]) == (1, was.id, None)
    rows = list(csv.DictReader(io.StringIO(own_desk.get("/corrections.csv").text.removeprefix("\ufeff"))))
    assert [(r["what"], r["was"], r["now"]) for r in rows] == [("what", "shelling", "attack"), ("when", "2024-06-03", "2024-06-03 – 2024-06-04")]
    assert rows[0]["reason"] == "'=cmd()"


def test_a_form_sent_as_it_stands_changes_nothing(own_desk, store):
    """For every claim of every report: what the form shows is what the claim says."""
    for m in markings():
        for made in m.claims:
            assert "nothing is changed" in problem(save(own_desk, m.report.id, made)), made
    assert store.corrections() == ()


def test_the_form_runs_nothing_of_what_a_report_says(own_desk, store):
    hostile = markings()[-1]
    shown = page(own_desk, f"{url(hostile.report.id)}?correct={hostile.claims[0].id}")
    assert [s.attributes.get("src") for s in shown.css("script")] == ["/static/desk.js"]
    assert not [n for n in shown.css("*") if any(a.startswith("on") or a == "style" for a in n.attributes)]
    assert shown.css_first("input[name='by.0.name']").attributes["value"] == '=HYPERLINK("http://evil.example")'
