"""Settlements worked out by hand: a death with a loan and a guarantor, a resignation."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.accounts import CardKind
from ledger.domain.cards import Card
from ledger.domain.members import Leaving, Member, Person
from ledger.domain.money import ZERO, baht
from ledger.domain.products import Charge, Hold, InterestMethod
from ledger.domain.refusals import MemberLeft, ReasonMissing
from ledger.domain.refusals.loan_life import RecoveredTooMuch, StillGuarantor
from ledger.domain.refusals.settling import (
    LeftAfterSettling,
    MovedSince,
    NotSettled,
    PayeeMissing,
    StillOwes,
)
from ledger.queries.loan_life import defective_collateral
from ledger.queries.loans import loan_card
from ledger.queries.settlement_sheet import settlement_sheet
from ledger.usecases.charging import ChargeMembers
from ledger.usecases.closing_card import CloseCard
from ledger.usecases.founding import OpenFund
from ledger.usecases.loan_passing import RecoverLoan
from ledger.usecases.repaying import WriteOffLoan
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.saving import PlaceHold, ReleaseHold, SetSavingsRate
from ledger.usecases.settling import SettleMember, UndoSettlement
from ledger.usecases.vouching import MoveMoney
from tests.support.books import START, TODAY, Village, found_village
from tests.support.lending import borrowing, contract, is_sound, owed, pay, pay_out, with_types
from tests.support.refused import refused

DIED = date(2026, 3, 10)


@pytest.fixture
def village(tmp_path):
    made = found_village(tmp_path)
    with made.book:
        source = borrowing(with_types(made))
        pay_out(made, source, baht(50_000))
        made.product(
            "SPECIAL", method=InterestMethod.DAILY, interest_account="51020", name_en="Special"
        )
        made.run(SetSavingsRate(product="SPECIAL", from_day=START, rate=Fraction(73, 1000)))
        yield made


def borrower(village: Village, *, nominee: str = "นางบุญมา", shares: int = 1_000):
    """A member with 5,000 saved, shares, and 12,000 lent for which another stands."""
    guarantor, _ = village.member(person=Person(given="ผู้ค้ำ"))
    person = Person(given="สมหมาย", nominee=nominee, nominee_relation="ภรรยา")
    number, cards = village.member(person=person)
    saved = village.savings(number, "SPECIAL")
    village.deposit(saved, baht(5_000), on=START)
    village.buy(cards["SHARES"], baht(shares))
    loan = contract(village, number, guarantors=(guarantor,))
    pay_out(village, loan, baht(12_000))
    return number, guarantor, saved, loan


def leave(village, number, **named):
    fields = {"on": TODAY, "why": Leaving.DECEASED, "resolution": "มติ ๙/๒๕๖๙", **named}
    return village.run(SettleMember(member=number, **fields))


def sheet(village, number, **named):
    return village.book.ask(settlement_sheet, member=number, **named)


def test_a_death_is_settled_in_one_act_and_the_guarantor_is_named_for_the_rest(village):
    number, guarantor, saved, loan = borrower(village)
    village.run(ChargeMembers(type="DUES", members=(number,), amount=baht(50), due_on=START))
    village.run(PlaceHold(card=saved, amount=baht(500), on=START, reason="ค้ำ"))
    before = sheet(village, number, on=TODAY)

    leave(village, number, left=DIED)

    # By hand: 5,000 x 7.3 % x 78/365 = 78.00 for 1 January to 19 March; 1,000 of shares. Loan:
    # 12,000 x 6 % x 78/365 = 153.86 up to 20 March. 6,078.00 meet 153.86 of interest first, then
    # 5,924.14 of principal: 6,075.86 stay owed, and nothing is left for the dues.
    kept = sheet(village, number)
    assert (kept.credit, kept.loans, kept.dues) == (baht(6_078), baht(6_078), ZERO)
    assert (kept.payable, kept.shortfall, kept.dropped) == (ZERO, baht(6_075, 86), baht(50))
    (item,) = [one.item for one in kept.items if one.item.card == loan]
    assert (item.loan_interest, item.principal) == (baht(153, 86), baht(5_924, 14))
    assert owed(village, loan) == baht(6_075, 86)
    assert [one.member for one in kept.guarantors] == [guarantor]
    assert [one.item.amount for one in before.items] == [one.item.amount for one in kept.items]
    assert (village.held(saved), village.balance("51020")) == (ZERO, baht(78))
    member = record(village, Member, number)
    assert (member.left, member.left_why) == (DIED, Leaving.DECEASED)
    cards = every(village, Card, member=number)
    assert {one.kind for one in cards if one.closed_on is None} == {CardKind.LOAN}
    assert all(one.released_on == TODAY for one in every(village, Hold))
    assert [one.amount for one in every(village, Charge, cancelled=True)] == [baht(50)]
    assert is_sound(village)
    # Whoever stands for it pays the rest, with nothing more on the same day.
    pay(village, loan, baht(6_075, 86), TODAY)
    assert owed(village, loan) == ZERO


def test_what_was_written_off_is_set_off_too_and_comes_back_when_it_was_a_mistake(village):
    number, _, saved, loan = borrower(village)
    village.run(WriteOffLoan(card=loan, on=TODAY, resolution="มติ ๗/๒๕๖๙"))
    village.run(RecoverLoan(card=loan, amount=baht(1_000), on=TODAY))
    before = village.balance("46030")

    leave(village, number)

    # 6,078.00 are hers; 12,000 were given up and 1,000 came in: 6,078 more do now.
    kept = sheet(village, number)
    assert (kept.credit, kept.loans, kept.payable) == (baht(6_078), baht(6_078), ZERO)
    (item,) = [one.item for one in kept.items if one.item.card == loan]
    assert (item.held, item.amount, item.left) == (baht(11_000), baht(6_078), baht(4_922))
    assert village.balance("46030") == before - baht(6_078)
    assert village.book.ask(loan_card, card=loan, at=TODAY).recovered == baht(7_078)
    assert is_sound(village)
    with refused(village.book, RecoveredTooMuch, left=baht(4_922)):
        village.run(RecoverLoan(card=loan, amount=baht(5_000), on=TODAY))

    village.run(UndoSettlement(member=number, on=TODAY, reason="ไม่ได้ตาย"))
    assert village.book.ask(loan_card, card=loan, at=TODAY).recovered == baht(1_000)
    assert village.held(saved) == baht(5_000)


def test_who_resigns_is_paid_what_is_left_and_a_mistake_is_taken_back(village):
    number, guarantor, saved, loan = borrower(village, shares=9_000)
    village.run(ChargeMembers(type="DUES", members=(number,), amount=baht(50), due_on=START))
    cash = village.balance("11010")

    leave(village, number, why=Leaving.RESIGNED, share_value=Fraction(9, 10))

    # 5,078.00 and 9,000 x 0.9 = 8,100.00 are hers; 12,153.86 for the loan, 50 of dues, 974.14 left.
    kept = sheet(village, number)
    assert (kept.credit, kept.loans, kept.dues) == (baht(13_178), baht(12_153, 86), baht(50))
    assert (kept.payable, kept.shortfall, kept.dropped) == (baht(974, 14), ZERO, ZERO)
    assert kept.voucher.startswith("PV")
    assert village.balance("11010") == cash - baht(974, 14)
    assert village.balance("33010") == -baht(900)
    assert village.balance("23010") == ZERO
    assert all(one.closed_on == TODAY for one in every(village, Card, member=number))
    with refused(village.book, MemberLeft, member=number):
        leave(village, number)

    payment = village.one("SELECT MAX(number) FROM entries")
    village.run(ReverseEntry(entry=payment, on=TODAY, reason="ไม่มารับเงิน"))
    assert village.balance("23010") == -baht(974, 14)
    village.run(UndoSettlement(member=number, on=TODAY, reason="ไม่ได้ลาออก"))

    assert record(village, Member, number).left is None
    assert (village.held(saved), owed(village, loan)) == (baht(5_000), baht(12_000))
    assert village.balance("11010") == cash
    assert sheet(village, number, on=TODAY).number is None
    assert is_sound(village)
    with refused(village.book, NotSettled, member=number):
        village.run(UndoSettlement(member=number, on=TODAY, reason="อีกครั้ง"))
    with refused(village.book, StillGuarantor, member=guarantor):
        leave(village, guarantor, why=Leaving.RESIGNED)
    # By death the collateral becomes defective, and the borrower's loan stays as it is.
    leave(village, guarantor, why=Leaving.DECEASED, left=DIED)
    (row,) = village.book.ask(defective_collateral).rows
    assert (row.card, row.guarantor, row.why) == (loan, guarantor, Leaving.DECEASED)


def test_what_cannot_be_settled_is_refused_with_its_facts(village):
    number, _, saved, _ = borrower(village, nominee="", shares=1_000)
    with refused(village.book, StillOwes, member=number, short=baht(6_075, 86)):
        leave(village, number, why=Leaving.RESIGNED)
    with refused(village.book, ReasonMissing, field="resolution"):
        leave(village, number, resolution=" ")
    with refused(village.book, LeftAfterSettling, left=TODAY, on=DIED):
        leave(village, number, on=DIED, left=TODAY)
    village.deposit(saved, baht(20_000), on=TODAY)
    with refused(village.book, MovedSince, last=TODAY, on=DIED):
        leave(village, number, on=DIED)
    # 25,000 + 78.00 + 1,000 - 12,153.86: money of the dead goes to somebody who is named.
    with refused(village.book, PayeeMissing, payable=baht(13_924, 14)):
        leave(village, number)
    bank = village.bank()
    village.run(MoveMoney(amount=baht(14_000), on=TODAY, target=bank))
    assert (
        village.run(
            SettleMember(
                member=number,
                on=TODAY,
                why=Leaving.DECEASED,
                resolution="มติ",
                payee="นางบุญมา",
                bank=bank,
            ),
            rehearse=True,
        ).made["payable"]
        == "13924.14"
    )


def test_what_a_mistaken_settlement_ended_goes_on_as_before(village):
    number, _, saved, loan = borrower(village)
    village.run(ChargeMembers(type="DUES", members=(number,), amount=baht(50), due_on=START))
    village.run(PlaceHold(card=saved, amount=baht(500), on=START, reason="ค้ำ"))
    by_hand = village.run(PlaceHold(card=saved, amount=baht(200), on=START, reason="จำนำ"))
    village.run(ReleaseHold(hold=by_hand.made["hold"], on=TODAY))
    empty = village.savings(number)
    village.run(CloseCard(card=empty, on=TODAY))
    before = sheet(village, number, on=TODAY)
    leave(village, number, why=Leaving.EXPELLED)

    village.run(UndoSettlement(member=number, on=TODAY, reason="คนละคน"))

    # What was ended by hand on that day stays ended.
    assert [one.released_on for one in every(village, Hold)] == [None, TODAY]
    cards = every(village, Card, member=number)
    assert [one.number for one in cards if one.closed_on is not None] == [empty]
    assert every(village, Charge, cancelled=True) == []
    after = sheet(village, number, on=TODAY)
    assert [one.item for one in after.items] == [one.item for one in before.items]
    assert owed(village, loan) == baht(12_000)


def test_savings_in_one_fund_meet_a_loan_in_another_and_each_fund_balances(village):
    village.run(OpenFund(code="เมือง", name_th="กองทุนเมือง"))
    village.product("CITY", fund="เมือง")
    number, _ = village.member()
    card = village.savings(number, "CITY")
    village.deposit(card, baht(2_000), on=TODAY)
    loan = contract(village, number, baht(1_200), on=TODAY)
    pay_out(village, loan, baht(1_200), on=TODAY)
    before = {fund: cash_of(village, fund) for fund in ("general", "เมือง")}

    leave(village, number, why=Leaving.RESIGNED)

    # 1,200 go over from the fund to the general one, and 800 to the member.
    assert sheet(village, number).payable == baht(800)
    assert cash_of(village, "general") == before["general"] + baht(1_200)
    assert cash_of(village, "เมือง") == before["เมือง"] - baht(2_000) == ZERO
    assert (village.held(card), owed(village, loan)) == (ZERO, ZERO)
    assert village.balance("23010") == ZERO
    assert is_sound(village)


def cash_of(village, fund):
    return village.book.ask(lambda reader: reader.balance("11010", fund=fund))


def record(village, kind, *key):
    return village.book.ask(lambda reader: reader.newest(kind, *key))


def every(village, kind, **fixed):
    return village.book.ask(lambda reader: reader.every(kind, **fixed))
