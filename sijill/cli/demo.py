"""The demo: the example reports through the whole line, from text to tables, files and the desk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import click

from sijill.cli.desk import EXPORTS, Content, serve_desk, write_exports
from sijill.cli.reading import add_all
from sijill.cli.shell import Shell, out_folder, pass_shell
from sijill.cli.tables import events_table, reading_parts
from sijill.errors import InputError
from sijill.ingest import Given, read_inputs
from sijill.records import Report


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, metavar="DIR", help="Folder for the store and the files.")
@click.option("--serve/--no-serve", default=True, show_default=True, help="Serve the desk at the end.")
@pass_shell
def demo(shell: Shell, out: Path, serve: bool) -> None:
    """Read the example reports and serve the desk on them.

    Their claims and events are printed, and the exports written. The reports are invented. Run again, it changes nothing and serves the same.

    \b
    sijill demo --out out
    sijill demo --out out --no-serve
    """
    place = str(out_folder(out) / "sijill.sqlite")
    examples = list(example_reports())
    with shell.store(place, must_exist=False) as store:
        told = add_all(shell, store, examples, len(examples))
        for report in examples:
            reading = store.reading(report.id)
            for part in reading_parts(report, reading) if reading else ():
                shell.out.print(part)
        shell.out.print(events_table(store.events()))
        click.echo(f"\n{told}")
        write_exports(shell, Content(store, store.events(), store.told(), released_only=False), out, tuple(EXPORTS))
    if serve:
        serve_desk(shell, place, shell.settings.host, shell.settings.port)
    shell.finish()


def example_reports() -> Iterator[Report]:
    """The reports that are packaged with Sijill."""
    with as_file(files("sijill") / "examples" / "reports.jsonl") as path:
        for item in read_inputs([str(path)], Given(), io.BytesIO()):
            if isinstance(item, InputError):
                raise item
            if isinstance(item, Report):
                yield item
