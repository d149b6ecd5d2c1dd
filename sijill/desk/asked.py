"""What a URL's query may ask, read value by value. The URL is the query: a filtered list can be kept, sent, and fetched as data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode

import fastapi
from fastapi import Request
from starlette.datastructures import QueryParams

from sijill.errors import InputError
from sijill.knowledge.folding import fold

PAGE_SIZE = 50
"""Rows on one page of a long list."""
Row = TypeVar("Row")


def only(query: QueryParams, *keys: str) -> None:
    """Nothing but these keys is asked, each once. InputError names the first other one and says which there are: a misspelt filter must not show everything."""
    for key in query:
        if key not in keys:
            raise InputError(key[:40], "is no key of this address", f"it takes {', '.join(keys)}" if keys else "it takes none")
        if len(query.getlist(key)) > 1:
            raise InputError(key, "is given more than once", "give it once")


def _nothing(request: Request) -> None:
    only(request.query_params)


NO_QUERY = fastapi.Depends(_nothing)
"""For an address that takes no query."""


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


def days(query: QueryParams) -> tuple[date | None, date | None]:
    """First and last day, `since` and `until`, both included. InputError if one is no date, or the first comes after the last."""
    since, until = day(query, "since"), day(query, "until")
    if since and until and since > until:
        raise InputError("since", f"{since} is after until {until}", "give the earlier day first")
    return since, until


def page_number(query: QueryParams) -> int:
    """The page of a long list, counted from 1."""
    given = query.get("page") or "1"
    if not given.isdecimal() or not 1 <= int(given[:9]) <= 10**6:
        raise InputError("page", f"{given[:40]!r} is no page number", "count from 1")
    return int(given)


def page_of(rows: Sequence[Row], page: int) -> Sequence[Row]:
    """The rows of one page. InputError if the list ends before it."""
    last = max(1, -(-len(rows) // PAGE_SIZE))
    if page > last:
        raise InputError("page", f"there is no page {page}", f"the last one is {last}")
    return rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]


def says(words: str, *values: str | None) -> bool:
    """Whether the words, folded, stand in one of the values."""
    wanted = fold(words)
    return not wanted or any(wanted in fold(value) for value in values if value)


def as_query(*pairs: tuple[str, object]) -> str:
    """The pairs that have a value as a URL's query, with its question mark; empty where none has."""
    given = [(key, str(value)) for key, value in pairs if value not in ("", None)]
    return f"?{urlencode(given)}" if given else ""
