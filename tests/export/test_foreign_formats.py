"""ACLED, GED and HXL: their columns and rules, and a report of what each could not hold."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sijill.export import events_as_acled, events_as_ged, events_as_hxl
from sijill.records import EventWhen

NOW = datetime(2024, 12, 1, tzinfo=UTC)


def table(exported):
    return list(csv.DictReader(io.StringIO("".join(exported.lines), newline="")))


@pytest.fixture
def acled(events, told):
    return events_as_acled(events, told, NOW, released_only=False)


def test_acled_has_its_31_columns(acled):
    assert len(table(acled)[0]) == 31
    assert list(table(acled)[0])[:3] == ["event_id_cnty", "event_date", "year"]


def test_acled_codes_a_strike(acled):
    row = next(r for r in table(acled) if r["location"] == "Vovchansk")
    assert (row["disorder_type"], row["event_type"], row["sub_event_type"]) == ("Political violence", "Explosions/Remote violence", "Air/drone strike")
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2024-06-04", "1", "1")
    assert (row["actor1"], row["inter1"]) == ("Military forces of Russia", "External/Other forces")
    assert (row["fatalities"], row["iso"], row["tags"]) == ("2", "804", "review=confirmed"), "the lowest figure, ISO 3166 numeric"
    assert row["source"] == "Eastern Wire; Обласна адміністрація"


def test_acled_gives_each_captured_village_a_row(acled):
    rows = [r for r in table(acled) if r["sub_event_type"] == "Non-state actor overtakes territory"]
    assert [(r["event_id_cnty"], r["location"]) for r in rows] == [("e011", "Anadan"), ("e011-2", "Hayyan")]


def test_acled_flags_civilians(acled):
    assert next(r for r in table(acled) if r["location"] == "Kutum" and r["sub_event_type"].startswith("Shelling"))["civilian_targeting"] == "Civilians targeted"


def test_acled_divides_a_toll_over_places_and_drops_nothing(events, told):
    capture = next(e for e in events if e.type == "capture")
    toll = replace(next(t for e in events for t in e.toll if t.state == "number"), low=5, status="unknown")
    rows = table(events_as_acled([replace(capture, toll=(toll,))], told, NOW, released_only=False))
    assert [r["fatalities"] for r in rows] == ["3", "2"]


def test_acled_writes_vague_words_by_its_rule_and_says_so(events, told):
    from sijill.records import Count

    kutum = events[0]
    vague = [replace(t, claim=replace(t.claim, counts=tuple(Count("killed", None, "unknown", "person", None, None, None, "vague", c.mention) for c in t.claim.counts if c.quantifier == "vague"))) for t in told]
    exported = events_as_acled([replace(kutum, toll=())], vague, NOW, released_only=False)
    assert [r["fatalities"] for r in table(exported)] == ["12"], "dozens"
    assert any("by rule" in loss.what for loss in exported.losses)


def test_acled_takes_the_middle_of_a_week(events, told):
    week = replace(events[3], when=EventWhen(date(2024, 6, 3), date(2024, 6, 10), "some day of that week"))
    (row,) = table(events_as_acled([week], told, NOW))
    assert (row["event_date"], row["time_precision"]) == ("2024-06-06", "2")


def test_what_acled_has_no_room_for_is_told(acled):
    whole = {loss.event: loss.what for loss in acled.losses if loss.whole}
    assert whole["e003"] == "warning is no ACLED event"
    assert {loss.what for loss in acled.losses if loss.event == "e000"} >= {"disputes", "figures of injured", "rival figures: only the lowest is kept"}
    assert "left out: 1 event: warning is no ACLED event" in acled.told()
    rows = {r["event_id_cnty"].split("-")[0] for r in table(acled)}
    assert rows | set(whole) == {"e000", "e003", "e004", "e007", "e010", "e011", "e012", "e013", "e015"}
    assert not rows & set(whole)


def test_nobody_asserts_a_mere_threat(events, told):
    planned = [replace(t, claim=replace(t.claim, modality="planned")) for t in told]
    assert table(events_as_acled(events, planned, NOW, released_only=False)) == []


def test_ged_has_its_49_columns_and_only_the_dead(events, told):
    exported = events_as_ged(events, told, released_only=False)
    rows = table(exported)
    assert len(rows[0]) == 49
    (kutum,) = [r for r in rows if r["where_coordinates"] == "Kutum"]
    assert (kutum["type_of_violence"], kutum["side_a"], kutum["side_b"]) == ("3", "Rapid Support Forces", "Civilians")
    assert (kutum["low"], kutum["best"], kutum["high"], kutum["deaths_civilians"]) == ("12", "12", "12", "12")
    assert kutum["geom_wkt"] == "POINT (24.6667 14.2)"
    assert kutum["code_status"] == "Check draft"
    assert any("open-ended" in loss.what for loss in exported.losses)
    assert all(int(r["low"]) <= int(r["best"]) <= int(r["high"]) for r in rows)
    assert int(kutum["best"]) == sum(int(kutum[c]) for c in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"))


def test_ged_counts_grid_cells_from_the_south_west():
    from sijill.export.ged import _grid

    assert _grid(-90, -180) == 1
    assert _grid(-89.5, -180) == 721
    assert _grid(89.9, 179.9) == 259200


def test_a_strike_on_nobody_named_is_no_row_of_ged(events, told):
    exported = events_as_ged([events[3]], told)
    assert table(exported) == []
    assert exported.losses[0].whole


def test_hxl_has_tags_under_its_header(events, told):
    exported = events_as_hxl(events, told, released_only=False)
    assert exported.lines[1].startswith("#event+id,#status,#event+type,#date+start,#date+end,")
    tags, *rows = table(exported)
    assert all(tag.startswith("#") for tag in tags.values())
    fled = next(r for r in rows if r["type"] == "displacement")
    assert (fled["displaced households"], fled["displaced"], fled["killed"]) == ("400", "", ""), "nothing said is empty, never 0"
    downed = next(r for r in rows if r["type"] == "interception")
    assert downed["killed"] == "0"
    assert next(r for r in rows if r["place"] == "Vovchansk")["country code"] == "UKR"


@pytest.mark.parametrize("export", [events_as_ged, events_as_hxl])
def test_released_only_is_the_default(events, told, export):
    assert len(export(events, told).lines) <= len(export(events, told, released_only=False).lines)
    drafts = [e for e in events if e.status == "draft"]
    assert not export(drafts, told).losses
    assert len(export(drafts, told).lines) <= 2
