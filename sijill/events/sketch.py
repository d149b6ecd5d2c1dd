"""What joining needs of one claim, worked out once: places, days, hours, counts, sides, words, cues.

Resolved values (ids, coordinates) are used where a claim has them, names otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sijill.events.families import GROUP_OF, Group
from sijill.events.names import Level, name_key, place_words
from sijill.events.wording import cues, hours, stem, stems, weight
from sijill.knowledge.folding import fold
from sijill.records import Actor, Claim, Count, Measure, Place, Told

EARLIEST = date(1800, 1, 1)
SURE = 0.98
"""From this score on a claim is taken as written by a person or a reader that makes no mistakes."""
LATE = timedelta(days=366)
"""A happening later than this after its telling is a slip of the pen; its date is not used for joining."""

_GENERIC_ACTOR = frozenset(
    "the a an our their its his own forces force troops troop soldiers soldier fighters fighter men man gunmen members member units unit group army military "
    "militants militant rebels rebel police officers officer civilians civilian people persons person residents villagers several some of and two three "
    "armed security government regime enemy terrorists terrorist militia militiamen others other children women woman girls boy house houses".split()
)
_TOKEN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+")
RARE = 0.7
"""From this weight on a word may be a name that tells something."""


@dataclass(frozen=True, slots=True)
class Site:
    """One named place of a claim. `point`: (lat, lon) and precision where it is resolved."""

    name: str
    level: Level
    beside: bool
    id: str | None
    point: tuple[float, float, int] | None
    role: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a claim: inclusive bounds; null bounds where the words have none."""

    measure: Measure
    status: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Sketch:
    """One claim as joining sees it. `start`, `end`: proleptic ordinals of a half-open range of days, None if the claim names none."""

    told: Told
    group: Group
    sites: tuple[Site, ...]
    site_words: frozenset[str]
    start: int | None
    end: int | None
    hours: int
    figures: tuple[Figure, ...]
    by: frozenset[str]
    to: frozenset[str]
    words: frozenset[str]
    named: frozenset[str]
    cues: int

    @property
    def doubt(self) -> bool:
        """Whether its reader was not sure of it, so that its type, days and places tell less."""
        return self.told.claim.score < SURE

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.told.claim


def _sites(places: tuple[Place, ...]) -> tuple[tuple[Site, ...], frozenset[str]]:
    sites: list[Site] = []
    common: set[str] = set()
    for place in places:
        words = place_words(place.mention.text)
        if not words.names and place.id is not None:
            words = place_words(place.name)
        common |= words.sites
        point = (place.lat, place.lon, place.precision or 1) if place.lat is not None and place.lon is not None else None
        for k, (name, level) in enumerate(words.names):
            own = k == 0
            wide = point is not None and point[2] >= 3
            sites.append(Site(
                name, "area" if own and wide else level, words.beside or place.role == "near",
                place.id if own else None, point if own else None, place.role,
            ))  # fmt: skip
    return tuple(sites), frozenset(stem(w) for w in common)


def _side(actors: tuple[Actor, ...]) -> frozenset[str]:
    out: set[str] = set()
    for actor in actors:
        if actor.id:
            out.add(f"id:{actor.id}")
        words = [w for w in _TOKEN.findall(fold(actor.name)) if w not in _GENERIC_ACTOR and not w.isdigit()]
        out.update(stem(w) for w in words)
    return frozenset(out)


def _figure(count: Count) -> Figure:
    best = count.best
    low = count.low if count.low is not None else best
    high = count.high if count.high is not None else best
    return Figure(count.measure, count.status, low, high)


@lru_cache(maxsize=1 << 14)
def names_in(text: str) -> frozenset[str]:
    """Keys (names.name_key) of the rare capitalised words: names of places and people, whatever a reader took them for."""
    return frozenset(name_key(w) for w in _WORD.findall(text) if len(w) > 3 and w[0].isupper() and weight(stem(w)) >= RARE)


def _days(told: Told) -> tuple[int | None, int | None]:
    when = told.claim.when
    if when is None or when.start is None or when.end is None:
        return None, None
    if when.start < EARLIEST or (told.published is not None and when.start > told.published + LATE):
        return None, None
    return when.start.toordinal(), when.end.toordinal()


def sketch(told: Told) -> Sketch:
    """A claim's sketch."""
    claim = told.claim
    sites, common = _sites(claim.places)
    start, end = _days(told)
    quote = claim.evidence.quote
    said = f"{claim.when.mention.text} {quote}" if claim.when else quote
    return Sketch(
        told, GROUP_OF[claim.type], sites, common, start, end, hours(said), tuple(_figure(c) for c in claim.counts),
        _side(claim.by), _side(claim.to), stems(quote), names_in(quote), cues(quote),
    )  # fmt: skip
