"""Settlements with everything a member may owe and be owed besides savings and running loans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

import pytest

from ledger.domain.benefits import BenefitRule, Reason, Tier
from ledger.domain.contributions import Rhythm
from ledger.domain.leases import PlotReason
from ledger.domain.members import Leaving, Person
from ledger.domain.money import ZERO, baht
from ledger.domain.products import InterestMethod
from ledger.domain.refusals.settling import StillHoldsPlot, StillOwes
from ledger.domain.refusals.welfare import ClaimNotPayable
from ledger.domain.settling import SettledKind
from ledger.domain.welfare_claims import BenefitHeading, ClaimState
from ledger.queries.settlement_sheet import settlement_sheet
from ledger.queries.welfare_claims import welfare_claims
from ledger.queries.welfare_members import welfare_members
from ledger.usecases.charging import ChargeMembers
from ledger.usecases.interest import PostSavingsInterest
from ledger.usecases.leasing import TransferPlot
from ledger.usecases.loan_passing import RecoverLoan
from ledger.usecases.members import EndMembership
from ledger.usecases.repaying import WriteOffLoan
from ledger.usecases.saving import SetSavingsRate
from ledger.usecases.settling import SettleMember, UndoSettlement
from ledger.usecases.vouching import ReceiveIncome
from ledger.usecases.welfare_claiming import DecideWelfareClaim, FileWelfareClaim
from ledger.usecases.welfare_joining import JoinWelfare, SetWelfareFund
from ledger.usecases.welfare_ruling import SetBenefitRule
from reports.document import Printed
from reports.documents import PAPERS, made
from reports.render.text import render_text
from reports.words.voice import Voice
from tests.support.books import START, TODAY, found_village
from tests.support.clocks import THAI_TIME
from tests.support.lending import contract, is_sound, pay_out, with_types
from tests.support.projects import billed, leased, plot
from tests.support.refused import refused

DIED = date(2026, 3, 10)
DEATH = BenefitRule(
    code="DEATH", tiers=(Tier(baht(3_000)),), grace_days=30, documents=("ใบมรณบัตร",)
)
EYES = BenefitRule(code="EYES", amount=baht(250), paid_up=False)


@pytest.fixture
def village(tmp_path):
    """A fund with 9,000 baht, two benefits, and a member with 5,000 saved who paid 60 days."""
    village = found_village(tmp_path)
    with village.book:
        yield prepared(village)


def prepared(village):
    village.run(SetWelfareFund(fund="WELFARE"))
    for rule, heading in ((DEATH, BenefitHeading.DEATH), (EYES, BenefitHeading.SICKNESS)):
        village.run(
            SetBenefitRule(
                rule=rule, heading=heading, from_day=START, name_th=rule.code, resolution="มติ ๑"
            )
        )
    village.run(
        ReceiveIncome(
            account="46020",
            amount=baht(9_000),
            on=START,
            payee="ผู้บริจาค",
            purpose="บริจาค",
            fund="WELFARE",
        )
    )
    number, _ = village.member(person=Person(given="สมหมาย", nominee="นางบุญมา"))
    assert number == "0001"
    village.deposit(village.savings(number, village.product("PLAIN")), baht(5_000), on=START)
    made = village.run(JoinWelfare(member=number, on=START, rhythm=Rhythm.DAY, amount=baht(1))).made
    village.deposit(int(str(made["card"])), baht(60), on=START)
    return village


def settled(village, **named):
    fields = {"on": TODAY, "left": DIED, "why": Leaving.DECEASED, "resolution": "มติ ๙", **named}
    return village.run(SettleMember(member="0001", **fields)).made


def sheet(village, **named):
    return village.book.ask(settlement_sheet, member="0001", **named)


def said(village, language, **params):
    voice, shown = Voice(language), Printed("ผู้พิมพ์", datetime(2026, 5, 1, tzinfo=THAI_TIME))
    asked = {"member": "0001", **params}
    return render_text(
        made(PAPERS["settlement-sheet"], village.book.ask, asked, voice, shown), voice
    )


def met(village):
    return {one.item.kind: one.item.amount for one in sheet(village).items}


def given_up(village):
    """1,000 lent and written off, of which 100 came in after all."""
    card = contract(with_types(village), "0001", baht(1_000))
    pay_out(village, card, baht(1_000))
    village.run(WriteOffLoan(card=card, on=date(2026, 2, 1), resolution="มติ ๒"))
    village.run(RecoverLoan(card=card, amount=baht(100), on=date(2026, 2, 2)))
    return card


def test_a_death_with_rent_a_loan_given_up_contributions_and_benefits(village):
    """By hand: 5,000 less 900 given up, 50 of dues, 100 of rent and 9 days contributed: 3,941.

    1 January to 10 March are 69 days, of which 60 were paid. The fund pays 3,000 on the death and
    the 250 that it had approved: 7,191 in all.
    """
    given_up(village)
    village.run(ChargeMembers(type="DUES", members=("0001",), amount=baht(50), due_on=START))
    leased(village)
    plot(village, "A1", "0-0-40", "0001")
    billed(village)
    village.run(FileWelfareClaim(member="0001", benefit="EYES", start=START, on=START))
    village.run(DecideWelfareClaim(claim=1, approved=True, on=START, resolution="มติ ๓"))

    with refused(village.book, StillHoldsPlot, member="0001", plots=("SRT A1",)):
        settled(village)
    village.run(
        TransferPlot(lease="SRT", plot="A1", on=DIED, reason=PlotReason.RETURNED, resolution="มติ ๔")
    )
    with refused(village.book, ClaimNotPayable):
        settled(village, benefits=("DEATH",))
    shown = sheet(village, on=TODAY, left=DIED, why=Leaving.DECEASED, benefits=("DEATH",))
    made = settled(village, benefits=("DEATH",), documents=("ใบมรณบัตร",), committee=("ก", "ข", "ค"))

    assert (made["payable"], made["benefits"], made["shortfall"]) == ("3941.00", "3250.00", "0.00")
    kept = sheet(village)
    assert (kept.credit, kept.loans, kept.dues) == (baht(5_000), baht(900), baht(159))
    assert met(village) == {
        SettledKind.SHARES: ZERO,
        SettledKind.SAVINGS: baht(5_000),
        SettledKind.CONTRIBUTION: ZERO,
        SettledKind.WRITTEN_OFF: baht(900),
        SettledKind.CHARGE: baht(100),  # the newest of the two
        SettledKind.WELFARE: baht(9),
        SettledKind.CLAIM: baht(250),
        SettledKind.BENEFIT: baht(3_000),
    }
    assert (shown.payable, shown.benefits) == (kept.payable, kept.benefits)
    assert [one.item.amount for one in shown.items] == [one.item.amount for one in kept.items]
    assert len(kept.voucher.split(", ")) == 3
    # Rent is passed on, never income; the fund paid from its own money.
    assert village.balance("46020") == baht(-9_000)
    fund = village.book.ask(lambda reader: reader.balance("11010", fund="WELFARE"))
    assert fund == baht(9_000 + 60 + 9 - 3_250)
    assert village.one("SELECT SUM(amount) FROM loan_recoveries") == 100_000
    shown_and_taken_back(village)


def shown_and_taken_back(village):
    (person,) = village.book.ask(welfare_members).rows
    assert (person.paid, person.ended, person.due) == (baht(69), DIED, ZERO)
    assert is_sound(village)
    for language in ("th", "en"):
        assert "7,191.00" in said(village, language)
    village.run(UndoSettlement(member="0001", on=TODAY, reason="คนละคน"))

    states = [one.state for one in village.book.ask(welfare_claims).rows]
    assert states == [ClaimState.APPROVED, ClaimState.CANCELLED]
    again = sheet(village, on=TODAY, left=DIED)
    assert (again.loans, again.dues, again.benefits) == (baht(900), baht(159), baht(250))
    assert is_sound(village)


def test_a_benefit_that_fails_a_test_is_shown_before_anything_is_settled(village):
    village.run(
        SetBenefitRule(
            rule=replace(DEATH, waiting_days=180),
            from_day=START,
            name_th="ตาย",
            heading=BenefitHeading.DEATH,
            resolution="มติ ๕",
        )
    )
    shown = sheet(village, on=TODAY, left=DIED, why=Leaving.DECEASED)

    assert [one.reason for one in shown.offers[0].blocks] == [Reason.WAITING_PERIOD]
    assert "30 มิถุนายน" in said(village, "th", on=TODAY, left=DIED, why=Leaving.DECEASED)
    with refused(village.book, ClaimNotPayable):
        settled(village, benefits=("DEATH",), documents=("ใบมรณบัตร",))


def test_who_resigns_pays_what_was_given_up_and_contributions_only_where_they_are_asked(village):
    given_up(village)
    savings = village.one("SELECT number FROM cards WHERE product = 'PLAIN'")
    village.withdraw(savings, baht(4_101))
    # 899 are left, 900 were given up.
    with refused(village.book, StillOwes, short=baht(1)):
        settled(village, why=Leaving.RESIGNED, left=TODAY)
    village.deposit(savings, baht(1))

    made = settled(village, why=Leaving.RESIGNED, left=TODAY, contributions=False)

    assert (made["payable"], sheet(village).dropped) == ("0.00", ZERO)


def test_land_is_handed_over_before_its_holder_leaves(village):
    leased(village)
    number, _ = village.member()
    plot(village, "A1", "0-0-40", number)

    with refused(village.book, StillHoldsPlot, plots=("SRT A1",)):
        village.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))


@pytest.mark.parametrize(
    ("early", "credited", "interest"),
    [
        (None, False, baht(569, 40)),
        (Fraction(1, 100), False, baht(78)),
        (Fraction(0), False, ZERO),
        (Fraction(6, 100), True, baht(37, 30)),
        (Fraction(1, 100), True, ZERO),
    ],
)
def test_a_fixed_deposit_left_early_earns_the_rate_of_its_product(
    village, early, credited, interest
):
    """36,500 x 7.3 % x 78/365 = 569.40 for its term; 1 % of it for 78 days are 78.00.

    59 days of 7.3 % were credited with February, 430.70: of 468.00 at 6 % 37.30 are left, and of
    78.00 nothing, but nothing is asked back.
    """
    village.product(
        "FIXED",
        method=InterestMethod.DAILY,
        interest_account="51020",
        term_months=12,
        early_rate=early,
    )
    village.run(SetSavingsRate(product="FIXED", from_day=START, rate=Fraction(73, 1000)))
    village.deposit(village.savings("0001", "FIXED"), baht(36_500), on=START)

    if credited:
        village.run(PostSavingsInterest(product="FIXED", through=date(2026, 2, 28)))
    settled(village, why=Leaving.RESIGNED, left=TODAY, contributions=False)

    found = [one.item.interest for one in sheet(village).items if one.item.held >= baht(36_500)]
    assert found == [interest]
    assert village.balance("51020") == interest + (baht(430, 70) if credited else ZERO)
