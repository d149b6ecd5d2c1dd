"""One claim with everything that it rests on: its sentence with the words marked, each value with its words, and the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from sijill.cli.grid import Grid
from sijill.cli.shell import plain
from sijill.cli.tables import cell, happening, heading, row, table
from sijill.export.words import count_words, when_words
from sijill.records import Actor, Claim, Mention, Place, Report

STYLES = {"by": "bold red", "to": "bold yellow", "place": "bold green", "time": "bold blue", "count": "bold magenta", "says": "bold cyan"}
_AROUND = 160
"""Characters of the report shown before and behind the clause, at most."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a claim: which question it answers, the words that it was read from, and what it was read as."""

    question: str
    kind: str
    mention: Mention
    read_as: str


def values(claim: Claim) -> Iterator[Value]:
    """All values of a claim, in the contract's order."""
    for question, kind, actors in (("who did it", "by", claim.by), ("to whom", "to", claim.to)):
        for actor in actors:
            yield Value(question, kind, actor.mention, _actor(actor))
    for place in claim.places:
        yield Value(f"where ({place.role})", "place", place.mention, _place(place))
    if claim.when:
        yield Value("when", "time", claim.when.mention, when_words(claim.when) + f" ({claim.when.precision})")
    for count in claim.counts:
        of_whom = f", of {count.who.name}" if count.who else ""
        yield Value(f"how many ({count.measure})", "count", count.mention, f"{count_words(count)}, {count.status}{of_whom}")
    if claim.claimant:
        yield Value("who says so", "says", claim.claimant.mention, f"{claim.claimant.name} ({claim.claimant.kind})")


def _actor(actor: Actor) -> str:
    return f"{actor.name} · {actor.kind} · " + (actor.id or "in no list: the words stand as the name")


def _place(place: Place) -> str:
    if place.lat is None or place.lon is None:
        return f"{place.name} · not located: stays a name"
    inside = ", ".join(reversed(place.admin))
    return " · ".join(p for p in (place.name, inside, f"{place.lat:.4f}, {place.lon:.4f}", f"precision {place.precision}", place.id or "no id") if p)


def marked(report: Report, claim: Claim, found: Iterable[Value]) -> Text:
    """The clause in its surroundings, the words of each value coloured; where there is no colour the table below names them."""
    start, end = claim.evidence.start, claim.evidence.end
    spans = [(v.mention.start, v.mention.end, STYLES[v.kind]) for v in found]
    first = min([start, *(s for s, e, _ in spans if s > start - _AROUND)])
    last = max([end, *(e for s, e, _ in spans if e < end + _AROUND)])
    shown = Text(plain(report.text[first:last]), "dim")
    shown.stylize("not dim", start - first, end - first)
    for span_start, span_end, style in spans:
        shown.stylize(f"not dim {style}", max(0, span_start - first), max(0, span_end - first))
    lead, tail = ("… " if report.text[:first].strip() else ""), (" …" if report.text[last:].strip() else "")
    return Text.assemble(lead, shown, tail)


def explained(report: Report, claim: Claim, number: int) -> Iterator[RenderableType]:
    """The parts, to be printed one under the other."""
    found = list(values(claim))
    yield heading(report)
    yield Text.assemble(("\nclaim ", "dim"), f"{number} · {claim.id} · ", (happening(claim), "bold"), f" · score {claim.score:.2f}\n")
    yield marked(report, claim, found)
    yield ""
    yield _values_table(found)
    yield Text("\nwhy", "bold")
    for reason in claim.why.split("; "):
        yield Text("– " + plain(reason))


def _values_table(found: Iterable[Value]) -> Grid:
    made = table("question", "words", "at", "read as")
    for value in found:
        words = cell(value.mention.text, STYLES[value.kind])
        row(made, value.question, words, f"{value.mention.start}–{value.mention.end}", value.read_as)
    return made
