"""Wrong tries at a book's passphrase: each makes the next one wait, and none locks anybody out.

The count lies beside the book (``village.satcha.tries``). It is a courtesy: whoever can write there
can take it away, and what protects a stolen file is the work of each guess (trust.md 5).
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ledger.domain.seen import LONGEST_NAME
from ledger.storage.given_files import plain_list

FREE = 5
LONGEST = 60  # seconds; with it a robot gets 69 guesses in the first hour and 60 in the next
_ALL = 1_000_000


def seconds_now() -> int:
    return time.time_ns() // 1_000_000_000


@dataclass(frozen=True, slots=True)
class Pending:
    """What no act of the book tells yet: wrong tries, and what opened the book instead.

    ``sheet`` says that the recovery sheet was used, ``network`` which office used its key.
    """

    wrong: int = 0
    sheet: bool = False
    network: str = ""


@dataclass(frozen=True, slots=True)
class Tries:
    """How many wrong ones there were since the last right one, and when the last was."""

    wrong: int = 0
    last: int = 0  # seconds of the system's clock
    pending: Pending = Pending()

    def wait(self, now: int) -> int:
        """Seconds until the next try; a clock that went back makes nobody wait longer."""
        if self.wrong < FREE:
            return 0
        due = min(1 << min(self.wrong - FREE, 10), LONGEST)
        return max(0, due - max(0, now - self.last))


class Door:
    """Counts the tries at one book."""

    def __init__(self, path: Path, now: Callable[[], int] = seconds_now) -> None:
        self._file = tries_of(path)
        self._now = now

    def wait(self) -> int:
        return self._read().wait(self._now())

    def wrong(self) -> None:
        """One more wrong try; that it cannot be written on a locked card is no reason to stop."""
        found = self._read()
        pending = replace(found.pending, wrong=min(found.pending.wrong + 1, _ALL))
        self._write(Tries(min(found.wrong + 1, _ALL), self._now(), pending))

    def right(self) -> None:
        """Nobody waits any more; the wrong tries stay until the book tells of them."""
        self._write(Tries(pending=self._read().pending))

    def by_sheet(self) -> None:
        """The recovery sheet was used to make a key."""
        found = self._read()
        self._write(replace(found, pending=replace(found.pending, sheet=True)))

    def by_network(self, name: str) -> None:
        """A network office used its key."""
        found = self._read()
        self._write(replace(found, pending=replace(found.pending, network=name)))

    def pending(self) -> Pending:
        return self._read().pending

    def noted(self) -> None:
        """An act of the book tells what was pending."""
        self._write(replace(self._read(), pending=Pending()))

    def _write(self, tries: Tries) -> None:
        with suppress(OSError):
            if tries == Tries():
                self._file.unlink(missing_ok=True)
                return
            pending = {
                "wrong": tries.pending.wrong,
                "sheet": tries.pending.sheet,
                "network": tries.pending.network,
            }
            plain = {"wrong": tries.wrong, "last": tries.last, "pending": pending}
            self._file.write_text(json.dumps(plain), encoding="utf-8")

    def _read(self) -> Tries:
        try:
            plain = plain_list(self._file) or {}
            told = plain["pending"]
            pending = Pending(
                min(max(int(told["wrong"]), 0), _ALL),
                bool(told["sheet"]),
                " ".join(str(told.get("network", "")).split())[:LONGEST_NAME],
            )
            return Tries(int(plain["wrong"]), int(plain["last"]), pending)
        except (ValueError, KeyError, TypeError, OverflowError):
            return Tries()


def tries_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.tries")
