"""What is not English prose becomes a skip that names the language."""

from __future__ import annotations

import pytest

from sijill.read.language import unread
from sijill.read.segment import sentences
from sijill.records import Report


def reasons(text: str) -> list[str]:
    report = Report("r", text)
    return [s.reason for s in unread(report, sentences(report))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قُتل تسعة من عناصر الفصائل في غارات على ريف إدلب الجنوبي صباح الأربعاء", "ar"),
        ("Российские войска обстреляли город ночью, сообщили местные власти", "ru"),
        ("Les forces armées ont repris le village hier soir après de violents combats", "fr"),
        ("El ejército abatió a tres guerrilleros en la zona rural del municipio", "es"),
    ],
)
def test_another_language_is_recognised(text: str, code: str) -> None:
    assert reasons(text) == [f"language {code}: this reader reads English"]


@pytest.mark.parametrize("text", ["aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNlNjQ" * 9, "12 | 33 | 4.5 | 77\n1 | 2 | 3 | 44 | 55 | 66 | 9999 | 22"])
def test_tables_and_codes_are_no_prose(text: str) -> None:
    assert set(reasons(text)) == {"no prose: figures, codes or a table"}


@pytest.mark.parametrize("text", ["The army shelled Idlib.", "Kafr Bissin, Bala, Al-Houta", "Sudan: Army Repels Attack on El Fasher, Dozens Killed", "RSF", "Gunmen ambush convoy, kill 6 soldiers", "Airstrike kills Houthi commander", "M23 rebels seize Walikale, residents say"])
def test_english_headlines_and_lists_of_names_are_read(text: str) -> None:
    assert reasons(text) == []


def test_only_the_foreign_paragraph_of_a_mixed_report_is_skipped() -> None:
    text = "The army shelled the town on Monday.\nقُتل تسعة من عناصر الفصائل في غارات على ريف إدلب\nTwo people were killed in it."
    report = Report("r", text)
    assert [text[s.start : s.end][:4] for s in unread(report, sentences(report))] == ["قُتل"[:4]]


@pytest.mark.parametrize(
    ("strange", "reason"),
    [
        ("Les forces armées ont repris le village hier soir après de violents combats.", "language fr: this reader reads English"),
        ("Los rebeldes atacaron el puesto de policía en la noche.", "language es: this reader reads English"),
        ("Das Dorf wurde von der Armee mit Raketen angegriffen.", "language de: this reader reads English"),
        ("Российские войска обстреляли город ночью.", "language ru: this reader reads English"),
        ("🔥🔥!", "no prose: figures, codes or a table"),
    ],
)
def test_a_foreign_sentence_in_an_english_paragraph_is_skipped_alone(strange: str, reason: str) -> None:
    text = f"El Fasher was shelled on Monday. {strange} Nine people died."
    report = Report("r", text)
    assert [(text[s.start : s.end], s.reason) for s in unread(report, sentences(report))] == [(strange, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen ambush convoy near Puerto de la Cruz. Six soldiers die.",
        "They met in Rio de la Plata. La Voz de los Andes said so. The Frente de Liberación de la Costa denied it.",
        "Clashes hit Deir ez-Zor. Two die. Talks in Port-au-Prince on Monday.",
    ],
)
def test_foreign_names_make_no_foreign_sentence(text: str) -> None:
    assert reasons(text) == []


def test_the_short_sentences_of_a_foreign_paragraph_are_skipped_with_it() -> None:
    assert len(reasons("Les forces armées ont repris le village hier soir après de violents combats. Aucune victime. Le maire est arrivé avec des secours dans la nuit.")) == 3
