"""Which origins new reports change: those they copy or cite, those that turn out to cite them, and all that these chain together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from sqlalchemy import Connection, delete, insert, or_, select, tuple_

from sijill.events.origins import (
    DAYS,
    REPRINTED,
    Marks,
    Order,
    Origins,
    Tie,
    cited,
    citing_phrases,
    copied,
    groups,
    marks,
    order,
    outlet_name,
    shingles,
)
from sijill.records import Report
from sijill.store import tables as t
from sijill.store.rows import Values, chunks, report_of

AT_ONCE = 20_000
"""Rows an insert."""
WHOLE = 1 << 32
"""By how much the mark of a whole text is raised above those of its parts, in the table."""


@dataclass(frozen=True, slots=True)
class Tying:
    """What new reports change. `of`: report → origin, of the new ones and of all whose origin is another than before."""

    come: frozenset[Tie]
    gone: frozenset[Tie]
    marks: tuple[tuple[Order, Marks], ...]
    of: dict[str, str]


def tying(connection: Connection, new: Collection[str]) -> Tying:
    """How the origins change by reports that are in the store since they were made."""
    fresh = sorted(_reports(connection, new), key=order)
    marked = {r.id: marks(shingles(r.text)) for r in fresh}
    found = {tie for r in fresh for tie in _copies(connection, r, fresh, marked)}
    window = _Window(connection, fresh)
    again = {(r.id, outlet): r for r in fresh for outlet in window.named(r)} | window.citing(fresh)
    found.update(tie for (_, outlet), report in again.items() if (tie := window.tie(report, outlet)))
    before = {tie for tie in _ties(connection, {id_ for id_, _ in again}) if (tie.report, tie.outlet) in again}
    come, gone = frozenset(found - before), frozenset(before - found)
    return Tying(come, gone, tuple((order(r), marked[r.id]) for r in fresh), _changed(connection, new, come, gone))


def _reports(connection: Connection, ids: Iterable[str]) -> Iterator[Report]:
    for some in chunks(sorted(ids)):
        yield from map(report_of, connection.execute(select(t.reports).where(t.reports.c.id.in_(some))))


def _copies(connection: Connection, report: Report, fresh: list[Report], marked: dict[str, Marks]) -> Iterator[Tie]:
    """Ties of a new report to its copies, old and new, earlier and later: of each text to one report that has it."""
    day, mine = order(report)[0], marked[report.id]
    met = {r.id for r in fresh if abs(order(r)[0] - day) <= REPRINTED and not set(mine.parts).isdisjoint(marked[r.id].parts)}
    m = t.marks.c
    for parts in (mine.parts[k : k + 500] for k in range(0, len(mine.parts), 500)):
        near = (m.day >= day - REPRINTED) & (m.day <= day + REPRINTED)
        met.update(connection.execute(select(m.report).where(m.mark.in_(parts.tolist()), near).distinct()).scalars())
    same = connection.execute(select(m.report).where(m.mark == WHOLE + mine.whole).order_by(m.day, m.report).limit(1)).scalars().all()
    twins = {r.id for r in fresh if marked[r.id] == mine}
    text = shingles(report.text)
    of_text = {other.text: other for other in _reports(connection, met.union(same, twins) - {report.id})}
    for other in of_text.values():
        theirs = shingles(other.text)
        if (other.id in met and copied(text, theirs)) or marks(theirs) == mine:
            earlier, later = sorted((report, other), key=order)
            yield Tie(later.id, earlier.id)


class _Window:
    """The reports of the days around new ones: a report cites one of at most DAYS before."""

    def __init__(self, connection: Connection, fresh: list[Report]) -> None:
        self._connection = connection
        self._outlets: dict[str, list[tuple[date, str]]] = defaultdict(list)
        self._days = {day + timedelta(d) for day in {r.day for r in fresh if r.day} for d in range(-DAYS, DAYS + 1)}
        r = t.reports.c
        for first, last in _runs(self._days):
            for row in connection.execute(select(r.id, r.day, r.outlet).where(r.day >= first, r.day <= last, r.outlet.is_not(None))):
                if name := outlet_name(row.outlet):
                    self._outlets[name].append((row.day, row.id))
        for published in self._outlets.values():
            published.sort(reverse=True)

    def named(self, report: Report) -> list[str]:
        """The outlets that a report's text names as its source."""
        phrases = citing_phrases(report)
        return [outlet for outlet in self._outlets if any(f" {outlet} " in phrase for phrase in phrases)] if phrases else []

    def citing(self, fresh: list[Report]) -> dict[tuple[str, str], Report]:
        """Reports of before that name the outlet of a new one and came out after it, by their id and that outlet."""
        of_outlet = {name: [order(r) for r in fresh if outlet_name(r.outlet) == name] for name in {outlet_name(r.outlet) for r in fresh if r.day} - {""}}
        new, out = {r.id for r in fresh}, dict[tuple[str, str], Report]()
        if not of_outlet:
            return out
        for first, last in _runs({day + timedelta(d) for day in {r.day for r in fresh if r.day} for d in range(DAYS + 1)}):
            asked = select(t.reports).where(t.reports.c.day >= first, t.reports.c.day <= last)
            for report in map(report_of, self._connection.execute(asked)):
                phrases = citing_phrases(report) if report.id not in new else ()
                for outlet, orders in of_outlet.items() if phrases else ():
                    if any(f" {outlet} " in phrase for phrase in phrases) and min(orders) < order(report):
                        out[report.id, outlet] = report
        return out

    def tie(self, report: Report, outlet: str) -> Tie | None:
        """The tie to the latest earlier report of an outlet that the report has words in common with."""
        if report.day is None:
            return None
        earlier = [id_ for day, id_ in self._outlets[outlet] if (day, id_) < (report.day, report.id) and (report.day - day).days <= DAYS]
        other = cited(report, (r for id_ in earlier for r in _reports(self._connection, [id_])))
        return Tie(report.id, other.id, outlet) if other else None


