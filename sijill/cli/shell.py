"""What every verb needs: settings, the two consoles, the store and the reader, faults told in one line each, progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from sijill.cli import readers
from sijill.errors import InputError, SijillError
from sijill.ingest import Note
from sijill.knowledge import Knowledge
from sijill.pipeline import Reader
from sijill.settings import Settings
from sijill.store import Store, open_store

T = TypeVar("T")
Verb = TypeVar("Verb", bound=Callable[..., object])
WIDEST = 120
PIPED = 100
"""Columns of a table that goes to a file or pipe."""
FAULT = 2
"""The exit code of a run in which something could not be done."""


@dataclass(slots=True)
class Shell:
    """One run of the program. `faults` counts what could not be done; a run with faults ends with exit code 2."""

    settings: Settings
    out: Console
    err: Console
    faults: int = field(default=0)

    def tell(self, said: Note | SijillError) -> None:
        """One line on stderr; errors are counted."""
        self.faults += isinstance(said, SijillError)
        self.err.print(f"sijill: {plain(str(said))}", markup=False, soft_wrap=True)

    def say(self, words: str) -> None:
        """A line on stdout, broken at blanks where it is wider than a table."""
        self.out.print(plain(words), markup=False)

    def finish(self) -> None:
        """Ends the run with the exit code that it earned."""
        if self.faults:
            click.get_current_context().exit(FAULT)

    @contextmanager
    def store(self, place: str | None, must_exist: bool = True) -> Iterator[Store]:
        """The store at `place`, or where the settings say."""
        with open_store(place or self.settings.store, must_exist) as opened:
            yield opened

    def reader(self) -> Reader:
        """The reader that the settings name; what it knows is loaded when the first report comes."""

        def load() -> Reader:
            with self.waiting("loading what the reader knows"):
                return readers.load_reader(self.settings)

        return readers.LateReader(load)

    def knowledge(self) -> Knowledge:
        """All that the reader knows."""
        with self.waiting("loading what the reader knows"):
            return readers.all_knowledge(self.settings)

    @contextmanager
    def waiting(self, label: str) -> Iterator[None]:
        """A sign on a terminal that something is being done."""
        if not self.err.is_terminal:
            yield
            return
        with self.err.status(f"{label} …"):
            yield

    def progress(self, items: Iterable[T], label: str, total: int | None) -> Iterator[T]:
        """The items, with a bar on stderr while they pass; `total` None where nobody knows how many come."""
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
        with Progress(*columns, console=self.err, transient=True, disable=not self.err.is_terminal) as bar:
            task = bar.add_task(label, total=total)
            for item in items:
                yield item
                bar.advance(task)


def new_shell(settings: Settings) -> Shell:
    """Consoles as wide as the terminal, at most 120 columns, and 100 where there is none (COLUMNS says otherwise)."""
    out = Console(file=sys.stdout, highlight=False)
    wide = out.width if out.is_terminal or "COLUMNS" in os.environ else PIPED
    return Shell(settings, Console(file=sys.stdout, highlight=False, width=min(wide, WIDEST)), Console(stderr=True, highlight=False))


pass_shell = click.make_pass_decorator(Shell)

_UNSEEN = {c: "\ufffd" for c in (*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_UNSEEN.update({ord("\n"): " ", ord("\t"): " ", ord("\r"): " "})


def plain(words: str) -> str:
    """Words of a report as they may go to a terminal: nothing in them can move the cursor, change colours or turn the text around."""
    return words.translate(_UNSEEN)


def day(value: str | None, option: str) -> date | None:
    """The day that an option names. InputError if it is none."""
    try:
        return date.fromisoformat(value) if value is not None else None
    except ValueError:
        raise InputError(option, f"{value!r} is no date", "write it as 2024-11-27") from None


def in_store(verb: Verb) -> Verb:
    """The option that says which store."""
    return click.option("--store", "place", metavar="PATH", help="Path or URL of the store.  [default: sijill.sqlite, or the setting]")(verb)


def formats(*kinds: str) -> Callable[[Verb], Verb]:
    """The option that says how the answer is written; the first kind is the default."""
    return click.option("--format", "kind", type=click.Choice(kinds), default=kinds[0], show_default=True, help="How the answer is written.")


def out_folder(path: Path) -> Path:
    """The folder, made if need be. InputError where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise InputError(str(path), f"no folder can be made there: {wrong.strerror}", "give another with --out") from None
    return path
