"""The store's own counts: violent happenings and people killed, by area and calendar month. A month without any report is unknown, not zero."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from sijill.events.families import GROUP_OF
from sijill.records import Event, Told
from sijill.situation.grouping import Area, area_of

Measure = Literal["deaths", "happenings"]
_VIOLENT: Final = frozenset({"strike", "battle", "violence", "crowd", "toll"})
_MOVES: Final = frozenset({"movement", "base_established", "transfer", "protest"})

Month = int
"""Months since the year 0: year × 12 + month − 1."""


def month_of(day: date) -> Month:
    """The month that a day lies in."""
    return day.year * 12 + day.month - 1


def first_of(month: Month) -> date:
    """A month's first day."""
    return date(month // 12, month % 12 + 1, 1)


def open_month(day: date) -> Month:
    """The first month that is not over at the end of `day`."""
    return month_of(day + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Counts:
    """`by_area`: for each area (country, and country with admin-1) and measure the count of each month that is not zero.

    `reported`: the months in which any report was published; in others nothing is known. `unstated`: happenings by area whose dead are
    told without a number, which `deaths` therefore lack.
    """

    by_area: Mapping[tuple[Area, Measure], Mapping[Month, int]]
    reported: frozenset[Month]
    unstated: Mapping[Area, int]

    def areas(self) -> list[Area]:
        """All areas, sorted."""
        return sorted({area for area, _ in self.by_area})

    def value(self, area: Area, measure: Measure, month: Month) -> int | None:
        """The count, 0 where reports came in and told none, None where no report was published."""
        return self.by_area.get((area, measure), {}).get(month, 0) if month in self.reported else None


def deaths_of(event: Event) -> int | None:
    """The people killed in an event: the best figure of its whole toll, else the lower bound; None where no number is told."""
    whole = next((t for t in event.toll if t.measure == "killed" and t.unit == "person"), None)
    if whole is None or whole.state in {"unknown", "unstated"}:
        return None
    return whole.best if whole.best is not None else whole.low


def monthly_counts(events: Iterable[Event], told: Sequence[Told]) -> Counts:
    """Counts over events that are not rejected, are violent, and have a day and an area."""
    by_area: dict[tuple[Area, Measure], dict[Month, int]] = defaultdict(lambda: defaultdict(int))
    unstated: dict[Area, int] = defaultdict(int)
    for event in events:
        area = area_of(event.places)
        if event.status == "rejected" or event.when is None or not area or GROUP_OF[event.type] not in _VIOLENT or event.type in _MOVES:
            continue
        month, dead = month_of(event.when.start), deaths_of(event)
        vague = any(t.measure == "killed" and t.state == "unstated" for t in event.toll)
        for path in (area[:1], area) if len(area) > 1 else (area,):
            by_area[path, "happenings"][month] += 1
            by_area[path, "deaths"][month] += dead or 0
            unstated[path] += vague
    reported = frozenset(month_of(t.published) for t in told if t.published is not None)
    return Counts({key: dict(row) for key, row in by_area.items()}, reported, dict(unstated))
