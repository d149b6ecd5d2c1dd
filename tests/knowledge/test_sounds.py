"""Folding, sounds and letters: spellings of one name meet, spellings of different names stay apart."""

from __future__ import annotations

import pytest

from sijill.knowledge.folding import fold, script, skeleton
from sijill.knowledge.sounds import Manner, consonants, letters, manner_of, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [("Al-Maʿāra", "al maara"), ("Łódź", "lodz"), ("  Deir   ez-Zor ", "deir ez zor"), ("قرية", "قريه"), ("ALEPPO", "aleppo"), ("Kup’yans’k", "kupyansk")],
)
def test_marks_case_and_apostrophes_do_not_tell_names_apart(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_folding_keeps_different_names_apart() -> None:
    assert len({fold(n) for n in ("Hama", "Homs", "حماة", "حمص", "Хама")}) == 5
    assert skeleton("Al-Hasakah") == skeleton("Hasakah") != skeleton("Hasakeh")


@pytest.mark.parametrize(("text", "written"), [("Ḩawţah", "latin"), ("الحوطة", "arabic"), ("Київ", "cyrillic"), ("חאלב", "hebrew"), ("アレッポ", "other"), ("46", "none")])
def test_script(text: str, written: str) -> None:
    assert script(text) == written


@pytest.mark.parametrize(
    ("manner", "spellings"),
    [
        ("arabic", ("Cheïkh Aaqîl", "Shaykh ‘Aqil", "Sheikh Aqil", "شيخ عقيل", "الشيخ عقيل")),
        ("arabic", ("Kafr Nubl", "Kafer Nabel", "كفر نبل")),
        ("slavic", ("Vovchansk", "Wowtschansk", "Вовчанськ")),
        ("slavic", ("Shchastia", "Szczastia", "Щастя")),
    ],
)
def test_spellings_in_any_script_share_their_consonants(manner: Manner, spellings: tuple[str, ...]) -> None:
    assert len({consonants(sound(s, manner)) for s in spellings}) == 1


def test_letters_tell_what_sounds_do_not() -> None:
    assert letters("Ar Rayḩānīyah", "arabic") == letters("الريحانية", "arabic")
    assert letters("Ḩawţah", "arabic") == letters("حوطة", "arabic") != letters("هوتة", "arabic")
    assert sound("Ḩawţah", "arabic") == sound("Hawtah", "arabic")
    assert letters("Глибоке", "slavic") == fold("Hlyboke")


def test_a_country_has_one_manner() -> None:
    assert (manner_of("SY"), manner_of("UA"), manner_of("CO")) == ("arabic", "slavic", "latin")


@pytest.mark.parametrize("odd", ["", "—", "46", "ーー", "\u200f", "ا", "al"])
def test_odd_names_break_nothing(odd: str) -> None:
    for manner in ("arabic", "slavic", "latin"):
        heard = sound(odd, manner)  # type: ignore[arg-type]
        assert isinstance(consonants(heard), str)
        assert isinstance(letters(odd, manner), str)  # type: ignore[arg-type]
