"""What the console and the window load when they only want words."""

import subprocess
import sys

import pytest

HEAVY = {"babel", "reportlab", "openpyxl", "PySide6", "sqlalchemy", "sqlcipher3", "uharfbuzz"}


@pytest.mark.parametrize(
    "module",
    [
        "reports.words.voice",
        "reports.words.amounts",
        "reports.words.calendar",
        "reports.words.sentences",
        "reports.words.sorting",
        "reports.words.search",
        "reports.words.texts",
        "ledger.domain.identity",
    ],
)
def test_words_load_nothing_heavy(module):
    code = f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not HEAVY & set(loaded)
    assert "reports" in loaded or module.startswith("ledger")
