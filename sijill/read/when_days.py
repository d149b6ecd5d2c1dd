"""What relative words of time lean on, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sijill.records import WhenPrecision

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Basis:
    """What relative words lean on: the day of publication, the day last told of, and whether the clause looks ahead."""

    published: date | None
    told: date | None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """A dated stretch; `end` is exclusive."""

    start: date
    end: date
    precision: WhenPrecision
