"""An encoding is taken where it is said or certain; where it is not, the user is asked rather than a name misread."""

from __future__ import annotations

import pytest

from sijill.errors import InputError
from sijill.ingest.decode import decode

ARABIC = "قالت مصادر محلية إن القصف المدفعي استهدف مدينة الأتارب في ريف حلب الغربي يوم الأربعاء، ما أدى إلى مقتل تسعة مدنيين وإصابة آخرين بجروح."
RUSSIAN = "Российские войска обстреляли Купянск в понедельник, погибли три человека, сообщил глава областной администрации."
FRENCH = "Au moins neuf combattants ont été tués mercredi près d’Alep, selon des sources médicales."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [ARABIC, RUSSIAN, FRENCH, "plain"])
def test_unicode_is_known_by_itself(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding), "a.txt")
    assert found.text == text
    assert not found.guessed


@pytest.mark.parametrize(("text", "encoding"), [(ARABIC, "cp1256"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "iso8859-5")])
def test_a_certain_code_page_is_taken_and_marked_as_a_guess(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding), "a.txt")
    assert found.text == text
    assert found.guessed


def test_an_uncertain_code_page_is_asked_for() -> None:
    with pytest.raises(InputError, match=r"a\.txt:2: is not UTF-8, and its encoding cannot be told for sure \(.*--encoding"):
        decode(b"first line\n" + FRENCH.encode("cp1252"), "a.txt")
    assert decode(FRENCH.encode("cp1252"), "a.txt", said="windows-1252").text == FRENCH


def test_the_users_word_counts_and_must_fit() -> None:
    with pytest.raises(InputError, match=r"a\.txt:1: is not in utf-8, as said"):
        decode(FRENCH.encode("cp1252"), "a.txt", said="utf-8")
    for unknown in ("klingon", "rot13", "base64"):
        with pytest.raises(InputError, match="is no known encoding"):
            decode(b"abc", "a.txt", said=unknown)


def test_a_declared_encoding_counts_where_the_file_is_not_utf8() -> None:
    assert decode(FRENCH.encode("cp1252"), "a.html", declared="windows-1252").text == FRENCH
    assert decode(FRENCH.encode(), "a.html", declared="windows-1252").text == FRENCH
    for useless in ("klingon", "utf-16", "ascii"):
        assert decode(ARABIC.encode("cp1256"), "a.html", declared=useless).text == ARABIC


def test_broken_utf8_is_not_taken_for_a_code_page() -> None:
    raw = f"one\ntwo\n{ARABIC}".encode()
    for broken in (raw[:-2], raw.replace("حلب".encode(), b"\xd8\xd8\xd8")):
        with pytest.raises(InputError, match=r"a\.txt:3: is broken UTF-8"):
            decode(broken, "a.txt")
