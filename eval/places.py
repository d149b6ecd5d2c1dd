"""How well places are found: `python -m eval.places` measures name look-up on held-out spellings, whole made reports, the seed report, speed and size.

    python -m eval.places                     everything
    python -m eval.places --only names --queries 300
    python -m eval.places --raise-floors      floors.json follows what was reached

With all parts and the usual numbers of queries and reports, what falls below its floor (speed and memory have none) makes it fail.
Needs the gazetteers beside the project (../shared/gazetteer). A query is a spelling taken out of the index which no other spelling of its
place equals when folded (`training.places.queries`, hard ones); only places of the test part are asked. "as used": exact homonyms of other
places stay in. With the governorate known, only its places are looked at.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from eval.gate import FLOORS, Measures, below, raised
from sijill.knowledge import DATA
from sijill.knowledge.builtin_places import builtin_files, typed_records
from sijill.knowledge.folding import fold
from sijill.knowledge.gazetteer import Gazetteer, distance_km
from sijill.knowledge.place_file import Content, PlaceFile, write_place_file
from sijill.knowledge.place_index import query
from sijill.knowledge.place_record import EXTENDED, PlaceRecord
from sijill.knowledge.place_score import NameRanker, compare, load_ranker
from sijill.knowledge.place_sources.wof import SOURCE
from sijill.read.place_choice import Weights
from sijill.read.where import PlaceMention, locate
from sijill.records import PlaceRole
from training.place_reports import cases, outcomes, summary, world
from training.places import COUNTRIES, LOOKED_AT, Held, open_country, queries, read_country, sampled, without

HERE = Path(__file__).parent
GAZETTEERS = HERE.parent.parent / "shared" / "gazetteer"
SEED = HERE.parent.parent / "shared" / "gold" / "seed.jsonl"
WORK = Path("out/places")
MANY = 100_000
QUERIES, REPORTS = 500, 40
"""How many held-out spellings a line and made reports a country are asked; floors are of these numbers."""


@dataclass(frozen=True, slots=True)
class Line:
    """A measure with what the issue asks for."""

    name: str
    value: float
    wanted: str

    @property
    def measure(self) -> str:
        """Its name in floors.json: without how many were asked."""
        return re.sub(r" \(\d[^)]*\)| \d+(?= with)", "", self.name)


def rank(held: Held, file: PlaceFile, ranker: NameRanker, only: np.ndarray | None = None) -> float:
    """How many places come before the right one, ties by halves; infinite where it is not reached."""
    asked = query(held.text)
    compared = compare(asked, without(file.index.near(asked, LOOKED_AT, only), held, file), file.index, file.population)
    mine = compared.places == held.place
    if not mine.any():
        return float("inf")
    scores = ranker(compared.table)
    own = scores[mine][0]
    return float((scores > own).sum() + ((scores == own).sum() - 1) / 2)


def divisions(records: Sequence[PlaceRecord]) -> np.ndarray:
    """A number for each place's first-level division."""
    return np.unique([r.admin[1] if len(r.admin) > 1 else "" for r in records], return_inverse=True)[1]


def borne(records: Sequence[PlaceRecord]) -> dict[str, set[int]]:
    """The places that bear each name, folded."""
    out: dict[str, set[int]] = defaultdict(set)
    for n, record in enumerate(records):
        for text in (record.name, *(s.text for s in record.spellings)):
            out[fold(text)].add(n)
    return out


