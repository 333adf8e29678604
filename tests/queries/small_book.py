"""A small cooperative with three months of hand-worked figures, for questions and their papers.

January 2026 to March 2026, closed month by month; April is open. Every figure that a test expects
can be added up from the calls below.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from ledger.book import Book
from ledger.domain.accounts import BookKind
from ledger.domain.commands import Command, Outcome
from ledger.domain.days import Month
from ledger.domain.members import Leaving, MemberKind, Person
from ledger.domain.money import Money, baht
from ledger.usecases.banking import (
    MatchBankLine,
    OpenBank,
    ReconcileBank,
    RecordStatement,
    StatementLine,
)
from ledger.usecases.charging import ChargeMembers
from ledger.usecases.closing import CloseMonth
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import CountCash, Pieces
from ledger.usecases.founding import ChangeAccount, FoundBook
from ledger.usecases.members import AdmitMember, ChangeMember, ChangeZone, EndMembership, OpenZone
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.saving import OpenSavings, PlaceHold, SetPromise, TransferSavings, Withdraw
from ledger.usecases.sharing import ReturnShares
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, VoidReceipt
from ledger.usecases.vouching import JournalLine, MoveMoney, PayExpense, PostJournal, ReceiveIncome

THAI_TIME = timezone(timedelta(hours=7))
TREASURER = "นางสาวสมใจ ใจดี"
JANUARY, FEBRUARY, MARCH, APRIL = (Month(2026, number) for number in (1, 2, 3, 4))


@dataclass
class HandClock:
    """Shows the day it was set to, one minute later each time it is looked at."""

    day: date = date(2026, 1, 1)
    looked: int = 0

    def now(self) -> datetime:
        self.looked += 1
        at = datetime.combine(self.day, time(18, 0), THAI_TIME)
        return at + timedelta(minutes=self.looked % 300)


@dataclass
class Counting:
    """Chance that counts, so that every book of a test run is the same."""

    count: int = 0

    def letters(self, count: int) -> str:
        self.count += 1
        return f"{self.count:0{count}x}"


@dataclass
class SmallBook:
    """The book while it is being kept, and the names of what is in it."""

    book: Book
    clock: HandClock
    cards: dict[str, int] = field(default_factory=dict)
    entries: dict[str, int] = field(default_factory=dict)
    receipts: dict[str, str] = field(default_factory=dict)
    vouchers: dict[str, str] = field(default_factory=dict)
    dues: list[int] = field(default_factory=list)

    def on(self, day: date) -> SmallBook:
        self.clock.day = day
        return self

    def run(self, command: Command, name: str = "") -> Outcome:
        outcome = self.book.run(command)
        if name:
            if outcome.entries:
                self.entries[name] = outcome.entries[-1].number
            if outcome.receipts:
                self.receipts[name] = outcome.receipts[-1]
            if outcome.vouchers:
                self.vouchers[name] = outcome.vouchers[-1]
        return outcome

    def admit(self, given: str, family: str, zone: str, **more) -> str:
        person = Person(title=more.pop("title", "นาย"), given=given, family=family)
        outcome = self.run(AdmitMember(person=person, on=self.clock.day, zone=zone, **more))
        number = str(outcome.made["member"])
        for code in ("PROMISE", "SHARES"):
            self.cards[f"{number} {code}"] = made(outcome, code)
        return number

    def pays(self, member: str, *items: tuple[str, Money], name: str = "", **more) -> Outcome:
        visit = ReceiveVisit(
            member=member,
            on=self.clock.day,
            items=tuple(self.item(member, code, amount) for code, amount in items),
            **more,
        )
        return self.run(visit, name)

    def item(self, member: str, code: str, amount: Money) -> Item:
        if code in ("ENTRY", "FINE", "DUES"):
            return Item(item=ItemKind.FEE, type=code, amount=amount)
        if code.isdigit():
            return Item(item=ItemKind.CHARGE, charge=int(code), amount=amount)
        kind = ItemKind.SHARES if code == "SHARES" else ItemKind.DEPOSIT
        return Item(item=kind, card=self.cards[f"{member} {code}"], amount=amount)


def made(outcome: Outcome, name: str) -> Any:
    """What an act brought into being under a name."""
    return outcome.made[name]


def small_book(path: Path) -> SmallBook:
    """The whole story, up to the first days of April."""
    small = founded(path)
    january(small)
    february(small)
    march(small)
    return small


def founded(path: Path) -> SmallBook:
    clock = HandClock()
    founding = FoundBook(
        book="5a7c4a",
        kind=BookKind.HOUSING,
        name_th="สหกรณ์เคหสถานบ้านมั่นคงริมคลอง จำกัด",
        name_en="Rim Khlong Housing Cooperative Ltd.",
        auditor_telephone="044511222",
        starts_on=date(2026, 1, 1),
        cash_limit=baht(1_000),
    )
    book = Book.found(path, founding, user=TREASURER, clock=clock, chance=Counting())
    small = SmallBook(book, clock)
    small.run(OpenZone(code="A", name="โซนริมคลอง"))
    small.run(OpenZone(code="B", name="โซนหลังวัด"))
    small.run(
        OpenBank(
            code="GSB",
            bank="ธนาคารออมสิน",
            branch="สุรินทร์",
            account_number="020-1-23456-7",
            on=date(2026, 1, 1),
        )
    )
    return small


def january(small: SmallBook) -> None:
    """Three members join and pay; somebody gives the first money for the bank."""
    small.on(date(2026, 1, 10))
    for title, given, family, zone in (
        ("นางสาว", "สมใจ", "ใจดี", "A"),
        ("นาย", "บุญมี", "มีสุข", "A"),
        ("นาง", "มาลี", "ศรีสุข", "B"),
    ):
        number = small.admit(given, family, zone, title=title, household=f"H-{zone}")
        promise = SetPromise(
            card=small.cards[f"{number} PROMISE"], amount=baht(100), from_month=JANUARY
        )
        small.run(promise)
    small.run(SetPromise(card=small.cards["0001 SHARES"], amount=baht(50), from_month=JANUARY))
    small.run(ChangeZone(code="A", leader="0001"))
    opened = small.run(OpenSavings(member="0001", product="SAVINGS", on=small.clock.day))
    small.cards["0001 SAVINGS"] = made(opened, "card")
    small.pays(
        "0001",
        ("PROMISE", baht(100)),
        ("SHARES", baht(50)),
        ("SAVINGS", baht(1_000)),
        ("ENTRY", baht(20)),
        name="first visit",
    )
    small.pays("0002", ("PROMISE", baht(100)), ("ENTRY", baht(20)))
    small.pays("0003", ("PROMISE", baht(100)), ("ENTRY", baht(20)))
    small.on(date(2026, 1, 12))
    small.run(
        MoveMoney(amount=baht(800), on=small.clock.day, target="GSB", purpose="นำเงินฝากธนาคาร"),
        "banked",
    )
    small.on(date(2026, 1, 31))
    small.run(
        PayExpense(
            account="53020",
            amount=baht(120, 50),
            on=small.clock.day,
            payee="ร้านเครื่องเขียนสุรินทร์",
            purpose="ค่าสมุดและปากกา",
            approved_by="นายบุญมี มีสุข",
        ),
        "stationery",
    )
    small.on(date(2026, 2, 2)).run(CloseMonth(month=JANUARY))


def february(small: SmallBook) -> None:
    """A sheet with one who does not pay and five baht too little; an associate member joins."""
    small.on(date(2026, 2, 10))
    small.admit("วิชัย", "ทองดี", "B", kind=MemberKind.ASSOCIATE)
    dues = small.run(ChargeMembers(type="DUES", due_on=date(2026, 2, 15), amount=baht(60)))
    small.dues = made(dues, "charges")
    small.run(
        PostSheet(
            on=small.clock.day,
            lines=(
                SheetLine(
                    member="0001",
                    items=(
                        small.item("0001", "PROMISE", baht(100)),
                        small.item("0001", "SHARES", baht(50)),
                    ),
                ),
                SheetLine(member="0002", items=(), note="ไม่มา"),
                SheetLine(member="0003", items=(small.item("0003", "PROMISE", baht(80)),)),
            ),
            zones=("A", "B"),
            counted=(
                Pieces(denomination=baht(100), pieces=2),
                Pieces(denomination=baht(20), pieces=1),
                Pieces(denomination=baht(5), pieces=1),
            ),
            counted_by="นายบุญมี มีสุข",
            reason="ทอนเงินผิด",
        ),
        "sheet",
    )
    small.on(date(2026, 2, 20))
    small.run(
        Withdraw(
            card=small.cards["0001 SAVINGS"],
            amount=baht(250),
            on=small.clock.day,
            approved_by="นายบุญมี มีสุข",
            note="ค่าเทอมลูก",
        ),
        "withdrawal",
    )
    small.on(date(2026, 2, 28))
    small.run(
        ReceiveIncome(
            account="45010",
            amount=baht(3, 25),
            on=small.clock.day,
            payee="ธนาคารออมสิน",
            purpose="ดอกเบี้ยเงินฝาก",
            bank="GSB",
        ),
        "bank interest",
    )
    small.on(date(2026, 3, 1)).run(CloseMonth(month=FEBRUARY))


def march(small: SmallBook) -> None:
    """Late payments, a void receipt, a reversal into February, a count, the bank agreed."""
    small.on(date(2026, 3, 10))
    small.pays(
        "0001",
        ("PROMISE", baht(100)),
        ("SHARES", baht(50)),
        (f"{small.dues[0]}", baht(60)),
        name="third visit",
    )
    small.pays(
        "0002", ("PROMISE", baht(200)), name="wrong receipt", paper_book="3", paper_number="41"
    )
    small.run(
        VoidReceipt(
            receipt=small.receipts["wrong receipt"], on=small.clock.day, reason="เขียนจำนวนเงินผิด"
        )
    )
    small.pays(
        "0002",
        ("PROMISE", baht(150)),
        replaces=small.receipts["wrong receipt"],
        name="right receipt",
    )
    small.pays("0004", ("SHARES", baht(30)), (f"{small.dues[3]}", baht(60)), name="associate")
    small.run(
        ChargeMembers(type="FINE", due_on=date(2026, 3, 25), members=("0002",), amount=baht(10))
    )
    small.run(
        ReverseEntry(entry=small.entries["withdrawal"], on=small.clock.day, reason="ถอนผิดบัญชี"),
        "withdrawal reversed",
    )
    small.run(
        Withdraw(
            card=small.cards["0001 SAVINGS"], amount=baht(200), on=small.clock.day, note="ค่าเทอมลูก"
        ),
        "second withdrawal",
    )
    small.run(
        PlaceHold(
            card=small.cards["0001 SAVINGS"], amount=baht(300), on=small.clock.day, reason="ค้ำประกัน"
        )
    )
    small.run(
        TransferSavings(
            source=small.cards["0001 SAVINGS"],
            target=small.cards["0001 PROMISE"],
            amount=baht(40),
            on=small.clock.day,
            note="ออมล่วงหน้า",
        ),
        "transfer",
    )
    small.on(date(2026, 3, 31))
    small.run(
        PostJournal(
            on=small.clock.day,
            purpose="ตั้งค่าน้ำค่าไฟค้างจ่าย",
            lines=(
                JournalLine(account="54010", debit=baht(85)),
                JournalLine(account="23040", credit=baht(85)),
            ),
            approved_by="นายบุญมี มีสุข",
        ),
        "accrual",
    )
    small.run(
        CountCash(
            on=small.clock.day,
            pieces=(
                Pieces(denomination=baht(500), pieces=1),
                Pieces(denomination=baht(100), pieces=4),
                Pieces(denomination=baht(20), pieces=2),
                Pieces(denomination=baht(2), pieces=2),
                Pieces(denomination=baht(0, 50), pieces=1),
            ),
            counted_by="นายบุญมี มีสุข",
            reason="เหรียญขาดจากการทอน",
        ),
        "count",
    )
    bank_in_march(small)
    small.on(date(2026, 4, 3)).run(CloseMonth(month=MARCH))


def bank_in_march(small: SmallBook) -> None:
    """The bank knows a fee that the books do not; both agree with it as an open item."""
    lines = (
        StatementLine(on=date(2026, 1, 12), amount=baht(800), text="ฝาก", balance=baht(800)),
        StatementLine(
            on=date(2026, 2, 28), amount=baht(3, 25), text="ดอกเบี้ย", balance=baht(803, 25)
        ),
        StatementLine(
            on=date(2026, 3, 30), amount=-baht(10), text="ค่าธรรมเนียม", balance=baht(793, 25)
        ),
    )
    small.run(RecordStatement(bank="GSB", lines=lines))
    small.run(MatchBankLine(bank="GSB", line=1, entry=small.entries["banked"]))
    small.run(MatchBankLine(bank="GSB", line=2, entry=small.entries["bank interest"]))
    small.run(
        ReconcileBank(
            bank="GSB", at=date(2026, 3, 31), statement=baht(793, 25), note="ค่าธรรมเนียมรอลงบัญชี"
        )
    )


def april(small: SmallBook) -> None:
    """Everything that must not change what March's report prints."""
    small.on(date(2026, 4, 10))
    small.run(
        ReverseEntry(entry=small.entries["third visit"], on=small.clock.day, reason="ลงผิดคน"),
        "third visit reversed",
    )
    small.run(ChangeAccount(code="11010", name_th="เงินสดย่อย", name_en="Petty cash"))
    small.run(ChangeZone(code="A", name="โซนใหม่", leader="0002"))
    renamed = Person(title="นาง", given="สมใจ", family="รักเรียน")
    small.run(ChangeMember(member="0001", person=renamed, zone="B"))
    small.run(SetPromise(card=small.cards["0002 PROMISE"], amount=baht(500), from_month=JANUARY))
    late = AdmitMember(
        person=Person(title="นาย", given="ช้า", family="มาก"), on=date(2026, 3, 15), zone="A"
    )
    small.run(late)
    small.run(
        ChargeMembers(type="FINE", due_on=date(2026, 3, 20), members=("0003",), amount=baht(15))
    )
    small.run(
        ReturnShares(
            card=small.cards["0004 SHARES"], amount=baht(30), on=small.clock.day, leaving=True
        )
    )
    small.run(
        ReverseEntry(entry=small.entries["stationery"], on=small.clock.day, reason="ร้านคืนเงิน")
    )
    small.run(EndMembership(member="0004", on=small.clock.day, why=Leaving.RESIGNED), "left")
