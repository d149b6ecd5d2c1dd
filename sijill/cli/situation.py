"""Verbs of the situation on a day: control, displacement, harm, forces, agreements, disputes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from typing import Any, TypeVar, cast

import click

from sijill import situation as of
from sijill.cli.filters import Filter, filtered
from sijill.cli.known import Known, knowing
from sijill.cli.shell import Shell, day, formats, in_store, pass_shell
from sijill.cli.tables import counted, row, short, stacked, table
from sijill.export.cells import Cell, csv_lines
from sijill.export.words import code_words, count_words, days_words, names, persons_words, range_words
from sijill.records import Event
from sijill.records.contract import to_plain
from sijill.situation.areas import areas_geojson

Verb = TypeVar("Verb", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Moment:
    """The day that is asked about, and whose knowledge is used."""

    on: date
    known: Known


def dated(verb: Verb) -> Verb:
    """Gives the verb its `moment`, from three options."""

    @wraps(verb)
    def with_moment(*args: Any, on: str | None, known: Known, **more: Any) -> Any:
        return verb(*args, moment=Moment(day(on, "--on") or datetime.now(UTC).date(), known), **more)

    return cast(Verb, click.option("--on", metavar="DATE", help="The day.  [default: today]")(knowing(with_moment)))


@dataclass(frozen=True, slots=True)
class View:
    """Rows as a table and as CSV: the columns (for the table "#" is a number, "!" stays in one line), the cells, and what they are called."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    noun: str

    def show(self, shell: Shell) -> None:
        """Prints the table, if there is a row; line ends in a cell are kept."""
        made = table(*self.columns)
        for cells in self.rows:
            row(made, *(stacked(*_words(c).split("\n")) for c in cells))
        if self.rows:
            shell.out.print(made)
        click.echo(f"\n{counted(len(self.rows), self.noun)}")

    def write_csv(self) -> None:
        """Writes the rows as CSV."""
        for line in csv_lines([c.lstrip("#!").partition(":")[0].replace(" ", "_") for c in self.columns], self.rows):
            click.echo(line, nl=False)


def _words(cell: Cell) -> str:
    return "" if cell is None else f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def write(shell: Shell, kind: str, view: View, plain_records: object) -> None:
    """Rows as a table or CSV, or the records themselves as JSON."""
    if kind == "table":
        view.show(shell)
    elif kind == "csv":
        view.write_csv()
    else:
        click.echo(json.dumps(to_plain(plain_records), ensure_ascii=False, indent=2))


def _days(start: date | None, end: date | None) -> str:
    return days_words(start, end or start + timedelta(days=1)) if start else ""


def _ids(events: Iterable[Event], wanted: Filter) -> frozenset[str]:
    """The events that the filter lets through; those that an analyst rejected are no part of the situation."""
    return frozenset(e.id for e in events if e.status != "rejected" and wanted.event(e))


@click.command()
@in_store
@dated
@click.option("--areas", is_flag=True, help="With --format geojson: also the land around the places, inferred and marked so.")
@filtered
@formats("table", "json", "csv", "geojson")
@pass_shell
def control(shell: Shell, place: str | None, moment: Moment, areas: bool, wanted: Filter, kind: str) -> None:
    """Who holds each place on a day, and who says so.

    Held, contested or unknown, with how sure that still is.

    What was published later is not used, unless a later --known asks for it.

    \b
    sijill control --on 2024-11-30
    sijill control --on 2024-11-30 --place Aleppo --actor HTS
    sijill control --on 2024-11-30 --known 2024-12-31
    sijill control --on 2024-11-30 --format geojson --areas > control.geojson
    """
    with shell.store(place) as store:
        events, told = moment.known.of(store)
    found = of.control(told, moment.on, moment.known.published, events)
    kept = [c for c in found if wanted.at((c.place,)) and wanted.called((c.holder, c.last_holder, *c.contenders))]
    if kind == "geojson":
        click.echo(areas_geojson(kept) if areas else of.to_geojson(kept))
        return
    _write_control(shell, kind, kept)


