"""GeoJSON by RFC 7946: located events as features, the others counted and named beside them."""

import json

from sijill.export import events_as_geojson


def collection(events, told, released_only=False):
    return json.loads(events_as_geojson(events, told, released_only))


def check_position(position):
    lon, lat = position
    assert -180 <= lon <= 180
    assert -90 <= lat <= 90


def test_it_is_valid_geojson(events, told):
    found = collection(events, told)
    assert found["type"] == "FeatureCollection"
    assert len({f["id"] for f in found["features"]}) == len(found["features"]) > 5
    for feature in found["features"]:
        assert feature["type"] == "Feature"
        assert isinstance(feature["properties"], dict)
        geometry = feature["geometry"]
        assert geometry["type"] in ("Point", "MultiPoint")
        for position in [geometry["coordinates"]] if geometry["type"] == "Point" else geometry["coordinates"]:
            check_position(position)


def test_longitude_comes_first(events, told):
    kutum = next(f for f in collection(events, told)["features"] if f["properties"]["type"] == "shelling")
    assert kutum["geometry"] == {"type": "Point", "coordinates": [24.6667, 14.2]}


def test_what_has_no_point_is_counted_and_named_never_placed(events, told):
    found = collection(events, told)
    drawn, listed = {f["id"] for f in found["features"]}, {e["event"] for e in found["unlocated"]["events"]}
    assert found["unlocated"]["count"] == len(listed) == 1
    assert drawn | listed == {e.id for e in events if e.status != "rejected"}
    assert not drawn & listed


def test_one_event_of_several_villages_is_one_feature(events, told):
    capture = next(f for f in collection(events, told)["features"] if f["properties"]["type"] == "capture")
    assert capture["geometry"]["type"] == "MultiPoint"
    assert [s["name"] for s in capture["properties"]["sites"]] == ["Anadan", "Hayyan"]
    assert capture["properties"]["unlocated_places"] == ["Tell Sidra"]


def test_only_released_events_leave_by_default_and_each_says_its_status(events, told):
    assert [f["properties"]["status"] for f in json.loads(events_as_geojson(events, told))["features"]] == ["confirmed"]
    assert {f["properties"]["status"] for f in collection(events, told)["features"]} == {"confirmed", "draft"}


def test_nothing_is_an_empty_collection():
    assert json.loads(events_as_geojson((), ())) == {"type": "FeatureCollection", "features": [], "unlocated": {"count": 0, "events": []}}
