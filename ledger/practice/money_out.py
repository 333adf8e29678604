"""Money that leaves between collection days: withdrawals, expenses, and cash to the bank."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import ZERO, Money, baht
from ledger.domain.papers import DENOMINATIONS
from ledger.practice.diary import BANK, Diary
from ledger.usecases.saving import Withdraw
from ledger.usecases.vouching import MoveMoney, PayExpense, ReceiveIncome

FLOAT = baht(6_000)
_LEAST_BANKED = baht(1_000)


@dataclass(frozen=True, slots=True)
class Bill:
    """An expense of every month: on which day, for what, to whom."""

    day: int
    account: str
    payee: str
    purpose: str
    least: int
    most: int
    by_bank: bool = False


BILLS = (
    Bill(12, "53020", "ร้านเครื่องเขียนตัวอย่าง", "กระดาษและแบบพิมพ์", 80, 350),
    Bill(20, "54010", "การไฟฟ้า", "ค่าไฟฟ้าที่ทำการ", 400, 900, by_bank=True),
    Bill(25, "53010", "ผู้ทำบัญชี", "ค่าตอบแทนผู้ทำบัญชี", 1_500, 1_501),
    Bill(26, "53030", "ร้านอาหารตัวอย่าง", "อาหารว่างการประชุมกรรมการ", 300, 700),
)


def pay_bill(diary: Diary, bill: Bill, on: date) -> None:
    amount = baht(diary.chance.randrange(bill.least, bill.most))
    if bill.by_bank:
        amount += Money(diary.chance.randrange(100))
    pay(diary, bill.account, amount, on, payee=bill.payee, purpose=bill.purpose, bank=bill.by_bank)


def pay(  # noqa: PLR0913 - the fields of a voucher
    diary: Diary,
    account: str,
    amount: Money,
    on: date,
    *,
    payee: str,
    purpose: str,
    bank: bool = False,
) -> int:
    """Pay an expense from cash, or from the bank when cash is short; answers the entry."""
    outcome = diary.run(
        PayExpense(
            account=account,
            amount=amount,
            on=on,
            payee=payee,
            purpose=purpose,
            bank=BANK if bank or diary.cash < amount else None,
            approved_by="ประธานกรรมการ",
        ),
        on,
    )
    return outcome.entries[0].number


def withdraw(diary: Diary, on: date) -> None:
    """Somebody with a savings account takes a part of it out."""
    savers = [
        one
        for one in diary.present()
        if one.savings is not None and not one.tied and diary.of(one.savings) >= baht(500)
    ]
    if not savers:
        return
    saver = diary.chance.choice(savers)
    held = diary.of(saver.savings or 0)
    hundreds = held.satang // baht(100).satang
    amount = baht(100 * diary.chance.randrange(1, max(2, hundreds * 7 // 10)))
    pay_out(diary, saver.savings or 0, amount, on)


def pay_out(diary: Diary, card: int, amount: Money, on: date, note: str = "") -> None:
    """A withdrawal in cash, or through the bank when cash is short or coins are too large."""
    by_bank = diary.cash < amount or amount.satang % DENOMINATIONS[-1].satang
    diary.run(
        Withdraw(
            card=card,
            amount=amount,
            on=on,
            bank=BANK if by_bank else None,
            approved_by="เหรัญญิก",
            note=note,
        ),
        on,
    )


def carry_to_bank(diary: Diary, on: date) -> None:
    """Whatever is above the float goes to the bank on the next working day (domain.md 2.2)."""
    amount = baht((diary.cash - FLOAT).satang // baht(100).satang * 100)
    if amount >= _LEAST_BANKED:
        diary.run(MoveMoney(amount=amount, on=on, target=BANK, purpose="นำเงินฝากธนาคาร"), on)


def receive_bank_interest(diary: Diary, on: date) -> None:
    """Half-yearly interest of the bank, a quarter of a percent on what lies there now."""
    amount = Money(diary.in_bank.satang // 800)
    if amount > ZERO:
        diary.run(
            ReceiveIncome(
                account="45010",
                amount=amount,
                on=on,
                payee="ธนาคาร",
                purpose="ดอกเบี้ยเงินฝากธนาคาร",
                bank=BANK,
            ),
            on,
        )
