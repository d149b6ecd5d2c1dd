"""Files and standard input → reports, notes and faults, in the order that they were given."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from sijill.errors import InputError
from sijill.ingest import html, lines, text
from sijill.ingest.decode import decode, refuse_binary
from sijill.ingest.naming import report_id
from sijill.ingest.page import Page
from sijill.records import Report, day_of

Kind = Literal["text", "markdown", "html", "jsonl"]
LONGEST = 20_000_000
"""Bytes of one report, and so of a file that is one; the longest real reports are books of 5 MB."""
KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of the files: it counts before what a single document says, and fills what a line of JSON leaves open."""

    published: str | None = None
    outlet: str | None = None
    encoding: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None:
            try:
                day_of(self.published)
            except ValueError:
                raise InputError("--published", f"{self.published[:40]!r} is no date", "write it as 2024-11-27") from None


@dataclass(frozen=True, slots=True)
class Note:
    """What a user should know of a file that was read all the same."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


Taken = Report | Note | InputError


def read_inputs(paths: Sequence[str], given: Given, stdin: BinaryIO) -> Iterator[Taken]:
    """What each path holds ("-" is standard input). A fault is given back, not raised: the rest is still read."""
    for path in paths:
        try:
            with _opened(path, stdin) as stream:
                yield from _taken(stream, path, given)
        except InputError as fault:
            yield fault


def expected(paths: Sequence[str]) -> int | None:
    """How many items `read_inputs` will come to, for a progress bar: one a document, one a line of JSON Lines. None where that cannot be told."""
    total = 0
    for path in map(Path, paths):
        if str(path) == "-" or not path.suffix:
            return None
        if KINDS.get(path.suffix.lower()) == "jsonl" and path.is_file():
            with path.open("rb") as stream:
                total += sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
        else:
            total += 1
    return total


@contextmanager
def _opened(path: str, stdin: BinaryIO) -> Iterator[BinaryIO]:
    if path == "-":
        yield stdin
        return
    try:
        with Path(path).open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise InputError(path, "there is no such file", "check the path") from None
    except IsADirectoryError:
        raise InputError(path, "is a directory", f"name its files: {path.rstrip('/')}/*.txt") from None
    except (OSError, ValueError) as wrong:
        raise InputError(path, f"cannot be read: {getattr(wrong, 'strerror', None) or wrong}", "check the path and your rights") from None


def _taken(stream: BinaryIO, path: str, given: Given) -> Iterator[Taken]:
    where = "stdin" if path == "-" else path
    suffix = "" if path == "-" else Path(path).suffix.lower()
    if suffix and suffix not in KINDS:
        refuse_binary(stream.read(8192), where)
        raise InputError(where, f"{suffix!r} is no kind of file that is read", f"give one of {', '.join(KINDS)}")
    start = stream.read(8192)
    kind = KINDS[suffix] if suffix else _sniffed(start)
    if kind == "jsonl":
        refuse_binary(start, where)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise InputError(where, "is UTF-16", "JSON Lines are UTF-8: save the file so")
        yield from _lines(_Rejoined(start, stream), where, given)
        return
    raw = start + stream.read(LONGEST + 1 - len(start))
    if len(raw) > LONGEST:
        raise InputError(where, f"is larger than {LONGEST // 1_000_000} MB", "split it: one report a file, or .jsonl with one a line")
    yield from _document(raw, where, kind, given)


class _Rejoined:
    """A stream of lines with its first bytes put back."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start = start
        self._rest = rest

    def readline(self, most: int) -> bytes:
        """The next line, or as much of it as `most` bytes."""
        if not self._start:
            return self._rest.readline(most)
        end = self._start.find(b"\n") + 1 or len(self._start)
        line, self._start = self._start[: min(end, most)], self._start[min(end, most) :]
        return line if line.endswith(b"\n") or len(line) >= most or self._start else line + self._rest.readline(most - len(line))


def _lines(stream: lines.LineStream, where: str, given: Given) -> Iterator[Taken]:
    found = False
    for item in lines.reports(stream, where, LONGEST):
        found = True
        yield lines.filled(item, given.published, given.outlet) if isinstance(item, Report) else item
    if not found:
        raise InputError(where, "is empty", "give a file with a report in it")


def _sniffed(start: bytes) -> Kind:
    """What standard input and files without a suffix hold, by how they begin."""
    first = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:512].lower()
    if first.startswith(b"{"):
        return "jsonl"
    return "html" if first.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")) else "text"


def _document(raw: bytes, where: str, kind: Kind, given: Given) -> Iterator[Taken]:
    """The one report of a text, Markdown or HTML file, after what is to be noted of it."""
    if not raw.strip():
        raise InputError(where, "is empty", "give a file with a report in it")
    declared = _CHARSET.search(raw[:4096]) if kind == "html" else None
    decoded = decode(raw, where, given.encoding, declared[1].decode("ascii") if declared else None)
    page = html.page(decoded.text, where) if kind == "html" else text.markdown(decoded.text) if kind == "markdown" else text.plain(decoded.text)
    if not page.text.strip():
        raise InputError(where, "is empty", "give a file with a report in it")
    if decoded.guessed:
        yield Note(where, f"not UTF-8: read as {decoded.encoding}")
    report = _report(page, where, given)
    if report.published is None:
        yield Note(where, "no date of publication: “Wednesday” and the like stay undated (give it with --published)")
    yield report


def _report(page: Page, where: str, given: Given) -> Report:
    published, outlet = given.published or page.published, given.outlet or page.outlet
    called = page.title or ("" if where == "stdin" else Path(where).stem)
    try:
        return Report(report_id(page.text, published, outlet, called), page.text, page.title, published, outlet, page.url, page.language)
    except ValueError as wrong:
        raise InputError(where, str(wrong), "write dates as 2024-11-27") from None
