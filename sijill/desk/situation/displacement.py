"""Who had to leave and who came back, in persons, with the factor shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from sijill.desk.filters import DisplacementFilter
from sijill.desk.situation.known import known_on
from sijill.desk.situation.listing import Listing
from sijill.desk.situation.reach import Reach, reach_of
from sijill.export.cells import Cell
from sijill.export.words import range_words
from sijill.situation.displacement import EventDisplacement, Figure, displacement
from sijill.situation.displacement_totals import DisplacementTotal, displacement_totals
from sijill.store import Store

COLUMNS = (
    "event", "area", "first_day", "last_day", "returned", "kind", "category", "state", "low", "best", "high", "running_total", "figures", "why",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Displacements:
    """/situation/displacement.json: one row a happening, kind and direction, and the totals of these rows."""

    count: int
    totals: tuple[DisplacementTotal, ...]
    rows: tuple[EventDisplacement, ...]


@dataclass(frozen=True, slots=True)
class DisplacementList:
    """The answer to a query, and the days that the store reaches over."""

    answer: Displacements
    reach: Reach


def list_displacement(store: Store, wanted: DisplacementFilter) -> DisplacementList:
    """The happenings of a query. What an analyst rejected is not counted."""
    known = known_on(store, wanted.known)
    events = tuple(e for e in known.events if e.status != "rejected")
    rows = tuple(row for row in displacement(events, known.told) if wanted.lets(row))
    return DisplacementList(Displacements(len(rows), displacement_totals(rows), rows), reach_of(known.all_told))


def _values(_: DisplacementFilter, found: DisplacementList) -> Mapping[str, object]:
    return {"totals": found.answer.totals, "shown": found.answer.rows}


def _record(found: DisplacementList) -> Displacements:
    return found.answer


def _cells(found: DisplacementList) -> Iterator[tuple[Cell, ...]]:
    for row in found.answer.rows:
        last = row.end - timedelta(days=1) if row.end else None
        figures = "; ".join(f"{f.claimant}: {_figure(f)}" for f in row.figures)
        yield (
            row.event, " / ".join(row.path), row.start, last, int(row.returned), row.kind, row.category, row.state, row.low, row.best, row.high,
            int(row.running), figures, row.why,
        )  # fmt: skip


def _figure(figure: Figure) -> str:
    persons = range_words(figure.low, figure.best, figure.high)
    return f"“{figure.words}” = {persons} persons ({figure.role})" if persons else f"“{figure.words}”, no number ({figure.role})"


router = Listing("displacement", DisplacementFilter.of, list_displacement, _values, _record, COLUMNS, _cells).router()