def _runs(days: Collection[date]) -> Iterator[tuple[date, date]]:
    """Days as stretches, first and last included."""
    ordered = sorted(days)
    for k, day in enumerate(ordered):
        if k == 0 or day - ordered[k - 1] > timedelta(1):
            first = day
        if k == len(ordered) - 1 or ordered[k + 1] - day > timedelta(1):
            yield first, day


def _ties(connection: Connection, reports: Collection[str]) -> Iterator[Tie]:
    """All ties that one of these is an end of."""
    c = t.ties.c
    for some in chunks(sorted(reports)):
        for row in connection.execute(select(t.ties).where(or_(c.report.in_(some), c.other.in_(some)))):
            yield Tie(row.report, row.other, row.outlet)


def _changed(connection: Connection, new: Collection[str], come: frozenset[Tie], gone: frozenset[Tie]) -> dict[str, str]:
    """Origins of all that is chained to an end of a tie that came or went, where they are others than before."""
    members, ties = set(new), set(come)
    edge = members | {end for tie in come | gone for end in (tie.report, tie.other)}
    while edge:
        members |= edge
        ties.update(tie for tie in _ties(connection, edge) if tie not in gone)
        edge = {end for tie in ties for end in (tie.report, tie.other)} - members
    orders, before = [], dict[str, str]()
    for some in chunks(sorted(members)):
        rows = connection.execute(select(t.reports.c.id, t.reports.c.day).where(t.reports.c.id.in_(some)))
        orders += [(row.day.toordinal() if row.day else 1 << 30, row.id) for row in rows]
        before |= {row.report: row.origin for row in connection.execute(select(t.origins).where(t.origins.c.report.in_(some)))}
    return {report: origin for report, origin in groups(orders, ties).items() if report in new or before.get(report, report) != origin}


def put_tying(connection: Connection, change: Tying) -> None:
    """Writes what new reports changed."""
    for some in chunks(sorted(change.of)):
        connection.execute(delete(t.origins).where(t.origins.c.report.in_(some)))
    for tie in sorted(change.gone):
        connection.execute(delete(t.ties).where(tuple_(t.ties.c.report, t.ties.c.other, t.ties.c.outlet) == (tie.report, tie.other, tie.outlet)))
    _put(connection, change.of, change.come, change.marks)


def replace_all(connection: Connection, new: Origins) -> None:
    """Origins, ties and marks in the place of all earlier ones."""
    for table in (t.origins, t.ties, t.marks):
        connection.execute(delete(table))
    _put(connection, new.of, new.ties, new.marks)


def _put(connection: Connection, of: dict[str, str], ties: Iterable[Tie], marked: Iterable[tuple[Order, Marks]]) -> None:
    origins: list[Values] = [{"report": report, "origin": origin} for report, origin in sorted(of.items()) if report != origin]
    tied: list[Values] = [{"report": tie.report, "other": tie.other, "outlet": tie.outlet} for tie in sorted(ties)]
    for table, rows in ((t.origins, origins), (t.ties, tied)):
        if rows:
            connection.execute(insert(table), rows)
    rows_of_marks: Iterator[Values] = ({"mark": n, "day": day, "report": id_} for (day, id_), held in marked for n in (*held.parts, WHOLE + held.whole))
    while some := list(islice(rows_of_marks, AT_ONCE)):
        connection.execute(insert(t.marks), some)
