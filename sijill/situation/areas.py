"""From held places to areas: what each place's word is taken to mean for the land around it. Inferred, and marked so.

Each site gets the land that is nearer to it than to any other site, cut off at `CAP_KM` (Voronoi cells with a cap): beyond that
nothing is said. Along the line between two holders a band of `BAND_KM` in all is contested. Cells of places in dispute are contested
as a whole, those of unknown ones unknown. Districts and larger areas get no shape: a claim on them means parts. The map carries its
own error: how often a place's nearest neighbour would have named its holder rightly, in all and near the line (`LineError`).

Distances are taken on a plane laid through each site, which errs by less than 1 % within the cap below 60° of latitude; land across
the 180th meridian is not joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, hypot, pi, radians, sin
from typing import Final, Literal

from sijill.records.contract import to_json
from sijill.situation.control import PlaceControl, State
from sijill.situation.geojson import Basis, PointFeature, Position, Unlocated, point_of, unlocated_of

CAP_KM: Final = 35.0
"""No land farther than this from a reported place is given to anybody; the cap that keepers of public war maps use."""
BAND_KM: Final = 7.0
"""Width in all of the contested band along a line between two holders; the same source."""
NEAR_LINE_KM: Final = 20.0
"""A place is near the line if another holder's place lies within this distance; half of all error is there."""
_KM: Final = 111.195
"""Kilometres in a degree of latitude."""
_GRID_KM: Final = 2.2 * CAP_KM
_CORNERS: Final = 24
_SAME_KM: Final = 0.05

Xy = tuple[float, float]
Near = tuple[float, Xy, int]
"""Distance in km, position in km east and north, and index of another site."""
CellKind = Literal["cell", "band"]


@dataclass(frozen=True, slots=True)
class Site:
    """A located place, or several at one point. `who` is its holder, or None where it is contested or unknown."""

    key: str
    name: str
    lat: float
    lon: float
    state: State
    who: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Polygon:
    """One closed ring, counter-clockwise."""

    coordinates: tuple[tuple[Position, ...]]
    type: Literal["Polygon"] = "Polygon"


@dataclass(frozen=True, slots=True)
class CellProperties:
    """What is inferred: the land of a place (`cell`), or the contested strip along its side of the line (`band`)."""

    place: str
    kind: CellKind
    state: State
    holder: str | None
    between: tuple[str, ...]
    confidence: float
    on: date
    why: str
    basis: Basis = "inferred"


@dataclass(frozen=True, slots=True)
class CellFeature:
    """A cell or band on the map."""

    id: str
    geometry: Polygon
    properties: CellProperties
    type: Literal["Feature"] = "Feature"


@dataclass(frozen=True, slots=True)
class LineError:
    """Places whose holder the nearest other held place within the cap names, all and near the line: how many, how many rightly."""

    places: int
    right: int
    near_places: int
    near_right: int


@dataclass(frozen=True, slots=True)
class Areas:
    """A FeatureCollection: reported points, inferred cells and bands; `unlocated` and `unshaped` are the places that have none."""

    features: tuple[PointFeature | CellFeature, ...]
    unlocated: tuple[Unlocated, ...]
    unshaped: tuple[Unlocated, ...]
    line_error: LineError
    on: date | None
    why: str
    type: Literal["FeatureCollection"] = "FeatureCollection"


def areas(controls: Sequence[PlaceControl]) -> Areas:
    """The areas of one day's `control(...)`."""
    points = [p for c in controls if (p := point_of(c)) is not None]
    sites = _sites(c for c in controls if c.scale == "site")
    near = _Neighbours(sites)
    day = controls[0].on if controls else None
    around = [near.near(k) for k in range(len(sites))]
    cells = [cell for k in range(len(sites)) for cell in _cells(sites, k, around[k], day)]
    why = f"land nearer to a place than to any other within {CAP_KM:g} km is taken to be held as the place is; {BAND_KM:g} km along a line between holders are contested"
    return Areas(
        (*points, *cells), tuple(unlocated_of(c) for c in controls if c.place.lat is None),
        tuple(unlocated_of(c) for c in controls if c.place.lat is not None and c.scale == "area"), _line_error(sites, around), day, why,
    )  # fmt: skip


def areas_geojson(controls: Sequence[PlaceControl]) -> str:
    """The same as one line of GeoJSON."""
    return to_json(areas(controls))


def _sites(controls: Iterable[PlaceControl]) -> list[Site]:
    """Located sites; places at one point are one site, contested if they differ."""
    at: dict[tuple[float, float], list[PlaceControl]] = defaultdict(list)
    for c in controls:
        if c.place.lat is not None and c.place.lon is not None:
            at[round(c.place.lat, 4), round(c.place.lon, 4)].append(c)
    out: list[Site] = []
    for (lat, lon), found in sorted(at.items()):
        known = [c for c in found if c.state != "unknown"]
        holders = {c.holder for c in known}
        state: State = "unknown" if not known else "held" if len(holders) == 1 and None not in holders else "contested"
        name = ", ".join(dict.fromkeys(c.place.name for c in found))
        out.append(Site(found[0].key, name, lat, lon, state, known[0].holder if state == "held" else None, min((c.confidence for c in known), default=0.0)))
    return out


