"""The values that a claim is made of, each with the words in the report that it was read from.

Field names and codes are those of the claim contract, so that these records and its JSON are one thing. All records are
frozen: a value that turns out wrong is superseded, never edited. Every constructor enforces its invariants with ValueError.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

ActorKind = Literal[
    "state", "state_forces", "rebels", "militia", "communal", "external_forces",
    "civilians", "protesters", "rioters", "unidentified", "other",
]  # fmt: skip
PlaceRole = Literal["at", "near", "from", "to"]
WhenPrecision = Literal["day", "week", "month", "year", "range", "unknown"]
Measure = Literal[
    "killed", "injured", "missing", "captured", "displaced", "returned", "places", "strikes", "forces", "other",
]  # fmt: skip
Quantifier = Literal["exact", "at_least", "more_than", "at_most", "less_than", "about", "vague", "unstated"]
PersonStatus = Literal["combatant", "civilian", "mixed", "unknown"]
Unit = Literal["person", "household", "place", "strike", "vehicle", "other"]
ClaimantKind = Literal["party", "official", "media", "monitor", "un", "ngo", "medic", "witness", "unknown"]

MEASURES: tuple[Measure, ...] = get_args(Measure)
NUMBERLESS: frozenset[Quantifier] = frozenset({"vague", "unstated"})


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of a report's text, in Unicode code points; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}–{self.end} is not a forward range inside a text")


@dataclass(frozen=True, slots=True)
class Mention:
    """The words of a report that a value was read from."""

    text: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"mention {self.text!r} does not fill its range {self.start}–{self.end}")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or suffers. `name` is canonical where `id` names an entry of the actor list, else the words themselves."""

    name: str
    id: str | None
    kind: ActorKind
    mention: Mention

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("an actor has a name")


@dataclass(frozen=True, slots=True)
class Place:
    """Where. Unresolved places keep name and mention with null id and coordinates; a point is never guessed.

    `precision` is UCDP's where_prec (1 the place itself … 7 international waters), null while unresolved;
    `admin` runs from country to the smallest known division; lat and lon are WGS 84 degrees.
    """

    name: str
    id: str | None
    lat: float | None
    lon: float | None
    precision: int | None
    admin: tuple[str, ...]
    role: PlaceRole
    mention: Mention

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            raise ValueError(f"place {self.name!r} has one coordinate without the other")
        if self.lat is not None and self.lon is not None and not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError(f"place {self.name!r} lies off the globe at {self.lat}, {self.lon}")
        if self.precision is not None and not 1 <= self.precision <= 7:
            raise ValueError(f"place {self.name!r}: where_prec {self.precision} is not 1–7")


@dataclass(frozen=True, slots=True)
class When:
    """A half-open range of calendar days; start null, with precision `unknown`, where the words cannot be dated.

    A stretch that had not ended ("since June", as some annotators write it) has a start and no end; readers of a When must allow for that.
    """

    start: date | None
    end: date | None
    precision: WhenPrecision
    mention: Mention

    def __post_init__(self) -> None:
        if (self.start is None) != (self.precision == "unknown"):
            raise ValueError("a When has a start and a precision, or no start and precision unknown")
        if self.start is not None and self.end is not None and not self.start < self.end:
            raise ValueError(f"a When runs forward, not from {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Count:
    """How many. Zero is a number; `vague` has words but no number; `unstated` says that there is a toll and gives none.

    `who` is counted, where the clause names it; `low`, `best`, `high` are in `unit`s and null where the words do not bound them.
    """

    measure: Measure
    who: Actor | None
    status: PersonStatus
    unit: Unit
    low: int | None
    best: int | None
    high: int | None
    quantifier: Quantifier
    mention: Mention

    def __post_init__(self) -> None:
        given = [n for n in (self.low, self.best, self.high) if n is not None]
        if any(n < 0 for n in given) or given != sorted(given):
            raise ValueError(f"count {self.mention.text!r}: low ≤ best ≤ high and none negative, not {given}")
        if self.quantifier in NUMBERLESS and given:
            raise ValueError(f"count {self.mention.text!r}: {self.quantifier} carries no number")
        if self.quantifier not in NUMBERLESS and not given:
            raise ValueError(f"count {self.mention.text!r}: {self.quantifier} needs a number")
        if self.quantifier == "exact" and not self.low == self.best == self.high:
            raise ValueError(f"count {self.mention.text!r}: an exact count has one number")


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says so, where the report attributes it; `kind` tells a party to the conflict from a monitor or a medic."""

    name: str
    kind: ClaimantKind
    mention: Mention
