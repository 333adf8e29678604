"""The program under attack, in a process of its own: keeps a small book, or has its calls fail.

``python -m tests.attack.worker keep BOOK BUG`` does one of everything and marks each act after it
was saved. ``… deposit BOOK BUG`` pays in until somebody ends it, and says each receipt.
``recover``, ``backup``, ``restore`` and ``renew`` are the works that a power cut may meet half-way.
"""

from __future__ import annotations

import ctypes
import secrets
import sys
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from ledger.book import Book, Secret, copies, keyholding
from ledger.domain.commands import Command
from ledger.domain.money import baht
from ledger.storage import file, key_file
from ledger.storage.key_ring import KeyRing
from ledger.usecases.visiting import Deposit
from tests.support.books import Village
from tests.support.clocks import CountedLetters, StandingClock

TODAY = date(2026, 3, 20)
WORDS = "ตะวัน ส้ม ริมน้ำ ใบตอง"

# Each is planted to show that the attack would find it.
BUGS = {
    "": {},
    "sync-off": {"synchronous": ("OFF", "0")},
    "sync-normal": {"synchronous": ("NORMAL", "1")},
    "no-journal": {"journal_mode": ("OFF", "off"), "synchronous": ("OFF", "0")},
    "told-too-early": {},
}


def plant(bug: str) -> None:
    """Change the settings of the file as this bug would."""
    settings: Any = tuple(
        (name, *BUGS[bug].get(name, (value, expected))) for name, value, expected in file._SETTINGS
    )
    file._SETTINGS = settings


def opened(path: Path, seed: str = "worker") -> Village:
    clock = StandingClock(TODAY)
    return Village(Book.open(path, clock=clock, chance=CountedLetters(seed)), clock)


class Telling(Village):
    """A village that marks every act once it was saved; or before, which is a bug."""

    early = False

    def run(self, command: Command, **named: Any) -> Any:
        if self.early:
            _shim().shim_mark(int(self.one("SELECT MAX(number) + 1 FROM acts")))
        outcome = self.book.run(command, **named)
        if outcome.act:
            _shim().shim_mark(outcome.act)
        return outcome


def keep(path: Path, bug: str) -> None:
    from tests.support.full import fill  # on first use: most works start quicker without

    plant(bug)
    village = opened(path)
    telling = Telling(village.book, village.clock)
    telling.early = bug == "told-too-early"
    fill(telling)
    telling.book.close()


def deposit(path: Path, bug: str) -> None:
    """Pay in one baht after the other; a line on standard output is a receipt in a hand."""
    plant(bug)
    village = opened(path, seed=secrets.token_hex(8))
    card = int(village.one("SELECT MIN(number) FROM cards WHERE kind = 'savings'"))
    for number in count(1):
        on = TODAY - timedelta(days=number % 20)
        if bug == "told-too-early":
            _say(int(village.one("SELECT MAX(number) + 1 FROM acts")))
        outcome = village.run(Deposit(card=card, amount=baht(1), on=on))
        _say(outcome.act)


def recover(path: Path, bug: str) -> None:
    """Open what a power cut left, and close it."""
    if bug:
        Path(file.log_of(path)).unlink(missing_ok=True)
    with opened(path).book:
        pass


def backup(path: Path, bug: str) -> None:
    if bug == "copied in place":
        copies._move = _copied_in_place
    with opened(path).book as book:
        copies.back_up(book, path.parent / "stick")


def restore(path: Path, bug: str) -> None:
    if bug == "copied in place":
        copies._move = _copied_in_place
    copies.restore(path.parent / "stick", path.with_name("again.satcha"), reason="the PC broke")


def renew(path: Path, bug: str) -> None:
    """Give the book a new key; ``Secret`` comes in by the passphrase."""
    from tests.support.quick_keys import quick_guesses  # on first use as well

    if bug == "book first":
        keyholding._put_in_place = _book_first
    with quick_guesses():
        keyholding.renew(path, Secret("malee", WORDS))


def _copied_in_place(unfinished: Path, target: Path) -> None:
    """The planted bug: what has its name already is still being written."""
    whole = unfinished.read_bytes()
    with target.open("wb", buffering=0) as written:
        for at in range(0, len(whole), 4096):
            written.write(whole[at : at + 4096])
    unfinished.unlink()


def _book_first(path: Path, beside: Path, ring: KeyRing, made: KeyRing) -> Path:
    """The planted bug: between the two steps nobody's key opens the book."""
    beside.replace(path)
    key_file.write(path, made, ring)
    return path


def _say(act: int) -> None:
    sys.stdout.write(f"{act}\n")
    sys.stdout.flush()


def _shim() -> Any:
    return ctypes.CDLL(None)


if __name__ == "__main__":
    works = (keep, deposit, recover, backup, restore, renew)
    {work.__name__: work for work in works}[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
