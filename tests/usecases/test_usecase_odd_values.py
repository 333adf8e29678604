"""Days out of order, unknown funds and figures below zero: refused by name, nothing written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ledger.domain.assets import AssetKind
from ledger.domain.benefits import BenefitRule
from ledger.domain.contributions import Rhythm
from ledger.domain.days import Month
from ledger.domain.land import LandArea
from ledger.domain.limits import AmountOutOfRange, CountOutOfRange, PeriodEndsBeforeStart
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, baht
from ledger.domain.projects import Certified
from ledger.domain.refusals import (
    AmountNotPositive,
    FutureDay,
    UnknownBank,
    UnknownFund,
)
from ledger.domain.refusals.carrying import DayNotInOrder
from ledger.domain.refusals.insurance import ClaimBeforeEvent
from ledger.domain.refusals.welfare import WelfareDayTooEarly
from ledger.domain.welfare_claims import BenefitHeading
from ledger.usecases.approving import SetApprovalRules
from ledger.usecases.granting import BudgetLine, OpenGrant
from ledger.usecases.insuring import BillPremiums, Premium
from ledger.usecases.leasing import OpenLease
from ledger.usecases.owning import RegisterAsset
from ledger.usecases.projecting import DecideSurvey
from ledger.usecases.settling import SettleMember
from ledger.usecases.welfare_claiming import CancelWelfareClaim
from ledger.usecases.welfare_joining import JoinWelfare, SetWelfareFund
from ledger.usecases.welfare_matching import SetWelfareProfile
from ledger.usecases.welfare_ruling import SetBenefitRule
from tests.support.books import START, TODAY
from tests.support.projects import insured, joined, surveyed
from tests.support.refused import refused
from tests.support.welfare import with_claim, with_fund

BEFORE = date(2025, 12, 1)


@pytest.fixture
def fund(village):
    village.member()
    return with_fund(village)


@pytest.mark.parametrize("ends_on", [BEFORE, date(2025, 12, 31)])
def test_no_contract_ends_before_it_begins(village, ends_on):
    line = BudgetLine(code="A", name="ถนน", amount=baht(10))
    grant: dict[str, Any] = {
        "code": "G",
        "donor": "พอช.",
        "purpose": "ถนน",
        "total": baht(10),
        "lines": (line,),
    }
    with refused(village.book, PeriodEndsBeforeStart, start=START, end=ends_on):
        village.run(OpenGrant(on=START, ends_on=ends_on, **grant))
    lease: dict[str, Any] = {
        "code": "L",
        "owner": "รถไฟ",
        "area": LandArea.parse("1-0-0"),
        "fixed": baht(5),
    }
    with refused(village.book, PeriodEndsBeforeStart, start=START, end=ends_on):
        village.run(OpenLease(on=START, ends_on=ends_on, **lease))

    village.run(OpenGrant(on=START, ends_on=START, **grant))
    village.run(OpenLease(on=START, ends_on=START, **lease))


def test_an_asset_belongs_to_a_fund_that_there_is(village):
    """Else no month could be depreciated any more, for any asset."""
    asset: dict[str, Any] = {
        "number": "1",
        "name": "โต๊ะ",
        "kind": AssetKind.DURABLE,
        "cost": baht(100),
    }
    with refused(village.book, UnknownFund, fund="ไม่มี"):
        village.run(
            RegisterAsset(bought=START, first=Month(2026, 1), months=5, fund="ไม่มี", **asset)
        )


def test_no_premium_is_asked_for_before_the_insurance_or_below_zero(village):
    number, _ = village.member()
    policy = insured(village)
    one = (Premium(member=number, amount=baht(120)),)
    with refused(village.book, ClaimBeforeEvent, since=START, on=BEFORE):
        village.run(BillPremiums(policy=policy, due_on=BEFORE, premiums=one))
    for premiums in ((), one):
        with refused(village.book, AmountNotPositive):
            village.run(
                BillPremiums(policy=policy, due_on=TODAY, premiums=premiums, amount=-baht(1))
            )


def test_a_household_is_decided_on_after_it_was_surveyed(village):
    project = joined(village)
    number = surveyed(village)
    with refused(village.book, DayNotInOrder, day=BEFORE):
        village.run(
            DecideSurvey(
                project=project,
                number=number,
                standing=Certified.QUALIFIED,
                on=BEFORE,
                resolution="มติ",
            )
        )


def test_contributions_are_not_paid_up_to_a_day_before_she_joined(fund):
    number, _ = fund.member()
    ask: dict[str, Any] = {
        "member": number,
        "on": START,
        "rhythm": Rhythm.MONTH,
        "amount": baht(30),
    }
    with refused(fund.book, WelfareDayTooEarly, day=BEFORE):
        fund.run(JoinWelfare(through=BEFORE, **ask))
    fund.run(JoinWelfare(through=date(2025, 12, 31), **ask))


def test_a_welfare_fund_asks_for_nothing_below_zero(village):
    with refused(village.book, AmountOutOfRange, field="entrance_fee", amount=-baht(1)):
        village.run(SetWelfareFund(fund="WELFARE", name_th="ก", entrance_fee=-baht(1)))


def test_the_yearly_form_covers_no_more_villages_than_there_are(fund):
    with refused(fund.book, CountOutOfRange, field="villages_covered", count=6, most=5):
        fund.run(SetWelfareProfile(villages=5, villages_covered=6))
    with refused(fund.book, FutureDay):
        fund.run(SetWelfareProfile(founded_on=date(2099, 1, 1)))
    fund.run(SetWelfareProfile(villages=5, villages_covered=5, founded_on=TODAY))


def test_nobody_is_too_old_before_she_is_old_enough(fund):
    rule = BenefitRule(code="X", amount=baht(1), least_age=60, most_age=59)
    with refused(fund.book, CountOutOfRange, field="most_age", count=59, least=60):
        fund.run(
            SetBenefitRule(
                rule=rule,
                from_day=START,
                name_th="ก",
                heading=BenefitHeading.ELDERLY,
                resolution="มติ",
            )
        )


def test_a_settlement_names_a_bank_that_there_is_though_nothing_is_paid_from_it(village):
    number, _ = village.member()
    with refused(village.book, UnknownBank, bank="ไม่มี"):
        village.run(
            SettleMember(
                member=number,
                on=TODAY,
                why=Leaving.RESIGNED,
                resolution="มติ",
                welfare_bank="ไม่มี",
            )
        )


def test_a_claim_is_not_cancelled_before_it_was_made(fund):
    with_claim(fund)
    with refused(fund.book, WelfareDayTooEarly, day=BEFORE, earliest=date(2026, 2, 20)):
        fund.run(CancelWelfareClaim(claim=1, on=BEFORE, reason="ยื่นผิด"))


def test_no_limit_of_payouts_is_below_zero(village):
    rule: dict[str, Any] = {"from_day": START, "required": True, "resolution": "มติ"}
    with refused(village.book, AmountOutOfRange, field="payout_limit", amount=-baht(1)):
        village.run(SetApprovalRules(payout_limit=-baht(1), **rule))
    village.run(SetApprovalRules(payout_limit=ZERO, **rule))
