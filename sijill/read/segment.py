"""Where sentences begin and end: a report's text to Sentences, in order, covering every word.

Rules, not a model: a paragraph break always ends a sentence; a full stop does so unless it closes an abbreviation, an initial or a
number. Headings (a short paragraph without closing punctuation) and the headline are marked, since they repeat what the body tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, takewhile

from sijill.records import Report, Sentence
from sijill.records.report import SentenceKind

LONGEST_SENTENCE = 1_000
"""Code points; a longer stretch without an end (a table, base64, one-line dumps) is cut so that reading stays linear."""

_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029\f\v\x85]+")
_END = re.compile(r"""(?P<stop>(?<![.!?…؟۔。])[.!?…؟۔。]++|(?<=\w):(?=\s+["“«]))["”’»')\]]*+(?=\s|$)""")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“‘'\[])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Brig|Capt|Cpl|Sgt|Cmdr|Adm|Rep|Sen|Gov|Pres|Amb|Hon|St|Mt|Ft|Jr|Sr|No|Nos|"
    r"vs|etc|approx|est|ca|cf|e\.g|i\.e|a\.m|p\.m|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Inc|Ltd|Corp|Co|"
    r"(?:[A-Za-z]\.)+[A-Za-z])$"
)
_TITLE_WORDS, _HEADING_WORDS = 14, 10


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of the non-blank lines of a text, without their outer white space."""
    for line in _PARAGRAPH.finditer(text):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        end = line.start() + len(words.rstrip())
        if start < end:
            yield start, end


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets after which a new sentence begins, inside one paragraph."""
    for stop in _END.finditer(text, start, end):
        following = text[stop.end() : stop.end() + 8].lstrip()
        if not following:
            continue
        if stop.group("stop") == ".":
            before = text[max(start, stop.start() - 14) : stop.start()]
            initials = following[:1].islower() or following[:1] in ",;"
            if initials or (_ABBREVIATION.search(before) and not _closes_sentence(before, following)):
                continue
        elif following[:1].islower() and stop.group("stop") != ":":
            continue
        yield stop.end()


def _closes_sentence(before: str, following: str) -> bool:
    """Whether "a.m." or "U.S." ends its sentence: a following function word with a capital says so."""
    dotted = "." in before.rsplit(maxsplit=1)[-1] if before.split() else False
    return dotted and re.match(r"(The|In|On|It|He|She|They|But|And|At|A|An|This)\b", following) is not None


def _heads(line: str) -> bool:
    """Whether an unclosed line is a section's heading: few words, In Title Case, no figure. A terse list item or post is none."""
    words = [w for w in line.split() if len(w) > 3]
    return len(line.split()) <= _HEADING_WORDS and len(words) > 0 and all(w[0].isupper() for w in words) and not any(ch.isdigit() for ch in line)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A range in pieces of at most LONGEST_SENTENCE, cut at white space where there is some, without their outer white space."""
    while start < end:
        at = end
        if end - start > LONGEST_SENTENCE:
            at = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
            at = at if at > 0 else start + LONGEST_SENTENCE
        first, last = _trimmed(text, start, at)
        if first < last:
            yield first, last
        start = at


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def sentences(report: Report, before: int | None = None) -> tuple[Sentence, ...]:
    """All sentences of a report, or those that begin before an offset, in order; white space between them is the only text left out."""
    return tuple(takewhile(lambda s: before is None or s.start < before, _sentences(report)))


def _sentences(report: Report) -> Iterator[Sentence]:
    text, index = report.text, count()
    for number, (start, end) in enumerate(paragraphs(text)):
        ends = [*_breaks(text, start, end), end]
        line = text[start:end]
        open_ended = line[-1] not in ".!?…:;؟۔”\"" and len(ends) == 1
        kind: SentenceKind = "body"
        if number == 0 and ((open_ended and len(line.split()) <= _TITLE_WORDS) or (report.title or "").strip() == line):
            kind = "title"
        elif number > 0 and open_ended and _heads(line):
            kind = "heading"
        at = start
        for stop in ends:
            for a, b in _cut(text, at, stop):
                yield Sentence(next(index), a, b, number, kind)
            at = stop
