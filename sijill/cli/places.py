"""`sijill places`: the user's own gazetteers – build one, look a name up, say what a name means, see what is there."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from sijill.cli.shell import Shell
from sijill.cli.tables import counted, row, table
from sijill.errors import InputError
from sijill.knowledge import DATA, country_names
from sijill.knowledge.gazetteer import Candidate, Gazetteer, distance_km, load_gazetteer
from sijill.knowledge.place_aliases import Alias, add_alias, in_force, read_aliases
from sijill.knowledge.place_building import SUFFIX, SourceKind, Wanted, add_places
from sijill.knowledge.place_file import PlaceFile
from sijill.knowledge.place_record import PlaceRecord

_POINT = re.compile(r"^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$")
SHOWN = 8


@click.group()
def places() -> None:
    """Places by name: add, find, say what a name means.

    \b
    sijill places add SY                       GeoNames' places, downloaded
    sijill places add camps.csv --country SD   your own: name, lat, lon, …
    sijill places find "Sheikh Aqil" --near Anjara
    """


class _Bar:
    """Progress of adding on stderr, where that is a terminal."""

    def __init__(self, shell: Shell) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        self._progress = Progress(*columns, console=shell.err, transient=True, disable=not shell.err.is_terminal)
        self._task: TaskID | None = None

    def __enter__(self) -> _Bar:
        self._progress.start()
        self._task = self._progress.add_task("", total=None)
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def __call__(self, what: str, done: int, whole: int) -> None:
        if self._task is not None:
            self._progress.update(self._task, description=what, completed=done, total=whole or None)


@places.command()
@click.argument("given", metavar="PATH|CC")
@click.option("--country", default="", metavar="CC", help="Two-letter code of the country, where the file does not tell it.")
@click.option("--kind", type=click.Choice(["geonames", "wof", "cod", "osm", "own"]), help="What the file is.  [default: told from the file]")
@click.option("--licence", default="", help="Licence of your own file; shown in exports.")
@click.option("--attribution", default="", help="Whom exports name as its source.")
@click.option("--offline", is_flag=True, help="For a country code: the towns of 500 people and more that are at hand without a network.")
@click.pass_obj
def add(shell: Shell, /, given: str, country: str, kind: SourceKind | None, offline: bool, **own: str) -> None:
    """Add places of a country.

    From GeoNames for a two-letter code, or from a file.

    Files: GeoNames dump (.zip, .txt), Who's On First CSV, OCHA populated places and boundaries (CSV, GeoJSON, .shp), OpenStreetMap as
    Overpass JSON or as an extract (.osm.pbf, with the extra osm), your own CSV or GeoJSON (name, lat, lon; name_ar …, aliases "a|b", kind, population, admin1, admin2, pcode, id).

    Sources of one country are joined into one file, which takes the place of the old one only when it is whole.

    \b
    sijill places add SY
    sijill places add sudan-latest.osm.pbf --country SD
    sijill places add camps.csv --country SD --licence CC0
    """
    wanted = Wanted(given, country, kind, own["licence"], own["attribution"], DATA if offline else None)
    with _Bar(shell) as bar:
        done = add_places(wanted, shell.settings.data, country_names(), bar)
    for one in done:
        rejected = "; ".join(f"{n:,} × {reason}" for reason, n in one.rejected)
        shell.out.print(f"{one.country}: {one.places:,} places in {one.path}; {one.shared:,} told by several sources", soft_wrap=True)
        if rejected:
            shell.out.print(f"  of {one.rows:,} rows rejected: {rejected}", soft_wrap=True)


def _gazetteer(shell: Shell, as_of: date | None = None) -> Gazetteer:
    return load_gazetteer(DATA, shell.settings.data, as_of=as_of)


def _point_of(words: str, gazetteer: Gazetteer) -> tuple[float, float]:
    found = _POINT.match(words)
    if found:
        return float(found[1]), float(found[2])
    candidates = gazetteer.find(words)
    if not candidates:
        raise InputError("--near", f"“{words}” is in no place list here", "give it as LAT,LON")
    return candidates[0].point


def _why(c: Candidate, near: tuple[float, float] | None) -> str:
    said = f"decided by {c.decided}" if c.decided else "spelled so" if c.exact else f"spelled like “{c.spelling}”"
    return f"{said}; {distance_km(c.point, near):.0f} km away" if near else said


def _within(c: Candidate, division: str, gazetteer: Gazetteer) -> bool:
    plain = division.casefold()
    if any(plain in a.casefold() for a in c.place.admin) or plain == c.place.iso2.casefold():
        return True
    return any(d.place.name in c.place.admin for d in gazetteer.called(division))


@places.command()
@click.argument("name")
@click.option("--near", metavar="PLACE|LAT,LON", help="Rank what lies near first.")
@click.option("--in", "division", metavar="DIVISION", help="Only in this country or division.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="With the decisions on names that were known on that day.")
@click.pass_obj
def find(shell: Shell, name: str, near: str | None, division: str | None, day: object) -> None:
    """Which places a spelling may mean, the likeliest first, and why.

    \b
    sijill places find "Sheikh Aqil" --near Anjara
    sijill places find الحوطة --in Aleppo
    """
    gazetteer = _gazetteer(shell, day.date() if hasattr(day, "date") else None)
    point = _point_of(near, gazetteer) if near else None
    found = [c for c in gazetteer.find(name, limit=60) if not division or _within(c, division, gazetteer)]
    if point:
        found.sort(key=lambda c: (distance_km(c.point, point) / 25 - c.fit, c.place.name))
    if not found:
        shell.tell(InputError(name, "no place here is spelled like it", "add the country's places with: sijill places add CC"))
        shell.finish()
        return
    shown = table("place", "!kind", "in", "#lat", "#lon", "!id", "#chance", "why")
    for c in found[:SHOWN]:
        place = c.place
        row(shown, place.name, place.kind, ", ".join(place.admin), f"{place.lat:.4f}", f"{place.lon:.4f}", place.id or "", f"{c.match:.2f}", _why(c, point))
    shell.out.print(shown)


@places.command()
@click.argument("name")
@click.argument("place", metavar="ID|LAT,LON")
@click.option("--author", required=True, help="Who decides it.")
@click.option("--note", default="", help="Why.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the decision.  [default: today]")
@click.pass_obj
def alias(shell: Shell, name: str, place: str, author: str, note: str, day: object) -> None:
    """Say which place a name means.

    Every later reading uses it, with author and date. PLACE is an id as `sijill places find` shows it, or a position.

    \b
    sijill places alias "Regiment 46" 36.112,36.858 --author NH --note "a base"
    """
    gazetteer = _gazetteer(shell)
    when = day.date() if hasattr(day, "date") else date.today()
    add_alias(shell.settings.data, Alias(name, _meant(name, place, gazetteer), author, when, note))
    shell.out.print(f"“{name}” is {place} from now on, by {author}, {when.isoformat()}", soft_wrap=True)


def _meant(name: str, words: str, gazetteer: Gazetteer) -> PlaceRecord:
    found = _POINT.match(words)
    if found:
        beside = gazetteer.nearest((float(found[1]), float(found[2])))
        try:
            return PlaceRecord(name, float(found[1]), float(found[2]), "site", beside.iso2 if beside else "", beside.admin if beside else (), (), 0, "", (), ("desk",))
        except ValueError as wrong:
            raise InputError(words, str(wrong), "latitude first, then longitude, in degrees") from None
    place = gazetteer.by_id(words)
    if place is None:
        raise InputError(words, "no place with that id is here", "sijill places find shows ids")
    return replace(place, spellings=())


@places.command("list")
@click.pass_obj
def list_verb(shell: Shell) -> None:
    """The place files in use, and the names that were decided.

    Each file with its licence and attribution.

    \b
    sijill places list
    """
    folder: Path = shell.settings.data
    shown = table("file", "#places", "source", "licence", "attribution")
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        file = PlaceFile(path)
        file.check()
        for n, source in enumerate(file.sources()):
            row(shown, path.name if not n else "", f"{len(file):,}" if not n else "", source.name, source.licence, source.attribution)
    for source in load_gazetteer(DATA).sources():
        row(shown, "(ships with Sijill)", "", source.name, source.licence, source.attribution)
    shell.out.print(shown)
    decided = in_force(read_aliases(folder))
    for one in decided.values():
        shell.out.print(f"“{one.name}” is {one.place.name} ({one.place.lat:.4f}, {one.place.lon:.4f}): {one.author}, {one.day.isoformat()} {one.note}", soft_wrap=True)
    shell.out.print(counted(len(decided), "decided name"))
