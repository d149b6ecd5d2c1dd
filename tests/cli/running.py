"""What the fixture `run` is."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]
"""Runs a verb with its arguments; `code` is the exit code expected, `stdin` what comes in."""
