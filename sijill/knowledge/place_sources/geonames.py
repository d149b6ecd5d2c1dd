"""GeoNames: the dump of a country (19 columns, tab-separated) and its alternate names (10 columns)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sijill.knowledge.place_record import PlaceKind, PlaceRecord, Source, Spelling, settlement
from sijill.knowledge.place_sources.rows import NAMES_LIMIT, Rejected, Row, coordinate, people

SOURCE = Source("geonames", "CC BY 4.0", "GeoNames (geonames.org)", "https://www.geonames.org")
DUMP = "https://download.geonames.org/export/dump/{country}.zip"
ALTERNATES = "https://download.geonames.org/export/dump/alternatenames/{country}.zip"
WIDTH, ALTERNATES_WIDTH = 19, 10

_KINDS: dict[str, PlaceKind] = {
    "ADM1": "region", "ADM2": "district", "ADM3": "district", "ADM4": "district", "ADMD": "district", "PCLI": "country", "PCLD": "country", "PCLS": "country",
    "TERR": "region", "RGN": "area", "AREA": "area", "RGNE": "area", "MTS": "area", "MT": "area", "VAL": "area", "PLN": "area", "DSRT": "area", "PEN": "area",
    "ISL": "area", "FRST": "area", "STM": "water", "WAD": "water", "LK": "water", "RSV": "water", "SEA": "water", "GULF": "water", "STRT": "water", "BAY": "water",
    "CNL": "water", "PPLX": "neighbourhood", "CMP": "camp", "CMPRF": "camp", "CMPLA": "camp", "MILB": "base", "INSM": "base", "AIRB": "base", "AIRP": "site",
    "AIRF": "site", "CSTM": "crossing", "PSTB": "crossing", "BDG": "site", "DAM": "site", "PRT": "site", "PS": "site", "PSN": "site", "OILR": "site", "OILF": "site",
    "GASF": "site", "MN": "site", "HSP": "site", "PRN": "site", "PASS": "area", "HLL": "area", "UNIV": "site",
}  # fmt: skip
_GONE = frozenset({"PPLH", "PPLW", "ADM1H", "ADM2H", "ADM3H", "PPLQ_"})
_NO_NAME = frozenset({"link", "wkdt", "post", "iata", "icao", "faac", "unlc", "phon", "fr_1793"})


def _fields(lines: Iterable[str], width: int) -> Iterator[list[str] | Rejected]:
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.rstrip("\r\n").split("\t")
        if len(fields) == width:
            yield fields
        else:
            yield Rejected("row with the wrong number of fields")


def read_alternates(lines: Iterable[str]) -> tuple[dict[str, list[Spelling]], int]:
    """(spellings by GeoNames id, rows rejected). Codes that are no names (links, postcodes, airport codes) are left out."""
    out: dict[str, list[Spelling]] = defaultdict(list)
    broken = 0
    for fields in _fields(lines, ALTERNATES_WIDTH):
        if isinstance(fields, Rejected):
            broken += 1
        elif fields[2] not in _NO_NAME and fields[3].strip() and len(out[fields[1]]) < NAMES_LIMIT:
            out[fields[1]].append(Spelling(fields[3].strip(), fields[2], "geonames"))
    return out, broken


def _kind(fields: list[str]) -> PlaceKind | None:
    if fields[6] == "P" and fields[7] not in _KINDS:
        size = settlement(people(fields[14]))
        return "town" if size == "village" and fields[7].startswith(("PPLA", "PPLC")) else size
    return _KINDS.get(fields[7])


def _divisions(rows: Iterable[list[str]]) -> dict[tuple[str, ...], str]:
    return {tuple(f[10 : 10 + int(f[7][3])]): f[1] for f in rows if f[7] in {"ADM1", "ADM2", "ADM3"}}


def _record(fields: list[str], kind: PlaceKind, admin: tuple[str, ...], spelled: Iterable[Spelling]) -> PlaceRecord:
    plain = (Spelling(n.strip(), "", "geonames") for n in (fields[2], *fields[3].split(",")[:NAMES_LIMIT]) if n.strip())
    named = {s.text: s for s in plain} | {s.text: s for s in spelled}
    if not fields[0].isdigit():
        raise ValueError("id is no number")
    return PlaceRecord(
        fields[1].strip(), coordinate(fields[4]), coordinate(fields[5]), kind, fields[8], admin, (f"geonames:{fields[0]}",), people(fields[14]), fields[7],
        tuple(named.values()), ("geonames",),
    )  # fmt: skip


def read_geonames(lines: Iterable[str], country: str, alternates: Mapping[str, list[Spelling]] | None = None) -> Iterator[Row]:
    """Places of a country's dump: inhabited places, divisions, waters and areas, camps, bases, crossings, airports and the like.

    Features that are none of these, and historical ones, are passed over without being counted.
    """
    rows: list[list[str]] = []
    for fields in _fields(lines, WIDTH):
        if isinstance(fields, Rejected):
            yield fields
        else:
            rows.append(fields)
    divisions = _divisions(rows)
    for fields in rows:
        kind = None if fields[7] in _GONE else _kind(fields)
        if kind is None:
            continue
        codes = [tuple(fields[10 : 10 + k]) for k in (1, 2, 3)]
        own = int(fields[7][3]) if fields[7] in {"ADM1", "ADM2", "ADM3"} else 9
        holders = (divisions.get(code, "") for k, code in enumerate(codes, 1) if all(code) and k < own)
        try:
            yield _record(fields, kind, tuple(dict.fromkeys(h for h in (country, *holders) if h)), (alternates or {}).get(fields[0], ()))
        except ValueError as wrong:
            yield Rejected(str(wrong))
