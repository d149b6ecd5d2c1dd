"""Plain text and Markdown → what a report is made of: the text as it stands (Markdown without its marks) and the headline."""

from __future__ import annotations

import re

from sijill.ingest.page import Page

_LONGEST_HEADLINE = 200
_HEADLINE_WORDS = 25
_FRONT = re.compile(r"\A---[ \t]*\n(?P<rows>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ROW = re.compile(r"^(?P<key>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>.+?)[ \t]*$", re.MULTILINE)
_KEYS = {"title": "title", "date": "published", "published": "published", "outlet": "outlet", "source": "outlet", "url": "url", "lang": "language", "language": "language"}
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])"), r"\1"),
    (re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE), r"\1"),
    (re.compile(r"^ {0,3}(?:=+|-{3,}|\*{3,}|_{3,}|```.*|~~~.*)[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[-*+][ \t]+", re.MULTILINE), ""),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


def headline(text: str) -> str | None:
    """The first line, where it reads as a headline: short, not closed like a sentence, and with more below it."""
    first, _, rest = text.lstrip().partition("\n")
    line = first.strip()
    fits = 0 < len(line) <= _LONGEST_HEADLINE and len(line.split()) <= _HEADLINE_WORDS and line[-1] not in ".!?…:;,؟۔。"
    return line if fits and rest.strip() else None


def plain(text: str) -> Page:
    """A text file as a page: its words untouched but for line ends and outer blank lines."""
    words = unified(text)
    return Page(words, headline(words))


def unified(text: str) -> str:
    """One kind of line end, no blank lines around."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n ")


def markdown(text: str) -> Page:
    """A Markdown file as a page: marks taken off, link texts kept; title, date, outlet, url and language of a front matter kept beside the text."""
    words = unified(text)
    said: dict[str, str] = {}
    front = _FRONT.match(words)
    if front:
        said = {_KEYS[row["key"].lower()]: row["value"].strip("\"'") for row in _ROW.finditer(front["rows"]) if row["key"].lower() in _KEYS}
        words = words[front.end() :]
    for pattern, put in _MARKS:
        words = pattern.sub(put, words)
    words = re.sub(r"\n{3,}", "\n\n", words).strip("\n ")
    title = said.get("title") or headline(words)
    if title and title != headline(words):
        words = f"{title}\n\n{words}"
    return Page(words, title, said.get("published"), said.get("outlet"), said.get("url"), said.get("language"))
