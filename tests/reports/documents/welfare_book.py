"""A small welfare fund with everything its papers show: claims, a round, contributions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ledger.domain.accounts import BookKind
from ledger.domain.benefits import BenefitRule, Per, Tier
from ledger.domain.contributions import Rhythm
from ledger.domain.members import Person
from ledger.domain.money import baht
from ledger.domain.welfare_claims import BenefitHeading
from ledger.domain.welfare_fund import WelfareGroup, WelfareLeaving
from ledger.domain.welfare_match import MatchSource
from ledger.usecases.vouching import PayExpense
from ledger.usecases.welfare_claiming import (
    DecideWelfareClaim,
    FileWelfareClaim,
    PayWelfareClaim,
)
from ledger.usecases.welfare_joining import JoinWelfare, LeaveWelfare
from ledger.usecases.welfare_matching import (
    GrantMatch,
    ReceiveMatch,
    RequestMatch,
    SetWelfareProfile,
    WelfareFigure,
)
from ledger.usecases.welfare_ruling import SetBenefitRule
from tests.support.books import Village, found_village

FIRST = date(2025, 1, 1)
TODAY = date(2026, 12, 31)
PEOPLE = (
    ("สมศรี ใจงาม", WelfareGroup.GENERAL, Rhythm.DAY, 1),
    ("บุญมี ศรีสุข", WelfareGroup.ELDERLY, Rhythm.MONTH, 30),
    ("ทองดี แก้วใส", WelfareGroup.DISABLED, Rhythm.YEAR, 365),
)


def welfare_book(folder: Path) -> Village:
    """Two years of a fund of its own: three members, two rules, three claims, one round."""
    village = found_village(
        folder,
        today=TODAY,
        kind=BookKind.WELFARE_FUND,
        name_th="กองทุนสวัสดิการชุมชนตำบลริมน้ำ",
        name_en="Rim Nam Community Welfare Fund",
    )
    for name, group, rhythm, amount in PEOPLE:
        given, family = name.split()
        person = Person(given=given, family=family, born="1950-03-04")
        number, cards = village.member(on=FIRST, person=person)
        village.run(
            JoinWelfare(member=number, on=FIRST, rhythm=rhythm, amount=baht(amount), group=group)
        )
        for year in (2025, 2026):
            village.deposit(cards["WELFARE"], baht(365), on=date(year, 1, 5))
    _rules(village)
    _claims(village)
    _money(village)
    village.run(LeaveWelfare(member="0003", on=date(2026, 11, 30), why=WelfareLeaving.LEFT))
    return village


def _rules(village: Village) -> None:
    stay = BenefitRule(
        code="HOSPITAL",
        per=Per.NIGHT,
        amount=baht(200),
        waiting_days=180,
        most_per_event=baht(600),
        most_per_year=baht(1_000),
        documents=("ใบรับรองแพทย์",),
    )
    death = BenefitRule(code="DEATH", tiers=(Tier(baht(3_000), days=180), Tier(baht(9_000), 3)))
    for rule, thai, english, heading in (
        (stay, "นอนโรงพยาบาล", "Nights in hospital", BenefitHeading.SICKNESS),
        (death, "เสียชีวิต", "Death", BenefitHeading.DEATH),
    ):
        village.run(
            SetBenefitRule(
                rule=rule,
                from_day=FIRST,
                name_th=thai,
                name_en=english,
                heading=heading,
                resolution="มติประชุมใหญ่ ๑/๒๕๖๘",
            )
        )


def _claims(village: Village) -> None:
    """Paid with a cap that bit, rejected for two reasons, and waiting."""
    papers = ("ใบรับรองแพทย์",)
    for member, start, end, on, documents in (
        ("0001", date(2026, 6, 1), date(2026, 6, 6), date(2026, 6, 10), papers),
        ("0002", date(2026, 9, 1), date(2026, 9, 3), date(2026, 9, 10), ()),
        ("0003", date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 5), papers),
    ):
        village.run(
            FileWelfareClaim(
                member=member,
                benefit="HOSPITAL",
                start=start,
                end=end,
                on=on,
                documents=documents,
                admitted=start,
            )
        )
    village.run(
        DecideWelfareClaim(
            claim=1,
            approved=True,
            on=date(2026, 6, 20),
            resolution="มติ ๖/๒๕๖๙",
            committee=("นางบัว", "นายดำ", "นางแดง"),
            chair="นายประธาน ดีงาม",
        )
    )
    village.run(PayWelfareClaim(claim=1, on=date(2026, 6, 21)))
    village.run(
        DecideWelfareClaim(claim=2, approved=False, on=date(2026, 9, 20), reason="ไม่มีใบรับรองแพทย์")
    )


def _money(village: Village) -> None:
    village.bank()
    village.run(
        RequestMatch(
            name="รอบ ๑๒/๒๕๖๙",
            on=date(2026, 10, 10),
            counted_at=date(2026, 9, 30),
            resolution="มติ ๙/๒๕๖๙",
        )
    )
    village.run(GrantMatch(round=1, on=date(2026, 11, 1), government=baht(1_095)))
    village.run(
        ReceiveMatch(
            round=1,
            source=MatchSource.GOVERNMENT,
            amount=baht(1_000),
            on=date(2026, 12, 1),
            payee="พอช.",
            bank="BAAC",
        )
    )
    for amount, account in ((baht(120), "53020"), (baht(50), "56020")):
        # The second goes past the claims: the papers show the difference.
        village.run(
            PayExpense(account=account, amount=amount, on=TODAY, payee="ร้านริมน้ำ", purpose="ค่าใช้จ่าย")
        )
    village.run(
        SetWelfareProfile(
            founded_on=date(2018, 7, 1),
            founding_members=45,
            founding_money=baht(4_500),
            villages=9,
            villages_covered=5,
            population=3_200,
            meetings="ประชุมกรรมการทุกวันที่ ๑๐",
            accounts="เป็นปัจจุบัน ปิดบัญชีทุกเดือน",
            before=(
                WelfareFigure(figure="members", amount=baht(12_000)),
                WelfareFigure(figure="sickness", amount=baht(4_000), persons=9),
            ),
        )
    )
