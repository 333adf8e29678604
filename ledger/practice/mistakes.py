"""Mistakes that happen in every village, and how they are put right in the open."""

from __future__ import annotations

from datetime import date

from ledger.domain.money import Money, baht
from ledger.practice.diary import Diary
from ledger.practice.money_out import pay
from ledger.usecases.reversing import CorrectEntry, ReverseEntry
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, VoidReceipt
from ledger.usecases.vouching import PayExpense


def void_a_receipt(diary: Diary, on: date) -> None:
    """A deposit was written for the wrong amount; the receipt is voided and replaced."""
    saver = next((one for one in diary.present() if one.savings is not None), None)
    if saver is None or saver.savings is None:
        return
    wrong, right = baht(1_000), baht(100)
    made = diary.run(_deposit(saver.number, saver.savings, wrong, on), on)
    label = made.receipts[0]
    diary.run(VoidReceipt(receipt=label, on=on, reason="เขียนจำนวนเงินผิด ที่ถูกคือ 100 บาท"), on)
    diary.run(_deposit(saver.number, saver.savings, right, on, replaces=label), on)


def pay_on_a_wrong_account(diary: Diary, on: date) -> int:
    """Repairs booked as stationery: nobody sees it until the month is closed."""
    return pay(diary, "53020", baht(480), on, payee="ร้านวัสดุก่อสร้างตัวอย่าง", purpose="ซ่อมหลังคาที่ทำการ")


def put_right_after_closing(diary: Diary, entry: int, on: date) -> None:
    """The entry lies in a closed month: it is reversed today, and booked on its account today."""
    diary.run(ReverseEntry(entry=entry, on=on, reason="ลงผิดบัญชี ที่ถูกคือค่าซ่อมแซม"), on)
    pay(diary, "54020", baht(480), on, payee="ร้านวัสดุก่อสร้างตัวอย่าง", purpose="ซ่อมหลังคาที่ทำการ")


def correct_in_one_act(diary: Diary, on: date) -> None:
    """An amount with two digits exchanged, put right by reversing and booking in one act."""
    entry = pay(diary, "53040", baht(210), on, payee="เลขานุการ", purpose="ค่าพาหนะไปอำเภอ")
    again = PayExpense(
        account="53040",
        amount=baht(120),
        on=on,
        payee="เลขานุการ",
        purpose="ค่าพาหนะไปอำเภอ",
        approved_by="ประธานกรรมการ",
    )
    diary.run(CorrectEntry(entry=entry, on=on, reason="สลับตัวเลข 120 เป็น 210", instead=again), on)


def _deposit(member: str, card: int, amount: Money, on: date, replaces: str = "") -> ReceiveVisit:
    item = Item(item=ItemKind.DEPOSIT, amount=amount, card=card)
    return ReceiveVisit(member=member, on=on, items=(item,), replaces=replaces)
