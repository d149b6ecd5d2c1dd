"""What only a browser can show: the map draws with no network, and a report's scripts stay text."""

import struct
from pathlib import Path

import pytest
from made_by_hand import markings
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.browser


def test_the_map_draws_every_located_event_with_the_network_off(browse):
    page = LexborHTMLParser(browse("/map", "--dump-dom"))
    frame = page.css_first("#map")
    assert int(frame.attributes["data-ready"]) >= 10, "sites of the located events"
    signs = frame.css("svg g[role=button]")
    assert signs
    assert all(sign.attributes["aria-label"] for sign in signs)
    assert int(frame.css_first("canvas").attributes["width"]) > 300
    assert "km" in frame.css_first(".scale").text()


def test_the_map_follows_the_filters(browse):
    page = LexborHTMLParser(browse("/map?place=bamako", "--dump-dom"))
    assert page.css_first("#map").attributes["data-ready"] == "1"
    assert page.css_first("#map svg g").attributes["aria-label"] == "Bamako: protest"


def test_a_reports_script_is_shown_and_not_run(browse):
    page = LexborHTMLParser(browse("/reports/%3Cscript%3Ealert('id')%3C%2Fscript%3E", "--dump-dom"))
    assert "<script>alert('text')</script>" in page.css_first("article.text").text()
    assert [s.attributes.get("src") for s in page.css("script")] == ["/static/desk.js"]
    assert not page.css("img")


def test_the_desks_script_lights_the_chosen_claim(browse):
    claim = markings()[2].claims[0].id
    page = LexborHTMLParser(browse(f"/reports/obl-2024-06-05-1?claim={claim}", "--dump-dom"))
    assert page.css(".text mark.lit")
    assert [c.attributes["data-claim"] for c in page.css(".claim.lit")] == [claim]


def test_a_screenshot_can_be_taken(browse, tmp_path: Path):
    shot = tmp_path / "events.png"
    browse("/events", f"--screenshot={shot}", "--window-size=1280,900")
    content = shot.read_bytes()
    assert struct.unpack(">II", content[16:24]) == (1280, 900)
    assert len(content) > 30_000, "an empty page would be smaller"
