"""CSV that a spreadsheet opens without running it: RFC 4180 rows, text cells guarded against formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

Cell = str | int | float | date | None
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


def guarded(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula (CWE-1236); leading blanks do not hide one."""
    return f"'{text}" if text and (text[0] in _FORMULA or text.lstrip()[:1] in _FORMULA) else text


def _cell(value: Cell) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else value


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Lines with their line ends (CRLF), the header first. Numbers stay numbers; None is an empty cell, never 0."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for row in chain([header], rows):
        writer.writerow([_cell(value) for value in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
