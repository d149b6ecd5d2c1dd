"""What was known on a day: the claims told and the judgements made by then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sijill.events.decide import day_of_judgement
from sijill.records import Judgement, Told


def told_by(told: Iterable[Told], day: date) -> tuple[Told, ...]:
    """Claims of reports published on or before the day. A report without a date of publication is left out: nobody can say that it was known."""
    return tuple(t for t in told if t.published is not None and t.published <= day)


def judged_by(judgements: Iterable[Judgement], day: date) -> tuple[Judgement, ...]:
    """Judgements made on or before the day (UTC)."""
    return tuple(j for j in judgements if day_of_judgement(j) <= day)
