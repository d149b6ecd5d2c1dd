"""One value of a correction form each: from what was typed to the record, with what is wrong told in words that name the field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast, get_args

from sijill.desk.lookup import Lookup
from sijill.records import (
    Actor,
    ActorKind,
    Claim,
    Claimant,
    ClaimantKind,
    Count,
    Measure,
    Mention,
    PersonStatus,
    Place,
    PlaceRole,
    Quantifier,
    Report,
    Unit,
    When,
    WhenPrecision,
)
from sijill.records.values import NUMBERLESS

Typed = Mapping[str, str]
"""Field name → what stands in it."""
_LARGEST = 10**12


@dataclass(frozen=True, slots=True)
class Source:
    """What a correction is made against: the report and the claim as it stands."""

    report: Report
    claim: Claim

    def mention(self, words: str, what: str) -> Mention:
        """The report's words that a new value rests on: those given, as near to the claim's own as they stand; without any, the claim's clause."""
        evidence, text = self.claim.evidence, self.report.text
        if not words:
            return Mention(evidence.quote, evidence.start, evidence.end)
        places: list[int] = []
        at = text.find(words)
        while at >= 0:
            places.append(at)
            at = text.find(words, at + 1)
        if not places:
            raise ValueError(f"{what}: “{words[:60]}” does not stand in the report; copy the words as they stand there")
        start = min(places, key=lambda p: (not evidence.start <= p < evidence.end, abs(p - evidence.start)))
        return Mention(words, start, start + len(words))


def said(typed: Typed, *key: object) -> str:
    """What stands in a field, without blanks around it."""
    return typed.get(".".join(str(k) for k in key), "").strip()


def choice(typed: Typed, allowed: Iterable[str], what: str, *key: object) -> str:
    """One of the values of a menu. ValueError for anything else."""
    given = said(typed, *key)
    if given not in allowed:
        raise ValueError(f"{what}: choose one of {', '.join(allowed)}")
    return given


def _number(typed: Typed, what: str, *key: object) -> int | None:
    given = said(typed, *key)
    digits = "".join(c for c in given if c not in " ,٬\u202f\u00a0")
    if not given:
        return None
    if not digits.isdecimal() or int(digits[:14]) > _LARGEST:
        raise ValueError(f"{what}: “{given[:30]}” is no whole number")
    return int(digits)


def _degrees(typed: Typed, what: str, *key: object) -> float | None:
    given = said(typed, *key)
    try:
        return float(given.replace(",", ".")) if given else None
    except ValueError:
        raise ValueError(f"{what}: “{given[:30]}” is no number of degrees; write it as 36.2936") from None


def _day(typed: Typed, what: str, *key: object) -> date | None:
    given = said(typed, *key)
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise ValueError(f"{what}: “{given[:30]}” is no date; write it as 2024-11-27") from None


def actor_of(typed: Typed, key: str, was: Actor | None, source: Source, lookup: Lookup) -> Actor | None:
    """An actor's row. None where it is to go, or a new row is empty. A changed name is looked up; one that is known nowhere stays a name."""
    what, name = "who did it" if key.startswith("by") else "to whom", said(typed, key, "name")
    if not name or said(typed, key, "drop"):
        return None
    kind = cast(ActorKind, choice(typed, get_args(ActorKind), f"{what}, “{name}”", key, "kind"))
    if was is not None and name == was.name:
        return was if kind == was.kind else Actor(was.name, was.id, kind, was.mention)
    mention = was.mention if was else source.mention(said(typed, key, "words"), what)
    return lookup.actor(name, kind, mention, (*source.claim.by, *source.claim.to))


def place_of(typed: Typed, key: str, was: Place | None, source: Source, lookup: Lookup) -> Place | None:
    """A place's row. One chosen from the list, or by its id, comes with its point; one set by hand has the point given; the rest are names."""
    name = said(typed, key, "name")
    if not name or said(typed, key, "drop"):
        return None
    what = f"where, “{name}”"
    role = cast(PlaceRole, choice(typed, get_args(PlaceRole), what, key, "role"))
    mention = was.mention if was else source.mention(said(typed, key, "words"), what)
    id_, lat, lon = said(typed, key, "id"), _degrees(typed, what, key, "lat"), _degrees(typed, what, key, "lon")
    chosen = said(typed, key, "pick") or (id_ if id_ and (was is None or id_ != was.id) and lat in (None, was.lat if was else None) else "")
    if chosen:
        found = lookup.place(chosen, name, role, mention)
        if found is None:
            raise ValueError(f"{what}: no place file here knows “{chosen[:60]}”; look the name up again, give its point beside the id, or leave the id empty")
        return found
    if (lat is None) != (lon is None):
        raise ValueError(f"{what}: a point needs both a latitude and a longitude")
    admin = tuple(part.strip() for part in said(typed, key, "admin").split("/") if part.strip())
    if lat is None:
        if id_ and (was is None or was.lat is not None):
            raise ValueError(f"{what}: to keep it as a mere name, empty its id too")
        return Place(name, id_ or None, None, None, None, admin, role, mention)
    if was is not None and (id_ or None, lat, lon) == (was.id, was.lat, was.lon) and name != was.name and not (id_ and lookup.called(id_, name)):
        raise ValueError(f"{what}: its point is still that of “{was.name}”; choose the place from the list, change the point, or empty it")
    exact = said(typed, key, "precision") or "1"
    if exact not in {str(n) for n in range(1, 8)}:
        raise ValueError(f"{what}: choose how exactly the place is known")
    return Place(name, id_ or None, lat, lon, int(exact), admin, role, mention)


