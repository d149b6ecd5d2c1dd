"""Claims made elsewhere get the ids and points that the reader would have given; what is resolved already stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sijill.knowledge import Knowledge, load_knowledge
from sijill.read.resolve import resolved
from sijill.records import Actor, Claim, Count, Evidence, Mention, Place, Reading, Report, check_reading

REPORT = Report("r", "Russian forces shelled Kharkiv and Xqzwville in Ukraine, killing three soldiers of the brigade.", published="2024-11-26")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def words(text: str) -> Mention:
    start = REPORT.text.index(text)
    return Mention(text, start, start + len(text))


def actor(text: str, id_: str | None = None) -> Actor:
    return Actor(text, id_, "other", words(text))


def place(text: str) -> Place:
    return Place(text, None, None, None, None, (), "at", words(text))


CLAIM = Claim(
    "c", "shelling", Evidence(0, len(REPORT.text), REPORT.text), (actor("Russian forces"),), (actor("soldiers of the brigade"),), (place("Kharkiv"), place("Xqzwville")), None,
    (Count("killed", actor("soldiers"), "unknown", "person", 3, 3, 3, "exact", words("three")),), None, "asserted", 1.0, "gold",
)  # fmt: skip


def test_what_is_known_is_resolved_and_the_rest_stays_a_name(knowledge: Knowledge) -> None:
    reading = resolved(REPORT, Reading("r", (CLAIM,), ()), knowledge)
    check_reading(REPORT, reading)
    (claim,) = reading.claims
    assert (claim.by[0].id, claim.by[0].kind) == ("ru-forces", "state_forces")
    assert claim.to[0].name == "soldiers of the brigade"
    kharkiv, nowhere = claim.places
    assert kharkiv.lat == pytest.approx(49.99, abs=0.1)
    assert (nowhere.name, nowhere.id, nowhere.lat) == ("Xqzwville", None, None)
    assert claim.counts[0].low == 3
    assert [p.mention for p in claim.places] == [p.mention for p in CLAIM.places]


def test_what_is_resolved_already_stays(knowledge: Knowledge) -> None:
    own = replace(CLAIM, by=(actor("Russian forces", "mine"),), places=(Place("Kharkiv", "mine:1", 1.0, 2.0, 1, (), "at", words("Kharkiv")),))
    (claim,) = resolved(REPORT, Reading("r", (own,), ()), knowledge).claims
    assert claim.by == own.by
    assert claim.places == own.places


def test_resolving_twice_changes_nothing_more(knowledge: Knowledge) -> None:
    once = resolved(REPORT, Reading("r", (CLAIM,), ()), knowledge)
    assert resolved(REPORT, once, knowledge) == once
