"""Trains the re-ranker of place names on spellings held out from gazetteers: python -m training.places --gazetteers ../shared/gazetteer

A query is one spelling of a place, taken out of the index. It is hard if no other spelling of the place equals it when folded: then its
place can only be found by likeness. Training takes hard and easy ones as they come, so that the net learns how far an exact match is to
be trusted; eval/places.py measures on hard ones. Places are split by a hash of their id into train, development and test, so that
nothing of a test place is ever trained on.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sijill.knowledge.folding import fold, script
from sijill.knowledge.place_file import Content, PlaceFile, write_place_file
from sijill.knowledge.place_index import Found, query
from sijill.knowledge.place_record import PlaceRecord
from sijill.knowledge.place_score import FEATURES, compare
from sijill.knowledge.place_sources.rows import Rejected
from sijill.knowledge.place_sources.wof import SOURCE, read_wof

COUNTRIES = {"SY": "Syria", "UA": "Ukraine", "YE": "Yemen", "SD": "Sudan", "MM": "Myanmar"}
LOOKED_AT = 120
HIDDEN = 48
MISSING = 5
"""One query in so many is of a place that is not there."""
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Held:
    """A spelling of place number `place` of the file, held out if it is hard; `across`: to be found by forms in other scripts only;
    `missing`: the whole place is held out, and nothing should be found."""

    place: int
    text: str
    language: str
    hard: bool
    across: bool = False
    missing: bool = False


def split(record: PlaceRecord) -> str:
    """train, dev or test, by the place's id."""
    share = int(sha256((record.id or record.name).encode()).hexdigest()[:8], 16) % 100
    return "test" if share < 30 else "dev" if share < 40 else "train"


