"""Finds the weights of read/place_choice.py on reports made of gazetteers: python -m training.place_reports --gazetteers ../shared/gazetteer

A made report names a few places that lie together, at times one elsewhere, a town or a division, in spellings of which some are held out
of the gazetteer and with some places missing from it altogether. Places are split as in training/places.py; weights are chosen on train
places, the score is calibrated on development places, eval/places.py measures on test places.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np

from sijill.knowledge import DATA
from sijill.knowledge.builtin_places import builtin_files
from sijill.knowledge.folding import fold, script
from sijill.knowledge.gazetteer import Gazetteer, distance_km
from sijill.knowledge.place_file import Content, PlaceFile, write_place_file
from sijill.knowledge.place_record import EXTENDED, PlaceRecord
from sijill.knowledge.place_score import load_ranker
from sijill.knowledge.place_sources.join import with_latin_name
from sijill.knowledge.place_sources.wof import SOURCE
from sijill.read.place_choice import Asked, Choice, Home, Weights, resolve, take_apart
from training.places import COUNTRIES, read_country, split

SPREAD = 0.35
"""Share of reports on places all over the country and abroad."""
WELL_KNOWN = 400_000
"""People of a city (or the rank of a state) that reports name from abroad."""
MISSING, HELD = 0.2, 0.5
"""Shares of places that are missing from the made gazetteer, and of the others that lack the spelling a report uses."""


@dataclass(frozen=True, slots=True)
class Told:
    """A name in a made report, the place that it means, and whether that was left in the gazetteer."""

    text: str
    start: int
    end: int
    place: PlaceRecord
    there: bool


@dataclass(frozen=True, slots=True)
class World:
    """A country's gazetteer with spellings held out, and what each place is called in reports."""

    iso2: str
    records: Sequence[PlaceRecord]
    called: Sequence[str]
    missing: frozenset[int]
    gazetteer: Gazetteer
    abroad: Sequence[PlaceRecord]


def _latin(record: PlaceRecord) -> list[str]:
    return [n for n in record.names if script(n) == "latin" and len(n) > 2]


def world(folder: Path, iso2: str, work: Path, shipped: Sequence[PlaceFile]) -> World:
    """The gazetteer of a country, less one Latin spelling of half its places and less some places."""
    records = [with_latin_name(r) for r in read_country(folder, iso2)]
    chance = Random(f"world {iso2}")
    called: list[str] = []
    missing: set[int] = set()
    kept: list[PlaceRecord] = []
    for n, record in enumerate(records):
        names = _latin(record) or [record.name]
        name = chance.choice(names)
        called.append(name)
        if chance.random() < MISSING and record.kind in {"village", "town"}:
            missing.add(n)
            continue
        others = [m for m in record.names if fold(m) != fold(name)]
        held = chance.random() < HELD and others
        spelled = tuple(s for s in record.spellings if fold(s.text) != fold(name))
        kept.append(replace(record, name=others[0], spellings=spelled) if held else record)
    path = work / f"{iso2}-made.places"
    write_place_file(path, Content(kept, [SOURCE], {"country": iso2}))
    gazetteer = Gazetteer(shipped, load_ranker(DATA / "name_ranker.json"), [PlaceFile(path)])
    abroad = [r for f in shipped for r in f.records(np.flatnonzero(f.population >= WELL_KNOWN).tolist()) if r.iso2 != iso2]
    return World(iso2, records, called, frozenset(missing), gazetteer, abroad)


def _beside(w: World, at: PlaceRecord, km: float, chance: Random, count: int) -> list[int]:
    near = [n for n, r in enumerate(w.records) if abs(r.lat - at.lat) < km / 100 and distance_km((r.lat, r.lon), (at.lat, at.lon)) <= km and r.kind in {"village", "town", "city"}]
    return chance.sample(near, min(count, len(near)))


def made(w: World, part: str, count: int) -> Iterator[list[Told]]:
    """Reports whose places are of that part of the split."""
    chance = Random(f"{part} {w.iso2}")
    own = [n for n, r in enumerate(w.records) if split(r) == part and r.kind in {"village", "town", "city"}]
    divisions = [n for n, r in enumerate(w.records) if r.kind == "region"]
    towns = [n for n in own if w.records[n].kind != "village"]
    for _ in range(count):
        first = chance.choice(own)
        at = w.records[first]
        spread = chance.random() < SPREAD
        if spread:
            chosen = chance.choices(towns or own, k=chance.randint(1, 4)) + chance.choices(divisions, k=chance.randint(0, 2))
            foreign = chance.choices(w.abroad, k=chance.randint(0, 4))
        else:
            chosen = [first, *_beside(w, at, chance.choice((8, 15, 25, 50)), chance, chance.randint(0, 8))]
            chosen += [chance.choice(own)] * (chance.random() < 0.15)
            home = [n for n in divisions if w.records[n].name in at.admin]
            chosen += home[:1] if chance.random() < 0.4 else []
            foreign = chance.choices(w.abroad, k=1) if chance.random() < 0.2 else []
        named = [(f"{w.called[n]} province" if w.records[n].kind == "region" else w.called[n], w.records[n], n not in w.missing) for n in dict.fromkeys(chosen)]
        named += [(r.name, r, True) for r in foreign]
        chance.shuffle(named)
        yield list(_placed(named, 0.3 if spread else 0.6, chance))


def _placed(named: Sequence[tuple[str, PlaceRecord, bool]], listed: float, chance: Random) -> Iterator[Told]:
    """Names at places in a text, a share of them listed together, the others apart."""
    end = 0
    for text, place, there in named:
        start = end + (2 if chance.random() < listed else chance.randint(20, 300))
        end = start + len(text)
        yield Told(text, start, end, place, there)


