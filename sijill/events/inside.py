"""Signs that two claims of one report tell one happening, or two. Each sign is a name; its learned weight is in learned.py.

The later claim is read against the earlier: a clause with no place or day of its own leans on what stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijill.events import wording as w
from sijill.events.names import likeness
from sijill.events.sketch import Site, Sketch
from sijill.events.wording import overlap

ALIKE = 0.8
PARTLY = 0.5


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report as a whole tells: how many claims, places and days, and which claims name a place or day (anchors)."""

    anchored: tuple[bool, ...]
    places: int
    days: int

    @property
    def long(self) -> bool:
        """Whether it has so many claims that it likely tells of many happenings."""
        return len(self.anchored) > 8


def best_likeness(ours: Sequence[Site], theirs: Sequence[Site]) -> float:
    """The best likeness of any name of one to any of the other; the same id is 1, two ids far apart are 0."""
    best = 0.0
    for a in ours:
        for b in theirs:
            if a.id is not None and a.id == b.id:
                return 1.0
            best = max(best, likeness(a.name, b.name))
    return best


def here(sketch: Sketch) -> tuple[Site, ...]:
    """The small places where it happened, without those it moved from or to."""
    return tuple(s for s in sketch.sites if s.level == "local" and s.role in {"at", "near"})


def setting(sketches: Sequence[Sketch]) -> Setting:
    """The setting of a report's claims, in text order."""
    names: list[str] = []
    for sketch in sketches:
        for site in here(sketch):
            if len(names) < 4 and not any(likeness(site.name, n) >= 0.6 for n in names):
                names.append(site.name)
    days = {(s.start, s.end) for s in sketches if s.start is not None}
    anchored = tuple(s.start is not None or any(site.level == "local" for site in s.sites) for s in sketches)
    return Setting(anchored, len(names), len(days))


def _type_signs(a: Sketch, b: Sketch) -> list[str]:
    if a.claim.type == b.claim.type:
        return ["same type"]
    if a.group == b.group:
        return ["same group"]
    one, other = sorted((a.group, b.group))
    return ["other group", f"{one} with {other}"]


def _place_signs(a: Sketch, b: Sketch) -> list[str]:
    signs: list[str] = []
    if not a.sites and not a.site_words:
        signs.append("earlier without place")
    if not b.sites:
        signs.append("later with common noun for place" if b.site_words else "later without place")
    ours, theirs = here(a), here(b)
    if ours and theirs:
        best = best_likeness(ours, theirs)
        signs.append("same place" if best >= ALIKE else "place within place" if best >= PARTLY else "other place")
    elif a.sites and b.sites:
        signs.append("same area" if best_likeness(a.sites, b.sites) >= PARTLY else "other area")
        one, other = ([s for s in k.sites if s.level == "local"] for k in (a, b))
        if one and other:
            signs.append("moves to or from there" if best_likeness(one, other) >= PARTLY else "moves elsewhere")
    if a.site_words and b.site_words:
        signs.append("same site" if a.site_words & b.site_words else "other site")
    return signs


def _time_signs(a: Sketch, b: Sketch) -> list[str]:
    signs: list[str] = []
    clash = w.hours_clash(a.hours, b.hours)
    if a.start is not None and a.end is not None and b.start is not None and b.end is not None:
        if (a.start, a.end) == (b.start, b.end):
            signs += ["same day", "other hour of one day"] if clash else ["same day"]
        elif a.start < b.end and b.start < a.end:
            signs.append("days overlap")
        else:
            gap = min(abs(a.start - b.start), abs(a.end - b.end))
            signs += ["days apart", "days far apart"] if gap > 1 else ["days apart"]
    elif b.start is not None:
        signs.append("only later dated")
    elif a.start is not None:
        signs.append("only earlier dated")
    if clash:
        signs.append("other hour")
    elif a.hours & b.hours:
        signs.append("same hour")
    return signs


def _gap_signs(a: Sketch, b: Sketch, gap: int) -> list[str]:
    signs = [f"{gap} claims on" if gap < 4 else "4 claims on or more"]
    between = b.claim.evidence.start - a.claim.evidence.end
    if between < 0:
        signs.append("one clause")
    elif between <= 3:
        signs.append("next clause")
    elif between > 250:
        signs.append("far on in the text" if between <= 800 else "very far on in the text")
    return signs


def _toll_signs(a: Sketch, b: Sketch) -> list[str]:
    """A toll in a clause of its own belongs to what was told before it, most of all to the harm told last."""
    if b.group != "toll" or a.group == "toll":
        return []
    harm = a.group in {"strike", "battle", "violence", "crowd"}
    signs = ["toll after harm" if harm else "toll after no harm"]
    if harm and not b.sites:
        signs.append("bare toll after harm")
    return signs


def _length_signs(around: Setting, kinds: list[str], i: int, j: int) -> list[str]:
    """In long reports, with many happenings, some signs weigh otherwise."""
    if not around.long:
        return []
    signs = ["long report", f"{kinds[0]}, long report"]
    if j - i == 1:
        signs.append("next claim, long report")
    if not around.anchored[j]:
        signs.append("later unanchored, long report")
    if i < 2 and j - i > 2 and kinds[0] == "same type":
        signs.append("headline or lead told again")
    return signs


