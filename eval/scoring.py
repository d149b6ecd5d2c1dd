"""Facts F1: how much of the annotated claims a reading has, and how much of a reading is right.

A claim is a bundle of facts: its type, each actor on each side, each place, its time, each count, its claimant, its modality where that is
not `asserted`. Gold and read claims are paired one to one, best first, where their clauses overlap by 30 % of the shorter; a fact counts
only inside a pair of the right type. Read claims of one type and modality on the same clause are first merged. The definition is that of
the development measure beside the project, and a test holds the two together where that is at hand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from eval.gold import GoldClaim, GoldCount, GoldPlace, GoldReport, GoldWhen
from sijill.records import Actor, Claim, Count, Evidence, Mention, Place, When

SLOTS = ("type", "by", "to", "place", "when", "count", "claimant", "modality")
MUTUAL = frozenset({"armed_clash", "agreement", "ceasefire_violation"})
PAIRED, MERGED = 0.3, 0.8
_COMMON = frozenset("the a an of in and at to from its their some several members fighters forces troops militants city town village".split())

G = TypeVar("G")
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Tally:
    """Facts right, read, and in gold."""

    hit: int = 0
    read: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.read + other.read, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.hit / self.read if self.read else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else float(not self.read)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def words(text: str) -> frozenset[str]:
    """Content words of a name, folded; all its words if only common ones are left."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    found = re.findall(r"\w+", "".join(ch for ch in folded if not unicodedata.combining(ch) and ch not in "'’‘`"))
    return frozenset(w for w in found if w not in _COMMON) or frozenset(found)


def overlap(a: Mention | Evidence, b: Mention | Evidence) -> float:
    """Share of the shorter range that both have."""
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / max(1, min(a.end - a.start, b.end - b.start))


def same_actor(gold: tuple[str, ...], read: Actor) -> bool:
    """At least half of the content words shared with one of the surface forms, by name or by mention."""
    pairs = [(words(said), words(form)) for said in (read.name, read.mention.text) for form in gold]
    return any(p and g and len(p & g) >= 0.5 * len(p | g) for p, g in pairs)


def same_place(gold: GoldPlace, read: Place) -> bool:
    return overlap(gold.mention, read.mention) >= 0.5 or words(gold.mention.text) in (words(read.name), words(read.mention.text))


def same_when(gold: GoldWhen, read: When) -> bool:
    if gold.start:  # an open end in gold is matched by nothing
        return gold.end is not None and (gold.start, gold.end) == (read.start, read.end)
    return overlap(gold.mention, read.mention) >= 0.5 or words(gold.mention.text) == words(read.mention.text)


def same_count(gold: GoldCount, read: Count) -> bool:
    if gold.measure != read.measure:
        return False
    bounds = (gold.low, gold.best, gold.high)
    if bounds == (None, None, None):
        return read.best is None and read.quantifier == gold.quantifier
    if gold.quantifier in {"about", "exact"} and gold.best is not None:
        return gold.best == read.best
    return bounds == (read.low, read.best, read.high)


def matches(golds: Sequence[G], read: Sequence[P], same: Callable[[G, P], bool]) -> int:
    """One-to-one matches, first come first served."""
    left, hits = list(read), 0
    for g in golds:
        found = next((p for p in left if same(g, p)), None)
        if found is not None:
            left.remove(found)
            hits += 1
    return hits


def merged(claims: Iterable[Claim]) -> list[Claim]:
    """Claims of one type and modality on the same clause as one, each value once."""
    out: list[Claim] = []
    for claim in claims:
        k = next((k for k, o in enumerate(out) if (o.type, o.modality) == (claim.type, claim.modality) and overlap(o.evidence, claim.evidence) >= MERGED), None)
        if k is None:
            out.append(claim)
            continue
        old = out[k]
        out[k] = replace(
            old, by=tuple(dict.fromkeys((*old.by, *claim.by))), to=tuple(dict.fromkeys((*old.to, *claim.to))), places=tuple(dict.fromkeys((*old.places, *claim.places))),
            counts=tuple(dict.fromkeys((*old.counts, *claim.counts))), when=old.when or claim.when, claimant=old.claimant or claim.claimant,
        )  # fmt: skip
    return out


def facts(c: Claim | GoldClaim) -> dict[str, int]:
    """How many facts a claim states, by slot."""
    return {
        "type": 1, "by": len(c.by), "to": len(c.to), "place": len(c.places), "when": int(c.when is not None), "count": len(c.counts),
        "claimant": int(c.claimant is not None), "modality": int(c.modality != "asserted"),
    }  # fmt: skip


def _sides(gold: GoldClaim, read: Claim) -> tuple[int, int]:
    """Actors right on each side; sides of a mutual happening may be told the other way round."""
    straight = matches(gold.by, read.by, same_actor), matches(gold.to, read.to, same_actor)
    if gold.type in MUTUAL:
        crossed = matches(gold.by, read.to, same_actor), matches(gold.to, read.by, same_actor)
        if sum(crossed) > sum(straight):
            return min(crossed[0], len(read.by)), min(crossed[1], len(read.to))
    return straight


def hits(gold: GoldClaim, read: Claim) -> dict[str, int]:
    """Facts that both claims state, by slot; none where the types differ."""
    if gold.type != read.type:
        return dict.fromkeys(SLOTS, 0)
    by, to = _sides(gold, read)
    spoken = gold.claimant and read.claimant and (overlap(gold.claimant, read.claimant.mention) > 0 or _same_words(gold.claimant.text, read.claimant.name))
    return {
        "type": 1, "by": by, "to": to, "place": matches(gold.places, read.places, same_place),
        "when": int(bool(gold.when and read.when and same_when(gold.when, read.when))), "count": matches(gold.counts, read.counts, same_count),
        "claimant": int(bool(spoken)), "modality": int(gold.modality != "asserted" and gold.modality == read.modality),
    }  # fmt: skip


def _same_words(a: str, b: str) -> bool:
    x, y = words(a), words(b)
    return bool(x and y) and len(x & y) >= 0.5 * len(x | y)


def pairs(golds: Sequence[GoldClaim], read: Sequence[Claim]) -> dict[int, int]:
    """Gold index → read index, best pairs first."""
    ranked = []
    for i, g in enumerate(golds):
        for j, c in enumerate(read):
            shared = overlap(g.evidence, c.evidence)
            if shared >= PAIRED:
                ranked.append((10 * (g.type == c.type) + sum(hits(g, c).values()) + shared, i, j))
    found: dict[int, int] = {}
    for _, i, j in sorted(ranked, reverse=True):
        if i not in found and j not in found.values():
            found[i] = j
    return found


def score(gold: GoldReport, claims: Sequence[Claim]) -> dict[str, Tally]:
    """The tally of one report, by slot."""
    read = merged(claims)
    found = pairs(gold.claims, read)
    right = [hits(gold.claims[i], read[j]) for i, j in found.items()]
    return {s: Tally(sum(h[s] for h in right), sum(facts(c)[s] for c in read), sum(facts(g)[s] for g in gold.claims)) for s in SLOTS}


def total(tallies: Iterable[dict[str, Tally]]) -> dict[str, Tally]:
    """Sums over reports, and all slots together as "facts"."""
    out = dict.fromkeys(SLOTS, Tally())
    for tally in tallies:
        out = {s: out[s] + tally[s] for s in SLOTS}
    whole = Tally()
    for one in out.values():
        whole += one
    return {"facts": whole, **out}
