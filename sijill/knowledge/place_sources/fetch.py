"""Fetching a file over HTTP so that an interrupted download goes on where it stopped, and only a whole file gets its name."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from sijill.errors import KnowledgeError

Progress = Callable[[int, int], None]
"""Called with bytes fetched and bytes in all (0 where the server does not say)."""
TIMEOUT_S = 60.0
BLOCK = 1 << 16


def _request(url: str, part: Path) -> urllib.request.Request:
    have, mark = part.stat().st_size if part.exists() else 0, part.with_suffix(".tag")
    headers = {"User-Agent": "sijill"}
    if have and mark.exists():
        headers |= {"Range": f"bytes={have}-", "If-Range": mark.read_text(encoding="ascii")}
    return urllib.request.Request(url, headers=headers)  # noqa: S310 (the scheme is checked in `fetch`)


def _receive(answer: http.client.HTTPResponse, part: Path, progress: Progress) -> None:
    goes_on = answer.status == http.HTTPStatus.PARTIAL_CONTENT
    have = part.stat().st_size if goes_on else 0
    length = answer.headers.get("Content-Length", "")
    total = have + int(length) if length.isdigit() else 0
    if tag := answer.headers.get("ETag") or answer.headers.get("Last-Modified"):
        part.with_suffix(".tag").write_text(tag, encoding="ascii", errors="ignore")
    with part.open("ab" if goes_on else "wb") as out:
        while block := answer.read(BLOCK):
            out.write(block)
            have += len(block)
            progress(have, total)
    if total and have < total:
        raise KnowledgeError(f"{part.stem}: the download stopped at {have:,} of {total:,} bytes", "run the same command again; it goes on from there")


def fetch(url: str, path: Path, progress: Progress = lambda _have, _total: None) -> None:
    """The file at `url`, put at `path` once it is whole. KnowledgeError says what failed; a later call resumes."""
    if not url.startswith(("https://", "http://")):
        raise KnowledgeError(f"{url}: no http address", "name a file, a two-letter country code or an http address")
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    try:
        with urllib.request.urlopen(_request(url, part), timeout=TIMEOUT_S) as answer:  # noqa: S310
            _receive(answer, part, progress)
    except urllib.error.HTTPError as wrong:
        if wrong.code != http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise KnowledgeError(f"{url}: the server answers {wrong.code} {wrong.reason}", "check the country code, or fetch the file yourself and name it") from None
        part.unlink(missing_ok=True)
        raise KnowledgeError(f"{url}: what was fetched before does not fit the file any more", "run the same command again") from None
    except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as wrong:
        raise KnowledgeError(f"{url}: cannot be fetched: {wrong}", "without a network, fetch the file elsewhere and name it") from None
    part.with_suffix(".tag").unlink(missing_ok=True)
    part.replace(path)
