"""Somebody who presses Stop as soon as long work says how far it is.

Use:
    with stopped_at(opened.session, monkeypatch, step=3):
        screen.take_over.click()
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from desktop.session import Session
from desktop.tasks import Cancelled, InlineTasks, Work
from ledger.storage import unit


class _StoppedTasks(InlineTasks):
    """The call runs at once and is stopped when it tells of a step and it is time."""

    def __init__(self, when: Callable[[], bool]) -> None:
        self._when = when

    def in_background(self, call: Any, *, progress: Any = None, **ends: Any) -> Any:
        def told(done: int, total: int) -> None:
            if progress is not None:
                progress(done, total)
            if self._when():
                raise Cancelled

        return super().in_background(lambda _work: call(Work(told)), **ends)


@contextmanager
def stopped_at(
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    *,
    step: int = 1,
    when: Callable[[], bool] | None = None,
) -> Iterator[None]:
    """Each row that an act writes is told; at this step, or then, somebody has pressed Stop."""
    left = iter(range(step - 1, -1, -1))
    with monkeypatch.context() as patch:
        patch.setattr(unit, "_TOLD_EVERY", 1)
        patch.setattr(session, "_tasks", _StoppedTasks(when or (lambda: next(left, 0) == 0)))
        yield
