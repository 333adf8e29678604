"""``make attack``: every suite, then chance over the rules; prints and keeps the certificate.

``python -m tests.attack [--seed N] [--share S] [--mutants M] [--suites]``: the share of a night
that every suite tries, 1 unless said otherwise, and how many rules are changed where it is not
that share; ``--suites`` leaves out what pytest runs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.attack.certificate import certificate
from tests.attack.results import Result
from tests.attack.suites import all_suites

HERE = Path(__file__).parent
MEMORY = Path("/dev/shm")  # noqa: S108 - each run makes a folder of its own there
ROOM = 2 * 1024**3  # bytes; a part takes its folder away when it is done
HOW = ("-q", "-n", "auto", "--dist", "worksteal")
PLACES = (
    "tests/properties",
    "tests/storage",
    "tests/domain",
    "tests/exchange",
    "tests/reports/documents/test_documents_hostile.py",
)


def main(arguments: list[str]) -> int:
    """Run what is asked for; HYPOTHESIS_PROFILE=attack says how hard chance tries."""
    options = argparse.ArgumentParser(prog="tests.attack", description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--share", type=float, default=1.0)
    options.add_argument("--mutants", type=int)
    options.add_argument("--suites", action="store_true")
    given = options.parse_args(arguments)
    start, results = time.monotonic(), []
    with _a_folder() as folder:
        for result in all_suites(folder, given.seed, given.share, given.mutants):
            results.append(result)
            print(_line(result), flush=True)
        code = 0 if given.suites else int(pytest.main([*HOW, *PLACES]))
    chance = "not run" if given.suites else ("held" if code == 0 else "FAILED")
    minutes = round((time.monotonic() - start) / 60)
    day = time.strftime("%Y-%m-%d")
    page = certificate(results, day=day, minutes=minutes, chance=chance)
    (HERE / "certificate.md").write_text(page, encoding="utf-8")
    print(page)
    return code or int(not all(result.holds for result in results))


@contextmanager
def _a_folder() -> Iterator[Path]:
    """Where everything temporary lies, in memory where there is room: a night syncs for hours.

    What is tried stays the same. Cuts are made out of the trace of calls, kills end a program and
    not a machine, and disks without room are mounted for it.
    """
    room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    with tempfile.TemporaryDirectory(
        prefix="satcha-attack-", dir=MEMORY if room else None
    ) as folder:
        Path(folder).chmod(0o711)  # PostgreSQL runs as somebody else, and passes through
        tempfile.tempdir = os.environ["TMPDIR"] = folder
        yield Path(folder)


def _line(result: Result) -> str:
    missed = [f"planted {bug!r} not found" for bug, found in result.planted.items() if not found]
    verdict = "holds" if result.holds else "FAILS"
    return "\n      ".join(
        [f"{verdict}  {result.name}: {result.tried:,} tried", *missed, *result.wrong]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
