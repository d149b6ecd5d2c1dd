"""Every verb is documented: what it does, an example that names it, and a word on each option."""

from __future__ import annotations

from typing import Any

import click
import pytest

from sijill import __version__
from sijill.cli import main


def verbs(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], click.Command]]:
    found: list[tuple[tuple[str, ...], click.Command]] = []
    for name, command in sorted(group.commands.items()):
        found.append(((*path, name), command))
        if isinstance(command, click.Group):
            found += verbs(command, (*path, name))
    return found


VERBS = verbs(main)


def test_all_verbs_are_there() -> None:
    assert {" ".join(path) for path, _ in VERBS} >= {
        "read", "add", "reread", "reports", "claims", "explain", "events", "event", "join", "judge merge", "judge split", "judge confirm", "judge reject",
        "judge correct", "judge undo", "judge list", "control", "displacement", "harm", "forces", "agreements", "disputes", "outlook", "export", "serve", "schema", "demo",
    }  # fmt: skip


@pytest.mark.parametrize(("path", "command"), VERBS, ids=[" ".join(path) for path, _ in VERBS])
def test_a_verb_says_what_it_does_with_an_example(run: Any, path: tuple[str, ...], command: click.Command) -> None:
    told = run(*path, "--help").stdout
    assert f"sijill {' '.join(path)}" in told.split("\n", 1)[1]
    assert command.short_help or (command.help or "").strip()
    for option in command.params:
        if isinstance(option, click.Option) and option.name != "help":
            assert option.help, (path, option.name)


@pytest.mark.parametrize("path", [(), *(path for path, _ in VERBS)], ids=lambda path: " ".join(path) or "sijill")
def test_help_fits_an_old_terminal_and_ends_no_line_in_dots(run: Any, monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...]) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    told = run(*path, "--help").stdout
    assert [line for line in told.split("\n") if len(line) > 80 or (line.endswith("...") and not line.startswith("Usage:"))] == []


def test_the_version(run: Any) -> None:
    assert run("--version").stdout == f"sijill, version {__version__}\n"
