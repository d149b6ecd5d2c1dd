"""What a report calls a person elsewhere: "Hassan" was "Governor Ali Hassan" before, and "Ngoma" is "its spokesman, Willy Ngoma"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sijill.records import Mention

LOOKED_BACK = 20_000
"""Code points before a name that are searched for the words that introduced it."""

_OCCURRENCES = 8
_NEAR = 90
_NAME = re.compile(r"^(?:[A-ZÀ-Þ][\w’'.-]*|al-\w+|bin|ibn|abu|de|van)(?: (?:[A-ZÀ-Þ][\w’'.-]*|al-\w+|bin|ibn|abu|de|van)){0,4}$")
_TITLE = re.compile(
    r"(?<!\w)(?:spokes\w+|minister|governor|mayor|commander|chief|head|leader|director|officer|official|president|premier|general|colonel|captain|major|lieutenant|brigadier|"
    r"secretary|ambassador|envoy|coordinator|doctor|surgeon|nurse|medic|resident|witness|activist|journalist|reporter|correspondent|prosecutor|ombuds\w+|administrator|councillor|"
    r"lawmaker|MP|senator|commissioner|representative|deputy|chair\w*|bishop|priest|elder|teacher|farmer|survivor|villager|founder|member|Gen\.|Col\.|Dr\.?|Capt\.|Maj\.|Lt\.|Brig\.)(?!\w)",
    re.IGNORECASE,
)
_CUT = re.compile(r"^.*(?:[.;:!?“”\"\n](?<!Gen\.)(?<!Col\.)(?<!Maj\.)(?<!Capt\.)(?<!Lt\.)(?<!Brig\.)(?<!Dr\.)|\b(?:with|by|and|that|said|says|told|to|from|met|when|as|after|but|who)\b)", re.DOTALL)
_BESIDE_BEFORE = re.compile(r"(?:^|[.;:,“”\"\n] ?)(?P<what>(?:its|their|the|an?|[A-ZÀ-Þ])[^,.;:“”\"\n]{2,70}), (?:[A-ZÀ-Þ][\w’'-]* ){0,2}$", re.IGNORECASE)
_BESIDE_AFTER = re.compile(r"^(?: [A-ZÀ-Þ][\w’'-]*){0,2}(?:, | \()(?!who|which|whose|when|where|after|and|said|whom|but)(?P<what>[^,.;:()“”\"\n]{3,80})")


def _told(text: str, start: int, end: int) -> Iterator[str]:
    """The words before a name, beside it before a comma, and beside it after one."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    yield " ".join(_CUT.sub("", before).split(",")[-1].split()[-6:])
    for found in (_BESIDE_BEFORE.search(before), _BESIDE_AFTER.match(after)):
        if found:
            yield " ".join(found["what"].split())


def called(text: str, mention: Mention) -> Iterator[str]:
    """Descriptions with a title or a trade that the report gives the person of a mention, up to the mention's own place; nothing for what is no name."""
    if not _NAME.match(mention.text):
        return
    surname = re.compile(rf"(?<!\w){re.escape(mention.text.split()[-1])}(?!\w)")
    for found in islice(surname.finditer(text, max(0, mention.start - LOOKED_BACK), mention.end), _OCCURRENCES):
        for words in _told(text, found.start(), found.end()):
            if _TITLE.search(words):
                yield words
