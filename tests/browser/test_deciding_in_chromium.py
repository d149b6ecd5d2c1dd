"""The map of control and the form that corrects a claim, in a real browser with the network off."""

import pytest
from made_by_hand import markings
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.browser


def test_the_map_of_control_draws_points_as_reported_and_land_as_inferred(browse):
    frame = LexborHTMLParser(browse("/situation/map?on=2024-11-29", "--dump-dom")).css_first("#map")
    signs = {g.attributes["aria-label"] for g in frame.css("svg.points g[role=button]")}
    assert {"Anadan: held by Hay’at Tahrir al-Sham", "Hayyan: held by Hay’at Tahrir al-Sham"} <= signs
    assert frame.attributes["data-ready"] == str(len(signs))
    cells = frame.css("svg.land path.cell")
    assert {c.attributes["data-place"] for c in cells} == {"Anadan", "Hayyan"}
    hatches = [p.attributes["fill"] for p in frame.css("svg.land path.hatch")]
    assert hatches
    assert all(frame.css_first(f"svg.land pattern{fill.removeprefix('url(').removesuffix(')')}") is not None for fill in hatches)
    assert frame.css_first(".tip").attributes.get("hidden", None) is not None or frame.css_first(".tip").text() == ""


def test_a_place_explains_itself_and_the_next_day_keeps_the_view(tab):
    tab.go("/situation/map?on=2024-11-29")
    tab.until("document.querySelector('#map').dataset.ready > 0")
    tab.run("document.querySelector('svg.points g[aria-label^=Anadan]').focus()")
    tip = tab.run("document.querySelector('.tip').innerText")
    assert "Hay’at Tahrir al-Sham" in tip
    assert "a monitor: taken by" in tip
    assert tab.run("document.querySelector('.tip a').getAttribute('href')") == "/situation/control?on=2024-11-29&place=Anadan"
    before = tab.run("document.querySelector('.scale').textContent")
    tab.run("document.querySelector('[data-zoom=out]').click()")
    tab.until(f"document.querySelector('.scale').textContent !== '{before}'")
    zoomed = tab.run("document.querySelector('.scale').textContent")
    tab.run("[...document.querySelectorAll('nav.days a')].find((a) => a.textContent.includes('day after')).click()")
    tab.until("location.search === '?on=2024-11-30' && document.querySelector('#map')?.dataset.ready > 0")
    tab.until(f"document.querySelector('.scale').textContent === '{zoomed}'")


def test_a_claim_is_corrected_in_the_browser_and_taken_back(tab):
    report, claim = markings()[2].report.id, markings()[2].claims[0].id
    tab.go(f"/reports/{report}")
    tab.run("document.querySelector('.deeds a').click()")
    tab.until("document.querySelector('form.correct') !== null && document.readyState === 'complete'")
    tab.run("document.querySelector('fieldset.side-by details.more summary').click()")
    assert tab.run("document.querySelector('fieldset.side-by details.more').open"), "the card's own clicks do not get in the way"
    tab.run("""(() => {
      const form = document.querySelector("form.correct");
      form.elements["count.0.best"].value = "3";
      form.elements["author"].value = "Олена";
      form.elements["reason"].value = "список лікарні";
      [...form.querySelectorAll("button[value=save]")].at(-1).click();
    })()""")
    tab.until("document.querySelector('.chip.person') !== null && document.readyState === 'complete'")
    assert "Олена" in tab.run("document.querySelector('.claim.lit header').innerText")
    assert tab.run("document.querySelector('.claim.lit').id") != f"claim-{claim}"
    assert "killed 2" in tab.run("document.querySelector('.claim.lit .past .was').innerText")
    tab.run("""(() => {
      const form = document.querySelector(".claim.lit form[action^='/corrections/']");
      form.closest("details").open = true;
      form.elements["reason"].value = "не той список";
      form.querySelector("button").click();
    })()""")
    tab.until("document.querySelector('.chip.person') === null && document.querySelector('.claim.lit .past') !== null && document.readyState === 'complete'")
    assert "machine’s guess" in tab.run("document.querySelector('.claim.lit header').innerText")
