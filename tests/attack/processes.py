"""Programs that are killed, that meet, that ask twice, and whose clock jumps (C5, K1, P10, D)."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from datetime import date, timedelta
from pathlib import Path

from ledger.book import Book
from ledger.domain.money import baht
from ledger.domain.refusals import CommandIdReused, Refusal
from ledger.queries.integrity import audit
from ledger.storage.unit import UnitOfWork
from tests.attack.images import ROOT
from tests.attack.results import Result
from tests.attack.worker import TODAY
from tests.support.books import Village, found_village, reopened

LONGEST_MS = 120
A_BOOK = 25  # so many kills in a row; then a new one, as each leaves it a hundred acts longer


def _a_book(folder: Path) -> tuple[Village, int]:
    folder.mkdir(parents=True)
    village = found_village(folder)
    _, card = village.saver(baht(1), on=TODAY)
    return village, card


def kills(folder: Path, *, seed: int, tries: int) -> Result:
    """C5: a program is ended in the middle of work; every receipt it gave out is in the book."""
    result = Result("C5 kill -9", "a random moment, the program as it is: 0 lost", seed)
    for bug in ("", "told-too-early"):
        village, _ = _a_book(folder / (bug or "kept"))
        village.book.close()
        wrong = _kill_often(village.book.path, seed, tries if not bug else max(6, tries // 3), bug)
        if bug:
            result.planted[bug] = bool(wrong)
        else:
            result.tried, result.wrong = tries, wrong
    return result


def _kill_often(path: Path, seed: int, tries: int, bug: str) -> list[str]:
    chance, wrong, new = random.Random(seed), [], path.read_bytes()
    for number in range(tries):
        if number % A_BOOK == 0:
            path.write_bytes(new)
        worker = [sys.executable, "-m", "tests.attack.worker", "deposit", str(path), bug]
        running = subprocess.Popen(worker, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert running.stdout is not None
        told = running.stdout.readline()
        if bug:  # the bug shows between the word and the deed
            running.kill()
        time.sleep(chance.randint(0, LONGEST_MS) / 1000)
        running.kill()
        rest, _ = running.communicate()
        last = int([told, *rest.splitlines()][-1] or 0)
        with Book.open(path) as book:
            ((acts,),) = book.ask(lambda reader: reader.rows("SELECT MAX(number) FROM acts"))
            findings = book.ask(audit).findings
        if acts < last:
            wrong.append(f"act {last} was told, {acts} are there")
        if findings:
            wrong.append(f"the audit finds {findings[0]}")
        if bug and wrong:  # planted, and found
            break
    return wrong


def meetings(folder: Path, *, seed: int, tries: int) -> Result:
    """K1: many open one book at once; exactly one has it, the others are told."""
    result = Result("K1 two processes", "three open at once: one has it, the others know", seed)
    village, _ = _a_book(folder)
    village.book.close()
    path = village.book.path
    for _ in range(tries):
        result.tried += 1
        won = _race(path, hands=3)
        if won != 1:
            result.note(f"{won} programs had the book at once")
    village = reopened(village)
    worker = [sys.executable, "-m", "tests.attack.worker", "deposit", str(path), ""]
    told = subprocess.run(worker, capture_output=True, text=True, cwd=ROOT, check=False)
    if "BookInUse" not in told.stderr:
        result.note(f"another program was not told: {told.stderr[-200:]}")
    village.book.close()
    copy = folder / "copied.satcha"
    copy.write_bytes(path.read_bytes())
    result.planted["two files"] = _race(path, copy, hands=2) == 2
    return result


def _race(*paths: Path, hands: int) -> int:
    """How many of so many threads have a book at the same moment."""
    held, start = [], threading.Barrier(hands)

    def grab(path: Path) -> None:
        start.wait()
        try:
            held.append(Book.open(path))
        except Refusal:
            return

    threads = [threading.Thread(target=grab, args=(paths[at % len(paths)],)) for at in range(hands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for book in held:
        book.close()
    return len(held)


def doubles(folder: Path, *, seed: int, tries: int) -> Result:
    """P10: the same command sent again and again, from several hands, books once."""
    result = Result("P10 double submission", "one id 2 to 20 times, from three hands", seed)
    chance = random.Random(seed)
    village, card = _a_book(folder)
    expected = 1
    for number in range(tries):
        result.tried += 1
        command_id = f"{number:032x}"
        hands = [
            threading.Thread(
                target=lambda: village.deposit(card, baht(1), command_id=command_id)  # noqa: B023
            )
            for _ in range(chance.randint(2, 20) if number % 10 == 0 else 2)
        ]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
        if chance.random() < 0.1:
            village = reopened(village)
        village.deposit(card, baht(1), command_id=command_id)
        expected += 1
        if village.held(card) != baht(expected):
            result.note(f"{village.held(card)} is there, {baht(expected)} was paid")
            expected = village.held(card).satang // 100
    result.planted["another command"] = _is_refused(village, card)
    before = village.held(card)
    for _ in range(2):
        village.deposit(card, baht(1))  # the bug: a window that makes a new id each time
    result.planted["a new id each time"] = village.held(card) != before + baht(1)
    if village.book.ask(audit).findings:
        result.note("the audit finds something")
    village.book.close()
    return result


def _is_refused(village: Village, card: int) -> bool:
    try:
        village.deposit(card, baht(2), command_id=f"{0:032x}")
    except CommandIdReused:
        return True
    return False


def clocks(folder: Path, *, seed: int, tries: int) -> Result:
    """D: the clock of the PC jumps back and forth; the order of acts stays, nothing is lost."""
    result = Result("D1-D4 clock", "jumps of a second to twenty years, both ways", seed)
    chance = random.Random(seed)
    village, card = _a_book(folder)
    expected = 1
    for number in range(tries):
        result.tried += 1
        days = chance.choice((0, 0, 1, 30, 400, 7_300)) * chance.choice((1, -1))
        day = min(max(TODAY + timedelta(days=days), date(2000, 1, 1)), date(2060, 12, 31))
        village.clock.set(day)
        village.clock.moment += timedelta(seconds=chance.randint(-86_000, 0))
        try:
            village.deposit(card, baht(1), on=min(day, TODAY))
            expected += 1
        except Refusal as refusal:
            if village.held(card) != baht(expected):
                result.note(f"{refusal!r} left something behind")
        if number % 25 == 24 and village.book.ask(audit).findings:
            result.note(f"after {number} jumps: {village.book.ask(audit).findings[0]}")
    if village.held(card) != baht(expected):
        result.note(f"{village.held(card)} is there, {baht(expected)} was paid")
    result.planted["time as the clock says"] = _runs_backwards(village, card)
    village.book.close()
    return result


def _runs_backwards(village: Village, card: int) -> bool:
    """A program that writes down whatever the clock says is found by the audit."""
    before = UnitOfWork.__init__

    def forgetful(self: UnitOfWork, *given: object) -> None:
        before(self, *given)  # type: ignore[arg-type]
        self._recorded_at = self.now.isoformat(timespec="milliseconds")

    village.clock.set(date(2001, 1, 1))
    UnitOfWork.__init__ = forgetful  # type: ignore[method-assign, assignment]
    try:
        village.deposit(card, baht(1), on=date(2001, 1, 1))
    except Refusal:
        village.clock.set(TODAY - timedelta(days=2))
        village.deposit(card, baht(1), on=TODAY - timedelta(days=2))
    finally:
        UnitOfWork.__init__ = before  # type: ignore[method-assign]
    return bool(village.book.ask(audit).findings)
