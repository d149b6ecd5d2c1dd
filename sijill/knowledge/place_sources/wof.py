"""Who's On First, flattened to CSV: one row a place, alternate spellings as `lang:spelling|…`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sijill.knowledge.place_record import PlaceKind, PlaceRecord, Source, Spelling, settlement
from sijill.knowledge.place_sources.rows import NAMES_LIMIT, Row, coordinate, people, records, table, tag

COLUMNS = ("wof_id", "placetype", "name", "lat", "lon", "geonameid", "names")
SOURCE = Source(
    "wof", "CC0 (Who's On First) and CC BY 4.0 (GeoNames)", "Who's On First (whosonfirst.org) with names from GeoNames (geonames.org, CC BY 4.0)", "https://whosonfirst.org"
)
_KINDS: dict[str, PlaceKind] = {
    "country": "country", "region": "region", "macroregion": "area", "county": "district", "localadmin": "district", "macrocounty": "district",
    "neighbourhood": "neighbourhood", "borough": "neighbourhood", "campus": "site", "marinearea": "water", "ocean": "water",
}  # fmt: skip


def _spellings(names: str) -> tuple[Spelling, ...]:
    parts = (part.partition(":") for part in names.split("|")[:NAMES_LIMIT])
    return tuple(Spelling(text.strip(), tag(language), "wof") for language, _, text in parts if text.strip())


def _kind(row: Mapping[str, str]) -> PlaceKind:
    kind = _KINDS.get(row["placetype"])
    if kind:
        return kind
    size = settlement(people(row.get("population")))
    return "town" if size == "village" and row.get("gn_feature", "").startswith(("PPLA", "PPLC")) else size


def _build(row: Mapping[str, str], iso2: str, country: str) -> PlaceRecord:
    if row.get("deprecated") or row.get("superseded"):
        raise ValueError("deprecated or superseded by the source")
    ids = tuple(f"{scheme}:{row[key]}" for scheme, key in (("geonames", "geonameid"), ("wof", "wof_id")) if row[key].isdigit())
    holders = (country, *(row.get(level, "") for level in ("region", "county", "localadmin")))
    admin = tuple(dict.fromkeys(h for h in holders if h and (h != row["name"] or row["placetype"] in {"locality", "country"})))
    return PlaceRecord(
        row["name"].strip(), coordinate(row["lat"]), coordinate(row["lon"]), _kind(row), iso2, admin, ids, people(row.get("population")),
        row.get("gn_feature") or row["placetype"], _spellings(row["names"]), ("wof",),
    )  # fmt: skip


def read_wof(lines: Iterable[str], iso2: str, country: str) -> Iterator[Row]:
    """Places of the table; names of deprecated rows are left out, as the source says that they mislead."""
    return records(table(lines), lambda row: _build(row, iso2, country))
