"""OpenStreetMap, as the Overpass API answers: elements with tags, a point or a centre (`out center`). `osm_extract` reads whole extracts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from sijill.errors import InputError
from sijill.knowledge.place_record import PlaceKind, PlaceRecord, Source, Spelling, settlement
from sijill.knowledge.place_sources.rows import Rejected, Row, coordinate, people

SOURCE = Source("osm", "ODbL 1.0", "© OpenStreetMap contributors (openstreetmap.org/copyright)", "https://www.openstreetmap.org")
_PLACES: dict[str, PlaceKind] = {
    "city": "city", "town": "town", "village": "village", "hamlet": "village", "isolated_dwelling": "village", "farm": "village", "locality": "village",
    "suburb": "neighbourhood", "neighbourhood": "neighbourhood", "quarter": "neighbourhood", "island": "area", "region": "area", "state": "region",
    "province": "region", "district": "district", "county": "district", "country": "country", "sea": "water",
}  # fmt: skip
_LEVELS: dict[str, PlaceKind] = {"2": "country", "3": "region", "4": "region", "5": "district", "6": "district", "7": "district", "8": "district"}
KEYS = ("place", "boundary", "military", "landuse", "amenity", "refugee", "barrier", "aeroway", "waterway", "natural")
"""Tags of which a place has at least one."""

_NAMES = ("name", "official_name", "alt_name", "old_name", "short_name", "int_name", "loc_name")


def _kind(tags: Mapping[str, str]) -> PlaceKind | None:
    if tags.get("boundary") == "administrative":
        return _LEVELS.get(tags.get("admin_level", ""))
    if tags.get("amenity") == "refugee_site" or tags.get("refugee") == "yes":
        return "camp"
    if tags.get("barrier") == "border_control" or tags.get("amenity") == "border_control":
        return "crossing"
    if "military" in tags or tags.get("landuse") == "military":
        return "base"
    if "place" in tags:
        kind = _PLACES.get(tags["place"])
        return settlement(people(tags.get("population"))) if kind == "village" and people(tags.get("population")) >= 5_000 else kind
    if tags.get("aeroway") == "aerodrome" or tags.get("waterway") == "dam" or tags.get("amenity") in {"hospital", "prison"}:
        return "site"
    return "water" if tags.get("waterway") in {"river", "canal"} or tags.get("natural") in {"strait", "bay"} else None


def _spellings(tags: Mapping[str, str]) -> Iterator[Spelling]:
    for key, value in tags.items():
        base, _, language = key.partition(":")
        if base in _NAMES and isinstance(value, str):
            for text in value.split(";"):
                if text.strip():
                    yield Spelling(text.strip(), language, "osm")


def _record(element: Mapping[str, object], tags: Mapping[str, str], kind: PlaceKind, iso2: str, country: str) -> PlaceRecord:
    at = element.get("center") or element
    if not isinstance(at, dict):
        raise ValueError("coordinates missing or no numbers")
    spelled = tuple(_spellings(tags))
    name = tags.get("name:en") or tags.get("name") or (spelled[0].text if spelled else "")
    ids = [f"osm:{str(element.get('type', 'node'))[0]}{element.get('id')}"]
    ids += [f"pcode:{tags[k]}" for k in ("ref:pcode", "pcode", "unocha:pcode") if k in tags]
    admin = tuple(h for h in (country, tags.get("is_in:province", "") or tags.get("addr:state", "")) if h)
    return PlaceRecord(name, coordinate(at.get("lat")), coordinate(at.get("lon")), kind, iso2, admin, tuple(ids), people(tags.get("population")), tags.get("place", ""), spelled, ("osm",))


def read_element(element: Mapping[str, object], tags: Mapping[str, str], iso2: str, country: str) -> PlaceRecord | None:
    """The place that an element is; None if it is none. ValueError if it is one that cannot be taken in."""
    kind = _kind(tags)
    return _record(element, tags, kind, iso2, country) if kind else None


def read_osm(text: str, where: str, iso2: str, country: str) -> Iterator[Row]:
    """Places of an Overpass answer; elements that are no place are passed over. InputError if the text is no such answer."""
    try:
        whole = json.loads(text)
    except ValueError as wrong:
        raise InputError(where, f"no valid JSON: {wrong}", "was the download cut off?") from None
    elements = whole.get("elements") if isinstance(whole, dict) else None
    if not isinstance(elements, list):
        raise InputError(where, "no answer of the Overpass API", "ask it with [out:json] and `out center`")
    for element in elements:
        tags = element.get("tags") if isinstance(element, dict) else None
        if not isinstance(tags, dict):
            continue
        try:
            found = read_element(element, tags, iso2, country)
        except ValueError as wrong:
            yield Rejected(str(wrong))
            continue
        if found:
            yield found
