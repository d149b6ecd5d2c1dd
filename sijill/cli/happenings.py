"""Verbs of events: events, event, join."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TypeVar

import click
from rich.text import Text

from sijill.cli.filters import Filter, filtered
from sijill.cli.grid import Grid
from sijill.cli.known import Known, knowing
from sijill.cli.shell import Shell, formats, in_store, pass_shell, plain
from sijill.cli.tables import cell, counted, events_table, happening, row, short, sides, stacked, status, table, toll_table, where
from sijill.errors import InputError
from sijill.events import explain, from_contract, join
from sijill.export.csv_files import event_table
from sijill.export.geojson import event_map
from sijill.export.words import code_words, days_words
from sijill.read.resolve import resolved
from sijill.records import Event, Reading, Report, Told, check_reading
from sijill.records.contract import from_json, to_json, to_plain
from sijill.store import Store

T = TypeVar("T")
EVENT_FORMATS = ("table", "json", "jsonl", "csv", "geojson")


def write_events(shell: Shell, found: Sequence[Event], told: Iterable[Told], kind: str) -> None:
    """Events in one of EVENT_FORMATS, drafts and rejected ones too: this is the analyst's own view, not an export."""
    if kind == "table":
        shell.out.print(events_table(found))
        click.echo(f"\n{counted(len(found), 'event')}")
    elif kind == "jsonl":
        for event in found:
            click.echo(to_json(event))
    elif kind == "json":
        click.echo(json.dumps(to_plain(found), ensure_ascii=False, indent=2))
    elif kind == "geojson":
        click.echo(event_map(found, told))
    else:
        for line in event_table(found, told):
            click.echo(line, nl=False)


@click.command()
@in_store
@filtered
@click.option("--status", "state", type=click.Choice(["all", "draft", "confirmed", "rejected"]), default="all", show_default=True, help="Only of this review status.")
@knowing
@formats(*EVENT_FORMATS)
@pass_shell
def events(shell: Shell, place: str | None, wanted: Filter, state: str, known: Known, kind: str) -> None:
    """List events: what the claims of all reports come to.

    \b
    sijill events --place Aleppo --since 2024-11-27
    sijill events --status draft --format csv > review.csv
    sijill events --known 2024-12-03 --format geojson > then.geojson
    sijill events --recorded 2024-12-03   # as this store stood
    """
    with shell.store(place) as store:
        all_events, told = known.of(store)
    write_events(shell, [e for e in all_events if wanted.event(e) and state in ("all", e.status)], told, kind)


def find_event(store: Store, given: str) -> Event:
    """The event of an id or of the only id that begins so. InputError if there is none, or more than one."""
    events = {e.id: e for e in store.events()}
    return events[only(events, given, "event", "sijill events lists them")]


def only(ids: Iterable[str], given: str, what: str, where_listed: str) -> str:
    """The id that is meant: itself, or the only one that begins so. InputError if there is none, or more than one."""
    found = [i for i in ids if i == given] or [i for i in ids if given and i.startswith(given)]
    if len(found) != 1:
        said = f"{len(found)} {what}s begin so" if found else f"there is no such {what} in the store"
        raise InputError(plain(given), said, where_listed)
    return found[0]


@click.command()
@click.argument("event_id", metavar="EVENT")
@in_store
@click.option("--pairs", is_flag=True, help="Also, for every two of its claims, what speaks for one happening and what against.")
@formats("table", "json")
@pass_shell
def event(shell: Shell, event_id: str, place: str | None, pairs: bool, kind: str) -> None:
    """Show one event: its claims, tolls, disputes, and why.

    EVENT is an id or the beginning of one.

    \b
    sijill event e41f0a92
    sijill event e41f0a92 --pairs
    sijill event e41f0a92 --format json
    """
    with shell.store(place) as store:
        found = find_event(store, event_id)
        if kind == "json":
            click.echo(json.dumps(to_plain(found), ensure_ascii=False, indent=2))
            return
        reports = {ref.report for ref in found.claims}
        around = [t for t in store.told() if t.report in reports]
    held = {ref.claim for ref in found.claims}
    for part in _parts(found, [t for t in around if t.claim.id in held]):
        shell.out.print(part)
    if pairs:
        shell.out.print(_pairs_of(around, [ref.claim for ref in found.claims]))


def _pairs_of(told: Sequence[Told], claims: Sequence[str]) -> Grid:
    made = table("!claim", "!and", "#chance", "for (+) and against (–):30")
    for one, other in combinations(claims, 2):
        reason = explain(told, one, other)
        signs = [f"{'+' if s.weight > 0 else '–'}{abs(s.weight):.1f} {s.words}" for s in reason.signs if s.weight]
        row(made, short(one), short(other), f"{reason.chance:.0%}", stacked(*signs))
    return made


