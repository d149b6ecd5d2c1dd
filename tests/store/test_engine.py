"""Opening a store: what is made, what is migrated, what is refused and with which words."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from shelling import event, judgement, pair, report, strike
from sqlalchemy import text

import sijill.store
from sijill.errors import StoreError
from sijill.pipeline import update_events
from sijill.records.contract import to_json
from sijill.store import engine, open_store
from sijill.store.engine import HEAD
from sijill.store.tables import RECORD, metadata


def test_the_steps_lead_to_the_tables_and_to_the_head(url: str) -> None:
    with open_store(url) as store, store._database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata) == []
    config = Config()
    config.set_main_option("script_location", str(Path(sijill.store.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_every_table_is_of_the_record_or_derived() -> None:
    assert {t.name for t in metadata.sorted_tables} - {t.name for t in RECORD} == {"origins", "ties", "marks", "events", "strands", "derived"}


def test_an_sqlite_store_waits_for_the_disk(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a.sqlite")) as store, store._database.reading() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar_one() == 2
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1


def test_a_store_opened_again_holds_the_same(url: str) -> None:
    for _ in range(2):
        with open_store(url) as store:
            store.add(*pair(1))
    with open_store(url, must_exist=True) as store:
        assert len(store.told()) == 2


def test_events_of_the_first_version_are_still_there(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = event("e2", report(1)), event("e1", report(2))
    upgrade = command.upgrade
    with monkeypatch.context() as earlier:
        earlier.setattr(command, "upgrade", lambda config, _: upgrade(config, "0001"))
        earlier.setattr(engine, "HEAD", "0001")
        with open_store(url) as store:
            list(store.add_many([pair(1), pair(2)]))
            with store._database.writing() as connection:
                for rank, old in enumerate((one, other)):
                    row = {"id": old.id, "rank": rank, "type": old.type, "status": old.status, "json": to_json(old)}
                    connection.execute(text("INSERT INTO events (id, rank, type, status, json) VALUES (:id, :rank, :type, :status, :json)"), row)
                for name in ("origins", "events"):
                    connection.execute(text("INSERT INTO derived (name, readings, corrections, judgements) VALUES (:name, 2, 0, 0)"), {"name": name})
    with open_store(url) as store:
        assert store.events() == (other, one)
        store.judge(judgement("confirm", strike(report(1)).id))
        assert store.stale() is None
        update_events(store)
        assert {e.status for e in store.events()} == {"confirmed", "draft"}


def test_a_newer_store_is_refused(url: str) -> None:
    with open_store(url) as store, store._database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"newer version of Sijill \(upgrade"):
        open_store(url)


def test_a_database_of_something_else_is_left_alone(url: str, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="something else"):
        open_store(str(other))
    with sqlite3.connect(other) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    connection.close()


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Shells hit Kupiansk. " * 100, encoding="utf-8")
    before = notes.read_bytes()
    with pytest.raises(StoreError, match=r"notes\.txt: it is no store of Sijill \(give another path"):
        open_store(str(notes))
    assert notes.read_bytes() == before


def test_paths_and_addresses_that_cannot_be(tmp_path: Path) -> None:
    for given, said in [
        (str(tmp_path), "is a directory"),
        (str(tmp_path / "no" / "a.sqlite"), "does not exist"),
        ("", "in memory would be lost"),
        ("sqlite://", "in memory would be lost"),
        ("mysql://root@localhost/x", "mysql is not supported"),
        ("://x", "cannot be read"),
        ("nonsense://x", "nonsense is not supported"),
    ]:
        with pytest.raises(StoreError, match=said):
            open_store(given)


def test_a_missing_store_is_not_made_where_it_must_exist(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with pytest.raises(StoreError, match=r"no store at .*sijill add"):
        open_store(str(path), must_exist=True)
    assert not path.exists()
    path.touch()
    with pytest.raises(StoreError, match="no store at"):
        open_store(str(path), must_exist=True)


def test_a_server_out_of_reach_is_told_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be reached") as told:
        open_store(f"postgresql://me:secret@/register?host={tmp_path}")
    assert "secret" not in str(told.value)


def test_a_step_that_fails_leaves_no_half_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic.operations import Operations

    path = str(tmp_path / "a.sqlite")
    made: list[str] = []
    create_index = Operations.create_index

    def failing(self: Operations, name: str, *args: object, **more: object) -> None:
        made.append(name)
        if name == "ix_claims_type":
            raise OSError("the power went")
        create_index(self, name, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Operations, "create_index", failing)
    with pytest.raises(OSError, match="power"):
        open_store(path)
    monkeypatch.undo()
    assert made
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    connection.close()
    with open_store(path) as store:
        assert store.add(*pair(1))


def test_opening_a_store_that_is_up_to_date_needs_no_alembic(tmp_path: Path) -> None:
    path = str(tmp_path / "a.sqlite")
    open_store(path).close()
    code = f"import sys; from sijill.store import open_store; open_store({path!r}).close(); assert 'alembic' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
