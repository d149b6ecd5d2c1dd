"""Records of one place from several sources become one: ids, spellings and sources united, what they disagree on kept in words."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijill.knowledge.folding import script, skeleton
from sijill.knowledge.place_record import EXTENDED, PlaceRecord, Spelling, distance_km
from sijill.knowledge.sounds import consonants, manner_of, sound

NEAR_KM, LIKE_KM, DIVISION_KM = 3.0, 1.0, 60.0
_CELL = 0.05


def _frames(record: PlaceRecord) -> frozenset[str]:
    manner = manner_of(record.iso2)
    return frozenset(consonants(sound(name, manner)) for name in record.names)


def _bare(record: PlaceRecord) -> frozenset[str]:
    return frozenset(skeleton(name) for name in record.names)


def _scheme_clash(one: PlaceRecord, other: PlaceRecord) -> bool:
    """Whether one source tells the two apart: both have an id of its scheme, and different ones."""
    mine = {i.partition(":")[0]: i for i in one.ids}
    return any(i.partition(":")[0] in mine and mine[i.partition(":")[0]] != i for i in other.ids)


def same_place(one: PlaceRecord, other: PlaceRecord) -> bool:
    """Whether two records are one place: a shared id; else one name close by, or names that sound alike side by side."""
    if set(one.ids) & set(other.ids):
        return True
    extended = one.kind in EXTENDED
    if _scheme_clash(one, other) or extended != (other.kind in EXTENDED) or (extended and one.kind != other.kind):
        return False
    apart = distance_km((one.lat, one.lon), (other.lat, other.lon))
    if extended:
        return apart <= DIVISION_KM and bool(_bare(one) & _bare(other))
    return (apart <= NEAR_KM and bool(_bare(one) & _bare(other))) or (apart <= LIKE_KM and bool(_frames(one) & _frames(other)))


def _conflicts(kept: PlaceRecord, other: PlaceRecord) -> tuple[str, ...]:
    said = []
    source = "+".join(other.sources)
    apart = distance_km((kept.lat, kept.lon), (other.lat, other.lon))
    if apart > 1:
        said.append(f"{source} puts it {apart:.1f} km away, at {other.lat:.4f}, {other.lon:.4f}")
    if kept.population and other.population and not 0.5 <= kept.population / other.population <= 2:
        said.append(f"{source} gives {other.population:,} people, not {kept.population:,}")
    if kept.admin[1:2] and other.admin[1:2] and skeleton(kept.admin[1]) != skeleton(other.admin[1]):
        said.append(f"{source} puts it in {other.admin[1]}")
    return tuple(said)


def joined(kept: PlaceRecord, other: PlaceRecord) -> PlaceRecord:
    """One record of two. Position, kind and name stay the first one's."""
    named = {(s.text, s.language): s for s in (*other.spellings, Spelling(other.name, "", other.sources[0] if other.sources else ""), *kept.spellings)}
    return replace(
        kept,
        admin=kept.admin if len(kept.admin) >= len(other.admin) else other.admin,
        ids=tuple(dict.fromkeys((*kept.ids, *other.ids))),
        population=kept.population or other.population,
        spellings=tuple(sorted(named.values(), key=lambda s: (s.source, s.language, s.text))),
        sources=tuple(dict.fromkeys((*kept.sources, *other.sources))),
        conflicts=(*kept.conflicts, *_conflicts(kept, other)),
    )


def _cells(record: PlaceRecord) -> Iterable[tuple[int, int]]:
    if record.kind in EXTENDED:
        yield 10_000, 10_000
        return
    row, column = math.floor(record.lat / _CELL), math.floor(record.lon / _CELL)
    yield from ((row + a, column + b) for a in (-1, 0, 1) for b in (-1, 0, 1))


def with_latin_name(record: PlaceRecord) -> PlaceRecord:
    """The record under a name in Latin script, where one of its spellings is: English first, then any that names no language."""
    if script(record.name) == "latin":
        return record
    latin = [s for s in record.spellings if script(s.text) == "latin"]
    if not latin:
        return record
    ranks = {"en": 0, "": 1, "fr": 2, "de": 3}
    best = min(latin, key=lambda s: (ranks.get(s.language, 9), s.language, s.text))
    return replace(record, name=best.text, spellings=(*record.spellings, Spelling(record.name, "", record.sources[0] if record.sources else "")))


def join(records: Iterable[PlaceRecord]) -> list[PlaceRecord]:
    """All records with those of one place joined, in the order given; earlier sources decide. One id given twice is one place."""
    out: list[PlaceRecord] = []
    at: dict[tuple[int, int], list[int]] = defaultdict(list)
    by_id: dict[str, int] = {}
    for record in map(with_latin_name, records):
        own: Sequence[tuple[int, int]] = tuple(_cells(record))
        near = [by_id[i] for i in record.ids if i in by_id]
        near += [k for k in at[own[len(own) // 2]] if not set(record.sources) <= set(out[k].sources)]
        found = next((k for k in near if same_place(out[k], record)), None)
        if found is None:
            found = len(out)
            out.append(record)
            for cell in own:
                at[cell].append(found)
        else:
            out[found] = joined(out[found], record)
        by_id |= dict.fromkeys(record.ids, found)
    return out
