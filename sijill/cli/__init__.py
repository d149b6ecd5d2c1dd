"""The command line: a verb a task, each a few lines over the library. Answers go to stdout, all else to stderr; "-" is standard input.

Exit codes: 0 all done; 1 interrupted; 2 something could not be done, as a line on stderr says – the rest was done all the same.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from sijill import __version__
from sijill.cli import demo, desk, happenings, judging, outlook, places, reading, situation
from sijill.cli.shell import FAULT, new_shell, plain
from sijill.errors import SijillError
from sijill.records.contract import schema as contract_schema
from sijill.settings import load_settings


class Verbs(click.Group):
    """A group that tells a fault in one line instead of a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the verb."""
        try:
            return super().invoke(ctx)
        except SijillError as fault:
            click.echo(f"sijill: {plain(str(fault))}", err=True)
            ctx.exit(FAULT)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="sijill")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings in TOML.  [default: sijill.toml, if it is there]")
@click.pass_context
def main(context: click.Context, config: Path | None) -> None:
    """Sijill keeps the record of a conflict from what is reported about it: reports → sourced claims → events → the situation.

    A machine drafts, an analyst decides, and every value leads to the words that it came from.

    \b
    sijill demo                                    example reports, to the desk
    sijill read report.txt --published 2024-11-28  its claims; nothing is stored
    sijill add report.txt --published 2024-11-28   into the store
    sijill events --place Aleppo                   what all reports come to
    sijill serve                                   the desk in the browser
    """
    context.obj = new_shell(load_settings(config, os.environ, Path.home()))


@main.command()
def schema() -> None:
    """Print the JSON Schema of reports, claims and events.

    \b
    sijill schema > schema.json
    """
    click.echo(json.dumps(contract_schema(), ensure_ascii=False, indent=2))


for _verb in (
    reading.read, reading.add, reading.reread, reading.reports, reading.claims, reading.explain,
    happenings.events, happenings.event, happenings.join_verb, *situation.VERBS, outlook.outlook, judging.judge, places.places, desk.export, desk.serve, demo.demo,
):  # fmt: skip
    main.add_command(_verb)
