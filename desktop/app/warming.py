"""Loading, while whoever opened a book is still reading, what the first booking will need."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from desktop.tasks import Runs

_LEISURE = 2_000  # milliseconds


class WarmUp(QObject):
    """Goes with its window; the first form opens at once instead of after the use cases."""

    def __init__(self, tasks: Runs, window: QObject) -> None:
        super().__init__(window)
        self._tasks = tasks
        QTimer.singleShot(_LEISURE, self, self.begin)

    def begin(self) -> None:
        """Load off the main thread; nobody waits for it."""
        self._tasks.in_background(
            lambda _work: import_module("ledger.usecases"), then=_loaded, failed=_broken
        )


def _loaded(_module: object) -> None:
    """The next import finds it."""


def _broken(trouble: BaseException) -> None:
    raise trouble
