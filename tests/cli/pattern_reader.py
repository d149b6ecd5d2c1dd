"""A reader that knows one kind of sentence, so that verbs are tested apart from the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sijill.errors import SijillError
from sijill.records import Actor, Claim, Claimant, Count, Evidence, Mention, Place, Reading, Report, Skip, When, claim_id

SENTENCE = re.compile(
    r"(?P<by>\w+ (?:army|forces)) shelled (?P<place>Kupiansk|Vovchansk|Nowhere) on (?P<day>Monday|Tuesday), killing (?P<killed>\w+) (?P<whom>civilians)(?:, (?P<says>[^.,]+) said)?"
)
POINTS = {"Kupiansk": (49.7064, 37.6167), "Vovchansk": (50.2905, 36.941)}


@dataclass
class PatternReader:
    """Reads SENTENCE and nothing else; fails on a report that says "cannot be asked"."""

    name: str = "pattern-1"
    numbers: Mapping[str, int] = field(default_factory=lambda: {"two": 2, "three": 3, "five": 5})

    def read(self, report: Report, /) -> Reading:
        if "cannot be asked" in report.text:
            raise SijillError("the endpoint did not answer", "try again")
        claims = tuple(_claim(report, found, self.numbers) for found in SENTENCE.finditer(report.text))
        skips = tuple(Skip("count", m.start(), m.end(), "no figure in these words") for m in re.finditer("dozens", report.text))
        return Reading(report.id, claims, skips)


def _claim(report: Report, found: re.Match[str], numbers: Mapping[str, int]) -> Claim:
    def words(group: str) -> Mention:
        return Mention(found[group], found.start(group), found.end(group))

    lat, lon = POINTS.get(found["place"], (None, None))
    start = date(2024, 11, 25) + timedelta(days=["Monday", "Tuesday"].index(found["day"]))
    number = numbers.get(found["killed"])
    count = Count("killed", None, "civilian", "person", number, number, number, "exact" if number else "vague", words("killed"))
    return Claim(
        id=claim_id(report.id, "shelling", "asserted", found.start(), found.end(), 0), type="shelling", evidence=Evidence(found.start(), found.end(), found[0]),
        by=(Actor(found["by"], None, "state_forces", words("by")),), to=(Actor("civilians", None, "civilians", words("whom")),),
        places=(Place(found["place"], f"x:{found['place']}" if lat else None, lat, lon, 1 if lat else None, ("Ukraine", "Kharkiv Oblast") if lat else (), "at", words("place")),),
        when=When(start, start + timedelta(days=1), "day", words("day")), counts=(count,),
        claimant=Claimant(found["says"], "medic", words("says")) if found["says"] else None, modality="asserted", score=0.9,
        why="“shelled” tells of shelling rather than attack (0.20); the place is the only one of its name",
    )  # fmt: skip
