"""Collection day of the practice book: who pays what, counted in notes and coins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.papers import DENOMINATIONS
from ledger.practice import borrowers
from ledger.practice.diary import Diary
from ledger.practice.people import Habit, Resident, heads
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import Pieces
from ledger.usecases.visiting import Item, ItemKind

ENTRANCE_FEE = baht(50)
_COUNTED_BY = "เหรัญญิกและกรรมการสองคน"
_SHORT = baht(20)


def collect(diary: Diary, zone: str, on: date, *, first: bool, short: bool = False) -> None:
    """Post the sheet of one zone; in the first month everybody buys the same shares."""
    residents = [one for one in diary.present() if one.zone == zone]
    due = borrowers.asked(diary, on)
    lines = [
        line
        for home in heads(residents).values()
        for line in _of_home(diary, home, due, first=first)
    ]
    if not lines:
        return
    whole = total(item.amount for line in lines for item in line.items)
    missing = _SHORT if short and whole > _SHORT else ZERO
    diary.run(
        PostSheet(
            on=on,
            lines=tuple(sorted(lines, key=lambda line: line.member)),
            zones=(zone,),
            counted=pieces_of(whole - missing),
            counted_by=_COUNTED_BY,
            reason="เงินขาด 20 บาท ทอนเงินเกินหนึ่งราย" if missing > ZERO else "",
        ),
        on,
    )


def pieces_of(amount: Money) -> tuple[Pieces, ...]:
    """The amount in as few notes and coins as there are."""
    left, found = amount, []
    for value in DENOMINATIONS:
        count = left.satang // value.satang
        if count:
            found.append(Pieces(denomination=value, pieces=count))
            left -= value * count
    return tuple(found)


def _of_home(
    diary: Diary, home: Sequence[Resident], due: Mapping[str, Money], *, first: bool
) -> list[SheetLine]:
    """One line a member; in the large households the first one pays for all."""
    items = [(resident, _items(diary, resident, due, first=first)) for resident in home]
    if len(home) < 3:
        return [SheetLine(member=one.number, items=tuple(found)) for one, found in items]
    everything = tuple(item for _, found in items for item in found)
    payer = SheetLine(
        member=home[0].number, items=everything, payer=f"ผู้แทนครัวเรือน {home[0].household.code}"
    )
    return [payer, *(SheetLine(member=one.number, items=()) for one in home[1:])]


def _items(
    diary: Diary, resident: Resident, due: Mapping[str, Money], *, first: bool
) -> list[Item]:
    entering = not resident.entered
    repaid = borrowers.instalment(resident, due.get(resident.number, ZERO))
    if resident.ahead_months:
        resident.ahead_months -= 1
        return repaid
    if not entering and diary.happens(resident.habit.value):
        resident.owed_months += 1
        return []
    items = [_promise(diary, resident)]
    resident.entered = True
    if entering:
        items.insert(0, Item(item=ItemKind.FEE, amount=ENTRANCE_FEE, type="ENTRY"))
    items.extend(_charges(resident))
    items.extend(_shares(diary, resident, first=first))
    items.extend(repaid)
    items.extend(_free_deposit(diary, resident))
    return items


def _promise(diary: Diary, resident: Resident) -> Item:
    months = 1 + resident.owed_months
    if months == 1 and resident.habit is Habit.PUNCTUAL and diary.happens(2):
        months += 2
        resident.ahead_months = 2
    note = "" if months == 1 else f"จำนวน {months} เดือน"
    resident.owed_months = 0
    return Item(
        item=ItemKind.DEPOSIT,
        amount=resident.promise * months,
        card=resident.cards["PROMISE"],
        note=note,
    )


def _charges(resident: Resident) -> list[Item]:
    items = [
        Item(item=ItemKind.CHARGE, amount=amount, charge=number)
        for number, amount in resident.charges
    ]
    resident.charges.clear()
    return items


def _shares(diary: Diary, resident: Resident, *, first: bool) -> list[Item]:
    card, amount = resident.cards["SHARES"], baht(50) if first else resident.shares
    held = diary.of(card) + amount
    # Far enough below a fifth of all shares for every sheet of the month (Act s.33).
    if not first and held * 6 > diary.all_shares:
        return []
    return [Item(item=ItemKind.SHARES, amount=amount, card=card)]


def _free_deposit(diary: Diary, resident: Resident) -> list[Item]:
    if resident.savings is None or not diary.happens(45):
        return []
    amount = baht(100 * diary.chance.randrange(1, 16))
    return [Item(item=ItemKind.DEPOSIT, amount=amount, card=resident.savings)]


def raise_promise(resident: Resident, month: Month) -> tuple[int, Money, Month]:
    """A higher promise from that month on: card, amount and month."""
    resident.promise += baht(50)
    return resident.cards["PROMISE"], resident.promise, month
