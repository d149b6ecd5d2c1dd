"""What tests of cost share."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest


def _least_seconds(run: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        spent = []
        for _ in range(3):
            start = time.process_time()
            run()
            spent.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(spent)


@pytest.fixture(scope="session")
def least_seconds() -> Callable[[Callable[[], object]], float]:
    """Processor seconds of a call: the least of three, without garbage collection, so that other tests' leavings and a busy machine fail nothing."""
    return _least_seconds
