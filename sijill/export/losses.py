"""What a foreign format could not hold: said beside the rows, never passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing of one event that the format has no room for. `whole`: the event itself is no row of it."""

    event: str
    what: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """The lines of a file, with their line ends, and what they leave out; `columns_left_blank` for lack of the other project's own lists."""

    lines: tuple[str, ...]
    losses: tuple[Loss, ...]
    columns_left_blank: tuple[str, ...] = ()

    def told(self) -> str:
        """The losses as a few lines to read: how many events are no rows and why, then what the rows lack."""
        dropped = Counter(loss.what for loss in self.losses if loss.whole)
        lacking = Counter(loss.what for loss in self.losses if not loss.whole)
        lines = [f"left out: {n} event{'s' if n > 1 else ''}: {what}" for what, n in sorted(dropped.items())]
        lines += [f"not held: {what} ({n})" for what, n in sorted(lacking.items())]
        if self.columns_left_blank:
            lines.append(f"left blank: {', '.join(self.columns_left_blank)}")
        return "\n".join(lines)


def lost(event: str, found: Sequence[tuple[bool, str]]) -> list[Loss]:
    """A loss for each of the pairs whose condition holds."""
    return [Loss(event, what) for holds, what in found if holds]
