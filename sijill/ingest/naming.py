"""A report's id from what it says, so that the same file read again, anywhere, gives the same report."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LONGEST = 40


def slug(words: str) -> str:
    """Words as they can stand in an id, a URL and a file name: lower case, letters and digits of any script, hyphens between."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    cut = re.sub(r"[\W_]+", "-", plain).strip("-")
    return cut if len(cut) <= _LONGEST else cut[:_LONGEST].rsplit("-", 1)[0].strip("-")


def report_id(text: str, published: str | None, outlet: str | None, called: str | None) -> str:
    """ "border-wire-2024-11-28-3fa91c2b": outlet, or else what the text is `called`; day of publication; eight hex digits of all that together.

    The same text under another date or outlet is another report: a report is never edited, so that is how a forgotten date is mended.
    """
    key = "\x1f".join((text, published or "", outlet or ""))
    digits = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "-".join(part for part in (slug(outlet or "") or slug(called or "") or "report", (published or "")[:10], digits) if part)
