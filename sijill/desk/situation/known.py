"""The record as it was known on a day: what had been published by then, joined under the decisions as they stand now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sijill.events import join
from sijill.events.asof import told_by
from sijill.events.identity import keep_names
from sijill.records import Event, Told
from sijill.store import Store


@dataclass(frozen=True, slots=True)
class Known:
    """Events and claims. `all_told`: the claims of the whole store, which say over which days it reaches."""

    events: Sequence[Event]
    told: Sequence[Told]
    all_told: Sequence[Told]


def known_on(store: Store, day: date | None) -> Known:
    """All that is known, or what was known on a day. Events then bear the names that the same happenings have today, so that links lead to them."""
    events, told = store.events(), store.told()
    if day is None:
        return Known(events, told, told)
    by_then = told_by(told, day)
    return Known(keep_names(join(by_then, store.judgements()), events), by_then, told)