def names(ranker: NameRanker, count: int) -> Iterator[Line]:
    """Look-up of held-out spellings."""
    wanted = {"SY latin": ("≥ .70", "≥ .95", "≥ .88"), "SY arabic": ("≥ .80", "", ""), "UA latin": ("≥ .60", "", ""), "UA cyrillic": ("≥ .60", "", "")}
    for iso2, written_in in (("SY", "latin"), ("SY", "arabic"), ("UA", "latin"), ("UA", "cyrillic")):
        records, file = open_country(GAZETTEERS, iso2, WORK)
        division, bearers = divisions(records), borne(records)
        hard = [replace(h, across=written_in != "latin") for h in queries(records, "test", written_in) if h.hard]
        some = sampled(hard, count, 9)
        plain = np.array([rank(h, file, ranker) for h in some])
        known = np.array([rank(h, file, ranker, division == division[h.place]) for h in some])
        floors = wanted[f"{iso2} {written_in}"]
        to = "" if written_in == "latin" else " → Latin"
        for what, ranks, most, floor in (("R@1", plain, 1, floors[0]), ("R@5", plain, 5, floors[1]), ("R@1, division known", known, 1, floors[2])):
            yield Line(f"{iso2} {written_in}{to} {what} ({len(some)} hard queries)", float((ranks < most).mean()), floor)
        alone = np.array([len(bearers[fold(h.text)] - {h.place}) == 0 for h in some])
        yield Line(f"{iso2} {written_in}{to} R@1, name that no other place bears ({alone.sum()})", float((plain[alone] < 1).mean()), "")


def speed(ranker: NameRanker, count: int) -> Iterator[Line]:
    """Queries a second at 100,000 places, one core; time and memory of a start."""
    path = WORK / "many.places"
    if not path.exists():
        many = [r for iso2 in COUNTRIES for r in read_country(GAZETTEERS, iso2)][:MANY]
        write_place_file(path, Content(many, [SOURCE], {"country": "SY"}))
    records = read_country(GAZETTEERS, "SY")
    gazetteer = Gazetteer([PlaceFile(path)], ranker)
    texts = [h.text for h in sampled(list(queries(records, "test", "latin")), count, 3)]
    gazetteer.find(texts[0])
    before = time.process_time()
    for text in texts:
        gazetteer.find(text, limit=5)
    yield Line(f"queries/s at {MANY:,} places, one core (processor time)", len(texts) / (time.process_time() - before), "≥ 1,000")
    seconds, mb = _fresh("g = load_gazetteer(DATA); g.find('Aleppo')")
    yield Line("start with the places that ship, s (processor time, imports included)", seconds, "< 0.5")
    yield Line("memory of that, MB", mb, "")
    _, mb = _fresh(f"g = Gazetteer([PlaceFile(Path({str(path)!r}))], load_ranker(DATA / 'name_ranker.json')); g.find('Aleppo')")
    yield Line(f"memory with {MANY:,} places, MB", mb, "≤ 300")


def _fresh(does: str) -> tuple[float, float]:
    """(processor seconds, most memory in MB) of a new interpreter that does something with places."""
    code = (
        "import time\nstart = time.process_time()\nfrom pathlib import Path\nfrom sijill.knowledge import DATA\nfrom sijill.knowledge.gazetteer import Gazetteer, load_gazetteer\n"
        f"from sijill.knowledge.place_file import PlaceFile\nfrom sijill.knowledge.place_score import load_ranker\n{does}\nprint(time.process_time() - start)\n"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))\n"
    )
    seconds, kb = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()  # noqa: S603
    return float(seconds), int(kb) / 1024


def reports(count: int) -> Iterator[Line]:
    """Whole made reports of test places."""
    for iso2 in ("SY", "SD"):
        found = outcomes(cases(world(GAZETTEERS, iso2, WORK, builtin_files(DATA)), "test", count), Weights())
        Console(stderr=True).print(f"{iso2}: {summary(found)}", markup=False)
        high = [f for f in found if f[0] >= 0.9]
        there = [f for f in found if f[2]]
        yield Line(f"{iso2} made reports: places there and given right", float(np.mean([f[1] and f[0] >= 0.5 for f in there])), "")
        yield Line(f"{iso2} made reports: right among {len(high)} with score ≥ 0.9", float(np.mean([f[1] for f in high])), "≥ 0.95")


