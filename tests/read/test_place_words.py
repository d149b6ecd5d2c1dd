"""What the words of a place mention say besides the name."""

from __future__ import annotations

import pytest

from sijill.read.place_words import Name, compass, place_words


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
        ("Zaporizhzhia fronts", "Zaporizhzhia", "around"),
        ("Kupiansk axes", "Kupiansk", "around"),
        ("the northern countryside of Hama", "Hama", "part"),
        ("a village about 30 miles south of Khartoum", "Khartoum", "offset"),
        ("the Port-au-Prince road", "Port-au-Prince", "site"),
        ("Al-Hasakah road", "Al-Hasakah", "site"),
        ("near Zamzam camp", "Zamzam", "around"),
        ("the Bab al-Hawa border camps", "Bab al-Hawa", "border"),
        ("عنجارة", "عنجارة", "at"),
    ],
)
def test_name_and_how_it_lies(text: str, name: str, lies: str) -> None:
    assert (last(text).text, last(text).lies) == (name, lies)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Kharkiv region", "region"), ("the village of El Plateado", "village"), ("Zamzam camp", "camp"), ("the Pakistani province of Balochistan", "region"), ("Tawila locality", "district"), ("Tank districts", "district"), ("the Lebanese border town of Aitaroun", "town")],
)
def test_kinds_that_the_words_say(text: str, kind: str) -> None:
    assert kind in last(text).kinds


def test_outer_names_come_first() -> None:
    assert [n.text for n in place_words("North Darfur").names] == ["North Darfur", "Darfur"]
    assert "Port Sudan" in [n.text for n in place_words("Port Sudan's airport").names]
    assert place_words("Democratic Republic of the Congo").names[0].text == "Democratic Republic of the Congo"


@pytest.mark.parametrize("text", ["North Darfur state", "South Kivu province", "Western Equatoria State", "northern Shan State"])
def test_a_division_does_not_lose_its_direction(text: str) -> None:
    """Whichever of the two a gazetteer has: the division with its direction comes before the bare name."""
    names = [n.text for n in place_words(text).names]
    assert names[1:] == [text.rpartition(" ")[0], text.split()[1]]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("the Kaduna–Abuja road", ("Kaduna", "Abuja")), ("Kaduna-Abuja highway", ("Kaduna", "Abuja")), ("the Bamako - Ségou road", ("Bamako", "Ségou")),
        ("Deir ez-Zor–Raqqa road", ("Deir ez-Zor", "Raqqa")), ("the Damascus–Aleppo M5 highway", ("Damascus", "Aleppo")),
    ],
)  # fmt: skip
def test_a_road_named_by_its_ends(text: str, ends: tuple[str, str]) -> None:
    words = place_words(text)
    assert (words.names[-1].text, words.other) == ends
    assert words.names[-1].lies == "between"


def test_a_bearing_has_a_name() -> None:
    assert [compass(b) for b in (0.0, 44.0, 180.0, 271.0, 350.0)] == ["north", "northeast", "south", "west", "north"]


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


@pytest.mark.parametrize("text", ["the dıstrict of Nawan", "Nawan DİSTRICT", "the vıllage of Nawan"])
def test_a_kind_is_known_whatever_i_it_is_written_with(text: str) -> None:
    assert (last(text).text, bool(last(text).kinds)) == ("Nawan", True)
