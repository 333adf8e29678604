"""From the start of a program to its usable window: ours with ten years of books, others empty."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.answering import Screen
from tests.bench.processes import environment
from tests.bench.table import Row, absent, seconds
from tests.bench.volume import Volume
from tests.real_window.hands import virtual_screen

_RUNS = 5
_AT_ONCE = 0.1  # seconds: what is answered within them seems to be answered at once
_LOOK = 0.02  # seconds between two questions
_QUIET, _IDLE = 0.6, 3  # so long with so few ticks of the processor: nothing is under way
_PATIENCE = 120.0
_HALF = 2.0
_CPU = slice(11, 13)  # in /proc/PID/stat, after the name
# What Python and Qt cost before anything of ours.
_BARE = (sys.executable, "-m", "tests.bench.bare_window")
# Other programs on an empty file; ours opens ten years of books.
_PEERS = {"gnucash": ("gnucash", "--nofile"), "homebank": ("homebank",)}
_LIMITS = {"gnucash": "≤ 1/2", "homebank": ""}  # performance.md, row 4, names GnuCash alone


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the start until the window is usable, and until nothing is under way."""

    usable: float
    done: float


class NotUsable(Exception):
    """A program came to no window, or not to rest."""


def start_rows(found: Volume) -> list[Row]:
    what = "start to a usable window, ten years of books"
    if not all(shutil.which(name) for name in ("Xvfb", "xdotool")):
        return [absent(what, "", "Xvfb or xdotool", "≤ 1/2")]
    ours = (sys.executable, "-m", "desktop", "window", str(found.longer))
    there = {name: words for name, words in _PEERS.items() if shutil.which(name)}
    mine, bare, *others = _starts_of([ours, _BARE, *there.values()])
    took, beside = seconds(mine.usable), seconds(bare.usable)
    rows = [
        Row(what, took, f"{beside} an empty window of Qt in Python", _times(mine, bare)),
        Row("and until nothing is under way behind it", seconds(mine.done), "", ""),
    ]
    for name, other in zip(there, others, strict=True):
        ratio, limit = f"1/{other.usable / mine.usable:.1f}", _LIMITS[name]
        enough = mine.usable * _HALF <= other.usable if limit else None
        rows.append(Row(what, took, f"{seconds(other.usable)} {name}, empty", ratio, limit, enough))
    return [
        *rows,
        *(absent(what, took, name, _LIMITS[name]) for name in _PEERS if name not in there),
    ]


def _times(mine: Start, bare: Start) -> str:
    return f"{mine.usable / bare.usable:.1f} ×"


def _starts_of(commands: Sequence[Sequence[str]]) -> list[Start]:
    """Several programs taking turns; the first time reads everything from the disk."""
    measured: list[list[Start]] = [[] for _ in commands]
    with virtual_screen() as display, TemporaryDirectory() as home:
        for _ in range(_RUNS + 1):
            for command, starts in zip(commands, measured, strict=True):
                starts.append(_start_of(command, display, home))
    return [
        Start(median(one.usable for one in starts[1:]), median(one.done for one in starts[1:]))
        for starts in measured
    ]


def _start_of(command: Sequence[str], display: str, home: str) -> Start:
    """A window is usable when it is painted and from then on answers whatever it is asked at once.

    What stands in it may still be on its way then, as long as that keeps nobody waiting.
    """
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    kept = {name: text for name, text in environment().items() if not name.startswith("QT_")}
    around = {**kept, **dict.fromkeys(names, home), "DISPLAY": display}
    screen = Screen(display)
    began = time.monotonic()
    with subprocess.Popen(
        command, env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        try:
            return _asked_until_rest(screen, program.pid, began)
        finally:
            program.kill()
            screen.close()


def _asked_until_rest(screen: Screen, pid: int, began: float) -> Start:
    work = _Work(pid)
    while time.monotonic() - began < _PATIENCE:
        screen.ask()
        screen.hear(_LOOK)
        done = work.done()
        shown = screen.largest() if done is not None else None
        usable = shown.usable(_AT_ONCE) if shown is not None else None
        if done is not None and usable is not None:
            return Start(usable - began, max(usable, done) - began)
    raise NotUsable(pid)


class _Work:
    """The processor's time that a process took, as the system counts it: in ticks."""

    def __init__(self, pid: int) -> None:
        self._stat = Path(f"/proc/{pid}/stat")
        self._taken: list[tuple[float, int]] = []

    def done(self) -> float | None:
        """Since when it rests; None while it works. Answering our questions is no work."""
        now = time.monotonic()
        ticks = sum(map(int, self._stat.read_text().rpartition(")")[2].split()[_CPU]))
        self._taken.append((now, ticks))
        rests = next(at for at, taken in self._taken if taken >= ticks - _IDLE)
        return rests if now - rests > _QUIET else None
