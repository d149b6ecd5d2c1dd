"""Readers of place files: each gives records, and a counted reason for every row that gives none."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from sijill.errors import InputError
from sijill.knowledge.place_record import PlaceRecord, Spelling
from sijill.knowledge.place_sources.geonames import read_alternates, read_geonames
from sijill.knowledge.place_sources.join import join
from sijill.knowledge.place_sources.osm import read_osm
from sijill.knowledge.place_sources.osm_extract import read_extract
from sijill.knowledge.place_sources.rows import Rejected, Row, table
from sijill.knowledge.place_sources.shapes import geojson_rows, middle, shapefile_rows
from sijill.knowledge.place_sources.tables import Origin, read_table
from sijill.knowledge.place_sources.unpack import is_text, lines_of, safe_members
from sijill.knowledge.place_sources.wof import read_wof

SY = Origin("ocha-cod", "SY", "Syria", "pcode")
OWN = Origin("own", "SD", "Sudan")


def parted(rows: Iterable[Row]) -> tuple[list[PlaceRecord], Counter[str]]:
    records, reasons = [], Counter[str]()
    for row in rows:
        if isinstance(row, Rejected):
            reasons[row.reason] += 1
        else:
            records.append(row)
    return records, reasons


def geoname(id_: str, name: str, lat: str, lon: str, code: str = "PPL", people: str = "0") -> str:
    admin = ("09", "" if code == "ADM1" else "1")
    class_ = {"PPL": "P", "ADM": "A"}.get(code[:3], "S")
    return "\t".join([id_, name, name, "", lat, lon, class_, code, "SY", "", *admin, "", "", people, "", "", "Asia/Damascus", "2020-01-01"]) + "\n"


def test_geonames_dump() -> None:
    lines = [
        geoname("1", "Muḩāfaz̧at Ḩalab", "36.2", "37.5", "ADM1"), geoname("2", "Jabal Sim‘ān", "36.2", "37.1", "ADM2"),
        geoname("3", "‘Anjarah", "36.218", "36.947", people="1,200".replace(",", "")), geoname("4", "Broken", "north", "36"), geoname("5", "Off the globe", "136", "36"),
        geoname("6", "Some rock", "36", "36", "RK"), "too\tshort\n", "# comment\n", geoname("7", "Old place", "36", "36", "PPLH"),
    ]  # fmt: skip
    names, broken = read_alternates(["11\t3\tar\tعنجارة\t1\t\t\t\t\t\n", "12\t3\tlink\thttps://x\t\t\t\t\t\t\n", "broken\n"])
    records, reasons = parted(read_geonames(lines, "Syria", names))
    village = next(r for r in records if r.id == "geonames:3")
    assert village.admin == ("Syria", "Muḩāfaz̧at Ḩalab", "Jabal Sim‘ān")
    assert (village.kind, village.population) == ("village", 1200)
    assert Spelling("عنجارة", "ar", "geonames") in village.spellings
    assert [r.kind for r in records] == ["region", "district", "village"]
    assert broken == 1
    assert reasons == {"coordinates missing or no numbers": 1, "coordinates out of range": 1, "row with the wrong number of fields": 1}


def test_whos_on_first() -> None:
    header = "wof_id,placetype,name,lat,lon,geonameid,population,region,county,localadmin,deprecated,superseded,gn_feature,names\n"
    lines = [
        header, "10,locality,Hawr,36.23,36.98,169764,,Aleppo,Jebel Saman,,,,PPL,ara:حور|und:Houâr\n", "11,locality,Old,36,36,,,,,,2017-01-01,,PPL,\n",
        "12,region,Aleppo,36.2,37.6,170062,,Aleppo,,,,,,eng:Halab\n", "13,locality,Nowhere,,,,,,,,,,PPL,\n", '14,"unclosed\n',
    ]  # fmt: skip
    records, reasons = parted(read_wof(lines, "SY", "Syria"))
    assert records[0].ids == ("geonames:169764", "wof:10")
    assert records[0].admin == ("Syria", "Aleppo", "Jebel Saman")
    assert records[0].spellings == (Spelling("حور", "ar", "wof"), Spelling("Houâr", "", "wof"))
    assert (records[1].kind, records[1].admin) == ("region", ("Syria",))
    assert reasons["deprecated or superseded by the source"] == 1
    assert reasons["coordinates missing or no numbers"] == 1
    assert sum(reasons.values()) == 3


def test_ocha_populated_places_and_boundaries() -> None:
    rows = [
        ({"admin1Name_en": "Aleppo", "admin1Pcode": "SY02", "admin2Name_en": "Jebel Saman", "name_en": "Big Orm", "name_ar": "أورم الكبرى", "pcode": "C1029", "lat": "36.148", "long": "36.947"}, None),
        ({"ADM1_EN": "Aleppo", "ADM1_AR": "حلب", "ADM1_PCODE": "SY02", "ADM0_EN": "Syria"}, (36.2, 37.5)),
    ]
    (village, division), reasons = parted(read_table(rows, SY))
    assert not reasons
    assert (village.ids, village.admin) == (("pcode:C1029",), ("Syria", "Aleppo", "Jebel Saman"))
    assert Spelling("أورم الكبرى", "ar", "ocha-cod") in village.spellings
    assert (division.kind, division.ids, division.admin) == ("region", ("pcode:SY02",), ("Syria",))
    assert "حلب" in division.names


def test_own_table() -> None:
    lines = ["name,lat,lon,kind,aliases,id\n", 'Regiment 46,36.11,36.86,base,"Base 46|الفوج 46",osm:w1\n', "No point,,,,,\n", ",36,36,,,\n", "short,1\n"]
    records, reasons = parted(read_table((r if isinstance(r, Rejected) else (r, None) for r in table(lines)), OWN))
    assert (records[0].kind, records[0].ids) == ("base", ("osm:w1",))
    assert {"Base 46", "الفوج 46"} < set(records[0].names)
    assert reasons == {"coordinates missing or no numbers": 1, "no name": 1, "row with the wrong number of fields": 1}


def test_openstreetmap() -> None:
    elements = [
        {"type": "node", "id": 1, "lat": 13.5, "lon": 25.3, "tags": {"place": "village", "name": "قولو", "name:en": "Golo", "alt_name": "Gollo;Qolo"}},
        {"type": "way", "id": 2, "center": {"lat": 13.4, "lon": 25.3}, "tags": {"amenity": "refugee_site", "name": "Zamzam"}},
        {"type": "way", "id": 3, "tags": {"highway": "primary", "name": "A road"}},
        {"type": "way", "id": 4, "tags": {"military": "base", "name": "No centre"}},
    ]
    records, reasons = parted(read_osm(json.dumps({"elements": elements}), "x.json", "SD", "Sudan"))
    assert [(r.id, r.name, r.kind) for r in records] == [("osm:n1", "Golo", "village"), ("osm:w2", "Zamzam", "camp")]
    assert {"قولو", "Gollo", "Qolo"} < set(records[0].names)
    assert reasons == {"coordinates missing or no numbers": 1}
    with pytest.raises(InputError, match="Overpass"):
        list(read_osm("[]", "x.json", "SD", "Sudan"))


def test_shapes() -> None:
    square = {"type": "Polygon", "coordinates": [[[36, 35], [38, 35], [38, 37], [36, 37], [36, 35]]]}
    assert middle(square) == pytest.approx((36, 37))
    assert middle({"type": "MultiPolygon", "coordinates": [square["coordinates"], [[[0, 0], [0, 0.1], [0.1, 0]]]]}) == pytest.approx((36, 37))
    assert middle(None) is None
    rows = list(geojson_rows(json.dumps({"features": [{"properties": {"name": "A"}, "geometry": square}, {"properties": {"name": "B"}, "geometry": {"type": "Point", "coordinates": ["x"]}}, 3]}), "x"))
    assert [isinstance(r, Rejected) for r in rows] == [False, True, True]
    with pytest.raises(InputError, match="JSON"):
        list(geojson_rows('{"features": [', "x"))


def test_shapefile(tmp_path: Path) -> None:
    shapefile = pytest.importorskip("shapefile")
    with shapefile.Writer(str(tmp_path / "adm1")) as writer:
        writer.field("ADM1_EN", "C")
        writer.field("ADM1_PCODE", "C")
        writer.poly([[[36, 35], [36, 37], [38, 37], [38, 35], [36, 35]]])
        writer.record("Aleppo", "SY02")
    (division,), _ = parted(read_table(shapefile_rows(tmp_path / "adm1.shp"), SY))
    assert (division.name, division.id, division.lat, division.lon) == ("Aleppo", "pcode:SY02", pytest.approx(36), pytest.approx(37))
    (tmp_path / "bad.shp").write_bytes(b"no shapefile")
    with pytest.raises(InputError, match="shapefile"):
        list(shapefile_rows(tmp_path / "bad.shp"))


def village(name: str, lat: float, lon: float, id_: str, source: str, people: int = 0, *more: str) -> PlaceRecord:
    return PlaceRecord(name, lat, lon, "village", "SY", ("Syria", "Aleppo"), (id_,), people, "", tuple(Spelling(m, "", source) for m in more), (source,))


def test_records_of_one_place_are_joined_and_conflicts_kept() -> None:
    places = join(
        [
            village("‘Anjarah", 36.218, 36.947, "geonames:1", "geonames", 1000), village("Anjara", 36.217, 36.948, "pcode:C1144", "ocha-cod", 9000, "عنجارة"),
            village("Anjara", 35.0, 36.9, "pcode:C9", "ocha-cod"), village("Hawr", 36.2, 36.9, "geonames:2", "geonames"),
        ]
    )  # fmt: skip
    assert [p.ids for p in places] == [("geonames:1", "pcode:C1144"), ("pcode:C9",), ("geonames:2",)]
    assert places[0].sources == ("geonames", "ocha-cod")
    assert "عنجارة" in places[0].names
    assert places[0].conflicts == ("ocha-cod gives 9,000 people, not 1,000",)


def test_places_that_one_source_tells_apart_stay_apart() -> None:
    near = [village("Al Hawtah", 36.198, 36.966, "geonames:1", "geonames"), village("Al Hawtah", 36.205, 36.957, "geonames:2", "geonames")]
    assert len(join(near)) == 2
    assert len(join([near[0], near[0]])) == 1


def test_a_name_in_another_script_yields_to_a_latin_one() -> None:
    record = PlaceRecord("حلب", 36.2, 37.2, "city", "SY", (), ("wof:1",), 0, "", (Spelling("Alep", "fr"), Spelling("Aleppo", "en")), ("wof",))
    assert join([record])[0].name == "Aleppo"
    assert "حلب" in join([record])[0].names


def test_archives_are_opened_within_bounds(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ok.zip", "w") as archive:
        archive.writestr("readme.txt", "words")
        archive.writestr("SY.txt", "one\ntwo\n")
    assert list(lines_of(tmp_path / "ok.zip", "SY.txt")) == ["one\n", "two\n"]
    with zipfile.ZipFile(tmp_path / "slip.zip", "w") as archive:
        archive.writestr("../../outside.txt", "x")
    with pytest.raises(InputError, match="outside its folder"):
        safe_members(tmp_path / "slip.zip")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SY.txt", b"\0" * 60_000_000)
    with pytest.raises(InputError, match="unpack"):
        list(lines_of(tmp_path / "bomb.zip"))
    (tmp_path / "bomb.csv.gz").write_bytes(gzip.compress(b"\0" * 60_000_000))
    with pytest.raises(InputError, match="unpacks to more"):
        list(lines_of(tmp_path / "bomb.csv.gz"))


def test_what_is_cut_off_or_missing_is_told(tmp_path: Path) -> None:
    whole = gzip.compress(b"name,lat,lon\n" * 50_000, 1)
    (tmp_path / "cut.csv.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04 and no more")
    for name, said in (("cut.csv.gz", "cut off"), ("cut.zip", "no whole zip"), ("none.csv", "cannot be read")):
        with pytest.raises(InputError, match=said):
            list(lines_of(tmp_path / name))


def test_bytes_that_are_no_utf8_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "latin1.csv").write_bytes("name\nMénaka\nGao\n".encode("latin-1"))
    assert [is_text(line) for line in lines_of(tmp_path / "latin1.csv")] == [True, False, True]


def extract(path: Path) -> Path:
    osmium = pytest.importorskip("osmium", reason="the extra osm is not installed")
    made = osmium.osm.mutable
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        writer.add_node(made.Node(id=1, location=(25.3, 13.4), tags={"place": "village", "name": "غولو", "name:en": "Golo"}))
        writer.add_node(made.Node(id=2, location=(25.5, 13.6)))
        writer.add_node(made.Node(id=3, location=(25.0, 13.0), tags={"shop": "bakery"}))
        writer.add_way(made.Way(id=4, nodes=[1, 2], tags={"military": "base", "name": "Base 4"}))
        writer.add_relation(made.Relation(id=5, members=[("n", 1, "admin_centre")], tags={"boundary": "administrative", "admin_level": "4", "name": "North Darfur"}))
        writer.add_relation(made.Relation(id=6, members=[("w", 4, "outer")], tags={"boundary": "administrative", "admin_level": "4", "name": "Nowhere"}))
    return path


def test_an_extract_gives_nodes_ways_and_boundaries_with_a_centre(tmp_path: Path) -> None:
    records, reasons = parted(read_extract(extract(tmp_path / "sudan.osm.pbf"), "SD", "Sudan"))
    assert [(r.id, r.name, r.kind, round(r.lat, 4), round(r.lon, 4)) for r in records] == [
        ("osm:n1", "Golo", "village", 13.4, 25.3), ("osm:w4", "Base 4", "base", 13.5, 25.4), ("osm:r5", "North Darfur", "region", 13.4, 25.3),
    ]  # fmt: skip
    assert {s.text for s in records[0].spellings} == {"غولو", "Golo"}
    assert not reasons


def test_an_extract_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    whole = extract(tmp_path / "sudan.osm.pbf").read_bytes()
    (tmp_path / "cut.osm.pbf").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(InputError, match="no OpenStreetMap extract that can be read"):
        list(read_extract(tmp_path / "cut.osm.pbf", "SD", "Sudan"))
