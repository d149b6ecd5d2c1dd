"""The URL is the query, and each list is data at the same address plus an extension."""

import csv
import io

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from starlette.datastructures import QueryParams

from sijill.desk.filters import EventFilter, ReportFilter


def listed(desk, query):
    answer = desk.get(f"/events.json{query}")
    assert answer.status_code == 200, answer.text
    return [e["event"]["id"] for e in answer.json()["events"]]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("?type=shelling", ["e000"]),
        ("?place=kutum&type=displacement", ["e004"]),
        ("?place=north+darfur", ["e000", "e004", "e003"]),
        ("?place=%D9%83%D8%AA%D9%85", ["e000"]),
        ("?actor=hay%27at+tahrir", ["e011"]),
        ("?actor=HTS", ["e011"]),
        ("?since=2024-06-03&until=2024-06-03", ["e000", "e004"]),
        ("?since=2024-06-05&until=2024-06-05", ["e010"]),
        ("?state=rejected", ["e014"]),
        ("?state=confirmed", ["e007"]),
        ("?disputed=1", ["e000"]),
        ("?place=aleppo&state=all&order=oldest", ["e011", "e012", "e014"]),
        ("?type=riot", []),
    ],
)
def test_filters(desk, query, ids):
    assert listed(desk, query) == ids


def test_the_page_shows_the_same_rows_as_its_data(desk):
    for query in ("", "?order=toll", "?order=sources&state=all", "?since=2024-06-04"):
        page = HTMLParser(desk.get(f"/events{query}").text)
        links = [a.attributes["href"].removeprefix("/events/") for a in page.css("tbody th a")]
        rows = list(csv.DictReader(io.StringIO(desk.get(f"/events.csv{query}").text.removeprefix("\ufeff"))))
        assert links == listed(desk, query) == [r["event"] for r in rows]


def test_most_killed_come_first_and_rejected_ones_stay_out(desk):
    assert listed(desk, "?order=toll")[:2] == ["e000", "e007"]
    assert "e014" not in listed(desk, "")


def test_events_without_a_day_are_counted_not_hidden(desk):
    answer = desk.get("/events.json?since=2024-01-01").json()
    assert answer["undated_left_out"] == 3
    assert "3 more would match but for having no day" in desk.get("/events?since=2024-01-01").text


@pytest.mark.parametrize("query", ["?since=2024-13-01", "?type=war", "?page=0", "?page=x", "?state=maybe", "?order=%3Cscript%3E", "?disputed=yes", "?page=" + "9" * 5000])
def test_a_query_that_cannot_be_used_gets_one_clear_line(desk, query):
    answer = desk.get(f"/events{query}")
    assert answer.status_code == 400
    assert query[1:].split("=")[0] in HTMLParser(answer.text).css_first(".problem").text()
    assert "<script>" not in answer.text
    data = desk.get(f"/events.json{query}")
    assert data.status_code == 400
    assert data.json()["error"]
    assert data.json()["hint"]


@pytest.mark.parametrize("query", ["", "?type=shelling&place=Kutum+%26+Tina&actor=x&since=2024-06-01&until=2024-06-30&state=all&disputed=1&order=toll"])
def test_an_event_query_survives_the_round_trip(query):
    wanted = EventFilter.of(QueryParams(query.lstrip("?")))
    assert EventFilter.of(QueryParams(wanted.query().lstrip("?"))) == wanted
    assert wanted.query() == query


def test_a_report_query_survives_the_round_trip():
    query = "?words=%D8%B3%D9%88%D9%82&outlet=Wire&since=2024-06-01&skips=1&order=claims"
    assert ReportFilter.of(QueryParams(query[1:])).query() == query


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("?words=%D8%B3%D9%88%D9%82", ["قناة-كتم-412"]),
        ("?outlet=eastern", ["ew-8841"]),
        ("?skips=1", ["wire/2024-06-03/kutum"]),
        ("?since=2024-06-05&until=2024-06-30", ["ew-8841", "obl-2024-06-05-1"]),
        ("?words=livestock", ["wire/2024-06-03/kutum"]),
        ("?words=nothing+of+the+kind", []),
    ],
)
def test_report_filters(desk, query, ids):
    assert [r["id"] for r in desk.get(f"/reports.json{query}").json()["reports"]] == ids


def test_reports_say_how_much_they_gave(desk):
    report = next(r for r in desk.get("/reports.json").json()["reports"] if r["id"] == "wire/2024-06-03/kutum")
    assert (report["claims"], report["events"], report["skips"]) == (5, 3, 1)
    assert "text" not in report


def test_a_spreadsheet_runs_nothing_of_the_reports_csv(desk):
    answer = desk.get("/reports.csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="reports.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert len(rows) == 6
    assert any(r["outlet"].startswith("'=cmd") for r in rows)


def test_one_record_is_data_too(desk):
    assert desk.get("/events/e000.json").json()["id"] == "e000"
    read = desk.get("/reports/wire%2F2024-06-03%2Fkutum.json").json()
    assert read["report"]["id"] == "wire/2024-06-03/kutum"
    assert len(read["reading"]["claims"]) == 5


def test_a_report_whose_id_ends_like_data_still_has_its_page(tmp_path):
    from fastapi.testclient import TestClient

    from sijill.desk import create_app
    from sijill.records import Reading, Report
    from sijill.store import open_store

    with open_store(str(tmp_path / "s.sqlite")) as store:
        store.add(Report("a.json", "Text of it."), Reading("a.json", (), ()))
    with TestClient(create_app(str(tmp_path / "s.sqlite")), base_url="http://127.0.0.1") as client:
        assert client.get("/reports/a.json").headers["content-type"].startswith("text/html")
        assert client.get("/reports/a.json.json").json()["report"]["id"] == "a.json"
        assert client.get("/reports/a").status_code == 404


def test_long_lists_come_in_pages(tmp_path):
    from fastapi.testclient import TestClient

    from sijill.desk import create_app
    from sijill.records import Reading, Report
    from sijill.store import open_store

    with open_store(str(tmp_path / "s.sqlite")) as store:
        list(store.add_many((Report(f"r{n:03}", f"Text {n}."), Reading(f"r{n:03}", (), ())) for n in range(120)))
    with TestClient(create_app(str(tmp_path / "s.sqlite")), base_url="http://127.0.0.1") as client:
        pages = [HTMLParser(client.get(f"/reports?page={n}").text) for n in (1, 2, 3)]
        assert [len(p.css("tbody tr")) for p in pages] == [50, 50, 20]
        assert pages[1].css_first("a[rel=next]").attributes["href"] == "?page=3"
        assert pages[1].css_first("a[rel=prev]").attributes["href"] == "?"
        assert client.get("/reports.json").json()["count"] == 120
