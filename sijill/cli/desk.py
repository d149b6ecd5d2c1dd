"""Verbs that hand over: serve (the desk) and export (files)."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path

import click

from sijill import export as formats_of
from sijill.cli.shell import Shell, in_store, out_folder, pass_shell
from sijill.cli.tables import counted
from sijill.errors import InputError, SettingsError
from sijill.export.losses import Exported
from sijill.export.release import released
from sijill.knowledge import DATA
from sijill.knowledge.gazetteer import load_gazetteer
from sijill.records import Event, Told
from sijill.store import Store


@dataclass(frozen=True, slots=True)
class Content:
    """What a store holds, as the exports take it. `released_only`: only what an analyst confirmed leaves."""

    store: Store
    events: Sequence[Event]
    told: Sequence[Told]
    released_only: bool


def _lined(lines: Iterable[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)


EXPORTS: dict[str, Callable[[Content], Iterable[str] | Exported]] = {
    "claims.jsonl": lambda c: _lined(formats_of.claims_as_jsonl(c.store.readings(), c.events, c.released_only)),
    "claims.csv": lambda c: formats_of.claims_as_csv(c.told, c.events, c.released_only),
    "events.jsonl": lambda c: _lined(formats_of.events_as_jsonl(c.events, c.released_only)),
    "events.csv": lambda c: formats_of.events_as_csv(c.events, c.told, c.released_only),
    "events.geojson": lambda c: _lined([formats_of.events_as_geojson(c.events, c.told, c.released_only)]),
    "tolls.csv": lambda c: formats_of.tolls_as_csv(c.events, c.released_only),
    "acled.csv": lambda c: formats_of.events_as_acled(c.events, c.told, datetime.now(UTC), c.released_only),
    "ged.csv": lambda c: formats_of.events_as_ged(c.events, c.told, c.released_only),
    "hxl.csv": lambda c: formats_of.events_as_hxl(c.events, c.told, c.released_only),
}
"""File name → what is in it."""
LOSSES = "losses.txt"
SOURCES = "sources.txt"
"""Whose places the exports carry: some licences ask that the attribution goes wherever the data goes."""


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(list(EXPORTS)), metavar="[NAME…]")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Folder for the files; without it one NAME goes to standard output.")
@click.option("--drafts", is_flag=True, help="Also what no analyst has confirmed; every row says so. What was rejected never leaves.")
@in_store
@pass_shell
def export(shell: Shell, names: tuple[str, ...], out: Path | None, drafts: bool, place: str | None) -> None:
    """Write claims and events as files.

    Only what an analyst confirmed, unless --drafts. NAME is claims.jsonl, claims.csv, events.jsonl, events.csv, events.geojson, tolls.csv, acled.csv, ged.csv or hxl.csv; none: all.
    What a format cannot hold is told on stderr.

    \b
    sijill export --out release
    sijill export events.geojson > events.geojson
    sijill export acled.csv ged.csv --out drafts --drafts
    """
    if out is None and len(names) != 1:
        raise InputError("sijill export", "which of the files is to go to standard output?", "name one, or give a folder with --out")
    with shell.store(place) as store:
        content = Content(store, store.events(), store.told(), not drafts)
        leaving = len(released(content.events, content.released_only))
        if out is None:
            made = _made(names[0], content)
            for line in made.lines:
                click.echo(line, nl=False)
            for line in made.told().splitlines():
                shell.err.print(line, markup=False, style="dim", soft_wrap=True)
        else:
            write_exports(shell, content, out, names or tuple(EXPORTS))
    if not drafts and leaving < len(content.events):
        shell.err.print(f"{leaving} of {len(content.events)} events are confirmed and exported (sijill judge confirm, or --drafts)", markup=False)


def _made(name: str, content: Content) -> Exported:
    made = EXPORTS[name](content)
    return made if isinstance(made, Exported) else Exported(tuple(made), ())


def write_exports(shell: Shell, content: Content, folder: Path, names: Sequence[str]) -> None:
    """Writes the files, each whole or not at all, and names them; what formats had to drop stands in losses.txt, whose places they carry in sources.txt."""
    out_folder(folder)
    losses: list[str] = []
    for name in shell.progress(names, "writing", len(names)):
        made = _made(name, content)
        _put(folder, name, made.lines)
        losses += [f"{name}: {line}\n" for line in made.told().splitlines()]
    _put(folder, LOSSES, losses)
    places = load_gazetteer(DATA, shell.settings.data).sources()
    _put(folder, SOURCES, [f"{s.name}: {s.licence}. {s.attribution}\n" for s in places])
    click.echo(f"{', '.join(names)} in {folder}" + (f"; what they could not hold is told in {LOSSES}" if losses else ""))


def _put(folder: Path, name: str, lines: Sequence[str]) -> None:
    part = folder / f".{name}.part"
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(lines)
        part.replace(folder / name)
    except OSError as wrong:
        raise InputError(str(folder / name), f"cannot be written: {wrong.strerror}", "give another folder with --out") from None
    finally:
        part.unlink(missing_ok=True)


@click.command()
@in_store
@click.option("--host", help="Address to listen on.  [default: 127.0.0.1, or the setting]")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 0 takes a free one.  [default: 8765, or the setting]")
@pass_shell
def serve(shell: Shell, place: str | None, host: str | None, port: int | None) -> None:
    """Serve the desk in the browser.

    Reports with every value highlighted, events, maps, the situation, and the forms in which people decide.

    \b
    sijill serve
    sijill serve --store syria.sqlite --port 9000
    """
    with shell.store(place) as store:
        name = place or shell.settings.store
        click.echo(f"{counted(len(store.events()), 'event')} of {counted(len(store.tallies()), 'report')} in {store.name}")
    serve_desk(shell, name, host or shell.settings.host, shell.settings.port if port is None else port)


def serve_desk(shell: Shell, store_url: str, host: str, port: int) -> None:
    """Serves until it is interrupted. SettingsError where the desk is not installed or the port is not free."""
    try:
        import uvicorn

        from sijill.desk import create_app
    except ModuleNotFoundError as missing:
        raise SettingsError(f"the desk needs {missing.name}", "pip install 'sijill[desk]'") from None
    with _listening(host, port) as listening:
        address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
        shell.out.print(f"The desk is at {address}  (Ctrl-C ends it)", markup=False)
        if not _local(host):
            shell.err.print(f"sijill: {host} can be reached from other machines, and the desk asks nobody for a password", markup=False)
        server = uvicorn.Server(uvicorn.Config(create_app(store_url, _names(host), shell.settings.data), log_level="warning", lifespan="off"))
        server.run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except (OSError, OverflowError) as wrong:
        raise SettingsError(f"cannot listen on {host}:{port}: {getattr(wrong, 'strerror', None) or wrong}", "give another with --host and --port") from None


def _local(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _names(host: str) -> tuple[str, ...]:
    """The names that a browser may call the desk by."""
    return ("127.0.0.1", "localhost", "[::1]") if _local(host) else ("*",) if host in {"0.0.0.0", "::"} else ("127.0.0.1", "localhost", host)  # noqa: S104
