"""What was known on a day: the claims published by then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sijill.records import Told


def told_by(told: Iterable[Told], day: date) -> tuple[Told, ...]:
    """Claims of reports published on or before the day. A report without a date of publication counts as known, as it does for control."""
    return tuple(t for t in told if t.published is None or t.published <= day)
