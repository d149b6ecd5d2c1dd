"""A claim as told by a report, built from the few values that a test is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sijill.records import Actor, Claim, Claimant, Count, Evidence, Mention, Place, Told, When

Tell = Callable[..., Told]
DAY = date(2024, 5, 14)


def _mention(words: str, at: int = 0) -> Mention:
    return Mention(words, at, at + len(words))


def _count(given: object, at: int) -> Count:
    if isinstance(given, Count):
        return given
    measure, low, words = given if isinstance(given, tuple) else ("killed", given, str(given))
    if low is None:
        return Count(measure, None, "unknown", "person", None, None, None, "vague", _mention(words, at))
    return Count(measure, None, "unknown", "person", low, low, low, "exact", _mention(words, at))


def _when(given: object) -> When | None:
    if given is None:
        return None
    start, end = given if isinstance(given, tuple) else (given, given + timedelta(days=1))  # type: ignore[operator]
    return When(start, end, "day" if (end - start).days == 1 else "range", _mention("then"))


def _place(given: object) -> Place:
    if isinstance(given, Place):
        return given
    name, role = given if isinstance(given, tuple) else (given, "at")
    return Place(str(name), None, None, None, None, (), role, _mention(str(name)))


def make(
    report: str, quote: str, *, type: str = "air_strike", places: tuple[object, ...] = (), when: object = None, counts: tuple[object, ...] = (),
    by: tuple[str, ...] = (), to: tuple[str, ...] = (), claimant: tuple[str, str] | None = None, modality: str = "asserted",
    published: date | None = DAY, outlet: str | None = None, at: int = 0, id: str | None = None, origin: str | None = None,
) -> Told:  # fmt: skip
    """A told claim. `counts` holds numbers of dead, (measure, number or None, words) or Counts; `places` names, (name, role) or Places."""
    claim = Claim(
        id or f"{report}@{at}", type, Evidence(at, at + len(quote), quote), tuple(Actor(n, None, "other", _mention(n)) for n in by),  # type: ignore[arg-type]
        tuple(Actor(n, None, "other", _mention(n)) for n in to), tuple(_place(p) for p in places), _when(when), tuple(_count(c, at) for c in counts),
        Claimant(claimant[0], claimant[1], _mention(claimant[0])) if claimant else None, modality, 1.0, "test",  # type: ignore[arg-type]
    )  # fmt: skip
    return Told(claim, report, published, outlet or f"{report} news", origin or report)
