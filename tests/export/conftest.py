"""The hand-made reports and events of the desk's tests serve here too."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "desk"))

from made_by_hand import events_of, markings, told_by

from sijill.records import Event, Reading, Told


@pytest.fixture(scope="session")
def readings() -> tuple[Reading, ...]:
    return tuple(m.reading() for m in markings())


@pytest.fixture(scope="session")
def told() -> tuple[Told, ...]:
    return told_by(markings())


@pytest.fixture(scope="session")
def events(told: tuple[Told, ...]) -> tuple[Event, ...]:
    return events_of(told)
