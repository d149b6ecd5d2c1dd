"""Building the place file of a country: from a file or a download, joined with what its file holds already, and put in place whole.

The file in use stays as it is until the new one is complete; a source that fails leaves nothing behind.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from sijill.errors import InputError, KnowledgeError
from sijill.knowledge.builtin_places import town_records
from sijill.knowledge.place_file import Content, PlaceFile, write_place_file
from sijill.knowledge.place_record import PlaceRecord, Source
from sijill.knowledge.place_sources import geonames, osm, osm_extract, wof
from sijill.knowledge.place_sources.fetch import fetch
from sijill.knowledge.place_sources.join import join
from sijill.knowledge.place_sources.rows import Rejected, Row, table
from sijill.knowledge.place_sources.shapes import geojson_rows, shapefile_rows
from sijill.knowledge.place_sources.tables import Origin, read_table
from sijill.knowledge.place_sources.unpack import checksum, is_text, lines_of, text_of

SourceKind = Literal["geonames", "wof", "cod", "osm", "own"]
Progress = Callable[[str, int, int], None]
"""Called with what is done, how much of it, and of how much (0: unknown)."""
SUFFIX = ".places"
MOST_REJECTED = 0.5
_ORDER = ("geonames", "wof", "ocha-cod", "osm")
_NO_UTF8 = "row is no UTF-8 text"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to add: `given` is a file, or a two-letter country code to be downloaded from GeoNames. `kind`, `country` where the file does not tell;
    licence and attribution of a user's own file; `towns`: for a country code, what is at hand of that country (folder of knowledge) instead of a
    download; addresses to download from."""

    given: str
    country: str = ""
    kind: SourceKind | None = None
    licence: str = ""
    attribution: str = ""
    towns: Path | None = None
    dump: str = geonames.DUMP
    alternates: str = geonames.ALTERNATES


@dataclass(frozen=True, slots=True)
class Added:
    """One country's new file: places in it, rows read and rejected of the added source, places that it shares with earlier sources."""

    path: Path
    country: str
    places: int
    rows: int
    shared: int
    rejected: tuple[tuple[str, int], ...]


def _text_lines(path: Path, reasons: Counter[str], wanted: str = "") -> Iterator[str]:
    for line in lines_of(path, wanted):
        if is_text(line):
            yield line
        else:
            reasons[_NO_UTF8] += 1


def _bare_suffix(path: Path) -> str:
    suffixes = [s.lower() for s in path.suffixes]
    return next((s for s in reversed(suffixes) if s not in {".gz", ".zip"}), "")


def _first_line(path: Path) -> str:
    return next(iter(lines_of(path)), "")


def told_kind(path: Path) -> SourceKind:
    """What kind of file it is, by its suffix and first line. InputError if it is none that is read."""
    suffix = _bare_suffix(path)
    if suffix == ".pbf":
        return "osm"
    if suffix == ".shp":
        return "cod"
    first = _first_line(path)
    if suffix in {".json", ".geojson"} or first.lstrip().startswith("{"):
        return "osm" if '"elements"' in text_of(path)[:4000] else "own"
    if first.count("\t") == geonames.WIDTH - 1:
        return "geonames"
    header = first.lower()
    if "wof_id" in header:
        return "wof"
    return "cod" if re.search(r"adm(?:in)?[0-4]_?p?code", header) else "own"


def _origin(wanted: Wanted, kind: SourceKind, country: str) -> Origin:
    if kind == "cod":
        return Origin("ocha-cod", wanted.country, country, "pcode")
    return Origin("own", wanted.country, country)


def _table_rows(path: Path, wanted: Wanted, kind: SourceKind, country: str, reasons: Counter[str]) -> Iterator[Row]:
    origin, suffix = _origin(wanted, kind, country), _bare_suffix(path)
    if suffix == ".shp":
        return read_table(shapefile_rows(path), origin)
    if suffix in {".json", ".geojson"}:
        return read_table(geojson_rows(text_of(path), path.name), origin)
    lines = _text_lines(path, reasons)
    delimiter = max("\t;,", key=_first_line(path).count)
    return read_table((row if isinstance(row, Rejected) else (row, None) for row in table(lines, delimiter)), origin)


def _country_in_name(path: Path) -> str:
    """The country code that a file's name carries as a part of its own ("wof_sy.csv.gz", "UA.txt"); "" if none or several."""
    parts = {p.upper() for p in re.split(r"[^A-Za-z]+", path.name.partition(".")[0]) if len(p) == 2}
    return parts.pop() if len(parts) == 1 else ""


def _rows_of(path: Path, wanted: Wanted, kind: SourceKind, countries: Mapping[str, str], reasons: Counter[str]) -> Iterator[Row]:
    country = countries.get(wanted.country, "")
    if kind == "geonames":
        return geonames.read_geonames(_text_lines(path, reasons, f"{wanted.country}.txt"), country)
    if kind in {"wof", "osm"} and not wanted.country:
        raise InputError(path.name, "it does not say which country it is of", "name the country: --country SY")
    if kind == "wof":
        return wof.read_wof(_text_lines(path, reasons), wanted.country, country)
    if kind == "osm" and _bare_suffix(path) == ".pbf":
        return osm_extract.read_extract(path, wanted.country, country)
    if kind == "osm":
        return osm.read_osm(text_of(path), path.name, wanted.country, country)
    return _table_rows(path, wanted, kind, country, reasons)