def _precision(first: date, end: date) -> WhenPrecision:
    days = (end - first).days
    if days == 1:
        return "day"
    if first.day == 1 and end.day == 1:
        months = (end.year - first.year) * 12 + end.month - first.month
        if months == 1 or (months == 12 and first.month == 1):
            return "month" if months == 1 else "year"
    return "week" if days == 7 else "range"


def when_of(typed: Typed, was: When | None, source: Source) -> When | None:
    """First and last day. Both empty: words that cannot be dated where there are words, else no time."""
    first, last = _day(typed, "when, first day", "when", "first"), _day(typed, "when, last day", "when", "last")
    words = said(typed, "when", "words")
    if said(typed, "when", "drop") or (was is None and not (first or last or words)):
        return None
    mention = was.mention if was else source.mention(words, "when")
    if first is None and last is not None:
        raise ValueError("when: a last day needs a first day")
    if first is None:
        return When(None, None, "unknown", mention)
    if last is None and was is not None and was.start == first and was.end is None:
        return was
    end = (last or first) + timedelta(days=1)
    if not first < end:
        raise ValueError(f"when: the last day, {last}, is before the first, {first}")
    return was if was and (was.start, was.end) == (first, end) else When(first, end, _precision(first, end), mention)


def _numbers(quantifier: Quantifier, low: int | None, best: int | None, high: int | None, what: str) -> tuple[int | None, int | None, int | None]:
    given = [n for n in (low, best, high) if n is not None]
    if quantifier in NUMBERLESS and given:
        raise ValueError(f"{what}: with a number, choose exactly, at least, about …; with none, empty the numbers")
    if quantifier not in NUMBERLESS and not given:
        raise ValueError(f"{what}: give a number, or choose that none is given")
    if given != sorted(given):
        raise ValueError(f"{what}: low, best and high do not rise")
    if quantifier == "exact":
        if len(set(given)) > 1:
            raise ValueError(f"{what}: exactly is one number; for a range choose about")
        return given[0], given[0], given[0]
    if low is None and high is None and best is not None and quantifier in ("at_least", "at_most"):
        return (best, None, None) if quantifier == "at_least" else (None, None, best)
    return low, best, high


def count_of(typed: Typed, key: str, was: Count | None, source: Source, lookup: Lookup) -> Count | None:
    """A count's row: what was counted, of whom, and low, best, high. Zero is a number; no number is said to be none."""
    measure = said(typed, key, "measure")
    if not measure or said(typed, key, "drop"):
        return None
    what = f"how many {measure.replace('_', ' ')}"
    choice(typed, get_args(Measure), what, key, "measure")
    quantifier = cast(Quantifier, choice(typed, get_args(Quantifier), f"{what}, said as", key, "quantifier"))
    unit, status = cast(Unit, choice(typed, get_args(Unit), what, key, "unit")), cast(PersonStatus, choice(typed, get_args(PersonStatus), what, key, "status"))
    low, best, high = (_number(typed, f"{what}, {name}", key, name) for name in ("low", "best", "high"))
    numbers = _numbers(quantifier, low, best, high, what)
    mention = was.mention if was else source.mention(said(typed, key, "words"), what)
    who, name = (was.who if was else None), said(typed, key, "who")
    if name != (who.name if who else ""):
        who = lookup.actor(name, who.kind if who else "other", who.mention if who else mention, (*source.claim.by, *source.claim.to)) if name else None
    return Count(cast(Measure, measure), who, status, unit, *numbers, quantifier, mention)


def claimant_of(typed: Typed, was: Claimant | None, source: Source) -> Claimant | None:
    """Who says so. Empty: the outlet itself."""
    name = said(typed, "says", "name")
    if not name:
        return None
    kind = cast(ClaimantKind, choice(typed, get_args(ClaimantKind), "who says so", "says", "kind"))
    return Claimant(name, kind, was.mention if was else source.mention(said(typed, "says", "words"), "who says so"))
