"""The rows of data/actors.yaml and data/states.yaml as typed values; a broken row is named with what is wrong about it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from sijill.errors import KnowledgeError
from sijill.knowledge.yaml_files import read_yaml
from sijill.records import ActorKind

Row = TypeVar("Row", bound=msgspec.Struct)


class Active(msgspec.Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """First and last calendar year of an actor under its name; `last` is null while it goes on."""

    first: int
    last: int | None


class GroupRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One armed actor. `weak_aliases` mean it only in a report about one of its `countries` (ISO 3166-1 alpha-2)."""

    id: str
    name: str
    kind: ActorKind
    countries: tuple[str, ...]
    parent: str | None
    active: Active
    source: str
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()


class StateRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One state; the head of the file says what each field holds. Degrees are WGS 84."""

    iso2: str
    iso3: str
    gwno: int | None
    region: str
    name: str
    capital: str
    lat: float
    lon: float
    capital_lat: float
    capital_lon: float
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital_aliases: tuple[str, ...] = ()
    capital_stands: bool = True
    metonyms: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    weak_names: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    weak_forces: tuple[str, ...] = ()
    weak_in: tuple[str, ...] = ()


def _rows(path: Path, kind: type[Row]) -> tuple[Row, ...]:
    try:
        return tuple(msgspec.convert(read_yaml(path), list[kind], strict=True))  # type: ignore[valid-type]
    except msgspec.ValidationError as wrong:
        raise KnowledgeError(f"{path.name}: {wrong}", "`$[N]` counts rows from 0; mend the row or restore the file") from None


def read_groups(folder: Path) -> tuple[GroupRow, ...]:
    """The rows of actors.yaml. KnowledgeError if the file is missing or a row is not of this form."""
    return _rows(folder / "actors.yaml", GroupRow)


def read_states(folder: Path) -> tuple[StateRow, ...]:
    """The rows of states.yaml. KnowledgeError if the file is missing or a row is not of this form."""
    return _rows(folder / "states.yaml", StateRow)
