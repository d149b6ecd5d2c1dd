"""The map of control: points as reported, land as inferred and never otherwise, the same colours on every day."""

import re
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient
from made_by_hand import PLACES, Marking
from selectolax.lexbor import LexborHTMLParser

from sijill.desk import create_app
from sijill.pipeline import rebuild_events
from sijill.records import Report
from sijill.store import open_store


def tree(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def features(desk, query=""):
    return desk.get(f"/situation/areas.geojson{query}").json()["features"]


def taken(number, day, side, words, place):
    m = Marking(Report(f"front-{number}", f"{words} took {PLACES[place][0]}, a monitor said", None, day, "Front Watch"))
    m.claim("capture", f"{words} took {PLACES[place][0]}", by=[(side, words)], places=[(place, PLACES[place][0])], says=("a monitor", "monitor"))
    return m


@pytest.fixture
def front(tmp_path):
    """Two towns eight kilometres from a third, held by two sides; one changes hands."""
    path = tmp_path / "store.sqlite"
    with open_store(str(path)) as store:
        for m in (taken(1, "2024-11-20", "hts", "HTS fighters", "anadan"), taken(2, "2024-11-20", "sy", "Syrian troops", "hayan"), taken(3, "2024-11-27", "hts", "HTS fighters", "hayan")):
            store.add(m.report, m.reading())
        rebuild_events(store)
    with TestClient(create_app(str(path)), base_url="http://127.0.0.1:8000") as client:
        yield client


def test_every_shape_says_whether_it_is_reported_or_inferred(front):
    found = features(front, "?on=2024-11-21")
    assert {(f["geometry"]["type"], f["properties"]["basis"]) for f in found} == {("Point", "reported"), ("Polygon", "inferred")}
    assert {f["properties"]["kind"] for f in found if f["geometry"]["type"] == "Polygon"} == {"cell", "band"}, "a contested strip between two holders"


def test_each_day_has_its_own_map(front):
    holders = [{f["properties"]["name"]: f["properties"]["holder"] for f in features(front, f"?on={day}") if f["properties"]["basis"] == "reported"} for day in ("2024-11-19", "2024-11-21", "2024-11-28")]
    assert holders[0] == {}
    assert holders[1] == {"Anadan": "Hay’at Tahrir al-Sham", "Hayyan": "Military forces of Syria"}
    assert holders[2]["Hayyan"] == "Hay’at Tahrir al-Sham"


def test_the_days_at_which_something_changed_are_one_step_away(front):
    page = tree(front, "/situation/map?on=2024-11-24")
    assert page.css_first("nav.days a[rel=prev]").attributes["href"] == "/situation/map?on=2024-11-20"
    assert page.css_first("nav.days a[rel=next]").attributes["href"] == "/situation/map?on=2024-11-27"
    assert {"/situation/map?on=2024-11-23", "/situation/map?on=2024-11-25"} <= {a.attributes["href"] for a in page.css("nav.days a")}


def test_a_side_keeps_its_colour_on_every_day(front):
    def colours(day):
        sides = tree(front, f"/situation/map?on={day}").css_first("#map").attributes["data-sides"]
        return {unquote(name): colour for colour, name in (side.split(" ") for side in sides.split(";"))}

    assert colours("2024-11-21") == colours("2024-11-28") == {"Hay’at Tahrir al-Sham": "0", "Military forces of Syria": "1"}


def test_a_filter_hides_places_and_moves_no_line(front):
    whole, part = features(front, "?on=2024-11-21"), features(front, "?on=2024-11-21&place=hayyan")
    assert {f["properties"].get("name") or f["properties"]["place"] for f in part} == {"Hayyan"}
    assert [f for f in whole if f in part] == part


def test_the_page_says_what_is_inferred_and_what_it_lacks(desk):
    page = tree(desk, "/situation/map")
    aside = " ".join(page.css_first("aside").text().split())
    assert "Inferred, not reported" in aside
    assert "no border, coast or river" in aside
    assert "Tell Sidra" in aside, "it is in no gazetteer"
    assert page.css_first("#map").attributes["data-areas"] == "/situation/areas.geojson"
    assert page.css_first("noscript") is not None
    assert [s.attributes["src"] for s in page.css("script")] == ["/static/map/control.js"]
    assert not [n for n in page.css("*") if "style" in n.attributes]


def test_the_table_and_the_map_lead_to_each_other_with_the_same_question(desk):
    assert tree(desk, "/situation/control?place=aleppo").css_first("a[href='/situation/map?place=aleppo']") is not None
    assert tree(desk, "/situation/map?place=aleppo").css_first("a[href='/situation/control?place=aleppo']") is not None


def test_the_oldest_and_the_last_day_of_the_calendar_are_days_too(desk):
    for day in ("0001-01-01", "9999-12-31"):
        assert desk.get(f"/situation/map?on={day}").status_code == 200
        assert desk.get(f"/situation/areas.geojson?on={day}").status_code == 200


def test_the_scripts_of_the_map_find_each_other(desk):
    script = desk.get("/static/map/control.js").text
    for name in re.findall(r'from "\./([a-z]+\.js)"', script):
        assert desk.get(f"/static/map/{name}").status_code == 200
