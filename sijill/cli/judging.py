"""What a person decides, as verbs: each appends a judgement with author, time and reason, then the events are joined anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import wraps
from typing import Any, TypeVar, cast
from uuid import uuid4

import click

from sijill.cli.happenings import only
from sijill.cli.shell import Shell, formats, in_store, pass_shell
from sijill.cli.tables import Decision, counted, decisions_table, events_table
from sijill.errors import InputError
from sijill.events.decide import claims_ruled
from sijill.export.cells import csv_lines
from sijill.pipeline import update_events
from sijill.records import Claim, Judgement, JudgementKind
from sijill.records.contract import from_json, to_json
from sijill.store import Corrected, Correction, Store, Wanted, taken_back, to_take_back

Verb = TypeVar("Verb", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides, and why."""

    author: str
    reason: str


def decided(verb: Verb) -> Verb:
    """Gives the verb its author and reason as `signed`, from the options that every decision needs."""

    @wraps(verb)
    def with_signature(*args: Any, author: str, reason: str, **more: Any) -> Any:
        return verb(*args, signed=Signed(author.strip(), reason.strip()), **more)

    with_signature = click.option("--reason", required=True, metavar="WORDS", help="Why; kept with the decision.")(with_signature)
    return cast(Verb, click.option("--author", required=True, metavar="NAME", help="Who decides; kept with the decision.")(with_signature))


@click.group()
def judge() -> None:
    """Decide: merge, split, confirm, reject, correct, undo. Nothing is overwritten, and every decision can be taken back.

    \b
    sijill judge confirm e41f0a92 --author NH --reason "film, geolocated"
    sijill judge merge e41f0a92 e77b01cc --author NH --reason "same strike"
    sijill judge undo j5d0c33 --author NH --reason "two strikes after all"
    """


def _record(shell: Shell, place: str | None, kind: JudgementKind, given: Sequence[str], signed: Signed) -> None:
    with shell.store(place) as store:
        made = [j.id for j in store.judgements()]
        subjects = tuple(only(made, one, "decision", "sijill judge list shows them") for one in given) if kind == "undo" else _claims(store, given)
        try:
            judgement = Judgement(f"j{uuid4().hex[:15]}", kind, subjects, signed.author, datetime.now(UTC), signed.reason)
        except ValueError as wrong:
            raise InputError(f"judge {kind}", str(wrong), "name the claims or events, --author and --reason") from None
        if kind == "split":
            _refuse_whole(store, subjects)
        store.judge(judgement)
        click.echo(f"{judgement.id} taken down: {kind} {' '.join(given)}")
        _show(shell, store, set(subjects) if kind != "undo" else claims_ruled(store.judgements(), subjects))


def _show(shell: Shell, store: Store, claims: set[str]) -> None:
    """The events that now hold the claims."""
    update_events(store)
    shell.out.print(events_table(store.events_holding(claims)))


def _claims(store: Store, given: Sequence[str]) -> tuple[str, ...]:
    """Claims as they are, events as the claims in them, each once; ids or their beginnings."""
    claims = {t.claim.id: (t.claim.id,) for t in store.told()}
    named = claims | {e.id: tuple(ref.claim for ref in e.claims) for e in store.events()}
    found = [named[only(named, one, "event or claim", "sijill events and sijill claims list them")] for one in given]
    return tuple(dict.fromkeys(claim for claims in found for claim in claims))


def _refuse_whole(store: Store, subjects: Sequence[str]) -> None:
    for event in store.events():
        if {ref.claim for ref in event.claims} <= set(subjects):
            raise InputError("judge split", f"that is all of {event.id}, so nothing would be left", "name the claims that are to be set apart")


@judge.command()
@click.argument("subjects", nargs=-1, required=True, metavar="EVENT|CLAIM…")
@decided
@in_store
@pass_shell
def merge(shell: Shell, subjects: tuple[str, ...], signed: Signed, place: str | None) -> None:
    """These events or claims are one happening.

    \b
    sijill judge merge e41f0a92 e77b01cc --author NH --reason "same strike"
    """
    _record(shell, place, "merge", subjects, signed)


@judge.command()
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM…")
@decided
@in_store
@pass_shell
def split(shell: Shell, claims: tuple[str, ...], signed: Signed, place: str | None) -> None:
    """These claims are another happening than the rest of their event.

    \b
    sijill judge split c41f0a92be7d310 --author NH --reason "the evening strike"
    """
    _record(shell, place, "split", claims, signed)


@judge.command()
@click.argument("event", metavar="EVENT")
@decided
@in_store
@pass_shell
def confirm(shell: Shell, event: str, signed: Signed, place: str | None) -> None:
    """This event stands as it is, and may be exported.

    \b
    sijill judge confirm e41f0a92 --author NH --reason "film, geolocated"
    """
    _record(shell, place, "confirm", (event,), signed)


@judge.command()
@click.argument("event", metavar="EVENT")
@decided
@in_store
@pass_shell
def reject(shell: Shell, event: str, signed: Signed, place: str | None) -> None:
    """This is no event, and is never exported.

    \b
    sijill judge reject e41f0a92 --author NH --reason "a film of 2016"
    """
    _record(shell, place, "reject", (event,), signed)


