"""The tables that verbs print: at most 120 columns wide, readable at 80, and never more than a reader can tell the source of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.console import RenderableType
from rich.text import Text

from sijill.cli.grid import Column, Grid
from sijill.cli.shell import plain
from sijill.export.words import code_words, count_words, days_words, names, range_words, toll_line, when_words
from sijill.records import Actor, Claim, Event, Place, Reading, Report, Skip, Told, Toll
from sijill.store import Tally

_MOST_PLACES = 6
_OF_PEOPLE = frozenset({"killed", "injured", "missing", "captured", "displaced", "returned"})
_MADE = re.compile(r"[cdej][0-9a-f]{15}")
_SHORT = 10
_ONE_LINE = 40
_LEAST = 8


def table(*columns: str) -> Grid:
    """An empty table. "#n" is a column of numbers; "!n" keeps its words in one line; "n:12" is at least 12 wide while others can give way."""
    return Grid([Column(c.lstrip("#!").partition(":")[0], _ONE_LINE if c[0] in "#!" else int(c.partition(":")[2] or _LEAST), c.startswith("#")) for c in columns])


def short(id_: str) -> str:
    """The beginning of an id that Sijill made, which every verb takes for the whole; other ids as they are."""
    return id_[:_SHORT] if _MADE.fullmatch(id_) else id_


def counted(number: int, noun: str) -> str:
    """ "1 report", "2 reports"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def cell(words: str, style: str = "") -> Text:
    """Words as a cell: what looks like markup or a control sign in them stays words."""
    return Text(plain(words), style)


def stacked(*parts: str) -> Text:
    """Several words in one cell, each on a line of its own; empty ones take none."""
    return Text("\n".join(plain(part) for part in parts if part))


def row(into: Grid, *cells: str | Text) -> None:
    """Adds a row."""
    into.add(*(c if isinstance(c, Text) else cell(c) for c in cells))


def heading(report: Report) -> Text:
    """A report in two lines: title; id, day, outlet."""
    about = " · ".join(part for part in (report.id, report.published or "no date", report.outlet or "no outlet") if part)
    return Text.assemble((plain(report.title or "(no title)"), "bold"), "\n", (plain(about), "dim"))


def sides(by: Sequence[Actor], to: Sequence[Actor]) -> tuple[str, str]:
    """Who, and → whom."""
    return names(by) or ("?" if to else ""), f"→ {names(to)}" if to else ""


def where(places: Sequence[Place]) -> str:
    """Place names, with what they are where they are not simply `at`; "?" behind those that could not be located."""
    told = [f"{'' if p.role == 'at' else p.role + ' '}{p.name}{'' if p.lat is not None else ' ?'}" for p in places]
    shown = list(dict.fromkeys(told))
    return "; ".join(shown[:_MOST_PLACES]) + (f"; {len(shown) - _MOST_PLACES} more" if len(shown) > _MOST_PLACES else "")


def happening(claim: Claim) -> str:
    """The type, with what kind of statement it is unless it is asserted."""
    return code_words(claim.type) + ("" if claim.modality == "asserted" else f" ({claim.modality})")


def days_told(claim: Claim) -> str:
    """The days, or the words where they could not be dated."""
    return "" if claim.when is None else when_words(claim.when) if claim.when.start else f"“{claim.when.mention.text}”"


def figures(claim: Claim) -> tuple[str, ...]:
    """All counts of a claim, each in words."""
    return tuple(count_words(c) if c.measure.startswith(c.unit) else f"{c.measure}: {count_words(c)}" for c in claim.counts)


def claims_table(claims: Iterable[Claim], first: int = 1) -> Grid:
    """Claims in order, numbered from `first`, the numbers that `sijill explain` takes."""
    made = table("#", "what, when:12", "who → whom:13", "where:11", "how many:12", "who says:10", "#score")
    for number, c in enumerate(claims, first):
        speaker = c.claimant.name if c.claimant else ""
        cells = (stacked(happening(c), days_told(c)), stacked(*sides(c.by, c.to)), where(c.places), stacked(*figures(c)), speaker)
        row(made, str(number), *cells, f"{c.score:.2f}")
    return made