class _Neighbours:
    """Sites found by distance, over a grid a little wider than two caps."""

    def __init__(self, sites: Sequence[Site]) -> None:
        self._sites = sites
        self._rows: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for k, site in enumerate(sites):
            row = int(site.lat * _KM // _GRID_KM)
            self._rows[row][self._column(row, site.lon)].append(k)

    @staticmethod
    def _column(row: int, lon: float) -> int:
        return int(lon * _KM * _shrink((row + 0.5) * _GRID_KM / _KM) // _GRID_KM)

    def near(self, k: int) -> list[Near]:
        """Each other site within two caps, nearest first."""
        site = self._sites[k]
        row = int(site.lat * _KM // _GRID_KM)
        found: list[Near] = []
        for r in (row - 1, row, row + 1):
            column = self._column(r, site.lon)
            for c in (column - 1, column, column + 1):
                for other in self._rows[r][c] if r in self._rows and c in self._rows[r] else ():
                    x, y = _offset(site, self._sites[other])
                    if other != k and _SAME_KM < (far := hypot(x, y)) <= 2 * CAP_KM:
                        found.append((far, (x, y), other))
        return sorted(found)


def _shrink(lat: float) -> float:
    """How much shorter a degree of longitude is at that latitude."""
    return max(0.02, cos(radians(lat)))


def _offset(a: Site, b: Site) -> Xy:
    return (b.lon - a.lon) * _KM * _shrink((a.lat + b.lat) / 2), (b.lat - a.lat) * _KM


def _clip(shape: list[Xy], nearer: Xy, limit: float, keep_below: bool = True) -> list[Xy]:
    """The part of a convex shape where the way along unit vector `nearer` is at most (or at least) `limit` km."""
    out: list[Xy] = []
    before = shape[-1] if shape else (0.0, 0.0)
    sign = 1 if keep_below else -1
    gap_before = sign * (before[0] * nearer[0] + before[1] * nearer[1] - limit)
    for point in shape:
        gap = sign * (point[0] * nearer[0] + point[1] * nearer[1] - limit)
        if (gap <= 0) != (gap_before <= 0):
            share = gap_before / (gap_before - gap)
            out.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if gap <= 0:
            out.append(point)
        before, gap_before = point, gap
    return out


def _cells(sites: Sequence[Site], k: int, around: Sequence[Near], day: date | None) -> Iterator[CellFeature]:
    site = sites[k]
    shape = [(CAP_KM * cos(2 * pi * n / _CORNERS), CAP_KM * sin(2 * pi * n / _CORNERS)) for n in range(_CORNERS)]
    hostile: list[tuple[Xy, float, Site]] = []
    reach = CAP_KM
    for far, (x, y), other in around:
        if far / 2 > reach:
            break
        way = (x / far, y / far)
        if max(px * way[0] + py * way[1] for px, py in shape) > far / 2:
            shape = _clip(shape, way, far / 2)
            reach = max(hypot(*corner) for corner in shape)
        if site.who and sites[other].who and sites[other].who != site.who:
            hostile.append((way, max(0.0, far / 2 - BAND_KM / 2), sites[other]))
    for n, (way, limit, other_site) in enumerate(hostile):
        band, shape = _clip(shape, way, limit, keep_below=False), _clip(shape, way, limit)
        if len(band) > 2:
            yield _feature(site, band, f"{site.key}#band{n}", (other_site, day))
    if len(shape) > 2:
        yield _feature(site, shape, f"{site.key}#cell", (None, day))


def _feature(site: Site, shape: Sequence[Xy], name: str, rest: tuple[Site | None, date | None]) -> CellFeature:
    rival, day = rest
    scale = _KM * _shrink(site.lat)
    ring = tuple((round(site.lon + x / scale, 5), round(site.lat + y / _KM, 5)) for x, y in (*shape, shape[0]))
    if rival:
        between = tuple(sorted((site.who or "", rival.who or "")))
        properties = CellProperties(site.name, "band", "contested", None, between, 0.0, day or date.min, f"within {BAND_KM:g} km of the line towards {rival.name}, held by {rival.who}")
    else:
        told = f"held by {site.who}" if site.who else site.state
        properties = CellProperties(site.name, "cell", site.state, site.who, (), site.confidence, day or date.min, f"nearest to {site.name}, which is {told}")
    return CellFeature(name, Polygon((ring,)), properties)


def _line_error(sites: Sequence[Site], around: Sequence[Sequence[Near]]) -> LineError:
    """Each held site judged by its nearest other held one."""
    counts = [0, 0, 0, 0]
    for k, site in enumerate(sites):
        held = [(far, sites[other].who) for far, _, other in around[k] if sites[other].who] if site.who else []
        if not held or held[0][0] > CAP_KM:
            continue
        right = held[0][1] == site.who
        line = any(who != site.who and far <= NEAR_LINE_KM for far, who in held)
        counts = [n + add for n, add in zip(counts, (1, right, line, line and right), strict=True)]
    return LineError(*counts)
