"""Tables that fit the width they are given: columns give way where they have most to give, and no word of a cell is ever cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

_GAP = 2
_NARROWEST = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `least`: the width that it keeps while others can still give way; `numeric`: set to the right."""

    name: str
    least: int
    numeric: bool


class Grid:
    """Rows of texts under named columns; widths are chosen when it is printed."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = tuple(columns)
        self._rows: list[tuple[Text, ...]] = []

    def add(self, *cells: Text) -> None:
        """Adds a row."""
        self._rows.append(cells)

    def widths(self, available: int) -> list[int]:
        """A width for each column, together with the gaps at most `available`."""
        natural = [max([cell_len(c.name), *(cell_len(line) for r in self._rows for line in r[k].plain.split("\n"))]) for k, c in enumerate(self._columns)]
        room = available - _GAP * (len(natural) - 1)
        least = [min(n, c.least) for n, c in zip(natural, self._columns, strict=True)]
        return _narrowed(_narrowed(natural, least, room), [_NARROWEST] * len(natural), room)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """As a table of that width."""
        made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
        for column, width in zip(self._columns, self.widths(options.max_width), strict=True):
            made.add_column(column.name, justify="right" if column.numeric else "left", width=width, overflow="fold")
        for cells in self._rows:
            made.add_row(*cells)
        yield made


def _narrowed(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The widths with the widest made narrower, one by one, until they fit or all that are wider than their least are down to it."""
    out = list(widths)
    while sum(out) > room:
        wide = [k for k, (w, m) in enumerate(zip(out, least, strict=True)) if w > m]
        if not wide:
            break
        out[max(wide, key=lambda k: (out[k], -k))] -= 1
    return out
