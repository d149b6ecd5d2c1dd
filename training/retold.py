"""Happenings in many tellings, in the short notation of training/retold/*.txt, as marked claims.

    #e d01                          an episode: one place and time, some happenings
    @ outlet | 2024-07-03           a report; its text is the next line
    = h1 shelling!den | evidence | at A; B | near C | from D | to E | when words > start [end] | k words 9 civ | by X | vs Y | say Z : kind
A claim's happening (`-`: none of its own, or several), type and modality, then its slots; every quote stands in the text ("words@2": its
second occurrence). Counts: k killed, i injured, m missing, x captured, d displaced, s strikes, o other; the number is 9, >=14, <=5, ~650,
4-11 or - for none; com, civ, mix or nothing for the status.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sijill.events.origins import origins
from sijill.records import Actor, Claim, Claimant, Count, Evidence, Mention, Place, Report, Told, When
from training.happenings import Marked

HERE = Path(__file__).parent / "retold"
_MEASURES = {"k": "killed", "i": "injured", "m": "missing", "x": "captured", "d": "displaced", "s": "strikes", "o": "other"}
_MODALITIES = {"den": "denied", "pos": "possible", "pla": "planned", "bac": "background", "": "asserted"}
_STATUSES = {"com": "combatant", "civ": "civilian", "mix": "mixed", "": "unknown"}
_COUNT = re.compile(r"(?P<words>.+?) (?P<number>-|[<>]=\d+|~\d+|\d+-\d+|\d+)(?: (?P<status>com|civ|mix))?$")


def _spot(text: str, words: str, near: int = 0) -> Mention:
    """The mention of words, the first from `near` on, else the first at all. ValueError if they do not stand in the text."""
    found = re.fullmatch(r"(.*)@(\d+)", words)
    plain, nth = (found[1], int(found[2])) if found else (words, 0)
    if nth:
        at = -1
        for _ in range(nth):
            at = text.find(plain, at + 1)
    else:
        at = text.find(plain, near)
        at = at if at >= 0 else text.find(plain)
    if at < 0:
        raise ValueError(f"{words!r} does not stand in {text[:60]!r}")
    return Mention(plain, at, at + len(plain))


def _count(text: str, key: str, value: str, near: int) -> Count:
    found = _COUNT.fullmatch(value)
    if not found:
        raise ValueError(f"no count: {value!r}")
    number, mention = found["number"], _spot(text, found["words"], near)
    low = best = high = None
    quantifier = "exact"
    if number == "-":
        quantifier = "vague"
    elif number.startswith(">="):
        low, quantifier = int(number[2:]), "at_least"
    elif number.startswith("<="):
        high, quantifier = int(number[2:]), "at_most"
    elif number.startswith("~"):
        best, quantifier = int(number[1:]), "about"
    elif "-" in number:
        low, high = (int(n) for n in number.split("-"))
        quantifier = "about"
    else:
        low = best = high = int(number)
    unit = "strike" if key == "s" else "household" if "household" in text[mention.end : mention.end + 12] or "famil" in text[mention.end : mention.end + 9] else "person"
    return Count(_MEASURES[key], None, _STATUSES[found["status"] or ""], unit, low, best, high, quantifier, mention)  # type: ignore[arg-type]


def _when(text: str, value: str, near: int) -> When:
    words, _, days = value.partition(" > ")
    start, *rest = (date.fromisoformat(d) for d in days.split())
    end = rest[0] if rest else start + timedelta(days=1)
    return When(start, end, "day" if end - start == timedelta(days=1) else "range", _spot(text, words, near))


def _claim(text: str, name: str, line: str) -> tuple[Claim, str | None]:
    head, evidence, *slots = (part.strip() for part in line.split(" | "))
    mark, _, kind = head.partition(" ")
    kind, _, modality = kind.partition("!")
    at = _spot(text, evidence)
    places: list[Place] = []
    sides: dict[str, list[Actor]] = {"by": [], "vs": []}
    counts: list[Count] = []
    when, claimant = None, None
    for slot in slots:
        key, _, value = slot.partition(" ")
        if key in {"at", "near", "from", "to"}:
            for words in value.split("; "):
                m = _spot(text, words, at.start)
                places.append(Place(m.text, None, None, None, None, (), key, m))  # type: ignore[arg-type]
        elif key in sides:
            for words in value.split("; "):
                m = _spot(text, words, at.start)
                sides[key].append(Actor(m.text, None, "other", m))
        elif key == "when":
            when = _when(text, value, at.start)
        elif key == "say":
            words, _, speaker = value.rpartition(" : ")
            m = _spot(text, words)
            claimant = Claimant(m.text, speaker, m)  # type: ignore[arg-type]
        else:
            counts.append(_count(text, key, value, at.start))
    claim = Claim(
        name, kind, Evidence(at.start, at.end, at.text), tuple(sides["by"]), tuple(sides["vs"]), tuple(places), when, tuple(counts), claimant,  # type: ignore[arg-type]
        _MODALITIES[modality], 1.0, "gold",  # type: ignore[arg-type]
    )  # fmt: skip
    return claim, None if mark == "-" else mark


def _reports(path: Path) -> Iterator[tuple[str, Report, list[str]]]:
    """(episode, report, claim lines) of a file."""
    episode, number = "", 0
    held: tuple[str, Report, list[str]] | None = None
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line.startswith("#e "):
            episode, number = line[3:].strip(), 0
        elif line.startswith("@ "):
            if held:
                yield held
            outlet, _, day = line[2:].partition(" | ")
            number += 1
            held = episode, Report(f"rt-{episode}-r{number:02}", next(lines).strip(), None, day.strip(), outlet.strip()), []
        elif line.startswith("= ") and held:
            held[2].append(line[2:])
    if held:
        yield held


def retold_reports() -> list[Report]:
    """All reports of training/retold, in file order."""
    return [report for path in sorted(HERE.glob("*.txt")) for _, report, _ in _reports(path)]


def retold_claims() -> list[Marked]:
    """All claims of training/retold, in file order."""
    rows = [row for path in sorted(HERE.glob("*.txt")) for row in _reports(path)]
    origin = origins([report for _, report, _ in rows])
    out: list[Marked] = []
    for episode, report, lines in rows:
        for k, line in enumerate(lines):
            claim, mark = _claim(report.text, f"{report.id}#{k}", line)
            told = Told(claim, report.id, report.day, report.outlet, origin[report.id])
            out.append(Marked(told, f"{episode}-{mark}" if mark else None, episode))
    return out
