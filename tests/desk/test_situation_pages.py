"""The situation's tables: who holds what and who was displaced, each word linked, each kind of nothing apart."""

import csv
import io

import pytest
from selectolax.lexbor import LexborHTMLParser


def tree(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def table(desk, path):
    return list(csv.DictReader(io.StringIO(desk.get(path).text.removeprefix("\ufeff"))))


def test_the_first_page_is_control(desk):
    assert desk.get("/situation", follow_redirects=False).headers["location"] == "/situation/control"


def test_captured_villages_are_held_as_told_by_the_monitor(desk):
    rows = {r.css_first("th bdi").text(): r for r in tree(desk, "/situation/control").css("tbody tr")}
    assert {"Anadan", "Hayyan", "Tell Sidra"} <= set(rows)
    assert "held" in rows["Anadan"].text()
    assert "Hay’at Tahrir al-Sham" in rows["Anadan"].text()
    assert "(not located)" in rows["Tell Sidra"].text()
    link = rows["Anadan"].css("td a")[0].attributes["href"]
    assert tree(desk, link.split("#")[0]).css(f"#{link.split('#')[1]}"), "the link leads to the words"


def test_a_day_before_the_news_knows_nothing(desk):
    assert desk.get("/situation/control.json?on=2024-06-10").json()["count"] == 0
    answer = desk.get("/situation/control.json").json()
    assert answer["on"] == "2024-11-29", "the day of the newest report"
    later = desk.get("/situation/control.json?on=2025-11-29").json()
    assert {p["state"] for p in later["places"]} == {"unknown"}, "news grows old"


def test_hindsight_is_asked_for_by_name(desk):
    assert desk.get("/situation/control.json?on=2024-11-28").json()["count"] == 0, "the report came a day later"
    assert desk.get("/situation/control.json?on=2024-11-28&known=2024-11-29").json()["count"] >= 3


def test_control_as_data_has_the_rows_of_the_page(desk):
    for query in ("", "?place=anadan", "?holder=hay%27at", "?state=unknown"):
        names = [p["place"]["name"] for p in desk.get(f"/situation/control.json{query}").json()["places"]]
        assert names == [r["place"] for r in table(desk, f"/situation/control.csv{query}")]
        assert len(names) == len(tree(desk, f"/situation/control{query}").css("tbody tr"))
    located = desk.get("/situation/control.geojson").json()
    assert {f["properties"]["name"] for f in located["features"]} >= {"Anadan", "Hayyan"}
    assert "Tell Sidra" in {u["name"] for u in located["unlocated"]}


def test_families_become_persons_with_the_factor_shown(desk):
    row = next(r for r in tree(desk, "/situation/displacement").css("tbody tr") if "Some 400 families" in r.text())
    assert "× 5.6" in row.text()
    assert "2240" in row.text()
    data = next(r for r in table(desk, "/situation/displacement.csv"))
    assert (data["best"], data["state"], data["kind"], data["area"]) == ("2240", "number", "flow", "Sudan / North Darfur / Kutum")
    assert (data["first_day"], data["last_day"]) == ("2024-06-01", "2024-06-03")


def test_displacement_can_be_asked_by_area_and_day(desk):
    for query, count in (("?place=darfur", 1), ("?place=aleppo", 0), ("?since=2024-06-03", 1), ("?since=2024-06-04", 0), ("?until=2024-05-31", 0)):
        assert desk.get(f"/situation/displacement.json{query}").json()["count"] == count, query


@pytest.mark.parametrize("path", ["/situation/control?on=yesterday", "/situation/control.csv?state=lost", "/situation/displacement?since=x"])
def test_a_query_that_cannot_be_used_is_told(desk, path):
    assert desk.get(path).status_code == 400


@pytest.mark.parametrize("path", ["/situation/control", "/situation/displacement", "/situation/control?place=nowhere", "/situation/displacement?place=nowhere"])
def test_nothing_runs_on_these_pages_either(desk, path):
    page = tree(desk, path)
    assert not page.css("script")
    assert not [n for n in page.css("*") if "style" in n.attributes]
