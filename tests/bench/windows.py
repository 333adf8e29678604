"""The window: a key in the grid, scrolling, memory; from start to usable beside other programs."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.bench.starts import start_rows
from tests.bench.table import Row, at_most, megabytes, seconds
from tests.bench.volume import Volume

_LINES = 100_000
_MOST_FOR_A_KEY, _MOST_FOR_A_FRAME = 0.030, 0.050


def window_rows(found: Volume) -> list[Row]:
    return [*_inside(found), *start_rows(found)]


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
