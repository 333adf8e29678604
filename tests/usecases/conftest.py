"""A fresh cooperative for every use case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.books import Village, found_village


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    made = found_village(tmp_path)
    with made.book:
        yield made
