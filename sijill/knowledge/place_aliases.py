"""What analysts decided about place names, remembered: an alias says what a name means, who said so and when, and is used from then on.

Aliases are lines of JSON in `aliases.jsonl` beside the place files, appended and never edited; of two on one name the later counts.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from sijill.errors import KnowledgeError
from sijill.knowledge.folding import fold
from sijill.knowledge.place_record import PlaceRecord

FILE = "aliases.jsonl"
CUT_OFF = b" # cut off\n"
"""Ends a line that a crash left half-written, so that what follows is whole."""


@dataclass(frozen=True, slots=True)
class Alias:
    """`name` means `place`: so `author` decided on that day."""

    name: str
    place: PlaceRecord
    author: str
    day: date
    note: str = ""

    def __post_init__(self) -> None:
        if not fold(self.name):
            raise ValueError("an alias needs a name")
        if not self.author.strip():
            raise ValueError("an alias needs an author")


def add_alias(folder: Path, alias: Alias) -> None:
    """Append it durably. KnowledgeError if the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / FILE
        whole = not path.exists() or path.stat().st_size == 0 or path.read_bytes().endswith(b"\n")
        with path.open("ab") as out:
            out.write((b"" if whole else CUT_OFF) + msgspec.json.encode(alias) + b"\n")
            out.flush()
            os.fsync(out.fileno())
    except OSError as wrong:
        raise KnowledgeError(f"{folder / FILE}: cannot be written: {wrong.strerror}", "choose another folder for places") from None


def read_aliases(folder: Path) -> tuple[Alias, ...]:
    """All of them, oldest first. KnowledgeError names a line that is broken; a last line cut off by a crash is passed over."""
    path = folder / FILE
    try:
        lines = path.read_bytes().split(b"\n") if path.exists() else []
    except OSError as wrong:
        raise KnowledgeError(f"{path}: cannot be read: {wrong.strerror}", "mend its permissions") from None
    out = []
    for n, line in enumerate(lines, 1):
        if not line.strip() or line.endswith(CUT_OFF.strip(b"\n")):
            continue
        try:
            out.append(msgspec.json.decode(line, type=Alias))
        except (msgspec.ValidationError, msgspec.DecodeError) as wrong:
            if n == len(lines):
                break
            raise KnowledgeError(f"{path.name}:{n}: no alias: {wrong}", "mend or remove the line") from None
    return tuple(out)


def in_force(aliases: tuple[Alias, ...], as_of: date | None = None) -> dict[str, Alias]:
    """By folded name, the latest said on or before a day (None: of all)."""
    known = (a for a in aliases if as_of is None or a.day <= as_of)
    return {fold(a.name): a for a in sorted(known, key=lambda a: a.day)}
