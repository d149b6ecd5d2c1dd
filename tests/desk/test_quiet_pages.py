"""A page without rows says why in a friendly line, and no page keeps anybody waiting."""

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from sijill.desk import create_app
from sijill.store import open_store

PAGES = [f"/situation/{name}" for name in ("control", "map", "harm", "forces", "displacement", "disputes", "agreements", "outlook")]
DATED = [f"/situation/{name}" for name in ("control", "map", "agreements", "outlook")]
DATA = ["control.json", "control.csv", "control.geojson", "areas.geojson", *(f"{name}.{kind}" for name in ("harm", "forces", "displacement", "disputes", "agreements", "outlook") for kind in ("json", "csv"))]


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "store.sqlite"
    with open_store(str(path)):
        pass
    with TestClient(create_app(str(path)), base_url="http://127.0.0.1:8000") as client:
        yield client


def said(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    return " ".join(LexborHTMLParser(answer.text).css_first(".empty").text().split())


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_store_says_how_to_fill_it(empty, path):
    assert "This store holds no claim yet" in said(empty, path)
    assert "sijill add" in said(empty, path)


@pytest.mark.parametrize("name", DATA)
def test_an_empty_store_is_no_fault_for_those_who_ask_for_data(empty, name):
    assert empty.get(f"/situation/{name}").status_code == 200


@pytest.mark.parametrize("path", DATED)
def test_a_day_before_all_news_says_when_the_news_begins(desk, path):
    words = said(desk, f"{path}?on=1999-01-01")
    assert "Nothing was known on 1999-01-01" in words
    assert "2024-06-03" in words
    link = LexborHTMLParser(desk.get(f"{path}?on=1999-01-01").text).css_first(".empty a").attributes["href"]
    assert desk.get(link).status_code == 200


@pytest.mark.parametrize("path", ["/situation/harm", "/situation/forces", "/situation/displacement", "/situation/disputes"])
def test_days_without_a_happening_say_which_days_there_are(desk, path):
    words = said(desk, f"{path}?since=2031-01-01&until=2031-12-31")
    assert "Nothing passes these filters" in words
    assert "2024-06-03 to 2024-11-29" in words


@pytest.mark.parametrize("path", PAGES)
def test_a_day_that_is_none_is_told(desk, path):
    key = "on" if path in DATED else "since"
    answer = desk.get(f"{path}?{key}=2024-02-31")
    assert answer.status_code == 400
    assert "2024-11-27" in answer.text, "how to write a day"


@pytest.mark.parametrize("path", PAGES)
def test_no_situation_page_runs_or_styles_what_a_report_says(desk, path):
    page = LexborHTMLParser(desk.get(path).text)
    assert [s.attributes.get("src") for s in page.css("script")] == (["/static/map/control.js"] if path.endswith("map") else [])
    assert not [n.html for n in page.css("*") if any(a.startswith("on") or a == "style" for a in n.attributes)]
    assert all((a.attributes["href"] or "").startswith(("/", "?", "#")) for a in page.css("a"))


@pytest.mark.parametrize("path", PAGES)
def test_no_page_takes_long(desk, least_seconds, path):
    assert least_seconds(lambda: desk.get(path)) < 0.3
