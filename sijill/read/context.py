"""What the whole report tells before any one sentence is read: its countries, its short names, who was named last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sijill.knowledge.actors import ActorList
from sijill.records import Report

LOOKED_AT = 20_000
"""Code points of a report that its context is taken from: countries and short names are introduced early."""

HOME_SHARE = 3
"""A report is about one country if it names that at least so many times as often as the next. In wars between two states it does not."""

LONGEST_NAME = 200
_NAME_WORDS = 9
_BRACKETED = re.compile(
    r"\((?:the |or |known as |also known as |in \w{1,20}: )?[“\"'‘]?(?P<short>[A-Z][A-Za-z&./-]{1,9}[A-Z]|[A-Z]{2,10})s?[”\"'’]?(?P<closed>[,;)])?(?!\w)"
)
_NAME_WORD = re.compile(r"[^\W\d_][\w’'`.-]*$")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_SMALL_WORDS = frozenset("of the for and al de du la le in on to des y e".split())


@dataclass(frozen=True, slots=True)
class Context:
    """What the report is about.

    `countries`: ISO codes that it names, most often first; `home`: the one that it names far more often than any other; `short_names`:
    "PFY" → the long name that introduced it.
    """

    countries: tuple[str, ...]
    short_names: Mapping[str, str]
    home: str | None = None

    def long_name(self, words: str) -> str | None:
        """The long form of the first introduced short name that stands in the words."""
        for short, long in self.short_names.items():
            if short in words and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", words):
                return long
        return None


def _initials(words: str) -> str:
    return "".join(w[0] for w in re.split(r"[\s-]+", words) if w and w[0].isupper())


def _name_before(text: str, at: int) -> str:
    """The words right before an offset that may be one name: up to nine besides small ones, from a capital letter on."""
    name, words = "", 0
    for word in reversed(text[max(0, at - LONGEST_NAME) : at].rstrip().split(" ")):
        fits = _NAME_WORD.search(word)
        words += fits is not None and fits.group() not in _SMALL_WORDS
        if not fits or words > _NAME_WORDS:
            break
        name = f"{fits.group()} {name}" if name else fits.group()
        if fits.start():
            break
    first = _CAPITAL.search(name)
    return name[first.start() :] if first else ""


def introduced(text: str) -> dict[str, str]:
    """Short names that a text introduces in brackets, each with as much of the words before it as its letters account for; where the bracket is left open, they must."""
    out: dict[str, str] = {}
    for found in _BRACKETED.finditer(text):
        words = _name_before(text, found.start()).split(" ")
        short = re.sub(r"[^A-Z]", "", found["short"])
        fitting = [" ".join(words[k:]) for k in range(len(words)) if _initials(" ".join(words[k:])) == short]
        if words[0] and (found["closed"] or fitting):
            out.setdefault(found["short"], fitting[0] if fitting else " ".join(words))
    return out


def _home(tally: Counter[str]) -> str | None:
    """The country that is named at least twice and far more often than any other."""
    (first, most), (_, next_most) = (*tally.most_common(2), ("", 0), ("", 0))[:2]
    return first if most > 1 and most >= HOME_SHARE * next_most else None


def context(report: Report, actors: ActorList) -> Context:
    """The context of a report, from its title and text."""
    whole = f"{report.title or ''}\n{report.text[:LOOKED_AT]}"[:LOOKED_AT]
    tally = actors.named_countries(whole)
    return Context(tuple(sorted(tally, key=lambda iso: (-tally[iso], iso))), introduced(whole), _home(tally))
