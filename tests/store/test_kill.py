"""A process that adds reports is killed at fifty random moments: nothing acknowledged is lost, no report is half there."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

from shelling import pair

from sijill.store import open_store

KILLS = 50
STORES = 10


def add_and_acknowledge(path: str, first: int, pipe: Connection) -> None:
    """Opens the store (making it where it is not), adds one report after the other, alone or several at once, and says which are in."""
    with open_store(path) as store:
        pipe.send(-1)
        for start in range(first, first + 100_000, 4):
            store.add(*pair(start))
            pipe.send(start)
            for number, outcome in zip(range(start + 1, start + 4), store.add_many(map(pair, range(start + 1, start + 4))), strict=True):
                assert outcome == "added"
                pipe.send(number)


def kill_once(path: str, first: int, after: int, and_s: float) -> list[int]:
    """The reports that were acknowledged when the adder was killed: some seconds after so many signs of life (0: after its start)."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["sijill.store", "alembic.command", "shelling"])
    reader, writer = context.Pipe(duplex=False)
    adder = context.Process(target=add_and_acknowledge, args=(path, first, writer))
    adder.start()
    writer.close()
    said = [reader.recv() for _ in range(after)]
    time.sleep(and_s)
    assert adder.pid is not None
    os.kill(adder.pid, signal.SIGKILL)
    adder.join()
    assert adder.exitcode == -signal.SIGKILL
    try:
        while True:
            said.append(reader.recv())
    except (EOFError, OSError):
        reader.close()
    adder.close()
    return said


def test_kill_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(20241127)
    acknowledged: dict[str, list[int]] = {str(tmp_path / f"{n}.sqlite"): [] for n in range(STORES)}
    kill_once(str(tmp_path / "warm.sqlite"), 0, 1, 0.0)
    during_making = 0
    for kill in range(KILLS):
        path = str(tmp_path / f"{kill % STORES}.sqlite")
        said = kill_once(path, kill * 100_000, chance.choice([0, 0, 1, 2, 3, 5, 9]), chance.uniform(0.0, 0.03))
        during_making += not said
        acknowledged[path] += [n for n in said if n >= 0]
        with open_store(path) as store:
            held = {r.id: r for r in store.reports()}
            readings = {r.report: r for r in store.readings()}
        assert set(held) == set(readings)
        assert {pair(n)[0].id for n in acknowledged[path]} <= set(held)
        for number in acknowledged[path][-40:]:
            report, reading = pair(number)
            assert held[report.id] == report
            assert readings[report.id] == reading
        assert all(len(r.claims) == 2 and len(r.skips) == 1 for r in readings.values())
    assert 0 < during_making < KILLS
    assert sum(map(len, acknowledged.values())) > KILLS
