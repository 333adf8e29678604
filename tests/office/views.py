"""Whether LibreOffice itself holds the heads of a sheet while the rows below them are scrolled."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from openpyxl import load_workbook

# Of the system, because LibreOffice brings its bridge for that one only.
_PYTHON = Path("/usr/bin/python3")
_PATIENCE = 600  # seconds


def can_ask() -> bool:
    """Whether the machine has the bridge (``apt-get install python3-uno``)."""
    if not _PYTHON.exists():
        return False
    return (
        subprocess.run([_PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode
        == 0
    )


def loose_heads(workbooks: Sequence[Path]) -> list[str]:
    """A line for each sheet whose heads were to stay, and did not; scrolled down 60 rows."""
    asked = Path(__file__).with_name("ask_views.py")
    done = subprocess.run(
        [_PYTHON, asked, *workbooks],
        check=False,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
    )
    seen = dict(json.loads(line) for line in done.stdout.splitlines())
    return [
        f"{workbook.name} {name}: {seen.get(str(workbook), {}).get(name)}"
        for workbook in workbooks
        for name, rows in _wanted(workbook).items()
        if seen.get(str(workbook), {}).get(name) != [rows, 0, 60]
    ]


def _wanted(workbook: Path) -> dict[str, int]:
    """The rows that stay, of the sheets that say so."""
    return {
        sheet.title: int(str(sheet.freeze_panes)[1:]) - 1
        for sheet in load_workbook(workbook).worksheets
        if sheet.freeze_panes
    }