def _parts(event: Event, told: Sequence[Told]) -> Iterator[object]:
    time_words = days_words(event.when.start, event.when.end) if event.when else "no day known"
    head = " · ".join(p for p in (event.id, code_words(event.type), " ".join(p for p in sides(event.by, event.to) if p), where(event.places), time_words, event.grade) if p)
    yield Text.assemble((plain(head), "bold"), " · ", status(event))
    yield Text("\n".join(f"– {plain(reason)}" for reason in event.why.split("; ")))
    if event.when:
        yield Text(f"– when: {plain(event.when.why)}")
    if event.toll:
        yield ""
        yield toll_table(event.toll)
    for dispute in event.disputes:
        yield Text(f"\ndisputed ({dispute.about}): {plain(dispute.why)}", "bold")
        said = table("who", "says")
        for position in dispute.positions:
            row(said, position.claimant, position.says)
        yield said
    yield ""
    yield _claims_of(told)


def _claims_of(told: Sequence[Told]) -> object:
    made = table("!claim", "report", "!published", "who says", "says")
    for t in sorted(told, key=lambda t: (t.published is None, t.published, t.report, t.claim.evidence.start)):
        speaker = t.claim.claimant.name if t.claim.claimant else t.outlet or ""
        said = Text.assemble((happening(t.claim) + ": ", "dim"), cell(t.claim.evidence.quote))
        row(made, short(t.claim.id), t.report, str(t.published or ""), speaker, said)
    return made


@click.command("join")
@click.argument("claims_file", metavar="CLAIMS.jsonl")
@click.option("--reports", "reports_file", metavar="REPORTS.jsonl", required=True, help="The reports that the claims are of, in the contract's form.")
@formats("jsonl", "table", "json", "csv", "geojson")
@pass_shell
def join_verb(shell: Shell, claims_file: str, reports_file: str, kind: str) -> None:
    """Join claims in the contract's form into events.

    Nothing is stored. Actors without an id and places without a point are resolved first, where they are known.

    \b
    sijill read reports.jsonl --format jsonl > claims.jsonl
    sijill join claims.jsonl --reports reports.jsonl > events.jsonl
    """
    reports = _reports(shell, _records(shell, reports_file, Report))
    readings = list(_readings(shell, _records(shell, claims_file, Reading), reports, reports_file))
    told = from_contract(_resolved(shell, readings, reports), tuple(reports.values()))
    write_events(shell, join(told), told, kind)
    shell.finish()


def _reports(shell: Shell, given: Iterable[tuple[str, Report]]) -> dict[str, Report]:
    """The reports by id; a second of the same id is told and left out."""
    found: dict[str, Report] = {}
    for where_read, report in given:
        if report.id in found:
            shell.tell(InputError(where_read, f"there is a report {report.id!r} already, so this one is left out", "give each report once, and each text an id of its own"))
        found.setdefault(report.id, report)
    return found


def _readings(shell: Shell, given: Iterable[tuple[str, Reading]], reports: Mapping[str, Report], reports_file: str) -> Iterator[Reading]:
    """The readings, each claim id once; claims of a report that is not given are told, and joined without its day and outlet."""
    seen: set[str] = set()
    for where_read, reading in given:
        if reading.report not in reports:
            shell.tell(InputError(where_read, f"there is no report {reading.report!r} in {reports_file}, so its claims are joined without its day and outlet", "add the report to that file"))
        fresh = {claim.id: claim for claim in reversed(reading.claims) if claim.id not in seen}
        twice = len(reading.claims) - len(fresh)
        if twice:
            shell.tell(InputError(where_read, f"{counted(twice, 'claim')} with an id that was given already left out", "give each claim once, under an id of its own"))
        seen.update(fresh)
        yield replace(reading, claims=tuple(c for c in reading.claims if fresh.get(c.id) is c))


def _resolved(shell: Shell, readings: Sequence[Reading], reports: Mapping[str, Report]) -> list[Reading]:
    """The readings with their claims checked against their reports and resolved; one that does not fit its report is told and left out."""
    knowledge = shell.knowledge()
    found: list[Reading] = []
    for reading in shell.progress(readings, "resolving", len(readings)):
        report = reports.get(reading.report)
        try:
            if report is not None:
                check_reading(report, reading)
            found.append(reading if report is None else resolved(report, reading, knowledge))
        except ValueError as wrong:
            shell.tell(InputError(plain(reading.report), str(wrong), "claims quote the words of their own reports"))
    return found


def _records(shell: Shell, path: str, kind: type[T]) -> Iterator[tuple[str, T]]:
    """The records of a JSON Lines file, each with its line ("claims.jsonl:3"); lines that hold none are told and left out."""
    try:
        lines = Path(path).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as wrong:
        raise InputError(path, f"cannot be read: {getattr(wrong, 'strerror', None) or wrong}", "give JSON Lines in UTF-8") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield f"{path}:{number}", from_json(line, kind)
            except ValueError as wrong:
                shell.tell(InputError(f"{path}:{number}", f"is no {kind.__name__.lower()}: {wrong}", f"sijill schema says what a {kind.__name__.lower()} holds; sijill read --format jsonl --reports FILE writes them"))
