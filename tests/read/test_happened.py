"""Whether it happened: what the words around an event word correct, and what they leave as the model took it."""

from __future__ import annotations

import time

import pytest

from sijill.read.happened import corrected
from sijill.read.segment import sentences
from sijill.read.tag import Proposal
from sijill.records import ClaimType, Modality, Report, Span

Seen = tuple[ClaimType, Modality]


def proposal(text: str, word: str, type_: ClaimType, modality: Modality, raw: float = 0.8) -> Proposal:
    at = text.index(word)
    return Proposal(type_, Span(at, at + len(word)), Span(at, at + len(word)), 0, modality, (), (), (), (), raw, ("other", 0.0))


def told(text: str, word: str, type_: ClaimType, modality: Modality = "asserted") -> Seen:
    (found,) = corrected(text, sentences(Report("r", text)), [proposal(text, word, type_, modality)])
    return found.type, found.modality


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Police foiled a large bomb attack in Jos.", "attack", "explosive_device"),
        ("Guards prevented attacks on two hamlets.", "attacks", "attack"),
        ("The army managed to thwart an attempt by the cell to blow up a bridge.", "blow", "explosive_device"),
        ("The police stopped a car bomb attack on the court.", "bomb", "explosive_device"),
        ("The suicide attack on the mosque in Kano was quickly foiled.", "attack", "suicide_attack"),
        ("Officers averted a series of bombings.", "bombings", "explosive_device"),
        ("They prevented the cell from bombing a school.", "bombing", "explosive_device"),
        ("Air defences over the port repelled a massive drone attack.", "attack", "drone_strike"),
    ],
)
def test_an_attack_that_was_prevented_is_an_interception(text: str, word: str, type_: ClaimType) -> None:
    assert told(text, word, type_) == ("interception", "asserted")


@pytest.mark.parametrize(
    ("text", "word", "type_", "expected"),
    [
        ("Guards prevented the abduction of a priest.", "abduction", "abduction", ("abduction", "denied")),
        ("Troops were sent to prevent further attacks.", "attacks", "attack", ("attack", "possible")),
        ("The front denied that its men had looted the clinic.", "looted", "looting_destruction", ("looting_destruction", "denied")),
        ("He rejected claims by the army that rebels had taken Kindu.", "taken", "capture", ("capture", "denied")),
        ("There was no truth in reports that Kindu had fallen.", "fallen", "capture", ("capture", "denied")),
        ("Rumours that Kindu had fallen were false.", "fallen", "capture", ("capture", "denied")),
        ("The front denied any attack on the convoy.", "attack", "attack", ("attack", "denied")),
        ("It dismissed as baseless allegations of shelling in Bara.", "shelling", "shelling", ("shelling", "denied")),
        ("It neither confirmed nor denied that drones had hit Bara.", "hit", "drone_strike", ("drone_strike", "possible")),
        ("It is unclear whether rebels hold the bridge they seized.", "seized", "capture", ("capture", "possible")),
        ("The rebels failed to capture Kindu.", "capture", "capture", ("capture", "denied")),
        ("The rebels came close to capturing Kindu.", "capturing", "capture", ("capture", "denied")),
        ("The rebels tried to take Kindu.", "take", "capture", ("armed_clash", "asserted")),
        ("In an attempt by rebels to swiftly seize Kindu, nine died.", "seize", "capture", ("armed_clash", "asserted")),
        ("The rebels failed for the third time to seize Kindu.", "seize", "capture", ("capture", "denied")),
        ("The rebels tried again on Friday to take Kindu.", "take", "capture", ("armed_clash", "asserted")),
        ("Gunmen attempted to abduct three girls.", "abduct", "abduction", ("abduction", "denied")),
        ("The front threatened to bomb the port.", "bomb", "air_strike", ("air_strike", "planned")),
        ("The front will soon attack the port.", "attack", "attack", ("attack", "planned")),
        ("It was accused of planning more attacks.", "attacks", "attack", ("attack", "planned")),
        ("If the army storms Kindu, thousands flee.", "storms", "armed_clash", ("armed_clash", "possible")),
        ("The front may have shelled the camp.", "shelled", "shelling", ("shelling", "possible")),
        ("Had the shell hit the dam, the valley would have been flooded.", "hit", "shelling", ("shelling", "denied")),
        ("The bishop called for an end to the killing of farmers.", "killing", "attack", ("attack", "background")),
        ("They demanded that the army free the hostages.", "free", "other", ("other", "possible")),
    ],
)
def test_what_is_denied_tried_planned_or_demanded_did_not_happen_by_being_named(text: str, word: str, type_: ClaimType, expected: Seen) -> None:
    assert told(text, word, type_) == expected


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Soldiers repelled an attack on the base.", "attack", "armed_clash"),
        ("The guards failed to prevent the attack.", "attack", "attack"),
        ("A warning could have prevented the bombing.", "bombing", "explosive_device"),
        ("Police prevented the evacuation of people hurt in the shelling.", "shelling", "shelling"),
        ("An attack killed three and another was foiled.", "attack", "attack"),
        ("The army denied the report, saying rebels had shelled Bara.", "shelled", "shelling"),
        ("The army denied that it had lost men but confirmed that rebels shelled Bara.", "shelled", "shelling"),
        ("Aid groups were denied access after shelling in Bara.", "shelling", "shelling"),
        ("Israel denied that the strike had been a mistake.", "strike", "air_strike"),
        ("Families left due to clashes in Bara.", "clashes", "armed_clash"),
        ("Rebels threatened to kill hostages captured in Bara.", "captured", "abduction"),
        ("Those who could walk fled.", "walk", "displacement"),
        ("If these breaches go on, the deal is void.", "breaches", "ceasefire_violation"),
        ("Rebels tried to flee after they took Bara.", "took", "capture"),
        ("Had the attack succeeded, hundreds would have died.", "attack", "attack"),
    ],
)
def test_the_rest_stays_as_the_model_took_it(text: str, word: str, type_: ClaimType) -> None:
    assert told(text, word, type_) == (type_, "asserted")


def test_what_the_model_found_denied_is_not_made_to_happen() -> None:
    assert told("The rebels tried to take Kindu.", "take", "capture", "denied") == ("capture", "denied")


def test_of_two_that_come_to_tell_the_same_the_better_stays() -> None:
    text = "Police foiled a bomb attack."
    foiled, attack = proposal(text, "foiled", "interception", "asserted", 0.5), proposal(text, "attack", "explosive_device", "asserted", 0.7)
    whole = Span(0, len(text) - 1)
    both = [Proposal(p.type, p.word, whole, 0, p.modality, (), (), (), (), p.raw, p.runner_up) for p in (foiled, attack)]
    (found,) = corrected(text, sentences(Report("r", text)), both)
    assert (found.type, found.raw, found.corrected) == ("interception", 0.7, "by the words around it: it was prevented")


@pytest.mark.parametrize("words", ["denied that ", "prevented a ", "call for an end to ", "if a, ", "reports that ", "a " * 3, "to to "])
def test_a_sentence_of_the_greatest_length_costs_little(words: str) -> None:
    text = words * (980 // len(words)) + "attack"
    begun = time.perf_counter()
    for _ in range(5):
        told(text, "attack", "attack")
    assert time.perf_counter() - begun < 2
