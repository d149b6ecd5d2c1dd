"""Tables that fit the width they are given: columns give way where they have most to give, words are broken last, and nothing of a cell is ever cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

_GAP = 2
_NARROWEST = 4
_WORD = re.compile(r"( *)((?:[^ ]|(?<=\d) (?=\d{3}(?!\d)))+)")
"""Only a blank parts words: the space inside a number does not."""


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
        whole = [max(m, *(_longest(r[k].plain) for r in self._rows), 0) for k, m in enumerate(least)]
        return _narrowed(_narrowed(_narrowed(natural, whole, room), least, room), [_NARROWEST] * len(natural), room)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """As a table of that width."""
        made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
        widths = self.widths(options.max_width)
        for column, width in zip(self._columns, widths, strict=True):
            made.add_column(column.name, justify="right" if column.numeric else "left", width=width, overflow="fold")
        for cells in self._rows:
            made.add_row(*(_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)))
        yield made


def _longest(cell: str) -> int:
    return max((cell_len(found[2]) for line in cell.split("\n") for found in _WORD.finditer(line)), default=0)


def _wrapped(cell: Text, width: int) -> Text:
    """The cell in lines of at most that width, with its styles."""
    lines: list[Text] = []
    for line in cell.split("\n", allow_blank=True):
        lines += line.divide(_cuts(line.plain, width))
    for part in lines:
        part.rstrip()
    return Text("\n").join(lines)


def _cuts(line: str, width: int) -> Iterator[int]:
    """Where a line ends so that each piece fits: before a word, or inside one that is wider than the column."""
    room = width
    for found in _WORD.finditer(line):
        at, word, gap = found.start(2), found[2], len(found[1])
        if gap + cell_len(word) > room and room < width:
            yield at
            room, gap = width, 0
        room -= gap
        while cell_len(word) > max(room, 1):
            head = _head(word, max(room, 1))
            at, word, room = at + head, word[head:], width
            yield at
        room -= cell_len(word)


def _head(word: str, room: int) -> int:
    """How many signs of a word stay on the line; the rest goes on the next, if it can behind a stroke or a hyphen."""
    fits, taken = 0, 0
    for sign in word:
        taken += cell_len(sign)
        if taken > room:
            break
        fits += 1
    part = max(word.rfind(sign, 0, fits) for sign in "/-_") + 1
    return part if part > fits // 2 else max(fits, 1)


def _narrowed(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The widths with the widest made narrower, one by one, until they fit or all that are wider than their least are down to it."""
    out = list(widths)
    while sum(out) > room:
        wide = [k for k, (w, m) in enumerate(zip(out, least, strict=True)) if w > m]
        if not wide:
            break
        out[max(wide, key=lambda k: (out[k], -k))] -= 1
    return out
