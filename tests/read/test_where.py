"""Places of a report decided together: the right homonym, the right near-spelling, and no point where there is doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from sijill.knowledge import DATA
from sijill.knowledge.builtin_places import builtin_files, typed_records
from sijill.knowledge.gazetteer import Gazetteer, distance_km, load_gazetteer
from sijill.knowledge.place_aliases import Alias
from sijill.knowledge.place_file import Content, PlaceFile, write_place_file
from sijill.knowledge.place_record import EXTENDED, PlaceKind, PlaceRecord, Spelling
from sijill.knowledge.place_score import load_ranker
from sijill.read.where import Located, PlaceMention, locate
from sijill.records import PlaceRole

GAZETTEERS = Path(__file__).parents[3] / "shared" / "gazetteer"


def place(name: str, lat: float, lon: float, id_: str, kind: PlaceKind = "village", *more: str, admin: str = "Aleppo") -> PlaceRecord:
    spelled = tuple(Spelling(m, "", "geonames") for m in more)
    holders = ("Syria",) if kind in {"region", "country"} else ("Syria", admin)
    return PlaceRecord(name, lat, lon, kind, "SY", holders, (f"geonames:{id_}",), 0, "", spelled, ("geonames",))


NORTH = [
    place("Tarhin", 36.31, 36.94, "1", "village", "ترحين"), place("Kafr Basin", 36.27, 37.00, "2", "village", "كفر بسين"), place("Qabtan", 36.26, 36.95, "3"),
    place("Al Hawtah", 36.20, 36.97, "4", "village", "الحوطة"), place("Hawr", 36.23, 36.98, "5", "village", "حور", "Houâr"), place("As Sallum", 36.235, 36.94, "6"),
]  # fmt: skip
SOUTH = [
    place("Kafr Basin", 33.1, 36.2, "12", admin="Daraa"), place("Qabtan", 32.9, 36.1, "13", admin="Daraa"), place("Nawa", 32.89, 36.04, "14", "city", admin="Daraa"),
    place("Qasimiyah", 32.95, 36.3, "15", "village", "القاسمية", admin="Daraa"), place("Ghasm", 32.55, 36.3, "16", admin="Daraa"),
]  # fmt: skip
LARGE = [place("Syria", 35.0, 38.0, "20", "country"), place("Aleppo", 36.25, 37.5, "21", "region"), place("Aleppo", 36.2, 37.16, "22", "city"), place("Daraa", 32.9, 36.2, "23", "region")]


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    path = tmp_path / "SY.places"
    write_place_file(path, Content([*NORTH, *SOUTH, *LARGE], [], {"country": "SY"}))
    return Gazetteer([PlaceFile(path)], load_ranker(DATA / "name_ranker.json"))


Ask = Callable[..., list[Located]]


@pytest.fixture
def where(gazetteer: Gazetteer) -> Ask:
    def ask(*names: str, countries: Sequence[str] = ("SY",)) -> list[Located]:
        mentions, end = [], 0
        for name in names:
            mentions.append(PlaceMention(end, end + len(name), name, "at"))
            end += len(name) + 2
        return locate(mentions, countries, gazetteer)

    return ask


@pytest.fixture
def told(gazetteer: Gazetteer) -> Ask:
    """Places of a text, each as (words, role) or words."""

    def ask(text: str, *names: str, countries: Sequence[str] = ("SY",), role: PlaceRole = "at") -> list[Located]:
        return locate([PlaceMention(text.index(n), text.index(n) + len(n), n, role) for n in names], countries, gazetteer, text)

    return ask


def ids(found: Sequence[Located]) -> list[str | None]:
    return [f.id for f in found]


def test_a_list_decides_between_homonyms(where: Ask) -> None:
    assert ids(where("Tarhin", "Kafr Basin", "Qabtan", "Hawr")) == ["geonames:1", "geonames:2", "geonames:3", "geonames:5"]
    assert ids(where("Nawa", "Kafr Basin", "Qabtan", "Ghasm")) == ["geonames:14", "geonames:12", "geonames:13", "geonames:16"]


def test_near_spellings_are_taken_where_the_list_bears_them_out(where: Ask) -> None:
    found = where("Tarhin", "Kafr Bissin", "Al-Houta", "Hoor", "Salloum", "Qabtan")
    assert ids(found)[2:5] == ["geonames:4", "geonames:5", "geonames:6"]
    assert "spelled like" in found[3].why


def test_the_only_exact_match_far_from_the_list_is_no_answer(where: Ask) -> None:
    *_, odd = where("Tarhin", "Kafr Basin", "Hawr", "Salloum", "Qabtan", "Qasimiyah")
    assert odd.id != "geonames:15" or odd.score < 0.9
    alone = where("Nawa", "Ghasm", "Qasimiyah")[2]
    assert alone.id == "geonames:15"


def test_an_unknown_name_stays_a_name_with_a_hint(where: Ask) -> None:
    found = where("Tarhin", "Hawr", "Bakdina", "Regiment 46")
    for odd in found[2:]:
        assert (odd.id, odd.lat, odd.lon, odd.precision) == (None, None, None, None)
        assert "Aleppo" in odd.hint
        assert odd.hint in odd.why
    assert [f.name for f in found[2:]] == ["Bakdina", "Regiment 46"]


def test_areas_are_areas(where: Ask) -> None:
    part, province, city, country = where("western Aleppo countryside", "Aleppo province", "Aleppo city", "northern Syria")
    assert (part.id, part.precision) == ("geonames:21", 4)
    assert (province.id, province.precision) == ("geonames:21", 4)
    assert (city.id, city.precision) == ("geonames:22", 1)
    assert (country.name, country.precision) == ("Syria", 5)
    assert where("Syria")[0].precision == 6


def test_near_and_inside_a_place_are_less_exact(where: Ask) -> None:
    assert [f.precision for f in where("Nawa", "Nawa’s industrial zone", "the outskirts of Nawa", "near Nawa")] == [1, 2, 2, 2]


def test_distance_and_direction_are_computed(where: Ask) -> None:
    (moved,) = where("10 km west of Nawa")
    assert moved.lat is not None
    assert moved.lon is not None
    assert distance_km((32.89, 36.04), (moved.lat, moved.lon)) == pytest.approx(10, abs=0.05)
    assert moved.lon < 36.04
    assert (moved.id, moved.precision) == (None, 2)


def test_between_is_the_middle(where: Ask) -> None:
    (middle,) = where("the road between Nawa and Ghasm")
    assert (middle.lat, middle.lon) == (pytest.approx(32.72, abs=0.01), pytest.approx(36.17, abs=0.01))
    assert middle.precision == 2


def test_arabic_script_finds_latin_records(where: Ask) -> None:
    assert ids(where("حور", "قبطان", "ترحين")) == ["geonames:5", "geonames:3", "geonames:1"]


@pytest.mark.parametrize("text", ["the village", "its southern quarters", "the Syrian-Turkish border", "46", "—"])
def test_words_that_name_no_place(where: Ask, text: str) -> None:
    (found,) = where(text)
    assert (found.id, found.lat, found.precision, found.name) == (None, None, None, text)
    assert found.why


def test_nothing_asked_nothing_told(gazetteer: Gazetteer) -> None:
    assert locate([], (), gazetteer) == []


def test_the_order_of_mentions_does_not_matter(where: Ask, gazetteer: Gazetteer) -> None:
    names = ["Tarhin", "Kafr Bissin", "Hoor", "Bakdina", "Nawa"]
    mentions, end = [], 0
    for name in names:
        mentions.append(PlaceMention(end, end + len(name), name, "at"))
        end += len(name) + 2
    forward, backward = locate(mentions, ("SY",), gazetteer), locate(mentions[::-1], ("SY",), gazetteer)
    assert [(f.id, f.score) for f in forward] == [(b.id, b.score) for b in backward[::-1]]


def test_what_an_analyst_decided_counts_before_all(tmp_path: Path) -> None:
    path = tmp_path / "SY.places"
    write_place_file(path, Content([*NORTH, *LARGE], [], {"country": "SY"}))
    base = PlaceRecord("Regiment 46", 36.112, 36.858, "base", "SY", ("Syria", "Aleppo"), (), 0, "", (), ("desk",))
    aliases = {"regiment 46": Alias("Regiment 46", base, "rk", date(2024, 12, 1))}
    decided = Gazetteer([PlaceFile(path)], load_ranker(DATA / "name_ranker.json"), aliases=aliases)
    (found,) = locate([PlaceMention(0, 11, "Regiment 46", "at")], ("SY",), decided)
    assert (found.lat, found.lon, found.precision) == (36.112, 36.858, 1)
    assert "rk, 2024-12-01" in found.why


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return load_gazetteer(DATA)


@pytest.mark.parametrize(
    ("text", "countries", "lat", "lon", "precision"),
    [
        ("Vovchansk", ("UA", "RU"), 50.29, 36.94, 1), ("Kharkiv region", ("UA",), 49.5, 36.5, 4), ("El Fasher", ("SD",), 13.63, 25.35, 1), ("Zamzam camp", ("SD",), 13.49, 25.31, 1),
        ("North Darfur", ("SD",), 16.0, 25.5, 4), ("Khan Younis", ("PS", "IL"), 31.34, 34.3, 1), ("Goma", ("CD",), -1.68, 29.22, 1), ("the Red Sea", ("YE",), 20.0, 38.5, 7), ("Damascus", ("SY",), 33.51, 36.29, 1),
        ("Вовчанськ", ("UA",), 50.29, 36.94, 1), ("Kharkov", ("UA",), 49.98, 36.25, 1), ("Donbas", ("UA",), 48.3, 38.2, 5),
    ],
)  # fmt: skip
def test_what_ships_knows_the_theatres(shipped: Gazetteer, text: str, countries: tuple[str, ...], lat: float, lon: float, precision: int) -> None:
    (found,) = locate([PlaceMention(0, len(text), text, "at")], countries, shipped)
    assert found.lat is not None
    assert found.lon is not None
    assert distance_km((found.lat, found.lon), (lat, lon)) < 12
    assert found.precision == precision


@pytest.mark.shared
def test_the_seed_places_without_anything_typed_for_them(tmp_path: Path) -> None:
    if not GAZETTEERS.is_dir():
        pytest.skip("needs ../shared/gazetteer")
    from eval.places import seed_result
    from sijill.knowledge.place_building import Wanted, add_places

    (added,) = add_places(Wanted(str(GAZETTEERS / "wof_sy.csv.gz")), tmp_path, {"SY": "Syria"})
    bare = tmp_path / "bare.sqlite"
    write_place_file(bare, Content([r for r in typed_records(DATA) if r.kind in EXTENDED or r.kind == "city" or r.iso2 != "SY"], []))
    gazetteer = Gazetteer([PlaceFile(bare), builtin_files(DATA)[1]], load_ranker(DATA / "name_ranker.json"), [PlaceFile(added.path)])
    assert seed_result(gazetteer) == (14, 4)


def test_a_name_beside_the_one_it_resembles_is_not_that_place(where: Ask) -> None:
    alone, beside = where("Qabtun", "Tarhin", "Kafr Basin")[0], where("Qabtun", "Qabtan", "Tarhin", "Kafr Basin")
    assert alone.id == "geonames:3"
    assert (beside[0].id, beside[0].lat) == (None, None)
    assert beside[1].id == "geonames:3"


def test_a_village_is_no_foreign_city_that_some_language_calls_so() -> None:
    shipped = load_gazetteer(DATA)
    (found,) = locate([PlaceMention(0, 4, "Bala", "at")], ("SY",), shipped)
    assert (found.id, found.lat) == (None, None)
    (abroad,) = locate([PlaceMention(0, 6, "Geneva", "at")], ("SY",), shipped)
    assert abroad.name == "Geneva"


def test_a_larger_place_behind_the_name_decides_between_homonyms(told: Ask) -> None:
    for behind in (" in Daraa province was hit", ", Daraa province, was hit", " (Daraa province) was hit", " in Daraa was hit"):
        assert ids(told(f"Shells fell as Kafr Basin{behind} again.", "Kafr Basin")) == ["geonames:12"], behind
        assert ids(told(f"Shells fell as Kafr Basin{behind.replace('Daraa', 'Aleppo')} again.", "Kafr Basin")) == ["geonames:2"], behind


def test_a_like_name_outside_the_larger_place_is_not_meant(told: Ask) -> None:
    assert ids(told("Shells fell on Ghasim in Daraa province.", "Ghasim")) == ["geonames:16"]
    (none,) = told("Shells fell on Ghasim in Aleppo province.", "Ghasim")
    assert (none.id, none.lat) == (None, None)
    assert none.hint.startswith("in Aleppo (Syria)")


def test_what_holds_a_village_is_the_division_rather_than_its_seat(told: Ask) -> None:
    village, holder = told("Shells fell on Tarhin in Aleppo.", "Tarhin", "Aleppo")
    assert (village.id, holder.id, holder.precision) == ("geonames:1", "geonames:21", 4)
    assert ids(told("Shells fell on Aleppo.", "Aleppo")) == ["geonames:22"]


def test_a_spot_leaves_the_town_that_holds_it_a_town(told: Ask) -> None:
    spot, holder = told("Shells fell on rebel sites in Aleppo.", "rebel sites", "Aleppo")
    assert (spot.lat, holder.id) == (None, "geonames:22")


def test_what_lies_in_a_district_is_not_near_the_town_that_it_is_called_like(told: Ask) -> None:
    assert told("Shells fell on Bakdina in Nawa.", "Bakdina")[0].precision == 2
    (village,) = told("Shells fell on Bakdina in Nawa district.", "Bakdina")
    assert (village.lat, village.hint[:7]) == (None, "in Nawa")


def test_what_happened_near_a_place_is_less_exact(told: Ask) -> None:
    assert [f.precision for f in told("Fighting broke out near Nawa.", "Nawa", role="near")] == [2]
    assert [f.precision for f in told("Fighting broke out in Nawa.", "Nawa")] == [1]


def test_a_distance_without_a_direction_is_near_or_in_the_district(where: Ask) -> None:
    assert [f.precision for f in where("25 km from Nawa", "60 km from Nawa")] == [2, 3]


def test_a_computed_point_says_how_it_was_computed(where: Ask) -> None:
    (moved,) = where("10 km north-west of Nawa")
    assert moved.name == "10 km northwest of Nawa"


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("A drone struck a car in Ain Qana on Monday.", "Ain Qana", ("IL", "LB")),
        ("Guns shelled Ivanivka in Kherson region.", "Ivanivka", ("RU", "UA")),
        ("Planes bombed Tabayin Township in Sagaing Region.", "Tabayin Township", ()),
        ("Men burned Kotovka.", "Kotovka", ()),
    ],
)
def test_a_like_name_in_a_country_that_nothing_tells_is_not_given(shipped: Gazetteer, text: str, name: str, countries: tuple[str, ...]) -> None:
    (found,) = locate([PlaceMention(text.index(name), text.index(name) + len(name), name, "at")], countries, shipped, text)
    assert (found.id, found.lat, found.name) == (None, None, name)


def test_other_places_tell_the_country_too(shipped: Gazetteer) -> None:
    text = "Guns hit Chuhuiv and Izium, near Kharkiv."
    found = locate([PlaceMention(text.index(n), text.index(n) + len(n), n, "at") for n in ("Chuhuiv", "Izium", "Kharkiv")], (), shipped, text)
    assert [f.admin[:1] for f in found] == [("Ukraine",)] * 3


@pytest.mark.parametrize(
    ("text", "name", "precision", "admin"),
    [
        ("North Darfur state", "North Darfur", 4, ("Sudan", "North Darfur")), ("South Kivu province", "South Kivu", 4, ("Democratic Republic of the Congo", "South Kivu")),
        ("Western Equatoria", "Western Equatoria", 4, ("South Sudan", "Western Equatoria")), ("Western Equatoria state", "Western Equatoria", 4, ("South Sudan", "Western Equatoria")),
        ("the West Bank", "West Bank", 4, ("Palestine", "West Bank")), ("northern Darfur", "northern Darfur", 5, ("Sudan",)), ("southern Lebanon", "southern Lebanon", 5, ("Lebanon",)),
    ],
)  # fmt: skip
def test_a_division_called_by_a_direction_is_not_a_part_of_the_land(shipped: Gazetteer, text: str, name: str, precision: int, admin: tuple[str, ...]) -> None:
    (found,) = locate([PlaceMention(0, len(text), text, "at")], ("SD", "CD", "SS", "PS", "LB"), shipped)
    assert (found.name, found.precision, found.admin) == (name, precision, admin)
