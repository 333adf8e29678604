"""How the invented cooperative begins: its founding, zones, bank account and products."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ledger.domain.accounts import BookKind
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.domain.products import InterestMethod, Nature
from ledger.practice.borrowers import define_types
from ledger.practice.diary import BANK, Diary, made_card
from ledger.practice.people import ZONES
from ledger.usecases.banking import OpenBank
from ledger.usecases.founding import FoundBook
from ledger.usecases.members import OpenZone
from ledger.usecases.saving import DefineSavingsProduct, SetSavingsRate

FIXED = "FIXED12"


def founding(book: str, first: Month) -> FoundBook:
    """The first act: a cooperative that nobody can take for a real one."""
    return FoundBook(
        book=book,
        kind=BookKind.HOUSING,
        name_th="สหกรณ์เคหสถานบ้านมั่นคงริมน้ำสุขใจ จำกัด (สมุดฝึกหัด)",
        name_en="Rim Nam Suk Jai Baan Mankong Housing Cooperative Ltd. (practice)",
        registration="ฝ. 000/2500",
        address="99 หมู่ 9 ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดตัวอย่าง 00000",
        telephone="000-000-0000",
        auditor_telephone="000-000-0001",
        year_ends_in=12,
        starts_on=first.first,
        cash_limit=baht(10_000),
        practice=True,
    )


def set_up(diary: Diary, on: date) -> None:
    """Zones, the bank account, a fixed deposit, and rates by resolution."""
    for code, name in ZONES.items():
        diary.run(OpenZone(code=code, name=name), on)
    bank = OpenBank(
        code=BANK,
        bank="ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร",
        branch="สาขาตัวอย่าง",
        account_number="000-0-00000-0",
        account_name="สหกรณ์เคหสถานบ้านมั่นคงริมน้ำสุขใจ จำกัด",
        on=on,
    )
    diary.bank_card = made_card(diary.run(bank, on))
    fixed = DefineSavingsProduct(
        code=FIXED,
        name_th="เงินฝากประจำ 12 เดือน",
        name_en="Fixed deposit, 12 months",
        nature=Nature.DEPOSIT,
        account="21040",
        interest_account="51030",
        term_months=12,
        method=InterestMethod.DAILY,
        interest_months=12,
    )
    diary.run(fixed, on)
    for product, rate in (("SAVINGS", Fraction(1, 100)), (FIXED, Fraction(2, 100))):
        resolution = "มติคณะกรรมการ ครั้งที่ 1"
        diary.run(
            SetSavingsRate(product=product, from_day=on, rate=rate, resolution=resolution), on
        )
    define_types(diary, on)
