"""What a URL's query may ask, read value by value. The URL is the query: a filtered list can be kept, sent, and fetched as data."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from sijill.errors import InputError
from sijill.knowledge.folding import fold


def code(query: QueryParams, key: str, allowed: tuple[str, ...], otherwise: str) -> str:
    """One of the allowed values. InputError names the key and what it may be."""
    given = query.get(key) or otherwise
    if given not in allowed:
        raise InputError(key, f"{given[:40]!r} is none of its values", f"use {', '.join(a for a in allowed if a)}")
    return given


def day(query: QueryParams, key: str) -> date | None:
    """A day, None where none is given. InputError if it is no date."""
    given = (query.get(key) or "").strip()
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise InputError(key, f"{given[:40]!r} is no date", "write it as 2024-11-27") from None


def page_number(query: QueryParams) -> int:
    """The page of a long list, counted from 1."""
    given = query.get("page") or "1"
    if not given.isdecimal() or not 1 <= int(given[:9]) <= 10**6:
        raise InputError("page", f"{given[:40]!r} is no page number", "count from 1")
    return int(given)


def says(words: str, *values: str | None) -> bool:
    """Whether the words, folded, stand in one of the values."""
    wanted = fold(words)
    return not wanted or any(wanted in fold(value) for value in values if value)


def as_query(*pairs: tuple[str, object]) -> str:
    """The pairs that have a value as a URL's query, with its question mark; empty where none has."""
    given = [(key, str(value)) for key, value in pairs if value not in ("", None)]
    return f"?{urlencode(given)}" if given else ""