def read_country(folder: Path, iso2: str) -> list[PlaceRecord]:
    """The places of one gazetteer."""
    with gzip.open(folder / f"wof_{iso2.lower()}.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        return [r for r in read_wof(lines, iso2, COUNTRIES[iso2]) if not isinstance(r, Rejected)]


def open_country(folder: Path, iso2: str, work: Path) -> tuple[list[PlaceRecord], PlaceFile]:
    """Its places and a place file of them."""
    records = read_country(folder, iso2)
    path = work / f"{iso2}.places"
    write_place_file(path, Content(records, [SOURCE], {"country": iso2}))
    return records, PlaceFile(path)


def queries(records: Sequence[PlaceRecord], part: str, written_in: str) -> Iterator[Held]:
    """Spellings in that script of the places of that part ("" for all) that have more than one."""
    for n, record in enumerate(records):
        if part and split(record) != part:
            continue
        spelled = {s.text: s.language for s in reversed(record.spellings)} | {record.name: ""}
        counts = Counter(fold(t) for t in spelled)
        for text, language in sorted(spelled.items()):
            if len(spelled) > 1 and script(text) == written_in:
                yield Held(n, text, language, counts[fold(text)] == 1)


def without(found: Found, held: Held, file: PlaceFile) -> Found:
    """What was found, less what is held out: that spelling of that place, or every form in the query's script."""
    folded, own_script = fold(held.text), script(held.text)
    texts = [file.index.texts[f] for f in found.forms.tolist()]
    same_text = np.array([t == folded for t in texts], bool)
    dropped = np.array([script(t) == own_script for t in texts], bool) if held.across else np.zeros(len(texts), bool)
    of_place = (found.places == held.place) & held.hard
    kept = ~(dropped[found.row] | (same_text[found.row] & of_place) | ((found.places == held.place) & held.missing))
    spelled = found.spelled - of_place
    return Found(found.forms, found.exact, found.shared, found.row[kept], found.places[kept], spelled[kept])


def sampled(items: Sequence[Held], count: int, seed: int) -> list[Held]:
    """A sample that is the same on every machine."""
    order = sorted(range(len(items)), key=lambda k: sha256(f"{seed}:{items[k].place}:{items[k].text}".encode()).digest())
    return [items[k] for k in order[:count]]


@dataclass(slots=True)
class Examples:
    """For each query: places × features, and which row is the right place (none, where it is not there to be found)."""

    rows: list[Floats]
    right: list[NDArray[np.bool_]]


def examples(held: Sequence[Held], file: PlaceFile) -> Examples:
    """What each query reaches in the index."""
    out = Examples([], [])
    for one in held:
        asked = query(one.text)
        compared = compare(asked, without(file.index.near(asked, LOOKED_AT), one, file), file.index, file.population)
        if len(compared.places):
            out.rows.append(compared.table)
            out.right.append(compared.places == one.place)
    return out


class Net:
    """features → tanh → log-odds of being the right place against none being it, with Adam on the loss of a softmax over all places and none."""

    def __init__(self, mean: Floats, scale: Floats, seed: int) -> None:
        rng = np.random.default_rng(seed)
        n = len(mean)
        self.mean, self.scale = mean, scale
        start = (rng.normal(0, n**-0.5, (n, HIDDEN)), np.zeros(HIDDEN), rng.normal(0, HIDDEN**-0.5, HIDDEN), np.zeros(1))
        self.parts = [part.astype(np.float32) for part in start]
        self._first = [np.zeros_like(p) for p in self.parts]
        self._second = [np.zeros_like(p) for p in self.parts]
        self._steps = 0

    def scores(self, table: Floats) -> Floats:
        hidden = np.tanh(((table - self.mean) / self.scale) @ self.parts[0] + self.parts[1])
        return np.asarray(hidden @ self.parts[2] + self.parts[3])

    def step(self, tables: Sequence[Floats], rights: Sequence[NDArray[np.bool_]], rate: float) -> float:
        """One update over a batch of queries, all in one matrix. Returns the mean loss."""
        starts = np.cumsum([0, *(len(t) for t in tables[:-1])])
        query_of = np.repeat(np.arange(len(tables)), [len(t) for t in tables])
        plain = (np.concatenate(tables) - self.mean) / self.scale
        right = np.concatenate(rights)
        hidden = np.tanh(plain @ self.parts[0] + self.parts[1])
        score = np.clip(hidden @ self.parts[2] + self.parts[3], -30, 30)
        raised = np.exp(score)
        share = raised / (1 + np.add.reduceat(raised, starts))[query_of]
        there = np.logical_or.reduceat(right, starts)
        chance = np.where(there, np.add.reduceat(np.where(right, share, 0), starts), 1 - np.add.reduceat(share, starts))
        slope = (share - right) / len(tables)
        back = np.outer(slope, self.parts[2]) * (1 - hidden**2)
        self._adam([plain.T @ back, back.sum(0), hidden.T @ slope, slope.sum(keepdims=True)], rate)
        return float(-np.log(np.maximum(chance, 1e-9)).mean())

    def _adam(self, grads: Sequence[NDArray[np.float64]], rate: float) -> None:
        self._steps += 1
        for k, grad in enumerate(grads):
            first, second = self._first[k], self._second[k]
            first += 0.1 * (grad - first)
            second += 0.001 * (grad**2 - second)
            self.parts[k] -= rate * (first / (1 - 0.9**self._steps)) / (np.sqrt(second / (1 - 0.999**self._steps)) + 1e-8)


def stored(nets: Sequence[Net]) -> dict[str, object]:
    """What data/name_ranker.json holds: the mean of the nets' log-odds, as one net with the hidden units of all."""
    parts = {
        "mean": nets[0].mean, "scale": nets[0].scale, "first": np.concatenate([n.parts[0] for n in nets], axis=1),
        "first_bias": np.concatenate([n.parts[1] for n in nets]), "second": np.concatenate([n.parts[2] for n in nets]) / len(nets),
    }  # fmt: skip
    rounded = {name: [[round(float(x), 4) for x in row] if part.ndim > 1 else round(float(row), 4) for row in part] for name, part in parts.items()}
    return {"features": list(FEATURES), **rounded, "second_bias": round(float(np.mean([n.parts[3][0] for n in nets])), 4)}


def first_right(net: Net, data: Examples) -> float:
    """Share of queries whose right place comes first, among those that reached it."""
    there = [(t, r) for t, r in zip(data.rows, data.right, strict=True) if r.any()]
    return float(np.mean([bool(r[int(np.argmax(net.scores(t)))]) for t, r in there]))


def train(data: Examples, check: Examples, rounds: int, seed: int) -> Net:
    """The net of the round that does best on `check`."""
    everything = np.concatenate(data.rows[::5]).astype(np.float32)
    net = Net(everything.mean(0), everything.std(0) + np.float32(1e-3), seed)
    rng = np.random.default_rng(seed)
    best, kept = -1.0, [p.copy() for p in net.parts]
    for turn in range(rounds):
        order = rng.permutation(len(data.rows))
        rate = 0.008 * 0.5 * (1 + np.cos(np.pi * turn / rounds))
        losses = [net.step([data.rows[k] for k in part], [data.right[k] for k in part], rate) for part in np.array_split(order, max(1, len(order) // 32))]
        right = first_right(net, check)
        print(f"round {turn + 1}: loss {np.mean(losses):.3f}, first right on development places {right:.3f}", flush=True)
        if right > best:
            best, kept = right, [p.copy() for p in net.parts]
    net.parts = kept
    return net


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gazetteers", type=Path, default=Path(__file__).parents[1] / ".." / "shared" / "gazetteer")
    parser.add_argument("--work", type=Path, default=Path("out/places"))
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "sijill/knowledge/data/name_ranker.json")
    parser.add_argument("--queries", type=int, default=2200, help="of each country and script")
    parser.add_argument("--rounds", type=int, default=16)
    parser.add_argument("--nets", type=int, default=3, help="trained alike from different starts, and averaged")
    args = parser.parse_args()
    learn, check = Examples([], []), Examples([], [])
    for iso2 in COUNTRIES:
        records, file = open_country(args.gazetteers, iso2, args.work)
        for written_in in ("latin", "arabic", "cyrillic"):
            count = args.queries * (3 if iso2 == "SY" else 1)
            for part, into, size in (("train", learn, count), ("dev", check, count // 8)):
                chosen = sampled(list(queries(records, part, written_in)), size, 1)
                chosen = [replace(h, across=written_in != "latin" and k % 2 == 0, missing=k % MISSING == 1) for k, h in enumerate(chosen)]
                some = examples(chosen, file)
                into.rows += some.rows
                into.right += some.right
            print(iso2, written_in, len(learn.rows), len(check.rows), flush=True)
    nets = [train(learn, check, args.rounds, seed) for seed in range(args.nets)]
    args.out.write_text(json.dumps(stored(nets)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
