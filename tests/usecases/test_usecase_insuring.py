"""Insurance: premiums by member and loan, passed on; claims received and paid out."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import (
    AmountNotPositive,
    ChargeTypeExists,
    NothingToDo,
    UnknownFund,
    UnknownMember,
)
from ledger.domain.refusals.insurance import (
    ClaimBeforeEvent,
    ClaimExists,
    ClaimMoneyShort,
    ClaimMovedOn,
    ClaimOverReceived,
    LoanOfAnother,
    PolicyExists,
    PremiumBilledTwice,
    UnknownClaim,
    UnknownPolicy,
)
from ledger.domain.refusals.leases import RemittedTooMuch
from ledger.queries.insurance import insurance_card, insurances
from ledger.queries.integrity import audit
from ledger.usecases.charging import DefineChargeType
from ledger.usecases.claiming_insurance import (
    PayOutClaim,
    ReceiveClaim,
    ReduceClaim,
    ReportClaim,
)
from ledger.usecases.insuring import BillPremiums, OpenInsurance, Premium, RemitPremiums
from ledger.usecases.reversing import ReverseEntry
from tests.support.books import START, TODAY, found_village
from tests.support.lending import lent, with_types
from tests.support.projects import FEBRUARY, claimed, insured, premium_paid, premiums
from tests.support.refused import refused


def card(village, **named):
    return village.book.ask(insurance_card, policy="HOUSE", **{"at": TODAY, **named})


@pytest.fixture
def covered(village):
    """Member 0001 has a loan (its card is ``loan_of``); the policy runs since January."""
    lent(with_types(village))
    insured(village)
    return village


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The same book for what is refused, which leaves it as it was."""
    village = found_village(tmp_path_factory.mktemp("kept"))
    lent(with_types(village))
    insured(village)
    with village.book:
        yield village


def loan_of(village):
    return village.one("SELECT card FROM loan_contracts WHERE direction = 'out'")


def test_premiums_are_collected_and_passed_on_and_never_income(covered):
    """By hand: 360 asked for the loan and 100 for herself; 400 paid, 350 remitted, 50 are held."""
    for_loan, for_her = premiums(covered, loan_of(covered))
    premium_paid(covered, for_loan, baht(360))
    premium_paid(covered, for_her, baht(40))

    covered.run(RemitPremiums(policy="HOUSE", amount=baht(350), on=FEBRUARY, document="บิล ๑"))

    told = card(covered)
    row = told.row
    assert (row.billed, row.collected, row.outstanding) == (baht(460), baht(400), baht(60))
    assert (row.remitted, row.held) == (baht(350), baht(50))
    assert (told.booked, told.difference) == (baht(50), ZERO)
    assert [(one.loan, one.collected) for one in told.premiums] == [
        (None, baht(40)),
        (loan_of(covered), baht(360)),
    ]
    assert covered.balance("23090") == -baht(50)
    assert covered.rows("SELECT SUM(credit) FROM lines WHERE account LIKE '4%'") == [(None,)]


def test_no_more_is_remitted_than_was_collected_unless_it_is_advanced(covered):
    with refused(covered.book, RemittedTooMuch, code="HOUSE", held=ZERO, asked=baht(1)):
        covered.run(RemitPremiums(policy="HOUSE", amount=baht(1), on=TODAY))

    covered.run(RemitPremiums(policy="HOUSE", amount=baht(1), on=TODAY, advance=True))

    assert card(covered).row.held == -baht(1)


def test_the_same_premium_is_not_asked_twice(covered):
    premiums(covered, loan_of(covered))

    with refused(covered.book, PremiumBilledTwice, member="0001", due_on=FEBRUARY):
        premiums(covered, loan_of(covered))


def test_every_present_member_pays_the_same_premium(covered):
    covered.member()

    covered.run(BillPremiums(policy="HOUSE", due_on=TODAY, amount=baht(100)))

    assert card(covered).row.billed == baht(200)


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ({"premiums": (Premium(member="0001", amount=baht(1), loan=1),)}, LoanOfAnother),
        ({"premiums": (Premium(member="0001", amount=baht(1), loan=99),)}, LoanOfAnother),
        ({"premiums": (Premium(member="0099", amount=baht(1)),)}, UnknownMember),
        ({"premiums": (Premium(member="0001", amount=ZERO),)}, AmountNotPositive),
        ({}, NothingToDo),
        ({"policy": "MOON"}, UnknownPolicy),
    ],
)
def test_premiums_that_cannot_be_asked_are_refused(kept, named, why):
    with refused(kept.book, why):
        kept.run(BillPremiums(**{"policy": "HOUSE", "due_on": FEBRUARY, **named}))


