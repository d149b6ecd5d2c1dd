"""The records as the contract's JSON and back, without loss, and the JSON Schema that follows from them."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

from sijill.records.claim import Reading
from sijill.records.event import Event
from sijill.records.report import Report

T = TypeVar("T")
_AT = re.compile(r" - at `\$\.?([^`]+)`\Z")
_MISSING = re.compile(r"Object missing required field `(\w+)`")
_KIND = re.compile(r"Expected `([^`]+)`, got `([^`]+)`")
_CODE = re.compile(r"Invalid enum value (.+)")
_KINDS = {"str": "text", "int": "a whole number", "float": "a number", "bool": "true or false", "array": "a list", "object": "an object", "null": "null", "date": "a date"}


def to_json(record: object) -> str:
    """One line of JSON, keys in the contract's order."""
    return msgspec.json.encode(record).decode()


def from_json(text: str | bytes, kind: type[T]) -> T:
    """A record of `kind`. ValueError says which field is wrong and what it should be; unknown fields are ignored."""
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError) as wrong:
        raise ValueError(_said(str(wrong))) from None


def _said(fault: str) -> str:
    """A decoder's fault with the field first, in plain words: "claims[1].id: should be text, is a whole number"."""
    found = _AT.search(fault)
    at, what = (f"{found[1]}: ", fault[: found.start()]) if found else ("", fault)
    if missing := _MISSING.fullmatch(what):
        return f"{at}the field `{missing[1]}` is missing"
    if kind := _KIND.fullmatch(what):
        wanted, given = (" or ".join(_KINDS.get(k, k) for k in side.split(" | ")) for side in kind.groups())
        return f"{at}should be {wanted}, is {given}"
    if code := _CODE.fullmatch(what):
        return f"{at}{code[1]} is none of its codes"
    return f"{at}is no date; write it as 2024-11-27" if "RFC3339" in what else f"{at}{what}"


def from_plain(value: object, kind: type[T]) -> T:
    """The same from parsed JSON (dicts, lists, strings)."""
    try:
        return msgspec.convert(value, type=kind)
    except msgspec.ValidationError as wrong:
        raise ValueError(_said(str(wrong))) from None


def to_plain(record: object) -> Any:
    """Dicts, lists, strings and numbers, ready for any JSON writer."""
    return msgspec.to_builtins(record)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what goes in (Report) and comes out (Reading, Event), generated from the records."""
    (_, components) = msgspec.json.schema_components([Report, Reading, Event], ref_template="#/$defs/{name}")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Sijill claim contract", "$defs": components}
