"""How a name sounds, roughly: one spelling for all the ways in which a script is carried over into another.

"Cheïkh Aaqîl", "Shaykh ‘Aqil" and "شيخ عقيل" come near each other in `sound` and meet in `consonants`. There is a table for each
manner: names of the Arabic-script world (as English, French, German, Turkish and Kurdish write them), names of the Cyrillic world
(as Ukrainian and Russian romanisations write them), and the rest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from sijill.knowledge.folding import fold

Manner = Literal["arabic", "slavic", "latin"]

ARABIC_WORLD = frozenset("SY IQ YE LB PS JO EG LY SD TN DZ MA SA KW BH QA AE OM MR EH IL DJ TD IR AF PK TR SO ER KM XS".split())
SLAVIC_WORLD = frozenset("UA RU BY KZ KG TJ TM UZ BG RS MK ME BA HR PL MD GE AM AZ CZ SK SI XK MN".split())

_ARABIC_LETTERS = {
    **dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "abttjhxddrzsSsdtd\0gfqklmnhui", strict=True)),
    "پ": "b", "چ": "j", "ژ": "j", "گ": "k", "ڤ": "f", "ۆ": "u", "ێ": "i", "ڕ": "r", "ڵ": "l", "ڈ": "d", "ٹ": "t", "ں": "n",
    "ئ": "i", "ؤ": "u", "ء": "",
}  # fmt: skip
_HEBREW = dict(zip("אבגדהוזחטיךכלםמןנסעףפץצקרשת", "abgdhuzhtikklmmnnsa" + "ffssqrSt", strict=True))
_LATIN_ARABIC = {
    "sch": "S", "tch": "S", "sh": "S", "ch": "S", "sz": "S", "kh": "x", "gh": "g", "rh": "g", "dj": "j", "dz": "d", "zh": "j", "th": "t",
    "dh": "d", "ph": "f", "ce": "sa", "ci": "si", "cy": "si", "c": "k", "v": "u", "p": "b", "ou": "u", "oo": "u", "w": "u", "o": "u",
    "ee": "i", "ie": "i", "ei": "ai", "ey": "ai", "ay": "ai", "y": "i", "e": "a",
}  # fmt: skip
_CYRILLIC = {
    **dict(zip("абвгґдежзиійїклмнопрстуфхцчшщъыьэюяєёўљњћђџј", "abvhhdeJziiiiklmnoprstufhcCSX" + "\0i\0euaeouln" + "Cjji", strict=True)),
    "ю": "iu", "я": "ia", "є": "ie", "ё": "io", "щ": "SC", "ў": "v", "ң": "n", "ғ": "h", "қ": "k", "ү": "u", "ұ": "u", "ө": "o", "һ": "h", "ә": "a",
}  # fmt: skip
_LATIN_SLAVIC = {
    "shch": "SC", "schtsch": "SC", "szcz": "SC", "chtch": "SC", "stsch": "SC", "sch": "S", "sh": "S", "sz": "S", "tsch": "C", "tch": "C",
    "ch": "C", "cz": "C", "zh": "J", "rz": "J", "kh": "h", "gh": "h", "g": "h", "ts": "c", "tz": "c", "dzh": "J", "w": "v", "y": "i",
    "j": "i", "ij": "i", "yy": "i", "iy": "i", "ye": "ie", "je": "ie", "yu": "iu", "ju": "iu", "ya": "ia", "ja": "ia", "yo": "io", "jo": "io",
    "x": "ks", "q": "k", "ou": "u", "ph": "f", "th": "t",
}  # fmt: skip
_LATIN_PLAIN = {
    "sch": "S", "sh": "S", "ch": "S", "tch": "S", "kh": "k", "ph": "f", "th": "t", "gh": "g", "qu": "k", "ce": "se", "ci": "si", "cy": "si", "c": "k",
    "q": "k", "x": "ks", "ou": "u", "oo": "u", "w": "u", "y": "i", "ee": "i", "dj": "j", "ck": "k", "hl": "l", "hk": "k", "ht": "t", "hp": "p", "hs": "s",
}  # fmt: skip

_ARTICLES = frozenset(
    "al el ul il l ash ech esh es as ess ass ar er err arr at et ett att az ez ezz ad ed edd an en enn adh edh ath eth eld the".split()
)
_VOWELS = re.compile(r"[aeiou ]")
_TWICE = re.compile(r"(.)\1+")


def _pattern(table: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, table), key=lambda k: (-len(k), k))))


_TABLES: dict[Manner, dict[str, str]] = {
    "arabic": {**_LATIN_ARABIC, **_ARABIC_LETTERS, **_CYRILLIC, **_HEBREW, "х": "x", "г": "g", "ж": "j", "в": "u", "п": "b", "э": "a", "е": "a", "о": "u", "к": "k", "ц": "s", "ч": "j"},
    "slavic": {**_LATIN_SLAVIC, **_CYRILLIC, **_ARABIC_LETTERS, **_HEBREW},
    "latin": {**_LATIN_PLAIN, **_CYRILLIC, **_ARABIC_LETTERS, **_HEBREW},
}  # fmt: skip
_PATTERNS: dict[Manner, re.Pattern[str]] = {manner: _pattern(table) for manner, table in _TABLES.items()}


_ARABIC_EXACT = dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويى", "AbtcjHxdZrzsSCDTVEgfqklmnhwyA", strict=True)) | {"ة": "", "ء": "", "آ": "A", "پ": "b", "چ": "S", "گ": "k", "ی": "y", "ک": "k"}
_LATIN_EXACT = {
    "kh": "x", "gh": "g", "rh": "g", "sh": "S", "ch": "S", "tch": "S", "th": "c", "dh": "Z", "dj": "j", "aa": "E", "ou": "w", "oo": "w", "ee": "y", "ai": "y",
    "ay": "y", "ei": "y", "ey": "y", "aw": "w", "ao": "w", "au": "w", "a": "", "e": "", "i": "", "o": "", "u": "", "p": "b", "v": "w", "c": "k",
}  # fmt: skip
_MARKED = {
    **{f"{base}{mark}": code for mark in "\u0327\u0323\u0331" for base, code in zip("htsdz", "HTCDV", strict=True)},
    **{f"{base}{mark}": code for mark in "\u0304\u0302" for base, code in zip("aiuoe", "AywwA", strict=True)},
    "g\u0307": "g", "ou\u0302": "w", "i\u0308": "y",
}  # fmt: skip
_NATIONAL = {
    **dict(zip("абвгґдежзиійклмнопрстуфыэ", "abvhgdezzyiyklmnoprstufye", strict=True)),
    "ж": "zh", "ї": "yi", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "є": "ye", "ё": "yo", "ь": "", "ъ": "", "ў": "v",
}  # fmt: skip
_EXACT_MARKS = re.compile("|".join(sorted((*map(re.escape, _MARKED), *_LATIN_EXACT), key=lambda k: (-len(k), k))))
_AYN = str.maketrans({"‘": "E", "`": "E", "ʻ": "E", "ʿ": "E", "’": "", "'": "", "ʼ": "", "ʾ": ""})
_RUSSIAN = re.compile("[ыэёъ]|(?:ая|ое|ий|ский)\\b")


def _exact_latin(token: str) -> str:
    table = {**_LATIN_EXACT, **_MARKED}
    heard = _EXACT_MARKS.sub(lambda m: table[m[0]], token)
    bare = "".join(ch for ch in heard if not unicodedata.combining(ch))
    return bare[:-1] if len(bare) > 2 and token.endswith(("ah", "eh")) else bare


@lru_cache(maxsize=65536)
def letters(name: str, manner: Manner) -> str:
    """The letters of the name's own script as nearly as the spelling tells them: emphatic and plain, long vowels, ayn in the Arabic world.

    "Ar Rayḩānīyah" and "الريحانية" become one; a spelling without marks leaves open what they would tell.
    """
    if manner != "arabic":
        plain = fold(name)
        if manner == "latin" or not any("\u0400" <= ch <= "\u052f" for ch in plain):
            return plain
        table = {**_NATIONAL, "г": "g", "и": "i"} if _RUSSIAN.search(plain) else _NATIONAL
        return "".join(table.get(ch, ch) for ch in plain)
    words = [w for w in unicodedata.normalize("NFKD", name.lower().translate(_AYN)).replace("-", " ").split() if w not in _ARTICLES]
    out = []
    for word in [*(_unbound(w) for w in words[:-1]), *words[-1:]]:
        if any("\u0600" <= ch <= "\u06ff" for ch in word):
            bare = unicodedata.normalize("NFKC", "".join(ch for ch in word if not unicodedata.combining(ch)))
            bare = bare[2:] if bare.startswith("ال") and len(bare) > 3 else bare
            out.append("".join(_ARABIC_EXACT.get(ch, "") for ch in bare))
        else:
            out.append(_TWICE.sub(r"\1", _exact_latin(word)))
    return "".join(out)


def manner_of(iso2: str) -> Manner:
    """Which table fits names of that country."""
    return "arabic" if iso2 in ARABIC_WORLD else "slavic" if iso2 in SLAVIC_WORLD else "latin"


def _token(token: str, manner: Manner) -> str:
    table = _TABLES[manner]
    if token.startswith("ال") and len(token) > 3:
        token = token[2:]
    if len(token) > 2 and token.endswith("ه"):
        token = token[:-1] + "ا"
    heard = _PATTERNS[manner].sub(lambda m: table[m[0]], token).replace("\0", "")
    heard = _TWICE.sub(r"\1", heard)
    return heard[:-1] if manner == "arabic" and len(heard) > 2 and heard.endswith("ah") else heard


def _unbound(word: str) -> str:
    """A word before another, without the t that binds the two: "Khirbat ad-Dayr" is خربة الدير."""
    return word[:-1] if len(word) > 4 and word.endswith(("at", "et", "it")) else word


@lru_cache(maxsize=65536)
def sound(name: str, manner: Manner) -> str:
    """The rough sound of a name, words apart, articles left out; the folded name itself where nothing would remain."""
    folded = fold(name)
    words = folded.split()
    if manner == "arabic":
        words = [w for w in words if w not in _ARTICLES] or words
        words = [*(_unbound(w) for w in words[:-1]), *words[-1:]]
    heard = [_token(w, manner) for w in words]
    return " ".join(h for h in heard if h) or folded


def consonants(heard: str) -> str:
    """The bare frame of a `sound`: no vowels, no word breaks, no doubles, k for all its kin; the sound itself where it has no consonants."""
    bare = _TWICE.sub(r"\1", _VOWELS.sub("", heard).replace("q", "k").replace("x", "k"))
    return bare or heard.replace(" ", "")
