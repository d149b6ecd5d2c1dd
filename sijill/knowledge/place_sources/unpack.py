"""Opening what came from outside: plain, gzip or zip, with bounds, so that a small file cannot swell up or write beside its folder."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

from sijill.errors import InputError

MOST_BYTES = 4_000_000_000
MOST_TIMES = 200
"""How many times its packed size a file may have unpacked (a country's names compress some 4 to 8 times)."""
SMALL = 50_000_000
"""Below this unpacked size no ratio is refused."""
_CUT_OFF = "was the download cut off? fetch it again"


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    total = sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            total.update(block)
    return total.hexdigest()


def safe_members(path: Path) -> list[zipfile.ZipInfo]:
    """The files of an archive. InputError for a broken one, a name that leaves the folder, or one that swells beyond the bounds."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
    except (zipfile.BadZipFile, OSError, zlib.error) as wrong:
        raise InputError(path.name, f"no whole zip archive: {wrong}", _CUT_OFF) from None
    for member in members:
        parts = PurePosixPath(member.filename.replace("\\", "/")).parts
        if ".." in parts or member.filename.startswith(("/", "\\")) or ":" in member.filename:
            raise InputError(path.name, f"a member named {member.filename!r} would be written outside its folder", "do not use this archive")
    unpacked, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members)
    if unpacked > MOST_BYTES or (unpacked > SMALL and unpacked > MOST_TIMES * max(packed, 1)):
        raise InputError(path.name, f"{packed:,} bytes that unpack to {unpacked:,}", "it is no gazetteer; do not use this archive")
    return members


class _Bounded(io.RawIOBase):
    """A stream that refuses to give more than the bounds allow, whatever the archive's directory said."""

    def __init__(self, inner: io.BufferedIOBase, packed: int, where: str) -> None:
        self._inner, self._where, self._given = inner, where, 0
        self._most = min(MOST_BYTES, max(SMALL, MOST_TIMES * packed))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._inner.read(len(buffer))
        except (EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile) as wrong:
            raise InputError(self._where, f"damaged or cut off: {wrong}", _CUT_OFF) from None
        self._given += len(data)
        if self._given > self._most:
            raise InputError(self._where, f"unpacks to more than {self._most:,} bytes", "it is no gazetteer; do not use this file")
        buffer[: len(data)] = data
        return len(data)


def _decoded(stream: io.RawIOBase) -> Iterator[str]:
    """Lines as text. Bytes that are no UTF-8 become lone surrogates, which `is_text` tells."""
    yield from io.TextIOWrapper(io.BufferedReader(stream, 1 << 20), encoding="utf-8-sig", errors="surrogateescape", newline="")


def is_text(line: str) -> bool:
    """Whether a line was valid UTF-8."""
    return line.isascii() or not any("\udc80" <= ch <= "\udcff" for ch in line)


def _member_for(path: Path, wanted: str) -> zipfile.ZipInfo:
    members = [m for m in safe_members(path) if not PurePosixPath(m.filename).name.lower().startswith("readme")]
    named = [m for m in members if PurePosixPath(m.filename).name.lower() == wanted.lower()]
    chosen = named or [m for m in members if m.filename.lower().endswith((".txt", ".csv", ".json", ".geojson"))]
    if len(chosen) != 1:
        raise InputError(path.name, "the archive holds no single table" if not chosen else "the archive holds several tables", "unpack it and name the file")
    return chosen[0]


def lines_of(path: Path, wanted: str = "") -> Iterator[str]:
    """Lines of a plain, .gz or .zip file (`wanted` names the member). InputError where it is missing, damaged, cut off or swells."""
    try:
        packed = path.stat().st_size
        if path.suffix.lower() == ".zip":
            member = _member_for(path, wanted)
            with zipfile.ZipFile(path) as archive, archive.open(member) as inner:
                yield from _decoded(_Bounded(inner, packed, path.name))  # type: ignore[arg-type]
        elif path.suffix.lower() == ".gz":
            with gzip.open(path, "rb") as unzipped:
                yield from _decoded(_Bounded(unzipped, packed, path.name))
        else:
            with path.open("rb") as plain:
                yield from _decoded(_Bounded(plain, MOST_BYTES, path.name))
    except OSError as wrong:
        raise InputError(path.name, f"cannot be read: {wrong.strerror or wrong}", "check the path") from None


def text_of(path: Path) -> str:
    """The whole text of a file, for JSON. InputError if it is no UTF-8."""
    text = "".join(lines_of(path))
    if not is_text(text):
        raise InputError(path.name, "no UTF-8 text", "save it as UTF-8")
    return text
