"""What each key does to the collection sheet; Qt moves no cursor of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.collection.state import Grid

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}

_KEYS = {
    Qt.Key.Key_F4: "not_paid",
    Qt.Key.Key_F6: "note",
    Qt.Key.Key_F7: "ahead",
    Qt.Key.Key_F8: "household",
    Qt.Key.Key_F9: "print",
    Qt.Key.Key_Escape: "leave",
    Qt.Key.Key_Delete: "again",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_PageDown: "page_down",
    Qt.Key.Key_Home: "line_start",
    Qt.Key.Key_End: "line_end",
}


_WITH_CONTROL = {
    Qt.Key.Key_F: "find",
    Qt.Key.Key_V: "paste",
    Qt.Key.Key_Z: "undo",
    Qt.Key.Key_Home: "top",
    Qt.Key.Key_End: "bottom",
}


def name_of(key: int, *, control: bool) -> str | None:
    """What a key is called; None for one that the grid has no use for."""
    if key in _ENTER:
        return "line" if control else "cell"
    if control:
        return _WITH_CONTROL.get(Qt.Key(key))
    return _KEYS.get(Qt.Key(key))


Steps = dict[str, Callable[[Grid], Grid]]

# What a key does to the grid, where it needs nothing else from the person.
STEPS: Steps = {
    "cell": Grid.confirm_cell,
    "line": Grid.confirm_line,
    "not_paid": Grid.not_paid,
    "household": Grid.household_pays,
    "again": Grid.reopened,
    "up": lambda grid: grid.moved(rows=-1),
    "down": lambda grid: grid.moved(rows=1),
    "left": lambda grid: grid.moved(columns=-1),
    "right": lambda grid: grid.moved(columns=1),
    "page_up": lambda grid: grid.moved(rows=-12),
    "page_down": lambda grid: grid.moved(rows=12),
    "line_start": lambda grid: grid.moved(columns=-len(grid.columns)),
    "line_end": lambda grid: grid.moved(columns=len(grid.columns)),
    "top": lambda grid: grid.moved(rows=-len(grid.sheet.rows)),
    "bottom": lambda grid: grid.moved(rows=len(grid.sheet.rows)),
}

# Keys that would change what a line says; not once it is booked.
CHANGES = frozenset({"not_paid", "again", "note", "ahead"})