def _count_signs(a: Sketch, b: Sketch) -> list[str]:
    ours = {(f.measure, f.low) for f in a.figures if f.low is not None}
    theirs = {(f.measure, f.low) for f in b.figures if f.low is not None}
    dead, others = [any(m == "killed" for m, _ in side) for side in (ours, theirs)]
    signs: list[str] = []
    if shared := [low for _, low in ours & theirs if low]:
        signs += ["same figure", "same figure of five or more"] if max(shared) >= 5 else ["same figure"]
    elif dead and others:
        signs.append("other figure for the dead")
    if dead != others:
        signs.append("one counts dead")
    if bool(a.figures) != bool(b.figures):
        signs.append("only earlier counts" if a.figures else "only later counts")
    return signs


def _side_signs(a: Sketch, b: Sketch) -> list[str]:
    signs: list[str] = []
    for side, ours, theirs in (("doer", a.by, b.by), ("sufferer", a.to, b.to)):
        if ours and theirs:
            signs.append(f"same {side}" if ours & theirs else f"other {side}")
        elif not theirs:
            signs.append(f"later without {side}")
    if (a.by & b.to) or (a.to & b.by):
        signs.append("sides swapped")
    return signs


_LATER_CUES = (
    ("later says again", w.NEW_CUE), ("later points back", w.BACK_CUE), ("later begins with a pronoun", w.PRONOUN_CUE), ("later speaks of a toll", w.TOLL_CUE),
    ("later denies", w.DENIAL_CUE), ("later says second", w.SECOND_CUE), ("later recalls", w.RECALL_CUE),
)  # fmt: skip
_EARLIER_CUES = (("earlier says again", w.NEW_CUE), ("earlier says first", w.FIRST_CUE), ("earlier recalls", w.RECALL_CUE))


def _word_signs(a: Sketch, b: Sketch) -> list[str]:
    share = overlap(a.words, b.words)
    signs = ["no word shared" if share <= 0 else "few words shared" if share < 0.2 else "some words shared" if share < 0.45 else "many words shared"]
    signs += [name for name, bit in _LATER_CUES if b.cues & bit]
    signs += [name for name, bit in _EARLIER_CUES if a.cues & bit]
    if (a.cues ^ b.cues) & w.SUMMARY_CUE:
        signs.append("one sums up")
    if a.cues & w.FIRST_CUE and b.cues & w.SECOND_CUE:
        signs.append("first and second")
    ours, theirs = a.claim.claimant, b.claim.claimant
    if ours and theirs:
        signs.append("same voice" if ours.name.lower() == theirs.name.lower() else "other voice")
    elif ours or theirs:
        signs.append("one voice named")
    for modality in ("denied", "background", "planned", "possible"):
        if (a.claim.modality == modality) != (b.claim.modality == modality):
            signs.append(f"one {modality}")
    if a.claim.modality == b.claim.modality == "background":
        signs.append("both background")
    return signs


def _anchor_signs(kinds: list[str], around: Setting, i: int, j: int) -> list[str]:
    same_type = kinds == ["same type"]
    signs: list[str] = []
    between = any(around.anchored[i + 1 : j])
    if around.anchored[i] and not between:
        signs.append("last anchor")
    if not around.anchored[j]:
        signs.append("later unanchored")
        if not same_type:
            signs.append("later unanchored, other type")
        if between:
            signs.append("later leans on a nearer anchor")
        elif around.anchored[i]:
            signs += ["later leans on this"] if same_type else ["later leans on this", "leans on another type"]
        if around.places >= 3:
            signs += ["unanchored among many places"] if same_type else ["unanchored among many places", "unanchored among many, other type"]
        elif around.places <= 1:
            signs.append("unanchored, one place in all")
    if around.places <= 1 and around.days <= 1:
        signs.append("one place and day in all")
    if around.places >= 3:
        signs.append("many places in all")
    if around.days >= 3:
        signs.append("many days in all")
    return signs


def another_to_come(signs: Sequence[str]) -> bool:
    """Whether one claim tells of what happened and the other of what may still come from another doer, elsewhere or of quite another kind: a feared
    offensive of the army is no part of its neighbour's column or of a broken truce, however near they stand in the text."""
    found = set(signs)
    ahead = "one planned" in found or "one possible" in found
    return ahead and "other doer" in found and bool(found & {"other place", "moves elsewhere"} or any(s.startswith("accord with") for s in found))


def signs_inside(sketches: Sequence[Sketch], around: Setting, i: int, j: int) -> list[str]:
    """The signs of claims i < j of one report, in text order."""
    a, b = sketches[i], sketches[j]
    kinds = _type_signs(a, b)
    signs = [*kinds, *_place_signs(a, b), *_time_signs(a, b), *_gap_signs(a, b, j - i), *_count_signs(a, b), *_side_signs(a, b), *_word_signs(a, b)]
    signs += [*_anchor_signs(kinds, around, i, j), *_toll_signs(a, b), *_length_signs(around, kinds, i, j)]
    if not b.sites and b.start is None and not b.by:
        signs += ["later says little"] if j - i > 1 else ["later says little", "later says little, next"]
    if "same place" in signs:
        if kinds == ["same type"]:
            signs.append("same place and type")
        if "days apart" in signs:
            signs.append("same place, days apart")
    return signs
