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


def test_the_version(run: Any) -> None:
    assert run("--version").stdout == f"sijill, version {__version__}\n"
