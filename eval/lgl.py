"""Places of local news (LGL) end to end: `python -m eval.lgl`. Names are recognised plainly – runs of capitalised words that a place has – and located together.

Shares are of all gold toponyms with coordinates: recognised and put within 161 km (100 miles), and within 25 km. "given the names": the
gold's own toponyms located, so that recognition is left out. Needs ../shared/measure/lgl; nothing of it trains anything.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from rich.console import Console
from rich.table import Table

from sijill.knowledge import DATA, country_names, load_actors
from sijill.knowledge.gazetteer import Gazetteer, distance_km, load_gazetteer
from sijill.knowledge.place_building import Wanted, add_places
from sijill.read.where import Located, PlaceMention, locate

LGL = Path(__file__).parents[2] / "shared" / "measure" / "lgl" / "lgl.xml.gz"
TOWNS = Path("out/places/lgl")
_RUN = re.compile(r"[A-Z][\w'’.-]*(?:(?:\s+(?:of|the|de|la|al)\s+|\s+|-)[A-Z][\w'’.-]*){0,3}")
_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|President|Sen|Rep|Gov|Sheriff|Judge|Mayor|Officer|Chief|Sgt|Lt|Capt|Gen|Col)\.?\s+$")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold name with its point."""

    start: int
    end: int
    lat: float
    lon: float


def articles() -> Iterator[tuple[str, list[Toponym]]]:
    """(text, toponyms that have coordinates)."""
    with gzip.open(LGL, "rb") as stream:
        root = ElementTree.parse(stream).getroot()  # noqa: S314 (a file of the development corpora)
    for article in root.iter("article"):
        found = []
        for one in article.iter("toponym"):
            lat, lon = one.findtext("gaztag/lat"), one.findtext("gaztag/lon")
            if lat and lon:
                found.append(Toponym(int(one.findtext("start", "0")), int(one.findtext("end", "0")), float(lat), float(lon)))
        yield article.findtext("text", ""), found


def recognised(text: str, gazetteer: Gazetteer) -> list[PlaceMention]:
    """Runs of capitalised words that a place is called by, the longest first; not after a person's title."""
    out = []
    for run in _RUN.finditer(text):
        words = list(re.finditer(r"\S+", run[0]))
        k = 0
        while k < len(words):
            for size in range(len(words) - k, 0, -1):
                start, end = run.start() + words[k].start(), run.start() + words[k + size - 1].end()
                phrase = re.sub(r"['’]s$|[.,]$", "", text[start:end])
                if len(phrase) > 2 and not _PERSON.search(text[:start]) and gazetteer.known(phrase):
                    out.append(PlaceMention(start, start + len(phrase), phrase, "at"))
                    k += size - 1
                    break
            k += 1
    return out


def near(found: Located | None, gold: Toponym, km: float) -> bool:
    """Whether it was put within so many km."""
    return found is not None and found.lat is not None and found.lon is not None and distance_km((found.lat, found.lon), (gold.lat, gold.lon)) <= km


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="Take every nth article only.")
    parser.add_argument("--towns", action="store_true", help="Add the towns of the United States that are at hand offline.")
    args = parser.parse_args()
    if not LGL.exists():
        sys.exit("eval.lgl: ../shared/measure/lgl is not here; nothing to measure on")
    if args.towns:
        add_places(Wanted("US", towns=DATA), TOWNS, country_names())
    gazetteer, actors = load_gazetteer(DATA, TOWNS if args.towns else None), load_actors(DATA)
    tally: dict[str, list[bool]] = {}
    for n, (text, gold) in enumerate(articles()):
        if n % args.every:
            continue
        countries = actors.countries(text)
        mentions = recognised(text, gazetteer)
        placed = list(zip(mentions, locate(mentions, countries, gazetteer), strict=True))
        given = [PlaceMention(g.start, g.end, text[g.start : g.end], "at") for g in gold]
        for g, told in zip(gold, locate(given, countries, gazetteer), strict=True):
            own = next((found for m, found in placed if m.start < g.end and g.start < m.end), None)
            for km in (161, 25):
                tally.setdefault(f"end to end within {km} km", []).append(near(own, g, km))
                tally.setdefault(f"given the names, within {km} km", []).append(near(told, g, km))
    shown = Table("LGL", "share", "toponyms", "asked for")
    for name, hits in sorted(tally.items()):
        shown.add_row(name, f"{sum(hits) / len(hits):.3f}", f"{len(hits):,}", "beside .473" if name == "end to end within 161 km" else "")
    Console(width=100).print(shown)


if __name__ == "__main__":
    main()
