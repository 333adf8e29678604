"""The window: from start to usable beside other programs, a key in the grid, scrolling, memory."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.table import Row, absent, at_most, megabytes, seconds
from tests.bench.volume import Volume
from tests.real_window.hands import virtual_screen

_RUNS = 3
_LINES = 100_000
_LOOK, _QUIET = 0.02, 0.6  # seconds between two looks; so long without work means usable
_PATIENCE = 120.0
_CPU = slice(11, 13)  # in /proc/PID/stat, after the name
_MOST_FOR_A_KEY, _MOST_FOR_A_FRAME = 0.030, 0.050
# What Python and Qt cost before anything of ours.
_BARE = (sys.executable, "-m", "tests.bench.bare_window")
# Other programs on an empty file; ours opens ten years of books.
_PEERS = {"gnucash": ("gnucash", "--nofile"), "homebank": ("homebank",)}


class NotUsable(Exception):
    """A program came to no window, or not to rest."""


def window_rows(found: Volume) -> list[Row]:
    return [*_inside(found), *_starts(found)]


def _inside(found: Volume) -> list[Row]:
    lines = min(_LINES, found.size.members * found.size.months)
    words = (str(found.longer), found.longer_last_day.isoformat(), str(lines))
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.window_probe", *words],
        capture_output=True,
        text=True,
        check=True,
    )
    measured = json.loads(told.stdout.splitlines()[-1])
    keys, scrolls = measured["keys"], measured["scrolls"]
    count = f"{int(scrolls['lines']):,}"
    return [
        at_most(
            f"a key in the grid of {found.size.members:,} members until it is painted",
            keys["median"],
            most=_MOST_FOR_A_KEY,
            beside=f"{seconds(keys['worst'])} at worst",
        ),
        at_most(
            f"the worst frame while {count} journal entries are scrolled",
            scrolls["worst"],
            most=_MOST_FOR_A_FRAME,
            beside=f"{seconds(scrolls['median'])} mostly",
        ),
        Row("memory of the window then", megabytes(measured["memory"]), "", ""),
    ]


def _starts(found: Volume) -> list[Row]:
    what = "start to a usable window, ten years of books"
    if not all(shutil.which(name) for name in ("Xvfb", "xdotool")):
        return [absent(what, "", "Xvfb or xdotool", "≤ 1/2")]
    ours = [sys.executable, "-m", "desktop", "window", str(found.longer)]
    with virtual_screen() as display, TemporaryDirectory() as home:
        mine, behind = _median_of(ours, display, home)
        bare, _ = _median_of(_BARE, display, home)
        beside = f"{seconds(bare)} an empty window of Qt in Python"
        rows = [
            Row(what, seconds(mine), beside, f"{mine / bare:.1f} ×"),
            Row("and until nothing is under way behind it", seconds(behind), "", ""),
        ]
        for name, command in _PEERS.items():
            if shutil.which(name) is None:
                rows.append(absent(what, seconds(mine), name, "≤ 1/2"))
                continue
            peer, _ = _median_of(command, display, home)
            beside = f"{seconds(peer)} {name}, empty"
            ratio = f"1/{peer / mine:.1f}"
            rows.append(Row(what, seconds(mine), beside, ratio, "≤ 1/2", mine * 2 <= peer))
    return rows


def _median_of(command: Sequence[str], display: str, home: str) -> tuple[float, float]:
    _until_usable(command, display, home)  # the first time reads everything from the disk
    runs = [_until_usable(command, display, home) for _ in range(_RUNS)]
    return median(usable for usable, _ in runs), median(behind for _, behind in runs)


def _until_usable(command: Sequence[str], display: str, home: str) -> tuple[float, float]:
    """Seconds from the start until the window answers keys, and until all work is done.

    A window answers when the thread that hears keys and paints, with everything it has to show,
    came to rest; work behind it holds nobody up.
    """
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    kept = {name: text for name, text in os.environ.items() if not name.startswith("QT_")}
    around = {**kept, **dict.fromkeys(names, home), "DISPLAY": display}
    began = time.monotonic()
    with subprocess.Popen(
        command, env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        try:
            return _rest_of(program.pid, around, began)
        finally:
            program.kill()


class _Watch:
    """When a process or thread, of which the system keeps this file, worked last."""

    def __init__(self, stat: str, began: float) -> None:
        self._stat, self._before = Path(stat), ""
        self.worked = began

    def rests(self) -> bool:
        """Whether it came to rest by now."""
        now = time.monotonic()
        spent = " ".join(self._stat.read_text().rpartition(")")[2].split()[_CPU])
        if spent != self._before:
            self._before, self.worked = spent, now
        return now - self.worked > _QUIET


def _rest_of(pid: int, around: dict[str, str], began: float) -> tuple[float, float]:
    hears = _Watch(f"/proc/{pid}/task/{pid}/stat", began)
    works = _Watch(f"/proc/{pid}/stat", began)
    usable: float | None = None
    while time.monotonic() - began < _PATIENCE:
        time.sleep(_LOOK)
        answers, done = hears.rests(), works.rests()
        if usable is None and answers and _has_window(pid, around):
            usable = hears.worked - began
        if usable is not None and done:
            return usable, works.worked - began
    raise NotUsable(pid)


def _has_window(pid: int, around: dict[str, str]) -> bool:
    words = ("xdotool", "search", "--onlyvisible", "--pid", str(pid))
    found = subprocess.run(words, env=around, capture_output=True, check=False)
    return bool(found.stdout.split())
