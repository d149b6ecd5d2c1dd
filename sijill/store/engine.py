"""Opening a store: SQLite or PostgreSQL, made or migrated under a lock, its faults told as StoreError."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from sijill.errors import StoreError
from sijill.store.session import Store
from sijill.store.transactions import WRITES, Database

HEAD = "0003"
"""The migration that this version's tables are at; a test holds it to the newest file in migrations/versions."""
LOCK_WAIT_S = 30


def open_store(url_or_path: str, must_exist: bool = False, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Store:
    """The store at a path (SQLite) or URL (`sqlite:///…`, `postgresql://…`), made or migrated if need be. Use it in a `with`.

    StoreError if it cannot be opened, is newer than this version, is something else, or (with `must_exist`) is not there.
    `now` dates what is taken down.
    """
    url = _url(url_or_path)
    name = url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite":
        _check_path(name, must_exist)
    database = Database(name, _engine(url))
    try:
        _bring_to_head(database, must_exist)
    except StoreError:
        database.engine.dispose()
        raise
    return Store(database, now)


def _url(given: str) -> URL:
    if "://" not in given:
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
        backend = url.get_backend_name()
    except (ArgumentError, SQLAlchemyError, ValueError):
        raise StoreError(f"the store's address {given[:80]!r} cannot be read", "give a path, or postgresql://user@host/database") from None
    if backend == "sqlite":
        return url
    if backend in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    raise StoreError(f"a store in {backend} is not supported", "give a path for SQLite, or postgresql://user@host/database")


def _check_path(name: str, must_exist: bool) -> None:
    path = Path(name)
    if not name or name == ":memory:":
        raise StoreError("a store in memory would be lost", "give the path of a file")
    if path.is_dir():
        raise StoreError(f"{name} is a directory", "give the path of the store's file")
    if must_exist and not path.exists():
        raise StoreError(f"there is no store at {name}", "sijill add FILE… makes one; --store says where")
    if not path.parent.is_dir():
        raise StoreError(f"the directory {path.parent} of the store does not exist", "create it, or give another path with --store")


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True, connect_args={"connect_timeout": 10})
        except ModuleNotFoundError:
            raise StoreError("a PostgreSQL store needs the driver psycopg", "pip install 'sijill[postgres]'") from None
    engine = create_engine(url, connect_args={"timeout": LOCK_WAIT_S})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    """WAL, so that readers and the writer do not wait for each other; FULL, so that what is committed outlives a power cut as well."""
    connection.isolation_level = None
    for statement in ("PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL"):
        connection.execute(statement)
    _patiently(lambda: connection.execute("PRAGMA journal_mode = WAL"))


def _patiently(act: Callable[[], object]) -> None:
    """Turning WAL on does not wait for another process that is doing the same, so this does."""
    until = time.monotonic() + LOCK_WAIT_S
    while True:
        try:
            act()
        except sqlite3.OperationalError as busy:
            if "locked" not in str(busy) or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: it then never reads what another is about to change."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _version(connection: Connection) -> str | None:
    """The migration a store is at; None for an empty database. StoreError if its tables are something else's."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables and "readings" in tables:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if tables:
        raise StoreError("this database holds something else than a store of Sijill", "give the store a file or database of its own with --store")
    return None


def _bring_to_head(database: Database, must_exist: bool) -> None:
    with database.reading() as connection:
        version = _version(connection)
    if version == HEAD:
        return
    if must_exist and version is None:
        raise StoreError(f"there is no store at {database.name}", "sijill add FILE… makes one; --store says where")
    with database.writing() as connection:
        if _version(connection) != HEAD:
            _migrate(connection)


def _migrate(connection: Connection) -> None:
    """All steps to HEAD in the caller's transaction: a store is at one version or at another, never between."""
    from alembic import command
    from alembic.config import Config
    from alembic.script.revision import ResolutionError
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except (CommandError, ResolutionError):
        raise StoreError("the store was written by a newer version of Sijill", "upgrade sijill: pip install --upgrade sijill") from None
