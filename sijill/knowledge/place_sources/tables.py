"""Tables of places with columns named in many ways: OCHA's common operational datasets (P-codes) and users' own CSV and GeoJSON.

A row is a mapping of column names to values, with a point where the file has shapes. What a column means is told by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from sijill.knowledge.place_record import PlaceKind, PlaceRecord, Spelling, settlement
from sijill.knowledge.place_sources.rows import Rejected, Row, coordinate, people, tag

Point = tuple[float, float]

_LAT = ("lat", "latitude", "y", "point_y", "y_coord", "latitude_y", "lat_dd")
_LON = ("lon", "lng", "long", "longitude", "x", "point_x", "x_coord", "longitude_x", "lon_dd")
_NAME = ("name", "name_en", "placename", "place_name", "featurenam", "featurename_en", "featurename", "refname", "locationname", "village", "community", "site_name", "camp")
_LANGUAGE = re.compile(r"^(?:name|featurename|placename|adm\d?name|refname)?_?(?P<language>[a-z]{2,3})$")
_ADMIN_NAME = re.compile(r"^adm(?:in)?(?P<level>[0-4])_?(?:name)?_?(?P<language>en|fr|es|pt|ar|uk|ru|my|so|am|fa|ur|ua)?\d?$")
_ADMIN_CODE = re.compile(r"^adm(?:in)?(?P<level>[0-4])_?p?code$")
_CODE = ("pcode", "p_code", "pcodes", "place_code", "placecode", "feature_code", "locationcode", "settlement_pcode")
_PEOPLE = ("population", "pop", "pop_total", "t_tl", "pop2020")
_OWN_ALIASES = ("aliases", "alternate_names", "alternatenames", "altname", "alt_names", "other_names")
_LEVEL_KINDS: dict[int, PlaceKind] = {0: "country", 1: "region", 2: "district", 3: "district", 4: "district"}
_PCODE = re.compile(r"^(?P<iso2>[A-Z]{2})?[A-Z]?\d{1,12}$")


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of a table as a whole: the source's name in ids and spellings, the country, what its points are where rows do not say."""

    source: str
    iso2: str
    country: str
    scheme: str = ""
    kind: PlaceKind | None = None


def _lowered(row: Mapping[str, object]) -> dict[str, str]:
    return {str(k).strip().lower().replace(" ", "_"): str(v).strip() for k, v in row.items() if v is not None and str(v).strip() not in {"", "None", "nan"}}


def _first(row: Mapping[str, str], names: Iterable[str]) -> str:
    return next((row[n] for n in names if n in row), "")


def _divisions(row: Mapping[str, str]) -> tuple[dict[int, str], dict[int, str], list[tuple[int, Spelling]]]:
    """(names by level, P-codes by level, names in other languages by level)."""
    names: dict[int, str] = {}
    codes: dict[int, str] = {}
    others: list[tuple[int, Spelling]] = []
    for column, value in row.items():
        if found := _ADMIN_CODE.match(column):
            codes[int(found["level"])] = value
        elif found := _ADMIN_NAME.match(column):
            level, language = int(found["level"]), found["language"] or ""
            if level not in names or language == "en":
                names[level] = value
            others.append((level, Spelling(value, language, "")))
    return names, codes, others


def _point(row: Mapping[str, str], point: Point | None) -> Point:
    if point is not None:
        return point
    return coordinate(_first(row, _LAT)), coordinate(_first(row, _LON))


def _kind(row: Mapping[str, str], origin: Origin, level: int | None) -> PlaceKind:
    said = _first(row, ("kind", "place_type", "placetype", "type", "featuretype", "class")).lower()
    if said in get_args(PlaceKind):
        return said  # type: ignore[return-value]
    if "camp" in said or "idp" in said or "refugee" in said:
        return "camp"
    if "crossing" in said or "border" in said:
        return "crossing"
    if "milit" in said or "base" in said or "barrack" in said:
        return "base"
    if level is not None:
        return _LEVEL_KINDS[level]
    return origin.kind or settlement(people(_first(row, _PEOPLE)))


def _place(row: Mapping[str, str], point: Point | None, origin: Origin) -> PlaceRecord:
    names, codes, others = _divisions(row)
    name, code = _first(row, _NAME), _first(row, _CODE)
    level = None if name or not names else max(names)
    spelled = [Spelling(value, tag(found["language"]), origin.source) for column, value in row.items() if (found := _LANGUAGE.match(column)) and column.startswith(("name", "feature", "place", "ref"))]
    if level is not None:
        name, code = names[level], codes.get(level, code)
        spelled += [Spelling(s.text, s.language, origin.source) for at, s in others if at == level]
    if not name:
        raise ValueError("no name")
    spelled += [Spelling(a.strip(), "", origin.source) for a in re.split(r"[|;]", _first(row, _OWN_ALIASES)) if a.strip()]
    lat, lon = _point(row, point)
    iso2 = _first(row, ("iso2", "country_code", "countrycode")).upper()[:2] or origin.iso2 or _iso_of(code)
    if not iso2:
        raise ValueError("no country: name it with --country")
    own = tuple(_first(row, ("id",)).split()) if ":" in _first(row, ("id",)) else ()
    ids = (*own, *((f"pcode:{code}",) if code and (origin.scheme == "pcode" or _PCODE.match(code)) else ()))
    holders = (names[k] for k in sorted(names) if level is None or k < level)
    admin = tuple(dict.fromkeys(h for h in (origin.country, *holders, *_first(row, ("admin",)).split("/")) if h))
    return PlaceRecord(name, lat, lon, _kind(row, origin, level), iso2, admin, ids, people(_first(row, _PEOPLE)), "", tuple(spelled), (origin.source,))


def _iso_of(code: str) -> str:
    found = _PCODE.match(code)
    return found["iso2"] or "" if found else ""


def read_table(rows: Iterable[tuple[Mapping[str, object], Point | None] | Rejected], origin: Origin) -> Iterator[Row]:
    """Places of a table's rows, each with its point where the file has shapes."""
    for row in rows:
        if isinstance(row, Rejected):
            yield row
            continue
        values, point = row
        try:
            yield _place(_lowered(values), point, origin)
        except ValueError as wrong:
            yield Rejected(str(wrong))
