"""Agreements and the outlook: up to a day, step by step, and what past outlooks were worth."""

import csv
import io
from datetime import date

import pytest
from fastapi.testclient import TestClient
from made_by_hand import Marking
from selectolax.lexbor import LexborHTMLParser

from sijill.desk import create_app
from sijill.pipeline import rebuild_events
from sijill.records import Report
from sijill.store import open_store

HOME = "http://127.0.0.1:8000"


def tree(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def text(node):
    return " ".join(node.text().split())


def truce(number, day, words, type_, **more):
    m = Marking(Report(f"truce-{number}", words, None, day, "Truce Watch"))
    m.claim(type_, words, by=[("saf", "The army")], to=[("rsf", "RSF")], **more)
    return m


def talks():
    yield truce(1, "2024-05-01", "The army and the RSF signed a truce", "agreement")
    yield truce(2, "2024-05-02", "The army and the RSF began to observe the truce", "agreement")
    yield truce(3, "2024-05-09", "The army and the RSF broke the truce at Kutum", "ceasefire_violation", places=[("kutum", "Kutum")])
    yield truce(4, "2024-05-20", "The army and the RSF may extend it", "agreement", modality="possible")


def strikes():
    """One strike a month of 2023 with a toll that rises, and a warning at the end of the year."""
    for month in range(1, 13):
        words = f"Shells killed {month} people in Kutum"
        m = Marking(Report(f"shells-{month:02}", words, None, f"2023-{month:02}-16", "Darfur Wire"))
        m.claim("shelling", words, places=[("kutum", "Kutum")], when=("Kutum", f"2023-{month:02}-15", f"2023-{month:02}-16"), counts=[("killed", f"{month} people", "exact", (month,) * 3)])
        yield m
    words = "Residents fear another attack on Kutum"
    m = Marking(Report("fear", words, None, "2023-12-30", "Darfur Wire"))
    m.claim("warning", words, places=[("kutum", "Kutum")], says=("Residents", "witness"), modality="possible")
    yield m


@pytest.fixture
def filled_with(tmp_path):
    def fill(*marked):
        path = tmp_path / "store.sqlite"
        with open_store(str(path)) as store:
            for m in marked:
                store.add(m.report, m.reading())
            rebuild_events(store)
        return TestClient(create_app(str(path)), base_url=HOME), path

    return fill


def test_an_agreements_life_is_shown_step_by_step(filled_with):
    desk, _ = filled_with(*talks())
    (life,) = tree(desk, "/situation/agreements").css(".life")
    steps = [(text(s.css_first(".day")), text(s.css_first("b")), "unsure" in s.attributes["class"]) for s in life.css(".steps li")]
    assert steps == [("2024-05-01", "announced", False), ("2024-05-02", "in force", False), ("2024-05-09", "breached", False), ("2024-05-20", "extended", True)]
    assert "breached since 2024-05-09" in text(life)
    assert "1 breach told" in text(life)
    link = life.css_first(".steps a").attributes["href"]
    assert tree(desk, link.split("#")[0]).css_first(f"#{link.split('#')[1]}") is not None


def test_on_an_earlier_day_the_rest_of_its_life_is_not_known(filled_with):
    desk, _ = filled_with(*talks())
    found = desk.get("/situation/agreements.json?on=2024-05-03").json()
    assert [(a["state"], len(a["steps"])) for a in found["agreements"]] == [("in force", 2)]
    rows = list(csv.DictReader(io.StringIO(desk.get("/situation/agreements.csv").text.removeprefix("\ufeff"))))
    assert [r["step"] for r in rows] == ["announced", "in force", "breached", "extended"]
    assert desk.get("/situation/agreements.json?state=collapsed").json()["count"] == 0
    assert desk.get("/situation/agreements.json?party=rapid+support&place=kutum").json()["count"] == 1


def test_a_warning_stands_in_its_own_words(desk):
    page = tree(desk, "/situation/outlook")
    assert "Residents fear a ground assault in the coming days" in text(page.css_first("table"))
    assert "possible" in text(page.css_first("table"))
    assert "North Darfur, Sudan" in text(page.css_first("table"))


def test_areas_without_a_history_are_listed_with_what_they_lack(desk):
    short = text(tree(desk, "/situation/outlook").css_first("details.short"))
    assert "North Darfur, Sudan: only" in short


def test_ranges_stand_beside_their_base_rate(filled_with):
    desk, _ = filled_with(*strikes())
    page = tree(desk, "/situation/outlook?on=2023-12-31&place=north+darfur")
    deaths = next(s for s in page.css(".ranges") if "people killed" in text(s))
    rows = [[text(td) for td in r.css("th, td")] for r in deaths.css("tbody tr")]
    assert len(rows) == 2, "two baselines; the three months are the same to each"
    own = next(r for r in rows if r[0] == "2024-01 – 2024-03" and r[1] == "own last 12 months")
    assert (own[2], own[3]) == ("2–11", "6")
    assert own[5] == "0 % reach 25"
    assert own[6].startswith("0.0 % of ")
    assert deaths.css_first("svg.range").attributes["aria-label"] == "2 to 11, middle 6"
    data = desk.get("/situation/outlook.json?on=2023-12-31&place=north+darfur").json()
    table = list(csv.DictReader(io.StringIO(desk.get("/situation/outlook.csv?on=2023-12-31&place=north+darfur").text.removeprefix("\ufeff"))))
    assert [o["id"] for o in data["report"]["outlooks"]] == [r["id"] for r in table]
    assert len(table) == 12, "two measures, two baselines, three months"
    assert {r["area"] for r in table} == {"Sudan / North Darfur"}


def test_a_kept_outlook_is_scored_when_its_month_is_over(filled_with):
    desk, path = filled_with(*strikes())
    answer = desk.post("/situation/outlook", data={"on": "2023-10-31"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/situation/outlook?on=2023-10-31")
    with open_store(str(path)) as store:
        kept = len(store.outlooks())
    assert kept == 24, "two areas, two measures, two baselines, three months"
    desk.post("/situation/outlook", data={"on": "2023-10-31"})
    early = desk.get("/situation/outlook.json?on=2023-10-31").json()
    assert (len(early["scored"]), early["waiting"]) == (0, kept)
    assert "24 kept outlooks wait" in text(tree(desk, "/situation/outlook?on=2023-10-31").css_first("main"))
    later = desk.get("/situation/outlook.json?on=2023-12-31").json()
    assert {(s["score"]["month"], s["score"]["observed"]) for s in later["scored"] if s["score"]["measure"] == "deaths"} == {("2023-11-01", 11), ("2023-12-01", 12)}
    page = tree(desk, "/situation/outlook?on=2023-12-31")
    rows = [r for r in page.css("tbody tr") if "2023-12" in text(r) and "deaths" in text(r)]
    assert rows
    assert "no" in text(rows[0].css("td")[-1]), "twelve dead lie above what had been"
    assert later["waiting"] == 8, "January is not over"


def test_keeping_on_a_day_that_is_none_keeps_nothing(filled_with):
    desk, path = filled_with(*strikes())
    assert desk.post("/situation/outlook", data={"on": "soon"}).status_code == 400
    assert desk.post("/situation/outlook", data={"on": "2023-10-31"}, headers={"origin": "http://evil.example"}).status_code == 403
    with open_store(str(path)) as store:
        assert store.outlooks() == ()


def test_the_outlook_of_a_past_day_knows_nothing_of_later_warnings(filled_with):
    desk, _ = filled_with(*strikes())
    assert desk.get("/situation/outlook.json?on=2023-11-30").json()["report"]["warnings"] == []
    assert desk.get(f"/situation/outlook.json?on={date(2023, 12, 31)}").json()["report"]["warnings"][0]["claimant"] == "Residents"
