"""A store of each kind: an SQLite file, and a database on a PostgreSQL server that runs for these tests alone."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from sijill.store import Store, open_store


def _somebody() -> str | None:
    """PostgreSQL does not run as root: the user that the server runs as, where we are root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), None)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a server's own database; skips where PostgreSQL is not installed."""
    if not (shutil.which("initdb") and shutil.which("postgres") and shutil.which("pg_ctl")):
        pytest.skip("PostgreSQL (initdb, postgres, pg_ctl) is not installed")
    user = _somebody()
    if os.geteuid() == 0 and user is None:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres or nobody")
    folder = Path(tempfile.mkdtemp(prefix="sijill-pg-"))
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)

    def run(*command: str) -> None:
        subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C"})

    run("initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "sijill", "-E", "UTF8", "--no-sync")
    run("pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", f"-k {folder} -c listen_addresses='' -F -c max_connections=40", "start")
    try:
        yield f"postgresql://sijill@/postgres?host={folder}"
    finally:
        run("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The path or URL of a store that is not made yet."""
    if request.param == "sqlite":
        return str(tmp_path / "register.sqlite")
    base: str = request.getfixturevalue("server")
    name = f"t{abs(hash(str(tmp_path))):x}"
    engine = create_engine(base.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return base.replace("/postgres?", f"/{name}?")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An empty store."""
    with open_store(url) as opened:
        yield opened
