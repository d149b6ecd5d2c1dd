"""A query says what it means or is refused in one line: no key is ignored, no value guessed. And the past is shown as it was known."""

import csv
import io
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from made_by_hand import markings
from selectolax.lexbor import LexborHTMLParser

from sijill.desk import create_app
from sijill.pipeline import rebuild_events
from sijill.records import Judgement
from sijill.store import open_store

ADDRESSES = sorted(path for path, does in create_app("none.sqlite").openapi()["paths"].items() if "get" in does)
KNOWING = ["harm", "forces", "displacement", "disputes", "agreements", "outlook"]


def address(path):
    return path.replace("{report_id}", "ew-8841").replace("{event_id}", "e000")


def problem(desk, path):
    answer = desk.get(path, follow_redirects=False)
    assert answer.status_code == 400, (path, answer.status_code)
    if answer.headers["content-type"].startswith("application/json"):
        return f"{answer.json()['error']} ({answer.json()['hint']})"
    return " ".join(LexborHTMLParser(answer.text).css_first("main").text().split())


def test_there_are_addresses_to_test():
    assert len(ADDRESSES) > 30


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_address_refuses_a_key_that_it_does_not_take(desk, path):
    assert "plcae: is no key of this address" in problem(desk, f"{address(path)}?plcae=Kutum")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("/events?from=2024-06-01", "it takes type, place, actor, since, until, state, disputed, order, page"),
        ("/events?place=Kutum&place=Azaz", "place: is given more than once"),
        ("/events?since=2024-06-05&until=2024-06-01", "since: 2024-06-05 is after until 2024-06-01"),
        ("/reports?since=2024-06-05&until=2024-06-01", "give the earlier day first"),
        ("/situation/displacement?since=2024-06-05&until=2024-06-01", "give the earlier day first"),
        ("/situation/harm?order=toll", "order: is no key of this address"),
        ("/situation/harm?known=then", "known: 'then' is no date"),
        ("/judgements?author=x", "it takes none"),
        ("/events?page=2", "page: there is no page 2 (the last one is 1)"),
        ("/situation/forces?page=3", "page: there is no page 3"),
    ],
)
def test_what_is_wrong_and_what_would_do(desk, query, words):
    assert words in problem(desk, query)


def test_a_refused_page_leads_to_the_same_page_without_filters(desk):
    for path in ("/reports", "/events", "/situation/harm", "/map"):
        link = LexborHTMLParser(desk.get(f"{path}?plcae=x").text).css_first("main a")
        assert link.attributes["href"] == path
        assert desk.get(path).status_code == 200


def test_words_of_a_claim_that_is_not_there_are_told(desk):
    for key in ("claim", "correct"):
        answer = desk.get(f"/reports/ew-8841?{key}=c0ffee")
        assert answer.status_code == 404
        page = LexborHTMLParser(answer.text)
        assert "no claim 'c0ffee' stands in this report" in page.css_first(".problem").text()
        assert page.css(".claim"), "the report is shown all the same"


@pytest.fixture(scope="module")
def joined(tmp_path_factory):
    """The hand-made readings, joined by the machine and, where it may doubt, by an analyst: what was known on a day is joined anew."""
    path = tmp_path_factory.mktemp("known") / "store.sqlite"
    with open_store(str(path)) as store:
        for marking in markings():
            store.add(marking.report, marking.reading())
        shelled = tuple(t.claim.id for t in store.told() if t.claim.type == "shelling")
        store.judge(Judgement("j1", "merge", shelled, "N. Haddad", datetime(2024, 12, 1, tzinfo=UTC), "one market, one day"))
        rebuild_events(store)
    with TestClient(create_app(str(path)), base_url="http://127.0.0.1:8000") as client:
        yield client


def counted(desk, name, query=""):
    answer = desk.get(f"/situation/{name}.json{query}")
    assert answer.status_code == 200, answer.text
    return answer.json()["count"]


@pytest.mark.parametrize(
    ("name", "by_day"),
    [
        ("harm", {"2024-06-02": 0, "2024-06-03": 1, "2024-06-04": 2}), ("forces", {"2024-11-28": 0, "2024-11-29": 1}),
        ("displacement", {"2024-06-02": 0, "2024-06-03": 1}), ("disputes", {"2024-06-02": 0, "2024-06-03": 1}), ("agreements", {"2024-11-28": 0, "2024-11-29": 1}),
    ],
)  # fmt: skip
def test_a_day_shows_what_was_known_on_it(joined, name, by_day):
    assert {day: counted(joined, name, f"?known={day}") for day in by_day} == by_day
    for day in by_day:
        page = LexborHTMLParser(joined.get(f"/situation/{name}?known={day}").text)
        assert day in page.css_first(".as-known").text()
        assert f'href="/situation/{name}"' in page.css_first(".as-known a").html
        rows = list(csv.DictReader(io.StringIO(joined.get(f"/situation/{name}.csv?known={day}").text.removeprefix("\ufeff"))))
        assert bool(rows) == bool(by_day[day])


@pytest.mark.parametrize("name", KNOWING)
def test_the_last_day_knows_what_is_known_now(joined, name):
    now, then = (joined.get(f"/situation/{name}.json{query}").json() for query in ("", "?known=2024-11-29"))
    assert now == then


def test_an_outlook_is_as_of_the_day_that_is_known(joined):
    assert joined.get("/situation/outlook.json?known=2024-06-10").json()["report"]["issued"] == "2024-06-10"


def test_links_of_the_past_lead_to_what_is_there_today(joined):
    for name in ("harm", "forces", "displacement", "disputes"):
        for query in ("?known=2024-06-03", "?known=2024-11-29"):
            page = LexborHTMLParser(joined.get(f"/situation/{name}{query}").text)
            for link in {a.attributes["href"].split("#")[0] for a in page.css("td a, th a")}:
                assert joined.get(link).status_code == 200, link


@pytest.mark.parametrize("name", KNOWING)
def test_a_day_before_all_news_says_so_and_leads_on(joined, name):
    empty = LexborHTMLParser(joined.get(f"/situation/{name}?known=1999-01-01").text).css_first(".empty")
    assert "Nothing was known on 1999-01-01" in " ".join(empty.text().split())
    assert joined.get(empty.css_first("a").attributes["href"]).status_code == 200


def test_the_form_of_a_filtered_page_keeps_what_was_asked(joined):
    page = LexborHTMLParser(joined.get("/situation/harm?known=2024-11-29&place=Kutum&thing=market").text)
    assert page.css_first("input[name=known]").attributes["value"] == "2024-11-29"
    assert page.css_first(".tally-line a").attributes["href"] == "?place=Kutum&known=2024-11-29&thing=market", "a tally keeps the other filters"
