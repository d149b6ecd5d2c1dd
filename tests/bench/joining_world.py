"""A made-up world at the density of the real one: about a thousand claims a day, places by popularity, each happening told by a few reports."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sijill.records import Actor, Claim, Claimant, Count, Evidence, Mention, Place, Told, When

FIRST = date(2021, 1, 1)
CLAIMS_A_DAY = 1_000
_ONSETS = "b d f g h j k kh l m n q r s sh t w y z gh dh th ch v p".split()
_VOWELS = "a e i o u aa ou".split()
_TYPES = (
    ("air_strike", "Warplanes bombed", "strike"), ("shelling", "Shells fell on", "shelling"), ("drone_strike", "A drone struck", "strike"),
    ("armed_clash", "Fighters clashed with troops at", "fighting"), ("attack", "Gunmen attacked", "attack"), ("explosive_device", "A mine exploded near", "blast"),
    ("abduction", "Men were taken from", "kidnapping"), ("capture", "Troops captured", "advance"), ("displacement", "Families fled", "flight"), ("protest", "Crowds marched in", "march"),
)  # fmt: skip
_THINGS = (
    "market bakery convoy bridge school clinic depot checkpoint mosque farm bus station mill camp house well orchard ferry quarry pharmacy workshop granary "
    "kiosk barracks office church stadium warehouse port tannery"
).split()  # fmt: skip
_GROUPS = tuple(f"{name} {kind}" for name in ("Northern", "River", "Mountain", "Desert", "Coast", "Valley", "Plateau", "Delta") for kind in ("Front", "Brigade", "Command", "Guard"))


def _mention(words: str, at: int = 0) -> Mention:
    return Mention(words, at, at + len(words))


def place_names(count: int, chance: random.Random) -> list[str]:
    """Names as they might be spelled."""
    names = set[str]()
    while len(names) < count:
        names.add("".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.randint(2, 4))).title() + chance.choice(("", "n", "r", "k")))
    ordered = sorted(names)
    chance.shuffle(ordered)
    return ordered


@dataclass(frozen=True, slots=True)
class _Clause:
    """What a made-up clause tells."""

    name: str
    kind: str
    quote: str
    at: int
    place: str | None
    when: date | None
    dead: int


def _claim(c: _Clause, chance: random.Random) -> Claim:
    places = (Place(c.place, None, None, None, None, (), "at", _mention(c.place)),) if c.place else ()
    days = When(c.when, c.when + timedelta(1), "day", _mention("then")) if c.when else None
    counts = (Count("killed", None, "unknown", "person", c.dead, c.dead, c.dead, "exact", _mention(str(c.dead), c.at)),)
    group = chance.choice(_GROUPS)
    claimant = Claimant(f"{group} spokesman", "party", _mention(f"{group} spokesman")) if chance.random() < 0.3 else None
    by = (Actor(group, None, "other", _mention(group)),) if chance.random() < 0.5 else ()
    evidence = Evidence(c.at, c.at + len(c.quote), c.quote)
    return Claim(c.name, c.kind, evidence, by, (), places, days, counts, claimant, "asserted", 0.9, "made up")  # type: ignore[arg-type]


def world(claims: int, seed: int = 1) -> Iterator[Told]:
    """About so many claims, in the order in which they happened. A report's outlet ends with the number of its happening."""
    chance = random.Random(seed)
    names = place_names(20_000, chance)
    popular = [1 / (k + 20) for k in range(len(names))]
    made = report = happening = 0
    while made < claims:
        day = FIRST + timedelta(made // CLAIMS_A_DAY)
        kind, words, noun = chance.choice(_TYPES)
        place = chance.choices(names, popular)[0]
        thing, dead = chance.choice(_THINGS), chance.randint(0, 30)
        happening += 1
        for _ in range(chance.choice((1, 1, 2, 3, 4))):
            report += 1
            published = day + timedelta(chance.choice((0, 0, 1, 1, 2)))
            id_ = f"r{report:07}"
            told = max(0, dead + chance.choice((0, 0, 0, 1, 2, 5)))
            first = f"{words} the {thing} of {place} and {told} people were killed, the {chance.choice(_THINGS)} was damaged too"
            yield Told(_claim(_Clause(f"{id_}a", kind, first, 0, f"the {thing} of {place}", day, told), chance), id_, published, f"outlet {report % 300} #{happening}", id_)
            made += 1
            for k in range(chance.choice((0, 1, 1, 2))):
                at = 150 * (k + 1)
                later = f"The {noun} left {told} dead and the {chance.choice(_THINGS)} burning, people said"
                yield Told(_claim(_Clause(f"{id_}{k}", kind, later, at, None, None, told), chance), id_, published, f"outlet {report % 300} #{happening}", id_)
                made += 1
