"""A small book of both legs: one CODI loan, three loans to members, one of them late."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

from ledger.domain.loan_life import CollateralKind
from ledger.domain.loans.contract import PenaltyKind
from ledger.domain.loans.terms import Method
from ledger.domain.members import Leaving, Person
from ledger.domain.money import baht
from ledger.usecases.lending import RescheduleLoan
from ledger.usecases.loan_security import PledgeCollateral
from ledger.usecases.members import EndMembership
from tests.support.books import START, Village, found_village
from tests.support.lending import borrowing, contract, pay, pay_out, repay, with_types

TODAY = date(2026, 6, 30)
BORROWER = Person(
    title="นาง",
    given="กัญญา",
    family="ฝั่งน้ำ",
    national_id="3320100123459",
    address="๑๒/๓ หมู่ ๔ ตำบลในเมือง อำเภอเมืองสุรินทร์",
    phone="0812345678",
)


def loan_book(folder: Path) -> Village:
    """The book on 30 June 2569; its loans to members have the cards 4, 5 and 6 in order."""
    village = with_types(
        found_village(folder, today=TODAY),
        method=Method.EQUAL_INSTALMENT,
        penalty_kind=PenaltyKind.OVERDUE_PRINCIPAL,
        penalty_rate=Fraction(3, 100),
        penalty_grace=7,
    )
    guarantor, _ = village.member(person=Person(given="สมศักดิ์", family="ค้ำใจ"))
    borrower, _ = village.member(person=BORROWER)
    other, _ = village.member(person=Person(given="บุญมี", family="มีสุข"))
    village.saver(baht(5_000), on=START)
    source = borrowing(village, baht(50_000), contract_number="พอช. ๑๒/๒๕๖๙")
    pay_out(village, source, baht(50_000))
    terms = {"source": source, "purpose": "ซ่อมแซมบ้าน", "resolution": "มติที่ ๒/๒๕๖๙"}
    first = contract(
        village,
        borrower,
        baht(24_000),
        guarantors=(guarantor,),
        contract_number="ก.๑/๒๕๖๙",
        approved_by="นายสมหมาย ประธาน",
        **terms,
    )
    second = contract(village, other, baht(12_000), instalments=24, **terms)
    for card, amount in ((first, baht(24_000)), (second, baht(12_000))):
        pay_out(village, card, amount)
    village.run(
        PledgeCollateral(
            card=first,
            kind=CollateralKind.LAND,
            description="โฉนดที่ดินเลขที่ ๔๕๖",
            value=baht(80_000),
            on=START,
        )
    )
    _months(village, source, first, second)
    village.run(EndMembership(member=guarantor, on=date(2026, 6, 20), why=Leaving.DECEASED))
    return village


def _months(village: Village, source: int, first: int, second: int) -> None:
    for month in (2, 3):
        day = date(2026, month, 1)
        pay(village, first, baht(2_065, 60), day)
        pay(village, second, baht(532), day)
        repay(village, source, baht(5_091), day)
    village.run(
        RescheduleLoan(
            card=second,
            on=date(2026, 3, 15),
            instalments=20,
            first_due=date(2026, 4, 15),
            resolution="มติที่ ๕/๒๕๖๙",
            reason="รายได้ลดลง",
        )
    )
    pay(village, second, baht(600), date(2026, 4, 15))
