"""LibreOffice without a window: opens a workbook, calculates, and saves it again."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_AT_ONCE = 40  # workbooks of one call: one that hangs must not hide the others
_PATIENCE = 600  # seconds


def found() -> str | None:
    """The program, where the machine has it."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


def resaved(
    workbooks: Sequence[Path], folder: Path, *, kind: str = "xlsx"
) -> dict[Path, Path | None]:
    """Each workbook as LibreOffice saves it, in ``folder``; None where it could not open it.

    Raises:
        FileNotFoundError: LibreOffice is not installed.
    """
    program = found()
    if program is None:
        raise FileNotFoundError("soffice")
    with tempfile.TemporaryDirectory(prefix="satcha-profile-") as profile:
        for start in range(0, len(workbooks), _AT_ONCE):
            some = workbooks[start : start + _AT_ONCE]
            command = [program, f"-env:UserInstallation=file://{profile}", "--headless"]
            command += ["--convert-to", kind, "--outdir", str(folder), *map(str, some)]
            subprocess.run(command, check=False, capture_output=True, timeout=_PATIENCE)
    made = {one: folder / f"{one.stem}.{kind}" for one in workbooks}
    return {one: target if target.exists() else None for one, target in made.items()}
