"""Events as the contract's JSON Lines: one line an event, with its review status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sijill.export.release import released
from sijill.records import Event
from sijill.records.contract import to_json


def events_as_jsonl(events: Iterable[Event], released_only: bool = True) -> Iterator[str]:
    """Lines without line ends, in the order of `events`."""
    for event in released(events, released_only):
        yield to_json(event)
