"""Reading and writing as transactions, with what a database answers told in words that a user can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from sijill.errors import StoreError

WRITES = "sijill_writes"
"""The execution option that marks a connection that will write."""
_WRITER_LOCK = 0x53494A4C

_CURES = (
    ("not a database", "it is no store of Sijill", "give another path with --store"),
    ("locked", "another process has been writing to it for too long", "try again when it is done"),
    ("readonly", "it may only be read", "give yourself the right to write the file and its directory"),
    ("permission denied", "this user may not do that there", "ask for the right, or use another store"),
    ("unable to open", "the file cannot be opened", "see that its directory exists and that you may write there"),
    ("disk is full", "the disk is full", "make room and add the reports again; nothing acknowledged was lost"),
    ("malformed", "the file is damaged", "restore it from a backup, or add the reports to a new store"),
    ("append-only", "reports, readings, corrections and judgements are never changed", "append a correction or a judgement"),
    ("connection", "the server cannot be reached", "see that it runs and that the address is right"),
)


@dataclass(frozen=True, slots=True)
class Database:
    """A database and the name that messages give it (never with a password)."""

    name: str
    engine: Engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store for as long as it is held."""
        with self._faults(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writer at a time. All that is written is on the disk when the block ends, or none of it."""
        on_server = self.engine.dialect.name == "postgresql"
        with self._faults(), self.engine.connect() as connection:
            connection.execution_options(**{WRITES: True}, **({"isolation_level": "READ COMMITTED"} if on_server else {}))
            with connection.begin():
                if on_server:
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})"))
                yield connection

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as wrong:
            said = " ".join(str(wrong.orig).split())
            what, cure = next(((w, c) for sign, w, c in _CURES if sign in said.casefold()), (said[:160], "see that the store is whole and in reach"))
            raise StoreError(f"store {self.name}: {what}", cure) from wrong
        except SQLAlchemyError as wrong:
            raise StoreError(f"store {self.name}: {' '.join(str(wrong).split())[:160]}", "see that the store is whole and in reach") from wrong
