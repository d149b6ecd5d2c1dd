"""Bytes → text, without ever guessing at names: an encoding is taken if it is said or certain, else the user is asked."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from sijill.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a zip archive or an office document"), (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"), (b"{\\rtf", "an RTF document"), (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"SQLite format 3", "a database"),
)  # fmt: skip
_SAMPLE = 200_000
_LEAST_COHERENCE = 0.3
"""Of charset-normalizer's 0–1: how much the letters are spread as in a known language. Right guesses of a paragraph in the Arabic and Cyrillic
code pages lie at 0.5–0.7."""
_CONTROLS = frozenset(chr(c) for c in range(32)) - frozenset("\t\n\r\f\v\x1b")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, its encoding, and whether that was guessed."""

    text: str
    encoding: str
    guessed: bool


def decode(raw: bytes, where: str, said: str | None = None, declared: str | None = None) -> Decoded:
    """The text of a file. `said` is the encoding by the user's word, which counts; `declared` that by the file's, which counts where it is not UTF-8.

    InputError names the first line that cannot be read.
    """
    refuse_binary(raw, where)
    found = _decode(raw, where, said, declared)
    controls = sum(found.text.count(c) for c in _CONTROLS)
    if "\x00" in found.text or controls * 100 > len(found.text):
        raise InputError(where, "is no text but binary data", "give .txt, .md, .html or .jsonl")
    return found


def refuse_binary(raw: bytes, where: str) -> None:
    """InputError if the first bytes are those of something that is no text."""
    kind = next((name for sign, name in _MAGIC if raw.startswith(sign)), None)
    if kind:
        raise InputError(where, f"is {kind}, not text", "save its text as .txt or .html")
    if b"\x00" in raw[:8192] and not raw.startswith(tuple(bom for bom, _ in _BOMS)):
        raise InputError(where, "is no text but binary data", "give .txt, .md, .html or .jsonl")


def _decode(raw: bytes, where: str, said: str | None, declared: str | None) -> Decoded:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _strict(raw, where, encoding)
    if said is not None:
        return _strict(raw, where, said)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", False)
    except UnicodeDecodeError as wrong:
        found = _as_declared(raw, declared)
        if found is None and _nearly_utf8(raw):
            raise InputError(f"{where}:{_line(raw, wrong.start)}", "is broken UTF-8, cut or changed on its way", "save it again from its source") from None
        return found or _guess(raw, where, wrong.start)


def _strict(raw: bytes, where: str, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), codecs.lookup(encoding).name, False)
    except LookupError:
        raise InputError(where, f"{encoding[:40]!r} is no known encoding", "name one such as utf-8, windows-1256 or windows-1251") from None
    except UnicodeError as wrong:
        line = _line(raw, getattr(wrong, "start", 0))
        raise InputError(f"{where}:{line}", f"is not in {encoding}, as said", "save it as UTF-8, or say its encoding with --encoding") from None


def _as_declared(raw: bytes, declared: str | None) -> Decoded | None:
    """The text in the encoding that the file names, if that fits. (A file that names UTF-16 in ASCII is not in it.)"""
    if declared is None or declared.lower().startswith(("utf-16", "utf-32")):
        return None
    try:
        return Decoded(raw.decode(declared), codecs.lookup(declared).name, False)
    except (LookupError, UnicodeError):
        return None


def _nearly_utf8(raw: bytes) -> bool:
    """Whether the signs beyond ASCII are UTF-8 but for a few: then no other encoding will make it right."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(not c.isascii() for c in text) - broken > 4 * broken


def _line(raw: bytes, at: int) -> int:
    return raw.count(b"\n", 0, at) + 1


def _guess(raw: bytes, where: str, first_wrong: int) -> Decoded:
    """The encoding that charset-normalizer finds, if nothing else would be as good and read otherwise."""
    from charset_normalizer import from_bytes

    start = max(0, first_wrong - _SAMPLE // 2)
    matches = list(from_bytes(raw[start : start + _SAMPLE]))
    if matches:
        best = matches[0]
        as_good = [m for m in matches if m.chaos <= best.chaos + 0.02 and m.coherence >= best.coherence - 0.1]
        if best.coherence >= _LEAST_COHERENCE and len({str(m) for m in as_good}) == 1:
            try:
                return Decoded(raw.decode(best.encoding), codecs.lookup(best.encoding).name, True)
            except UnicodeDecodeError:
                pass
    hint = "save it as UTF-8, or say its encoding with --encoding, such as windows-1252"
    raise InputError(f"{where}:{_line(raw, first_wrong)}", "is not UTF-8, and its encoding cannot be told for sure", hint)
