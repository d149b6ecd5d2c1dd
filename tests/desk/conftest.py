"""A real store with hand-made readings and events, and a browser-less client of the desk on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from made_by_hand import events_of, markings, told_by

from sijill.desk import create_app
from sijill.events import Component
from sijill.store import open_store

HOME = "http://127.0.0.1:8000"


def fill(path: Path) -> None:
    with open_store(str(path)) as store:
        for marking in markings():
            store.add(marking.report, marking.reading())
        store.replace_events(Component((event,)) for event in events_of(told_by(markings())))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "store.sqlite"
    fill(path)
    return path


@pytest.fixture(scope="session")
def desk(filled: Path) -> Iterator[TestClient]:
    """For reading only."""
    with TestClient(create_app(str(filled)), base_url=HOME) as client:
        yield client


@pytest.fixture
def own_store(tmp_path: Path) -> Path:
    """For a test that decides something."""
    path = tmp_path / "store.sqlite"
    fill(path)
    return path


@pytest.fixture
def own_desk(own_store: Path) -> Iterator[TestClient]:
    with TestClient(create_app(str(own_store)), base_url=HOME) as client:
        yield client
