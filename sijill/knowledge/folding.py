"""Names brought to one form for look-up: case, accents, apostrophes and the Arabic article do not tell names apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = str.maketrans("", "", "'’‘`ʼʻʿʾ´\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069ـ")
_ARTICLE = re.compile(r"\b(?:al|an|ash|as|ad|at|az|ar|el|ez|ul)[- ](?=\w)")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case without accents, apostrophes or marks; hyphens and runs of white space become one space."""
    plain = unicodedata.normalize("NFKD", name.translate(_DROPPED)).casefold()
    bare = "".join(ch for ch in plain if not unicodedata.combining(ch))
    return " ".join(re.sub(r"[^\w\s]", " ", bare).split())


def skeleton(name: str) -> str:
    """`fold` without Arabic articles: "Al-Ma'ara" and "Maara" meet."""
    return _ARTICLE.sub("", fold(name)).strip()
