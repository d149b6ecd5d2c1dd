"""The maker of told claims, as a fixture."""

from __future__ import annotations

import pytest
from telling import Tell, make


@pytest.fixture
def tell() -> Tell:
    """Builds a told claim."""
    return make
