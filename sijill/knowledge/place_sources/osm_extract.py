"""OpenStreetMap extracts (.osm.pbf, as Geofabrik offers them a country): the same places as of an Overpass answer, without a server.

Nodes stand where they are; a way stands in the middle of its nodes; a boundary where its label or admin centre is, and without either it is
passed over, since its members may lie outside the extract.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sijill.errors import InputError
from sijill.knowledge.place_sources.osm import KEYS, read_element
from sijill.knowledge.place_sources.rows import Rejected, Row

Point = tuple[float, float]
_CENTRES = ("label", "admin_centre")


def _middle(points: list[Point]) -> Point | None:
    """The middle of the box around the points; None without any."""
    if not points:
        return None
    lats, lons = zip(*points, strict=True)
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def _element(kind: str, number: int, at: Point | None) -> dict[str, object]:
    return {"type": kind, "id": number, "lat": at[0] if at else None, "lon": at[1] if at else None}


def _elements(path: Path) -> Iterator[tuple[dict[str, object], Mapping[str, str]]]:
    """Each tagged object with its point, in the form of an Overpass answer. RuntimeError where the file is broken."""
    import osmium

    centres: dict[int, Point] = {}
    for item in osmium.FileProcessor(str(path)).with_locations().with_filter(osmium.filter.KeyFilter(*KEYS)):
        tags = dict(item.tags)
        if isinstance(item, osmium.osm.Node):
            centres[item.id] = (item.lat, item.lon)
            yield _element("node", item.id, centres[item.id]), tags
        elif isinstance(item, osmium.osm.Way):
            yield _element("way", item.id, _middle([(n.lat, n.lon) for n in item.nodes if n.location.valid()])), tags
        elif isinstance(item, osmium.osm.Relation):
            marked = {m.role: m.ref for m in item.members if m.type == "n" and m.role in _CENTRES}
            at = next((centres[marked[role]] for role in _CENTRES if marked.get(role) in centres), None)
            if at:
                yield _element("relation", item.id, at), tags


def read_extract(path: Path, iso2: str, country: str) -> Iterator[Row]:
    """Places of an extract. InputError if it is broken or the extra `osm` is not installed."""
    try:
        for element, tags in _elements(path):
            row: Row | None
            try:
                row = read_element(element, tags, iso2, country)
            except ValueError as wrong:
                row = Rejected(str(wrong))
            if row is not None:
                yield row
    except ImportError:
        raise InputError(path.name, "reading OpenStreetMap extracts needs the package osmium", "pip install 'sijill[osm]'") from None
    except (RuntimeError, OSError) as wrong:
        raise InputError(path.name, f"no OpenStreetMap extract that can be read: {wrong}", "was the download cut off?") from None
