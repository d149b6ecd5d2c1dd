"""The word lists: every pattern matches its own words and nothing inside other words; a broken file is named."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import yaml

from sijill.errors import KnowledgeError
from sijill.knowledge import DATA
from sijill.knowledge.terms import Terms, load_terms
from sijill.records import ActorKind, ClaimantKind

ROWS = yaml.safe_load((DATA / "terms.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def terms() -> Terms:
    return load_terms(DATA)


@pytest.mark.parametrize(("key", "name"), [("combatant_words", "combatant"), ("civilian_words", "civilian"), ("uncertain_status_words", "anybody"), ("vehicle_words", "vehicle")])
def test_every_word_of_a_list_is_matched_in_any_case(key: str, name: str, terms: Terms) -> None:
    pattern = getattr(terms, name)
    assert [w for w in ROWS[key] if not pattern.fullmatch(w) or not pattern.fullmatch(w.upper())] == []


def test_plurals_are_matched_and_words_inside_words_are_not(terms: Terms) -> None:
    assert terms.combatant.search("two soldiers")
    assert terms.vehicle.search("five tanks")
    claimants = {kind: pattern for kind, pattern in terms.claimant_kinds}
    assert claimants["witness"].search("eyewitnesses")
    assert claimants["media"].search("two news agencies")
    assert claimants["party"].search("Gen. Musa Adam")
    assert not terms.civilian.search("the reason, the season")
    assert not terms.vehicle.search("a tankard of scars")
    assert terms.civilian.search("children’s home")


def test_the_longest_words_win(terms: Terms) -> None:
    found = terms.combatant.search("a police officer")
    assert found and found.group() == "police officer"


def test_kinds_are_those_of_the_contract(terms: Terms) -> None:
    assert {k for k, _ in terms.actor_kinds} <= set(get_args(ActorKind))
    assert {k for k, _ in terms.claimant_kinds} <= set(get_args(ClaimantKind))
    assert len(dict(terms.actor_kinds)) == len(terms.actor_kinds)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("the villagers", "civilians"), ("armed insurgents", "rebels"), ("thousands of demonstrators", "protesters"), ("army units", "state_forces"), ("unidentified gunmen", "unidentified")],
)
def test_the_nouns_of_a_phrase_tell_its_kind(words: str, kind: str, terms: Terms) -> None:
    assert next(k for k, pattern in terms.actor_kinds if pattern.search(words)) == kind


def test_a_missing_file_is_named_with_a_cure(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"terms\.yaml") as told:
        load_terms(tmp_path)
    assert told.value.hint


@pytest.mark.parametrize("content", [b"a: [", b"combatant_words: none", b"", b"- soldier", b"42", b"a: \xff\xfe", b"a: \x00"])
def test_a_broken_file_is_named_with_a_cure(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_bytes(content)
    with pytest.raises(KnowledgeError, match=r"terms\.yaml") as told:
        load_terms(tmp_path)
    assert told.value.hint


def test_a_kind_that_the_contract_does_not_know_is_refused(tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text(yaml.safe_dump({**ROWS, "actor_kinds": {"wizards": ["wizard"]}}), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="actor_kinds"):
        load_terms(tmp_path)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Wafa", "media"), ("the Kivu Morning Post", "media"), ("Iran's Tasnim", "media"), ("Israeli daily Haaretz", "media"), ("The Guardian", "media"), ("Dawn", "media"),
        ("B’Tselem".replace("’", "'"), "ngo"), ("Oryx", "monitor"), ("the governor of Fars", None), ("dawn", None), ("Memorial Hospital", None), ("the guardian of the shrine", None),
    ],
)  # fmt: skip
def test_a_name_of_who_reports_must_be_all_of_the_words(words: str, kind: str | None, terms: Terms) -> None:
    assert next((k for k, pattern in terms.claimant_names if pattern.fullmatch(words)), None) == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the ombudsman", "official"), ("Investigators", "official"), ("A forensic team", "official"), ("the coroner", "official"), ("the village head", "official"),
        ("Aid workers", "ngo"), ("the bishop", "ngo"), ("Emergency Lawyers", "monitor"), ("a UNFPA spokesperson", "un"), ("a priest", "witness"), ("the morning post", "media"),
    ],
)  # fmt: skip
def test_a_claimants_words_tell_its_kind(words: str, kind: str, terms: Terms) -> None:
    assert next((k for k, pattern in terms.claimant_kinds if pattern.search(words)), None) == kind