def _write_control(shell: Shell, kind: str, found: Sequence[of.PlaceControl]) -> None:
    columns = ("place", "inside", "lat", "lon", "state", "holder", "contenders", "last_holder", "since", "last_word", "confidence", "attested", "voices")
    shown = ("place:10", "state:9", "holder:14", "since, last word:10", "#sure", "voices:20")
    if kind == "table":
        rows: list[Sequence[Cell]] = [
            (c.place.name, c.state, c.holder or " / ".join(c.contenders) or (f"last: {c.last_holder}" if c.last_holder else ""), f"{c.since or ''}\n{c.last_word or ''}", c.confidence,
             "\n".join(f"{v.claimant}: {v.says}" for v in c.by_claimant))
            for c in found
        ]  # fmt: skip
        View(shown, rows, "place").show(shell)
        return
    rows = [
        (c.place.name, ", ".join(reversed(c.place.admin)), c.place.lat, c.place.lon, c.state, c.holder, " / ".join(c.contenders), c.last_holder, c.since, c.last_word,
         round(c.confidence, 3), c.attested, "; ".join(f"{v.claimant}: {v.says}" for v in c.by_claimant))
        for c in found
    ]  # fmt: skip
    write(shell, kind, View(columns, rows, "place"), found)


@click.command()
@in_store
@knowing
@filtered
@formats("table", "json", "csv")
@pass_shell
def displacement(shell: Shell, place: str | None, known: Known, wanted: Filter, kind: str) -> None:
    """Who was displaced or came back, in persons.

    Households times a factor that is shown, flow apart from stock, nothing counted twice.

    \b
    sijill displacement --place Idlib
    sijill displacement --format csv > displacement.csv
    """
    with shell.store(place) as store:
        events, told = known.of(store)
    ids = _ids(events, wanted)
    found = [d for d in of.displacement(events, told) if d.event in ids]
    totals = of.displacement_totals(found)
    columns = ("!event", "what, when:12", "persons, where:14", "said:16", "why:16")
    rows = [
        (short(d.event), f"{_direction(d.kind, d.returned)}\n{_days(d.start, d.end)}", f"{_persons(d)}\n{', '.join(reversed(d.path))}", "\n".join(_figures(d)), d.why) for d in found
    ]  # fmt: skip
    full = ("event", "kind", "category", "returned", "low", "best", "high", "state", "running", "first_day", "end_day", "area", "said", "why")
    if kind == "csv":
        rows_full = [
            (d.event, d.kind, d.category, str(d.returned).lower(), d.low, d.best, d.high, d.state, str(d.running).lower(), d.start, d.end, " / ".join(d.path), "; ".join(_figures(d)), d.why)
            for d in found
        ]  # fmt: skip
        View(full, rows_full, "happening").write_csv()
        return
    write(shell, kind, View(columns, rows, "happening"), {"totals": totals, "happenings": found})
    for t in totals if kind == "table" else ():
        shell.say(f"{t.country or 'nowhere resolved'}, {_direction(t.kind, t.returned)}: {range_words(t.low, t.best, t.high) or 'no number'}; {t.why}")


def _direction(kind: str, returned: bool) -> str:
    return f"{'returned' if returned else 'displaced'} ({kind})"


def _persons(d: of.EventDisplacement) -> str:
    return persons_words(d.state, d.low, d.best, d.high, bool(d.figures))


def _figures(d: of.EventDisplacement) -> list[str]:
    return [f"{f.claimant}: “{f.words}” ({f.role})" for f in d.figures]


@click.command()
@in_store
@knowing
@filtered
@formats("table", "json", "csv")
@pass_shell
def harm(shell: Shell, place: str | None, known: Known, wanted: Filter, kind: str) -> None:
    """Harm to civilians and to what they live by.

    Health care, schools, markets, camps, places of worship, water and power.

    \b
    sijill harm --since 2024-11-01 --format csv > harm.csv
    """
    with shell.store(place) as store:
        events, told = known.of(store)
    ids = _ids(events, wanted)
    found = [h for h in of.harm(events, told) if h.event in ids]
    by_id = {e.id: e for e in events}
    shown = ("!event", "what, when:12", "where:10", "civilians:14", "harmed:10", "grade, why:18")
    columns = ("event", "what", "where", "when", "killed", "injured", "harmed", "grade", "why")
    rows = [(h.event, code_words(e.type), names(e.places), _event_days(e), _toll(h.killed), _toll(h.injured), _things(h), h.grade, h.why) for h in found for e in (by_id[h.event],)]
    if kind == "table":
        View(shown, [(short(e), f"{what}\n{when}", where, _hurt(k, i), things.replace("; ", "\n"), f"{grade}\n{why}") for e, what, where, when, k, i, things, grade, why in rows], "happening").show(shell)
        return
    write(shell, kind, View(columns, rows, "happening"), found)


