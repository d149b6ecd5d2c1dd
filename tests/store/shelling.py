"""Small invented reports with readings made by hand: what the store is tested with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from sijill.records import Claim, ClaimRef, Count, Event, EventWhen, Evidence, Judgement, Mention, Place, Reading, Report, Skip, When, claim_id


def report(number: int) -> Report:
    text = f"Shells hit Kupiansk on Monday, killing {number + 2} people – “Куп’янськ” 🔴.\nShots were heard in Vovchansk."
    return Report(f"r{number:05}", text, title="Shells", published="2024-11-26", outlet="Border Wire", url="https://example.org/a", language="en")


def words(of: Report, text: str) -> Mention:
    start = of.text.index(text)
    return Mention(text, start, start + len(text))


def claim(of: Report, type_: str = "shelling", quote: str = "Shells hit Kupiansk on Monday", **values: object) -> Claim:
    found = words(of, quote)
    made = Claim(
        id=claim_id(of.id, type_, "asserted", found.start, found.end, 0), type=type_, evidence=Evidence(found.start, found.end, quote),  # type: ignore[arg-type]
        by=(), to=(), places=(), when=None, counts=(), claimant=None, modality="asserted", score=0.9, why="the verb",
    )  # fmt: skip
    return replace(made, **values)  # type: ignore[arg-type]


def strike(of: Report) -> Claim:
    """The shelling with its place, day and toll."""
    dead = of.text.split("killing ")[1].split(" ")[0]
    return claim(
        of,
        places=(Place("Kupiansk", "geonames:703656", 49.7064, 37.6167, 1, ("Ukraine", "Kharkiv Oblast"), "at", words(of, "Kupiansk")),),
        when=When(date(2024, 11, 25), date(2024, 11, 26), "day", words(of, "Monday")),
        counts=(Count("killed", None, "unknown", "person", int(dead), int(dead), int(dead), "exact", words(of, dead)),),
    )


def shots(of: Report) -> Claim:
    """The undated, unplaced shooting of the same report."""
    return claim(of, "armed_clash", "Shots were heard in Vovchansk")


def pair(number: int) -> tuple[Report, Reading]:
    made = report(number)
    return made, Reading(made.id, (strike(made), shots(made)), (Skip("where", 0, 6, "no place"),))


def judgement(kind: str, *subjects: str, id_: str = "j1", reason: str = "seen on film") -> Judgement:
    return Judgement(id_, kind, subjects, "N. Haddad", datetime(2024, 12, 1, 9, 30, tzinfo=UTC), reason)  # type: ignore[arg-type]


def event(id_: str, of: Report) -> Event:
    first = strike(of)
    when = EventWhen(date(2024, 11, 25), date(2024, 11, 26), "the day that one report gives")
    return Event(id_, "shelling", (), (), first.places, when, (ClaimRef(of.id, first.id),), (), "weak", (), "draft", "one claim")
