"""What reading needs, loaded once for all tests of reading."""

from __future__ import annotations

import pytest

from sijill.knowledge import Knowledge, load_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()
