"""The records as the contract's JSON and back, without loss, and the JSON Schema that follows from them."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from sijill.records.claim import Reading
from sijill.records.event import Event
from sijill.records.report import Report

T = TypeVar("T")


def to_json(record: object) -> str:
    """One line of JSON, keys in the contract's order."""
    return msgspec.json.encode(record).decode()


def from_json(text: str | bytes, kind: type[T]) -> T:
    """A record of `kind`. ValueError says which field is wrong and what it should be; unknown fields are ignored."""
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError) as wrong:
        raise ValueError(str(wrong)) from None


def from_plain(value: object, kind: type[T]) -> T:
    """The same from parsed JSON (dicts, lists, strings)."""
    try:
        return msgspec.convert(value, type=kind)
    except msgspec.ValidationError as wrong:
        raise ValueError(str(wrong)) from None


def to_plain(record: object) -> Any:
    """Dicts, lists, strings and numbers, ready for any JSON writer."""
    return msgspec.to_builtins(record)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what goes in (Report) and comes out (Reading, Event), generated from the records."""
    (_, components) = msgspec.json.schema_components([Report, Reading, Event], ref_template="#/$defs/{name}")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Sijill claim contract", "$defs": components}
