"""The situation on a day, from hand-made readings in a store: every verb, every format, and outlooks that are kept and scored."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, timedelta
from typing import Any

import pytest

from sijill.pipeline import rebuild_events
from sijill.records import Actor, Claim, Claimant, Count, Evidence, Mention, Place, Reading, Report, When, claim_id
from sijill.store import open_store

VERBS = ("control", "displacement", "harm", "forces", "agreements", "disputes", "outlook")


def claim(report: Report, type_: str, quote: str, **values: Any) -> Claim:
    start = report.text.index(quote)
    made: dict[str, Any] = {"by": (), "to": (), "places": (), "when": None, "counts": (), "claimant": None, "modality": "asserted", **values}
    return Claim(
        id=claim_id(report.id, type_, made["modality"], start, start + len(quote), 0), type=type_, evidence=Evidence(start, start + len(quote), quote), score=0.9, why="by hand", **made  # type: ignore[arg-type]
    )  # fmt: skip


def words(report: Report, text: str) -> Mention:
    start = report.text.index(text)
    return Mention(text, start, start + len(text))


def anjaf(report: Report) -> Place:
    return Place("Anjaf", "x:1", 36.2, 36.9, 1, ("Syria", "Aleppo"), "at", words(report, "Anjaf"))


def two_reports() -> list[tuple[Report, Reading]]:
    first = Report(
        "a", "HTS captured Anjaf on Wednesday, it said. The clashes drove 650 families out of Anjaf. A hospital in Anjaf was shelled, killing two civilians. "
        "Reinforcements were sent to Anjaf. The ceasefire of March was breached. Aid groups warned of more fighting.", published="2024-11-28", outlet="Border Wire",
    )  # fmt: skip
    hts, army = Actor("HTS", "hts", "rebels", words(first, "HTS")), Actor("civilians", None, "civilians", words(first, "civilians"))
    wednesday = When(date(2024, 11, 27), date(2024, 11, 28), "day", words(first, "Wednesday"))
    claims = (
        claim(first, "capture", "HTS captured Anjaf on Wednesday", by=(hts,), places=(anjaf(first),), when=wednesday, claimant=Claimant("HTS", "party", words(first, "HTS"))),
        claim(first, "displacement", "The clashes drove 650 families out of Anjaf", places=(anjaf(first),), counts=(Count("displaced", None, "civilian", "household", 650, 650, 650, "exact", words(first, "650 families")),)),
        claim(first, "shelling", "A hospital in Anjaf was shelled, killing two civilians", to=(army,), places=(anjaf(first),), when=wednesday, counts=(Count("killed", army, "civilian", "person", 2, 2, 2, "exact", words(first, "two")),)),
        claim(first, "movement", "Reinforcements were sent to Anjaf", by=(hts,), places=(anjaf(first),)),
        claim(first, "ceasefire_violation", "The ceasefire of March was breached", by=(hts,)),
        claim(first, "warning", "Aid groups warned of more fighting", modality="possible", claimant=Claimant("Aid groups", "ngo", words(first, "Aid groups"))),
    )  # fmt: skip
    second = Report("b", "HTS did not shell the hospital in Anjaf on Wednesday, HTS said. Nobody was killed.", published="2024-11-29", outlet="Town Paper")
    denied = claim(
        second, "shelling", "HTS did not shell the hospital in Anjaf on Wednesday", by=(Actor("HTS", "hts", "rebels", words(second, "HTS")),), places=(anjaf(second),),
        when=When(date(2024, 11, 27), date(2024, 11, 28), "day", words(second, "Wednesday")), modality="denied", claimant=Claimant("HTS", "party", words(second, "HTS")),
    )  # fmt: skip
    return [(first, Reading("a", claims, ())), (second, Reading("b", (denied,), ()))]


def months() -> list[tuple[Report, Reading]]:
    """A strike a month for two years, so that there is something to count."""
    made = []
    for n in range(24):
        day = date(2022, 11, 10) + timedelta(days=30 * n)
        report = Report(f"m{n:02}", f"A strike hit Anjaf on {day}, killing {n % 4 + 2} people.", published=str(day), outlet="Border Wire")
        when = When(day, day + timedelta(days=1), "day", words(report, str(day)))
        dead = Count("killed", None, "unknown", "person", n % 4 + 2, n % 4 + 2, n % 4 + 2, "exact", words(report, f"{n % 4 + 2} people"))
        made.append((report, Reading(report.id, (claim(report, "air_strike", report.text, places=(anjaf(report),), when=when, counts=(dead,)),), ())))
    return made


@pytest.fixture
def register(run: Any) -> Any:
    with open_store("sijill.sqlite") as store:
        list(store.add_many([*two_reports(), *months()]))
        rebuild_events(store)
    return run


def rows(run: Any, *args: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run(*args, "--format", "csv").stdout)))


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_in_every_format(register: Any, verb: str) -> None:
    on = ("--on", "2024-11-30") if verb in {"control", "agreements", "outlook"} else ()
    told = register(verb, *on).stdout
    assert max(map(len, told.splitlines())) <= 100 or verb == "displacement"
    assert rows(register, verb, *on)
    assert json.loads(register(verb, *on, "--format", "json").stdout)


def test_control_of_a_place(register: Any) -> None:
    told = register("control", "--on", "2024-11-30").stdout
    for said in ("Anjaf", "HTS", "2024-11-27"):
        assert said in told
    (row,) = rows(register, "control", "--on", "2024-11-30", "--place", "anjaf", "--actor", "hts")
    assert (row["state"], row["holder"], row["attested"]) == ("held", "HTS", "claimant alone")
    assert rows(register, "control", "--on", "2024-11-20") == []
    assert rows(register, "control", "--on", "2024-11-30", "--actor", "army") == []
    (feature,) = json.loads(register("control", "--on", "2024-11-30", "--format", "geojson").stdout)["features"]
    assert feature["geometry"]["coordinates"] == [36.9, 36.2]
    assert len(json.loads(register("control", "--on", "2024-11-30", "--format", "geojson", "--areas").stdout)["features"]) >= 1
    assert rows(register, "control", "--on", "2024-11-30", "--known", "2020-01-01") == []
    assert rows(register, "control", "--on", "2024-11-27") == []
    (hindsight,) = rows(register, "control", "--on", "2024-11-27", "--known", "2024-11-28")
    assert hindsight["holder"] == "HTS"
    assert rows(register, "control", "--on", "2024-11-30", "--recorded", "2024-11-30") == []


def test_displacement_shows_households_and_persons(register: Any) -> None:
    told = register("displacement").stdout
    assert "“650" in told
    assert "families”" in told
    assert "households" in told
    assert "Syria, displaced (flow)" in told
    found = json.loads(register("displacement", "--format", "json").stdout)
    assert found["happenings"][0]["figures"][0]["reported"] == 650
    assert rows(register, "displacement", "--place", "Darfur") == []


def test_harm_forces_agreements_and_disputes(register: Any) -> None:
    (hurt,) = rows(register, "harm", "--since", "2024-11-27")
    assert hurt["killed"] == "2"
    assert "hospital" in hurt["harmed"]
    (moved,) = rows(register, "forces", "--actor", "HTS")
    assert moved["who"] == "HTS"
    (life,) = rows(register, "agreements", "--on", "2024-11-30")
    assert "breached" in life["steps"]
    about = {(d["about"], d["who"]) for d in rows(register, "disputes", "--place", "Anjaf")}
    assert ("occurrence", "HTS") in about


@pytest.mark.parametrize("verb", VERBS)
def test_a_table_fits_an_old_terminal_and_breaks_no_date_and_no_event(register: Any, monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    day = ("--on", "2024-11-30") if verb in {"control", "agreements", "outlook"} else ()
    told = register(verb, *day).stdout
    assert max(map(len, told.split("\n"))) <= 80
    if verb != "outlook":
        assert not re.search(r"2024-\d\d(?!-\d\d)|2024-(?!\d)", told), told
    if "event " in told.split("\n")[0]:
        assert re.search(r"^e[0-9a-f]{9} ", told, re.M)


def test_a_rejected_event_is_no_part_of_the_situation(register: Any) -> None:
    event = json.loads(register("events", "--type", "displacement", "--format", "jsonl").stdout)["id"]
    register("judge", "reject", event, "--author", "N. Haddad", "--reason", "an old film")
    assert rows(register, "displacement") == []


def test_an_outlook_is_kept_and_scored_when_its_months_are_over(register: Any) -> None:
    told = register("outlook", "--on", "2024-03-01").stdout
    assert "Aleppo, Syria" in told
    assert re.search(r"2024-0[3-6]", told), told
    kept = register("outlook", "--on", "2024-03-01", "--keep").stderr
    assert "outlooks kept" in kept
    assert "0 outlooks kept" in register("outlook", "--on", "2024-03-01", "--keep").stderr
    scored = rows(register, "outlook", "--score", "--on", "2024-11-30")
    assert {s["baseline"] for s in scored}
    assert all(float(s["CRPS_of_log1p"]) >= 0 for s in scored)
    assert rows(register, "outlook", "--score", "--on", "2024-03-02") == []
    assert "warned of more fighting" in register("outlook", "--on", "2024-11-30").stdout
    assert "do not go together" in register("outlook", "--keep", "--score", code=2).stderr
