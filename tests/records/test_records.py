"""The records refuse what cannot be, and are one thing with the contract's JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import jsonschema
import pytest

from sijill.records import (
    Actor,
    Claim,
    Claimant,
    ClaimRef,
    Count,
    Event,
    Evidence,
    Judgement,
    Mention,
    Place,
    Reading,
    Report,
    Skip,
    Span,
    When,
    check_reading,
    claim_id,
)
from sijill.records.contract import from_json, from_plain, schema, to_json, to_plain

TEXT = "Nine fighters of the group were killed on Wednesday in Anjara, a medic said."


def mention(words: str) -> Mention:
    at = TEXT.index(words)
    return Mention(words, at, at + len(words))


def claim() -> Claim:
    actor = Actor("HTS", "hts", "rebels", mention("fighters of the group"))
    return Claim(
        claim_id("r1", "air_strike", "asserted", 0, 61, 0), "air_strike", Evidence(0, 61, TEXT[:61]), (), (actor,),
        (Place("Anjara", "geonames:172749", 36.2, 37.0, 1, ("Syria", "Aleppo"), "at", mention("Anjara")), Place("Nowhere", None, None, None, None, (), "near", mention("Anjara"))),
        When(date(2024, 11, 27), date(2024, 11, 28), "day", mention("Wednesday")), (Count("killed", actor, "combatant", "person", 9, 9, 9, "exact", mention("Nine")),),
        Claimant("medic", "medic", mention("a medic")), "asserted", 0.9, "“killed” tells of air_strike",
    )  # fmt: skip


def test_a_reading_survives_json_without_loss() -> None:
    reading = Reading("r1", (claim(),), (Skip("language", 0, 4, "language ar"),))
    assert from_json(to_json(reading), Reading) == reading
    assert from_plain(json.loads(to_json(reading)), Reading) == reading


def test_the_json_is_the_contracts() -> None:
    plain = to_plain(claim())
    assert list(plain) == ["id", "type", "evidence", "by", "to", "places", "when", "counts", "claimant", "modality", "score", "why"]
    assert plain["when"] == {"start": "2024-11-27", "end": "2024-11-28", "precision": "day", "mention": {"text": "Wednesday", "start": 42, "end": 51}}
    assert plain["places"][1]["lat"] is None


def test_the_schema_accepts_what_is_written_and_refuses_what_is_not() -> None:
    whole = schema()
    reading = json.loads(to_json(Reading("r1", (claim(),), ())))
    validator = jsonschema.Draft202012Validator({**whole, "$ref": "#/$defs/Reading"})
    validator.validate(reading)
    reading["claims"][0]["type"] = "picnic"
    assert not validator.is_valid(reading)


def test_unknown_fields_are_ignored_and_wrong_ones_named() -> None:
    assert from_json('{"id": "a", "text": "b", "colour": "red"}', Report) == Report("a", "b")
    with pytest.raises(ValueError, match="text"):
        from_json('{"id": "a", "text": 3}', Report)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda c: c[1].pop("id"), "claims[1]: the field `id` is missing"), (lambda c: c[1].update(id=7), "claims[1].id: should be text, is a whole number"),
        (lambda c: c[1].update(id=None), "claims[1].id: should be text, is null"), (lambda c: c[1].update(id=" "), "claims[1]: id ' ' names no claim"),
        (lambda c: c[1].update(id="a\nb"), "an id is printable and not empty"),
        (lambda c: c[0].update(type="war"), "claims[0].type: 'war' is none of its codes"), (lambda c: c[0]["when"].update(start="soon"), "claims[0].when.start: is no date"),
        (lambda c: c[0].update(places={}), "claims[0].places: should be a list, is an object"), (lambda c: c[0]["places"][0].update(lat="36"), "claims[0].places[0].lat: should be a number or null, is text"),
    ],
)  # fmt: skip
def test_a_reading_that_is_none_says_where_and_what(change: Callable[[list[dict[str, Any]]], object], said: str) -> None:
    plain = json.loads(to_json(Reading("r1", (claim(), replace(claim(), id="c2")), ())))
    change(plain["claims"])
    with pytest.raises(ValueError, match=re.escape(said)):
        from_json(json.dumps(plain), Reading)
    with pytest.raises(ValueError, match=re.escape(said)):
        from_plain(plain, Reading)


@pytest.mark.parametrize(
    ("low", "best", "high", "quantifier"),
    [(3, 2, None, "about"), (-1, -1, -1, "exact"), (1, 1, 1, "vague"), (None, None, None, "exact"), (0, 0, 0, "unstated"), (1, 1, 2, "exact")],
)
def test_a_count_never_mixes_zero_unknown_and_unstated(low: int | None, best: int | None, high: int | None, quantifier: str) -> None:
    with pytest.raises(ValueError, match="count"):
        Count("killed", None, "unknown", "person", low, best, high, quantifier, mention("Nine"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [(date(2024, 1, 2), date(2024, 1, 2), "day"), (date(2024, 1, 2), date(2024, 1, 1), "day"), (None, None, "day"), (date(2024, 1, 2), date(2024, 1, 3), "unknown")],
)  # fmt: skip
def test_a_when_runs_forward_or_has_no_start(start: date | None, end: date | None, precision: str) -> None:
    with pytest.raises(ValueError, match="When"):
        When(start, end, precision, mention("Wednesday"))  # type: ignore[arg-type]


@pytest.mark.parametrize(("lat", "lon", "precision"), [(91.0, 0.0, 1), (0.0, 181.0, 1), (1.0, None, 1), (1.0, 1.0, 8)])
def test_a_place_lies_on_the_globe(lat: float, lon: float | None, precision: int) -> None:
    with pytest.raises(ValueError, match="place"):
        Place("X", None, lat, lon, precision, (), "at", mention("Anjara"))


def test_spans_mentions_and_evidence_fill_their_range() -> None:
    for wrong in (lambda: Span(4, 4), lambda: Span(-1, 3), lambda: Mention("abc", 0, 2), lambda: Evidence(0, 5, "abc")):
        with pytest.raises(ValueError, match="range"):
            wrong()


def test_a_reading_points_only_at_words_that_stand_there() -> None:
    report = Report("r1", TEXT)
    check_reading(report, Reading("r1", (claim(),), ()))
    with pytest.raises(ValueError, match="does not stand"):
        check_reading(Report("r1", "x" + TEXT), Reading("r1", (claim(),), ()))


@pytest.mark.parametrize("stamp", ["yesterday", "2024-02-30", "24-01-01", "0001-01-01"])
def test_a_date_that_is_none_is_refused(stamp: str) -> None:
    with pytest.raises(ValueError, match="published"):
        Report("r", "text", published=stamp)


def test_a_report_proves_its_text() -> None:
    assert Report("r", "abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert Report("r", "abc", published="2024-11-28T23:30:00+03:00").day == date(2024, 11, 28)


def test_a_judgement_names_author_reason_and_zone() -> None:
    now = datetime(2024, 11, 28, tzinfo=UTC)
    Judgement("j1", "confirm", ("c1",), "Amal", now, "two independent sources")
    for bad in (("", "why", now, ("c1",)), ("Amal", " ", now, ("c1",)), ("Amal", "why", datetime(2024, 11, 28), ("c1",)), ("Amal", "why", now, ())):
        with pytest.raises(ValueError, match=r"judgement|confirm"):
            Judgement("j1", "confirm", bad[3], bad[0], bad[2], bad[1])
    with pytest.raises(ValueError, match="two claims"):
        Judgement("j1", "merge", ("c1", "c1"), "Amal", now, "same")


def test_an_event_rests_on_claims() -> None:
    with pytest.raises(ValueError, match="no claim"):
        Event("e1", "attack", (), (), (), None, (), (), "weak", (), "draft", "")
    assert Event("e1", "attack", (), (), (), None, (ClaimRef("r", "c"),), (), "weak", (), "draft", "").claims
