"""A page gives its article and no more, with the date, outlet and headline that its metadata name."""

from __future__ import annotations

import time

import pytest

from sijill.errors import InputError
from sijill.ingest.html import page

PAGE = """<!doctype html><html lang="en"><head><title>Shells hit market – Border Wire</title>
<meta property="og:title" content="Shells hit Kupiansk market"><meta property="og:site_name" content="Border Wire">
<meta property="article:published_time" content="2024-11-26T08:30:00+02:00"><link rel="canonical" href="https://example.org/shells">
<style>p { color: red }</style><script>var p = "<p>not text</p>"</script></head><body class="has-sidebar">
<header><p>Border Wire – news from the border, all day and all night</p></header><nav><ul><li><a href="/">Home</a></li></ul></nav>
<main><article><h1>Shells hit Kupiansk market</h1><div class="byline">By A. Writer</div>
<p>Two people were&nbsp;killed in <a href="/k">Kupiansk</a>
on <b>Mon</b>day, medics said.</p><div class="share">Share this article with your friends and family today</div>
<h2>Second strike</h2><p>A second strike hit the <i>railway</i> &lt;station&gt;.<br>Nobody was hurt.</p>
<ul><li>Ten shells were counted.</li><li><a href="/x">Read more</a></li></ul><aside><p>Advertisement for a long thing</p></aside>
<p hidden>Hidden words</p><h3>Related</h3></article></main>
<footer><p>All rights reserved, whatever that means for you</p></footer></body></html>"""


def test_the_article_and_no_more() -> None:
    found = page(PAGE, "a.html")
    assert found.text.split("\n\n") == [
        "Shells hit Kupiansk market",
        "Two people were killed in Kupiansk on Monday, medics said.",
        "Second strike",
        "A second strike hit the railway <station>.",
        "Nobody was hurt.",
        "Ten shells were counted.",
    ]
    assert found.title == "Shells hit Kupiansk market"
    assert (found.published, found.outlet, found.url, found.language) == ("2024-11-26T08:30:00+02:00", "Border Wire", "https://example.org/shells", "en")


BODY = "<body><p>Two people were killed in Kupiansk on Monday.</p>"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta name="date" content="2024-11-26">', "2024-11-26"),
        ('<meta name="DC.date" content="26 November"><time datetime="2024-11-25">', "2024-11-25"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"datePublished": "2024-11-26T01:00:00.000Z"}]}</script>', "2024-11-26T01:00:00.000Z"),
        ('<script type="application/ld+json">{broken</script><time datetime="2024-11-24 10:00 GMT">', "2024-11-24"),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None),
        ('<meta itemprop="datePublished" content="2024-11-23">', "2024-11-23"),
        ('<meta name="date" content="2024-13-40">', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_date_is_found_where_pages_say_it(head: str, published: str | None) -> None:
    assert page(f"<html><head>{head}</head>{BODY}", "a.html").published == published


def test_the_outlet_of_linked_data() -> None:
    head = '<script type="application/ld+json">[{"datePublished": "2024-11-26", "headline": "Shells", "publisher": {"name": "Wire"}}]</script>'
    found = page(f"<html><head>{head}</head>{BODY}", "a.html")
    assert (found.outlet, found.title) == ("Wire", "Shells")
    assert found.text.startswith("Shells\n\nTwo people")


def test_a_page_of_divs_and_breaks_is_read() -> None:
    words = "Two people were killed in Kupiansk on Monday, medics said.<br><br>A second strike hit the railway station of the town."
    found = page(f"<html><body><div><div>{words}</div><div>Menu</div></div></body></html>", "a.html")
    assert found.text.split("\n\n") == ["Two people were killed in Kupiansk on Monday, medics said.", "A second strike hit the railway station of the town."]


def test_of_many_articles_all_are_kept() -> None:
    parts = "".join(f"<article><h2>Strike {n}</h2><p>Strike number {n} hit the town on Monday.</p></article>" for n in range(3))
    found = page(f"<html><body>{parts}</body></html>", "a.html")
    assert all(f"Strike number {n}" in found.text for n in range(3))


def test_a_list_of_links_is_no_article() -> None:
    with pytest.raises(InputError, match="holds no article"):
        page("<html><body><ul>" + "<li><a href='/'>Strike hits the town on Monday</a></li>" * 5 + "</ul></body></html>", "a.html")


def test_script_in_text_stays_text() -> None:
    found = page("<html><body><p>They wrote &lt;script&gt;alert(1)&lt;/script&gt; on the wall of the school.</p></body></html>", "a.html")
    assert found.text == "They wrote <script>alert(1)</script> on the wall of the school."


def test_cost_grows_with_length_alone() -> None:
    started = time.perf_counter()
    found = page("<html><body>" + "".join(f"<p>Two people were killed on day {n}.</p>" for n in range(20_000)), "a.html")
    assert len(found.text) > 600_000
    assert time.perf_counter() - started < 5