_SOURCES: dict[SourceKind, Source] = {
    "geonames": geonames.SOURCE,
    "wof": wof.SOURCE,
    "osm": osm.SOURCE,
    "cod": Source("ocha-cod", "CC BY-IGO 3.0 unless the dataset says otherwise", "OCHA common operational datasets (data.humdata.org)", "https://data.humdata.org"),
    "own": Source("own", "not stated", "the user's own places"),
}


def _tallied(rows: Iterable[Row], reasons: Counter[str], progress: Progress, doing: str) -> list[PlaceRecord]:
    out = []
    for n, row in enumerate(rows, 1):
        if isinstance(row, Rejected):
            reasons[row.reason] += 1
        else:
            out.append(row)
        if n % 2000 == 0:
            progress(doing, n, 0)
    return out


def _checked(records: list[PlaceRecord], reasons: Counter[str], where: str) -> None:
    broken = sum(n for reason, n in reasons.items() if not reason.startswith("deprecated"))
    told = ", ".join(f"{n:,} × {reason}" for reason, n in reasons.most_common(3))
    if not records:
        raise InputError(where, f"no row gave a place{f' ({told})' if told else ''}", "the file in use is kept; see: sijill places add --help")
    if broken > MOST_REJECTED * (broken + len(records)):
        raise InputError(where, f"most rows are broken ({told})", "the file in use is kept; is it the right file, and saved as UTF-8?")


def _download(wanted: Wanted, folder: Path, progress: Progress) -> tuple[Path, Path]:
    """(dump, alternate names) of a country, fetched; what was interrupted goes on."""
    paths = []
    for what, url in (("places", wanted.dump), ("names", wanted.alternates)):
        path = folder / "downloads" / f"{wanted.given}-{what}.zip"
        fetch(url.format(country=wanted.given), path, partial(progress, f"fetching {what}"))
        paths.append(path)
    return paths[0], paths[1]


def _downloaded(wanted: Wanted, folder: Path, country: str, reasons: Counter[str], progress: Progress) -> tuple[list[PlaceRecord], str]:
    dump, names = _download(wanted, folder, progress)
    member = f"{wanted.given}.txt"
    alternates, broken = geonames.read_alternates(_text_lines(names, reasons, member))
    if broken:
        reasons["alternate name with the wrong number of fields"] += broken
    rows = geonames.read_geonames(_text_lines(dump, reasons, member), country, alternates)
    records = _tallied(rows, reasons, progress, "reading places")
    sums = f"{checksum(dump)}+{checksum(names)}"
    for path in (dump, names):
        path.unlink()
    return records, sums


def _joined(path: Path, country: str, source: Source, records: list[PlaceRecord], progress: Progress) -> Added:
    """The country's file with the source put in place of what it said before."""
    given: dict[str, list[PlaceRecord]] = {}
    sources: dict[str, Source] = {}
    if path.exists():
        try:
            old = PlaceFile(path)
            given, sources = old.given(), {s.name: s for s in old.sources()}
            old.close()
        except KnowledgeError:
            given, sources = {}, {}
    given[source.name] = records
    sources[source.name] = source
    order = sorted(given, key=lambda n: (_ORDER.index(n) if n in _ORDER else len(_ORDER), n))
    progress("joining", 0, 0)
    places = join(r for name in order for r in given[name])
    shared = sum(source.name in p.sources and len(p.sources) > 1 for p in places)
    progress("writing", 0, 0)
    write_place_file(path, Content(places, [sources[n] for n in order], {"country": country}, given))
    return Added(path, country, len(places), source.rows, shared, source.rejected)


def add_places(wanted: Wanted, folder: Path, countries: Mapping[str, str], progress: Progress = lambda _what, _done, _all: None) -> tuple[Added, ...]:
    """Add a source to the place files in `folder`, one file a country. `countries`: names by ISO code.

    InputError or KnowledgeError says what is wrong with file or download; the files in use are then as before.
    """
    reasons: Counter[str] = Counter()
    path = Path(wanted.given)
    code = wanted.given.upper()
    if re.fullmatch(r"[A-Za-z]{2}", wanted.given) and not path.exists():
        if code not in countries:
            raise InputError(wanted.given, "no country code of ISO 3166", "two letters, as in SY for Syria")
        wanted = replace(wanted, given=code, country=code)
        if wanted.towns:
            records, sums = town_records(wanted.towns, code), ""
        else:
            records, sums = _downloaded(wanted, folder, countries[code], reasons, progress)
        kind: SourceKind = "geonames"
    else:
        if not path.is_file():
            raise InputError(wanted.given, "no such file", "name a file, or a two-letter country code")
        kind = wanted.kind or told_kind(path)
        guessed = _country_in_name(path)
        wanted = replace(wanted, country=wanted.country.upper() or (guessed if guessed in countries else ""))
        records, sums = _tallied(_rows_of(path, wanted, kind, countries, reasons), reasons, progress, f"reading {path.name}"), checksum(path)
    _checked(records, reasons, path.name)
    base = _SOURCES[kind]
    source = replace(base, licence=wanted.licence or base.licence, attribution=wanted.attribution or base.attribution, sha256=sums)
    by_country: dict[str, list[PlaceRecord]] = defaultdict(list)
    for record in records:
        by_country[record.iso2].append(record)
    rejected = tuple(sorted(reasons.items()))
    rows = len(records) + sum(reasons.values())
    return tuple(
        _joined(folder / f"{iso2}{SUFFIX}", iso2, replace(source, rows=rows, rejected=rejected), by_country[iso2], progress) for iso2 in sorted(by_country)
    )
