"""Calls that fail: the n-th write, truncation or sync says there is no room, or an error (C4)."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from ledger.book import Book
from ledger.domain.money import baht
from ledger.domain.refusals import Refusal, Trouble
from ledger.domain.refusals.committing import CommitFailed, CommitUnknown
from ledger.queries.integrity import audit
from tests.attack.crash import founded
from tests.attack.images import ROOT, shim
from tests.attack.results import Result
from tests.attack.worker import TODAY, opened
from tests.support.books import Village
from tests.support.clocks import StandingClock

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
ACTS = 4


def faults(folder: Path, *, seed: int, tries: int) -> Result:
    """C4: what was told to be saved is there, what was told not to be is not, all is whole."""
    result = Result("C4 n-th call fails", "full, broken, forbidden; once or for ever", seed)
    if shim() is None:
        result.skipped = "no C compiler"
        return result
    folder.mkdir(parents=True)
    for bug in ("", "told-in-spite"):
        environment = {**os.environ, "LD_PRELOAD": str(shim()), "SHIM_TRACE": "", "SHIM_FOLDER": ""}
        attempts = tries if not bug else max(10, tries // 5)
        given = [str(folder / (bug or "kept")), str(seed), str(attempts), bug]
        done = subprocess.run(
            [sys.executable, "-m", "tests.attack.faults", *given],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=environment,
            check=False,
        )
        said = _said(done)
        if bug:
            result.planted[bug] = bool(said[1])
        else:
            result.tried, result.wrong = said
    return result


def _said(done: subprocess.CompletedProcess[str]) -> tuple[int, list[str]]:
    """How many evenings there were and what was wrong, from the last line that was written."""
    if not done.stdout:
        return 0, [done.stderr[-300:]]
    tried, wrong = json.loads(done.stdout.splitlines()[-1])
    return tried, wrong


def inside(folder: Path, seed: int, tries: int, bug: str) -> tuple[int, list[str]]:
    """Runs under the shim: many small evenings, each with a call that fails.

    A bug that is planted needs to be found once.
    """
    folder.mkdir(parents=True)
    made = folder / "made"
    made.mkdir()
    path = founded(made)
    with opened(path).book as book:
        _a_saver(book)
    libc, chance = ctypes.CDLL(None), random.Random(seed)
    libc.shim_watch(str(folder / "try").encode())
    wrong: list[str] = []
    for number in range(tries):
        fate = (chance.randint(1, 40), chance.choice(ERRORS), int(chance.random() < 0.3))
        (folder / "try").mkdir()
        copied = Path(shutil.copy(path, folder / "try" / path.name))
        found = _evening(libc, copied, fate, bug, f"try{number}")
        if found:
            wrong.append(f"call {fate}: {found}")
        shutil.rmtree(folder / "try")
        if bug and wrong:
            break
    return tries, wrong[:20]


def _a_saver(book: Book) -> None:
    Village(book, StandingClock(TODAY)).saver(baht(1), on=TODAY)


def _evening(libc: Any, path: Path, fate: tuple[int, int, int], bug: str, seed: str) -> str:
    village = opened(path, seed)
    card = int(village.one("SELECT MIN(number) FROM cards WHERE kind = 'savings'"))
    told, at_most = 0, 0
    libc.shim_arm(*fate)
    for _ in range(ACTS):
        saved = _pays_in(village, card, bug)
        if saved is None:  # the book says it does not know
            at_most += 1
            break
        told += saved
    libc.shim_arm(0, 0, 0)
    try:
        village.book.close()
    except Refusal:
        village.book._connection.close()
    with Book.open(path) as again:
        ((paid,),) = again.ask(
            lambda reader: reader.rows("SELECT SUM(total) / 100 - 1 FROM receipts")
        )
        findings = again.ask(audit).findings
    if not told <= paid <= told + at_most:
        return f"{told} receipts were told, {paid} are there"
    return f"the audit finds {findings[0]}" if findings else ""


def _pays_in(village: Any, card: int, bug: str) -> int | None:
    try:
        village.deposit(card, baht(1))
    except CommitFailed as told:
        return int(told.saved or bool(bug))
    except CommitUnknown:
        return None
    except Trouble:
        return int(bool(bug))
    return 1


if __name__ == "__main__":
    place, of, many, planted = sys.argv[1:]
    print(json.dumps(inside(Path(place), int(of), int(many), planted)))
