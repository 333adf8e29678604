"""Books of a given size for measuring and for whole provinces: plain months, always the same."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.book import Book
from ledger.domain.accounts import BookKind
from ledger.domain.days import Month
from ledger.domain.members import Person
from ledger.domain.money import Money, baht, total
from ledger.domain.products import InterestMethod, Nature
from ledger.practice.pretending import PlannedClock, SeededChance
from ledger.practice.sheets import pieces_of
from ledger.usecases.closing import CloseMonth
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.founding import FoundBook
from ledger.usecases.members import AdmitMember
from ledger.usecases.saving import DefineSavingsProduct, Withdraw
from ledger.usecases.sharing import DefineShareType
from ledger.usecases.visiting import Item, ItemKind

# Volumes of performance.md at M: 120,000 visits of four lines, 52,040 of them with a fifth one,
# and 14,850 withdrawals make 134,850 entries and 561,740 lines.
_WITH_FIFTH_LINE = (1_301, 3_000)
_WITHDRAWALS_A_MONTH = (99, 800)
_LAST = Month(2025, 12)
_SAVINGS_FOR_ALL = DefineSavingsProduct(
    code="SAVINGS",
    name_th="เงินฝากออมทรัพย์",
    name_en="Savings deposit",
    nature=Nature.DEPOSIT,
    account="21010",
    interest_account="51010",
    method=InterestMethod.DAILY,
    opened_for_all=True,
    change=True,
)
_PROMISE, _SHARES, _SAVED, _OTHER, _TAKEN = (baht(100), baht(10), baht(50), baht(20), baht(20))
# Where so few hold equal shares, the first one to buy more would have more than a fifth of all.
_ENOUGH_HOLDERS = 10
_SHARES_WITHOUT_LIMIT = DefineShareType(
    code="SHARES", name_th="ค่าหุ้น", par=_SHARES, account="31010", one_fifth=False, change=True
)


@dataclass(frozen=True, slots=True)
class Size:
    """So many members over so many months."""

    members: int
    months: int


S = Size(200, 12)
M = Size(2_000, 60)


@dataclass(frozen=True, slots=True)
class Network:
    """One network of a province: how many organisations, and how many members they have."""

    number: int
    name_th: str
    name_en: str
    organisations: int
    members: int


@dataclass(frozen=True, slots=True)
class _Saver:
    number: str
    promise: int
    shares: int
    savings: int


def sized_book(
    path: Path, size: Size, *, name: str = "สหกรณ์เคหสถานตัวอย่าง จำกัด", last: Month = _LAST
) -> Path:
    """Make a book with so many members and months; every month but the last is closed.

    Raises:
        Refusal: why the book cannot be made.
    """
    first = last.plus(1 - size.months)
    clock, chance = PlannedClock(first.first), SeededChance(size.members)
    command = FoundBook(
        book=chance.letters(32), kind=BookKind.HOUSING, name_th=name, starts_on=first.first
    )
    with Book.found(path, command, clock=clock, chance=chance) as book:
        book.audits_closings = False
        book.run(_SAVINGS_FOR_ALL)
        if size.members < _ENOUGH_HOLDERS:
            book.run(_SHARES_WITHOUT_LIMIT)
        savers = [_join(book, at, first.first) for at in range(size.members)]
        for at in range(size.months):
            month = first.plus(at)
            clock.move_to(month.last)
            book.run(_sheet(savers, at, month))
            for taker in _takers(savers, at):
                book.run(Withdraw(card=taker.savings, amount=_TAKEN, on=_day(month, 20)))
            if at < size.months - 1:
                clock.move_to(month.plus(1).first)
                book.run(CloseMonth(month=month))
    return path


def read_networks(path: Path) -> list[Network]:
    """Networks from a table with columns no, name_th, name_en, organisations and members."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Network(
                int(row["no"]),
                row["name_th"],
                row["name_en"],
                int(row["organisations"]),
                int(row["members"]),
            )
            for row in csv.DictReader(file)
        ]


def province(folder: Path, networks: Sequence[Network], *, months: int = 1) -> list[Path]:
    """One book for every organisation; members are spread evenly over those of a network."""
    paths = []
    for network in networks:
        parts = Money(network.members).shared_by([1] * network.organisations)
        for at, part in enumerate(parts, start=1):
            path = folder / f"{network.number:02d}-{at:03d}.satcha"
            name = f"{network.name_th} กลุ่มที่ {at}"
            paths.append(sized_book(path, Size(part.satang, months), name=name))
    return paths


def _join(book: Book, at: int, on: date) -> _Saver:
    number = f"{at + 1:04d}"
    person = Person(given=f"สมาชิก {at + 1}")
    cards = book.run(AdmitMember(person=person, on=on, number=number)).made
    promise, shares, savings = (
        int(str(cards[product])) for product in ("PROMISE", "SHARES", "SAVINGS")
    )
    return _Saver(number, promise, shares, savings)


def _sheet(savers: Sequence[_Saver], at: int, month: Month) -> PostSheet:
    visits = at * len(savers)
    lines = tuple(_line(saver, visits + place) for place, saver in enumerate(savers))
    whole = total(item.amount for line in lines for item in line.items)
    return PostSheet(on=_day(month, 5), lines=lines, counted=pieces_of(whole))


def _line(saver: _Saver, visit: int) -> SheetLine:
    items = [
        Item(item=ItemKind.DEPOSIT, amount=_PROMISE, card=saver.promise),
        Item(item=ItemKind.SHARES, amount=_SHARES, card=saver.shares),
        Item(item=ItemKind.DEPOSIT, amount=_SAVED, card=saver.savings),
    ]
    if _falls_on(visit, *_WITH_FIFTH_LINE):
        items.append(Item(item=ItemKind.INCOME, amount=_OTHER, account="46010"))
    return SheetLine(member=saver.number, items=tuple(items))


def _falls_on(at: int, times: int, of: int) -> bool:
    """Whether the running count of so many times in so many rises at this place."""
    return (at + 1) * times // of > at * times // of


def _takers(savers: Sequence[_Saver], at: int) -> list[_Saver]:
    """Those who take money out in this month, each in turn."""
    times, of = _WITHDRAWALS_A_MONTH
    before, after = (len(savers) * months * times // of for months in (at, at + 1))
    return [savers[place % len(savers)] for place in range(before, after)]


def _day(month: Month, day: int) -> date:
    return date(month.year, month.number, day)
