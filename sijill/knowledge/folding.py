"""Names brought to one form for look-up: case, accents, apostrophes and marks do not tell names apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ONE_FOR_ANOTHER = str.maketrans(
    {
        **dict.fromkeys("'’‘`ʼʻʿʾ´ʹʺ\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069ـ", ""),
        **{"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "æ": "ae", "Æ": "AE", "œ": "oe", "ə": "a", "Ə": "A", "ð": "d", "þ": "th"},
        **{"ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ھ": "ه", "ہ": "ه", "ە": "ه", "ة": "ه", "ۀ": "ه", "ٱ": "ا"},
    }
)
_ARTICLE = re.compile(r"\b(?:al|an|ash|as|ad|at|az|ar|el|ez|ul)[- ](?=\w)")
_NO_WORD = re.compile(r"[^\w\s]")
_ALIKE = str.maketrans("ıİſK", "iIsK")


def plain_letters(words: str) -> str:
    """The words with "i", "s" and "k" for the four letters that patterns which ignore case take for these, though lower case leaves them as they are.

    Whatever such a pattern found is looked up by this ("dıstrict", written on a Turkish keyboard). As many code points as before.
    """
    return words.translate(_ALIKE)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case without accents, apostrophes or marks; hyphens and runs of white space become one space.

    Arabic letters that writers exchange (ى and ي, ة and ه, Persian forms) become one.
    """
    changed = name.translate(_ONE_FOR_ANOTHER)
    if changed.isascii():
        return " ".join(_NO_WORD.sub(" ", changed.lower()).split())
    plain = unicodedata.normalize("NFKD", changed).casefold()
    bare = "".join(ch for ch in plain if not unicodedata.combining(ch))
    return " ".join(_NO_WORD.sub(" ", bare.translate(_ONE_FOR_ANOTHER)).split())


def skeleton(name: str) -> str:
    """`fold` without Arabic articles: "Al-Ma'ara" and "Maara" meet."""
    return _ARTICLE.sub("", fold(name)).strip()


def script(text: str) -> str:
    """The script of the first letter: "latin", "arabic", "cyrillic", "hebrew", or "other"; "none" without a letter."""
    for ch in text:
        if ch.isalpha():
            if ch < "\u0250" or "\u1e00" <= ch <= "\u1eff":
                return "latin"
            if "\u0400" <= ch <= "\u052f":
                return "cyrillic"
            if "\u0600" <= ch <= "\u077f" or "\ufb50" <= ch <= "\ufefc":
                return "arabic"
            if "\u0590" <= ch <= "\u05ff":
                return "hebrew"
            return "latin" if unicodedata.name(ch, "").startswith("LATIN") else "other"
    return "none"
