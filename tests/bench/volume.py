"""The books that are measured: made once in a folder outside the project, copied for each use."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.book import Book, Secret
from ledger.domain.days import Month
from ledger.domain.money import baht, total
from ledger.practice.sheets import pieces_of
from ledger.practice.sizes import Size, sized_book
from ledger.storage import file, migrations
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.visiting import Item, ItemKind
from tests.support.clocks import CountedLetters, StandingClock

LAST = Month(2025, 12)  # the last month of a book made by ledger.practice.sizes


@dataclass(frozen=True, slots=True)
class Volume:
    """A book of a size, where it lies, and a second one with as many months again."""

    size: Size
    path: Path
    longer: Path

    @property
    def first_year_end(self) -> date:
        return LAST.plus(min(12, self.size.months) - self.size.months).last

    @property
    def last_day(self) -> date:
        return LAST.last

    @property
    def longer_last_day(self) -> date:
        return LAST.plus(self.size.months).last


def volume(folder: Path, size: Size) -> Volume:
    """The books of a size; made where the folder does not hold them for this form of the file."""
    form = hashlib.sha256(migrations.script(migrations.NEWEST).encode()).hexdigest()[:8]
    name = f"{size.members}x{size.months}-{form}"
    found = Volume(size, folder / f"{name}.satcha", folder / f"{name}-longer.satcha")
    with _without_waiting_for_the_disk():
        if not found.path.exists():
            _made_whole(found.path, lambda path: sized_book(path, size))
        if not found.longer.exists():
            _made_whole(found.longer, lambda path: _lengthened(found, path))
    return found


def _made_whole(target: Path, make: Callable[[Path], object]) -> None:
    """Under another name until it is done, so that half a book is never taken for one."""
    unfinished = target.with_suffix(".unfinished")
    for left in target.parent.glob(f"{unfinished.name}*"):
        left.unlink()
    make(unfinished)
    unfinished.rename(target)


@contextmanager
def _without_waiting_for_the_disk() -> Iterator[None]:
    # Only while books are made: what is measured waits for every commit.
    usual = file._SETTINGS
    file._SETTINGS = tuple(  # type: ignore[assignment]  # a tuple of other length is as good
        ("synchronous", "OFF", "0") if one[0] == "synchronous" else one for one in usual
    )
    try:
        yield
    finally:
        file._SETTINGS = usual


def _lengthened(found: Volume, path: Path) -> None:
    shutil.copy(found.path, path)
    months = [LAST.plus(at) for at in range(1, found.size.months + 1)]
    with opened(path, months[-1].last) as book:
        payers = payers_of(book)
        for at, month in enumerate(months):
            book.run(sheet(payers, month, at))


def opened(path: Path, day: date, *, seed: str = "bench", secret: Secret | None = None) -> Book:
    """The book opened on a day by a clock that stands; an encrypted one with its secret."""
    chance = CountedLetters(f"{seed} {day}")
    return Book.open(path, secret=secret, clock=StandingClock(day), chance=chance)


@dataclass(frozen=True, slots=True)
class Payer:
    """A member with her cards by product."""

    member: str
    cards: dict[str, int]


def payers_of(book: Book) -> list[Payer]:
    rows = book.ask(
        lambda reader: reader.rows(
            "SELECT member, product, number FROM cards WHERE member IS NOT NULL ORDER BY number"
        )
    )
    cards: dict[str, dict[str, int]] = {}
    for member, product, number in rows:
        cards.setdefault(member, {})[product] = number
    return [Payer(member, of_member) for member, of_member in sorted(cards.items())]


def sheet(payers: list[Payer], month: Month, at: int) -> PostSheet:
    """The collection of everybody on the fifth; three in seven pay a fourth item."""
    lines = tuple(
        SheetLine(member=payer.member, items=items(payer, with_income=(place + at) % 7 < 3))
        for place, payer in enumerate(payers)
    )
    whole = total(item.amount for line in lines for item in line.items)
    day = date(month.year, month.number, 5)
    return PostSheet(on=day, lines=lines, counted=pieces_of(whole))


def items(payer: Payer, *, with_income: bool) -> tuple[Item, ...]:
    income = (Item(item=ItemKind.INCOME, amount=baht(20), account="46010"),)
    return (
        Item(item=ItemKind.DEPOSIT, amount=baht(100), card=payer.cards["PROMISE"]),
        Item(item=ItemKind.SHARES, amount=baht(10), card=payer.cards["SHARES"]),
        Item(item=ItemKind.DEPOSIT, amount=baht(50), card=payer.cards["SAVINGS"]),
        *(income if with_income else ()),
    )
