"""Harm, moves and disputes: each row linked to its words, each kind of nothing apart, the same rows as data."""

import csv
import io

import pytest
from selectolax.lexbor import LexborHTMLParser

PAGES = ("/situation/harm", "/situation/forces", "/situation/disputes")


def tree(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def table(desk, path):
    return list(csv.DictReader(io.StringIO(desk.get(path).text.removeprefix("\ufeff"))))


def text(node):
    return " ".join(node.text().split())


def test_civilians_killed_and_injured_are_told_apart_from_nothing_said(desk):
    rows = {r.css_first("th a").attributes["href"]: r for r in tree(desk, "/situation/harm").css("tbody tr")}
    killed, injured = rows["/events/e000"].css("td")[:2]
    assert text(killed) == "at least 12"
    assert text(injured) == "said, number not given"
    protest = rows["/events/e015"].css("td")
    assert (text(protest[0]), text(protest[1])) == ("not said", "none (0)")
    assert "/events/e014" not in rows, "an analyst rejected it"


def test_a_market_harmed_leads_to_its_word(desk):
    page = tree(desk, "/situation/harm?thing=market")
    (row,) = page.css("tbody tr")
    link = next(a for a in row.css("td a") if "market" in a.text())
    words = tree(desk, link.attributes["href"].split("#")[0])
    assert words.css_first("#" + link.attributes["href"].split("#")[1]) is not None
    assert "markets 1" in text(page.css_first(".tally-line"))
    assert desk.get("/situation/harm.json?thing=school").json()["count"] == 0


@pytest.mark.parametrize("query", ["", "?place=kutum", "?type=shelling", "?since=2024-06-04", "?actor=nobody"])
@pytest.mark.parametrize(("path", "key"), [("/situation/harm", "rows"), ("/situation/forces", "moves")])
def test_page_json_and_csv_have_the_same_rows(desk, path, key, query):
    data = desk.get(f"{path}.json{query}").json()
    ids = [row["happening"]["id"] if "happening" in row else row["event"] for row in data[key]]
    links = [next(a.attributes["href"] for a in r.css("a") if a.attributes["href"].startswith("/events/")).removeprefix("/events/") for r in tree(desk, path + query).css("tbody tr")]
    assert ids == links == [r["event"] for r in table(desk, f"{path}.csv{query}")]
    assert data["count"] == len(ids)


def test_a_move_says_who_where_to_and_that_nobody_counts(desk):
    (row,) = tree(desk, "/situation/forces").css("tbody tr")
    assert text(row.css_first("th")) == "Military forces of Syria"
    assert "→ Al-Atarib" in text(row)
    assert "nobody says" in text(row)
    (data,) = table(desk, "/situation/forces.csv")
    assert (data["to"], data["how_many"], data["state"], data["first_day"]) == ("Al-Atarib", "", "told", "")


def test_a_move_without_a_day_is_counted_when_days_are_asked_for(desk):
    assert desk.get("/situation/forces.json?since=2024-01-01").json() == {"count": 0, "undated_left_out": 1, "moves": []}
    assert "1 more would match but for having no day" in text(tree(desk, "/situation/forces?since=2024-01-01").css_first("main"))
    assert desk.get("/situation/forces.json?told=planned").json()["count"] == 0


def test_a_dispute_shows_its_camps_side_by_side(desk):
    page = tree(desk, "/situation/disputes")
    rows = {text(r.css_first(".question")): r for r in page.css("tbody tr")}
    assert list(rows) == ["Who did it?", "How many?"]
    camps = {text(c.css_first("b")): [text(v) for v in c.css(".line")] for c in rows["Who did it?"].css(".camp")}
    assert camps == {"Rapid Support Forces did it": ["The army"], "Rapid Support Forces did not": ["The RSF", "قوات الدعم السريع"]}
    assert {text(c.css_first("b")) for c in rows["How many?"].css(".camp")} == {"at least 12 killed", "at least 15 killed"}
    for link in rows["Who did it?"].css(".camp a"):
        at, words = link.attributes["href"].split("#")
        assert tree(desk, at).css_first(f"#{words}") is not None


def test_those_who_deny_it_stand_apart_with_their_words():
    from sijill.desk.situation.disputes import camps
    from sijill.records import ClaimRef, Position

    said = [("medics", "says: the school was hit"), ("army", "denies: no school was hit"), ("residents", "says: a rocket fell on it")]
    positions = tuple(Position(who, words, ClaimRef("r", f"c{n}")) for n, (who, words) in enumerate(said))
    found = camps(positions)
    assert [(c.says, c.tone, [(v.position.claimant, v.words) for v in c.voices]) for c in found] == [
        ("It happened", "yes", [("medics", "the school was hit"), ("residents", "a rocket fell on it")]),
        ("It did not happen", "no", [("army", "no school was hit")]),
    ]


def test_disputes_as_data_have_a_row_a_position(desk):
    data = desk.get("/situation/disputes.json").json()
    rows = table(desk, "/situation/disputes.csv")
    assert data["count"] == 2
    assert [(r["about"], r["claimant"]) for r in rows] == [(d["about"], p["claimant"]) for d in data["disputes"] for p in d["positions"]]
    assert [d["about"] for d in desk.get("/situation/disputes.json?about=toll").json()["disputes"]] == ["toll"]


def test_words_of_any_script_run_their_own_way(desk):
    voice = next(a for a in tree(desk, "/situation/disputes").css(".camp a") if "الدعم" in a.text())
    assert voice.css_first("bdi") is not None, "isolated, so that it does not turn its neighbours round"


@pytest.mark.parametrize("path", PAGES)
def test_a_code_that_is_none_is_told(desk, path):
    key = {"harm": "thing", "forces": "told", "disputes": "about"}[path.rpartition("/")[2]]
    answer = desk.get(f"{path}?{key}=nonsense")
    assert answer.status_code == 400
    assert key in LexborHTMLParser(answer.text).css_first(".problem").text()
