"""The pages: everything shown, nothing run, every script legible."""

from urllib.parse import quote

import pytest
from made_by_hand import events_of, markings, told_by
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from sijill.desk import create_app

PAGES = ["/reports", "/events", "/events?state=all", "/map", "/judgements", "/events/e000", "/events/e007", *(f"/reports/{quote(m.report.id, safe='')}" for m in markings())]


def tree(desk, path, status=200):
    answer = desk.get(path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("text/html")
    return HTMLParser(answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_runs_what_a_report_says(desk, path):
    page = tree(desk, path)
    assert [s.attributes.get("src", "")[:8] for s in page.css("script")] in ([], ["/static/"]), "only the desk's own script, by address"
    assert not page.css("img"), "the report's image is text"
    for node in page.css("*"):
        assert not [a for a in node.attributes if a.startswith("on") or a == "style"], node.html
    for link in page.css("a"):
        assert (link.attributes["href"] or "").startswith(("/", "?", "#")), link.html


@pytest.mark.parametrize("path", [*PAGES, "/events.json", "/static/desk.css", "/nowhere"])
def test_every_answer_forbids_foreign_content(desk, path):
    policy = desk.get(path).headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_the_whole_text_of_a_report_is_shown_as_text(desk):
    for marking in markings():
        shown = tree(desk, f"/reports/{quote(marking.report.id, safe='')}").css("article.text p")
        assert [p.text() for p in shown] == [line for line in marking.report.text.split("\n") if line.strip()]
        assert all(p.attributes["dir"] == "auto" for p in shown)


def test_every_value_is_highlighted_in_its_kind(desk):
    page = tree(desk, f"/reports/{quote('wire/2024-06-03/kutum', safe='')}")
    lit = {kind: {m.text() for m in page.css(f".text mark.k-{kind}")} for kind in ("by", "to", "place", "time", "count", "claimant")}
    assert "Rapid Support Forces" in lit["by"]
    assert "civilians" in lit["to"]
    assert "Monday" in lit["time"]
    assert {"At least 12", "dozens"} <= lit["count"]
    assert "a local medic" in lit["claimant"]
    assert lit["place"]


def test_arabic_and_cyrillic_words_are_highlighted_whole(desk):
    arabic = tree(desk, f"/reports/{quote('قناة-كتم-412')}")
    assert "كتم" in {m.text() for m in arabic.css(".text mark.k-place")}
    assert arabic.css_first("article.text").attributes["lang"] == "ar"
    cyrillic = tree(desk, "/reports/obl-2024-06-05-1")
    assert "Вовчанську" in {m.text() for m in cyrillic.css(".text mark.k-place")}


def test_a_claim_named_in_the_address_is_lit_without_javascript(desk):
    claim = markings()[0].claims[0].id
    page = tree(desk, f"/reports/{quote('wire/2024-06-03/kutum', safe='')}?claim={claim}")
    assert [c.attributes["id"] for c in page.css("article.claim.lit")] == [f"claim-{claim}"]
    assert page.css(".text mark.lit")
    assert page.css_first(f"#words-{claim}") is not None


def test_a_report_shows_what_could_not_be_placed(desk):
    page = tree(desk, f"/reports/{quote('wire/2024-06-03/kutum', safe='')}")
    assert "two places are called Tina" in page.css_first("section").text()


def test_zero_vague_and_unstated_read_differently(desk):
    rows = {r.css_first("th a").text(): r.css("td")[3].text() for r in tree(desk, "/events").css("tbody tr")}
    assert "none (0)" in rows["interception"]
    assert "said, number not given" in rows["casualties"]
    assert "no toll said" in rows["capture"]
    assert "said, number not given" in rows["shelling"]
    assert "at least 12" in rows["shelling"]


def test_drafts_and_decisions_look_different(desk):
    rows = {r.css_first("th a").text(): r for r in tree(desk, "/events?state=all").css("tbody tr")}
    assert rows["shelling"].css_first(".chip.draft")
    assert rows["air strike"].css_first(".chip.confirmed")
    assert rows["agreement"].css_first(".chip.rejected")
    assert "machine’s guess" in tree(desk, "/events/e000").css_first(".voices").text()
    assert "Nobody has confirmed or rejected it" in tree(desk, "/events/e000").css_first(".banner").text()


def test_an_event_shows_each_voice_with_its_words(desk):
    page = tree(desk, "/events/e000")
    voices = [v.css_first("h3 bdi").text() for v in page.css(".voice")]
    assert set(voices) == {"a local medic", "The army", "The RSF", "غرفة طوارئ كتم", "قوات الدعم السريع"}
    for card in page.css(".voice article"):
        link = card.css_first("p a").attributes["href"]
        words = tree(desk, link.split("#")[0])
        assert words.css(f"#{link.split('#')[1]}"), "the link leads to the words"


def test_an_event_shows_its_disputes_and_each_figure(desk):
    page = tree(desk, "/events/e000")
    disputes = " ".join(section.text() for section in page.css("section.dispute"))
    assert "Who did it?" in disputes
    assert "How many?" in disputes
    assert "at least 15" in page.css_first("table.list").text()


def test_a_page_without_a_store_says_what_to_do(tmp_path):
    from fastapi.testclient import TestClient

    with TestClient(create_app(str(tmp_path / "none.sqlite")), base_url="http://127.0.0.1") as client:
        answer = client.get("/events")
    assert answer.status_code == 500
    assert "there is no store" in answer.text
    assert not (tmp_path / "none.sqlite").exists()


@pytest.mark.parametrize("path", ["/events/nothing", "/reports/nothing", "/nowhere", "/events/x.json"])
def test_what_is_not_there_is_404(desk, path):
    assert desk.get(path).status_code == 404


def test_another_name_for_this_machine_is_refused(desk):
    assert desk.get("/events", headers={"host": "evil.example"}).status_code == 400


def test_the_empty_store_says_how_to_fill_it(tmp_path):
    from fastapi.testclient import TestClient

    from sijill.store import open_store

    with open_store(str(tmp_path / "new.sqlite")):
        pass
    with TestClient(create_app(str(tmp_path / "new.sqlite")), base_url="http://127.0.0.1") as client:
        assert "sijill add" in client.get("/reports").text
        assert client.get("/map").status_code == client.get("/judgements").status_code == 200
        assert client.get("/events.json").json() == {"count": 0, "undated_left_out": 0, "events": []}


def test_the_map_page_says_what_it_lacks(desk):
    page = tree(desk, "/map")
    assert page.css_first("#map").attributes["data-events"] == "/map.geojson"
    aside = page.css_first("aside").text()
    assert "casualties" in aside
    assert "no point is guessed" in aside
    located = {f["id"] for f in desk.get("/map.geojson").json()["features"]}
    assert located == {e.id for e in events_of(told_by(markings())) if e.status != "rejected" and any(p.lat is not None for p in e.places)}


SHOWN = ["/events", "/reports", "/judgements", "/events/e000", "/reports/wire%2F2024-06-03%2Fkutum", *(f"/situation/{name}" for name in ("control", "harm", "forces", "displacement", "disputes", "outlook"))]


@pytest.mark.parametrize("path", SHOWN)
def test_a_table_that_becomes_a_stack_on_a_phone_still_says_what_each_value_is(desk, path):
    for table in tree(desk, path).css("table"):
        assert "stack" in table.attributes["class"].split(), path
        for cell in table.css("tbody td"):
            assert "data-label" in cell.attributes or cell.css_first("svg"), cell.html


@pytest.mark.parametrize(("path", "link"), [("/events?type=riot", "/events?state=all"), ("/reports?words=zzz", "/reports"), ("/situation/harm?place=nowhere", "/situation/harm"), ("/judgements", "/events?state=draft")])
def test_a_list_without_rows_leads_on(desk, path, link):
    assert tree(desk, path).css_first(".empty a").attributes["href"] == link
    assert desk.get(link).status_code == 200
