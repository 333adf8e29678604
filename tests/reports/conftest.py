"""Golden files: papers as text, compared word for word and refreshed by one option."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

# The code of a book changes with every table that it gets: its place counts here, not its letters.
_CODE = re.compile("(?:[A-HJKMNP-Z]{4} ){3}[A-HJKMNP-Z]{4}")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew, then read the diff",
    )


@pytest.fixture
def golden(request):
    """Compares a text with the file of that name beside the test, or writes it anew."""
    folder = Path(request.path).parent / "golden"

    def compare(name: str, text: str) -> None:
        path = folder / name
        if request.config.getoption("--update-golden", default=False):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{name} is missing: run with --update-golden"
        assert _CODE.sub("CODE", text) == _CODE.sub("CODE", path.read_text(encoding="utf-8"))

    return compare
