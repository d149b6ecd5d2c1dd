"""What of a report is not English prose: other languages and what is no language at all (tables, base64). Kept as skips, by sentence.

Function words decide cheaply for English; only paragraphs without them are put to py3langid (Lui and Baldwin's langid.py, newly kept).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import py3langid

from sijill.records import Report, Sentence, Skip

_ENGLISH = frozenset(
    "the of and to in a an that for on with by at from was were is are has have had been be it its as after their they he said which but not near who his "
    "this two three into against during killed people over between while also when more one".split()
)
_ENGLISH_NEWS = frozenset(
    "kills seize seizes ambush ambushes airstrike airstrikes shelling troops soldiers gunmen fighters militants farmers residents hostages wounded injured attacked "
    "clashes denies northern southern eastern western".split()
)
"""Words that headlines and briefs hold where function words are left out, and that no other language's news has."""
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_LETTERS = 24
"""Fewer letters than this in a paragraph (a heading, a list of names) are taken for English."""

_ENGLISH_SHARE = 0.12
_ENGLISH_IN_TABLES = 0.05
"""Codes hold letters that happen to be words ("a", "to"), and so do tables; prose with an odd link or figure in it has many more."""

_LONGEST_WORD = 120
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def _prose(text: str) -> bool:
    """Whether most of the characters are letters and white space, in words of a human length."""
    visible = [ch for ch in text if not ch.isspace()]
    return sum(map(str.isalpha, visible)) >= 0.5 * len(visible) and max(map(len, text.split()), default=0) <= _LONGEST_WORD


def _tongue(text: str, words: Sequence[str], english: int) -> str:
    """ISO 639 code of a paragraph's language. `english`: how many of its words are English function words."""
    letters = sum(map(len, words))
    if letters < _ENOUGH_LETTERS and (not words or len(_LATIN.findall(text)) * 2 >= letters):
        return "en"
    if english >= _ENGLISH_SHARE * len(words):
        return "en"
    if sum(w[0].isupper() for w in words) >= 0.6 * len(words) and len(_LATIN.findall(text)) * 2 >= letters:
        return "en"
    if any(w.lower() in _ENGLISH_NEWS for w in words):
        return "en"
    return str(py3langid.classify(text[:2_000])[0])


def _reason(text: str) -> str | None:
    words = _WORD.findall(text)
    english = sum(w.lower() in _ENGLISH for w in words)
    if english < max(3, _ENGLISH_IN_TABLES * len(words)) and not _prose(text):
        return "no prose: figures, codes or a table"
    tongue = _tongue(text, words, english)
    return None if tongue == "en" else f"language {tongue}: this reader reads English"


def unread(report: Report, parts: Sequence[Sentence]) -> tuple[Skip, ...]:
    """A skip for each sentence of a paragraph that is not English prose. The report's own `language` is not trusted: texts are mixed."""

    def strange() -> Iterator[Skip]:
        for _, group in groupby(parts, key=lambda s: s.paragraph):
            here = list(group)
            reason = _reason(report.text[here[0].start : here[-1].end])
            if reason:
                yield from (Skip("language", s.start, s.end, reason) for s in here)

    return tuple(strange())
