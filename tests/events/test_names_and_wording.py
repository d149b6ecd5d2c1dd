"""Place names across spellings, and what a clause's words tell."""

from __future__ import annotations

import pytest

from sijill.events import wording as w
from sijill.events.names import likeness, place_words, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Golo", "Qolo"), ("Dhiban", "Ziban"), ("Shagra", "Shaqra"), ("Al-Kishkiyah", "Kishkiya"), ("Kani-Bonzon", "Kanibonzon"), ("Ouenkoro", "Wenkoro"),
        ("Kolisnykivka", "Kolesnikovka"), ("Buulo Burde", "Buloburte"), ("Zaytoon", "Zeitoun"), ("Xalgan", "Halgan"), ("Hpawng Tar", "Pong Tar"),
    ],
)  # fmt: skip
def test_spellings_of_one_place_meet(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.8
    assert likeness(other, one) == likeness(one, other)


@pytest.mark.parametrize(("one", "other"), [("Golo", "Kashuga"), ("Hurti", "Daffo"), ("Halgan", "Mahas"), ("Kupiansk", "Petropavlivka"), ("Odesa", "Izmail")])
def test_other_places_do_not(one: str, other: str) -> None:
    assert likeness(one, other) < 0.5


def test_a_name_inside_a_name_is_partly_like() -> None:
    assert likeness("Bab al-Hawa", "Bab al-Hawa border") == 0.6


def test_names_without_consonants_or_letters_do_not_fail() -> None:
    assert sound("Ouo") == ""
    assert likeness("Ouo", "Ouo") == 1.0
    assert likeness("", "Golo") == 0.0


def test_a_place_is_taken_apart_into_names_and_site_words() -> None:
    words = place_words("the Rasyan bridge in Al-Barh")
    assert [n for n, _ in words.names] == ["Rasyan", "Al-Barh"]
    assert words.sites == {"bridge"}
    assert place_words("the market").names == ()


@pytest.mark.parametrize("area", ["the Kharkiv region", "Masisi territory", "central Mali", "Ukraine's Kharkiv", "Kyaukme Township"])
def test_areas_are_told_from_small_places(area: str) -> None:
    assert [level for _, level in place_words(area).names] == ["area"]


def test_a_town_of_a_country_names_both() -> None:
    assert place_words("the Iraqi town of Shatra").names == (("Iraqi", "area"), ("Shatra", "local"))


def test_a_place_beside_another_is_marked() -> None:
    assert place_words("twenty kilometres northeast of Halgan").beside
    assert not place_words("Halgan").beside


def test_stems_meet_and_common_words_weigh_less() -> None:
    assert w.stem("strikes") == w.stem("strike") == w.stem("striking")
    assert w.weight(w.stem("killed")) < w.weight("librarian")


@pytest.mark.parametrize(
    ("words", "part"),
    [("at 10:20", w.MORNING), ("around 7 p.m.", w.EVENING), ("shortly after noon", w.NOON), ("overnight", w.NIGHT), ("at about 2115hrs", w.EVENING), ("on 04.11", 0), ("12 people", 0)],
)
def test_parts_of_the_day(words: str, part: int) -> None:
    assert w.hours(words) == part


def test_neighbouring_parts_of_the_day_do_not_clash() -> None:
    assert w.hours_clash(w.MORNING, w.EVENING)
    assert not w.hours_clash(w.MORNING, w.NOON)
    assert not w.hours_clash(0, w.NIGHT)


def test_cues() -> None:
    assert w.cues("They struck the depot again, a second raid") & w.NEW_CUE
    assert w.cues("the toll has gone up to 13") & w.TOLL_CUE
    assert w.cues("In all, 61 deaths since January") & w.SUMMARY_CUE
    assert w.cues("A year to the day after the ambush") & w.RECALL_CUE
    assert not w.cues("Jets bombed Shagra") & w.SUMMARY_CUE
