"""Signs that strands of two reports tell one happening, or two. Each sign is a name; its learned weight is in learned.py."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sijill.events import wording as w
from sijill.events.inside import ALIKE, PARTLY, best_likeness
from sijill.events.sketch import Site, names_in
from sijill.events.strand import Strand
from sijill.events.wording import weight
from sijill.knowledge.gazetteer import distance_km

TELLING = 0.6
"""From this weight on a stem is rare enough that sharing it tells something."""


def _type_signs(a: Strand, b: Strand) -> list[str]:
    """A toll told by itself says nothing of its kind, and a reader may take one kind for another: then the words may still tell the same."""
    words = ["kind alike in words"] if a.kinds & b.kinds else []
    if a.group == b.group == "toll":
        return ["two tolls", *words]
    if a.type == b.type:
        return ["same type"]
    if a.types & b.types - {"casualties"}:
        return ["a type shared"]
    if "toll" in (a.group, b.group):
        return ["a toll alone", *(f"{w}, a toll alone" for w in words)]
    if a.groups & b.groups - {"toll"}:
        return ["same group", *(f"{w}, same group" for w in words)]
    one, other = sorted((a.group, b.group))
    return ["other group", f"{one} with {other}", *words]


def _distance(ours: Sequence[Site], theirs: Sequence[Site]) -> float | None:
    """The least distance in km between points of the two, None unless both have any."""
    points = [s.point for s in ours if s.point is not None], [s.point for s in theirs if s.point is not None]
    if not points[0] or not points[1]:
        return None
    return min(distance_km(p[:2], q[:2]) for p in points[0] for q in points[1])


def _likeness_signs(a: Strand, b: Strand) -> list[str]:
    best = best_likeness(a.here, b.here)
    far = _distance(a.here, b.here)
    if far is not None and far > 30:
        return ["other place", "points far apart"]
    if far is not None and far <= 3 and best < ALIKE:
        best = ALIKE
    if best < PARTLY:
        firm = any(not s.beside for s in a.here) and any(not s.beside for s in b.here)
        return ["other place", "other place, both firm"] if firm else ["other place"]
    if best < ALIKE:
        return ["place within place"]
    signs = ["same place" if best > 0.95 else "place of like sound"]
    ours = [s for s in a.here if not s.beside]
    theirs = [s for s in b.here if not s.beside]
    if ours and theirs and best_likeness(ours, theirs) >= ALIKE:
        signs.append("place said outright by both")
    if sum(best_likeness([s], b.here) >= ALIKE for s in a.here) > 1:
        signs.append("two places shared")
    if any(best_likeness([s], b.sites) < PARTLY for s in ours) and any(best_likeness([s], a.sites) < PARTLY for s in theirs):
        signs.append("each has a place of its own")
    return signs


def _named(a: Strand, b: Strand) -> bool:
    """Whether the words of one name a small place of the other, though its reader did not take it for the place."""
    return any(key in b.named for site in a.here for key in names_in(site.name))


def _place_signs(a: Strand, b: Strand) -> list[str]:
    signs: list[str] = []
    if a.here and b.here:
        signs += _likeness_signs(a, b)
    elif not a.sites or not b.sites:
        signs.append("one without place")
    else:
        signs.append("same area" if best_likeness(a.sites, b.sites) >= ALIKE else "other area")
    if a.around and b.around:
        shared = best_likeness(a.around, b.around) >= ALIKE
        if not shared and a.named_around & b.named_around:
            signs.append("reports share a name")
        signs.append("reports share a place" if shared else "reports share no place")
        if not shared and "other place, both firm" in signs and not a.quotes & b.quotes:
            signs.append("two places that nothing links")
    if not any(s.startswith(("same place", "place of")) for s in signs) and (_named(a, b) or _named(b, a)):
        signs.append("place in the other's words")
    if a.site_words and b.site_words:
        signs.append("same site" if any(weight(s) >= TELLING for s in a.site_words & b.site_words) else "other site")
    return signs


def days_apart(a: Strand, b: Strand) -> int | None:
    """Whole days between the two, 0 where they overlap; None if one has no time at all."""
    if a.span is None or b.span is None:
        return None
    if any(x[0] < y[1] and y[0] < x[1] for x in a.days for y in b.days):
        return 0
    return max(0, a.span.start - b.span.end + 1, b.span.start - a.span.end + 1)


def _time_signs(a: Strand, b: Strand) -> list[str]:
    gap = days_apart(a, b)
    if gap is None or a.span is None or b.span is None:
        return ["no time"]
    step = "0" if gap == 0 else "1" if gap == 1 else "2" if gap == 2 else "3 to 5" if gap <= 5 else "6 to 10" if gap <= 10 else "more"
    if a.span.said and b.span.said:
        if gap:
            return ["both dated", f"dated, days apart: {step}"]
        wide = max(a.span.end - a.span.start, b.span.end - b.span.start) > 2
        return ["both dated", "same day" if (a.span.start, a.span.end) == (b.span.start, b.span.end) else "days overlap", *(["wide days"] if wide else [])]
    if a.span.said or b.span.said:
        dated, other = (a, b) if a.span.said else (b, a)
        early = other.published is not None and dated.span is not None and other.published < dated.span.start
        return ["one dated", f"one dated, days apart: {step}", *(["told before the other's day"] if early else [])]
    return ["none dated", f"none dated, days apart: {step}"]


def _hour_signs(a: Strand, b: Strand) -> list[str]:
    if w.hours_clash(a.hours, b.hours):
        return ["other hour"]
    return ["same hour"] if a.hours & b.hours else []


def _count_signs(a: Strand, b: Strand) -> list[str]:
    common = a.figures & b.figures
    if common:
        most = max(n for _, n in common)
        return [
            "same figure" if most < 5 else "same figure of five or more" if most < 30 else "same figure of thirty or more",
            *(["two figures shared"] if len(common) > 1 else []),
        ]  # fmt: skip
    if a.dead and b.dead:
        ratio = min(abs(math.log(x / y)) for x in a.dead for y in b.dead)
        return ["dead nearly alike" if ratio < 0.5 else "dead differ" if ratio < 1.1 else "dead differ much"]
    return ["other figure"] if {m for m, _ in a.figures} & {m for m, _ in b.figures} else []


def _side_signs(a: Strand, b: Strand) -> list[str]:
    signs = [
        f"same {side}" if ours & theirs else f"other {side}" for side, ours, theirs in (("doer", a.by, b.by), ("sufferer", a.to, b.to)) if ours and theirs
    ]  # fmt: skip
    if (a.by & b.to) or (a.to & b.by):
        signs.append("sides swapped")
    return signs


_CUES = (("sums up", w.SUMMARY_CUE), ("says again", w.NEW_CUE), ("recalls", w.RECALL_CUE), ("points back", w.BACK_CUE))


def _word_signs(a: Strand, b: Strand) -> list[str]:
    common = [weight(s) for s in a.words & b.words]
    share = sum(common) / min(a.heft, b.heft) if common else 0.0
    rare = sum(w > TELLING for w in common)
    signs = ["no word shared" if share <= 0 else "few words shared" if share < 0.15 else "some words shared" if share < 0.35 else "many words shared"]
    signs.append(f"rare words shared: {min(rare, 4)}")
    if a.quotes & b.quotes:
        signs.append("same sentence")
    if a.voices & b.voices:
        signs.append("same voice")
    if a.told[0].outlet is not None and a.told[0].outlet == b.told[0].outlet:
        signs.append("same outlet")
    for name, bit in _CUES:
        if (a.cues ^ b.cues) & bit:
            signs.append(f"one {name}")
        elif a.cues & bit:
            signs.append(f"both {name}")
    if ("denied" in a.modalities) != ("denied" in b.modalities):
        signs.append("one denies")
    signs += [f"one only {m}" for m in ("background", "planned") if (a.modalities == {m}) != (b.modalities == {m})]
    return signs


def _kind_signs(a: Strand, b: Strand, gap: int | None) -> list[str]:
    """What days and doers mean differs by kind: battles and sit-ins last, a town that changes hands does so by another doer."""
    if a.group != b.group:
        return []
    step = "no time" if gap is None else "days meet" if gap == 0 else "a day apart" if gap == 1 else "days apart" if gap <= 3 else "far apart"
    signs = [f"{a.group}, {step}"]
    if a.group == "battle" and a.by and b.by:
        signs.append("battle, same doer" if a.by & b.by else "battle, doers swapped" if a.by & b.to or b.by & a.to else "battle, other doer")
    return signs


def worth_comparing(a: Strand, b: Strand) -> bool:
    """Whether anything links two strands that blocking brought together: not two unlike places in reports that share none."""
    if not a.here or not b.here or best_likeness(a.here, b.here) >= PARTLY:
        return True
    near = _distance(a.here, b.here)
    return (near is not None and near <= 30) or best_likeness(a.around, b.around) >= ALIKE or bool(a.quotes & b.quotes)


def signs_across(a: Strand, b: Strand) -> list[str]:
    """The signs of two strands of different reports; the order of the two does not matter."""
    kinds, places, times, counts = _type_signs(a, b), _place_signs(a, b), _time_signs(a, b), _count_signs(a, b)
    signs = [*kinds, *places, *times, *_hour_signs(a, b), *counts, *_side_signs(a, b), *_word_signs(a, b)]
    signs += _kind_signs(a, b, days_apart(a, b))
    place = "same place" in places or "place of like sound" in places
    day = days_apart(a, b) == 0
    kind = kinds[0] == "same type"
    if place:
        signs += [name for name, held in (("place and day", day), ("place and type", kind), ("place, day and type", day and kind)) if held]
        if counts and counts[0].startswith("same"):
            signs.append("place and figure")
    elif day:
        if kind:
            signs.append("day and type, place apart or unsaid")
        if counts and counts[0].startswith("same"):
            signs.append("day and figure, place apart or unsaid")
    return signs
