"""Components: strands that likely pairs or judgements chain together, with the events made of them. Each can be joined by itself.

Whether two strands are compared, and what they score, depends on the two alone; so a component comes out the same whatever else is joined
beside it, as long as all claims of its reports are there. What changes a few claims therefore changes a few components.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sijill.events.blocking import WINDOW, Days, held_under
from sijill.events.joining import Joiner, by_report
from sijill.events.strands import strands_of
from sijill.records import Event, Judgement, Told

StrandName = tuple[str, int]
"""A report's id and the number of a strand among its strands: the same for as long as the report's claims are."""


@dataclass(frozen=True, slots=True)
class Component:
    """Events, and of the strands whose claims they hold the names and the days under which others meet them."""

    events: tuple[Event, ...]
    strands: tuple[tuple[StrandName, Days | None], ...] = ()

    @property
    def name(self) -> str:
        """Its name until it is joined again: that of the event with the smallest."""
        return min(event.id for event in self.events)


def joined(told: Iterable[Told], judgements: Sequence[Judgement] = ()) -> Iterator[Component]:
    """The components of all claims under the judgements. Pure; neither order nor batches matter for what they hold."""
    joiner = Joiner(judgements)
    for claims in by_report(told):
        joiner.add(claims)
    for root in joiner.components():
        yield Component(joiner.events_of(root), tuple((name, held_under(strand)) for name, strand in joiner.strands_of(root)))


def joined_again(told: Iterable[Told], judgements: Sequence[Judgement], changed: AbstractSet[str], of_old: AbstractSet[StrandName]) -> Iterator[Component]:
    """The components that hold a strand of the reports `changed`, or one of the strands `of_old`.

    `told`: all claims of every report that has a strand among these or within reach of the changed ones.
    """
    for component in joined(told, judgements):
        if any(name in of_old or name[0] in changed for name, _ in component.strands):
            yield component


def reach(told: Collection[Told]) -> list[Days]:
    """From which to which day, both included, a strand must be held to meet one of these reports' strands."""
    found = {days for claims in by_report(told) for strand in strands_of(claims).strands if (days := held_under(strand)) is not None}
    return sorted((start - WINDOW, end + WINDOW) for start, end in found)
