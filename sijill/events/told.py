"""Readings and their reports to told claims, with each report's independent origin."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.events.origins import origins
from sijill.records import Reading, Report, Told


def from_contract(readings: Sequence[Reading], reports: Sequence[Report]) -> list[Told]:
    """All claims with what their reports tell about them, by report id, then in the reading's order.

    A reading without its report keeps its claims, with no date or outlet, as an origin of its own.
    """
    known = {r.id: r for r in reports}
    origin = origins(reports)
    out: list[Told] = []
    for reading in sorted(readings, key=lambda r: r.report):
        report = known.get(reading.report)
        for claim in reading.claims:
            about = (report.day, report.outlet) if report else (None, None)
            out.append(Told(claim, reading.report, *about, origin.get(reading.report, reading.report), report.moment if report else None))
    return out
