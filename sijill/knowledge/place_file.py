"""One read-only SQLite file of places: records, spellings with language and source, licences, and the index as columns of numbers.

A file is written beside its final name and moved there whole, so that a reader never sees half of one and a failed build leaves
the old file in use. The checksum over its content is checked when it is opened.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sijill.errors import KnowledgeError
from sijill.knowledge.place_index import PlaceIndex, build_index
from sijill.knowledge.place_record import EXTENDED, KINDS, PlaceRecord, Source, Spelling
from sijill.knowledge.sounds import Manner, manner_of

FORMAT = "9"
_SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (name TEXT PRIMARY KEY, licence TEXT NOT NULL, attribution TEXT NOT NULL, url TEXT NOT NULL, sha256 TEXT NOT NULL,
  rows INTEGER NOT NULL, rejected TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (n INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, kind TEXT NOT NULL, iso2 TEXT NOT NULL,
  admin TEXT NOT NULL, ids TEXT NOT NULL, population INTEGER NOT NULL, feature TEXT NOT NULL, sources TEXT NOT NULL, conflicts TEXT NOT NULL);
CREATE TABLE spelling (place INTEGER NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, source TEXT NOT NULL);
CREATE TABLE given (source TEXT PRIMARY KEY, records BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE columns (name TEXT PRIMARY KEY, type TEXT NOT NULL, data BLOB NOT NULL);
"""
_BREAK = "\x1f"


def _rows(records: Sequence[PlaceRecord]) -> Iterator[tuple[object, ...]]:
    for n, r in enumerate(records):
        yield (
            n, r.name, r.lat, r.lon, r.kind, r.iso2, _BREAK.join(r.admin), " ".join(r.ids), r.population, r.feature,
            " ".join(r.sources), _BREAK.join(r.conflicts),
        )  # fmt: skip


def _forms(records: Sequence[PlaceRecord]) -> Iterator[tuple[int, str, Manner]]:
    for n, r in enumerate(records):
        manner = manner_of(r.iso2)
        for name in r.names:
            yield n, name, manner


@dataclass(frozen=True, slots=True)
class Content:
    """What a place file is made of: places already joined; sources; `given`: each source's own records, so that another can be joined later;
    `about`: notes such as the country. Without `fuzzy` only whole spellings are found, and spellings are not kept apart by language."""

    records: Sequence[PlaceRecord]
    sources: Sequence[Source]
    about: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, Sequence[PlaceRecord]] = field(default_factory=dict)
    fuzzy: bool = True


def _fill(database: sqlite3.Connection, content: Content) -> None:
    records, fuzzy = content.records, content.fuzzy
    database.executescript(_SCHEMA)
    database.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", _rows(records))
    if fuzzy:
        spelled = ((n, s.text, s.language, s.source) for n, r in enumerate(records) for s in r.spellings)
        database.executemany("INSERT INTO spelling VALUES (?,?,?,?)", spelled)
        database.execute("CREATE INDEX spelling_of ON spelling (place)")
    database.executemany(
        "INSERT INTO source VALUES (?,?,?,?,?,?,?)",
        [(s.name, s.licence, s.attribution, s.url, s.sha256, s.rows, json.dumps(dict(s.rejected))) for s in content.sources],
    )
    packed = [(name, zlib.compress(msgspec.json.encode(list(rows)), 6)) for name, rows in sorted(content.given.items())]
    database.executemany("INSERT INTO given VALUES (?,?)", packed)
    columns = build_index(_forms(records), fuzzy)
    columns["lat"] = np.array([r.lat for r in records], np.float64)
    columns["lon"] = np.array([r.lon for r in records], np.float64)
    columns["kind"] = np.array([KINDS.index(r.kind) for r in records], np.uint8)
    columns["population"] = np.array([r.population for r in records], np.int64)
    stored = [(name, values.dtype.str, values.tobytes()) for name, values in sorted(columns.items())]
    database.executemany("INSERT INTO columns VALUES (?,?,?)", stored)
    sums = "".join(sha256(data).hexdigest() for _, _, data in stored)
    whole = {**content.about, "fuzzy": "yes" if fuzzy else "no", "format": FORMAT, "places": str(len(records)), "checksum": sha256(sums.encode()).hexdigest()}
    database.executemany("INSERT INTO about VALUES (?,?)", sorted(whole.items()))


