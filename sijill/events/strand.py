"""A strand: what one report tells of one happening, its claims taken together. Strands of many reports make an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from sijill.events.families import GROUP_OF, WEIGHT_OF, Group
from sijill.events.sketch import Site, Sketch
from sijill.events.wording import SUMMARY_CUE, kinds_said, weight
from sijill.records import ClaimType, Modality, Told

T = TypeVar("T")

BEFORE = 2
"""Days before a report that an undated happening in it is looked for."""
WORDS_KEPT = 24
"""The most telling stems of a strand that are compared; keeps long strands from being like everything."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open proleptic ordinals of days; `said` where the report dates the happening, else reckoned from its publication."""

    start: int
    end: int
    said: bool


@dataclass(frozen=True, slots=True)
class Strand:
    """All that joining across reports needs. `kinds`: the groups that its types or its words tell, a toll's left out; `here`: small places where it happened; `sites`: all; `around`: those of the whole report;
    `named`: keys of the names in its words, `named_around` of the whole report's; `heft`: the weights of all its words."""

    key: tuple[int, str, int, str]
    told: tuple[Told, ...]
    type: ClaimType
    types: frozenset[ClaimType]
    group: Group
    groups: frozenset[Group]
    kinds: frozenset[Group]
    here: tuple[Site, ...]
    sites: tuple[Site, ...]
    around: tuple[Site, ...]
    named: frozenset[str]
    named_around: frozenset[str]
    site_words: frozenset[str]
    span: Span | None
    days: tuple[tuple[int, int], ...]
    published: int | None
    hours: int
    figures: frozenset[tuple[str, int]]
    dead: tuple[int, ...]
    by: frozenset[str]
    to: frozenset[str]
    words: frozenset[str]
    heft: float
    quotes: frozenset[str]
    voices: frozenset[str]
    cues: int
    modalities: frozenset[Modality]
    doubt: bool

    @property
    def leans(self) -> bool:
        """Whether it names no small place where it happened, so that other reports can hardly tell what it belongs to."""
        return not self.here

    @property
    def is_fragment(self) -> bool:
        """Whether it names neither place nor day: what it tells of only its own report can say."""
        return not self.sites and not (self.span is not None and self.span.said)

    @property
    def report(self) -> str:
        """The report that tells it."""
        return self.told[0].report


def main_type(types: Sequence[ClaimType]) -> ClaimType:
    """The type that names several claims: the most frequent one that tells most about a happening."""
    return max(set(types), key=lambda t: (types.count(t) * WEIGHT_OF[t], WEIGHT_OF[t], t))


def _span(sketches: Sequence[Sketch], published: int | None) -> tuple[Span | None, tuple[tuple[int, int], ...]]:
    dated = sorted(
        (s.end - s.start, s.start, s.end) for s in sketches if s.start is not None and s.end is not None and s.claim.modality != "planned"
    )
    if dated:
        return Span(dated[0][1], dated[0][2], True), tuple(sorted({(start, end) for _, start, end in dated}))
    if published is None:
        return None, ()
    return Span(published - BEFORE, published + 1, False), ((published - BEFORE, published + 1),)


def _told_words(sketches: Sequence[Sketch]) -> frozenset[str]:
    words = frozenset[str]().union(*(s.words for s in sketches))
    if len(words) <= WORDS_KEPT:
        return words
    return frozenset(sorted(words, key=lambda word: (-weight(word), word))[:WORDS_KEPT])


@lru_cache(maxsize=1 << 16)
def _shared(values: frozenset[T]) -> frozenset[T]:
    """The same set for equal values: most sets of types, sides and voices are told again and again."""
    return values


def _set(values: Iterable[T]) -> frozenset[T]:
    return _shared(frozenset(values))


def _unlike(sites: Sequence[Site]) -> tuple[Site, ...]:
    seen: dict[tuple[str, str, bool, str], Site] = {}
    for site in sites:
        seen.setdefault((site.name, site.level, site.beside, site.role), site)
    return tuple(seen.values())


def _here(sites: Sequence[Site]) -> tuple[Site, ...]:
    """The small places where it happened; of a withdrawal or flight that from which it went, else that to which."""
    small = [s for s in sites if s.level == "local"]
    for roles in ({"at", "near"}, {"from"}, {"to"}):
        found = tuple(s for s in small if s.role in roles)
        if found:
            return found
    return ()


@dataclass(frozen=True, slots=True)
class Around:
    """What a whole report names: places of all its claims, and keys of the names in their words."""

    sites: tuple[Site, ...]
    named: frozenset[str]


def around(sketches: Sequence[Sketch]) -> Around:
    """What the report of these claims, all of one report, names."""
    sites = tuple({(s.name, s.level): s for k in sketches for s in k.sites}.values())
    return Around(sites, _set(n for k in sketches for n in k.named))


def strand_of(sketches: Sequence[Sketch], report: Around) -> Strand:
    """The strand of some claims of one report, in text order. `report` is what all its claims name."""
    first = sketches[0].told
    published = first.published.toordinal() if first.published else None
    span, days = _span(sketches, published)
    types: list[ClaimType] = [s.claim.type for s in sketches]
    sites = _unlike([site for s in sketches for site in s.sites])
    cues = hours = 0
    for sketch in sketches:
        cues |= sketch.cues
        hours |= sketch.hours
    if not all(s.cues & SUMMARY_CUE for s in sketches):
        cues &= ~SUMMARY_CUE
    named = main_type(types)
    words = _told_words(sketches)
    return Strand(
        key=(published if published is not None else 1 << 30, first.report, sketches[0].claim.evidence.start, sketches[0].claim.id),
        told=tuple(s.told for s in sketches), type=named, types=_set(types), group=GROUP_OF[named], groups=_set(s.group for s in sketches),
        kinds=_set(g for s in sketches for g in (s.group, *kinds_said(s.words)) if g != "toll"),
        here=_here(sites), sites=sites, around=report.sites, named=_set(n for s in sketches for n in s.named), named_around=report.named,
        site_words=_set(w for s in sketches for w in s.site_words), span=span, days=days, published=published, hours=hours,
        figures=_set((f.measure, f.low) for s in sketches for f in s.figures if f.low),
        dead=tuple(sorted({f.low for s in sketches for f in s.figures if f.measure == "killed" and f.low})),
        by=_set(w for s in sketches for w in s.by), to=_set(w for s in sketches for w in s.to),
        words=words, heft=sum(map(weight, words)), quotes=frozenset(s.claim.evidence.quote for s in sketches),
        voices=_set(s.claim.claimant.name.lower() for s in sketches if s.claim.claimant), cues=cues,
        modalities=_set(s.claim.modality for s in sketches), doubt=any(s.doubt for s in sketches),
    )  # fmt: skip
