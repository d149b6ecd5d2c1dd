"""Which reports are one origin: copies, reprints, citing chains."""

from __future__ import annotations

from datetime import date

from telling import make

from sijill.events import origins
from sijill.events.grade import independent
from sijill.records import Report

STORY = (
    "A drone struck a minibus taking villagers out of a front-line community on Thursday, killing the volunteer driver and a passenger, "
    "regional officials said. Prosecutors had earlier spoken of one death."
)


def report(id: str, text: str, published: str = "2024-09-06", outlet: str | None = None) -> Report:
    return Report(id, text, None, published, outlet)


def test_a_reprint_with_a_cut_end_is_its_agency_s_origin() -> None:
    wire = report("wire", STORY + " The army denies that it aims at civilians.", outlet="Wire")
    portal = report("portal", STORY + " (Agencies)", "2024-09-07", "Portal")
    own = report("own", "Our white bus was burning by the bridge at noon; the driver is gone, an old woman lost her arm.", outlet="Channel")
    assert origins([portal, own, wire]) == {"wire": "wire", "portal": "wire", "own": "own"}


def test_citing_an_outlet_that_told_the_story_ties_to_it() -> None:
    radio = report("radio", "Villagers of Golo buried eight people after the raid, five of them traders, our station was told.", "2025-01-09", "Radio Wadi")
    portal = report("portal", "Citing Radio Wadi, the portal reports that eight people, five of them traders, were buried at Golo after the raid.", "2025-01-10", "Portal")
    assert origins([radio, portal])["portal"] == "radio"


def test_citing_an_outlet_about_something_else_ties_nothing() -> None:
    radio = report("radio", "The harvest was poor this year along the river and prices of millet rose.", "2025-01-09", "Radio Wadi")
    portal = report("portal", "Seven shells fell on the port overnight, the mayor said, according to Radio Wadi.", "2025-01-10", "Portal")
    assert origins([radio, portal])["portal"] == "portal"


def test_short_texts_are_one_origin_only_if_they_are_the_same() -> None:
    found = origins([report("a", "Explosion in Odesa"), report("b", "explosion in Odesa."), report("c", "Explosion in Kyiv")])
    assert found == {"a": "a", "b": "a", "c": "c"}


def test_the_earliest_report_names_the_origin_whatever_the_order() -> None:
    late, early = report("a", STORY, "2024-09-08"), report("b", STORY, "2024-09-06")
    assert origins([late, early]) == origins([early, late]) == {"a": "b", "b": "b"}


def test_reports_without_a_date_come_last() -> None:
    undated = Report("a", STORY)
    assert origins([undated, report("b", STORY)])["a"] == "b"


def test_nothing_gives_nothing() -> None:
    assert origins([]) == {}


def test_reports_that_rest_on_one_named_speaker_are_one_source() -> None:
    said = ("the Northern Operational Command", "party")
    told = [make("a", "x y", claimant=said), make("b", "x y", claimant=said), make("c", "x y", claimant=("two residents", "witness"))]
    assert independent(told) == 2
    assert independent([make("a", "x y", claimant=("officials", "official")), make("b", "x y", claimant=("officials", "official"))]) == 2


def test_the_day_of_a_citation_counts() -> None:
    radio = report("radio", "Villagers of Golo buried eight people after the raid, five of them traders.", date(2024, 1, 1).isoformat(), "Radio Wadi")
    portal = report("portal", "Citing Radio Wadi: eight people, five of them traders, were buried at Golo after the raid.", "2025-01-10", "Portal")
    assert origins([radio, portal])["portal"] == "portal"


def test_a_text_is_copied_in_part_for_a_month_and_as_a_whole_for_ever() -> None:
    wire = report("wire", STORY, "2024-09-06")
    assert origins([wire, report("again", STORY, "2026-01-01")])["again"] == "wire"
    changed = STORY.replace("Prosecutors had earlier spoken of one death.", "Two more people were hurt.")
    assert origins([wire, report("soon", changed, "2024-10-07")])["soon"] == "wire"
    assert origins([wire, report("late", changed, "2024-10-08")])["late"] == "late"
