"""What a page says of itself: in meta elements, in JSON-LD, in `time` elements. The first usable answer counts, in that order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from sijill.records import day_of

_DATES = ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "publish-date", "parsely-pub-date")
_SITES = ("og:site_name", "application-name", "dc.publisher")


@dataclass(frozen=True, slots=True)
class Metadata:
    """All that was said; None where nothing usable was. `published` is an ISO 8601 date or date-time."""

    title: str | None
    published: str | None
    outlet: str | None
    url: str | None
    language: str | None


def metadata(tree: LexborHTMLParser) -> Metadata:
    """The metadata of a page."""
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    times = [node.attributes.get("datetime") for node in tree.css("time[datetime]")]
    marked = [node.attributes.get("content") or node.attributes.get("datetime") for node in tree.css("[itemprop=datePublished]")]
    canonical = tree.css_first("link[rel=canonical]")
    root = tree.root
    return Metadata(
        title=_first([meta.get("og:title"), *(_text(d.get("headline")) for d in linked), *_texts(tree, "h1")[:1], *_texts(tree, "title")[:1]]),
        published=_date([*(meta.get(key) for key in _DATES), *(_text(d.get("datePublished")) for d in linked), *marked, *times]),
        outlet=_first([*(meta.get(key) for key in _SITES), *(_name(d.get("publisher")) for d in linked)]),
        url=_first([canonical.attributes.get("href") if canonical else None, meta.get("og:url")]),
        language=_first([root.attributes.get("lang") if root else None]),
    )


def _meta(tree: LexborHTMLParser) -> Mapping[str, str]:
    """Name, property or itemprop of each meta element, in lower case → its content."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        said = node.attributes
        key = said.get("property") or said.get("name") or said.get("itemprop")
        if key:
            found.setdefault(key.casefold(), said.get("content") or "")
    return found


def _linked_data(tree: LexborHTMLParser) -> Iterator[Mapping[str, object]]:
    """The objects of the page's JSON-LD that have a date of publication; broken JSON is left out."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            waiting: list[object] = [json.loads(node.text())]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                if "datePublished" in value:
                    yield value
                waiting += [value.get("@graph"), value.get("mainEntity")]


def _texts(tree: LexborHTMLParser, tag: str) -> list[str]:
    return [node.text() for node in tree.css(tag)]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _name(value: object) -> str | None:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _first(values: Iterable[str | None]) -> str | None:
    return next((" ".join(v.split()) for v in values if v and v.strip()), None)


def _date(values: Iterable[str | None]) -> str | None:
    for value in values:
        said = (value or "").strip()
        for stamp in (said, said[:10]):
            try:
                day_of(stamp)
            except ValueError:
                continue
            return stamp
    return None
