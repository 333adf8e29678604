"""Measures the window from within, in a process of its own: keys in the grid, scrolling, memory.

Run as ``python -m tests.bench.window_probe BOOK DAY LINES``; writes one line of JSON: seconds.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.collection.screen import CollectionScreen
from desktop.journal.columns import journal_columns
from desktop.parts.look import Look, load_font
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.parts.table import Table
from desktop.session import Session
from desktop.session.looking import change_look
from desktop.tasks import InlineTasks
from ledger.queries.journal import journal
from reports.words.voice import Voice
from tests.bench.volume import opened

_KEYS, _PAGES = 60, 200
_KIB = 1024
_MEMORY_UNIT = 1 if sys.platform == "darwin" else _KIB
_THAI = Voice("th")


def main() -> None:
    path, day, lines = Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), int(sys.argv[3])
    app = QApplication([])
    load_font()
    change_look(app, Look())
    with opened(path, day) as book:
        session = Session(book, InlineTasks())
        grid = _of_keys(app, session)
        scroll = _of_scrolling(app, session, lines)
    memory = _most_memory()
    told = {"keys": grid, "scrolls": scroll, "memory": memory}
    sys.stdout.write(json.dumps(told) + "\n")


def _most_memory() -> int:
    """The most this process ever held, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # resource would count what the process held that this one came from
        (most,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(most.split()[1]) * _KIB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MEMORY_UNIT


def _of_keys(app: QApplication, session: Session) -> dict[str, float]:
    """Ctrl+Enter on line after line: keep it on the desk, go on, paint."""
    screen = CollectionScreen(session, _THAI, ScriptedAsk(_THAI, []))
    _show(app, screen)
    return _measured(
        app,
        lambda: QTest.keyClick(screen.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        _KEYS,
    )


def _of_scrolling(app: QApplication, session: Session, lines: int) -> dict[str, float]:
    """Page after page down a list of so many entries."""
    table = Table(journal_columns, _THAI, name=lambda voice: voice.tr("Journal"))
    table.set_rows(session.ask(journal, limit=lines, newest_first=True).entries)
    _show(app, table)
    bar = table.view.verticalScrollBar()
    step = max(1, bar.maximum() // _PAGES)
    found = _measured(app, lambda: bar.setValue(bar.value() + step), _PAGES)
    return {**found, "lines": float(table.model.rowCount())}


def _show(app: QApplication, widget: QWidget) -> None:
    widget.resize(1366, 700)
    widget.show()
    for _ in range(5):
        app.processEvents()


def _measured(app: QApplication, act: Callable[[], object], times: int) -> dict[str, float]:
    taken = []
    for _ in range(times):
        before = perf_counter()
        act()
        app.processEvents()  # and with it the painting
        taken.append(perf_counter() - before)
    return {"median": median(taken), "worst": max(taken)}


if __name__ == "__main__":
    main()