def skips_lines(report: Report, skips: Sequence[Skip]) -> Text:
    """What of a report was not read, a line each."""
    said = [f"not read ({s.stage}): “{_short(report.text[s.start : s.end], 60)}”: {s.reason}" for s in skips]
    return Text("\n".join(plain(line) for line in said), "dim")


def _short(words: str, most: int) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= most else one_line[: most - 1] + "…"


def reading_parts(report: Report, reading: Reading) -> Iterable[RenderableType]:
    """A report with its claims and skips, to be printed one under the other."""
    yield heading(report)
    yield claims_table(reading.claims) if reading.claims else Text("no claim found", "dim")
    if reading.skips:
        yield skips_lines(report, reading.skips)
    yield ""


def told_table(told: Sequence[Told]) -> Grid:
    """Claims of many reports, each with its report and who says so there (the outlet where nobody else does)."""
    made = table("!claim", "what, when:12", "who → whom:12", "where:9", "how many:12", "who says, report:14")
    for t in told:
        c = t.claim
        speaker = c.claimant.name if c.claimant else t.outlet or ""
        cells = (stacked(happening(c), days_told(c)), stacked(*sides(c.by, c.to)), where(c.places), stacked(*figures(c)), stacked(speaker, t.report))
        row(made, short(c.id), *cells)
    return made


def reports_table(reports: Iterable[Report], tallies: Mapping[str, Tally]) -> Grid:
    """Reports with how much was read of them."""
    made = table("report", "!published", "outlet", "title", "#claims", "#not read")
    for r in reports:
        tally = tallies.get(r.id, Tally(0, 0))
        row(made, r.id, (r.published or "")[:10], r.outlet or "", r.title or "", str(tally.claims), str(tally.skips))
    return made


def tolls(event: Event) -> tuple[str, ...]:
    """What somebody said of how many people; all figures are shown by `sijill event`."""
    return tuple(toll_line(t) for t in event.toll if t.state != "unknown" and t.measure in _OF_PEOPLE)


def events_table(events: Iterable[Event]) -> Grid:
    """Events in order; a machine's draft looks like one."""
    made = table("!event", "what, when:12", "who → whom:13", "where:11", "toll:13", "standing:10")
    for e in events:
        disputed = f"disputed: {', '.join(dict.fromkeys(d.about for d in e.disputes))}" if e.disputes else ""
        standing = Text("\n").join([status(e), stacked(f"{e.grade}, {counted(len(e.claims), 'claim')}", disputed)])
        when = days_words(e.when.start, e.when.end) if e.when else ""
        row(made, short(e.id), stacked(code_words(e.type), when), stacked(*sides(e.by, e.to)), where(e.places), stacked(*tolls(e)), standing)
    return made


def status(event: Event) -> Text:
    """The review status; a machine's draft looks like one."""
    return Text(event.status, {"draft": "dim italic", "confirmed": "bold green", "rejected": "red"}[event.status])


def toll_table(rows: Sequence[Toll]) -> Grid:
    """Each toll with each claimant's own figure and the rule that gave the total."""
    made = table("toll", "said by", "why")
    for t in rows:
        said = "\n".join(f"{f.claimant}: {range_words(f.low, f.best, f.high) or f.quantifier}{f', {f.said}' if f.said else ''}" for f in t.by_claimant)
        made.add(cell(toll_line(t)), Text("\n".join(plain(line) for line in said.split("\n"))), cell(t.why))
    return made


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement or a correction of a claim, as one line of what people decided. `about`: ids of claims, or of what it takes back."""

    id: str
    time: datetime
    author: str
    kind: str
    about: tuple[str, ...]
    reason: str
    undone: bool


def decisions_table(decisions: Iterable[Decision]) -> Grid:
    """What people decided, in the order that it was taken down."""
    made = table("!decision", "!time", "author", "what", "about", "reason")
    for d in decisions:
        about = ", ".join(map(short, d.about[:4])) + (" …" if len(d.about) > 4 else "")
        row(made, short(d.id), d.time.strftime("%Y-%m-%d %H:%M"), d.author, d.kind + (" (undone)" if d.undone else ""), about, d.reason)
    return made
