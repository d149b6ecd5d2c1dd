"""The options --known and --recorded: what had been published by a day, and what the store had taken down by one.

A report of May that came into the store in June was known in May and recorded in June. `--known` asks what the world could know, under
the decisions as they stand now, and means the same as *as known on* in the desk; `--recorded` asks what this store held, decisions too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import wraps
from typing import Any, TypeVar, cast

import click

from sijill.cli.shell import day
from sijill.events import join, told_by
from sijill.records import Event, Told
from sijill.store import Store

Verb = TypeVar("Verb", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Known:
    """Whose knowledge is used; None: all that there is. Both days are included, that of `recorded` in UTC."""

    published: date | None
    recorded: date | None

    def of(self, store: Store) -> tuple[tuple[Event, ...], tuple[Told, ...]]:
        """The events and claims of the store, joined anew where not all of them are meant."""
        if self.published is None and self.recorded is None:
            return store.events(), store.told()
        end = datetime.combine(self.recorded + timedelta(days=1), time(), UTC) if self.recorded else None
        told = store.told(known=end)
        if self.published is not None:
            told = told_by(told, self.published)
        return join(told, store.judgements(known=end)), told


def knowing(verb: Verb) -> Verb:
    """Gives the verb what is `known`, from two options."""

    @wraps(verb)
    def with_known(*args: Any, known: str | None, recorded: str | None, **more: Any) -> Any:
        return verb(*args, known=Known(day(known, "--known"), day(recorded, "--recorded")), **more)

    published = click.option("--known", metavar="DATE", help="With what had been published by the end of this day.")
    taken_down = click.option("--recorded", metavar="DATE", help="With what this store had taken down by the end of this day (UTC), claims and decisions.")
    return cast(Verb, published(taken_down(with_known)))
