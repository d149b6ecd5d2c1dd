"""Place names as reports spell them: taken apart into names and site words, and compared across transliterations.

"the Rasyan bridge in Al-Barh" names Rasyan and Al-Barh and a bridge; Golo, Qolo and Jolo can be one village. Nothing here knows any place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Levenshtein

from sijill.knowledge.folding import fold, skeleton

Level = Literal["local", "area"]

AREA_WORDS = frozenset(
    "region province governorate oblast state district territory township townships lga county country countryside locality department zone raion "
    "hromada municipality sector front republic plain peninsula valley coast kingdom federation".split()
)
SITE_STOP = frozenset(
    "the a an of in at on to from near and or by for with its their his her our your this that these those some several many other two three four five six "
    "seven eight nine ten outside inside around between along over off above below behind beyond beside next close approximately about km kilometres "
    "kilometers kilometre miles metres north south east west northern southern eastern western central northeast northwest southeast southwest "
    "north-east north-west south-east south-west north-eastern north-western south-eastern south-western northeastern northwestern southeastern "
    "southwestern upper lower greater rural urban whole most side part parts outskirts edge entrance way far just so-called same nearby neighbouring "
    "neighboring adjacent local main big small new old where which is are was held town towns village villages city cities area areas place places "
    "settlement settlements hamlet hamlets community locality location locations general surrounding".split()
) | AREA_WORDS
_NAME_STOP = SITE_STOP | frozenset("al el the mr road street highway camp market bridge base church mosque school hospital".split())
_RELATION = re.compile(
    r"\b(?:near|outside|around|beyond|close to|(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)? of|km|kilomet(?:er|re)s?|miles?|towards?|direction)\b", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\W_]+(?:[’'`ʼ‘-][^\W_]+)*")
_SETTLEMENTS = frozenset("town city village border hamlet settlement camp community port capital".split())
_QUARTERS = frozenset("north south east west northern southern eastern western central northeastern northwestern southeastern southwestern northeast northwest southeast southwest".split())
_JOINED = frozenset({"of", "de", "la", "el", "al", "da", "do", "du", "es", "as", "ash", "bin", "ben", "abu", "umm", "ad"})


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A place as said. `names`: proper names with their level; `sites`: common nouns ("market"); `beside`: said only in relation to a place."""

    names: tuple[tuple[str, Level], ...]
    sites: frozenset[str]
    beside: bool


def _proper(token: str) -> bool:
    first = token[0]
    if first.isupper():
        return fold(token) not in SITE_STOP
    if not first.isascii() and first.lower() == first.upper():
        return True
    head, _, rest = token.partition("-")
    return head in _JOINED and rest[:1].isupper()


@dataclass(slots=True)
class _Runs:
    """Capitalised runs of a place's words as they are found, with what stands after each."""

    runs: list[list[str]]
    after: list[str]
    before: list[str]
    common: list[str]


def _runs(tokens: list[str]) -> _Runs:
    out = _Runs([], [], [], [])
    last, inside = "", False
    for k, token in enumerate(tokens):
        plain = fold(token)
        follows = k + 1 < len(tokens) and _proper(tokens[k + 1])
        if _proper(token) or (inside and plain in _JOINED and follows):
            if not inside:
                out.runs.append([])
                out.before.append(last)
                out.after.append("")
            out.runs[-1].append(token)
            inside = True
            continue
        if inside:
            out.after[-1] = plain
        inside = False
        last = plain
        if plain not in SITE_STOP and plain not in _JOINED and not plain.isdigit() and len(plain) > 2:
            out.common.append(plain)
    return out


def _level(run: list[str], before: str, after: str, last: bool) -> Level:
    possessive = run[0].endswith(("'s", "’s"))
    of_larger = not last and after in _SETTLEMENTS
    if after in AREA_WORDS or before in _QUARTERS or possessive or of_larger or any(fold(w) in AREA_WORDS for w in run):
        return "area"
    return "local"


