"""The verb outlook: what may come, kept, and scored when its date has come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from sijill import situation as of
from sijill.cli.shell import Shell, formats, in_store, pass_shell
from sijill.cli.situation import Moment, View, dated, write
from sijill.cli.tables import counted
from sijill.errors import InputError
from sijill.export.cells import Cell
from sijill.records import Told


@click.command()
@in_store
@dated
@click.option("--keep", is_flag=True, help="Keep the outlook in the store, to be scored when its months are over.")
@click.option("--score", is_flag=True, help="Instead: how the kept outlooks came out whose months are over.")
@formats("table", "json", "csv")
@pass_shell
def outlook(shell: Shell, place: str | None, moment: Moment, keep: bool, score: bool, kind: str) -> None:
    """What may come: warnings told, ranges with base rates.

    Warnings in their own words, and ranges by named baselines from the store's own counts. No forecast beyond that is made. A kept outlook can be scored when its month is over.

    \b
    sijill outlook --on 2024-11-30
    sijill outlook --on 2024-11-30 --keep
    sijill outlook --score
    """
    if keep and score:
        raise InputError("sijill outlook", "--keep and --score do not go together", "keep first, score when the months are over")
    with shell.store(place) as store:
        events, told = moment.known.of(store)
        if score:
            _write_scores(shell, kind, of.score_outlooks(store.outlooks(), events, told, moment.on))
            return
        report = of.outlook(events, _published_by(told, moment.on), moment.on)
        _write_outlook(shell, kind, report)
        if keep:
            shell.err.print(f"{counted(store.keep_outlooks(report.outlooks), 'outlook')} kept in {store.name}", markup=False)


def _published_by(told: Sequence[Told], on: date) -> list[Told]:
    return [t for t in told if t.published is None or t.published <= on]


def _write_outlook(shell: Shell, kind: str, report: of.OutlookReport) -> None:
    columns = ("area", "month", "measure", "baseline", "#low", "#median", "#high", "escalation", "base rate")
    rows: list[Sequence[Cell]] = [
        (_area(o.area), f"{o.month:%Y-%m}", o.measure, o.baseline, o.low, o.median, o.high, _chance(o), None if o.base_rate is None else f"{o.base_rate:.1%} of {o.base_months}")
        for o in report.outlooks
    ]  # fmt: skip
    if kind == "table":
        warned = View(("said", "where", "who", "words"), [(w.said, _area(w.area), w.claimant, f"“{w.words}”") for w in report.warnings], "warning")
        warned.show(shell)
        click.echo()
    write(shell, kind, View(columns, rows, "range"), report)
    for s in report.too_short if kind == "table" else ():
        shell.say(f"{_area(s.area)}: no range: {s.why}")


def _chance(o: of.Outlook) -> str:
    return "" if o.p_escalation is None else f"{o.p_escalation:.0%} reach {o.escalation_at}"


def _area(area: Sequence[str] | None) -> str:
    return ", ".join(reversed(area)) if area else ""


def _write_scores(shell: Shell, kind: str, scores: Sequence[of.Score]) -> None:
    means = of.mean_scores(scores)
    columns = ("measure", "baseline", "#outlooks", "#CRPS of log1p", "#Brier", "#escalations")
    rows = [(m.measure, m.baseline, m.n, round(m.crps_log1p, 4), None if m.brier is None else round(m.brier, 4), m.escalations) for m in means]
    write(shell, kind, View(columns, rows, "baseline"), {"scores": scores, "means": means})
