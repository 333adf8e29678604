"""Asked of LibreOffice through its own bridge: what stays when a sheet is scrolled down 60 rows.

A line of JSON for each workbook: sheet, then the rows frozen, and the first row in sight of the
upper and of the lower part.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

_TRIES = 100
_DOWN = 60


def main() -> int:
    uno = import_module("uno")  # of the system's Python only
    pipe = f"satcha{os.getpid()}"
    with tempfile.TemporaryDirectory(prefix="satcha-profile-") as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
        command += ["--norestore", f"--accept=pipe,name={pipe};urp;"]
        office = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            desktop = _desktop(uno, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
            hidden.Name, hidden.Value = "Hidden", True
            for name in sys.argv[1:]:
                book = desktop.loadComponentFromURL(Path(name).as_uri(), "_blank", 0, (hidden,))
                print(json.dumps([name, _views(book)]), flush=True)
                book.close(True)  # noqa: FBT003 - as the bridge wants it
        finally:
            os.killpg(office.pid, signal.SIGKILL)
            office.wait()
    return 0


def _desktop(uno: Any, place: str) -> Any:
    here = uno.getComponentContext()
    found = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    for _ in range(_TRIES):
        try:
            there = found.resolve(place)
        except Exception:  # noqa: BLE001 - it has not started yet, however the bridge says so
            time.sleep(0.3)
        else:
            return there.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", there
            )
    raise TimeoutError("LibreOffice did not start")


def _views(book: Any) -> dict[str, list[int]]:
    view, found = book.CurrentController, {}
    for sheet in book.Sheets:
        view.setActiveSheet(sheet)
        if view.hasFrozenPanes():
            lower = view.getByIndex(view.getCount() - 1)
            lower.setFirstVisibleRow(_DOWN)
            upper = view.getByIndex(0)
            found[sheet.Name] = [
                view.getSplitRow(),
                upper.getFirstVisibleRow(),
                lower.getFirstVisibleRow(),
            ]
    return found


if __name__ == "__main__":
    sys.exit(main())
