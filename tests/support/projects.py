"""Builders for a housing project: a grant by budget line and household."""

from __future__ import annotations

from datetime import date
from typing import Any

from ledger.domain.commands import Outcome
from ledger.domain.members import Person
from ledger.domain.money import Money, baht
from ledger.usecases.grant_money import ReceiveGrant, SpendGrant
from ledger.usecases.granting import BudgetLine, OpenGrant
from tests.support.books import START, Village

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
