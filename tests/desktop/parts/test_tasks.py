"""Long work: results come home by value, progress by number, and nothing is left running."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QThread

from desktop.tasks import InlineTasks, Tasks


class Heard:
    """What came home, in its order, and in which thread."""

    def __init__(self):
        self.ends = []
        self.steps = []
        self.threads = set()

    def ways(self):
        return {
            "then": lambda result: self._end(("then", result)),
            "failed": lambda trouble: self._end(("failed", str(trouble))),
            "progress": lambda done, total: self.steps.append((done, total)),
            "cancelled": lambda: self._end(("cancelled",)),
        }

    def _end(self, end):
        self.ends.append(end)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def tasks():
    made = Tasks()
    yield made
    made.wind_up()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("satcha")]


@pytest.fixture
def heard():
    return Heard()


def broken(_work):
    raise ValueError("broken")


def three_steps(work):
    for done in range(1, 4):
        work.step(done, 3)
    return "made"


def test_the_result_comes_home_to_the_main_thread(qtbot, tasks, heard):
    away = []

    tasks.in_background(lambda _work: away.append(threading.current_thread()), **heard.ways())
    assert heard.ends == []
    qtbot.waitUntil(lambda: bool(heard.ends))

    assert heard.ends == [("then", None)]
    assert away != [threading.main_thread()]
    assert heard.threads == {qtbot_thread()}


def qtbot_thread():
    return QThread.currentThread()


def test_an_exception_comes_home_as_a_value(qtbot, tasks, heard):
    tasks.in_background(broken, **heard.ways())
    qtbot.waitUntil(lambda: bool(heard.ends))

    assert heard.ends == [("failed", "broken")]


def test_the_last_step_is_told_before_the_end(qtbot, tasks, heard):
    tasks.in_background(three_steps, **heard.ways())
    qtbot.waitUntil(lambda: bool(heard.ends))

    assert heard.steps[-1] == (3, 3)
    assert heard.ends == [("then", "made")]


def test_many_steps_do_not_flood_the_window(qtbot, tasks, heard):
    def many(work):
        for done in range(50_000):
            work.step(done, 50_000)

    tasks.in_background(many, **heard.ways())
    qtbot.waitUntil(lambda: bool(heard.ends), timeout=20_000)

    assert len(heard.steps) < 50_000
    assert heard.steps[-1] == (49_999, 50_000)


def test_a_cancelled_call_ends_at_its_next_step(qtbot, tasks, heard):
    begun, go_on = threading.Event(), threading.Event()

    def wait(work):
        begun.set()
        go_on.wait(10)
        work.step(1, 2)
        raise AssertionError("the step lets nobody pass")

    running = tasks.in_background(wait, **heard.ways())
    begun.wait(10)
    running.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard.ends))

    assert heard.ends == [("cancelled",)]


def test_a_call_that_has_not_begun_can_be_cancelled(qtbot, tasks, heard):
    begun, go_on = threading.Event(), threading.Event()
    first = Heard()

    def wait(_work):
        begun.set()
        go_on.wait(10)

    tasks.in_background(wait, **first.ways())
    waiting = tasks.in_background(three_steps, **heard.ways())
    begun.wait(10)
    waiting.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard.ends and first.ends))

    assert heard.ends == [("cancelled",)]
    assert first.ends == [("then", None)]


def test_calls_run_one_after_the_other(qtbot, tasks, heard):
    order = []
    for number in range(5):
        tasks.in_background(lambda _work, number=number: order.append(number), **heard.ways())
    qtbot.waitUntil(lambda: len(heard.ends) == 5)

    assert order == list(range(5))


def test_only_the_main_thread_collects_garbage_while_something_runs(qtbot, tasks, heard):
    enabled = []

    tasks.in_background(lambda _work: enabled.append(gc.isenabled()), **heard.ways())
    tasks.in_background(lambda _work: enabled.append(gc.isenabled()), **heard.ways())
    qtbot.waitUntil(lambda: len(heard.ends) == 2)

    assert enabled == [False, False]
    assert gc.isenabled()


class Witness:
    """Stands for a window that only the call still holds."""

    def __init__(self, died_in):
        self._died_in = died_in

    def __del__(self):
        self._died_in.append(threading.current_thread())

    def work(self, _work):
        return "made"


def test_a_program_that_started_without_collecting_collects_when_nothing_runs(qtbot, tasks, heard):
    gc.disable()
    try:
        tasks.in_background(lambda _work: None, **heard.ways())
        tasks.let_collect()
        assert not gc.isenabled()
        qtbot.waitUntil(lambda: len(heard.ends) == 1)
        assert gc.isenabled()

        gc.disable()
        tasks.let_collect()
        assert gc.isenabled()
    finally:
        gc.enable()


def test_what_only_the_call_holds_is_let_go_in_the_main_thread(qtbot, tasks):
    died_in: list[threading.Thread] = []
    for number in range(1, 51):
        heard = Heard()
        tasks.in_background(Witness(died_in).work, **heard.ways())
        qtbot.waitUntil(lambda number=number: len(died_in) == number)

    assert set(died_in) == {threading.main_thread()}


def test_winding_up_stops_what_runs_and_tells_nobody(qtbot, heard):
    tasks, begun = Tasks(), threading.Event()

    def endless(work):
        begun.set()
        while True:
            work.step(0, 0)

    tasks.in_background(endless, **heard.ways())
    tasks.in_background(three_steps, **heard.ways())
    begun.wait(10)
    tasks.wind_up()
    qtbot.wait(10)

    assert heard.ends == []
    assert gc.isenabled()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("satcha")]


@pytest.mark.parametrize(
    ("call", "end"), [(three_steps, ("then", "made")), (broken, ("failed", "broken"))]
)
def test_the_twin_does_the_same_at_once(heard, call, end):
    InlineTasks().in_background(call, **heard.ways())

    assert heard.ends == [end]


def test_the_twin_tells_every_step(heard):
    InlineTasks().in_background(three_steps, **heard.ways())

    assert heard.steps == [(1, 3), (2, 3), (3, 3)]


def test_nobody_needs_to_watch(heard):
    ways = heard.ways()

    InlineTasks().in_background(three_steps, then=ways["then"], failed=ways["failed"])

    assert heard.ends == [("then", "made")]


def test_the_twin_lets_pass_what_ends_the_program(heard):
    def stop(_work):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        InlineTasks().in_background(stop, **heard.ways())
