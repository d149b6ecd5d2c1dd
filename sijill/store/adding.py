"""What is appended, inside the writer's transaction: reports with their readings, later readings, corrections, judgements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from sqlalchemy import Column, Connection, func, insert, select

from sijill.errors import StoreError
from sijill.records import Judgement, Reading, Report, check_reading
from sijill.records.contract import from_json, to_json
from sijill.situation import Outlook
from sijill.store import asking
from sijill.store.corrections import Correction
from sijill.store.rows import Values, chunks, claim_values, reading_values, report_values
from sijill.store.tables import claims, corrections, judgements, outlooks, readings, reports

Outcome = Literal["added", "same", "clash"]


def known(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """SHA-256 of the texts of those of `ids` that are in."""
    found: dict[str, str] = {}
    for some in chunks(ids):
        asked = select(reports.c.id, reports.c.sha256).where(reports.c.id.in_(some))
        found.update((row.id, row.sha256) for row in connection.execute(asked))
    return found


def add(connection: Connection, pairs: Sequence[tuple[Report, Reading]], reader: str, moment: str) -> list[Outcome]:
    """Takes in those whose id is free, each whole; says of each what became of it."""
    texts = known(connection, [report.id for report, _ in pairs])
    outcomes: list[Outcome] = []
    fresh: list[tuple[Report, Reading]] = []
    for report, reading in pairs:
        if report.id in texts:
            outcomes.append("same" if texts[report.id] == report.sha256 else "clash")
            continue
        check_reading(report, reading)
        texts[report.id] = report.sha256
        fresh.append((report, reading))
        outcomes.append("added")
    if fresh:
        connection.execute(insert(reports), [report_values(report, moment) for report, _ in fresh])
        _put_readings(connection, [reading for _, reading in fresh], reader, moment)
    return outcomes


def _put_readings(connection: Connection, new: Sequence[Reading], reader: str, moment: str) -> None:
    """Numbers are given here, not by the database: there is one writer at a time, and claims must name their reading."""
    first = (connection.execute(select(func.max(readings.c.seq))).scalar_one() or 0) + 1
    numbered = list(enumerate(new, first))
    connection.execute(insert(readings), [{"seq": seq, **reading_values(reading, reader, moment)} for seq, reading in numbered])
    rows: list[Values] = [claim_values(claim, seq, rank) for seq, reading in numbered for rank, claim in enumerate(reading.claims)]
    if rows:
        connection.execute(insert(claims), rows)


def reread(connection: Connection, reading: Reading, reader: str, moment: str) -> bool:
    """Takes in a later reading; False if it says what the current one says."""
    report = next(asking.reports(connection, reading.report), None)
    if report is None:
        raise StoreError(f"there is no report {reading.report!r} in the store", "sijill reports lists them")
    check_reading(report, reading)
    if reading == asking.machine_reading(connection, report.id):
        return False
    _put_readings(connection, [reading], reader, moment)
    return True


def correct(connection: Connection, new: Correction, moment: str) -> None:
    """Takes in a claim by the desk."""
    report = next(asking.reports(connection, new.report), None)
    rank = _rank(connection, new)
    if report is None or rank is None:
        raise StoreError(f"there is no claim {new.supersedes} in report {new.report!r}", "sijill claims lists them")
    if _stored(connection, corrections.c.supersedes, [new.supersedes]):
        raise StoreError(f"claim {new.supersedes} was corrected already", "correct the claim that stands in its place")
    if unknown_claims(connection, [new.claim.id]) == []:
        raise StoreError(f"there is a claim {new.claim.id} already", "give the correction an id of its own")
    check_reading(report, Reading(report.id, (new.claim,), ()))
    row = {"report": new.report, "rank": rank, "id": new.claim.id, "supersedes": new.supersedes, "author": new.author, "reason": new.reason}
    connection.execute(insert(corrections).values(**row, json=to_json(new.claim), recorded=moment))


def _rank(connection: Connection, new: Correction) -> int | None:
    """The place in its report of the claim that is superseded: as last read, else that of the correction before."""
    read = select(claims.c.rank).join(readings, readings.c.seq == claims.c.reading).where(claims.c.id == new.supersedes, readings.c.report == new.report)
    corrected = select(corrections.c.rank).where(corrections.c.id == new.supersedes, corrections.c.report == new.report)
    for asked in (read.order_by(readings.c.seq.desc()).limit(1), corrected):
        found: int | None = connection.execute(asked).scalar_one_or_none()
        if found is not None:
            return found
    return None


def judge(connection: Connection, new: Judgement, moment: str) -> None:
    """Takes down a judgement about things that are in the store. Those taken down keep their order, whatever the clocks of those who do it."""
    stored = connection.execute(select(judgements.c.json).where(judgements.c.id == new.id)).scalar_one_or_none()
    if stored is not None:
        if from_json(stored, Judgement) != new:
            raise StoreError(f"there is another judgement {new.id} already", "give this one an id of its own")
        return
    if new.kind == "undo":
        unknown = sorted(set(new.subjects) - _stored(connection, judgements.c.id, new.subjects))
        what, where = "judgement", "sijill judge list shows them"
    else:
        unknown = unknown_claims(connection, new.subjects)
        what, where = "claim", "sijill claims lists them"
    if unknown:
        raise StoreError(f"there is no {what} {unknown[0]} in the store", where)
    last = connection.execute(select(func.max(judgements.c.recorded))).scalar_one() or moment
    connection.execute(insert(judgements).values(id=new.id, json=to_json(new), recorded=max(last, moment)))


def keep_outlooks(connection: Connection, issued: Sequence[Outlook], moment: str) -> int:
    """Takes down those whose id is free."""
    kept = _stored(connection, outlooks.c.id, [o.id for o in issued])
    fresh = {o.id: o for o in issued if o.id not in kept}
    if fresh:
        connection.execute(insert(outlooks), [{"id": o.id, "json": to_json(o), "recorded": moment} for o in fresh.values()])
    return len(fresh)


def unknown_claims(connection: Connection, ids: Sequence[str]) -> list[str]:
    """Those of `ids` that no reading and no correction ever held."""
    return sorted(set(ids) - _stored(connection, claims.c.id, ids) - _stored(connection, corrections.c.id, ids))


def _stored(connection: Connection, column: Column[str], ids: Sequence[str]) -> set[str]:
    def found() -> Iterator[str]:
        for some in chunks(ids):
            yield from connection.execute(select(column).where(column.in_(some)).distinct()).scalars()

    return set(found())