def _things(h: of.CivilianHarm) -> str:
    return "; ".join(f"{t.thing} (“{t.words}”{'' if t.modality == 'asserted' else f', {t.modality}'})" for t in h.things)


def _hurt(killed: str, injured: str) -> str:
    return "\n".join(f"{what}: {words}" for what, words in (("killed", killed), ("injured", injured)) if words)


def _event_days(event: Event) -> str:
    return _days(event.when.start, event.when.end) if event.when else ""


def _toll(t: of.CivilianToll) -> str:
    return {"zero": "none (0)", "unstated": "said, number not given", "unknown": ""}.get(t.state, range_words(t.low, t.best, t.high))


@click.command()
@in_store
@knowing
@filtered
@formats("table", "json", "csv")
@pass_shell
def forces(shell: Shell, place: str | None, known: Known, wanted: Filter, kind: str) -> None:
    """Forces that moved: who, from where, to where, how many.

    \b
    sijill forces --actor "Syrian" --since 2024-11-27
    """
    with shell.store(place) as store:
        events, told = known.of(store)
    ids = _ids(events, wanted)
    found = [m for m in of.forces(events, told) if m.event in ids]
    if kind == "table":
        table_rows = [(short(m.event), "; ".join(m.actors), _way(m), _told(m, "\n"), f"{_days(m.start, m.end) or 'no day'}\n{m.state}") for m in found]
        View(("!event", "who:14", "from, to, seen at:16", "how many:14", "when, said how:12"), table_rows, "move").show(shell)
        return
    columns = ("event", "who", "from", "to", "seen at", "how many", "when", "state")
    rows = [
        (m.event, "; ".join(m.actors), names(m.origin), names(m.destination), names(m.here), _told(m, "; "), _days(m.start, m.end), m.state)
        for m in found
    ]  # fmt: skip
    write(shell, kind, View(columns, rows, "move"), found)


def _way(m: of.Movement) -> str:
    return "\n".join(f"{what} {names(places)}" for what, places in (("from", m.origin), ("to", m.destination), ("at", m.here)) if places)


def _told(m: of.Movement, between: str) -> str:
    return between.join(f"{f.claimant}: {count_words(f.count)}" for f in m.figures)


@click.command()
@in_store
@dated
@filtered
@formats("table", "json", "csv")
@pass_shell
def agreements(shell: Shell, place: str | None, moment: Moment, wanted: Filter, kind: str) -> None:
    """Agreements and their life up to a day.

    Announced, in force, breached, extended, collapsed.

    \b
    sijill agreements --on 2024-11-30
    """
    with shell.store(place) as store:
        events, told = moment.known.of(store)
    found = of.agreements(told, moment.on, events)
    kept = [a for a in found if wanted.called(a.places, wanted.place) and wanted.called(a.parties)]
    columns = ("parties:12", "where:8", "state:8", "!since", "#breaches", "steps:14")
    between, unnamed = ("\n", "not named") if kind == "table" else ("; ", "")
    rows = [("; ".join(a.parties) or unnamed, "; ".join(a.places), a.state or "nothing sure", a.since, a.breaches, between.join(f"{s.day or s.said or ''} {s.step}" for s in a.steps)) for a in kept]
    write(shell, kind, View(columns, rows, "agreement"), kept)


@click.command()
@in_store
@knowing
@filtered
@formats("table", "json", "csv")
@pass_shell
def disputes(shell: Shell, place: str | None, known: Known, wanted: Filter, kind: str) -> None:
    """What the voices differ on, each with its own words.

    Who did it, whether it happened, how many.

    \b
    sijill disputes --place Aleppo
    sijill disputes --format csv > disputes.csv
    """
    with shell.store(place) as store:
        events, _ = known.of(store)
    ids = _ids(events, wanted)
    found = [d for d in of.disputes(events) if d.event in ids]
    if kind == "table":
        table_rows = [(short(d.event), f"{code_words(d.type)}\n{d.start or 'no day'}", "; ".join(d.places), d.about, p.claimant, p.says) for d in found for p in d.positions]
        View(("!event", "what, when:12", "where:9", "about:10", "who:12", "says:20"), table_rows, "position").show(shell)
        return
    columns = ("event", "what", "where", "when", "about", "who", "says")
    rows = [(d.event, code_words(d.type), "; ".join(d.places), d.start, d.about, p.claimant, p.says) for d in found for p in d.positions]
    write(shell, kind, View(columns, rows, "position"), found)


VERBS: tuple[click.Command, ...] = (control, displacement, harm, forces, agreements, disputes)
