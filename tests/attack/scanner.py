"""Another program holds files for a while after they were written, as virus scanners do (K4)."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ledger.book import Book
from ledger.book.copies import back_up, restore
from ledger.domain.money import baht
from ledger.domain.refusals import Refusal
from ledger.queries.integrity import audit
from ledger.storage import moving
from tests.attack.results import Result
from tests.support.books import Village, found_village

_LONGEST = 2.0  # seconds


class Scanner:
    """Holds every file that takes a place for a time drawn by lot; its seconds pass by waiting."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._now = 0.0
        self._until: dict[str, float] = {}
        self._replace = os.replace
        self.held = 0

    def wait(self, seconds: float) -> None:
        self._now += seconds

    def replace(self, source: Any, target: Any) -> None:
        # What waited for the first is let go by then: it looks at each file once.
        until = self._until.setdefault(
            f"{source} {target}", self._now + self._chance.uniform(0.001, _LONGEST)
        )
        if self._now < until:
            self.held += 1
            error = PermissionError(13, "in use", str(target))
            error.winerror = 32  # type: ignore[attr-defined]  # as Windows says it
            raise error
        self._until.pop(f"{source} {target}")
        self._replace(source, target)


@contextmanager
def _looked_at(scanner: Scanner) -> Iterator[None]:
    with (
        patch.object(os, "replace", scanner.replace),
        patch.object(moving, "sleep", scanner.wait),
    ):
        yield


def scanned(folder: Path, *, seed: int, tries: int) -> Result:
    """K4: books are copied, restored and get keys while a scanner looks; nobody hears of it."""
    result = Result("K4 scanner", "files held for up to 2 s: no failure shown, nothing lost", seed)
    scanner = Scanner(random.Random(seed))
    folder.mkdir(parents=True)
    village = found_village(folder)
    _, card = village.saver(baht(1))
    with _looked_at(scanner):
        for at in range(tries):
            result.tried += 1
            _an_evening(result, village, card, folder, at)
    with _looked_at(scanner), patch.object(moving, "_WAITS", 0):
        planted = Result("", "", seed)
        _an_evening(planted, village, card, folder, tries)
        result.planted["no second try"] = bool(planted.wrong)
    village.book.close()
    if not scanner.held:
        result.note("nothing was ever held")
    return result


def _an_evening(result: Result, village: Village, card: int, folder: Path, at: int) -> None:
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    village.deposit(card, baht(1))
    try:
        back_up(village.book, stick)
        if at % 10 == 0:
            again = restore(stick, folder / f"again{at}.satcha", reason="ลองกู้คืน")
            with Book.open_for_reading(Path(again.path)) as book:
                if book.ask(audit).findings:
                    result.note("the restored book is not whole")
    except (OSError, Refusal) as told:
        result.note(f"people are told: {told!r}")
