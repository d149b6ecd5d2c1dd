"""What can be asked for, inside one transaction, so that an answer is of one state of the store."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, Select, func, select

from sijill.records import Claim, Judgement, Reading, Report, Told
from sijill.records.contract import from_json
from sijill.situation import Outlook
from sijill.store import tables as t
from sijill.store.corrections import Ranked, desk
from sijill.store.rows import Wanted, chunks, claim_of, day, moment, report_of, skips_of

NOW = "9999"
"""After every moment: all that was taken down, whatever the clocks of those who did."""


def reports(connection: Connection, report: str | None = None) -> Iterator[Report]:
    """All reports by id, or the one."""
    asked = select(t.reports).order_by(t.reports.c.id)
    if report is not None:
        asked = asked.where(t.reports.c.id == report)
    with connection.execute(asked, execution_options={"yield_per": 500}) as rows:
        for row in rows:
            yield report_of(row)


def _current(until: str, reports: Sequence[str] = ()) -> Select[tuple[int]]:
    """Numbers of the readings that were each report's latest at a moment, of these reports or, if none is named, of all."""
    asked = select(func.max(t.readings.c.seq)).where(t.readings.c.recorded <= until).group_by(t.readings.c.report)
    return asked.where(t.readings.c.report.in_(reports)) if reports else asked


def _ranked(connection: Connection, until: str, wanted: Wanted) -> Iterator[Ranked]:
    asked = (
        select(t.readings.c.report, t.claims.c.rank, t.claims.c.json)
        .join(t.claims, t.claims.c.reading == t.readings.c.seq)
        .where(t.readings.c.seq.in_(_current(until, wanted.reports)), wanted.condition())
        .order_by(t.readings.c.report, t.claims.c.rank)
    )
    with connection.execute(asked, execution_options={"yield_per": 2_000}) as rows:
        for row in rows:
            yield Ranked(row.report, row.rank, claim_of(row.json))


def told(connection: Connection, wanted: Wanted, until: str) -> Iterator[Told]:
    """The claims that stood at a moment and are wanted, each with what its report tells about it."""
    asked = select(t.reports.c.id, t.reports.c.published, t.reports.c.outlet, t.reports.c.recorded, t.origins.c.origin).join_from(t.reports, t.origins, isouter=True)
    if wanted.reports:
        asked = asked.where(t.reports.c.id.in_(wanted.reports))
    about = {
        row.id: (day(row.published), row.outlet, row.origin or row.id, moment(row.published), datetime.fromisoformat(row.recorded)) for row in connection.execute(asked)
    }
    for ranked in desk(connection, until, wanted.reports).merged(_ranked(connection, until, wanted)):
        if wanted.lets(ranked.report, ranked.claim):
            yield Told(ranked.claim, ranked.report, *about[ranked.report])


def told_in(connection: Connection, reports: Collection[str]) -> Iterator[Told]:
    """The claims that stand in these reports."""
    for some in chunks(sorted(reports)):
        yield from told(connection, Wanted(reports=some), NOW)


def readings(connection: Connection, report: str | None = None) -> Iterator[Reading]:
    """The current readings, by report id, with the desk's corrections in them."""
    only = () if report is None else (report,)
    asked = select(t.readings.c.report, t.readings.c.skips).where(t.readings.c.seq.in_(_current(NOW, only))).order_by(t.readings.c.report)
    groups = groupby(desk(connection, NOW, only).merged(_ranked(connection, NOW, Wanted(reports=only))), key=lambda r: r.report)
    name, ranked = next(groups, (None, iter(())))
    with connection.execute(asked, execution_options={"yield_per": 500}) as rows:
        for row in rows:
            found: tuple[Claim, ...] = ()
            if name == row.report:
                found = tuple(r.claim for r in ranked)
                name, ranked = next(groups, (None, iter(())))
            yield Reading(row.report, found, skips_of(row.skips))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims and skips a report's current reading holds."""

    claims: int
    skips: int


def tallies(connection: Connection) -> dict[str, Tally]:
    """The tallies of all reports, without decoding a claim. A correction stands in the place of a claim, so it changes none."""
    r, c = t.readings.c, t.claims.c
    asked = select(r.report, r.skips, func.count(c.seq)).join_from(t.readings, t.claims, c.reading == r.seq, isouter=True)
    asked = asked.where(r.seq.in_(_current(NOW))).group_by(r.seq, r.report, r.skips)
    return {report: Tally(claims, len(skips_of(skips))) for report, skips, claims in connection.execute(asked)}


def origins(connection: Connection) -> dict[str, str]:
    """Report id → origin, as last derived."""
    return {row.report: row.origin for row in connection.execute(select(t.origins.c.report, t.origins.c.origin))}


def machine_reading(connection: Connection, report: str) -> Reading | None:
    """The latest reading of a report as the machine gave it."""
    row = connection.execute(select(t.readings).where(t.readings.c.seq.in_(_current(NOW, (report,))))).one_or_none()
    if row is None:
        return None
    return Reading(report, tuple(r.claim for r in _ranked(connection, NOW, Wanted(reports=(report,)))), skips_of(row.skips))


def judgements(connection: Connection, until: str) -> Iterator[Judgement]:
    """What was decided up to a moment, with corrected claims named by what stands in their place."""
    made = desk(connection, until)
    asked = select(t.judgements.c.json, t.judgements.c.recorded).where(t.judgements.c.recorded <= until).order_by(t.judgements.c.seq)
    for row in connection.execute(asked):
        judgement = replace(from_json(row.json, Judgement), recorded=datetime.fromisoformat(row.recorded))
        yield replace(judgement, subjects=tuple(made.stands_for(s) for s in judgement.subjects)) if judgement.kind != "undo" else judgement


def outlooks(connection: Connection) -> Iterator[Outlook]:
    """The outlooks that were kept, in the order that they came in."""
    for json in connection.execute(select(t.outlooks.c.json).order_by(t.outlooks.c.seq)).scalars():
        yield from_json(json, Outlook)
