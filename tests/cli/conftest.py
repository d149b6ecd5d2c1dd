"""The program run in this process, with the reader of pattern_reader.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pattern_reader import PatternReader
from running import Run

from sijill.cli import main


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs a verb in a folder of its own; fails the test on anything but the exit code that is expected."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sijill.cli.readers.load_reader", lambda _: PatternReader())
    for name in ("COLUMNS", "SIJILL_CONFIG", "SIJILL_STORE"):
        monkeypatch.delenv(name, raising=False)

    def verb(*args: object, code: int = 0, stdin: bytes | str | None = None) -> Result:
        result = CliRunner().invoke(main, [str(a) for a in args], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    yield verb


FIRST = (
    "Two strikes in the Kharkiv region\nKHARKIV – Russian forces shelled Kupiansk on Monday, killing three civilians, medics said.\n"
    "Russian forces shelled Vovchansk on Tuesday, killing dozens civilians.\n"
)
SECOND = "Kupiansk market hit\nRussian forces shelled Kupiansk on Monday, killing five civilians, the mayor said.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two reports of different outlets, of which one happening is told twice."""
    first, second = tmp_path / "first.txt", tmp_path / "second.md"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(f"---\noutlet: Town Paper\npublished: 2024-11-27\n---\n# {SECOND}", encoding="utf-8")
    return first, second


@pytest.fixture
def filled(run: Run, files: tuple[Path, Path]) -> Run:
    """The same, with both reports in the store."""
    run("add", files[0], "--published", "2024-11-26", "--outlet", "Border Wire")
    run("add", files[1])
    return run
