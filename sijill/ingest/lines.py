"""JSON Lines of the contract's reports, read line by line, so that a file may be of any length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from sijill.errors import InputError
from sijill.records import Report
from sijill.records.contract import from_json

_BOM = b"\xef\xbb\xbf"


class LineStream(Protocol):
    """Bytes that can be asked for line by line, as of an open file."""

    def readline(self, most: int, /) -> bytes:
        """The next line, or as much of it as `most` bytes; empty at the end."""
        ...


def reports(stream: LineStream, where: str, longest: int) -> Iterator[Report | InputError]:
    """A report or a fault for each line that is not blank; the fault names file and line. `longest`: bytes a line."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) > longest:
            yield InputError(f"{where}:{number}", f"the line is longer than {longest // 1_000_000} MB", "one report a line")
            while line and not line.endswith(b"\n"):
                line = stream.readline(longest)
            continue
        words = line.removeprefix(_BOM) if number == 1 else line
        if words.strip():
            yield _report(words, f"{where}:{number}")


def _report(line: bytes, where: str) -> Report | InputError:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return InputError(where, "is not UTF-8", "JSON Lines are UTF-8: save the file so")
    try:
        report = from_json(text, Report)
    except RecursionError:
        return InputError(where, "is nested too deep", 'a report is {"id": …, "text": …, "published": …}')
    except ValueError as wrong:
        return InputError(where, f"is no report: {wrong}", 'a line is {"id": …, "text": …, "published": …, "outlet": …}')
    if any("\x00" in words for words in (report.id, report.text)) or not report.id.isprintable() or len(report.id) > 500:
        return InputError(where, "its id or text holds what is no text", "ids are printable and at most 500 characters long; no NUL characters")
    return report


def filled(report: Report, published: str | None, outlet: str | None) -> Report:
    """The report with a date and an outlet where it has none of its own."""
    return replace(report, published=report.published or published, outlet=report.outlet or outlet)