@dataclass(frozen=True, slots=True)
class Case:
    """A made report, looked up: names with candidates, and for each what it means (None for a larger place that the words name besides)."""

    asked: list[Asked]
    told: list[Told | None]
    countries: tuple[str, ...]


def cases(w: World, part: str, count: int) -> list[Case]:
    """Made reports with the candidates of their names."""
    out = []
    for told in made(w, part, count):
        countries = (w.iso2, *dict.fromkeys(t.place.iso2 for t in told if t.place.kind == "country"))
        taken, asked = take_apart([(t.text, t.start, t.end) for t in told], Home(countries), w.gazetteer)
        meant = {t.name: one for t, one in zip(taken, told, strict=True) if t.name is not None}
        out.append(Case(asked, [meant.get(k) for k in range(len(asked))], countries))
    return out


def _is_right(choice: Choice | None, meant: PlaceRecord) -> bool:
    """The place itself, or another record of it: a division of its name or with a middle near by (sources disagree on the middle of large ones), a settlement within 3 km (gazetteers hold many twice)."""
    if choice is None:
        return False
    place = choice.candidate.place
    if set(place.ids) & set(meant.ids):
        return True
    if (place.kind in EXTENDED) != (meant.kind in EXTENDED):
        return {place.kind, meant.kind} == {"country", "city"} and place.name == meant.name
    if place.kind in EXTENDED and place.iso2 == meant.iso2 and fold(place.name) == fold(meant.name):
        return True
    return distance_km((place.lat, place.lon), (meant.lat, meant.lon)) <= (60 if place.kind in EXTENDED else 3)


def outcomes(some: Sequence[Case], weights: Weights) -> list[tuple[float, bool, bool]]:
    """For each name: score of the choice (0: none), whether it is right, whether the place was there to be found."""
    out = []
    for case in some:
        for choice, told in zip(resolve(case.asked, case.countries, weights), case.told, strict=True):
            if told is not None:
                right = _is_right(choice, told.place)
                out.append((choice.score if choice else 0.0, right, told.there or right))
    return out


def goodness(found: Sequence[tuple[float, bool, bool]]) -> float:
    """Mean log-likelihood of what was right under the scores; a place that is there and not chosen counts as missed for sure."""
    worth = [math.log(max(score, 1e-3)) if right else math.log(max(1 - score, 1e-3)) if not there else math.log(1e-2) + math.log(max(1 - score, 1e-3)) for score, right, there in found]
    return float(np.mean(worth))


_STEPS = {"fit": 0.15, "kind_said": 0.5, "kind_denied": 0.5, "first_country": 0.5, "pull": 1.5, "cohesion": 0.1, "listed_pull": 2.0, "listed_cohesion": 0.1, "most": 1.0, "bare_division": 0.5, "people": 0.1}


def search(some: Sequence[Case], start: Weights, rounds: int) -> Weights:
    """Coordinate search from a start: a step up or down in one weight at a time, kept where it does better."""
    best, value = start, goodness(outcomes(some, start))
    for turn in range(rounds):
        for name, step in _STEPS.items():
            for change in (step / (1 + turn), -step / (1 + turn)):
                trial = replace(best, **{name: getattr(best, name) + change})
                if (worth := goodness(outcomes(some, trial))) > value:
                    best, value = trial, worth
                    break
        print(f"round {turn + 1}: {value:.4f} {best}", flush=True)
    return best


def calibrated(some: Sequence[Case], weights: Weights) -> Weights:
    """`sure` and `shift` by logistic regression of right on the belief's log-odds."""
    plain = replace(weights, sure=1.0, shift=0.0)
    pairs = [(math.log(max(s, 1e-4) / max(1 - s, 1e-4)), r) for s, r, _ in outcomes(some, plain) if s > 0]
    x, y = np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs], float)
    a, b = 1.0, 0.0
    for _ in range(200):
        p = 1 / (1 + np.exp(-(a * x + b)))
        w = p * (1 - p) + 1e-6
        grad = np.array([((p - y) * x).sum(), (p - y).sum()])
        hess = np.array([[(w * x * x).sum(), (w * x).sum()], [(w * x).sum(), w.sum()]])
        step = np.linalg.solve(hess, grad)
        a, b = a - step[0], b - step[1]
    return replace(weights, sure=round(float(a), 3), shift=round(float(b), 3))


def summary(found: Sequence[tuple[float, bool, bool]]) -> str:
    """Shares in words."""
    there = [f for f in found if f[2]]
    given = [f for f in found if f[0] >= 0.5]
    high = [f for f in found if f[0] >= 0.9]
    return (
        f"{len(found)} names; of places there {np.mean([f[1] for f in there]):.3f} chosen right, {np.mean([f[1] and f[0] >= 0.5 for f in there]):.3f} given; "
        f"of {len(given)} given {np.mean([not f[1] for f in given]):.3f} wrong; of {len(high)} with score ≥ 0.9 {np.mean([not f[1] for f in high]):.3f} wrong"
    )


def main() -> None:
    """Search, calibrate, print the weights to be put in read/place_choice.py."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gazetteers", type=Path, default=Path(__file__).parents[1] / ".." / "shared" / "gazetteer")
    parser.add_argument("--work", type=Path, default=Path("out/places"))
    parser.add_argument("--reports", type=int, default=120, help="of each country")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    learn: list[Case] = []
    check: list[Case] = []
    for iso2 in COUNTRIES:
        w = world(args.gazetteers, iso2, args.work, builtin_files(DATA))
        learn += cases(w, "train", args.reports)
        check += cases(w, "dev", args.reports // 2)
        print(iso2, len(learn), len(check), flush=True)
    weights = calibrated(check, search(learn, Weights(), args.rounds))
    print(weights)
    print(summary(outcomes(check, weights)))


if __name__ == "__main__":
    main()
