"""A small book of one housing project, with everything that its papers tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ledger.domain.committees import Position
from ledger.domain.days import Month
from ledger.domain.leases import PlotReason
from ledger.domain.money import baht
from ledger.domain.projects import Certified, PartKind
from ledger.usecases.claiming_insurance import ReceiveClaim, ReduceClaim
from ledger.usecases.founding import OpenFund
from ledger.usecases.grant_money import ReturnGrant
from ledger.usecases.insuring import RemitPremiums
from ledger.usecases.leasing import TransferPlot
from ledger.usecases.projecting import DecideSurvey, LinkProject
from ledger.usecases.seating import OpenCommittee, SeatMember
from ledger.usecases.vouching import MoveMoney, PayExpense, ReceiveIncome
from tests.support.books import START, TODAY, Village, found_village
from tests.support.projects import (
    FEBRUARY,
    HOUSES,
    billed,
    claimed,
    granted,
    household,
    insured,
    joined,
    leased,
    plot,
    premium_paid,
    premiums,
    received,
    remitted,
    rent_paid,
    spent,
    surveyed,
)

__all__ = ["TODAY", "project_book"]


def project_book(folder: Path) -> Village:
    """The book on 20 March 2569: two households, a grant half received, most of that spent."""
    village = found_village(folder, today=TODAY)
    household(village, "ก-๑")
    household(village, "ก-๒", "วิชัย")
    granted(village)
    received(village, baht(50_000), document="โอน พอช. ๑")
    spent(village, baht(20_000, 50), document="บิล ๑๒")
    spent(village, baht(12_000), HOUSES, household="ก-๑", payee="ร้านวัสดุ", purpose="หลังคา")
    spent(village, baht(9_500), HOUSES, household="ก-๒", payee="ร้านวัสดุ", purpose="พื้นบ้าน")
    village.run(ReturnGrant(grant="INFRA", amount=baht(3_000), on=TODAY))
    _lease(village)
    _insurance(village)
    _project(village)
    return village


def _lease(village: Village) -> None:
    """Two plots; one went to the heir; January is billed and paid in part."""
    leased(village, contract="สญ. ๓/๒๕๖๙")
    plot(village, "A-1", "50.5", "0001", house="๙/๑")
    plot(village, "A-2", "0-1-10", "0002", house="๙/๒")
    plot(village, "A-3", "40")
    first, second = billed(village)
    billed(village, Month(2026, 2), due_on=FEBRUARY)
    rent_paid(village, first, baht(126, 25))
    rent_paid(village, second, baht(100))
    remitted(village, baht(200), document="ใบรับ กท. ๕")
    village.run(
        TransferPlot(
            lease="SRT",
            plot="A-2",
            to="0001",
            on=TODAY,
            reason=PlotReason.HEIR,
            resolution="มติ ๕/๒๕๖๙",
        )
    )


def _insurance(village: Village) -> None:
    """One premium paid, nothing remitted, and a claim of which a part came in."""
    insured(village)
    (charge,) = premiums(village, None)
    premium_paid(village, charge, baht(60))
    village.run(RemitPremiums(policy="HOUSE", amount=baht(100), on=TODAY, advance=True))
    claim = claimed(village, None)
    village.run(ReceiveClaim(claim=claim, amount=baht(30_000), on=TODAY))
    village.run(ReduceClaim(claim=claim, amount=baht(2_000), on=TODAY, reason="ส่วนแรก"))


def _project(village: Village) -> None:
    """The project joins grant and lease; one household of its survey is certified; a shop."""
    joined(village, place="ริมคลองสำโรง")
    village.run(LinkProject(project="RIM", kind=PartKind.GRANT, reference="INFRA"))
    village.run(LinkProject(project="RIM", kind=PartKind.LEASE, reference="SRT"))
    village.run(LinkProject(project="RIM", kind=PartKind.SAVINGS, reference="PROMISE"))
    first = surveyed(village, household="ก-๑", need="ที่ดินและบ้าน")
    surveyed(village, people=2, tenure="เช่า")
    for standing in (Certified.QUALIFIED, Certified.CERTIFIED):
        village.run(
            DecideSurvey(
                project="RIM",
                number=first,
                standing=standing,
                on=TODAY,
                resolution="มติ ๖/๒๕๖๙",
                member="0001",
            )
        )
    card = village.one("SELECT number FROM cards WHERE product = 'PROMISE' AND member = '0001'")
    village.deposit(card, baht(2_400))
    village.run(OpenCommittee(code="BOARD", name_th="คณะกรรมการดำเนินการ", name_en="Board"))
    village.run(OpenCommittee(code="BUY", name_th="คณะทำงานจัดซื้อ", working_group=True))
    village.run(
        SeatMember(
            committee="BOARD",
            member="0002",
            position=Position.CHAIRPERSON,
            since=START,
            until=date(2027, 12, 31),
            resolution="มติ ๑/๒๕๖๙",
        )
    )
    _shop(village)


def _shop(village: Village) -> None:
    """700 of sales, 450.25 for the goods, 60 given by the temple, 35 for light.

    All cash, the 274.75 of the shop among it, then goes to the bank in the general fund's name.
    """
    village.run(OpenFund(code="SHOP", name_th="ร้านค้าชุมชน", name_en="Community shop"))
    sold: Any = {"on": TODAY, "payee": "ตลาด", "fund": "SHOP"}
    for code, amount, purpose in (("44010", baht(700), "ขายของ"), ("46020", baht(60), "บริจาค")):
        village.run(ReceiveIncome(account=code, amount=amount, purpose=purpose, **sold))
    for code, amount in (("52010", baht(450, 25)), ("54010", baht(35))):
        village.run(PayExpense(account=code, amount=amount, purpose="จ่ายตลาด", **sold))
    held = village.balance("11010")
    village.run(MoveMoney(amount=held, on=TODAY, target=village.bank()))
