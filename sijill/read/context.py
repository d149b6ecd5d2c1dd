"""What the whole report tells before any one sentence is read: its countries, its short names, who was named last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sijill.knowledge.actors import ActorList
from sijill.records import Report

_INTRODUCED = re.compile(
    r"(?P<long>(?:[A-ZÀ-Þ][\w’'`.-]*)(?:[ -](?:(?:of|the|for|and|al|de|du|la|le|in|on|to|du|des|y|e)[ -])*[A-ZÀ-Þa-zà-ÿ][\w’'`.-]*){0,8})\s*"
    r"\((?:the |or |known as |also known as |in \w+: )?[“\"'‘]?(?P<short>[A-Z][A-Za-z&./-]{1,9}[A-Z]|[A-Z]{2,10})s?[”\"'’]?[,;)]"
)


@dataclass(frozen=True, slots=True)
class Context:
    """`countries`: ISO codes that the report names, most often first; `short_names`: "PFY" → the long name that introduced it."""

    countries: tuple[str, ...]
    short_names: Mapping[str, str]


def _initials(words: str) -> str:
    return "".join(w[0] for w in re.split(r"[\s-]+", words) if w and w[0].isupper())


def introduced(text: str) -> dict[str, str]:
    """Short names that a text introduces in brackets, each with as much of the words before it as its letters account for."""
    out: dict[str, str] = {}
    for found in _INTRODUCED.finditer(text):
        words = found["long"].split(" ")
        short = re.sub(r"[^A-Z]", "", found["short"])
        fitting = [" ".join(words[k:]) for k in range(len(words)) if _initials(" ".join(words[k:])) == short]
        out.setdefault(found["short"], fitting[0] if fitting else found["long"])
    return out


def context(report: Report, actors: ActorList) -> Context:
    """The context of a report, from its title and text."""
    whole = f"{report.title or ''}\n{report.text}"
    return Context(actors.countries(whole[:20_000]), introduced(whole[:20_000]))
