"""The books that are measured: many members for many months, made by the program's own commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from ledger.book import Book
from ledger.domain.accounts import BookKind
from ledger.domain.commands import Command
from ledger.domain.days import Month
from ledger.domain.members import Person
from ledger.domain.money import Money, baht, total
from ledger.domain.papers import DENOMINATIONS
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import Pieces
from ledger.usecases.founding import FoundBook
from ledger.usecases.members import AdmitMember
from ledger.usecases.saving import OpenSavings, Withdraw
from ledger.usecases.visiting import Item, ItemKind
from tests.support.clocks import CountedLetters, StandingClock

FIRST = Month(2016, 1)
CARDS = 3  # promise savings, shares, free savings: in this order, member by member
# Out of so many payments so many also pay dues, or take money out: with them M has the 134,850
# entries and 561,740 lines of performance.md.
PAYMENTS, WITH_DUES, WITHDRAWALS = 120_000, 52_040, 14_850


@dataclass(frozen=True, slots=True)
class Size:
    """So many members paying for so many months."""

    name: str
    members: int
    months: int

    @property
    def first_day(self) -> date:
        return FIRST.first

    @property
    def last_day(self) -> date:
        return FIRST.plus(self.months - 1).last


M = Size("M", members=2_000, months=60)
QUICK = Size("quick", members=60, months=6)


def found(path: Path, size: Size) -> Book:
    """A new book with all its members and their cards, and no money yet."""
    clock = StandingClock(FIRST.first)
    founding = FoundBook(
        book="b3" * 16, kind=BookKind.HOUSING, name_th="สหกรณ์เคหสถานวัดความเร็ว", name_en="Bench"
    )
    book = Book.found(path, founding, clock=clock, chance=CountedLetters(size.name))
    for number in range(1, size.members + 1):
        person = Person(given=f"สมาชิก{number}", family="บ้านมั่นคง")
        member = f"{number:04d}"
        book.run(AdmitMember(person=person, on=FIRST.first, number=member))
        book.run(OpenSavings(member=member, product="SAVINGS", on=FIRST.first))
    return book


def opened(path: Path, day: date, *, seed: str = "later") -> Book:
    return Book.open(path, clock=StandingClock(day), chance=CountedLetters(seed))


def months_of(size: Size, *, since: int = 0) -> Iterator[tuple[Month, list[Command]]]:
    """What is entered in each month: one sheet of everybody, then money taken out on later days."""
    for at in range(since, since + size.months):
        month = FIRST.plus(at)
        yield month, [sheet(size, at), *withdrawals(size, at)]


def sheet(size: Size, at: int) -> PostSheet:
    """The collection sheet of everybody in the month that is so many months after the first."""
    lines = tuple(
        SheetLine(member=f"{number:04d}", items=items(number, at * size.members + number))
        for number in range(1, size.members + 1)
    )
    paid = total(item.amount for line in lines for item in line.items)
    day = FIRST.plus(at).first + timedelta(days=4)
    return PostSheet(on=day, lines=lines, counted=pieces(paid), counted_by="เหรัญญิก")


def items(member: int, payment: int) -> tuple[Item, ...]:
    """What a member pays: promise, shares and savings, and dues in a part of the months."""
    promise, shares, savings = range(CARDS * (member - 1) + 1, CARDS * member + 1)
    dues = (Item(item=ItemKind.INCOME, amount=baht(20), account="43040"),)
    return (
        Item(item=ItemKind.DEPOSIT, amount=baht(100 + member % 5 * 50), card=promise),
        Item(item=ItemKind.SHARES, amount=baht(50 + member % 3 * 50), card=shares),
        Item(item=ItemKind.DEPOSIT, amount=baht(50 + payment % 7 * 30), card=savings),
        *(dues if _is_one_of(WITH_DUES, payment) else ()),
    )


def withdrawals(size: Size, at: int) -> Iterator[Withdraw]:
    for number in range(1, size.members + 1):
        payment = at * size.members + number
        if _is_one_of(WITHDRAWALS, payment):
            day = FIRST.plus(at).first + timedelta(days=6 + number % 20)
            yield Withdraw(card=CARDS * number, amount=baht(40), on=day)


def _is_one_of(chosen: int, payment: int) -> bool:
    """Spread so many chosen payments evenly over all of them."""
    return payment * chosen // PAYMENTS != (payment - 1) * chosen // PAYMENTS


def pieces(amount: Money) -> tuple[Pieces, ...]:
    """Notes and coins for an amount, the largest first."""
    left, counted = amount.satang, []
    for denomination in DENOMINATIONS:
        number, left = divmod(left, denomination.satang)
        if number:
            counted.append(Pieces(denomination=denomination, pieces=number))
    return tuple(counted)
