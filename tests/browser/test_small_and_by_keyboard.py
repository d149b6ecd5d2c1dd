"""At a phone's width nothing is cut off, and the keyboard alone gets everywhere."""

import pytest
from made_by_hand import markings

pytestmark = pytest.mark.browser
CLAIM = markings()[0].claims[0].id
SITUATION = [f"/situation/{name}" for name in ("control", "map", "harm", "forces", "displacement", "disputes", "agreements", "outlook")]
PAGES = [
    "/events", "/events/e000", "/events/e012", "/map", "/reports", "/reports/ew-8841", "/reports/%D9%82%D9%86%D8%A7%D8%A9-%D9%83%D8%AA%D9%85-412",
    f"/reports/wire%2F2024-06-03%2Fkutum?correct={CLAIM}", "/judgements", "/events?plcae=x", "/events?place=nowhere", *SITUATION,
]  # fmt: skip


def test_no_page_is_wider_than_a_phone(tab):
    tab.as_phone()
    wide = {}
    for path in PAGES:
        tab.go(path)
        found = tab.run("document.documentElement.scrollWidth")
        if found > 390:
            wide[path] = found
    assert wide == {}


def test_the_first_key_offers_to_skip_to_the_content_and_shows_it(tab):
    tab.go("/events")
    tab.press("Tab")
    assert tab.run("document.activeElement.className") == "skip-link"
    assert tab.run("document.activeElement.getBoundingClientRect().left") >= 0
    tab.press("Enter")
    tab.until("location.hash === '#main'")
    tab.press("Tab")
    assert tab.run("document.activeElement.closest('main') !== null"), "past the links of the head"


def test_what_the_keyboard_stands_on_is_seen(tab):
    tab.go("/events/e000")
    seen = set()
    for _ in range(100):
        tab.press("Tab")
        if tab.run("document.activeElement === document.body"):
            break
        shown = tab.run("(({outlineStyle, outlineWidth}) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)(getComputedStyle(document.activeElement))")
        assert shown, tab.run("document.activeElement.outerHTML")
        seen.add(tab.run("document.activeElement.name || document.activeElement.tagName"))
    assert {"A", "author", "reason", "kind", "other", "claim"} <= seen
