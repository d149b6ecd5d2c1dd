"""Tables that fit the width they are given: columns give way where they have most to give, no word of a cell is ever cut off, no figure parted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

_GAP = 2
_NARROWEST = 4
_STANDS_FOR = {" ": "\ue000", "\u00a0": "\ue001", "\u202f": "\ue002"}
"""Signs of no meaning that stand for spaces while lines are broken, since rich breaks at every space that Unicode has."""
_SPACES = str.maketrans({sign: space for space, sign in _STANDS_FOR.items()})
_UNBROKEN = re.compile(r"[\u00a0\u202f]|(?<=\d) (?=\d{3}(?!\d))")
"""No-break spaces, and spaces that set digits in threes."""


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
        widths = self.widths(options.max_width)
        for column, width in zip(self._columns, widths, strict=True):
            made.add_column(column.name, justify="right" if column.numeric else "left", width=width, overflow="fold")
        for cells in self._rows:
            made.add_row(*(_broken(cell, width, console) for cell, width in zip(cells, widths, strict=True)))
        yield made


def _broken(cell: Text, width: int, console: Console) -> Text:
    """The cell with its lines broken to a width, but never at a space that holds a figure together while that fits in a line."""
    if not _UNBROKEN.search(cell.plain) or any(sign in cell.plain for sign in _STANDS_FOR.values()):
        return cell
    held = cell.copy()
    held.plain = _UNBROKEN.sub(lambda space: _STANDS_FOR[space[0]], cell.plain)
    lines = held.wrap(console, width, overflow="fold")
    for line in lines:
        line.plain = line.plain.translate(_SPACES)
    return Text("\n").join(lines)


def _narrowed(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The widths with the widest made narrower, one by one, until they fit or all that are wider than their least are down to it."""
    out = list(widths)
    while sum(out) > room:
        wide = [k for k, (w, m) in enumerate(zip(out, least, strict=True)) if w > m]
        if not wide:
            break
        out[max(wide, key=lambda k: (out[k], -k))] -= 1
    return out
