"""Speakers: their kind, and how far their word carries."""

from __future__ import annotations

import pytest

from sijill.knowledge import Knowledge
from sijill.read.context import Context
from sijill.read.pronouns import is_pronoun
from sijill.read.says import antecedent, attributions, carried, claimant, quotations, speeches
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


SPOKEN = "The army shelled the town, Col. Ann Lee said on Monday. It used drones too, she added. According to the mayor, ten died. No one had fled, he told reporters. Residents, who were said to be safe, left."


def test_wording_names_the_speaker_of_a_sentence() -> None:
    found = attributions(SPOKEN, sentences(Report("r", SPOKEN)))
    assert {k: m.text for k, m in found.items()} == {0: "Col. Ann Lee", 1: "she", 2: "the mayor", 3: "he"}
    assert all(SPOKEN[m.start : m.end] == m.text for m in found.values())


def test_a_pronoun_is_followed_back_to_the_last_name() -> None:
    found = attributions(SPOKEN, sentences(Report("r", SPOKEN)))
    named = tuple(m for m in found.values() if not is_pronoun(m.text))
    assert [antecedent(found[k].start, named) for k in (1, 3)] == [found[0], found[2]]
    assert antecedent(0, named) is None
    assert antecedent(found[3].start + 5_000, named) is None


@pytest.mark.parametrize("text", ["Ten people are reported dead.", "Ten people, including a boy who was said to be six, died.", "It was not said where."])
def test_a_verb_of_saying_alone_names_nobody(text: str) -> None:
    assert attributions(text, sentences(Report("r", text))) == {}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the Attorney General", "official"),
        ("the Prosecutor-General", "official"),
        ("the General Directorate of Public Safety", "official"),
        ("General Ali Musa", "party"),
        ("the president of the M23", "party"),
        ("the M23’s governor", "official"),
        ("the president of Kenya", "official"),
        ("Syrian state agency SANA", "media"),
    ],
)
def test_titles_tell_soldiers_from_officials(words: str, kind: str, knowledge: Knowledge) -> None:
    mention = Mention(words, 0, len(words))
    assert claimant(mention, (words,), Context((), {}), knowledge.actors, knowledge.terms).kind == kind
