"""A cut-over in mid-life: grants, assets, the welfare fund's members and benefits paid before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ledger.domain.assets import AssetKind
from ledger.domain.benefits import BenefitRule, Per
from ledger.domain.contributions import Rhythm
from ledger.domain.days import Month
from ledger.domain.members import Person
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import CardsDiffer
from ledger.domain.refusals.carrying import DayNotInOrder
from ledger.domain.refusals.grants import (
    BudgetLineExceeded,
    GrantExists,
    GrantMoneyShort,
    GrantOverReceived,
    HouseholdMissing,
    HouseholdOverLimit,
    UnknownGrantLine,
    UnknownHousehold,
)
from ledger.domain.refusals.welfare import (
    BenefitCarriedAlready,
    BenefitNotBefore,
    NotInWelfareFund,
    UnknownBenefit,
    WelfareDayTooEarly,
)
from ledger.domain.welfare_claims import BenefitHeading
from ledger.domain.welfare_fund import contributed, membership_on
from ledger.queries.asset_register import asset_register
from ledger.queries.grants import grant_card
from ledger.queries.welfare_card import claimable
from ledger.queries.welfare_claims import welfare_claims
from ledger.queries.welfare_members import welfare_members
from ledger.queries.welfare_status import welfare_status
from ledger.usecases.carrying import AccountBalance, CardBalance, CarryForward
from ledger.usecases.carrying_back import TakeBackCarrying
from ledger.usecases.grant_carrying import CarriedGrant, CarriedSpending
from ledger.usecases.grant_money import SpendGrant
from ledger.usecases.members import AdmitMember
from ledger.usecases.owning import RegisterAsset
from ledger.usecases.welfare_carrying import CarryBenefit
from ledger.usecases.welfare_claiming import CancelWelfareClaim, FileWelfareClaim
from ledger.usecases.welfare_joining import JoinWelfare, SetWelfareFund
from ledger.usecases.welfare_ruling import SetBenefitRule
from tests.support.books import TODAY
from tests.support.lending import is_sound
from tests.support.projects import HOUSES, ROADS, budget

CUT = date(2026, 1, 31)
ELDER = AdmitMember(person=Person(given="กัญญา"), on=date(2017, 5, 1), number="0001", household="ค1")
GRANT = CarriedGrant(
    code="INFRA",
    donor="พอช.",
    purpose="สาธารณูปโภค",
    total=baht(100_000),
    on=date(2025, 6, 1),
    lines=budget(),
    received=baht(60_000),
    spent=(
        CarriedSpending(line=ROADS, amount=baht(20_000)),
        CarriedSpending(line=HOUSES, amount=baht(12_000), household="ค1"),
    ),
)
DESK = RegisterAsset(
    number="A-1",
    name="โต๊ะ",
    kind=AssetKind.EQUIPMENT,
    cost=baht(12_000),
    bought=date(2025, 2, 1),
    depreciated=baht(2_000),
    first=Month(2026, 2),
    months=48,
)
IN_FUND = JoinWelfare(
    member="0001",
    on=date(2020, 1, 1),
    rhythm=Rhythm.YEAR,
    amount=baht(365),
    through=date(2026, 12, 31),
)
NIGHTS = CarryBenefit(
    member="0001",
    benefit="HOSPITAL",
    start=date(2026, 1, 5),
    end=date(2026, 1, 8),
    amount=baht(600),
    paid_on=date(2026, 1, 20),
)
ROWS = (
    *(("23100", -28_000), ("18030", 12_000), ("18035", -2_000)),
    *(("11010", 30_000), ("33010", -12_000)),
)


@pytest.fixture
def village(village):
    village.run(SetWelfareFund(fund="WELFARE"))
    rule = BenefitRule(code="HOSPITAL", per=Per.NIGHT, amount=baht(200), most_per_year=baht(1_000))
    village.run(
        SetBenefitRule(
            rule=rule,
            from_day=CUT,
            name_th="นอนโรงพยาบาล",
            heading=BenefitHeading.SICKNESS,
            resolution="มติ ๑",
        )
    )
    return village


def take_over(village, **named):
    fields = {
        "members": (ELDER,),
        "grants": (GRANT,),
        "assets": (DESK,),
        "welfare": (IN_FUND,),
        "benefits": (NIGHTS,),
        "accounts": tuple(AccountBalance(account=code, amount=baht(it)) for code, it in ROWS),
        **named,
    }
    return village.run(CarryForward(on=CUT, source="ยกยอด.xlsx", **fields))


def test_contributions_that_came_along_pay_for_no_day_after_those_they_paid_for(village):
    code = village.one("SELECT account FROM savings_products WHERE code = 'WELFARE'")
    rows = (
        *(AccountBalance(account=one, amount=baht(it)) for one, it in ROWS),
        AccountBalance(account=code, amount=-baht(365), fund="WELFARE"),
        AccountBalance(account="11010", amount=baht(365), fund="WELFARE"),
    )
    held = CardBalance(product="WELFARE", amount=baht(365), member="0001")

    take_over(village, accounts=rows, cards=(held,))

    (row,) = village.book.ask(welfare_members, at=TODAY).rows
    assert (row.through, row.paid) == (date(2026, 12, 31), ZERO)
    # The tests of a claim ask for one membership alone.
    alone = village.book.ask(_alone)
    assert (alone.covered.through, alone.paid) == (row.through, ZERO)


def _alone(reader):
    membership = membership_on(reader, "0001", TODAY)
    assert membership is not None
    return contributed(reader, membership, TODAY)


def test_everything_goes_on_where_the_paper_ended(village):
    """Worked by hand: 60,000 − 20,000 − 12,000 = 28,000 are held; 1,000 − 600 = 400 may be claimed.

    The desk loses (12,000 − 2,000 − 1) / 48 = 208.31 in February.
    """
    take_over(village)

    card = village.book.ask(grant_card, grant="INFRA")
    assert (card.remaining, card.booked, card.to_receive) == (
        *(baht(28_000), baht(28_000)),
        baht(40_000),
    )
    assert [(one.household, one.spent) for one in card.households] == [("ค1", baht(12_000))]
    assets = village.book.ask(asset_register, at=date(2026, 2, 28))
    assert (assets.worth, assets.due) == (baht(10_000), baht(208, 31))
    assert all(one.difference == ZERO for one in assets.kinds)
    (left,) = village.book.ask(claimable, member="0001", at=TODAY).rows
    assert left.left_this_year == baht(400)
    claim = FileWelfareClaim(
        member="0001",
        benefit="HOSPITAL",
        start=date(2026, 2, 1),
        end=date(2026, 2, 6),
        on=TODAY,
        admitted=date(2026, 2, 1),
    )
    assert village.run(claim).made["amount"] == "400.00"
    with pytest.raises(HouseholdOverLimit):
        village.run(
            SpendGrant(
                grant="INFRA",
                line=HOUSES,
                amount=baht(3_001),
                on=TODAY,
                payee="ช่าง",
                purpose="บ้าน",
                household="ค1",
            )
        )
    assert is_sound(village)


def test_all_of_it_is_taken_back_and_comes_again(village):
    take_over(village)
    village.run(TakeBackCarrying(carrying=1, on=TODAY, reason="พิมพ์ผิด"))

    assert village.book.ask(grant_card, grant="INFRA").parts == ()
    assert village.book.ask(asset_register).kinds == ()
    assert village.book.ask(welfare_status).cumulative == 0
    assert village.book.ask(welfare_claims).paid == ZERO

    take_over(village)

    assert village.book.ask(grant_card, grant="INFRA").booked == baht(28_000)
    assert village.book.ask(asset_register).worth == baht(10_000)
    assert village.book.ask(welfare_status).cumulative == 1
    (left,) = village.book.ask(claimable, member="0001", at=TODAY).rows
    assert left.left_this_year == baht(400)
    assert is_sound(village)


WRONG_GRANTS = (
    ({"on": TODAY}, DayNotInOrder),
    ({"received": baht(100_001)}, GrantOverReceived),
    ({"received": baht(31_999)}, GrantMoneyShort),
    ({"spent": (CarriedSpending(line="ใคร", amount=baht(1)),)}, UnknownGrantLine),
    ({"spent": (CarriedSpending(line=ROADS, amount=baht(60_001)),)}, BudgetLineExceeded),
    ({"spent": (CarriedSpending(line=HOUSES, amount=baht(1)),)}, HouseholdMissing),
    ({"spent": (CarriedSpending(line=HOUSES, amount=baht(1), household="ค9"),)}, UnknownHousehold),
    (
        {"spent": (CarriedSpending(line=HOUSES, amount=baht(15_001), household="ค1"),)},
        HouseholdOverLimit,
    ),
    ({"returned": baht(1)}, CardsDiffer),
)


def test_a_grant_that_does_not_hold_together_is_not_taken_over(village):
    for wrong, refusal in WRONG_GRANTS:
        grant: Any = replace(GRANT, **wrong)
        with pytest.raises(refusal):
            take_over(village, grants=(grant,))

    assert village.rows("SELECT 1 FROM grants") == []


def test_a_running_grant_is_not_taken_over_again(village):
    take_over(village)
    with pytest.raises(GrantExists):
        village.run(CarryForward(on=CUT, grants=(GRANT,)))
    # One of which everything was spent goes on with what is still to be received.
    spent_whole = replace(GRANT, code="OLD", received=baht(32_000))
    none_yet = replace(GRANT, code="NEW", received=ZERO, spent=())
    village.run(CarryForward(on=CUT, grants=(spent_whole, none_yet), sheet="grants"))
    card = village.book.ask(grant_card, grant="OLD")
    assert (card.spent, card.remaining, card.to_receive) == (baht(32_000), ZERO, baht(68_000))
    assert village.book.ask(grant_card, grant="NEW").to_receive == baht(100_000)
    assert village.balance("23100") == baht(-28_000)
    village.run(TakeBackCarrying(carrying=2, on=TODAY, reason="พิมพ์ผิด"))
    assert village.book.ask(grant_card, grant="OLD").spent == ZERO
    assert is_sound(village)


def test_a_benefit_of_this_books_time_is_claimed_in_it(village):
    take_over(village)
    for wrong, refusal in (
        ({"start": date(2026, 1, 4), "paid_on": date(2026, 2, 1)}, BenefitNotBefore),
        ({"paid_on": date(2026, 1, 7)}, WelfareDayTooEarly),
        ({"admitted": date(2026, 1, 6)}, WelfareDayTooEarly),
        ({"start": date(2019, 1, 4), "end": None}, NotInWelfareFund),
        ({"benefit": "ใคร"}, UnknownBenefit),
        ({}, BenefitCarriedAlready),
    ):
        with pytest.raises(refusal):
            village.run(replace(NIGHTS, **wrong))

    village.run(CancelWelfareClaim(claim=1, on=TODAY, reason="พิมพ์ผิด"))
    assert village.run(replace(NIGHTS, amount=baht(900))).made == {"claim": 2}
    (left,) = village.book.ask(claimable, member="0001", at=TODAY).rows
    assert left.left_this_year == baht(100)
