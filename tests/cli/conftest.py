"""The program run in this process, with a reader that knows one kind of sentence, so that verbs are tested apart from the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sijill.cli import main
from sijill.errors import SijillError
from sijill.records import Actor, Claim, Claimant, Count, Evidence, Mention, Place, Reading, Report, Skip, When, claim_id
from sijill.settings import Settings

SENTENCE = re.compile(
    r"(?P<by>\w+ (?:army|forces)) shelled (?P<place>Kupiansk|Vovchansk|Nowhere) on (?P<day>Monday|Tuesday), killing (?P<killed>\w+) (?P<whom>civilians)(?:, (?P<says>[^.,]+) said)?"
)
POINTS = {"Kupiansk": (49.7064, 37.6167), "Vovchansk": (50.2905, 36.941)}
NUMBERS = {"two": 2, "three": 3, "five": 5}


class PatternReader:
    """Reads SENTENCE and nothing else; fails on a report that says "cannot be asked"."""

    name = "pattern-1"

    def read(self, report: Report, /) -> Reading:
        if "cannot be asked" in report.text:
            raise SijillError("the endpoint did not answer", "try again")
        claims = tuple(_claim(report, found) for found in SENTENCE.finditer(report.text))
        skips = tuple(Skip("count", m.start(), m.end(), "no figure in these words") for m in re.finditer("dozens", report.text))
        return Reading(report.id, claims, skips)


def _claim(report: Report, found: re.Match[str]) -> Claim:
    def words(group: str) -> Mention:
        return Mention(found[group], found.start(group), found.end(group))

    lat, lon = POINTS.get(found["place"], (None, None))
    start = date(2024, 11, 25) + timedelta(days=["Monday", "Tuesday"].index(found["day"]))
    number = NUMBERS.get(found["killed"])
    count = Count("killed", None, "civilian", "person", number, number, number, "exact" if number else "vague", words("killed"))
    return Claim(
        id=claim_id(report.id, "shelling", "asserted", found.start(), found.end(), 0), type="shelling", evidence=Evidence(found.start(), found.end(), found[0]),
        by=(Actor(found["by"], None, "state_forces", words("by")),), to=(Actor("civilians", None, "civilians", words("whom")),),
        places=(Place(found["place"], f"x:{found['place']}" if lat else None, lat, lon, 1 if lat else None, ("Ukraine", "Kharkiv Oblast") if lat else (), "at", words("place")),),
        when=When(start, start + timedelta(days=1), "day", words("day")), counts=(count,),
        claimant=Claimant(found["says"], "medic", words("says")) if found["says"] else None, modality="asserted", score=0.9,
        why="“shelled” tells of shelling rather than attack (0.20); the place is the only one of its name",
    )  # fmt: skip


def load(_: Settings) -> PatternReader:
    return PatternReader()


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs a verb in a folder of its own; fails the test on anything but the exit code that is expected."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sijill.cli.readers.load_reader", load)
    for name in ("COLUMNS", "SIJILL_CONFIG", "SIJILL_STORE"):
        monkeypatch.delenv(name, raising=False)

    def verb(*args: object, code: int = 0, stdin: bytes | str | None = None) -> Result:
        result = CliRunner().invoke(main, [str(a) for a in args], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    yield verb


FIRST = (
    "Two strikes in the Kharkiv region\nKHARKIV – Russian forces shelled Kupiansk on Monday, killing three civilians, medics said.\n"
    "Russian forces shelled Vovchansk on Tuesday, killing dozens civilians.\n"
)
SECOND = "Kupiansk market hit\nRussian forces shelled Kupiansk on Monday, killing five civilians, the mayor said.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two reports of different outlets, of which one happening is told twice."""
    first, second = tmp_path / "first.txt", tmp_path / "second.md"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(f"---\noutlet: Town Paper\npublished: 2024-11-27\n---\n# {SECOND}", encoding="utf-8")
    return first, second


@pytest.fixture
def filled(run: Run, files: tuple[Path, Path]) -> Run:
    """The same, with both reports in the store."""
    run("add", files[0], "--published", "2024-11-26", "--outlet", "Border Wire")
    run("add", files[1])
    return run
