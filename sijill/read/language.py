"""What of a report is not English prose: other languages and what is no language at all (tables, base64). Kept as skips, by sentence.

Function words decide cheaply for English; only what has too few of them is put to py3langid (Lui and Baldwin's langid.py, newly kept).
A paragraph is judged as a whole; in an English one, a sentence is taken for another language only by its script or that language's own
function words, since a terse English one may have none.
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
_ALSO_FOREIGN = frozenset("a an in on was he be me as at".split())
"""English function words that are words of other languages too."""
_FOREIGN = frozenset(
    "le la les des du de un une est dans pour sur qui avec ont été et au aux ce cette leurs selon il sont el los las una por con del que fue fueron su se lo para según más "
    "os da dos das em na uma com foi ao não il gli della di che sono nel alla der das und ist von mit nicht auf dem ein eine im zu wurde wurden bei nach het een van zijn met voor "
    "niet en werd ya wa kwa katika ni za yang dan dengan untuk dari pada ini itu ve bir bu için ile olarak iyo ku ka oo waa ay sun cikin się jest przez nie".split()
)
"""Function words of languages in Latin script that English text holds only in names, where two hardly stand in lower case."""
_FOREIGN_SHARE = 0.2
_IN_NAMES = re.compile(r"(?<=\w) (?:(?:de|la|las|los|el|le|les|des|du|di|da|do|dos|del|della|der|von|van) ){1,3}(?=[A-ZÀ-Þ])")
"""Small words between capitals are part of a name: "Puerto de la Cruz"."""
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_LETTERS = 24
"""Fewer letters than this in a paragraph (a heading, a list of names) are taken for English."""

_ENGLISH_SHARE = 0.12
_ENGLISH_IN_TABLES = 0.05
"""Codes hold letters that happen to be words ("a", "to"), and so do tables; prose with an odd link or figure in it has many more."""

_LONGEST_WORD = 120
_NO_PROSE = "no prose: figures, codes or a table"
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
        return _NO_PROSE
    tongue = _tongue(text, words, english)
    return None if tongue == "en" else _other(tongue)


def _other(tongue: str) -> str:
    return f"language {tongue}: this reader reads English"


def _foreign(words: Sequence[str], text: str) -> bool:
    """Whether a sentence of an English paragraph is of another language: by its script, or by that language's function words in lower case."""
    letters = sum(map(len, words))
    if len(_LATIN.findall(text)) * 2 < letters:
        return True
    english = sum(w.lower() in _ENGLISH and w not in _ALSO_FOREIGN for w in words)
    foreign = sum(w in _FOREIGN for w in _WORD.findall(_IN_NAMES.sub(" ", text)))
    return foreign >= max(2, _FOREIGN_SHARE * len(words)) and foreign > english


def _stray(text: str) -> str | None:
    """Why a sentence of an English paragraph is not read; None if it is."""
    words = _WORD.findall(text)
    if not words and not any(map(str.isalnum, text)):
        return _NO_PROSE
    if not _foreign(words, text):
        return None
    tongue = str(py3langid.classify(text)[0])
    return None if tongue == "en" else _other(tongue)


def _english_rest(rest: str, whole: str) -> bool:
    """Whether what other languages leave of a paragraph is judged by itself: half of it, or less that holds more English function words than others."""
    words = _WORD.findall(rest)
    english, foreign = sum(w.lower() in _ENGLISH for w in words), sum(w in _FOREIGN for w in words)
    return 2 * len(rest) >= len(whole) or (english > foreign and english >= _ENGLISH_SHARE * len(words))


def _reasons(texts: Sequence[str], whole: str) -> list[str | None]:
    """For each sentence of a paragraph, why it is not read."""
    strays = [_stray(text) for text in texts]
    rest = " ".join(text for text, stray in zip(texts, strays, strict=True) if not stray)
    alone = _english_rest(rest, whole)
    reason = _reason(rest if alone else whole)
    return [stray or reason if alone else reason or stray for stray in strays]


def unread(report: Report, parts: Sequence[Sentence]) -> tuple[Skip, ...]:
    """A skip for each sentence that is not English prose. The report's own `language` is not trusted: texts are mixed."""

    def strange() -> Iterator[Skip]:
        for _, group in groupby(parts, key=lambda s: s.paragraph):
            here = list(group)
            reasons = _reasons([report.text[s.start : s.end] for s in here], report.text[here[0].start : here[-1].end])
            yield from (Skip("language", s.start, s.end, reason) for s, reason in zip(here, reasons, strict=True) if reason)

    return tuple(strange())