@judge.command()
@click.argument("decision", metavar="DECISION")
@decided
@in_store
@pass_shell
def undo(shell: Shell, decision: str, signed: Signed, place: str | None) -> None:
    """Take a judgement or a correction back.

    It stays on record, with what took it back; an undo can be undone.

    \b
    sijill judge undo j5d0c33 --author NH --reason "two strikes after all"
    """
    with shell.store(place) as store:
        corrections = store.corrections()
        corrected = [c.correction.claim.id for c in corrections]
        named = only([*corrected, *(j.id for j in store.judgements())], decision, "decision", "sijill judge list shows them")
        if named in corrected:
            _put_back(shell, store, _to_take_back(corrections, named), signed)
            return
        _refuse_taken_back(store, named)
    _record(shell, place, "undo", (named,), signed)


def _undone_by(judged: Sequence[Judgement]) -> dict[str, Judgement]:
    """The id of each judgement that is taken back, undoing ones too, and the undoing one that did it."""
    found: dict[str, Judgement] = {}
    for one in sorted(judged, key=lambda j: (j.time, j.id), reverse=True):
        if one.kind == "undo" and one.id not in found:
            for subject in one.subjects:
                found.setdefault(subject, one)
    return found


def _refuse_taken_back(store: Store, named: str) -> None:
    by = _undone_by(store.judgements()).get(named)
    if by is not None:
        raise InputError(named, f"is taken back already, by {by.author} on {by.time:%Y-%m-%d}", f"to let it stand again, undo {by.id}")


def _to_take_back(corrections: Sequence[Corrected], named: str) -> Corrected:
    """The correction, if it still can be taken back; InputError says why not."""
    try:
        return to_take_back(corrections, named)
    except ValueError as wrong:
        raise InputError(named, str(wrong), "sijill judge list shows what was decided since") from None


def _put_back(shell: Shell, store: Store, found: Corrected, signed: Signed) -> None:
    """A further correction with the values from before this one."""
    try:
        back = found.taking_back(signed.author, signed.reason)
    except ValueError as wrong:
        raise InputError("judge undo", str(wrong), "name --author and --reason") from None
    store.correct(back)
    click.echo(f"{back.claim.id} stands in the place of {found.correction.claim.id}")
    _show(shell, store, {back.claim.id})


@judge.command()
@click.argument("report", metavar="REPORT")
@click.argument("claim", metavar="CLAIM")
@click.argument("file", metavar="FILE")
@decided
@in_store
@pass_shell
def correct(shell: Shell, report: str, claim: str, file: str, signed: Signed, place: str | None) -> None:
    """Put the claim in FILE in the place of CLAIM.

    FILE holds the contract's JSON; - is standard input. The machine's claim stays on record; the id in FILE is not used: a correction gets its own.

    \b
    sijill claims REPORT --format jsonl > claims.jsonl   # to start from
    sijill judge correct REPORT CLAIM claim.json --author NH --reason "wrong day"
    """
    try:
        with click.open_file(file, encoding="utf-8") as stream:
            given = from_json(stream.read(), Claim)
        made = Correction.new(report, given, claim, signed.author, signed.reason)
    except (OSError, ValueError) as wrong:
        raise InputError(file, f"holds no claim: {getattr(wrong, 'strerror', None) or wrong}", "give one claim as sijill claims --format jsonl writes them; sijill schema names every field") from None
    with shell.store(place) as store:
        claims = [t.claim.id for t in store.told(Wanted(reports=(report,)))]
        try:
            store.correct(replace(made, supersedes=only(claims, claim, "claim", "sijill claims lists them")))
        except ValueError as wrong:
            raise InputError(file, str(wrong), "every value must quote the report's words at their place") from None
        click.echo(f"{made.claim.id} stands in the place of {claim}")
        _show(shell, store, {made.claim.id})


@judge.command("list")
@in_store
@formats("table", "jsonl", "csv")
@pass_shell
def list_verb(shell: Shell, place: str | None, kind: str) -> None:
    """All judgements and corrections, oldest first.

    As jsonl each as the store keeps it.

    \b
    sijill judge list --format csv > decisions.csv
    """
    with shell.store(place) as store:
        judged, corrected = store.judgements(), store.corrections()
    if kind == "jsonl":
        for _, line in sorted([*((j.time, to_json(j)) for j in judged), *((c.time, to_json(c)) for c in corrected)], key=lambda made: made[0]):
            click.echo(line)
        return
    made = _decisions(judged, corrected)
    if kind == "csv":
        rows = ((d.id, d.time.isoformat(), d.author, d.kind, " ".join(d.about), d.reason, "undone" if d.undone else "") for d in made)
        for line in csv_lines(("decision", "time", "author", "kind", "subjects", "reason", "state"), rows):
            click.echo(line, nl=False)
    else:
        shell.out.print(decisions_table(made))
        click.echo(f"\n{counted(len(made), 'decision')}")


def _decisions(judged: Sequence[Judgement], corrected: Sequence[Corrected]) -> list[Decision]:
    undone, back = _undone_by(judged), taken_back(corrected)
    putting_back = {later.correction.claim.id for later in back.values()}
    made = [Decision(j.id, j.time, j.author, j.kind, j.subjects, j.reason, j.id in undone) for j in judged]
    for c in corrected:
        one = c.correction
        kind = "undo" if one.claim.id in putting_back else "correct"
        made.append(Decision(one.claim.id, c.time, one.author, kind, (one.supersedes,), one.reason, one.claim.id in back))
    return sorted(made, key=lambda d: d.time)