def seed_mentions() -> list[PlaceMention]:
    """The place mentions of the seed report's gold."""
    report = json.loads(SEED.read_text(encoding="utf-8").splitlines()[0])
    spans: dict[tuple[int, int], PlaceRole] = {}
    for claim in report["claims"]:
        for place in claim["places"]:
            quote, _, nth = place["text"].partition("@")
            at = -1
            for _ in range(int(nth or 1)):
                at = report["text"].index(quote, at + 1)
            spans[at, at + len(quote)] = place["role"]
    return [PlaceMention(a, b, report["text"][a:b], role) for (a, b), role in sorted(spans.items())]


def seed(ranker: NameRanker) -> Iterator[Line]:
    """The seed report's places with Syria's gazetteer added, and with Sijill's own villages of Syria taken out, so that nothing was typed in for it."""
    _, file = open_country(GAZETTEERS, "SY", WORK)
    bare = WORK / "bare.sqlite"
    kept = [r for r in typed_records(DATA) if r.kind in EXTENDED or r.kind == "city" or r.iso2 != "SY"]
    write_place_file(bare, Content(kept, []))
    shipped = builtin_files(DATA)
    for what, files in (("Syria added", shipped), ("Syria added, no typed villages", (PlaceFile(bare), shipped[1]))):
        right, unlocated = seed_result(Gazetteer(files, ranker, [file]))
        yield Line(f"seed, {what}: of 14 places within 2 km", right, "14")
        yield Line(f"seed, {what}: of 4 left unlocated", unlocated, "4")
    right, unlocated = seed_result(Gazetteer(shipped, ranker))
    yield Line("seed, only what ships: of 14 places within 2 km", right, "")


def seed_result(gazetteer: Gazetteer) -> tuple[int, int]:
    """(places within 2 km, absent ones unlocated)."""
    with (GAZETTEERS / "seed_places.csv").open(encoding="utf-8", newline="") as lines:
        gold = {row["seed_spelling"]: row for row in csv.DictReader(lines)}
    mentions = seed_mentions()
    right: set[str] = set()
    unlocated: set[str] = set()
    for mention, found in zip(mentions, locate(mentions, ("SY", "RU", "TR"), gazetteer), strict=True):
        name = next((s for s in gold if s in mention.text), None)
        if name is None:
            continue
        if found.lat is None or found.lon is None:
            unlocated |= {name} if not gold[name]["lat"] else set()
        elif gold[name]["lat"] and distance_km((found.lat, found.lon), (float(gold[name]["lat"]), float(gold[name]["lon"]))) <= 2:
            right.add(name)
    return len(right), len(unlocated)


def main() -> int:
    """Print the table; 1 if a measure fell below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=["names", "speed", "reports", "seed"])
    parser.add_argument("--queries", type=int, default=QUERIES)
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--raise-floors", action="store_true")
    args = parser.parse_args()
    if not GAZETTEERS.is_dir():
        sys.exit("eval.places: ../shared/gazetteer is not here; nothing to measure on")
    ranker = load_ranker(DATA / "name_ranker.json")
    parts = {"names": lambda: names(ranker, args.queries), "seed": lambda: seed(ranker), "reports": lambda: reports(args.reports), "speed": lambda: speed(ranker, args.queries)}
    shown = Table("measure", "reached", "asked for")
    reached: dict[str, float] = {}
    for name, part in parts.items():
        if args.only in {None, name}:
            for line in part():
                shown.add_row(line.name, f"{line.value:,.3f}".rstrip("0").rstrip("."), line.wanted)
                if name != "speed":
                    reached[line.measure] = line.value
    Console(width=120).print(shown)
    if args.only is not None or (args.queries, args.reports) != (QUERIES, REPORTS):
        return 0
    return held({"places": reached}, args.raise_floors)


def held(found: Measures, raise_floors: bool) -> int:
    """1 if a measure fell below its floor. `raise_floors`: writes the floors that follow what was reached."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    lost = below(found, floors, {})
    for line in lost:
        print("below floor:", line, file=sys.stderr)
    if raise_floors:
        FLOORS.write_text(json.dumps(raised(found, floors), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
