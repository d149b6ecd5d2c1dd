"""Components: strands that likely pairs or judgements chain together, with the events made of them. Each can be joined by itself.

Whether two strands are compared, and what they score, depends on the two alone; so a component comes out the same whatever else is joined
beside it, as long as all claims of its reports are there. What changes a few claims therefore changes a few components.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sijill.events.blocking import Held, sought
from sijill.events.joining import Joiner, StrandName, by_report, looked_for_by_words
from sijill.events.strands import strands_of
from sijill.records import Event, Judgement, Told


@dataclass(frozen=True, slots=True)
class Component:
    """Events, and of the strands whose claims they hold the names and what others meet them under."""

    events: tuple[Event, ...]
    strands: tuple[tuple[StrandName, Held | None], ...] = ()

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
        yield Component(joiner.events_of(root), tuple(joiner.held(root)))


def joined_again(told: Iterable[Told], judgements: Sequence[Judgement], changed: AbstractSet[str], of_old: AbstractSet[StrandName]) -> Iterator[Component]:
    """The components that hold a strand of the reports `changed`, or one of the strands `of_old`.

    `told`: all claims of every report that has a strand among these or within reach of the changed ones.
    """
    for component in joined(told, judgements):
        if any(name in of_old or name[0] in changed for name, _ in component.strands):
            yield component


def reach(told: Collection[Told]) -> list[Held]:
    """What these reports' strands look for others by: who shares a day and a key of one of these may meet them, all others do not."""
    found: list[Held] = []
    for claims in by_report(told):
        strands = strands_of(claims).strands
        wanted = (sought(strand, looked_for_by_words(strand, len(strands) == 1)) for strand in strands)
        found += [one for one in wanted if one is not None]
    return found