@lru_cache(maxsize=1 << 16)
def place_words(text: str) -> PlaceWords:
    """Take a place's words apart. Runs of capitalised words are names; "region", "central", "'s" or "town of" beside one make it an area."""
    found = _runs(_TOKEN.findall(text.replace("–", " to ")))
    names: list[tuple[str, Level]] = []
    sites = set(found.common)
    for k, run in enumerate(found.runs):
        words = [re.sub(r"[’']s$", "", w) for w in run if fold(w) not in _NAME_STOP]
        sites |= {fold(w) for w in run if fold(w) in _NAME_STOP and fold(w) not in SITE_STOP and fold(w) not in _JOINED}
        if words:
            names.append((" ".join(words), _level(run, found.before[k], found.after[k], k == len(found.runs) - 1)))
    return PlaceWords(tuple(names), frozenset(sites), bool(_RELATION.search(text)))


_CLASSES = (
    ("sch", "s"), ("tsch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "k"), ("ph", "p"), ("hp", "p"), ("dh", "t"), ("th", "t"),
    ("zh", "t"), ("ts", "s"), ("dj", "k"), ("ck", "k"), ("ou", "w"), ("x", "h"), ("q", "k"), ("g", "k"), ("j", "k"), ("c", "k"), ("d", "t"), ("z", "t"),
    ("f", "p"), ("b", "p"), ("v", "w"),
)  # fmt: skip
_SOFT = str.maketrans("", "", "aeiouywh ")


@lru_cache(maxsize=1 << 16)
def sound(name: str) -> str:
    """The consonants of a name with those made equal that transliterations confuse: Golo, Qolo and Jolo are "kl"."""
    plain = skeleton(name).replace(" ", "")
    for said, heard in _CLASSES:
        plain = plain.replace(said, heard)
    bare = plain.translate(_SOFT)
    return re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """A key under which names that can be one meet: the sound; for names of few consonants made narrower by their first vowel."""
    heard = sound(name)
    if len(heard) > 2:
        return heard
    plain = skeleton(name)
    vowel = next((c for c in plain if c in "aeiouy"), "")
    return f"{heard or plain}{'i' if vowel in 'eiy' else 'u' if vowel in 'ou' else vowel}"


_BREATH = str.maketrans("", "", "gh")


def _breathed(one: str, other: str) -> bool:
    """Whether two folded names differ by a g said as h, as Ukrainian and Russian do: Huliaipole and Gulyaypole."""
    if ("g" in one) == ("g" in other) and ("h" in one) == ("h" in other):
        return False
    heard, said = sound(one.translate(_BREATH)), sound(other.translate(_BREATH))
    return len(heard) > 2 and heard == said


@lru_cache(maxsize=1 << 16)
def _bare(name: str) -> str:
    return skeleton(name)


def _spelling(one: str, other: str) -> float:
    return Levenshtein.normalized_similarity(one, other)


@lru_cache(maxsize=1 << 18)
def likeness(one: str, other: str) -> float:
    """How likely two names are spellings of one: 1 the same, 0.9 the same sound, 0.8 one letter off, 0.6 one holds the other's words, 0 none of these."""
    a, b = _bare(one), _bare(other)
    if a == b or a.replace(" ", "") == b.replace(" ", ""):
        return 1.0
    close = _spelling(a.replace(" ", ""), b.replace(" ", ""))
    heard, said = sound(one), sound(other)
    if heard and heard == said and close >= (0.4 if len(heard) > 2 else 0.55):
        return 0.9
    shortest = min(len(a), len(b))
    if shortest >= 5 and close >= 0.8 and (not heard or not said or heard[0] == said[0]):
        return 0.8
    if len(heard) >= 4 and len(said) >= 4 and Levenshtein.distance(heard, said) == 1 and close >= 0.6:
        return 0.8
    if close >= 0.6 and _breathed(a, b):
        return 0.8
    words, others = frozenset(a.split()), frozenset(b.split())
    if (words < others or others < words) and any(len(w) > 3 for w in words & others):
        return 0.6
    return 0.0
