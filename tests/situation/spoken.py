"""Claims made by hand: one line each, with the words that the values rest on. All places and happenings are invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sijill.records import Actor, Claim, Claimant, ClaimRef, Count, Event, EventWhen, Evidence, Mention, Place, Told, Toll, When

REBELS = ("Northern Front", "xx-nf", "rebels")
ARMY = ("Military forces of Qara", "qa-forces", "state_forces")
ADMIN = ("Qara", "North")


def mention(text: str) -> Mention:
    return Mention(text, 0, len(text))


def actor(name: str, id_: str | None = None, kind: str = "rebels", text: str | None = None) -> Actor:
    return Actor(name, id_, kind, mention(text or name))  # type: ignore[arg-type]


def place(name: str, lat: float | None = None, lon: float | None = None, role: str = "at", precision: int | None = None, admin: tuple[str, ...] | None = None) -> Place:
    located = lat is not None
    return Place(
        name, f"geonames:{name}" if located else None, lat, lon, precision or (1 if located else None), admin if admin is not None else ADMIN if located else (), role, mention(name)
    )  # type: ignore[arg-type]


def count(measure: str, text: str, numbers: tuple[int | None, int | None, int | None] = (None, None, None), quantifier: str = "exact", unit: str = "person", status: str = "unknown") -> Count:
    return Count(measure, None, status, unit, *numbers, quantifier, mention(text))  # type: ignore[arg-type]


def exact(measure: str, n: int, unit: str = "person", status: str = "unknown") -> Count:
    return count(measure, str(n), (n, n, n), "exact", unit, status)


def told(type_: str, words: str, said: str | None, by: Sequence[Any] = (), to: Sequence[Any] = (), places: Sequence[Place] = (), **more: Any) -> Told:
    """`said`: day of publication; `on`: the day spoken of (day or half-open pair); `says`: (name, kind) of the claimant; `outlet` else asserts it."""
    on = more.get("on")
    when = None
    if on:
        start, end = (date.fromisoformat(d) if d else None for d in (on if isinstance(on, tuple) else (on, None)))
        end = end or (None if isinstance(on, tuple) or start is None else start + timedelta(days=1))
        when = When(start, end, "day" if not isinstance(on, tuple) else "range", mention("then"))
    says = more.get("says")
    report = more.get("report", f"r{said}-{says[0] if says else more.get('outlet', 'Wire')}")
    claim = Claim(
        more.get("id", f"c-{report}-{type_}-{words[:30]}"), type_, Evidence(0, len(words), words), tuple(actor(*a) for a in by), tuple(actor(*a) for a in to), tuple(places), when,  # type: ignore[arg-type]
        tuple(more.get("counts", ())), Claimant(says[0], says[1], mention(says[0])) if says else None, more.get("modality", "asserted"), more.get("score", 0.9), "by hand",
    )  # fmt: skip
    return Told(claim, report, date.fromisoformat(said) if said else None, more.get("outlet", "Wire"), more.get("origin", report))


def event(id_: str, type_: str, claims: Sequence[Told], start: str | None = None, days: int = 1, toll: Sequence[Toll] = (), **more: Any) -> Event:
    day = date.fromisoformat(start) if start else None
    return Event(
        id_, type_, tuple(a for t in claims for a in t.claim.by), tuple(a for t in claims for a in t.claim.to), tuple(p for t in claims for p in t.claim.places),  # type: ignore[arg-type]
        EventWhen(day, day + timedelta(days=days), "by hand") if day else None, tuple(ClaimRef(t.report, t.claim.id) for t in claims), tuple(toll),
        more.get("grade", "weak"), tuple(more.get("disputes", ())), more.get("status", "draft"), "by hand",
    )  # fmt: skip


def killed(n: int | None, status: str = "unknown", state: str = "number", measure: str = "killed", who: str | None = None) -> Toll:
    return Toll(measure, who, status, "person", n, n, n, state, (), "by hand")  # type: ignore[arg-type]
