"""What the readers of place files share: a row is a place or a reason why it is none."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sijill.errors import InputError
from sijill.knowledge.place_record import PlaceRecord

FIELD_LIMIT = 1_000_000
"""Characters in one field; a longer one is no name list but a broken file."""
NAMES_LIMIT = 400


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that gave no place. `reason` is short and the same for like rows, so that they can be counted."""

    reason: str


Row = PlaceRecord | Rejected

_SHORT_TAGS = dict(
    pair.split(":") for pair in
    "ara:ar eng:en fra:fr rus:ru ukr:uk kur:ku fas:fa tur:tr heb:he deu:de pol:pl spa:es por:pt ita:it zho:zh jpn:ja hye:hy kat:ka som:so amh:am mya:my urd:ur bel:be und:".split()
)  # fmt: skip


def tag(language: str) -> str:
    """The BCP 47 tag of a source's language code; "" where it names none."""
    return _SHORT_TAGS.get(language, language)


def coordinate(value: object) -> float:
    """A coordinate in degrees. ValueError with a countable reason."""
    try:
        degrees = float(str(value).strip())
    except ValueError:
        raise ValueError("coordinates missing or no numbers") from None
    if not math.isfinite(degrees):
        raise ValueError("coordinates missing or no numbers")
    return degrees


def people(value: object) -> int:
    """A population; 0 where the field holds none."""
    digits = str(value or "").strip().split(".")[0].replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 11 else 0


def table(lines: Iterable[str], delimiter: str = ",") -> Iterator[dict[str, str] | Rejected]:
    """Rows of a delimited table by column name; a row of the wrong width is rejected."""
    csv.field_size_limit(FIELD_LIMIT)
    reader = csv.reader(lines, delimiter=delimiter, strict=delimiter == ",")
    header: list[str] | None = None
    while True:
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Rejected("row is no valid CSV")
            continue
        if header is None:
            header = [h.strip().lstrip("\ufeff") for h in values]
        elif len(values) != len(header):
            if values:
                yield Rejected("row with the wrong number of fields")
        else:
            yield dict(zip(header, values, strict=True))


def records(rows: Iterable[Mapping[str, str] | Rejected], build: Callable[[Mapping[str, str]], PlaceRecord | None]) -> Iterator[Row]:
    """`build` over the rows; its ValueError becomes the reason, None drops the row as not meant (no place)."""
    for row in rows:
        if isinstance(row, Rejected):
            yield row
            continue
        try:
            place = build(row)
        except ValueError as wrong:
            yield Rejected(str(wrong))
            continue
        if place is not None:
            yield place


def need(header: Iterable[str], wanted: Iterable[str], where: str) -> None:
    """InputError unless the table has the columns."""
    missing = sorted(set(wanted) - set(header))
    if missing:
        raise InputError(where, f"no column {', '.join(missing)}", "see: sijill places add --help for the columns that a table needs")
