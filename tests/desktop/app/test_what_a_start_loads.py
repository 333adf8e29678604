"""A start of the window loads what stands in it, and what comes later with its first use."""

from __future__ import annotations

import subprocess
import sys

START = """
import sys
import desktop.parts, desktop.app, desktop.home.screen
print("\\n".join(sys.modules))
"""
LATER = (
    *("ledger.usecases", "ledger.exchange", "ledger.practice", "ledger.network"),
    *("reports.documents", "reports.document", "reports.words.sentences", "desktop.home.asking"),
    *("desktop.office", "desktop.members", "desktop.collection", "desktop.shell.founding"),
    *("sqlalchemy", "reportlab", "uharfbuzz", "cryptography", "openpyxl", "babel", "asyncio"),
)
MOST = 180  # modules of ours; each costs a third of a millisecond and more


def test_the_window_stands_before_the_rest_is_loaded():
    told = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    loaded = told.stdout.split()
    ours = [name for name in loaded if name.startswith(("desktop", "ledger", "reports"))]

    assert "desktop.shell.window" in ours
    assert [name for name in loaded if name in LATER] == []
    assert len(ours) <= MOST
