"""Words around a place name that belong to it, found in the text itself."""

from __future__ import annotations

import time

import pytest

from sijill.read.place_spans import completed, holder


def whole(text: str, *names: str) -> list[str]:
    spans = [(text.index(n), text.index(n) + len(n)) for n in names]
    found = completed(text, spans)
    return [text[slice(*found[s])] for s in spans]


@pytest.mark.parametrize(
    ("text", "name", "completed_"),
    [
        ("A mine went off 12 km west of Dori on Monday.", "Dori", "12 km west of Dori"),
        ("A mine went off 12 km west of Dori on Monday.", "west of Dori", "12 km west of Dori"),
        ("The lorry burned some 15 kilometres (9 miles) north-east of Ménaka.", "Ménaka", "some 15 kilometres (9 miles) north-east of Ménaka"),
        ("Two posts about 30 miles south of Khartoum were hit.", "Khartoum", "about 30 miles south of Khartoum"),
        ("Shells fell 5 km east of the city of Donetsk.", "Donetsk", "5 km east of the city of Donetsk"),
        ("The guards had a post 25 km from Bunia.", "Bunia", "25 km from Bunia"),
        ("A patrol west of Kidal was fired on.", "Kidal", "west of Kidal"),
        ("They camped in the outskirts of El Obeid.", "El Obeid", "the outskirts of El Obeid"),
        ("The northern countryside of Hama was hit.", "Hama", "The northern countryside of Hama"),
        ("Men fought in the Mexican state of Zacatecas.", "Zacatecas", "the Mexican state of Zacatecas"),
        ("Men raided Kwari village of Zamfara state.", "Zamfara", "Zamfara state"),
        ("Shells fell in Kharkiv region at dawn.", "Kharkiv", "Kharkiv region"),
        ("A store in Bara city's market burned.", "Bara", "Bara"),
        ("Twenty men of Kidal left.", "Kidal", "Kidal"),
        ("Kidal was quiet.", "Kidal", "Kidal"),
    ],
)
def test_words_of_distance_and_direction_belong_to_the_name(text: str, name: str, completed_: str) -> None:
    assert whole(text, name) == [completed_]


@pytest.mark.parametrize(
    ("text", "names", "both"),
    [
        ("Gunmen stopped a bus between Gao and Ansongo at noon.", ("Gao", "Ansongo"), "between Gao and Ansongo"),
        ("Lorries burned on the road between Goma and Sake.", ("the road between Goma", "Sake"), "the road between Goma and Sake"),
        ("Lorries burned on the main road from Goma to Sake.", ("Goma",), "the main road from Goma to Sake"),
        ("Mines lie along the highway linking Mopti with Gao.", ("Mopti", "Gao"), "the highway linking Mopti with Gao"),
    ],
)
def test_both_ends_of_a_way_are_one_place(text: str, names: tuple[str, ...], both: str) -> None:
    assert whole(text, *names) == [both] * len(names)


def test_a_quarter_is_not_a_part_of_its_town_s_words() -> None:
    assert whole("Tanks fired on the Zeitoun neighbourhood of Gaza City.", "the Zeitoun neighbourhood", "Gaza City") == ["the Zeitoun neighbourhood", "Gaza City"]


def test_talks_between_two_are_no_way() -> None:
    assert whole("Talks between Rabat and the envoy took place in Oran.", "Oran") == ["Oran"]
    assert whole("A quarrel between Algiers and Rabat grew.", "Algiers") == ["Algiers"]


@pytest.mark.parametrize(
    ("text", "name", "larger", "firm"),
    [
        ("Men raided Kwari in Zamfara on Friday.", "Kwari", "Zamfara", True),
        ("Men raided Kwari village of Zamfara state on Friday.", "Kwari", "Zamfara state", True),
        ("Men raided Kwari (Zamfara).", "Kwari", "Zamfara", True),
        ("Men raided Kwari, a farming village in the north of Zamfara.", "Kwari", "Zamfara", True),
        ("Men raided Pauk, a town in the central Magway Region, on Friday.", "Pauk", "the central Magway Region", True),
        ("A car was hit in Ain Qana, southern Lebanon, at noon.", "Ain Qana", "southern Lebanon", False),
        ("A car was hit in Ain Qana, southern Lebanon.", "Ain Qana", "southern Lebanon", False),
        ("In Chuhuiv, Russia denied it.", "Chuhuiv", None, False),
        ("Shells hit Goma, Sake and Masisi.", "Goma", None, False),
        ("Shells hit Goma, Sake, Kanyabayonga and Masisi.", "Goma", None, False),
        ("Shells hit Goma.", "Goma", None, False),
    ],
)
def test_the_larger_place_behind_a_name(text: str, name: str, larger: str | None, firm: bool) -> None:
    found = holder(text, text.index(name) + len(name))
    assert (found and found.text) == larger
    if found:
        assert found.firm == firm
        assert text[slice(*found.span)] == found.text


@pytest.mark.parametrize("unit", ["between A and ", "Aaa ", "road from the ", "1,000 ", "10 km ", "north of the ", "Aa, ", "a"])
def test_a_line_of_a_million_letters_is_read_in_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    before = time.process_time()
    completed(text, [(500_000, 500_004), (600_000, 600_010)])
    holder(text, 500_004)
    assert time.process_time() - before < 2
