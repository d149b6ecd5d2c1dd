"""What the words of a place mention say besides the name."""

from __future__ import annotations

import pytest

from sijill.read.place_words import Name, place_words


def last(text: str) -> Name:
    return place_words(text).names[-1]


@pytest.mark.parametrize(
    ("text", "name", "lies"),
    [
        ("Anjara", "Anjara", "at"),
        ("western Aleppo", "Aleppo", "part"),
        ("eastern, northern, and southern Idlib", "Idlib", "part"),
        ("villages across eastern and southern Idlib", "Idlib", "part"),
        ("the east of Idlib", "Idlib", "part"),
        ("north of Kosti", "Kosti", "around"),
        ("Daraa western countryside", "Daraa", "part"),
        ("Beirut's southern suburbs", "Beirut", "around"),
        ("the outskirts of the city of Aleppo", "Aleppo", "around"),
        ("Idlib city’s industrial zone", "Idlib", "site"),
        ("Nyala airport", "Nyala", "site"),
        ("the Kupiansk direction", "Kupiansk", "around"),
        ("near Zamzam camp", "Zamzam", "around"),
        ("the Bab al-Hawa border camps", "Bab al-Hawa", "border"),
        ("عنجارة", "عنجارة", "at"),
    ],
)
def test_name_and_how_it_lies(text: str, name: str, lies: str) -> None:
    assert (last(text).text, last(text).lies) == (name, lies)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Kharkiv region", "region"), ("the village of El Plateado", "village"), ("Zamzam camp", "camp"), ("the Pakistani province of Balochistan", "region"), ("Tawila locality", "district"), ("the Lebanese border town of Aitaroun", "town")],
)
def test_kinds_that_the_words_say(text: str, kind: str) -> None:
    assert kind in last(text).kinds


def test_outer_names_come_first() -> None:
    assert [n.text for n in place_words("North Darfur").names] == ["North Darfur", "Darfur"]
    assert "Port Sudan" in [n.text for n in place_words("Port Sudan's airport").names]
    assert place_words("Democratic Republic of the Congo").names[0].text == "Democratic Republic of the Congo"


def test_distance_and_direction() -> None:
    words = place_words("approximately 20 kilometers northeast of Halgan")
    assert (words.names[-1].text, words.km, words.bearing) == ("Halgan", 20.0, 45.0)
    assert place_words("10 miles (16 km) east of Vovchansk").km == pytest.approx(16.1)
    assert place_words("5 km from Sake").bearing is None


def test_between_and_within() -> None:
    assert (place_words("the road from Benkovac to Kistanje").names[-1].text, place_words("the road from Benkovac to Kistanje").other) == ("Benkovac", "Kistanje")
    assert place_words("Chad's Wadi Fira province").within == "Chad"
    assert place_words("Orum al-Kubra, Aleppo province").within == "Aleppo"


def test_numbered_names_are_rigid() -> None:
    assert place_words("Regiment 46").rigid
    assert not place_words("Anjara").rigid


@pytest.mark.parametrize("text", ["the village", "its southern quarters", "within 15 km of the capital", "", "—", "nearby"])
def test_words_without_a_name(text: str) -> None:
    assert not place_words(text).names


@pytest.mark.parametrize("text", ["of of of X", "X" * 3000, "the the the", "between and", "10 km of", "'s", "north of north of north of north of Y", "A, B, C, D, E, F"])
def test_odd_words_break_nothing(text: str) -> None:
    place_words(text)
