"""Builders for a housing project: grants by budget line and household, leased land, insurance."""

from __future__ import annotations

from datetime import date
from typing import Any

from ledger.domain.commands import Outcome
from ledger.domain.days import Month
from ledger.domain.land import LandArea
from ledger.domain.members import Person
from ledger.domain.money import Money, baht
from ledger.usecases.claiming_insurance import ReportClaim
from ledger.usecases.grant_money import ReceiveGrant, SpendGrant
from ledger.usecases.granting import BudgetLine, OpenGrant
from ledger.usecases.insuring import BillPremiums, OpenInsurance, Premium
from ledger.usecases.lease_money import BillRent, RemitRent
from ledger.usecases.leasing import AddPlot, OpenLease
from ledger.usecases.projecting import OpenProject, SurveyHousehold
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit
from tests.support.books import START, TODAY, Village

FEBRUARY = date(2026, 2, 10)
ROADS, HOUSES = "ROAD", "HOUSE"


SIXTY_THOUSAND, FORTY_THOUSAND = baht(60_000), baht(40_000)


def budget(roads: Money = SIXTY_THOUSAND, houses: Money = FORTY_THOUSAND) -> tuple[BudgetLine, ...]:
    """Roads for all, and at most 15,000 baht for each household's house."""
    return (
        BudgetLine(code=ROADS, name="ถนนและท่อระบายน้ำ", amount=roads),
        BudgetLine(code=HOUSES, name="ปรับปรุงบ้าน", amount=houses, household_limit=baht(15_000)),
    )


def granted(village: Village, code: str = "INFRA", **named: Any) -> str:
    """A grant of 100,000 baht from CODI by the usual budget; two households live in the book."""
    fields = {
        "donor": "พอช.",
        "purpose": "สาธารณูปโภคบ้านมั่นคง",
        "total": baht(100_000),
        "on": START,
        "lines": budget(),
        "agreement": "อต. ๑๒/๒๕๖๙",
        **named,
    }
    village.run(OpenGrant(code=code, **fields))
    return code


def household(village: Village, code: str, given: str = "กัญญา", **named: Any) -> str:
    """A member in a household; answers the member's number."""
    return village.member(household=code, person=Person(given=given, family="ริมน้ำ"), **named)[0]


def received(
    village: Village, amount: Money, grant: str = "INFRA", on: date = START, **named: Any
) -> Outcome:
    return village.run(ReceiveGrant(grant=grant, amount=amount, on=on, **named))


def spent(village: Village, amount: Money, line: str = ROADS, **named: Any) -> Outcome:
    fields = {"grant": "INFRA", "on": FEBRUARY, "payee": "ช่างสมหมาย", "purpose": "ค่าแรง", **named}
    return village.run(SpendGrant(line=line, amount=amount, **fields))


JANUARY = Month(2026, 1)


def leased(village: Village, code: str = "SRT", **named: Any) -> str:
    """A rai of railway land at 2.50 baht a square wah a month."""
    fields = {
        "owner": "การรถไฟฯ",
        "area": LandArea.parse("1-0-0"),
        "on": START,
        "rate": baht(2, 50),
        **named,
    }
    if "fixed" in named:
        fields.pop("rate")
    village.run(OpenLease(code=code, **fields))
    return code


def plot(village: Village, code: str, area: str, member: str | None = None, **named: Any) -> str:
    fields = {"lease": "SRT", "on": START, **named}
    village.run(AddPlot(code=code, area=LandArea.parse(area), member=member, **fields))
    return code


def billed(village: Village, month: Month = JANUARY, **named: Any) -> list[int]:
    """The numbers of the charges."""
    fields: dict[str, Any] = {"lease": "SRT", "month": month, **named}
    made: Any = village.run(BillRent(**fields)).made
    return list(made["charges"])


def rent_paid(village: Village, charge: int, amount: Money, on: date = FEBRUARY) -> Outcome:
    item = Item(item=ItemKind.CHARGE, charge=charge, amount=amount)
    return village.run(ReceiveVisit(on=on, items=(item,)))


def remitted(village: Village, amount: Money, on: date = FEBRUARY, **named: Any) -> Outcome:
    return village.run(RemitRent(lease="SRT", amount=amount, on=on, **named))


def insured(village: Village) -> str:
    """A policy on houses, with the code HOUSE."""
    village.run(OpenInsurance(code="HOUSE", insurer="บริษัทประกันภัย", name="อัคคีภัยบ้าน", on=START))
    return "HOUSE"


def premiums(village: Village, loan: int | None) -> list[int]:
    """360 baht for a loan of member 0001 and 100 for herself; the numbers of the charges."""
    asked = (
        Premium(member="0001", amount=baht(360), loan=loan),
        Premium(member="0001", amount=baht(100)),
    )
    made: Any = village.run(
        BillPremiums(policy="HOUSE", due_on=FEBRUARY, premiums=asked[loan is None :])
    ).made
    return list(made["charges"])


premium_paid = rent_paid


def claimed(village: Village, loan: int | None, **named: Any) -> int:
    """50,000 baht claimed for the borrower or member 0001; the number of the claim."""
    fields: dict[str, Any] = {"member": "0001", "event_on": FEBRUARY, "on": TODAY, **named}
    made = village.run(
        ReportClaim(policy="HOUSE", amount=baht(50_000), reason="ไฟไหม้บ้าน", loan=loan, **fields)
    ).made
    return int(str(made["claim"]))


def joined(village: Village, code: str = "RIM", **named: Any) -> str:
    """A project without any part yet."""
    fields = {"name": "บ้านมั่นคงริมน้ำ", "on": START, **named}
    village.run(OpenProject(code=code, **fields))
    return code


def surveyed(village: Village, **named: Any) -> int:
    """A household of four in the survey of the project RIM; its number."""
    fields: dict[str, Any] = {
        "project": "RIM",
        "person": Person(title="นาง", given="มะลิ", family="ริมคลอง", address="ใต้สะพาน"),
        "on": FEBRUARY,
        "people": 4,
        "tenure": "บุกรุก",
        **named,
    }
    return int(str(village.run(SurveyHousehold(**fields)).made["surveyed"]))
