"""Which files of tests go through which rules: who never comes by a rule finds nothing in it."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter

from coverage import CoverageData

_SETTINGS = """
[run]
data_file = {data}
parallel = true
patch = subprocess
source = {source}
"""


class Reach:
    """The lines that each file of tests goes through, itself or in programs that it starts.

    Each has a process of its own: what one found out for the others to use, as a cache does, would
    look as if they did without.
    """

    def __init__(self) -> None:
        self._lines: dict[str, dict[str, int]] = defaultdict(dict)  # a bit for each line
        self._took: dict[str, float] = {}

    def add(self, tests: str, took: float, lines: Iterable[tuple[str, Iterable[int]]]) -> None:
        self._took[tests] = took
        for file, gone_through in lines:
            before = self._lines[file].get(tests, 0)
            self._lines[file][tests] = before | sum(1 << line for line in set(gone_through))

    def took(self, files: Iterable[str]) -> float:
        """How many seconds these files of tests took."""
        return sum(self._took[tests] for tests in files)

    def through(self, file: str, first: int, last: int) -> list[str]:
        """The files of tests that go through any of these lines, the quickest first."""
        wanted = (1 << (last + 1)) - (1 << first)
        found = [tests for tests, lines in self._lines[file].items() if lines & wanted]
        return sorted(found, key=lambda tests: self._took[tests])


def gone_through(
    tree: Path, files: Sequence[str], rules: Sequence[str], environment: dict[str, str]
) -> Reach:
    """Runs each file of tests once on the tree as it is and writes down which lines it reached."""
    found, tree = Reach(), tree.resolve()
    for number, tests in enumerate(files):
        place = tree / "reached" / str(number)
        place.mkdir(parents=True)
        settings = place / "coverage.ini"
        source = ", ".join(rule.replace("/", ".") for rule in rules)
        settings.write_text(_SETTINGS.format(data=place / "data", source=source), "utf-8")
        traced = [sys.executable, "-m", "coverage", "run", f"--rcfile={settings}"]
        pytest = ["-m", "pytest", "-q", "-p", "no:cacheprovider", tests]
        before = perf_counter()
        subprocess.run(
            [*traced, *pytest], cwd=tree, env=environment, capture_output=True, check=False
        )
        found.add(tests, perf_counter() - before, _lines_in(tree, place))
    return found


def _lines_in(tree: Path, place: Path) -> Iterable[tuple[str, Iterable[int]]]:
    for path in place.glob("data.*"):
        data = CoverageData(str(path))
        data.read()
        for measured in data.measured_files():
            yield Path(measured).relative_to(tree).as_posix(), data.lines(measured) or ()
