"""GeoJSON and shapefiles as rows of a table: properties, and a point inside the shape."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sijill.errors import InputError
from sijill.knowledge.place_sources.rows import Rejected

Point = tuple[float, float]
Shaped = tuple[Mapping[str, object], Point | None]


def _ring_middle(ring: Sequence[Sequence[float]]) -> tuple[float, float, float]:
    """(area, x, y) of a ring's centroid, planar, which is near enough for a rough middle."""
    twice = x = y = 0.0
    for (x0, y0, *_), (x1, y1, *_) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x0 * y1 - x1 * y0
        twice, x, y = twice + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    if abs(twice) < 1e-12:
        return 0.0, sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
    return abs(twice) / 2, x / (3 * twice), y / (3 * twice)


def middle(geometry: Mapping[str, Any] | None) -> Point | None:
    """(lat, lon) of a GeoJSON point, or the centroid of the largest part of an area or the middle vertex of a line. ValueError for another shape."""
    if not geometry:
        return None
    kind, at = geometry.get("type"), geometry.get("coordinates")
    try:
        if kind == "Point":
            return float(at[1]), float(at[0])  # type: ignore[index]
        if kind in {"LineString", "MultiPoint"}:
            chosen = at[len(at) // 2]  # type: ignore[index, arg-type]
            return float(chosen[1]), float(chosen[0])
        if kind == "MultiLineString":
            line = max(at, key=len)  # type: ignore[arg-type]
            return float(line[len(line) // 2][1]), float(line[len(line) // 2][0])
        rings = [at[0]] if kind == "Polygon" else [part[0] for part in at] if kind == "MultiPolygon" else []  # type: ignore[index, union-attr]
        _, x, y = max(map(_ring_middle, rings))
    except (TypeError, ValueError, IndexError, KeyError):
        raise ValueError("shape that cannot be read") from None
    return y, x


def geojson_rows(text: str, where: str) -> Iterator[Shaped | Rejected]:
    """Features of a collection. InputError unless the text is a GeoJSON feature collection."""
    try:
        whole = json.loads(text)
    except ValueError as wrong:
        raise InputError(where, f"no valid JSON: {wrong}", "was the download cut off?") from None
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list):
        raise InputError(where, "no GeoJSON feature collection", 'it needs {"type": "FeatureCollection", "features": […]}')
    for feature in features:
        if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            yield Rejected("feature without properties")
            continue
        try:
            yield feature["properties"], middle(feature.get("geometry"))
        except ValueError as wrong:
            yield Rejected(str(wrong))


def shapefile_rows(path: Path) -> Iterator[Shaped | Rejected]:
    """Records of a shapefile (.shp with its .dbf beside it). InputError if it cannot be read or the extra `shapes` is not installed."""
    try:
        import shapefile
    except ImportError:
        raise InputError(path.name, "reading shapefiles needs the package pyshp", "pip install 'sijill[shapes]'") from None
    try:
        with shapefile.Reader(str(path)) as reader:
            for n in range(len(reader)):
                try:
                    both = reader.shapeRecord(n)
                    yield both.record.as_dict(), middle(both.shape.__geo_interface__)
                except (shapefile.ShapefileException, struct.error, ValueError, IndexError):
                    yield Rejected("record that cannot be read")
    except (shapefile.ShapefileException, struct.error, ValueError, OSError) as wrong:
        raise InputError(path.name, f"no shapefile that can be read: {wrong}", "keep .shp, .shx and .dbf together") from None
