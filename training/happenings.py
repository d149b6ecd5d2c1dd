"""Reports whose gold claims are marked with the happening they tell: told claims as if a reader had read all and resolved nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sijill.events.origins import origins
from sijill.records import Actor, Claim, Claimant, Count, Evidence, Mention, Place, Report, Told, When
from sijill.records.contract import from_plain

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Marked:
    """A told claim, its happening (None if it tells none, or several), and the episode of its report, the unit of all splits."""

    told: Told
    happening: str | None
    episode: str


def _find(text: str, quote: str) -> Mention:
    """The mention of a gold quote: "words", or "words@2" for the second occurrence. ValueError if it does not stand in the text."""
    found = re.fullmatch(r"(.*)@(\d+)", quote, re.DOTALL)
    words, nth = (found[1], int(found[2])) if found else (quote, 1)
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            raise ValueError(f"not in text: {quote!r}")
    return Mention(words, at, at + len(words))


def _actor(forms: list[str], text: str, near: int) -> Actor:
    """The mention of the first surface form that stands nearest to an offset."""
    words = re.sub(r"@\d+$", "", forms[0])
    spots = [m.start() for m in re.finditer(re.escape(words), text)]
    start = min(spots, key=lambda s: abs(s - near))
    return Actor(words, None, "other", Mention(words, start, start + len(words)))


def _when(row: dict[str, Any] | None, text: str) -> When | None:
    if not row:
        return None
    plain = {"start": row["start"], "end": row["end"], "precision": "day" if row["start"] else "unknown"}
    mention = _find(text, row["text"])
    return from_plain({**plain, "mention": {"text": mention.text, "start": mention.start, "end": mention.end}}, When)


def _count(row: dict[str, Any], text: str) -> Count:
    return Count(row["measure"], None, row["status"], row["unit"], row["low"], row["best"], row["high"], row["quantifier"], _find(text, row["text"]))


def gold_claim(row: dict[str, Any], name: str, text: str) -> Claim:
    """One gold claim as a Claim: names and mentions, no ids, no coordinates."""
    at = _find(text, row["evidence"])
    places = []
    for p in row.get("places") or ():
        mention = _find(text, p["text"])
        places.append(Place(mention.text, None, None, None, None, (), p["role"], mention))
    says = row.get("claimant")
    mention = _find(text, says["text"]) if says else None
    return Claim(
        name, row["type"], Evidence(at.start, at.end, at.text), tuple(_actor(a, text, at.start) for a in row.get("by") or ()),
        tuple(_actor(a, text, at.end) for a in row.get("to") or ()), tuple(places), _when(row.get("when"), text),
        tuple(_count(q, text) for q in row.get("counts") or ()), Claimant(mention.text, says["kind"], mention) if says and mention else None,
        row["modality"], 1.0, "gold",
    )  # fmt: skip


def _rows(paths: Iterable[Path]) -> list[dict[str, Any]]:
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _report(row: dict[str, Any]) -> Report:
    return Report(row["id"], row["text"], row.get("title"), row.get("published"), row.get("outlet"))


def marked_reports(paths: Iterable[Path]) -> list[Report]:
    """The reports of some files, in file order."""
    return [_report(row) for row in _rows(paths)]


def marked_claims(paths: Iterable[Path]) -> list[Marked]:
    """The claims of all reports of some files, in file order. Claim ids are "<report>#<number>"."""
    rows = _rows(paths)
    reports = [_report(r) for r in rows]
    origin = origins(reports)
    out: list[Marked] = []
    for row, report in zip(rows, reports, strict=True):
        for number, claim in enumerate(row["claims"]):
            read = gold_claim(claim, f"{report.id}#{number}", report.text)
            told = Told(read, report.id, report.day, report.outlet, origin[report.id])
            out.append(Marked(told, claim.get("happening"), str(row["episode"])))
    return out


def within_claims() -> list[Marked]:
    """Claims of the reports that corpus/within.tsv marks: which of one report tell one happening. Each report is an episode of its own."""
    marks = dict(line.split("\t") for line in (HERE / "corpus" / "within.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    rows = [row for row in _rows(sorted((HERE / "corpus").glob("*.jsonl"))) if row["id"] in marks]
    out: list[Marked] = []
    for row in rows:
        report = _report(row)
        for number, (claim, letter) in enumerate(zip(row["claims"], marks[report.id], strict=True)):
            told = Told(gold_claim(claim, f"{report.id}#{number}", report.text), report.id, report.day, report.outlet, report.id)
            out.append(Marked(told, None if letter == "-" else f"{report.id}/{letter}", report.id))
    return out


def training_files() -> list[Path]:
    """The project's own marked reports: training/corpus/happenings.jsonl and what was written after it."""
    return sorted((HERE / "corpus").glob("happenings*.jsonl"))