def test_a_claim_is_receivable_then_money_then_paid_out(covered):
    """By hand: 50,000 claimed, 45,000 paid by the insurer, 5,000 given up, 30,000 to the loan."""
    claim = claimed(covered, loan_of(covered))
    assert (covered.balance("14040"), covered.balance("23095")) == (baht(50_000), -baht(50_000))

    covered.run(ReceiveClaim(claim=claim, amount=baht(45_000), on=TODAY))
    covered.run(ReduceClaim(claim=claim, amount=baht(5_000), on=TODAY, reason="หักค่าเสียหายส่วนแรก"))
    covered.run(PayOutClaim(claim=claim, amount=baht(30_000), on=TODAY, payee="ทายาท"))

    (row,) = card(covered).claims
    assert (row.open, row.received, row.reduced) == (ZERO, baht(45_000), baht(5_000))
    assert (row.paid_out, row.held) == (baht(30_000), baht(15_000))
    assert (covered.balance("14040"), covered.balance("23095")) == (ZERO, -baht(15_000))
    told = covered.book.ask(insurances, at=TODAY)
    assert (told.claims_open, told.rows[0].claims_held) == (ZERO, baht(15_000))
    assert covered.book.ask(audit).findings == ()


def test_a_claim_takes_no_more_than_was_claimed(covered):
    claim = claimed(covered, None)
    covered.run(ReceiveClaim(claim=claim, amount=baht(20_000), on=TODAY))

    with refused(covered.book, ClaimOverReceived, open=baht(30_000), asked=baht(30_001)):
        covered.run(ReceiveClaim(claim=claim, amount=baht(30_001), on=TODAY))
    with refused(covered.book, ClaimOverReceived, open=baht(30_000)):
        covered.run(ReduceClaim(claim=claim, amount=baht(30_001), on=TODAY, reason="ลด"))
    with refused(covered.book, ClaimMoneyShort, held=baht(20_000), asked=baht(20_001)):
        covered.run(PayOutClaim(claim=claim, amount=baht(20_001), on=TODAY, payee="ทายาท"))


def test_what_happened_is_claimed_once_until_the_claim_is_taken_back(covered):
    claim = claimed(covered, None)
    with refused(covered.book, ClaimExists, claim=claim):
        claimed(covered, None)

    entry = covered.one("SELECT entry FROM insurance_claims")
    covered.run(ReceiveClaim(claim=claim, amount=baht(20_000), on=TODAY))
    covered.run(PayOutClaim(claim=claim, amount=baht(5_000), on=TODAY, payee="ทายาท"))
    last = covered.one("SELECT MAX(number) FROM entries")
    # What came later stands on it: the money first, then what it was received for.
    for number, moved in ((entry, baht(20_000)), (last - 1, baht(5_000))):
        with refused(covered.book, ClaimMovedOn, claim=claim, entry=number, moved=moved):
            covered.run(ReverseEntry(entry=number, on=TODAY, reason="ผิดคน"))
    for number in (last, last - 1, entry):
        covered.run(ReverseEntry(entry=number, on=TODAY, reason="ผิดคน"))

    with refused(covered.book, UnknownClaim, claim=claim):
        covered.run(ReceiveClaim(claim=claim, amount=baht(1), on=TODAY))
    assert claimed(covered, None) == claim + 1


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ({"event_on": date(2025, 12, 31)}, ClaimBeforeEvent),
        ({"event_on": TODAY, "on": FEBRUARY}, ClaimBeforeEvent),
        ({"member": "0099"}, UnknownMember),
        ({"loan": 1}, LoanOfAnother),
        ({"policy": "MOON"}, UnknownPolicy),
    ],
)
def test_a_claim_that_cannot_be_is_refused(kept, named, why):
    fields = {"policy": "HOUSE", "member": "0001", "event_on": FEBRUARY, "on": TODAY, **named}
    with refused(kept.book, why):
        kept.run(ReportClaim(amount=baht(1), reason="ไฟไหม้", **fields))


@pytest.mark.parametrize(
    ("named", "why"),
    [({"code": "HOUSE"}, PolicyExists), ({"fund": "MOON"}, UnknownFund)],
)
def test_a_policy_that_cannot_be_is_refused(kept, named, why):
    fields = {"code": "NEW", "insurer": "บริษัท", "name": "ชีวิต", "on": START, **named}
    with refused(kept.book, why):
        kept.run(OpenInsurance(**fields))


def test_the_type_of_charge_of_a_policy_is_its_own(village):
    from ledger.domain.products import ChargeKind

    village.run(
        DefineChargeType(code="INS-HOUSE", name_th="ป", kind=ChargeKind.DUES, account="43040")
    )

    with refused(village.book, ChargeTypeExists):
        insured(village)
