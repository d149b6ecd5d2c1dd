"""Gold reports: annotated with quotes, read with offsets. The format is described in eval/gold/README.md."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sijill.records import Mention, Report


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A place as the text calls it."""

    mention: Mention
    role: str


@dataclass(frozen=True, slots=True)
class GoldWhen:
    """A time expression and its half-open days; null where the words cannot be dated."""

    mention: Mention
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class GoldCount:
    """A figure."""

    mention: Mention
    measure: str
    quantifier: str
    low: float | None
    best: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim; an actor is the tuple of surface forms that count as right."""

    type: str
    evidence: Mention
    by: tuple[tuple[str, ...], ...]
    to: tuple[tuple[str, ...], ...]
    places: tuple[GoldPlace, ...]
    when: GoldWhen | None
    counts: tuple[GoldCount, ...]
    claimant: Mention | None
    modality: str


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report with its claims."""

    report: Report
    claims: tuple[GoldClaim, ...]


def spot(text: str, quote: str) -> Mention:
    """Where a quote stands: "words", or "words@2" for the second time. ValueError if it does not."""
    found = re.fullmatch(r"(.*)@(\d+)", quote, re.S)
    words, nth = (found[1], int(found[2])) if found else (quote, 1)
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            raise ValueError(f"not in the text: {quote!r}")
    return Mention(words, at, at + len(words))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _claim(text: str, row: dict[str, Any]) -> GoldClaim:
    when, speaker = row.get("when"), row.get("claimant")
    return GoldClaim(
        row["type"], spot(text, row["evidence"]),
        *(tuple(tuple(re.sub(r"@\d+$", "", f) for f in forms) for forms in row.get(side) or ()) for side in ("by", "to")),
        tuple(GoldPlace(spot(text, p["text"]), p["role"]) for p in row.get("places") or ()),
        GoldWhen(spot(text, when["text"]), _day(when["start"]), _day(when["end"])) if when else None,
        tuple(GoldCount(spot(text, q["text"]), q["measure"], q["quantifier"], q["low"], q["best"], q["high"]) for q in row.get("counts") or ()),
        spot(text, speaker["text"]) if speaker else None, row["modality"],
    )  # fmt: skip


def gold_report(row: dict[str, Any]) -> GoldReport:
    """One gold row. ValueError names report and claim of a quote that does not stand in the text."""
    report = Report(row["id"], row["text"], row.get("title"), row.get("published"), row.get("outlet"), row.get("url"), row.get("language"))
    claims = []
    for n, claim in enumerate(row["claims"]):
        try:
            claims.append(_claim(report.text, claim))
        except ValueError as wrong:
            raise ValueError(f"{report.id} claim {n}: {wrong}") from None
    return GoldReport(report, tuple(claims))


def load(path: Path) -> Iterator[GoldReport]:
    """The reports of a gold file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield gold_report(json.loads(line))
