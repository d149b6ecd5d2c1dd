"""Verbs of reports and claims: read, add, reread, reports, claims, explain."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any, TextIO, TypeVar, cast

import click

from sijill.cli.explained import explained
from sijill.cli.filters import Filter, filtered
from sijill.cli.shell import Shell, formats, in_store, pass_shell, plain
from sijill.cli.tables import counted, reading_parts, reports_table, told_table
from sijill.errors import InputError, KnowledgeError, SettingsError, SijillError
from sijill.export import claims_as_csv
from sijill.export.cells import csv_lines
from sijill.ingest import Given, Taken, expected, read_inputs
from sijill.pipeline import Added, add_reports, reread_reports, update_events
from sijill.records import Claim, Reading, Report
from sijill.records.contract import to_json
from sijill.store import Store

Verb = TypeVar("Verb", bound=Callable[..., Any])
FILES = click.argument("files", nargs=-1, required=True, metavar="FILE…")


def described(verb: Verb) -> Verb:
    """Gives the verb what the user says of the files as `given`, from three options."""

    @wraps(verb)
    def with_given(*args: Any, published: str | None, outlet: str | None, encoding: str | None, **more: Any) -> Any:
        return verb(*args, given=Given(published, outlet, encoding), **more)

    for option in (
        click.option("--encoding", metavar="NAME", help="Encoding of text, Markdown and HTML that is not UTF-8."),
        click.option("--outlet", metavar="NAME", help="Who published it."),
        click.option("--published", metavar="DATE", help="Day of publication of text, Markdown and HTML; for .jsonl where a line has none."),
    ):
        with_given = option(with_given)
    return cast(Verb, with_given)


def taken(shell: Shell, files: tuple[str, ...], given: Given) -> Iterator[Report]:
    """The reports of the files; notes and faults are told as they come."""
    items: Iterator[Taken] = read_inputs(files, given, sys.stdin.buffer)
    for item in items:
        if isinstance(item, Report):
            yield item
        else:
            shell.tell(item)


@click.command()
@FILES
@described
@click.option("--reports", "kept", type=click.File("w", encoding="utf-8"), metavar="FILE", help="Also write the reports as they were read: the texts that offsets point into.")
@formats("table", "jsonl")
@pass_shell
def read(shell: Shell, files: tuple[str, ...], given: Given, kept: TextIO | None, kind: str) -> None:
    """Read reports into claims and print them; nothing is stored.

    FILE is .txt, .md, .html or .jsonl (a report a line), or - for standard input.

    \b
    sijill read report.txt --published 2024-11-28 --outlet "North Wire"
    sijill read *.html
    curl -s https://example.org/report.html | sijill read -
    sijill read *.html --format jsonl --reports reports.jsonl > claims.jsonl
    """
    reader = shell.reader()
    reports = taken(shell, files, given)
    for report in reports if shell.out.is_terminal else shell.progress(reports, "reading", expected(files)):
        try:
            reading = reader.read(report)
        except (KnowledgeError, SettingsError):
            raise
        except SijillError as fault:
            shell.tell(InputError(report.id, fault.message, fault.hint))
            continue
        if kept:
            click.echo(to_json(report), file=kept)
        if kind == "jsonl":
            click.echo(to_json(reading))
            continue
        for part in reading_parts(report, reading):
            shell.out.print(part)
    shell.finish()


@click.command()
@FILES
@described
@in_store
@pass_shell
def add(shell: Shell, files: tuple[str, ...], given: Given, place: str | None) -> None:
    """Read reports and add them to the store.

    Then events are joined anew. A report that is in already changes nothing. The store is made where there is none.

    \b
    sijill add report.txt --published 2024-11-28 --outlet "North Wire"
    sijill add archive.jsonl --store syria.sqlite
    sijill add page.html --store postgresql://me@host/register
    """
    with shell.store(place, must_exist=False) as store:
        told = add_all(shell, store, taken(shell, files, given), expected(files))
        click.echo(told)
    shell.finish()


def add_all(shell: Shell, store: Store, reports: Iterable[Report], total: int | None) -> str:
    """Reads and adds with a bar, joins events anew if anything came in, and says in a line what became of it all."""
    outcomes: dict[str, int] = {"added": 0, "same": 0, "clash": 0, "unread": 0}
    claims = 0
    for one in shell.progress(add_reports(store, shell.reader(), reports), "reading", total):
        outcomes[one.outcome] += 1
        claims += len(one.reading.claims) if one.reading and one.outcome == "added" else 0
        _tell_outcome(shell, one)
    if outcomes["added"]:
        with shell.waiting("joining claims into events"):
            update_events(store)
    known = f", {outcomes['same']} in already" if outcomes["same"] else ""
    added = f"{counted(outcomes['added'], 'report')} added with {counted(claims, 'claim')}{known}"
    return f"{added} · {counted(len(store.events()), 'event')} in {store.name}"


def _tell_outcome(shell: Shell, one: Added) -> None:
    if one.outcome == "clash":
        shell.tell(InputError(one.report.id, "is in the store with another text", "a report is never edited: give the other text an id of its own"))
    elif one.fault is not None:
        shell.tell(InputError(one.report.id, one.fault.message, one.fault.hint))


@click.command()
@in_store
@pass_shell
def reread(shell: Shell, place: str | None) -> None:
    """Read all reports of the store again.

    For a new version, or when more places are known. Earlier readings stay; what people decided or corrected stays in force.

    \b
    sijill reread --store syria.sqlite
    """
    with shell.store(place) as store:
        reader = shell.reader()
        changed = sum(new for _, new in shell.progress(reread_reports(store, reader), "reading again", len(store.tallies())))
        with shell.waiting("joining claims into events"):
            update_events(store)
        click.echo(f"{counted(changed, 'report')} read otherwise than before")


@click.command()
@in_store
@formats("table", "jsonl", "csv")
@pass_shell
def reports(shell: Shell, place: str | None, kind: str) -> None:
    """List the reports of the store.

    \b
    sijill reports
    sijill reports --format jsonl > reports.jsonl
    """
    with shell.store(place) as store:
        if kind == "jsonl":
            for report in store.reports():
                click.echo(to_json(report))
            return
        tallies = store.tallies()
        if kind == "csv":
            rows = ((r.id, r.published, r.outlet, r.title, r.url, r.language, tallies[r.id].claims, tallies[r.id].skips) for r in store.reports())
            for line in csv_lines(("report", "published", "outlet", "title", "url", "language", "claims", "skips"), rows):
                click.echo(line, nl=False)
            return
        shell.out.print(reports_table(store.reports(), tallies))
        click.echo(f"\n{counted(len(tallies), 'report')} in {store.name}")


@click.command()
@click.argument("report", required=False)
@in_store
@filtered
@formats("table", "jsonl", "csv")
@pass_shell
def claims(shell: Shell, report: str | None, place: str | None, wanted: Filter, kind: str) -> None:
    """List the claims of the store, or of one REPORT.

    \b
    sijill claims --place Aleppo --type shelling --since 2024-11-27
    sijill claims --actor HTS --format csv > claims.csv
    sijill claims REPORT --format jsonl
    """
    with shell.store(place) as store:
        if report is not None and store.report(report) is None:
            raise InputError(report, f"there is no such report in {store.name}", "sijill reports lists them")
        found = [t for t in store.told(wanted.wanted(report)) if wanted.claim(t.claim)]
        if kind == "csv":
            for line in claims_as_csv(found, store.events(), released_only=False):
                click.echo(line, nl=False)
            return
        if kind == "jsonl":
            by_report: dict[str, list[Claim]] = {}
            for t in found:
                by_report.setdefault(t.report, []).append(t.claim)
            for name, own in by_report.items():
                reading = store.reading(name)
                click.echo(to_json(Reading(name, tuple(own), reading.skips if reading else ())))
            return
        shell.out.print(told_table(found))
        click.echo(f"\n{counted(len(found), 'claim')}")


@click.command()
@click.argument("report")
@click.argument("claim", required=False)
@described
@in_store
@pass_shell
def explain(shell: Shell, report: str, claim: str | None, given: Given, place: str | None) -> None:
    """Show what a claim rests on, word by word.

    Its sentence with the words marked, what each was read as, what it was chosen against, and why. REPORT is a report's id in the store, or a file. CLAIM is a claim's id or its number in the report; without it all are shown.

    \b
    sijill explain report.txt 3 --published 2024-11-28
    sijill explain north-wire-2024-11-28-3fa91c2b c41f0a92be7d310
    """
    found, reading = _of_file(shell, report, given) if report == "-" or Path(report).is_file() else _of_store(shell, report, place)
    chosen = [(n, c) for n, c in enumerate(reading.claims, 1) if claim is None or claim in {c.id, str(n)} or (len(claim) > 4 and c.id.startswith(claim))]
    if not chosen:
        raise InputError(plain(report), f"has no claim {claim}" if claim else "has no claim", f"it has {len(reading.claims)}; give a number or an id")
    for number, one in chosen:
        for part in explained(found, one, number):
            shell.out.print(part)
        shell.out.print()


def _of_file(shell: Shell, path: str, given: Given) -> tuple[Report, Reading]:
    found = list(taken(shell, (path,), given))
    if len(found) != 1:
        raise InputError(path, f"holds {len(found)} reports, not one", "give a file with one report, or add them to a store and give a report's id")
    return found[0], shell.reader().read(found[0])


def _of_store(shell: Shell, report: str, place: str | None) -> tuple[Report, Reading]:
    with shell.store(place) as store:
        found, reading = store.report(report), store.reading(report)
        if found is None or reading is None:
            raise InputError(plain(report), f"is no file, and no report in {store.name}", "sijill reports lists them")
        return found, reading

