"""Speakers: their kind, and how far their word carries."""

from __future__ import annotations

from sijill.read.says import carried, quotations, speeches
from sijill.read.segment import paragraphs, sentences
from sijill.records import Mention, Report

STATEMENT = (
    "Minister speaks on the fighting\n\nThe Foreign Minister, Ann Lee, said:\n\nThe army shelled the town again.\n\nTen people died.\n\nNotes to editors\n\nThe town has a market."
)


def test_a_said_line_carries_to_the_end_of_the_statement() -> None:
    report = Report("r", STATEMENT)
    (speech,) = speeches(report, sentences(report))
    assert speech.speaker.text == "Ann Lee"
    assert STATEMENT[speech.start : speech.end].endswith("Ten people died.")


def test_a_quoted_statement_ends_with_its_closing_mark() -> None:
    text = "The governor said:\n\n“They shelled us.\n\n“Ten died.”\n\nThe army did not comment."
    report = Report("r", text)
    (speech,) = speeches(report, sentences(report))
    assert text[speech.start : speech.end].endswith("“Ten died.”")


def test_a_quotation_belongs_to_the_speaker_beside_it() -> None:
    text = "“They came at night and burned forty houses in the village,” said the elder. The army denied it."
    quotes = tuple(quotations(text, tuple(paragraphs(text))))
    at = text.index("the elder")
    speaker = Mention("the elder", at, at + 9)
    assert carried(text.index("burned"), (), quotes, (speaker,)) == speaker
    assert carried(text.index("denied"), (), quotes, (speaker,)) is None


def test_without_a_speaker_nobody_is_made_up() -> None:
    report = Report("r", "The army shelled the town. Ten people died.")
    assert speeches(report, sentences(report)) == ()