def write_place_file(path: Path, content: Content) -> None:
    """Build the file and put it in place whole. KnowledgeError if the folder cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".part", dir=path.parent)
    except OSError as wrong:
        raise KnowledgeError(f"{path.parent}: cannot be written: {wrong.strerror}", "choose another folder for places") from None
    os.close(handle)
    part = Path(name)
    try:
        with closing(sqlite3.connect(part)) as database, database:
            database.execute("PRAGMA journal_mode=OFF")
            database.execute("PRAGMA synchronous=FULL")
            _fill(database, content)
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


class PlaceFile:
    """An open place file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self.about: dict[str, str] = dict(self._database.execute("SELECT key, value FROM about"))
            columns = {
                name: np.frombuffer(data, np.dtype(type_)) for name, type_, data in self._database.execute("SELECT name, type, data FROM columns ORDER BY name")
            }
        except sqlite3.Error as wrong:
            raise KnowledgeError(f"{path.name}: no place file ({wrong})", f"build it again with: sijill places add, or delete {path.name}") from None
        if self.about.get("format") != FORMAT:
            raise KnowledgeError(f"{path.name}: written by another version of Sijill", "build it again with: sijill places add")
        self.index = PlaceIndex(columns)
        self.lat, self.lon, self.kind, self.population = columns["lat"], columns["lon"], columns["kind"], columns["population"]
        self.fuzzy = self.about.get("fuzzy") != "no"
        self._of_country: dict[str, NDArray[np.bool_]] = {}

    def __len__(self) -> int:
        return len(self.lat)

    def close(self) -> None:
        """Give the file back."""
        self._database.close()

    def check(self) -> None:
        """KnowledgeError unless the columns are those that were written."""
        sums = "".join(sha256(data).hexdigest() for (data,) in self._database.execute("SELECT data FROM columns ORDER BY name"))
        if sha256(sums.encode()).hexdigest() != self.about.get("checksum"):
            raise KnowledgeError(f"{self.path.name}: damaged, its checksum does not fit", "build it again with: sijill places add")

    def records(self, numbers: Sequence[int]) -> list[PlaceRecord]:
        """The places of those numbers, in that order, without their spellings."""
        marks = ",".join("?" * len(numbers))
        rows = self._database.execute(f"SELECT * FROM place WHERE n IN ({marks})", [int(n) for n in numbers])  # noqa: S608 (marks only)
        by_number = {row[0]: _record(row) for row in rows}
        return [by_number[int(n)] for n in numbers]

    def by_id(self, id_: str) -> PlaceRecord | None:
        """The place that has the id."""
        row = self._database.execute("SELECT * FROM place WHERE instr(' ' || ids || ' ', ?)", (f" {id_} ",)).fetchone()
        return _record(row) if row else None

    def nearest(self, point: tuple[float, float]) -> PlaceRecord | None:
        """The place nearest to (lat, lon), extended ones left aside."""
        points = np.flatnonzero(~np.isin(self.kind, [KINDS.index(k) for k in EXTENDED]))
        if not len(points):
            return None
        across = np.cos(np.radians(point[0])) * ((self.lon[points] - point[1] + 180) % 360 - 180)
        return self.records([int(points[np.argmin((self.lat[points] - point[0]) ** 2 + across**2)])])[0]

    def of_country(self, iso2: str) -> NDArray[np.bool_]:
        """For each place whether it lies in that country."""
        if iso2 not in self._of_country:
            numbers = [n for (n,) in self._database.execute("SELECT n FROM place WHERE iso2 = ?", (iso2,))]
            lies = np.zeros(len(self), bool)
            lies[numbers] = True
            self._of_country[iso2] = lies
        return self._of_country[iso2]

    def spellings(self, number: int) -> tuple[Spelling, ...]:
        """Every spelling of a place, as its sources give them."""
        rows = self._database.execute("SELECT text, language, source FROM spelling WHERE place = ? ORDER BY rowid", (number,))
        return tuple(Spelling(*row) for row in rows)

    def given(self) -> dict[str, list[PlaceRecord]]:
        """Each source's own records, as they were before joining."""
        rows = self._database.execute("SELECT source, records FROM given ORDER BY source")
        return {name: msgspec.json.decode(zlib.decompress(data), type=list[PlaceRecord]) for name, data in rows}

    def sources(self) -> tuple[Source, ...]:
        """Where the places come from."""
        rows = self._database.execute("SELECT name, licence, attribution, url, sha256, rows, rejected FROM source ORDER BY name")
        return tuple(Source(name, licence, said, url, sums, n, tuple(sorted(json.loads(reasons).items()))) for name, licence, said, url, sums, n, reasons in rows)


def _record(row: tuple[Any, ...]) -> PlaceRecord:
    _, name, lat, lon, kind, iso2, admin, ids, population, feature, sources, conflicts = row
    holders, own, said_by, said = (tuple(p for p in text.split(by) if p) for text, by in ((admin, _BREAK), (ids, " "), (sources, " "), (conflicts, _BREAK)))
    return PlaceRecord(name, lat, lon, kind, iso2, holders, own, population, feature, (), said_by, said)
